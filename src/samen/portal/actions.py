"""A participant's own steps that touch several apps."""

from datetime import date

from samen.base.errors import Conflict
from samen.duos import actions as duos
from samen.duos.models import Duo, Meeting
from samen.people.access import My

# What a meeting is taken to last until somebody says otherwise.
USUAL_MINUTES = 120


def we_met(*, my: My, duo: Duo, met_on: date, today: date) -> Meeting:
    """The two met on this day; what the other noted already is the same meeting."""
    try:
        return duos.log_meeting(duo=duo, met_on=met_on, minutes=USUAL_MINUTES, today=today, actor=my.actor)
    except Conflict:
        there = Meeting.objects.filter(duo=duo, met_on=met_on).first()
        if there is None:
            raise
        return there
