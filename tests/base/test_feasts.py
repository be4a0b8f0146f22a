"""Public holidays, school holidays, feasts, and a yearly plan that avoids them."""

import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.base import feasts
from samen.base.feasts import Hint, Kind, hints_on, propose_dates

pytestmark = pytest.mark.pure

YEARS = range(2026, 2031)
TUESDAY, THURSDAY = 1, 3


def of(day: date, kind: Kind) -> list[str]:
    return [str(hint.name) for hint in hints_on(day) if hint.kind == kind]


def span(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


# ---------- What is on a day ----------


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2027, 1, 1), "nieuwjaar"),
        (date(2027, 3, 29), "paasmaandag"),
        (date(2027, 5, 6), "Hemelvaart"),
        (date(2027, 5, 17), "pinkstermaandag"),
        (date(2027, 7, 21), "nationale feestdag"),
        (date(2026, 11, 11), "Wapenstilstand"),
        (date(2026, 12, 25), "Kerstmis"),
    ],
)
def test_public_holidays(day: date, name: str) -> None:
    assert of(day, Kind.PUBLIC) == [name]


@pytest.mark.parametrize(
    ("first", "last", "name"),
    [
        # As schools published them (onderwijs.vlaanderen.be, schoolvakanties).
        (date(2025, 10, 27), date(2025, 11, 2), "herfstvakantie"),
        (date(2025, 12, 22), date(2026, 1, 4), "kerstvakantie"),
        (date(2026, 2, 16), date(2026, 2, 22), "krokusvakantie"),
        (date(2026, 4, 6), date(2026, 4, 19), "paasvakantie"),
        (date(2026, 7, 1), date(2026, 8, 31), "zomervakantie"),
        (date(2027, 11, 1), date(2027, 11, 7), "herfstvakantie"),
        (date(2027, 12, 27), date(2028, 1, 9), "kerstvakantie"),
        (date(2028, 2, 28), date(2028, 3, 5), "krokusvakantie"),
        (date(2028, 4, 3), date(2028, 4, 17), "paasvakantie"),
        (date(2028, 5, 26), date(2028, 5, 26), "brugdag na Hemelvaart"),
    ],
)
def test_school_holidays_in_flanders(first: date, last: date, name: str) -> None:
    assert {tuple(of(day, Kind.SCHOOL)) for day in span(first, last)} == {(name,)}
    assert of(first - timedelta(days=1), Kind.SCHOOL) == of(last + timedelta(days=1), Kind.SCHOOL) == []


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 3, 20), "Suikerfeest (kan een dag verschuiven)"),
        (date(2026, 5, 27), "Offerfeest (kan een dag verschuiven)"),
        (date(2026, 4, 12), "orthodox Pasen"),
        (date(2027, 1, 7), "orthodox Kerstmis"),
        (date(2026, 9, 21), "Jom Kipoer"),
        (date(2025, 10, 20), "Diwali"),
        (date(2027, 4, 14), "Vaisakhi"),
        (date(2026, 5, 31), "Vesak"),
        (date(2026, 2, 17), "Chinees nieuwjaar"),
        (date(2027, 3, 21), "Newroz"),
        (date(2027, 9, 12), "Ethiopisch en Eritrees nieuwjaar"),
    ],
)
def test_feasts_of_several_calendars(day: date, name: str) -> None:
    assert of(day, Kind.FEAST) == [name]


def test_ramadan_is_every_day_until_it_ends() -> None:
    days = span(date(2027, 2, 8), date(2027, 3, 8))
    assert {tuple(of(day, Kind.FEAST)) for day in days} == {("ramadan",)}
    assert "ramadan" not in of(date(2027, 2, 7), Kind.FEAST)
    assert of(date(2027, 3, 9), Kind.FEAST) == ["Suikerfeest (kan een dag verschuiven)"]


def test_ramadan_may_run_over_new_year() -> None:
    """In 2030 one begins on 26 December."""
    assert "ramadan" in of(date(2030, 12, 31), Kind.FEAST)
    assert "ramadan" in of(date(2031, 1, 1), Kind.FEAST)
    assert "ramadan" not in of(date(2031, 1, 24), Kind.FEAST)


def test_an_ordinary_day_has_nothing() -> None:
    assert hints_on(date(2026, 11, 18)) == []


@pytest.mark.parametrize("year", YEARS)
def test_the_coming_years_are_known(year: int) -> None:
    assert feasts.is_known(year)
    assert [str(name) for name in feasts.FEASTS.values() if not str(name)] == []


@pytest.mark.parametrize("day", [date(1, 1, 1), date(2009, 5, 12), date(2036, 5, 12), date(9999, 12, 31)])
def test_a_year_that_is_not_known_is_not_called_free(day: date) -> None:
    assert hints_on(day)[-1] == feasts.YEAR_NOT_KNOWN


