"""The programme's rules for a duo, on plain values."""

import calendar
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from samen.duos.choices import Light
from samen.duos.rules import (
    FORTNIGHT,
    RHYTHM_DAYS,
    Span,
    add_months,
    allowed_ends,
    end_is_near,
    fortnights,
    is_mostly_apart,
    is_paused,
    light,
    period_is_allowed,
    quiet_days,
)
from samen.initiatives.rules import FollowUp

pytestmark = pytest.mark.pure

START = date(2026, 3, 2)

days = some.dates(date(2020, 1, 1), date(2040, 12, 31))
lengths = some.integers(0, 40)


def later(count: int) -> date:
    return START + timedelta(days=count)


def spans(first: date) -> some.SearchStrategy[list[Span]]:
    """Pauses around a day, which may overlap."""
    one = some.tuples(some.integers(-60, 120), lengths).map(
        lambda pair: (first + timedelta(days=pair[0]), first + timedelta(days=sum(pair)))
    )
    return some.lists(one, max_size=4)


# ---------- Calendar months ----------


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 1, 15), 6, date(2026, 7, 15)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 8, 31), 12, date(2027, 8, 31)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2028, 2, 29), 6, date(2028, 8, 29)),
        (date(2026, 12, 31), 6, date(2027, 6, 30)),
        (date(2026, 12, 31), 12, date(2027, 12, 31)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 12, 1), 0, date(2026, 12, 1)),
    ],
)
def test_months_are_calendar_months(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected


@given(days, some.integers(0, 48))
def test_a_month_later_is_the_same_day_or_the_last_of_that_month(day: date, months: int) -> None:
    then = add_months(day, months)
    assert (then.year - day.year) * 12 + then.month - day.month == months
    assert then.day == min(day.day, calendar.monthrange(then.year, then.month)[1])


@pytest.mark.parametrize(
    ("starts_on", "first", "last"),
    [
        (date(2026, 8, 31), date(2027, 2, 28), date(2027, 8, 31)),
        (date(2028, 2, 29), date(2028, 8, 29), date(2029, 2, 28)),
        (date(2026, 11, 24), date(2027, 5, 24), date(2027, 11, 24)),
    ],
)
def test_a_duo_lasts_six_to_twelve_calendar_months(starts_on: date, first: date, last: date) -> None:
    one = timedelta(days=1)
    assert allowed_ends(starts_on) == (first, last)
    ends = [first - one, first, last, last + one]
    assert [period_is_allowed(starts_on, end) for end in ends] == [False, True, True, False]


@given(days)
def test_some_end_is_allowed_for_every_start(starts_on: date) -> None:
    first, last = allowed_ends(starts_on)
    assert starts_on < first < last
    assert 181 <= (first - starts_on).days <= 184
    assert 365 <= (last - starts_on).days <= 366


# ---------- Quiet days ----------


@pytest.mark.parametrize(
    ("pauses", "today", "expected"),
    [
        ([], later(0), 0),
        ([], later(20), 20),
        ([], later(-3), 0),
        ([(later(5), later(9))], later(20), 15),
        ([(later(5), later(5))], later(20), 19),
        # The day of the meeting itself is no quiet day, so a pause from that day on saves one day less.
        ([(later(0), later(4))], later(20), 16),
        ([(later(-9), later(4))], later(20), 16),
        # Of a pause that lasts, only the days until today count.
        ([(later(15), later(40))], later(20), 14),
        ([(later(30), later(40))], later(20), 20),
        # Two pauses on the same days count once.
        ([(later(5), later(9)), (later(7), later(11))], later(20), 13),
    ],
)
def test_quiet_days_leave_pauses_out(pauses: list[Span], today: date, expected: int) -> None:
    assert quiet_days(since=START, pauses=pauses, today=today) == expected


@given(spans(START), some.integers(0, 150))
def test_a_pause_never_makes_a_duo_quieter(pauses: list[Span], count: int) -> None:
    quiet = quiet_days(since=START, pauses=pauses, today=later(count))
    awake = [day for day in map(later, range(1, count + 1)) if not is_paused(pauses, day)]
    assert quiet == len(awake)


@given(spans(START), some.integers(0, 150))
def test_a_day_adds_one_quiet_day_or_none(pauses: list[Span], count: int) -> None:
    before, after = (
        quiet_days(since=START, pauses=pauses, today=day) for day in (later(count), later(count + 1))
    )
    assert after - before == (0 if is_paused(pauses, later(count + 1)) else 1)


# ---------- The light ----------


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (0, Light.GOOD),
        (14, Light.GOOD),
        (15, Light.WARN),
        (28, Light.WARN),
        (29, Light.BAD),
        (400, Light.BAD),
    ],
)
def test_orange_after_two_weeks_red_after_four(count: int, expected: Light) -> None:
    assert light(since=START, pauses=[], rhythm_days=RHYTHM_DAYS, today=later(count)) is expected


