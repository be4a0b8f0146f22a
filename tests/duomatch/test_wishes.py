"""Hard and soft wishes of either side, one rule at a time (R30, R31)."""

from typing import Any

import pytest

from duomatch import (
    AgeWish,
    DistanceWish,
    GenderWish,
    Pair,
    Profile,
    Strength,
    TimeWish,
    Wish,
    explain_pair,
    propose,
)
from duomatch.weights import Weights
from tests.duomatch.people import DEINZE, GENT, TODAY, coach, newcomer

pytestmark = pytest.mark.pure

MUST, PREFER, NO_MATTER = Strength.MUST, Strength.PREFER, Strength.NO_MATTER
KM = 17.5  # Deinze to Gent is a little under


def pair_of(one: Profile, other: Profile) -> Pair | None:
    return next(iter(propose([one], [other], on=TODAY).pairs), None)


CASES = [
    # wish of the one, facts of the other, outcome
    (GenderWish("f"), {"gender": "f"}, "met"),
    (GenderWish("f"), {"gender": "m"}, "broken"),
    (GenderWish("f"), {}, "unknown"),
    (AgeWish(36, 36), {"birth_year": 1990}, "met"),
    (AgeWish(youngest=37), {"birth_year": 1990}, "broken"),
    (AgeWish(oldest=35), {"birth_year": 1990}, "broken"),
    (AgeWish(oldest=35), {}, "unknown"),
    (DistanceWish(KM), {"place": GENT}, "met"),
    (DistanceWish(10), {"place": GENT}, "broken"),
    (DistanceWish(10), {}, "unknown"),
    (TimeWish(), {"availability": 0b110}, "met"),
    (TimeWish(), {"availability": 0b100}, "broken"),
    (TimeWish(), {}, "unknown"),
]


def with_strength(wish: Wish, strength: Strength) -> Wish:
    return type(wish)(**{name: getattr(wish, name) for name in wish.__slots__} | {"strength": strength})


@pytest.mark.parametrize("by", ["newcomer", "coach"])
@pytest.mark.parametrize(("wish", "facts", "outcome"), CASES)
def test_a_must_blocks_unless_met_and_unknown_time_is_lenient(
    wish: Wish, facts: dict[str, Any], outcome: str, by: str
) -> None:
    own: dict[str, Any] = {"place": DEINZE, "availability": 0b011, "wishes": (with_strength(wish, MUST),)}
    people = (newcomer(**own), coach(**facts)) if by == "newcomer" else (newcomer(**facts), coach(**own))
    explained = explain_pair(*people, on=TODAY)
    verdict = explained.reasons[0]
    lenient = outcome == "unknown" and wish.kind == "time"
    assert (verdict.code, verdict.values["by"]) == (f"{wish.kind}_wish", by)
    assert (verdict.values["outcome"], verdict.values["strength"]) == (outcome, "must")
    assert verdict.blocks == (outcome != "met" and not lenient)
    assert (pair_of(*people) is not None) == (outcome == "met" or lenient)


@pytest.mark.parametrize(("wish", "facts", "outcome"), CASES)
def test_a_preference_earns_points_only_when_met_and_never_blocks(
    wish: Wish, facts: dict[str, Any], outcome: str
) -> None:
    own: dict[str, Any] = {"place": DEINZE, "availability": 0b011, "wishes": (with_strength(wish, PREFER),)}
    found = pair_of(newcomer(**own), coach(**facts))
    assert found is not None
    assert found.reasons[0].points == (Weights().wish if outcome == "met" else 0.0)


@pytest.mark.parametrize(("wish", "facts", "outcome"), CASES)
def test_a_wish_that_does_not_matter_is_not_even_told(
    wish: Wish, facts: dict[str, Any], outcome: str
) -> None:
    own: dict[str, Any] = {"place": DEINZE, "availability": 0b011}
    silent = explain_pair(newcomer(**own), coach(**facts), on=TODAY)
    told = explain_pair(newcomer(**own, wishes=(with_strength(wish, NO_MATTER),)), coach(**facts), on=TODAY)
    assert told == silent


def test_who_insists_is_not_served_less_than_who_prefers() -> None:
    insists = newcomer(wishes=(GenderWish("f", MUST),))
    prefers = newcomer(wishes=(GenderWish("f", PREFER),))
    an = coach(gender="f")
    assert explain_pair(insists, an).score == explain_pair(prefers, an).score


def test_no_time_in_common_is_told_but_blocks_nobody_without_a_wish() -> None:
    found = pair_of(newcomer(availability=0b01), coach(availability=0b10))
    assert found is not None
    assert [reason.code for reason in found.reasons] == ["no_common_time"]
