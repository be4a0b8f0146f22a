"""Two moments that reach most, the better of two, names in a text, and how long a page lives."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.base.clock import BRUSSELS
from samen.exchanges import rules

pytestmark = pytest.mark.pure

THURSDAY_MORNING, THURSDAY_EVENING, MONDAY_EVENING = (3, 0), (3, 2), (0, 2)
BITS = st.integers(1, 2**21 - 1)


def bits(*slots: rules.Slot) -> int:
    return sum(1 << (day * 3 + part) for day, part in slots)


def test_the_best_two_moments_reach_everybody_and_the_same_day_goes_first() -> None:
    free = [bits(THURSDAY_MORNING), bits(THURSDAY_EVENING, MONDAY_EVENING), bits(THURSDAY_MORNING)]
    best = rules.twins(free)[0]
    assert best == rules.Twin(THURSDAY_MORNING, THURSDAY_EVENING, 3, 3)
    assert rules.moments(free)[0] == rules.Moment(THURSDAY_MORNING, 2, 3)


def test_of_nobody_nothing_is_proposed() -> None:
    assert rules.twins([]) == []
    assert rules.moments([]) == []


@given(st.lists(BITS, min_size=1, max_size=20))
def test_no_two_moments_by_day_and_in_the_evening_reach_more(free: list[int]) -> None:
    found = rules.twins(free)
    every = {
        (day, part, evening): sum(bool(one & bits((day, part), (evening, 2))) for one in free)
        for day in range(7)
        for part in (0, 1)
        for evening in range(7)
    }
    assert (found[0].reached if found else 0) == max(every.values())
    assert all(one.reached == every[*one.by_day, one.evening[0]] for one in found)


@pytest.mark.parametrize(
    ("free", "moment"),
    [
        (None, 0),
        (0, 0),
        (bits(THURSDAY_MORNING), 0),
        (bits(THURSDAY_EVENING), 1),
        (bits(THURSDAY_MORNING, THURSDAY_EVENING), 0),
        (bits(MONDAY_EVENING), 0),
    ],
)
def test_who_can_come_only_to_the_second_is_asked_to_that_one(free: int | None, moment: int) -> None:
    assert rules.better_moment(free, THURSDAY_MORNING, THURSDAY_EVENING) == moment


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Iedereen vond dat samen koken helpt.", []),
        ("Amal vertelde over de dokter.", ["Amal"]),
        ("AMAL vertelde.", ["Amal"]),
        ("Bij Amal’s zoon ging het goed.", ["Amal"]),
        ("Wij spraken over de amalgaam van talen.", []),
        ("Een an was er niet.", []),
        ("An was er.", ["An"]),
        ("José en Jose zijn er.", ["José"]),
        ("Van den Broeck zei dat.", ["Van den Broeck"]),
        ("Dat zei أمل ook.", ["أمل"]),
        ("Jean-Pierre vertelde veel.", ["Jean-Pierre"]),
        ("De Amal-groep lachte.", ["Amal"]),
        ("De groep is niet te groot.", []),
        ("Met de fiets van huis naar den broeck.", []),
        ("", []),
    ],
)
def test_a_name_is_found_as_a_word(text: str, found: list[str]) -> None:
    assert (
        rules.names_in(text, ["Amal", "An", "José", "Van den Broeck", "أمل", "Jean-Pierre", "De Groot", ""])
        == found
    )


def test_the_page_closes_a_week_after() -> None:
    ends = datetime(2026, 11, 25, 21, tzinfo=BRUSSELS)
    assert rules.page_is_open(ends_at=ends, now=ends + timedelta(days=7))
    assert not rules.page_is_open(ends_at=ends, now=ends + timedelta(days=7, seconds=1))
