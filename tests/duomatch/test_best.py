"""The whole proposal: valid, best (against brute force), settled by id, the same in any order."""

import random
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from duomatch import Policy, Profile, Weights, explain_pair, propose
from duomatch.assignment import best_assignment, prove
from duomatch.checks import faults
from duomatch.columns import Ints
from duomatch.errors import Impossible
from tests.duomatch.people import TODAY, Case, cases, coach, newcomer

pytestmark = pytest.mark.pure

Key = tuple[str, str]
POLICIES = st.sampled_from(Policy)


def allowed(case: Case, policy: Policy) -> dict[Key, float]:
    """Every pair that may be proposed, with its score, told by the readable rules alone."""
    rules = case.rules
    scores = {}
    for one in case.newcomers:
        for other in case.coaches:
            key = (one.id, other.id)
            pair = explain_pair(one, other, on=rules["on"], bonus=rules["bonuses"].get(key, 0.0))
            bare = rules["require_shared_interest"] and not pair.shared_interests
            if key in rules["bans"] or pair.obstacles or bare:
                continue
            if policy == Policy.MOST_DUOS or clears_floor(pair.as_dict()):
                scores[key] = pair.score
    return scores


def clears_floor(pair: dict[str, object]) -> bool:
    reasons: list[dict[str, Any]] = pair["reasons"]  # type: ignore[assignment]
    merit = sum(reason["points"] for reason in reasons if not reason["code"].startswith("waiting"))
    bond = any(reason["code"] in ("shared_interests", "same_profession") for reason in reasons)
    return float(str(pair["score"])) > 0 and (bond or merit >= Weights().floor)


def every_answer(case: Case, scores: dict[Key, float]) -> Iterator[list[Key]]:
    """All sets of pairs within the capacities that hold the pins."""
    pins = case.rules["pins"]
    room = {one.id: one.capacity - sum(key[1] == one.id for key in pins) for one in case.coaches}
    free = sorted(one.id for one in case.newcomers if one.id not in {key[0] for key in pins})

    def further(at: int) -> Iterator[list[Key]]:
        if at == len(free):
            yield []
            return
        for other in [*sorted(room), None]:
            if other is None:
                yield from further(at + 1)
            elif room[other] and (free[at], other) in scores:
                room[other] -= 1
                for rest in further(at + 1):
                    yield [(free[at], other), *rest]
                room[other] += 1

    return further(0)


def best_by_hand(case: Case, policy: Policy) -> list[Key]:
    """The best of all answers; the first in order of id among equals, "nobody" last."""
    scores = allowed(case, policy)

    def rank(answer: list[Key]) -> tuple[float, float]:
        total = round(sum(scores[key] for key in answer), 3)
        return (len(answer), total) if policy == Policy.MOST_DUOS else (total, 0)

    best = max(every_answer(case, scores), key=rank)  # max keeps the first, and they come in order of id
    return sorted([*best, *case.rules["pins"]])


@given(cases(), POLICIES)
def test_no_other_answer_is_better_and_ties_go_by_id(case: Case, policy: Policy) -> None:
    result = propose(case.newcomers, case.coaches, policy=policy, **case.rules)
    assert [(pair.newcomer, pair.coach) for pair in result.pairs] == best_by_hand(case, policy)


@given(cases(most=7), POLICIES, st.randoms(use_true_random=False))
def test_every_proposal_keeps_every_rule_in_whatever_order_people_are_listed(
    case: Case, policy: Policy, chance: random.Random
) -> None:
    result = propose(case.newcomers, case.coaches, policy=policy, **case.rules)
    told = {name: value for name, value in case.rules.items() if name != "bonuses"}
    assert faults(result, case.newcomers, case.coaches, **told) == []
    again = propose(
        shuffled(case.newcomers, chance), shuffled(case.coaches, chance), policy=policy, **case.rules
    )
    assert again == result


def shuffled(people: list[Profile], chance: random.Random) -> list[Profile]:
    return chance.sample(people, len(people))


@given(st.integers(1, 5), st.integers(1, 5), st.integers(1, 3), st.randoms(use_true_random=False))
def test_among_equals_the_first_row_gets_the_leftmost_column(
    rows: int, columns: int, most: int, chance: random.Random
) -> None:
    room = np.array([chance.choice([0, 1, 1, 1, 2, 9]) for _ in range(columns)], dtype=np.int64)
    benefit = np.array(
        [[chance.randint(0, most) for _ in range(columns)] for _ in range(rows)], dtype=np.int64
    )
    assert best_assignment(benefit, room).tolist() == leftmost(benefit, room)


def leftmost(benefit: Ints, room: Ints) -> list[int]:
    best: tuple[int, list[int]] = (-1, [])

    def further(row: int, total: int, chosen: list[int]) -> None:
        nonlocal best
        if row == len(benefit):
            best = max(best, (total, chosen), key=lambda one: one[0])
            return
        for column in range(benefit.shape[1]):
            if chosen.count(column) < room[column] and benefit[row, column]:
                further(row + 1, total + int(benefit[row, column]), [*chosen, column])
        further(row + 1, total, [*chosen, -1])

    further(0, 0, [])
    return best[1]


def test_an_answer_that_is_not_the_best_is_not_proven() -> None:
    benefit = np.array([[5, 1, 0], [1, 5, 0]], dtype=np.int64)
    room = np.array([1, 1, 3])
    assert prove(benefit, room, np.array([0, 1])).tolist() == [0, 0, 0]
    for worse in ([1, 0], [0, 2], [2, 1], [2, 2]):
        with pytest.raises(ArithmeticError):
            prove(benefit, room, np.array(worse))


def test_numbers_beyond_exact_arithmetic_are_refused() -> None:
    with pytest.raises(Impossible) as refusal:
        best_assignment(np.array([[2**52]], dtype=np.int64), np.array([1]))
    assert refusal.value.code == "too_large"


def test_one_more_duo_outweighs_any_score() -> None:
    newcomers, coaches = [newcomer(f"N{n}") for n in range(3)], [coach(f"C{n}") for n in range(3)]
    chain = {("N2", "C0"), ("N0", "C1"), ("N1", "C2")}
    great = {("N0", "C0"): 1000.0, ("N1", "C1"): 1000.0}
    possible = chain | great.keys()
    bans = [
        (one.id, other.id) for one in newcomers for other in coaches if (one.id, other.id) not in possible
    ]
    result = propose(newcomers, coaches, bans=bans, bonuses=great)
    assert {(pair.newcomer, pair.coach) for pair in result.pairs} == chain


def test_three_alike_and_two_coaches_goes_by_id() -> None:
    result = propose([newcomer("b"), newcomer("c"), newcomer("a")], [coach("y"), coach("x")])
    assert [(pair.newcomer, pair.coach) for pair in result.pairs] == [("a", "x"), ("b", "y")]


def test_who_waits_longest_goes_first_among_equals() -> None:
    long_ago = newcomer("z", registered_on=TODAY - timedelta(days=30))
    result = propose([newcomer("a", registered_on=TODAY), long_ago], [coach()], on=TODAY)
    assert [pair.newcomer for pair in result.pairs] == ["z"]


def test_a_hundred_people_who_are_all_alike() -> None:
    result = propose([newcomer(f"N{n:03}") for n in range(100)], [coach(f"C{n:03}") for n in range(100)])
    assert [(pair.newcomer[1:], pair.coach[1:]) for pair in result.pairs] == [
        (f"{n:03}",) * 2 for n in range(100)
    ]
