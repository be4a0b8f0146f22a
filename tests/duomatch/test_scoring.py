"""Points: each layer on its own, and the fast scorer equal to the readable one."""

from datetime import timedelta
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from duomatch import Profile, Weights, explain_pair
from duomatch.bitsets import count_common, pack
from duomatch.columns import pool_of
from duomatch.distance import distance_km
from duomatch.pairings import Pairings
from duomatch.scoring import score_pairs
from duomatch.verdicts import judge
from duomatch.wish_masks import blocked
from duomatch.wishes import KINDS
from tests.duomatch.people import DEINZE, GENT, OOSTENDE, TODAY, Case, cases, coach, newcomer

pytestmark = pytest.mark.pure


def score(of_newcomer: dict[str, Any], of_coach: dict[str, Any]) -> float:
    return explain_pair(newcomer(**of_newcomer), coach(**of_coach), on=TODAY).score


def words(count: int) -> frozenset[str]:
    return frozenset(f"word {number}" for number in range(count))


def test_more_shared_interests_are_better_but_never_outweigh_a_wish() -> None:
    scores = [score({"interests": words(count)}, {"interests": words(50)}) for count in range(50)]
    assert scores[:3] == [0.0, 3.0, 4.5]
    assert scores == sorted(set(scores))
    assert scores[-1] + Weights().profession < Weights().wish


def test_more_than_64_different_words_are_counted() -> None:
    left, right = pack([words(200), words(0)], [words(150), words(70)])
    assert count_common(left, right, np.array([[0], [1]]), np.array([[0, 1]])).tolist() == [[150, 70], [0, 0]]


def test_nothing_shared_is_told_calmly_and_costs_nothing() -> None:
    pair = explain_pair(newcomer(interests=words(1)), coach(interests=frozenset({"koken"})))
    assert [(reason.code, reason.points) for reason in pair.reasons] == [("no_shared_interest", 0.0)]


def test_the_same_profession_counts_however_it_is_written() -> None:
    assert score({"profession": " Verpleging"}, {"profession": "verpleging"}) == 3.0
    assert score({"profession": ""}, {"profession": ""}) == 0.0
    assert score({"profession": "bouw"}, {"profession": "verpleging"}) == 0.0


def test_nearer_is_better_without_any_wish() -> None:
    near, far = (score({"place": DEINZE}, {"place": place}) for place in (GENT, OOSTENDE))
    assert score({"place": DEINZE}, {"place": DEINZE}) == 10.0
    assert 10.0 > near > far > 0.0
    assert score({"place": DEINZE}, {}) == 0.0


def test_more_dayparts_in_common_are_better() -> None:
    assert [score({"availability": 0b111}, {"availability": bits}) for bits in (0b1000, 0b1, 0b11)] == [
        0,
        1.5,
        2,
    ]


def test_alike_personalities_are_better() -> None:
    assert [score({"personality": 1}, {"personality": other}) for other in (1, 3, 5)] == [1.5, 0.75, 0.0]
    assert score({"personality": 3}, {}) == 0.0


def test_family_and_languages_help_a_bit() -> None:
    assert score({"children_bands": {"0-3", "4-6"}}, {"children_bands": {"4-6"}}) == 2.0
    assert score({"household": "family"}, {"household": "family"}) == 1.0
    assert score({"household": "family"}, {"household": "alone"}) == 0.0
    assert score({"languages": {"ar", "fr"}}, {"languages": {"fr"}}) == 1.0


def test_waiting_is_linear_has_no_ceiling_and_weighs_more_for_newcomers() -> None:
    def waited(days: int) -> dict[str, Any]:
        return {"registered_on": TODAY - timedelta(days=days)}

    assert [score(waited(days), {}) for days in (-5, 0, 100, 10_000)] == [0.0, 0.0, 2.0, 200.0]
    assert [score({}, waited(days)) for days in (100, 10_000)] == [0.5, 50.0]
    assert explain_pair(newcomer(**waited(100)), coach(), on=None).score == 0.0


def test_distance_is_the_great_circle() -> None:
    # 1 degree of latitude on a sphere of radius 6371.0088 km
    assert distance_km((50.0, 4.0), (51.0, 4.0)) == pytest.approx(111.195, abs=0.001)
    assert distance_km((0.0, 0.0), (0.0, 180.0)) == pytest.approx(20015.115, abs=0.001)
    assert distance_km(DEINZE, DEINZE) == 0.0
    assert distance_km(DEINZE, None) is None


@st.composite
def any_weights(draw: st.DrawFn) -> Weights:
    names = list(Weights().__slots__)
    return Weights(**{name: draw(st.floats(0.001, 40)) for name in names})


@given(cases(), any_weights() | st.just(Weights()))
def test_the_fast_scorer_equals_the_readable_one(case: Case, weights: Weights) -> None:
    pairs, people = everybody(case)
    points = score_pairs(pairs, weights)
    for at, (one, other) in enumerate(people):
        explained = explain_pair(one, other, on=case.rules["on"], weights=weights)
        assert int(points.merit[at] + points.waiting[at]) == sum(reason.mils for reason in explained.reasons)
        codes = {reason.code for reason in explained.reasons}
        assert bool(points.bond[at]) == bool(codes & {"shared_interests", "same_profession"})


@given(cases())
def test_the_fast_judge_equals_the_readable_one(case: Case) -> None:
    pairs, people = everybody(case)
    for kind in KINDS:
        for by in ("newcomer", "coach"):
            fast = blocked(kind, by, pairs)
            for at, (one, other) in enumerate(people):
                verdicts = (
                    judge(one, other, case.rules["on"])
                    if by == "newcomer"
                    else judge(other, one, case.rules["on"])
                )
                stops = [verdict for verdict in verdicts if verdict.wish.kind == kind and verdict.blocks]
                assert bool(fast.all[at]) == bool(stops)
                assert bool(fast.unknown[at]) == any(verdict.outcome == "unknown" for verdict in stops)


def everybody(case: Case) -> tuple[Pairings, list[tuple[Profile, Profile]]]:
    pool = pool_of(case.newcomers, case.coaches, case.rules["on"])
    i, j = (axis.ravel() for axis in np.indices((len(pool.newcomers), len(pool.coaches))))
    people = [(pool.newcomers.people[a], pool.coaches.people[b]) for a, b in zip(i, j, strict=True)]
    return Pairings(pool, i, j), people
