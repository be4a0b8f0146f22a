"""The benefit duty on plain values: who must do what, working days, where it stands when."""

from datetime import date, timedelta
from itertools import product

import pytest
from holidays import country_holidays
from hypothesis import given
from hypothesis import strategies as st

from samen.papers import rules
from samen.papers.choices import ClearanceStatus as S
from samen.papers.choices import Duty, Knows, Waits
from samen.papers.rules import Answers, State

pytestmark = pytest.mark.pure

NEVER = date(2099, 1, 1)

# ---------- Four questions ----------


@pytest.mark.parametrize(
    ("answers", "duty", "tacit"),
    [
        ({}, Duty.NONE, False),
        ({"unemployment_office": Knows.YES}, Duty.NOTIFY, True),
        ({"social_welfare": Knows.YES}, Duty.NOTIFY, False),
        ({"reception": Knows.YES}, Duty.NOTIFY, False),
        ({"health_fund": Knows.YES}, Duty.ASK, False),
        ({"unemployment_office": Knows.YES, "health_fund": Knows.YES}, Duty.ASK, False),
        ({"unemployment_office": Knows.YES, "social_welfare": Knows.YES}, Duty.NOTIFY, False),
        ({"unemployment_office": Knows.UNSURE}, Duty.NOTIFY, True),
        ({"health_fund": Knows.UNSURE}, Duty.ASK, False),
        ({"unemployment_office": Knows.YES, "reception": Knows.UNSURE}, Duty.NOTIFY, False),
    ],
)
def test_what_follows_from_the_answers(answers: dict[str, str], duty: Duty, tacit: bool) -> None:
    said = Answers(**answers)
    assert (rules.duty_of(said), rules.has_tacit_term(said)) == (duty, tacit)


def test_no_answer_makes_somebody_freer_than_a_no() -> None:
    """Over all answers: free only who says no to everything, and silence is a yes only to notifying."""
    for said in product(Knows, repeat=4):
        answers = Answers(*said)
        assert (rules.duty_of(answers) == Duty.NONE) is (set(said) == {Knows.NO})
        assert not rules.has_tacit_term(answers) or rules.duty_of(answers) == Duty.NOTIFY


# ---------- Holidays and working days ----------

# As published; no formula.
EASTER = [(4, 12), (4, 4), (4, 17), (4, 9), (3, 31), (4, 20), (4, 5), (3, 28), (4, 16), (4, 1), (4, 21)]
ASCENSION = [(5, 21), (5, 13), (5, 26), (5, 18), (5, 9), (5, 29), (5, 14), (5, 6), (5, 25), (5, 10), (5, 30)]
WHIT_MONDAY = [(6, 1), (5, 24), (6, 6), (5, 29), (5, 20), (6, 9), (5, 25), (5, 17), (6, 5), (5, 21), (6, 10)]
FIXED = [(1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25)]
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 1))


@pytest.mark.parametrize("number", range(11))
def test_the_holidays_are_those_that_were_published(number: int) -> None:
    year = 2020 + number
    easter = date(year, *EASTER[number])
    assert rules.easter(year) == easter
    moving = [
        easter + timedelta(days=1),
        date(year, *ASCENSION[number]),
        date(year, *WHIT_MONDAY[number]),
    ]
    assert rules.belgian_holidays(year) == {*moving, *(date(year, *day) for day in FIXED)}


def test_easter_of_two_centuries_is_that_of_gauss() -> None:
    """Another algorithm: Gauss, with the two exceptions that hold from 1900 to 2099."""
    for year in range(1900, 2100):
        moon = (19 * (year % 19) + 24) % 30
        days = moon + (2 * (year % 4) + 4 * (year % 7) + 6 * moon + 5) % 7
        if days == 35 or (days == 34 and moon == 28 and year % 19 > 10):
            days -= 7
        assert rules.easter(year) == date(year, 3, 22) + timedelta(days)


def is_working_day(day: date) -> bool:
    number = day.year - 2020
    holidays = [*FIXED, ASCENSION[number], WHIT_MONDAY[number]]
    monday = date(day.year, *EASTER[number]) + timedelta(days=1)
    return day.isoweekday() < 6 and day != monday and (day.month, day.day) not in holidays


