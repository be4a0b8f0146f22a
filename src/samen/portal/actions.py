"""A participant's own steps that touch several apps."""

from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from samen.base.errors import Conflict, RuleBroken
from samen.duos import actions as duos
from samen.duos.models import Duo, Meeting
from samen.people.access import My
from samen.signals import actions as signals
from samen.signals.actions import Told
from samen.signals.models import Signal
from samen.signals.queries import told_since

# What a meeting is taken to last until somebody says otherwise.
USUAL_MINUTES = 120
# More than this in a day is no help any more: then it is better to talk.
MOST_TOLD = 10


def we_met(*, my: My, duo: Duo, met_on: date, today: date) -> Meeting:
    """The two met on this day; what the other noted already is the same meeting."""
    try:
        return duos.log_meeting(duo=duo, met_on=met_on, minutes=USUAL_MINUTES, today=today, actor=my.actor)
    except Conflict:
        there = Meeting.objects.filter(duo=duo, met_on=met_on).first()
        if there is None:
            raise
        return there


def tell_us(*, my: My, told: Told, duo: Duo | None, now: datetime) -> Signal:
    """A private signal to the coordinator (R45); the other of the duo hears nothing of it."""
    if told_since(my.part, now - timedelta(days=1)) >= MOST_TOLD:
        raise RuleBroken("told_often", _("Je zei ons vandaag al veel. Bel ons, dan praten wij erover."))
    return signals.report(told=told, part=my.part, duo=duo, now=now, actor=my.actor)
