"""What this app keeps about a person: nothing; when and where everybody is welcome."""

from samen.base.personal_data import Kept

_EVENT = Kept(
    "tells when and where people are welcome", "24 months after the day", "samen.events.actions.forget_old"
)

FIELDS = {
    f"Event.{name}": _EVENT for name in ("kind", "starts_at", "ends_at", "place", "note", "cancelled_on")
}