@given(DAYS, st.integers(1, 20))
def test_the_nth_working_day_is_one_and_has_so_many_before_it(day: date, n: int) -> None:
    last = rules.working_days_after(day, n)
    between = [day + timedelta(days=number) for number in range(1, (last - day).days + 1)]
    if last.year <= 2030:
        assert is_working_day(last)
        assert sum(map(is_working_day, between)) == n


@given(DAYS, st.integers(1, 20))
def test_later_filed_is_never_sooner_answered(day: date, n: int) -> None:
    assert rules.working_days_after(day, n) <= rules.working_days_after(day + timedelta(days=1), n)
    assert rules.working_days_after(day, n) < rules.working_days_after(day, n + 1)


@pytest.mark.parametrize(
    ("filed", "due"),
    [
        # Over Christmas and New Year.
        (date(2026, 12, 17), date(2027, 1, 6)),
        # Over Easter Monday.
        (date(2026, 3, 30), date(2026, 4, 16)),
        # Over Labour Day and Ascension.
        (date(2026, 4, 30), date(2026, 5, 20)),
        # A quiet fortnight.
        (date(2026, 9, 1), date(2026, 9, 17)),
        # Filed on a Saturday.
        (date(2026, 9, 5), date(2026, 9, 22)),
    ],
)
def test_twelve_working_days(filed: date, due: date) -> None:
    assert rules.working_days_after(filed, 12) == due


PUBLIC = country_holidays("BE", years=range(2020, 2032))


@pytest.mark.parametrize("year", range(2020, 2031))
def test_holidays_are_those_of_a_package_that_many_use(year: int) -> None:
    """It counts two Sundays among them, which are no working days anyway."""
    theirs = {day for day in PUBLIC if day.year == year and day.weekday() != 6}
    assert {day for day in rules.belgian_holidays(year) if day.weekday() != 6} == theirs


@given(day=st.dates(date(2020, 1, 1), date(2030, 12, 31)), n=st.integers(1, 30))
def test_the_nth_working_day_agrees_with_counting_by_that_package(day: date, n: int) -> None:
    counted, left = day, n
    while left:
        counted += timedelta(days=1)
        left -= counted.weekday() < 5 and counted not in PUBLIC
    assert rules.working_days_after(day, n) == counted


def test_no_working_days_is_the_day_itself() -> None:
    assert rules.working_days_after(date(2026, 12, 25), 0) == date(2026, 12, 25)


def test_other_holidays_can_be_given() -> None:
    bridge = date(2026, 9, 2)
    assert rules.working_days_after(date(2026, 9, 1), 1, lambda _year: {bridge}) == date(2026, 9, 3)


# ---------- States ----------


def state(status: S, duty: Duty = Duty.NOTIFY, **known: object) -> State:
    return State(status, duty, **{"ask_again_on": NEVER, **known})  # type: ignore[arg-type]


def test_every_status_is_reached_and_none_follows_itself() -> None:
    reached, waiting = set(), [S.UNKNOWN]
    while waiting:
        status = waiting.pop()
        if status not in reached:
            reached.add(status)
            waiting += rules.STEPS[status]
    assert reached == set(S) == set(rules.STEPS)
    assert [status for status in S if rules.may_step(status, status)] == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (S.UNKNOWN, S.FILED),
        (S.UNKNOWN, S.ACCEPTED),
        (S.MUST_ASK, S.FILED),
        (S.TOLD, S.ACCEPTED),
        (S.TOLD, S.TACIT),
        (S.NONE_NEEDED, S.FILED),
        (S.ACCEPTED, S.TACIT),
        (S.REFUSED, S.TACIT),
        (S.ACCEPTED, S.TOLD),
        (S.TACIT, S.FILED),
    ],
)
def test_steps_that_are_not_taken(before: S, after: S) -> None:
    assert not rules.may_step(before, after)


DUE = date(2027, 1, 6)
FILED_AT_OFFICE = state(S.FILED, answer_due_on=DUE)


def test_silence_is_a_yes_from_the_day_after_the_term() -> None:
    assert rules.state_on(FILED_AT_OFFICE, DUE) == S.FILED
    assert rules.state_on(FILED_AT_OFFICE, DUE + timedelta(days=1)) == S.TACIT
    assert rules.waits_for(FILED_AT_OFFICE, DUE) == Waits.ANSWER
    assert rules.waits_for(FILED_AT_OFFICE, DUE + timedelta(days=1)) == Waits.TERM_OVER


def test_without_a_term_silence_says_nothing() -> None:
    assert rules.state_on(state(S.FILED), date(2030, 1, 1)) == S.FILED