@pytest.mark.parametrize(("count", "expected"), [(7, Light.GOOD), (8, Light.WARN), (15, Light.BAD)])
def test_a_tighter_rhythm_warns_sooner(count: int, expected: Light) -> None:
    assert light(since=START, pauses=[], rhythm_days=7, today=later(count)) is expected


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (19, Light.WARN),
        (20, Light.PAUSE),
        (30, Light.PAUSE),
        # Eleven days of rest: what was 31 days is 20.
        (31, Light.WARN),
        (39, Light.WARN),
        (40, Light.BAD),
    ],
)
def test_a_pause_keeps_the_light_quiet_on_both_its_days(count: int, expected: Light) -> None:
    pauses = [(later(20), later(30))]
    assert light(since=START, pauses=pauses, rhythm_days=RHYTHM_DAYS, today=later(count)) is expected


@given(spans(START), some.integers(0, 150), some.integers(1, 30))
def test_meeting_today_turns_the_light_good(pauses: list[Span], count: int, rhythm: int) -> None:
    today = later(count)
    expected = Light.PAUSE if is_paused(pauses, today) else Light.GOOD
    assert light(since=today, pauses=pauses, rhythm_days=rhythm, today=today) is expected


# ---------- The strip ----------


def states(**known: object) -> list[str]:
    values = {
        "starts_on": START,
        "ends_on": later(69),
        "met_on": [],
        "pauses": [],
        "today": later(30),
        **known,
    }
    return [bead.state for bead in fortnights(**values)]  # type: ignore[arg-type]


def test_the_strip_tells_two_weeks_at_a_time() -> None:
    assert states(met_on=[later(13), later(14)]) == ["met", "met", "now", "ahead", "ahead"]
    assert states(met_on=[later(3)]) == ["met", "missed", "now", "ahead", "ahead"]
    assert states(pauses=[(later(20), later(60))]) == ["missed", "paused", "paused", "ahead", "ahead"]
    assert states(met_on=[later(20)], pauses=[(later(20), later(21))])[1] == "met"
    assert states(today=later(27))[1:3] == ["now", "ahead"]
    assert states(today=later(28))[1:3] == ["missed", "now"]
    assert states(today=later(-1)) == ["ahead"] * 5


def test_the_last_bead_ends_with_the_agreement() -> None:
    *_others, last = fortnights(
        starts_on=START, ends_on=later(70), met_on=[later(70)], pauses=[], today=later(71)
    )
    assert (last.first, last.last, last.meetings) == (later(70), later(70), 1)


@given(days, some.integers(6, 12), some.lists(some.integers(0, 366), max_size=60), some.integers(-5, 400))
def test_the_strip_holds_every_day_of_the_agreement_once(
    starts_on: date, months: int, met: list[int], count: int
) -> None:
    ends_on = add_months(starts_on, months)
    met_on = [starts_on + timedelta(days=day) for day in met]
    strip = fortnights(
        starts_on=starts_on,
        ends_on=ends_on,
        met_on=met_on,
        pauses=[],
        today=starts_on + timedelta(days=count),
    )
    assert strip[0].first == starts_on
    assert strip[-1].last == ends_on
    assert all(after.first - before.last == timedelta(days=1) for before, after in pairwise(strip))
    assert all(bead.last - bead.first == FORTNIGHT - timedelta(days=1) for bead in strip[:-1])
    assert sum(bead.meetings for bead in strip) == sum(starts_on <= day <= ends_on for day in met_on)
    assert sum(bead.state == "now" for bead in strip) <= 1


# ---------- The closing talk ----------


@pytest.mark.parametrize(("days_left", "expected"), [(22, False), (21, True), (0, True), (-10, True)])
def test_the_closing_talk_is_three_weeks_before_the_end(days_left: int, expected: bool) -> None:
    assert end_is_near(ends_on=later(days_left), today=START, follow_up=FollowUp()) is expected
    sooner = FollowUp(closing_talk=22)
    assert end_is_near(ends_on=later(days_left), today=START, follow_up=sooner) is (days_left <= 22)


# ---------- Together or apart ----------


@pytest.mark.parametrize(
    ("apart", "times", "expected"), [(0, 0, False), (0, 3, False), (1, 2, False), (2, 3, True), (1, 1, True)]
)
def test_apart_is_said_when_it_is_more_than_half(apart: int, times: int, expected: bool) -> None:
    assert is_mostly_apart(apart=apart, times=times) is expected
