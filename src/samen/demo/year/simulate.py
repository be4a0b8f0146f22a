"""An initiative lives from one day to another: people come, talk, meet, fall silent and say goodbye.

The same seed gives the same year. Each day has a morning (reminders, and a coordinator who looks at what the
rules found the evening before), a day on which things happen, and an evening on which the tick looks again.
What is queued for people never leaves: it is stopped the same evening, or told by hand.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from functools import partial
from random import Random

from django.db import transaction
from django.utils.translation import gettext as _

from samen.base import clock
from samen.base.errors import Refused
from samen.base.scoping import scope
from samen.compliance.actions import catch_up, refresh
from samen.compliance.models import Alert
from samen.demo.year import coming_in, coordinator, ending, pairing
from samen.demo.year.year import AS_EVERYBODY, Manner, Year
from samen.duos import (
    check_in_actions,
    plan_actions,
    quiet_actions,
)
from samen.initiatives.actions import count_hours
from samen.initiatives.models import Initiative
from samen.papers import actions as papers
from samen.papers.queries import current_note
from samen.people.choices import Role
from samen.people.models import Person
from samen.signals.queries import readers, told_seriously

MORNING = time(9)
LONGEST_DAYS, MOST_DUOS = 5 * 366, 500
WEEK = 7
# So long before the last day nobody comes in any more, and those without a duo begin to leave.
LAST_COMES_BEFORE, LEAVE_BEFORE = 250, timedelta(days=150)

Progress = Callable[[date, int], None]


def refuse(initiative: Initiative, first: date, last: date, today: date, duo_count: int) -> None:
    """Raise when this year cannot be lived here."""
    if last <= first:
        raise Refused("bad_period", _("De laatste dag komt niet na de eerste. Draai de twee dagen om."))
    if last > today:
        raise Refused("in_the_future", _("De laatste dag moet nog komen. Kies vandaag of een vroegere dag."))
    if (last - first).days > LONGEST_DAYS:
        raise Refused("too_long", _("Dat is langer dan vijf jaar. Kies een kortere tijd."))
    if not 1 <= duo_count <= MOST_DUOS:
        raise Refused("duos", _("Kies een aantal duo’s van 1 tot %(most)s.") % {"most": MOST_DUOS})
    with scope(initiative.pk):
        if Person.objects.exists():
            sentence = _("In ‘%(name)s’ staan al mensen. Neem een leeg initiatief: samen initiative add …")
            raise Refused("not_empty", sentence % {"name": initiative.name})


@transaction.atomic
def simulate(
    *,
    initiative: Initiative,
    first: date,
    last: date,
    seed: int,
    duo_count: int,
    progress: Progress,
    manner: Manner = AS_EVERYBODY,
) -> Year:
    """Live from the first day to the last, both counted: all of it, or nothing."""
    with scope(initiative.pk):
        rng = Random(seed)  # noqa: S311 - a story, no secret
        year = Year(initiative, first, last, duo_count, rng, manner)
        _begin(year)
        day = first
        while day <= last:
            with _morning_of(day):
                _live(year, day)
            progress(day, year.done["duos_started"])
            day += timedelta(days=1)
    return year


@contextmanager
def _morning_of(day: date) -> Iterator[None]:
    """Let the clock of the process stand at the morning of this day."""
    with clock.shifted(datetime.combine(day, MORNING, clock.BRUSSELS) - clock.now()):
        yield


# ---------- Days ----------


def _begin(year: Year) -> None:
    """Hours may count here; and everybody who will come, comes on a day."""
    if year.manner.counts_hours:
        count_hours(initiative=year.initiative, counts=True, actor=year.manner.actor)
    year.owner = next(iter(readers()), None)
    span = (year.last - year.first).days
    later = span * 6 // 10
    if year.manner.comes_to_rest:
        later = min(later, max(0, span - LAST_COMES_BEFORE))
    for role, share in ((Role.NEWCOMER, 1.2), (Role.COACH, 1.1)):
        for n in range(round(year.duo_count * share) + 1):
            # A first wave from the information sessions, the others little by little.
            latest = min(30, span) if n < year.duo_count * 0.4 else later
            days = year.rng.randint(0, latest)
            year.after(days, partial(coming_in.come_in, year, role), of=year.first)


def _live(year: Year, day: date) -> None:
    """One day, from the reminders of the morning to the tick of the evening."""
    year.day = day
    if current_note() is None:
        papers.write_note(words=papers.NoteWords(), now=clock.now(), actor=year.manner.actor)
    if year.manner.is_daily:
        _remind(year)
    if year.looked_on == day - timedelta(days=1):
        for alert in Alert.objects.filter(closed_on=None, opened_on=year.looked_on).order_by("id"):
            coordinator.look_at(year, alert)
    while acts := year.agenda.pop(day, []):
        for act in acts:
            act()
    pairing.match(year)
    if year.manner.comes_to_rest and year.last - day <= LEAVE_BEFORE:
        ending.leave_one_by_one(year)
    if year.manner.is_daily or (day - year.first).days % WEEK == 0 or day == year.last:
        _evening(year)


def _evening(year: Year) -> None:
    """The tick looks at how things stand."""
    papers.settle(today=year.day)
    if year.manner.is_daily:
        catch_up(day=year.day, today=year.day)
    else:
        refresh(today=year.day)
    year.looked_on = year.day
    year.stop_messages()


def _remind(year: Year) -> None:
    """What the tick sends to participants by itself."""
    now = clock.now()
    plan_actions.remind(now=now)
    quiet_actions.ask_after(now=now)
    check_in_actions.ask(now=now)
    check_in_actions.ask_after(now=now, spared=told_seriously())
