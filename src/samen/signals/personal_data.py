"""What this app keeps about a person: little, read by few, and not for long."""

from samen.base.personal_data import Kept

_FORGET = "samen.signals.actions.forget_old"
_WORDS = Kept(
    "so that the coordinator can help (FAQ question 8); read by coordinators only, each reading is logged",
    "6 months after the signal was closed",
    _FORGET,
)
_SIGNAL = Kept(
    "to follow up what goes wrong, and to learn from it (R45, FAQ question 8)",
    "24 months after the signal was closed",
    _FORGET,
)
_HAND_OVER = Kept(
    "to ask afterwards whether somebody was helped (R107); with what is not kept",
    "12 months after the day of the hand-over",
    _FORGET,
)
_SERVICE = Kept("where people get help (R107); of organisations", "as long as it is used")


def _all(model: str, names: str, kept: Kept) -> dict[str, Kept]:
    return {f"{model}.{name}": kept for name in names.split()}


FIELDS = {
    **_all("Signal", "text call_when", _WORDS),
    **_all(
        "Signal", "participation duo check_in category seriousness came_from reported_at reported_by", _SIGNAL
    ),
    **_all("Signal", "owner outcome closed_on", _SIGNAL),
    **_all("SignalStep", "what", _WORDS),
    **_all("SignalStep", "signal due_on done_on made_by", _SIGNAL),
    **_all("HandOver", "participation service signal made_on made_by feedback feedback_on", _HAND_OVER),
    **_all("Service", "name helps_with phone web address hours note ended_on", _SERVICE),
    **_all("Service", "changed_by changed_at", _SERVICE),
}
