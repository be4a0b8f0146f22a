"""Two hosts that tick at the same moment, a tick after weeks, and a tick that comes late."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier

import pytest
from django.db import connection

from samen.base import clock, heartbeat
from samen.base.models import AuditLine
from samen.compliance.actions import WORK, catch_up, refresh
from samen.compliance.models import Alert
from samen.compliance.rules import MOST_DAYS_BACK
from samen.site.tick import tick
from tests.support.initiative import Office

pytestmark = pytest.mark.postgres


def today() -> date:
    return clock.today()


def ago(days: int) -> date:
    return today() - timedelta(days=days)


def at_once(acts: list[Callable[[], object]]) -> list[object]:
    """What each answers, started at the same moment, each with a connection of its own."""
    together = Barrier(len(acts))

    def attempt(act: Callable[[], object]) -> object:
        together.wait(timeout=20)
        try:
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(attempt, acts))


def test_two_hosts_at_once_open_each_alert_once(transactional_db: None, office: Office) -> None:
    duos = [office.duo(started_days=75, met_days_ago=[days]) for days in (16, 20, 40)]
    done = at_once([lambda: tick(today()), lambda: tick(today())])
    assert sorted(answer["opened"] for answer in done) == [0, 3]  # type: ignore[index]
    assert sorted(Alert.objects.filter(closed_on=None).values_list("duo", flat=True)) == sorted(
        duo.pk for duo in duos
    )
    assert Alert.objects.count() == AuditLine.objects.filter(verb="open_alert").count() == 3


def test_two_hosts_at_once_after_weeks_of_silence(transactional_db: None, office: Office) -> None:
    """Both catch up: the second finds the work done, and takes nothing back."""
    office.duo(started_days=75, met_days_ago=[40])
    AuditLine.objects.filter(verb="start").update(at=clock.now() - timedelta(days=75))
    heartbeat.beat_here(WORK, ago(21))
    done = at_once([lambda: tick(today())] * 3)
    assert sorted(answer["opened"] for answer in done)[:2] == [0, 0]  # type: ignore[index]
    silent = Alert.objects.get(rule="silent_duo")
    assert (silent.opened_on, silent.closed_on) == (ago(20), None)


def test_after_weeks_an_alert_opens_on_the_day_on_which_it_was_due(office: Office) -> None:
    with clock.shifted(-timedelta(days=40)):
        office.duo(started_days=35, met_days_ago=[0])
        catch_up(day=today(), today=today())
    assert catch_up(day=today(), today=today())[0] >= 1
    alert = Alert.objects.get(rule="silent_duo")
    assert (alert.opened_on, alert.level) == (ago(40 - 15), "now")


def test_what_came_and_went_meanwhile_is_written_too(office: Office) -> None:
    with clock.shifted(-timedelta(days=40)):
        duo = office.duo(started_days=75, met_days_ago=[0])
        catch_up(day=today(), today=today())
    with clock.shifted(-timedelta(days=5)):
        office.meeting(duo, today())
    catch_up(day=today(), today=today())
    alert = Alert.objects.get(rule="silent_duo")
    assert (alert.opened_on, alert.closed_on) == (ago(25), ago(5))


def test_a_day_that_is_over_is_not_written_again(office: Office) -> None:
    """Around midnight one host still ticks for yesterday."""
    office.duo(started_days=75, met_days_ago=[15])
    assert catch_up(day=today(), today=today()) == (1, 0)
    assert catch_up(day=ago(1), today=today()) == (0, 0)
    assert Alert.objects.get().closed_on is None


def test_a_tick_for_a_later_day_does_not_stop_the_next(office: Office) -> None:
    office.duo(started_days=75, met_days_ago=[3])
    assert catch_up(day=ago(-20), today=today()) == (1, 0)
    assert catch_up(day=today(), today=today()) == (0, 1)
    alert = Alert.objects.get()
    assert alert.closed_on == alert.opened_on == ago(-20)


def test_no_more_than_three_months_are_caught_up(office: Office) -> None:
    with clock.shifted(-timedelta(days=200)):
        office.duo(started_days=10, met_days_ago=[0])
        catch_up(day=today(), today=today())
    catch_up(day=today(), today=today())
    assert Alert.objects.get(rule="silent_duo").opened_on == ago(MOST_DAYS_BACK)


def test_a_second_refresh_writes_nothing(office: Office) -> None:
    office.duo(started_days=75, met_days_ago=[30])
    refresh(today=today())
    before = list(Alert.objects.values()), AuditLine.objects.count()
    assert refresh(today=today()) == (0, 0)
    assert (list(Alert.objects.values()), AuditLine.objects.count()) == before
