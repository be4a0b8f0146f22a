"""Weights: the order of the programme, and what is refused."""

import math

import pytest

from duomatch import Impossible, Weights
from duomatch.weights import mils, part_earned, part_kept

pytestmark = pytest.mark.pure


def test_the_defaults_keep_the_order_of_the_programme() -> None:
    weights = Weights()
    first_interest = weights.interests * part_earned(1, weights.interests_half)
    assert weights.wish >= weights.interests + weights.profession
    assert first_interest > weights.personality
    assert weights.profession > weights.personality


def test_values_take_the_place_of_the_defaults() -> None:
    assert Weights.from_mapping({"distance": 4, "floor": 0}) == Weights(distance=4.0, floor=0.0)


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"distanse": 4}, "unknown_weight"),
        ({"distance": -1}, "bad_weight"),
        ({"distance": math.inf}, "bad_weight"),
        ({"distance": math.nan}, "bad_weight"),
        ({"distance": 1001}, "bad_weight"),
        ({"distance": 10**400}, "bad_weight"),
        ({"distance": "4"}, "bad_weight"),
        ({"distance": True}, "bad_weight"),
        ({"distance": None}, "bad_weight"),
        ({"distance_half_km": 0}, "bad_weight"),
    ],
)
def test_a_weight_that_cannot_be_is_refused_by_name(values: dict[str, object], code: str) -> None:
    with pytest.raises(Impossible, match=next(iter(values))) as refusal:
        Weights.from_mapping(values)
    assert refusal.value.code == code


def test_curves() -> None:
    assert [part_earned(count, 2.0) for count in (0, 2)] == [0.0, 0.5]
    assert [part_kept(km, 5.0) for km in (0, 5)] == [1.0, 0.5]
    assert mils(1.2345) == 1234
