"""The days of the week and their parts, in the words of whoever fills them in."""

from django.utils.translation import gettext_lazy as _

WEEKDAYS = (
    _("maandag"),
    _("dinsdag"),
    _("woensdag"),
    _("donderdag"),
    _("vrijdag"),
    _("zaterdag"),
    _("zondag"),
)
DAYPARTS = (_("voormiddag"), _("namiddag"), _("avond"))
# How a day and a part of it are written together: "maandagavond".
MOMENT = _("%(weekday)s%(daypart)s")


def moment(weekday: int, daypart: int) -> str:
    """A part of a day in words, such as maandagavond; Monday is 0, voormiddag is 0."""
    return str(MOMENT) % {"weekday": WEEKDAYS[weekday], "daypart": DAYPARTS[daypart]}
