"""Facts about a duo in, findings out."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from samen.compliance.choices import Level, Rule
from samen.compliance.facts import DuoFacts, Facts
from samen.compliance.findings import Finding
from samen.compliance.rules import evaluate

pytestmark = pytest.mark.pure

TODAY = date(2026, 11, 24)


def day(count: int) -> date:
    """So many days from today; before it when negative."""
    return TODAY + timedelta(days=count)


def duo(**known: object) -> DuoFacts:
    values = {
        "duo_id": 7,
        "starts_on": day(-100),
        "ends_on": day(100),
        "since": day(-3),
        "rhythm_days": 14,
        **known,
    }
    return DuoFacts(**values)  # type: ignore[arg-type]


def findings(*duos: DuoFacts) -> list[Finding]:
    return list(evaluate(Facts(duos=duos), TODAY))


def silent(level: Level, since: date) -> Finding:
    return Finding(Rule.SILENT_DUO, level, since, duo_id=7)


def ending(level: Level, ends_on: date) -> Finding:
    return Finding(Rule.END_IS_NEAR, level, ends_on, duo_id=7)


def test_a_duo_that_meets_needs_nobody() -> None:
    assert findings(duo()) == []


@pytest.mark.parametrize(
    ("quiet", "level"),
    [(14, None), (15, Level.SOON), (28, Level.SOON), (29, Level.NOW), (200, Level.NOW)],
)
def test_silence_of_more_than_two_weeks(quiet: int, level: Level | None) -> None:
    expected = [silent(level, day(-quiet))] if level else []
    assert findings(duo(since=day(-quiet))) == expected


@pytest.mark.parametrize(
    ("pauses", "level"),
    [
        (((day(-1), day(5)),), None),
        (((day(0), day(0)),), None),
        (((day(-10), day(-1)),), Level.SOON),
        (((day(-20), day(-1)),), None),
        (((day(1), day(9)),), Level.NOW),
    ],
)
def test_a_pause_is_no_silence(pauses: tuple[tuple[date, date], ...], level: Level | None) -> None:
    expected = [silent(level, day(-30))] if level else []
    assert findings(duo(since=day(-30), pauses=pauses)) == expected


@pytest.mark.parametrize(
    ("days_left", "level"),
    [(22, None), (21, Level.SOON), (1, Level.SOON), (0, Level.NOW), (-30, Level.NOW)],
)
def test_the_end_asks_for_a_talk(days_left: int, level: Level | None) -> None:
    expected = [ending(level, day(days_left))] if level else []
    assert findings(duo(starts_on=day(days_left - 200), ends_on=day(days_left))) == expected


def test_both_rules_may_speak_about_one_duo() -> None:
    both = duo(since=day(-40), starts_on=day(-190), ends_on=day(3))
    assert findings(both) == [silent(Level.NOW, day(-40)), ending(Level.SOON, day(3))]


@given(some.lists(some.tuples(some.integers(0, 60), some.integers(-40, 60)), max_size=5))
def test_duos_do_not_touch_each_other(known: list[tuple[int, int]]) -> None:
    duos = [
        duo(duo_id=number, since=day(-quiet), ends_on=day(left)) for number, (quiet, left) in enumerate(known)
    ]
    assert findings(*duos) == [finding for one in duos for finding in findings(one)]
