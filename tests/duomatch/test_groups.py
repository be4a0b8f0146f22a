"""Groups for an exchange session (R66): valid, as good as can be, the same for a seed in whatever order."""

import json
import random
from functools import cache
from itertools import combinations, pairwise, permutations, product
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duomatch import (
    Asked,
    GroupWeights,
    Impossible,
    Member,
    cost,
    how_many_groups,
    make_groups,
    split_of,
    swap,
    swap_effect,
)
from duomatch.group_search import cooled, dealt, every_split
from duomatch.groups import Groups, Key
from duomatch.seating import Seating, terms_of

pytestmark = pytest.mark.pure


def member(person_id: str, **facts: Any) -> Member:
    return Member(id=person_id, **facts)


def nameless(count: int) -> tuple[Member, ...]:
    """People of whom nothing is known."""
    return tuple(member(f"P{number:03}") for number in range(count))


def someone(person_id: str) -> st.SearchStrategy[Member]:
    """Somebody with few different facts, so that likeness is common."""
    return st.builds(
        Member,
        id=st.just(person_id),
        role=st.sampled_from(["newcomer", "coach", None]),
        level=st.sampled_from(["1.1", "1.2", "", None]),
        gender=st.sampled_from(["f", "m", None]),
        is_experienced=st.sampled_from([True, False, None]),
        languages=st.frozensets(st.sampled_from(["nl", "ar", "ti", "uk"]), max_size=2),
    )


@st.composite
def questions(draw: st.DrawFn, least: int = 1, most: int = 7) -> Asked:
    people = draw(st.integers(least, most))
    members = [draw(someone(f"P{number}")) for number in range(people)]
    keys = list(combinations([one.id for one in members], 2))
    some = st.lists(st.sampled_from(keys), unique=True, max_size=people) if keys else st.just([])
    apart = draw(some)
    return Asked(
        members=tuple(members),
        groups=draw(st.integers(1, people)),
        apart=frozenset(apart),
        together=frozenset(key for key in draw(some)[:3] if key not in apart),
        met_before={key: draw(st.integers(0, 2)) for key in draw(some)},
    )


