"""What this app keeps about a person: in which group they sat, and with whom they were to sit or not."""

from samen.base.personal_data import Kept

_KEPT = ("24 months after the day", "samen.events.actions.forget_old")
_SESSION = Kept("tells what a session is about and how it is led", *_KEPT)
_FACILITATOR = Kept("tells who leads a session, and opens their page", *_KEPT)
_SEAT = Kept("tells people with whom they talk; next time they meet others", *_KEPT)
_WISH = Kept("keeps two people together or apart", *_KEPT)
_SUMMARY = Kept("tells what was learnt, without names", *_KEPT)

FIELDS = (
    {f"Session.{name}": _SESSION for name in ("event", "themes", "own_theme", "method", "keeps_duos_apart")}
    | {f"Session.{name}": _FACILITATOR for name in ("facilitator_name", "facilitator_email", "page_hash")}
    | {f"Session.{name}": _SUMMARY for name in ("summary", "summary_on")}
    | {f"Seat.{name}": _SEAT for name in ("session", "invitation", "group")}
    | {f"PairWish.{name}": _WISH for name in ("session", "one", "other", "together")}
)
