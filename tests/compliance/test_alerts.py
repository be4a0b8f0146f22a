"""From a fact through the tick to Today, and away again when the fact changes."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from samen.base import clock, heartbeat
from samen.base.models import AuditLine
from samen.base.scoping import scope
from samen.compliance.actions import refresh
from samen.compliance.choices import Level, Rule
from samen.compliance.models import Alert
from samen.compliance.queries import calls
from samen.duos import actions as duos
from samen.duos import life_actions
from samen.duos.choices import ClosingReason, PauseReason
from samen.duos.models import Duo
from samen.duos.rules import add_months
from samen.site.tick import tick
from tests.support.initiative import ACTOR, Office, close_duo, make_office

pytestmark = pytest.mark.postgres


def today() -> date:
    return clock.today()


def later(count: int) -> date:
    return today() + timedelta(days=count)


def met(office: Office, days_ago: list[int]) -> Duo:
    """A duo between two check-ins, that met so many days ago."""
    return office.duo(started_days=75, met_days_ago=days_ago)


def alerts() -> list[tuple[str, str, bool]]:
    """(rule, level, open?) of every alert, oldest first."""
    return [(a.rule, a.level, a.closed_on is None) for a in Alert.objects.order_by("id")]


def asked(day: date | None = None) -> list[tuple[str, int]]:
    """(rule, quiet days) of what Today shows."""
    return [(call.alert.rule, call.quiet_days) for call in calls(day or today())]


def rest(duo: Duo, first: int, last: int) -> None:
    duos.pause(duo=duo, from_on=later(first), until_on=later(last), reason=PauseReason.HOLIDAY, actor=ACTOR)


SILENT_SOON = (Rule.SILENT_DUO, Level.SOON, True)
SILENT_NOW = (Rule.SILENT_DUO, Level.NOW, True)


def test_tick_opens_an_alert_about_a_silent_duo(office: Office) -> None:
    silent = met(office, [15])
    met(office, [14])
    assert refresh(today=today()) == (1, 0)
    assert alerts() == [SILENT_SOON]
    alert = Alert.objects.get()
    assert (alert.duo, alert.basis) == (silent, later(-15))
    assert (alert.opened_on, alert.checked_on) == (today(), today())


def test_a_second_tick_changes_nothing(office: Office) -> None:
    met(office, [30])
    refresh(today=today())
    before = list(Alert.objects.values()), AuditLine.objects.count()
    assert refresh(today=today()) == (0, 0)
    assert (list(Alert.objects.values()), AuditLine.objects.count()) == before


def test_an_alert_grows_with_the_silence(office: Office) -> None:
    met(office, [15])
    refresh(today=today())
    assert refresh(today=later(14)) == (0, 0)
    assert alerts() == [SILENT_NOW]
    alert = Alert.objects.get()
    assert (alert.opened_on, alert.checked_on) == (today(), later(14))


def test_the_alert_closes_by_itself_after_a_meeting(office: Office) -> None:
    duo = met(office, [20])
    refresh(today=today())
    office.meeting(duo, today())
    assert refresh(today=today()) == (0, 1)
    assert alerts() == [(Rule.SILENT_DUO, Level.SOON, False)]
    assert Alert.objects.get().closed_on == today()


def test_a_new_silence_is_a_new_alert(office: Office) -> None:
    duo = met(office, [20])
    refresh(today=today())
    office.meeting(duo, today())
    refresh(today=today())
    assert refresh(today=later(15)) == (1, 0)
    assert alerts() == [(Rule.SILENT_DUO, Level.SOON, False), SILENT_SOON]


def test_every_alert_leaves_its_lines_in_the_log(office: Office) -> None:
    duo = met(office, [20])
    refresh(today=today())
    office.meeting(duo, today())
    refresh(today=today())
    lines = AuditLine.objects.filter(subject_kind="compliance.alert")
    facts = {"rule": "silent_duo", "duo": duo.pk}
    assert [(line.actor, line.verb, line.facts) for line in lines] == [
        ("tick", "open_alert", facts),
        ("tick", "close_alert", facts),
    ]


def test_the_end_of_a_duo_is_announced(office: Office) -> None:
    months = 6
    started = today() - add_months(later(21), -months)
    duo = office.duo(started_days=started.days, months=months, met_days_ago=[1])
    refresh(today=duo.ends_on - timedelta(days=22))
    assert alerts() == []
    refresh(today=duo.ends_on - timedelta(days=21))
    assert alerts() == [(Rule.END_IS_NEAR, Level.SOON, True)]


# ---------- Today does not wait for the next tick ----------


def test_today_shows_the_worst_first(office: Office) -> None:
    for days in (16, 31, 40, 20):
        met(office, [days])
    assert asked() == []
    refresh(today=today())
    assert asked() == [(Rule.SILENT_DUO, days) for days in (40, 31, 20, 16)]


def test_a_meeting_clears_today_before_the_next_tick(office: Office) -> None:
    duo = met(office, [20])
    refresh(today=today())
    assert asked() == [(Rule.SILENT_DUO, 20)]
    meeting = duos.log_meeting(duo=duo, met_on=today(), minutes=60, today=today(), actor=ACTOR)
    assert asked() == []
    assert alerts() == [SILENT_SOON]
    duos.undo_meeting(meeting=meeting, actor=ACTOR)
    assert asked() == [(Rule.SILENT_DUO, 20)]


def test_a_meeting_too_long_ago_does_not_clear_today(office: Office) -> None:
    duo = met(office, [40])
    refresh(today=today())
    office.meeting(duo, later(-18))
    assert asked() == [(Rule.SILENT_DUO, 18)]


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        (0, 10, []),
        (-5, 0, []),
        # A holiday that is noted afterwards: of twenty days without a meeting ten were agreed.
        (-10, -1, []),
        (-3, -1, [(Rule.SILENT_DUO, 17)]),
        (1, 10, [(Rule.SILENT_DUO, 20)]),
    ],
)
def test_a_pause_clears_today_before_the_next_tick(
    office: Office, first: int, last: int, shown: list[tuple[str, int]]
) -> None:
    duo = met(office, [20])
    refresh(today=today())
    rest(duo, first, last)
    assert asked() == shown


def test_a_pause_keeps_the_tick_quiet(office: Office) -> None:
    duo = met(office, [20])
    rest(duo, -1, 5)
    assert refresh(today=today()) == (0, 0)
    assert alerts() == []
    # Seven days of rest: on the ninth day from now it is 22 days of silence.
    assert refresh(today=later(9)) == (1, 0)
    assert asked(later(9)) == [(Rule.SILENT_DUO, 22)]


def test_closing_a_duo_clears_today(office: Office) -> None:
    duo = met(office, [40])
    refresh(today=today())
    close_duo(duo, ClosingReason.LOST_CONTACT, today())
    assert asked() == []
    assert refresh(today=today()) == (0, 1)


def test_another_end_clears_today(office: Office) -> None:
    duo = office.duo(started_days=180, months=6, met_days_ago=[1])
    refresh(today=today())
    assert [call.alert.rule for call in calls(today())] == [Rule.END_IS_NEAR]
    life_actions.change_end(duo=duo, ends_on=add_months(duo.starts_on, 12), today=today(), actor=ACTOR)
    assert asked() == []


def test_today_after_a_tick_for_a_later_day(office: Office) -> None:
    duo = met(office, [3])
    refresh(today=later(20))
    assert asked() == [(Rule.SILENT_DUO, 23)]
    office.meeting(duo, today())
    assert asked() == []


def test_a_pause_of_today_silences_an_alert_of_a_later_day(office: Office) -> None:
    duo = met(office, [3])
    refresh(today=later(20))
    rest(duo, 0, 1)
    assert asked() == []
    assert asked(later(2)) == [(Rule.SILENT_DUO, 21)]


def test_today_reads_as_often_for_three_duos_as_for_one(office: Office) -> None:
    counts = []
    for _round in range(3):
        rest(met(office, [20]), 5, 6)
        refresh(today=today())
        with CaptureQueriesContext(connection) as seen:
            assert len(calls(today())) == len(counts) + 1
        counts.append(len(seen))
    assert counts == [counts[0]] * 3


# ---------- The tick over every initiative ----------


def test_the_tick_goes_through_every_initiative(office: Office) -> None:
    other = make_office("gent", "Samen in Gent")
    met(office, [20])
    met(other, [20])
    assert tick(today()) == {"opened": 2, "closed": 0}
    assert alerts() == [SILENT_SOON]
    with scope(other.initiative.pk):
        assert alerts() == [SILENT_SOON]
    assert tick(today()) == {"opened": 0, "closed": 0}


def test_the_tick_beats(office: Office) -> None:
    assert heartbeat.last_tick() is None
    tick(later(3))
    beat = heartbeat.last_tick()
    assert beat is not None
    assert (beat.day, beat.beat_at.astimezone(clock.BRUSSELS).date()) == (later(3), today())


def test_the_database_refuses_a_second_open_alert(office: Office) -> None:
    met(office, [20])
    refresh(today=today())
    alert = Alert.objects.get()
    alert.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        alert.save(force_insert=True)
