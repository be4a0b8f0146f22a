"""What this app keeps about a person: pointers to a duo or a part, and why something may wait."""

from samen.base.personal_data import MEETING_DETAIL, Kept

_ALERT = Kept("so that no duo and nobody who waits is forgotten (FAQ question 1)", MEETING_DETAIL)
_POSTPONED = Kept(
    "so that a colleague sees what may wait, and why",
    "2 months after the day until which it may wait",
    "samen.compliance.actions.forget_old",
)

FIELDS = {
    "Alert.rule": _ALERT,
    "Alert.duo": _ALERT,
    "Alert.participation": _ALERT,
    "Alert.role": _ALERT,
    "Alert.detail": _ALERT,
    "Alert.level": _ALERT,
    "Alert.basis": _ALERT,
    "Alert.opened_on": _ALERT,
    "Alert.checked_on": _ALERT,
    "Alert.closed_on": _ALERT,
    "Postponement.alert": _POSTPONED,
    "Postponement.until_on": _POSTPONED,
    "Postponement.reason": _POSTPONED,
    "Postponement.made_on": _POSTPONED,
    "Postponement.made_by": _POSTPONED,
}
