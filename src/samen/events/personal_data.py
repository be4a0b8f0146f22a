"""What this app keeps about a person: that they were asked to come, and whether they said yes or no."""

from samen.base.personal_data import Kept

_EVENT = Kept(
    "tells when and where people are welcome", "24 months after the day", "samen.events.actions.forget_old"
)
_ASKED = Kept(
    "tells who was asked to come, and for how many there must be a chair",
    "24 months after the day",
    "samen.events.actions.forget_old",
)

FIELDS = {
    f"Event.{name}": _EVENT
    for name in ("kind", "starts_at", "ends_at", "place", "note", "cancelled_on", "sequence")
} | {f"Invitation.{name}": _ASKED for name in ("event", "participation", "invited_at", "reply", "replied_at")}
