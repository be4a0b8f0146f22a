"""What this app keeps about a person: nothing but a pointer to a duo."""

from samen.base.personal_data import MEETING_DETAIL, Kept

_ALERT = Kept("so that no duo goes silent unseen (FAQ question 1)", MEETING_DETAIL)

FIELDS = {
    "Alert.rule": _ALERT,
    "Alert.duo": _ALERT,
    "Alert.level": _ALERT,
    "Alert.basis": _ALERT,
    "Alert.opened_on": _ALERT,
    "Alert.checked_on": _ALERT,
    "Alert.closed_on": _ALERT,
}