@given(
    st.sampled_from([status for status in S if status not in {S.UNKNOWN, S.EXPIRED}]),
    st.sampled_from([Duty.NOTIFY, Duty.ASK]),
    DAYS,
    st.none() | DAYS,
    DAYS,
)
def test_what_holds_for_every_state(status: S, duty: Duty, ask: date, due: date | None, day: date) -> None:
    due = due if duty == Duty.NOTIFY else None
    one = State(status, duty, ask, due)
    later = day + timedelta(days=400)
    if rules.state_on(one, day) == S.EXPIRED:
        assert rules.state_on(one, later) == S.EXPIRED
    # Asking again takes nothing away of what the authority said.
    asked = State(S.EXPIRED, duty, ask, due, expired_from=status)
    assert rules.stood(asked, day) == rules.stood(one, day)
    assert rules.stood(one, day) == status or (status == S.FILED and rules.stood(one, day) == S.TACIT)
    if rules.may_start(one, day):
        assert rules.stood(one, day) in {S.FILED, S.ACCEPTED, S.LIMITED, S.TACIT}
        assert duty == Duty.NOTIFY or rules.state_on(one, day) in {S.ACCEPTED, S.LIMITED, S.TACIT}
    if status == S.REFUSED:
        assert not rules.may_start(one, day)


@pytest.mark.parametrize(
    ("status", "notify", "ask"),
    [
        (S.MUST_NOTIFY, False, False),
        (S.MUST_ASK, False, False),
        (S.TOLD, False, False),
        (S.FILED, True, False),
        (S.ACCEPTED, True, True),
        (S.LIMITED, True, True),
        (S.REFUSED, False, False),
    ],
)
def test_who_may_start(status: S, notify: bool, ask: bool) -> None:
    today = date(2026, 11, 25)
    assert rules.may_start(state(status, Duty.NOTIFY), today) is notify
    assert rules.may_start(state(status, Duty.ASK), today) is ask
    assert rules.may_start(state(status, Duty.NONE), today)


@pytest.mark.parametrize(
    ("was", "notify", "ask"), [(S.ACCEPTED, True, False), (S.TACIT, True, False), (S.TOLD, False, False)]
)
def test_to_be_asked_again_stops_only_who_needs_permission(was: S, notify: bool, ask: bool) -> None:
    today = date(2026, 11, 25)
    for duty, may in ((Duty.NOTIFY, notify), (Duty.ASK, ask)):
        assert rules.may_start(state(S.EXPIRED, duty, expired_from=was), today) is may
        assert rules.may_start(state(was, duty, ask_again_on=today), today) is may
    assert rules.may_start(state(S.EXPIRED, Duty.NONE, expired_from=S.NONE_NEEDED), today)


@pytest.mark.parametrize(
    ("status", "duty", "why"),
    [
        (S.NONE_NEEDED, Duty.NONE, None),
        (S.MUST_NOTIFY, Duty.NOTIFY, Waits.TELL),
        (S.MUST_ASK, Duty.ASK, Waits.TELL),
        (S.TOLD, Duty.ASK, Waits.FILE),
        (S.FILED, Duty.ASK, Waits.ANSWER),
        (S.FILED, Duty.NOTIFY, None),
        (S.ACCEPTED, Duty.ASK, None),
        (S.REFUSED, Duty.ASK, None),
        (S.TACIT, Duty.NOTIFY, None),
    ],
)
def test_what_waits(status: S, duty: Duty, why: Waits | None) -> None:
    assert rules.waits_for(state(status, duty), date(2026, 11, 25)) == why
    assert rules.waits_for(state(status, duty, ask_again_on=date(2026, 11, 25)), date(2026, 11, 25)) == (
        Waits.ASK_AGAIN
    )


@pytest.mark.parametrize(
    ("duty", "told", "first"),
    [
        (Duty.NONE, True, S.NONE_NEEDED),
        (Duty.NONE, False, S.NONE_NEEDED),
        (Duty.NOTIFY, False, S.MUST_NOTIFY),
        (Duty.ASK, False, S.MUST_ASK),
        (Duty.NOTIFY, True, S.TOLD),
        (Duty.ASK, True, S.TOLD),
    ],
)
def test_where_a_duty_starts(duty: Duty, told: bool, first: S) -> None:
    assert rules.first_status(duty, is_told=told) == first
    assert rules.may_step(S.UNKNOWN, first)
