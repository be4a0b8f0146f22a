"""Which ideas are shown, and in which order."""

from datetime import date, timedelta

import pytest

from samen.library.choices import Cost, Season, Where
from samen.library.rules import (
    EACH_WEEK,
    Idea,
    Wanted,
    by_turn,
    in_order,
    is_near,
    is_wanted,
    season_of,
    week_number,
    works_at,
)

pytestmark = pytest.mark.pure

MONDAY = date(2026, 11, 23)


def idea(code: str = "walk", **facts: object) -> Idea:
    known = {"domain": "nature", "minutes": 60, "level": "1.2", "where": Where.OUTSIDE, **facts}
    return Idea(code, "Wandel", "Ga wandelen.", "Waar?", **known)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("day", "season"),
    [
        (date(2026, 1, 1), Season.WINTER),
        (date(2026, 2, 28), Season.WINTER),
        (date(2026, 3, 1), Season.SPRING),
        (date(2026, 6, 1), Season.SUMMER),
        (date(2026, 8, 31), Season.SUMMER),
        (date(2026, 11, 30), Season.AUTUMN),
        (date(2026, 12, 1), Season.WINTER),
    ],
)
def test_the_season_of_a_day(day: date, season: Season) -> None:
    assert season_of(day) == season


@pytest.mark.parametrize(
    ("facts", "wanted", "shown"),
    [
        ({}, Wanted(), True),
        ({}, Wanted(domain="nature"), True),
        ({}, Wanted(domain="work"), False),
        ({"cost": Cost.SMALL}, Wanted(free_only=True), False),
        ({"cost": Cost.FREE}, Wanted(free_only=True), True),
        ({"cost": Cost.TICKET}, Wanted(), True),
        ({}, Wanted(inside=True), False),
        ({}, Wanted(inside=False), True),
        ({"where": Where.EITHER}, Wanted(inside=True), True),
        ({"where": Where.EITHER}, Wanted(inside=False), True),
        ({"where": Where.INSIDE}, Wanted(inside=False), False),
        ({"with_children": False}, Wanted(with_children=True), False),
        ({"with_children": False}, Wanted(), True),
        ({"seasons": (Season.SUMMER,)}, Wanted(season="winter"), False),
        ({"seasons": (Season.SUMMER,)}, Wanted(season="summer"), True),
        ({}, Wanted(level="1.1"), False),
        ({}, Wanted(level="1.2"), True),
    ],
)
def test_what_was_asked_for(facts: dict[str, object], wanted: Wanted, shown: bool) -> None:
    assert is_wanted(idea(**facts), wanted) is shown


@pytest.mark.parametrize(
    ("needed", "level", "works"),
    [
        ("1.1", "1.1", True),
        ("1.2", "1.1", False),
        ("2.1", "1.2", False),
        ("2.2", "2.4", True),
        ("2.2", "4", True),
        ("2.2", "", True),
        ("2.2", "unknown", True),
        ("2.2", "B1", True),
    ],
)
def test_from_which_level_it_works(needed: str, level: str, works: bool) -> None:
    assert works_at(needed, level) is works


def test_order_not_done_then_season_then_free_then_near() -> None:
    """Each is better than the next in exactly one thing, and worse in all that counts less."""
    summer = (Season.SUMMER,)
    ideas = [
        idea("done-best", own=1),
        idea("other-season", own=2, seasons=summer),
        idea("costs-a-ticket", own=3, cost=Cost.TICKET),
        idea("costs-little", own=4, cost=Cost.SMALL),
        idea("far", own=5, postal_code="2000"),
        idea("near", own=6, postal_code="9800"),
    ]
    order = in_order(ideas, on=MONDAY, km={"2000": 60.0, "9800": 1.0}, done={"done-best"})
    assert [one.code for one in order] == [
        "near",
        "far",
        "costs-little",
        "costs-a-ticket",
        "other-season",
        "done-best",
    ]
    july = [one.code for one in in_order(ideas, on=date(2026, 7, 1), km={"2000": 60.0})]
    assert july.index("other-season") < july.index("far")


@pytest.mark.parametrize(
    ("own", "km", "near"), [(1, None, True), (1, 5.0, True), (1, 5.1, False), (None, None, False)]
)
def test_what_is_near(own: int | None, km: float | None, near: bool) -> None:
    assert is_near(idea(own=own), km) is near


def test_all_week_the_same_and_other_ones_each_monday() -> None:
    ideas = [idea(f"idea-{chr(97 + n // 26)}{chr(97 + n % 26)}") for n in range(60)]
    week = [in_order(ideas, on=MONDAY + timedelta(days=day)) for day in range(7)]
    assert week == [week[0]] * 7
    weeks = [in_order(reversed(ideas), on=MONDAY + timedelta(weeks=n))[:EACH_WEEK] for n in range(5)]
    seen = [one.code for first in weeks for one in first]
    assert len(set(seen)) == len(ideas)  # everything has its turn before anything comes back
    assert in_order(ideas, on=MONDAY + timedelta(weeks=5)) == week[0]


@pytest.mark.parametrize("few", [1, 2, 3, 4, 6, 12])
def test_a_short_row_turns_too(few: int) -> None:
    """A row whose length divides twelve must not stand still."""
    ideas = [idea(f"idea-{chr(97 + n)}") for n in range(few)]
    first = [by_turn(ideas, MONDAY + timedelta(weeks=n))[0].code for n in range(few)]
    assert len(set(first)) == few


def test_nothing_in_order_is_nothing() -> None:
    assert in_order([], on=MONDAY) == []


def test_weeks_run_from_monday_on_and_across_years() -> None:
    assert week_number(MONDAY - timedelta(days=1)) + 1 == week_number(MONDAY)
    assert week_number(MONDAY + timedelta(days=6)) == week_number(MONDAY)
    assert week_number(date(2026, 12, 31)) == week_number(date(2027, 1, 3))
    assert week_number(date(2027, 1, 4)) == week_number(date(2027, 1, 3)) + 1
