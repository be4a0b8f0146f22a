"""A simulated year against a second, plain computation: each alert opens and closes on its day."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest

from samen.base import clock, heartbeat
from samen.base.scoping import scope
from samen.compliance.actions import WORK, catch_up, refresh
from samen.compliance.choices import Rule
from samen.compliance.models import Alert
from samen.compliance.queries import on_day, waiting_until_later
from samen.demo.year.simulate import Year, simulate
from samen.desk.alert_keys import key_of
from samen.desk.worklist import worklist
from samen.duos.messages import OVER
from samen.messaging.choices import Status
from samen.messaging.models import OutboxMessage
from tests.compliance.recomputed import Due, Raw, Span, as_kept, days, spans
from tests.support.initiative import Office, make_office
from tests.support.looks import FULL_GRID

pytestmark = pytest.mark.django_db

# Both changes of the clock lie in each of these.
FIRST = date(2024, 3, 1)
DAYS, DUOS = (366, 60) if FULL_GRID else (235, 6)
LAST = FIRST + timedelta(days=DAYS)
SEED = 20263

Shown = dict[date, list[Due]]


def today_shows(day: date) -> list[Due]:
    """What stands on Today that evening, and what waits until later."""
    moment = datetime.combine(day, time(20), clock.BRUSSELS)
    with clock.shifted(moment - clock.now()):
        work = worklist(clock.now(), counts_hours=True)
        groups = (work.now, work.week, work.unheard, work.papers, work.recalls)
        more = (work.worrying, work.unanswered, work.short)
        keys = [key for group in (*groups, *more) for thing in group if (key := key_of(thing))]
        keys += [one.alert.key for one in waiting_until_later(day)]
    return sorted(
        (key.rule, "duo" if key.duo_id else "part", key.duo_id or key.part_id or 0, key.role, key.detail)
        for key in keys
    )


def live(office: Office, seed: int = SEED, look: Callable[[date], None] = lambda _day: None) -> Year:
    return simulate(
        initiative=office.initiative,
        first=FIRST,
        last=LAST,
        seed=seed,
        duo_count=DUOS,
        progress=lambda day, _started: look(day),
    )


def test_a_year_of_alerts_and_of_today(office: Office) -> None:
    shown: Shown = {}

    def look(day: date) -> None:
        if day.day % 10 == 0:
            shown[day] = today_shows(day)

    year = live(office, look=look)
    raw = Raw()
    # Each alert opened and closed on its day.
    expected, kept = spans(raw, FIRST, LAST), as_kept()
    assert (kept - expected, expected - kept) == (set(), set())
    assert Alert.objects.count() == len(kept)
    # Today never showed what was not due, and missed nothing.
    assert {day: sorted(raw.due(day)) for day in shown} == shown
    # The year held something of everything.
    assert {rule for (rule, *_rest), _opened, _closed in kept} >= set(Rule.values) - {
        Rule.PERIOD,
        Rule.SILENT_CANDIDATE,
        Rule.RECALL,
    }
    assert {what for (_rule, _kind, _pk, _who, what), _opened, _closed in kept} >= {
        "first_weeks",
        "after_end",
    }
    assert min(year.done[what] for what in ("duos_closed", "pauses", "check_ins", "messages")) > 0
    # Nothing leaves to people who do not exist; thanks were said by hand.
    left = OutboxMessage.objects.exclude(status=Status.STOPPED)
    assert set(left.values_list("kind", "status")) <= {(OVER, Status.DONE)}
    _any_day_can_be_recomputed(raw)
    _three_weeks_of_silence(kept)


def _any_day_can_be_recomputed(raw: Raw) -> None:
    for day in (FIRST, FIRST + timedelta(days=61), LAST - timedelta(days=30), LAST):
        found = [line.finding.key for line in on_day(day, day)]
        assert sorted(
            (key.rule, "duo" if key.duo_id else "part", key.duo_id or key.part_id or 0, key.role, key.detail)
            for key in found
        ) == sorted(raw.due(day))


def _three_weeks_of_silence(kept: set[Span]) -> None:
    """The last weeks made anew, with three weeks without a tick: the same alerts, on the same days."""
    begin, silent_from = LAST - timedelta(days=50), LAST - timedelta(days=22)
    Alert.objects.all().delete()
    for day in days(begin, silent_from):
        refresh(today=day, known_on=day)
    heartbeat.beat_here(WORK, silent_from)
    catch_up(day=LAST, today=LAST)
    assert as_kept() == {
        (due, max(opened, begin), closed) for due, opened, closed in kept if closed is None or closed > begin
    }
    assert catch_up(day=LAST, today=LAST) == (0, 0)


def test_the_same_seed_gives_the_same_year(office: Office) -> None:
    other = make_office("gent", "Samen in Gent")
    told = []
    for initiative in (office.initiative, other.initiative):
        year = simulate(
            initiative=initiative,
            first=FIRST,
            last=FIRST + timedelta(days=30),
            seed=3,
            duo_count=2,
            progress=lambda _day, _started: None,
        )
        with scope(initiative.pk):
            alerts = list(
                Alert.objects.order_by("id").values_list("rule", "detail", "opened_on", "closed_on")
            )
        told.append((dict(year.done), alerts))
    assert told[0] == told[1]
