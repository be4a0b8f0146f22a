"""What this app keeps about a person: that they were asked to come, what they said, and whether they came."""

from samen.base.personal_data import Kept

_EVENT = Kept(
    "tells when and where people are welcome", "24 months after the day", "samen.events.actions.forget_old"
)
_ASKED = Kept(
    "tells who was asked to come, and for how many there must be a chair",
    "24 months after the day",
    "samen.events.actions.forget_old",
)

_SAID = Kept(
    "tells how a gathering was; nothing says who said it",
    "24 months after the day",
    "samen.events.actions.forget_old",
)

_OF_AN_EVENT = (
    *("kind", "title", "for_role", "starts_at", "ends_at", "place", "note", "chairs", "guests"),
    *("is_public", "asks_child_care", "asks_transport", "twin", "thanked_on", "cancelled_on", "sequence"),
)
_OF_AN_INVITATION = (
    *("event", "participation", "invited_at", "reply", "replied_at", "walked_in", "came"),
    *("needs_child_care", "needs_transport", "gave_opinion"),
)

FIELDS = (
    {f"Event.{name}": _EVENT for name in _OF_AN_EVENT}
    | {f"Invitation.{name}": _ASKED for name in _OF_AN_INVITATION}
    | {f"Opinion.{name}": _SAID for name in ("event", "liked", "useful", "next_time")}
)
