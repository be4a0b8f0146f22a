"""A profile refuses what cannot be, so that nothing further has to ask."""

from typing import Any

import pytest

from duomatch import AgeWish, DistanceWish, GenderWish, Impossible, Strength, TimeWish
from duomatch.availability import ALWAYS, from_slots, slots
from tests.duomatch.people import TODAY, coach, newcomer

pytestmark = pytest.mark.pure


@pytest.mark.parametrize(
    "facts",
    [
        {"gender": "man"},
        {"personality": 0},
        {"personality": 6},
        {"availability": ALWAYS + 1},
        {"availability": -1},
        {"place": (91.0, 0.0)},
        {"place": (float("nan"), 3.0)},
        {"capacity": 2},
        {"capacity": 0},
        {"wishes": (TimeWish(), TimeWish(Strength.MUST))},
    ],
)
def test_a_newcomer_out_of_range_is_refused(facts: dict[str, Any]) -> None:
    with pytest.raises(Impossible, match="N1") as refusal:
        newcomer(**facts)
    assert refusal.value.code == "bad_profile"


def test_an_empty_id_and_an_unknown_role_are_refused() -> None:
    with pytest.raises(Impossible):
        newcomer("")
    with pytest.raises(Impossible):
        type(newcomer())(id="N1", role="visitor")


def test_a_coach_may_take_several_or_none_but_not_less() -> None:
    assert coach(capacity=3).capacity == 3
    assert coach(capacity=0).capacity == 0
    with pytest.raises(Impossible):
        coach(capacity=-1)


def test_age_is_the_year_minus_the_birth_year() -> None:
    assert newcomer(birth_year=1990).age(TODAY) == 36
    assert newcomer().age(TODAY) is None
    assert newcomer(birth_year=1990).age(None) is None


@pytest.mark.parametrize(
    "make",
    [
        lambda: GenderWish("v"),
        lambda: AgeWish(),
        lambda: AgeWish(50, 40),
        lambda: DistanceWish(-1.0),
        lambda: DistanceWish(float("nan")),
    ],
)
def test_a_wish_that_says_nothing_is_refused(make: object) -> None:
    with pytest.raises(Impossible) as refusal:
        make()  # type: ignore[operator]
    assert refusal.value.code == "bad_wish"


def test_availability_goes_to_bits_and_back() -> None:
    free = [(0, 0), (2, 1), (6, 2)]
    assert from_slots(free) == 0b1 | 1 << 7 | 1 << 20
    assert slots(from_slots(free)) == free


@pytest.mark.parametrize("slot", [(7, 0), (-1, 0), (0, 3)])
def test_a_daypart_that_does_not_exist_is_refused(slot: tuple[int, int]) -> None:
    with pytest.raises(Impossible):
        from_slots([slot])