def test_every_name_of_the_package_has_our_word() -> None:
    """A new version may bring another name: it is shown as it stands, and this test tells."""
    theirs = {
        name for year in YEARS for kind in ("public", "school") for _d, name in feasts._belgian(kind, year)
    }
    assert theirs <= set(feasts.NAMES)


def test_a_name_without_our_word_is_shown_as_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feasts, "NAMES", {})
    feasts._hints_of.cache_clear()
    try:
        assert hints_on(date(2027, 1, 1))[0] == Hint(Kind.PUBLIC, "Nieuwjaar")
    finally:
        feasts._hints_of.cache_clear()


def test_the_package_is_loaded_only_when_it_is_asked() -> None:
    code = "import sys, samen.base.feasts; sys.exit('holidays' in sys.modules)"
    assert (
        subprocess.run([sys.executable, "-c", code], check=False, env={"PYTHONPATH": "src"}).returncode == 0
    )


# ---------- A yearly plan ----------


def test_a_year_of_tuesdays_and_thursdays() -> None:
    days = [proposal.day for proposal in propose_dates(date(2027, 1, 12), 12, 1, [TUESDAY, THURSDAY])]
    assert days == [
        date(2027, 1, 12),
        # Ramadan begins on the 8th; the week before is free.
        date(2027, 2, 4),
        date(2027, 3, 11),
        # The Easter holiday ends on the 11th.
        date(2027, 4, 13),
        date(2027, 5, 11),
        date(2027, 6, 10),
        # No July, no August.
        date(2027, 9, 14),
        date(2027, 10, 12),
        date(2027, 11, 9),
        date(2027, 12, 14),
    ]


def test_what_is_close_is_told() -> None:
    (proposal,) = propose_dates(date(2027, 10, 19), 1, 1, [TUESDAY])
    assert (proposal.day, proposal.hints_near) == (date(2027, 10, 19), ())
    (proposal,) = propose_dates(date(2027, 11, 9), 1, 1, [TUESDAY])
    assert [(near.day, str(near.hint.name)) for near in proposal.hints_near] == [
        (date(2027, 11, 7), "herfstvakantie"),
        (date(2027, 11, 11), "Wapenstilstand"),
    ]


def test_a_feast_is_taken_when_nothing_else_is_left() -> None:
    """All Mondays of February 2026 after the 17th are Ramadan, or Carnival holiday."""
    (proposal,) = propose_dates(date(2026, 2, 17), 1, 1, [0])
    assert proposal.day == date(2026, 2, 23)
    assert "ramadan" in [str(near.hint.name) for near in proposal.hints_near]


def test_a_plan_into_years_that_are_not_known_says_so() -> None:
    (proposal,) = propose_dates(date(2040, 3, 6), 1, 1, [TUESDAY])
    assert proposal.hints_near[-1].hint == feasts.YEAR_NOT_KNOWN


@pytest.mark.parametrize(("months", "weekdays"), [(0, [1]), (-1, [1]), (12, []), (12, [9])])
def test_nothing_asked_is_nothing_proposed(months: int, weekdays: list[int]) -> None:
    assert propose_dates(date(2027, 1, 12), months, 1, weekdays) == []


@given(
    first=st.dates(date(2024, 1, 1), date(2038, 12, 31)),
    months=st.integers(1, 24),
    every=st.integers(1, 6),
    weekdays=st.lists(st.integers(0, 6), min_size=1, max_size=7, unique=True),
)
def test_every_plan_keeps_its_word(first: date, months: int, every: int, weekdays: list[int]) -> None:
    plan = propose_dates(first, months, every, weekdays)
    days = [proposal.day for proposal in plan]
    assert plan == propose_dates(first, months, every, sorted(weekdays))
    assert days == sorted(days)
    assert all(day >= first and day.weekday() in weekdays for day in days)
    since = [(day.year - first.year) * 12 + day.month - first.month for day in days]
    assert len(set(since)) == len(since)
    assert all(n < months and n % every == 0 for n in since)
    for day in days:
        assert of(day, Kind.PUBLIC) == of(day, Kind.SCHOOL) == []
        if of(day, Kind.FEAST):
            others = span(day.replace(day=1), day.replace(day=28))
            free = [one for one in others if one >= first and one.weekday() in weekdays and not hints_on(one)]
            assert free == []


def test_a_second_moment_is_no_holiday_either() -> None:
    # Thursday 6 May 2027 is Ascension Day: the Tuesday before it is not proposed with a Thursday evening.
    tuesday, thursday = 1, 3
    first = date(2027, 5, 4)
    alone = feasts.propose_dates(first, 1, 1, [tuesday])
    with_evening = feasts.propose_dates(first, 1, 1, [tuesday], then=thursday)
    assert alone[0].day == first
    assert with_evening[0].day != first