@cache
def every_answer(people: int, groups: int) -> list[Groups]:
    """All splits of P0, P1, ... into groups whose sizes differ by at most one, told without the search."""
    starts = [number * people // groups for number in range(groups + 1)]
    return sorted(
        {
            tuple(sorted(tuple(sorted(order[start:end])) for start, end in pairwise(starts)))
            for order in permutations([f"P{number}" for number in range(people)])
        }
    )


def sizes(groups: Groups) -> list[int]:
    return sorted(map(len, groups))


# ---------- What comes out ----------


@given(questions(), st.integers(0, 3))
@settings(max_examples=80)
def test_no_other_split_of_few_people_is_better(asked: Asked, seed: int) -> None:
    split = make_groups(asked, seed=seed)
    assert split.cost.rank == min(
        cost(groups, asked).rank for groups in every_answer(len(asked.members), asked.groups)
    )


@pytest.mark.parametrize(
    ("people", "groups"), [(1, 1), (3, 2), (4, 4), (5, 1), (6, 3), (7, 3), (7, 4), (7, 5)]
)
def test_every_split_of_few_people_is_there_once(people: int, groups: int) -> None:
    ids = [f"P{number}" for number in range(people)]
    assert sorted(every_split(ids, groups)) == every_answer(people, groups)


@given(questions(most=14), st.randoms(use_true_random=False), st.integers(0, 2))
@settings(max_examples=15)
def test_everybody_once_in_groups_of_a_size_the_same_in_whatever_order(
    asked: Asked, chance: random.Random, seed: int
) -> None:
    split = make_groups(asked, seed=seed)
    least, larger = divmod(len(asked.members), asked.groups)
    assert sizes(split.groups) == [least] * (asked.groups - larger) + [least + 1] * larger
    assert sorted(one for group in split.groups for one in group) == list(asked.by_id)
    assert split.cost == cost(split.groups, asked)

    def turned(pairs: frozenset[Key]) -> frozenset[Key]:
        return frozenset(pair[::-1] if chance.random() < 0.5 else pair for pair in pairs)

    again = Asked(
        members=tuple(chance.sample(asked.members, len(asked.members))),
        groups=asked.groups,
        apart=turned(asked.apart),
        together=turned(asked.together),
        met_before=dict(chance.sample(list(asked.met_before.items()), len(asked.met_before))),
    )
    assert make_groups(again, seed=seed) == split


@given(st.integers(2, 60), st.integers(2, 12), st.integers(0, 30), st.integers(0, 2))
@settings(max_examples=25)
def test_two_of_a_duo_never_share_one_of_two_groups_or_more(
    people: int, groups: int, duos: int, seed: int
) -> None:
    """Dealt out one after the other, two of a duo land in two groups: it can always be, so it must."""
    pairs = frozenset(
        (f"P{2 * number:03}", f"P{2 * number + 1:03}") for number in range(min(duos, people // 2))
    )
    asked = Asked(members=nameless(people), groups=min(groups, people), apart=pairs)
    assert make_groups(asked, seed=seed).cost.clashes == 0


@given(st.integers(9, 40), st.integers(2, 4), st.randoms(use_true_random=False))
@settings(max_examples=25)
def test_more_groups_than_anybody_has_to_avoid_leave_no_clash(
    people: int, most: int, chance: random.Random
) -> None:
    """Hajnal and Szemerédi: with more groups than anybody has partners to avoid, there is a split without."""
    members, apart, avoids = nameless(people), set(), dict.fromkeys(range(people), 0)
    for one, other in chance.sample(list(combinations(range(people), 2)), people * (people - 1) // 2):
        if avoids[one] < most and avoids[other] < most:
            apart.add((members[one].id, members[other].id))
            avoids[one] += 1
            avoids[other] += 1
    asked = Asked(members=members, groups=most + 1, apart=frozenset(apart))
    assert make_groups(asked).cost.clashes == 0


@given(questions(least=9, most=12), st.integers(0, 2))
@settings(max_examples=10)
def test_the_search_ends_where_no_single_swap_helps(asked: Asked, seed: int) -> None:
    split = make_groups(asked, seed=seed)
    better = [
        pair
        for pair in combinations(asked.by_id, 2)
        if swap(split.groups, asked, *pair).cost.rank < split.cost.rank
    ]
    assert better == []


def test_the_search_finds_a_split_without_a_fault_among_many() -> None:
    """Six groups are made without a fault; the search knows only that they exist."""
    members, groups = [], 6
    for group in range(groups):
        for place, (role, gender) in enumerate(product(["newcomer", "coach"], ["f", "m"])):
            level = {"newcomer": "1.1" if place else "1.2"}.get(role)
            language = frozenset({"nl", f"language {group % 4}"})
            members.append(
                member(f"{group}-{place}", role=role, gender=gender, level=level, languages=language)
            )
    chance = random.Random(1)
    strangers = [(one.id, other.id) for one, other in combinations(members, 2) if one.id[0] != other.id[0]]
    asked = Asked(
        members=tuple(members),
        groups=groups,
        apart=frozenset(chance.sample(strangers, 60)),
        together=frozenset({("0-0", "0-1"), ("3-2", "3-3")}),
    )
    for seed in range(3):
        assert make_groups(asked, seed=seed).cost.rank == (0, 0)


@pytest.mark.parametrize("people", [8, 20])
def test_another_seed_gives_another_split(people: int) -> None:
    asked = Asked(members=nameless(people), groups=4)
    assert make_groups(asked, seed=1) == make_groups(asked, seed=1)
    assert make_groups(asked, seed=1).groups != make_groups(asked, seed=2).groups


# ---------- The search beside the truth ----------


@given(questions(least=4, most=12), st.randoms(use_true_random=False))
@settings(max_examples=40)
def test_what_the_search_reckons_of_a_swap_is_what_the_swap_costs(
    asked: Asked, chance: random.Random
) -> None:
    terms, ids = terms_of(asked), list(asked.by_id)
    seating = Seating(terms, dealt(asked, len(terms.seeks)))

    def total() -> float:
        now = cost(seated(seating, asked), asked)
        return now.clashes * terms.clash + now.points

    for _ in range(5):
        one, before = chance.randrange(len(ids)), total()
        changes = seating.changes(one)
        own = seating.group == seating.group[one]
        assert changes[one] == 0
        assert np.isinf(changes[own]).sum() == own.sum() - 1
        others = np.nonzero(~own)[0].tolist()
        for other in others:
            seating.swap(one, other)
            if max(sizes(seated(seating, asked))) - min(sizes(seated(seating, asked))) <= 1:
                assert total() - before == changes[other]
            seating.swap(other, one)
        people = [other for other in others if other < len(ids)]
        if people:
            seating.swap(one, chance.choice(people))


def seated(seating: Seating, asked: Asked) -> Groups:
    """The groups of a seating, without the empty chairs."""
    return tuple(
        tuple(one for one, at in zip(asked.by_id, seating.group, strict=False) if at == number)
        for number in range(asked.groups)
    )


@given(questions(most=6))
def test_a_clash_outweighs_all_else(asked: Asked) -> None:
    points = [cost(groups, asked).points for groups in every_split(list(asked.by_id), asked.groups)]
    assert terms_of(asked).clash > max(points) - min(points)


@given(questions(least=5, most=8), st.integers(0, 2))
@settings(max_examples=20)
def test_the_search_alone_leaves_no_clash_that_can_be_avoided(asked: Asked, seed: int) -> None:
    """What few people get by looking at every split, the search for many finds as well."""
    fewest = min(cost(groups, asked).clashes for groups in every_split(list(asked.by_id), asked.groups))
    assert cost(cooled(asked, seed), asked).clashes == fewest


# ---------- What a split costs ----------

FOUR = (
    member("A", role="newcomer", level="1.1", gender="f", languages=frozenset({"ar", "nl"})),
    member("B", role="newcomer", level="1.1", gender="m", languages=frozenset({"ar"})),
    member("C", role="coach", gender="f", is_experienced=True, languages=frozenset({"nl", "fr"})),
    member("D", role="coach", gender="m", is_experienced=False, languages=frozenset({"nl"})),
)
NOTHING = {
    "clashes": 0,
    "split_wishes": 0,
    "met_before": 0,
    "role": 0,
    "level": 0,
    "gender": 0,
    "experience": 0,
    "alone": 0,
    "points": 0,
}


@pytest.mark.parametrize(
    ("groups", "rules", "parts"),
    [
        ((("A", "D"), ("B", "C")), {}, {"alone": 2, "points": 6}),
        ((("A", "B"), ("C", "D")), {}, {"role": 2, "level": 1, "points": 10}),
        ((("A", "C"), ("B", "D")), {}, {"gender": 2, "alone": 2, "points": 10}),
        ((("A", "D"), ("B", "C")), {"apart": {("D", "A")}}, {"clashes": 1, "alone": 2, "points": 6}),
        ((("A", "D"), ("B", "C")), {"together": {("B", "A")}}, {"split_wishes": 1, "alone": 2, "points": 56}),
        (
            (("A", "D"), ("B", "C")),
            {"met_before": {("D", "A"): 2}},
            {"met_before": 2, "alone": 2, "points": 18},
        ),
        ((("A", "D"), ("B", "C")), {"weights": GroupWeights(language=0)}, {"alone": 2}),
        ((("A", "B", "C"), ("D",)), {}, {"role": 1, "level": 1, "gender": 1, "points": 8}),
    ],
)
def test_the_parts_of_the_cost(groups: Groups, rules: dict[str, Any], parts: dict[str, int]) -> None:
    asked = Asked(members=FOUR, groups=2, **rules)
    assert cost(groups, asked).as_dict() == {**NOTHING, **parts}


def test_what_is_not_known_counts_nowhere() -> None:
    asked = Asked(members=nameless(9), groups=2)
    assert make_groups(asked).cost.as_dict() == NOTHING
    assert make_groups(asked).remarks == ()


def test_meetings_add_up_both_ways_and_those_of_absent_people_are_ignored() -> None:
    met = {("A", "B"): 1, ("B", "A"): 2, ("A", "Z"): 5, ("C", "D"): 0}
    asked = Asked(members=FOUR, groups=2, met_before=met)
    assert asked.meetings == {("A", "B"): 3}


def test_a_coach_needs_no_help_in_a_language_but_can_give_it() -> None:
    people = (
        member("C", role="coach", languages=frozenset({"ti"})),
        member("N", role="newcomer", languages=frozenset({"ti"})),
    )
    asked = Asked(members=(*people, member("P"), member("Q")), groups=2)
    assert make_groups(asked).groups == (("C", "N"), ("P", "Q"))
    assert [one.ids for one in split_of((("C", "P"), ("N", "Q")), asked).remarks] == [("N",)]


def test_remarks_tell_who_and_how_much() -> None:
    asked = Asked(
        members=(*FOUR, member("E", role="newcomer", languages=frozenset({"so", "nl"}))),
        groups=2,
        apart=frozenset({("D", "C")}),
        together=frozenset({("E", "A")}),
        met_before={("A", "B"): 3, ("A", "C"): 1},
    )
    split = split_of((("A", "B", "E"), ("C", "D")), asked)
    assert [one.as_dict() for one in split.remarks] == [
        {"code": "clash", "ids": ["C", "D"]},
        {"code": "met_before", "ids": ["A", "B"], "times": 3},
        {"code": "alone_here", "ids": ["E"]},
        {"code": "uneven", "ids": [], "trait": "role", "value": "coach", "fewest": 0, "most": 2},
        {"code": "uneven", "ids": [], "trait": "role", "value": "newcomer", "fewest": 0, "most": 3},
        {"code": "uneven", "ids": [], "trait": "level", "value": "1.1", "fewest": 0, "most": 2},
    ]
    assert json.loads(json.dumps(split.as_dict()))["cost"]["met_before"] == 3
    apart = swap(split.groups, asked, "A", "C")
    assert [one.as_dict() for one in apart.remarks[:2]] == [
        {"code": "wish_split", "ids": ["A", "E"]},
        {"code": "alone", "ids": ["A"]},
    ]


# ---------- A swap by hand ----------


def test_a_swap_shows_its_effect_and_moves_nobody_else() -> None:
    asked = Asked(members=FOUR, groups=2, apart=frozenset({("A", "D")}))
    groups = (("A", "D"), ("B", "C"))
    before, after = swap_effect(groups, asked, "D", "C")
    assert (before.rank, after.rank) == ((1, 6), (0, 10))
    assert before.gender == 0
    assert after.gender == 2
    split = swap(groups, asked, "D", "C")
    assert split.groups == (("A", "C"), ("B", "D"))
    assert split.cost == after
    assert swap(groups, asked, "A", "D").cost == before
    assert swap(groups, asked, "A", "A").groups == groups


@given(questions(least=2), st.data())
@settings(max_examples=40)
def test_a_swap_back_is_no_swap(asked: Asked, data: st.DataObject) -> None:
    one, other = data.draw(st.permutations(list(asked.by_id)))[:2]
    groups = make_groups(asked).groups
    assert swap(swap(groups, asked, one, other).groups, asked, one, other).groups == groups
    assert swap_effect(groups, asked, one, other) == swap_effect(groups, asked, other, one)


# ---------- What has no answer ----------

BAD_QUESTIONS: list[tuple[str, dict[str, Any]]] = [
    ("no_members", {"members": ()}),
    ("no_groups", {"groups": 0}),
    ("no_groups", {"groups": -1}),
    ("too_many_groups", {"groups": 5}),
    ("too_large", {"members": nameless(1001)}),
    ("duplicate_id", {"members": (*FOUR, member("A", role="coach"))}),
    ("bad_member", {"members": (*FOUR, member(""))}),
    ("unknown_id", {"apart": frozenset({("A", "Z")})}),
    ("unknown_id", {"together": frozenset({("Z", "A")})}),
    ("pair_of_one", {"apart": frozenset({("A", "A")})}),
    ("pair_of_one", {"together": frozenset({("A", "A")})}),
    ("pair_of_one", {"met_before": {("A", "A"): 1}}),
    ("wished_and_apart", {"apart": frozenset({("A", "B")}), "together": frozenset({("B", "A")})}),
    ("bad_times", {"met_before": {("A", "B"): -1}}),
]


@pytest.mark.parametrize(("code", "rules"), BAD_QUESTIONS)
def test_a_question_that_contradicts_itself_is_refused(code: str, rules: dict[str, Any]) -> None:
    with pytest.raises(Impossible) as refusal:
        Asked(**{"members": FOUR, "groups": 2, **rules})
    assert refusal.value.code == code


@pytest.mark.parametrize("value", [-1, 1001, 2.5, True, "3", None])
def test_a_weight_is_a_whole_number_of_points(value: Any) -> None:
    with pytest.raises(Impossible) as refusal:
        GroupWeights(wish=value)
    assert refusal.value.code == "bad_weight"


@pytest.mark.parametrize(
    "groups", [(("A", "B"), ("C",)), (("A", "B"), ("C", "D", "A")), (("A", "B"), ("C", "Z")), ()]
)
def test_groups_that_do_not_hold_everybody_once_cost_nothing_that_can_be_told(groups: Groups) -> None:
    with pytest.raises(Impossible) as refusal:
        cost(groups, Asked(members=FOUR, groups=2))
    assert refusal.value.code == "not_a_split"


def test_a_seed_is_not_below_nothing() -> None:
    with pytest.raises(Impossible) as refusal:
        make_groups(Asked(members=FOUR, groups=2), seed=-1)
    assert refusal.value.code == "bad_seed"


def test_numbers_beyond_exact_arithmetic_are_refused() -> None:
    met = {("P000", "P001"): 2**50}
    with pytest.raises(Impossible) as refusal:
        make_groups(
            Asked(members=nameless(10), groups=3, apart=frozenset({("P002", "P003")}), met_before=met)
        )
    assert refusal.value.code == "too_large"


def test_a_stranger_cannot_swap() -> None:
    with pytest.raises(Impossible) as refusal:
        swap((("A", "B"), ("C", "D")), Asked(members=FOUR, groups=2), "A", "Z")
    assert refusal.value.code == "unknown_id"


def test_a_clash_that_cannot_be_avoided_is_told() -> None:
    """One group for a duo; a coach of three newcomers in two groups of two."""
    duo = frozenset({("A", "C")})
    assert make_groups(Asked(members=FOUR, groups=1, apart=duo)).cost.clashes == 1
    three = frozenset({("A", "B"), ("A", "C"), ("A", "D")})
    split = make_groups(Asked(members=FOUR, groups=2, apart=three))
    assert [remark.code for remark in split.remarks].count("clash") == 1


@pytest.mark.parametrize(
    ("people", "size", "groups"),
    [
        (30, 6, 5),
        (32, 6, 5),
        (33, 6, 6),
        (34, 6, 6),
        (1, 6, 1),
        (2, 6, 1),
        (5, 1, 5),
        (7, 2, 4),
        (300, 6, 50),
    ],
)
def test_how_many_groups_come_nearest_to_a_size(people: int, size: int, groups: int) -> None:
    assert how_many_groups(people, size) == groups
    Asked(members=nameless(people), groups=groups)


@pytest.mark.parametrize(("people", "size", "code"), [(0, 6, "no_members"), (5, 0, "bad_size")])
def test_no_groups_of_nobody_or_of_no_size(people: int, size: int, code: str) -> None:
    with pytest.raises(Impossible) as refusal:
        how_many_groups(people, size)
    assert refusal.value.code == code
