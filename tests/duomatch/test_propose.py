"""Pins, bans, capacities, policies, refusals, and what is told of who is left over."""

from typing import Any

import pytest

from duomatch import (
    AgeWish,
    DistanceWish,
    GenderWish,
    Impossible,
    Policy,
    Profile,
    Result,
    Strength,
    TimeWish,
    Weights,
    partners,
    propose,
)
from tests.duomatch.people import DEINZE, GENT, TODAY, coach, newcomer

pytestmark = pytest.mark.pure

MUST = Strength.MUST
KOKEN, FIETSEN = frozenset({"koken"}), frozenset({"fietsen"})


def made(result: Result) -> list[tuple[str, str]]:
    return [(pair.newcomer, pair.coach) for pair in result.pairs]


def setbacks(result: Result, person_id: str) -> list[dict[str, object]]:
    return next([why.as_dict() for why in one.reasons] for one in result.unmatched if one.id == person_id)


def test_most_duos_and_best_fit_may_differ() -> None:
    newcomers = [newcomer("N1", interests=KOKEN | FIETSEN), newcomer("N2", interests=KOKEN)]
    coaches = [coach("C1", interests=KOKEN | FIETSEN), coach("C2")]
    assert made(propose(newcomers, coaches)) == [("N1", "C1"), ("N2", "C2")]
    best_fit = propose(newcomers, coaches, policy=Policy.BEST_FIT)
    assert made(best_fit) == [("N1", "C1")]
    assert setbacks(best_fit, "N2") == [
        {"code": "below_floor", "count": 1},
        {"code": "no_coach_left", "count": 1},
    ]


def test_best_fit_takes_a_pair_without_a_bond_when_enough_else_speaks_for_it() -> None:
    people = [newcomer(place=DEINZE)], [coach(place=DEINZE)]
    assert made(propose(*people, policy=Policy.BEST_FIT)) == [("N1", "C1")]
    assert made(propose(*people, policy=Policy.BEST_FIT, weights=Weights(floor=10.001))) == []


def test_waiting_long_is_no_merit_of_a_pair() -> None:
    people = [newcomer(registered_on=TODAY.replace(year=2016))], [coach()]
    assert made(propose(*people, on=TODAY, policy=Policy.BEST_FIT)) == []


def test_most_duos_gives_up_points_for_one_more_duo() -> None:
    newcomers = [newcomer("N1", interests=KOKEN), newcomer("N2", wishes=(GenderWish("f", MUST),))]
    coaches = [coach("C1", interests=KOKEN, gender="f"), coach("C2", gender="m")]
    assert made(propose(newcomers, coaches)) == [("N1", "C2"), ("N2", "C1")]


def test_nobody_is_blocked_for_lack_of_a_shared_interest_unless_asked() -> None:
    people = [newcomer(interests=KOKEN)], [coach(interests=FIETSEN)]
    assert made(propose(*people)) == [("N1", "C1")]
    strict = propose(*people, require_shared_interest=True)
    assert made(strict) == []
    assert setbacks(strict, "N1") == [{"code": "no_shared_interest", "count": 1}]


def test_a_pin_stays_even_against_a_must_and_says_so() -> None:
    newcomers = [newcomer("N1", wishes=(GenderWish("f", MUST),)), newcomer("N2")]
    result = propose(newcomers, [coach(gender="m")], pins=[("N1", "C1")])
    assert made(result) == [("N1", "C1")]
    assert result.pairs[0].is_pinned
    assert [reason.code for reason in result.pairs[0].obstacles] == ["gender_wish"]


def test_a_ban_keeps_two_apart_and_is_told() -> None:
    result = propose([newcomer()], [coach()], bans=[("N1", "C1"), ("gone", "C1")])
    assert made(result) == []
    assert setbacks(result, "N1") == [{"code": "banned", "count": 1}] == setbacks(result, "C1")


def test_gut_feeling_decides_among_equals_and_is_told() -> None:
    result = propose(
        [newcomer()], [coach("C1"), coach("C2")], bonuses={("N1", "C2"): 2.5, ("gone", "C1"): 9.0}
    )
    assert made(result) == [("N1", "C2")]
    assert [reason.as_dict() for reason in result.pairs[0].reasons] == [
        {"code": "gut_feeling", "points": 2.5}
    ]


def test_a_coach_takes_as_many_as_there_is_room_for() -> None:
    result = propose(
        [newcomer(f"N{n}") for n in range(4)], [coach("C1", capacity=2), coach("C2", capacity=0)]
    )
    assert made(result) == [("N0", "C1"), ("N1", "C1")]
    assert [one.id for one in result.unmatched] == ["N2", "N3", "C2"]
    assert setbacks(result, "N2") == [{"code": "no_coach_left", "count": 2}]
    assert setbacks(result, "C2") == [{"code": "no_capacity", "count": 0}]


def test_pins_take_up_capacity() -> None:
    result = propose([newcomer("N1"), newcomer("N2")], [coach("C1", capacity=2)], pins=[("N2", "C1")])
    assert made(result) == [("N1", "C1"), ("N2", "C1")]


LEFT_OVER: list[tuple[dict[str, Any], list[dict[str, Any]], dict[str, object]]] = [
    (
        {"wishes": (GenderWish("f", MUST),)},
        [{"gender": "m"}, {}, {"gender": "m"}],
        {"code": "gender_must", "count": 3, "own": 3, "other": 0, "unknown": 1},
    ),
    (
        {"birth_year": 1990},
        [{"wishes": (AgeWish(youngest=50, strength=MUST),)}],
        {"code": "age_must", "count": 1, "own": 0, "other": 1, "unknown": 0},
    ),
    (
        {"place": DEINZE, "wishes": (DistanceWish(5, MUST),)},
        [{"place": GENT, "wishes": (DistanceWish(5, MUST),)}, {}],
        {"code": "distance_must", "count": 2, "own": 2, "other": 1, "unknown": 1},
    ),
    (
        {"availability": 0b01, "wishes": (TimeWish(MUST),)},
        [{"availability": 0b10}],
        {"code": "no_common_time", "count": 1, "own": 1, "other": 0, "unknown": 0},
    ),
]


@pytest.mark.parametrize(("own", "others", "told"), LEFT_OVER)
def test_who_is_left_over_learns_what_took_away_how_many(
    own: dict[str, Any], others: list[dict[str, Any]], told: dict[str, object]
) -> None:
    result = propose([newcomer(**own)], [coach(f"C{n}", **facts) for n, facts in enumerate(others)], on=TODAY)
    assert made(result) == []
    assert setbacks(result, "N1") == [told]


def test_the_other_side_learns_the_same_seen_from_there() -> None:
    result = propose([newcomer(wishes=(GenderWish("f", MUST),))], [coach(gender="m")])
    assert setbacks(result, "C1") == [{"code": "gender_must", "count": 1, "own": 0, "other": 1, "unknown": 0}]


def test_with_nobody_on_the_other_side() -> None:
    assert setbacks(propose([newcomer()], []), "N1") == [{"code": "no_coach_left", "count": 0}]
    assert setbacks(propose([], [coach()]), "C1") == [{"code": "no_newcomer_left", "count": 0}]
    assert propose([], []).totals.pairs == 0


@pytest.mark.parametrize(
    ("newcomers", "coaches", "rules", "code"),
    [
        ([newcomer(), newcomer()], [], {}, "duplicate_id"),
        ([coach()], [], {}, "wrong_side"),
        ([newcomer()], [newcomer()], {}, "wrong_side"),
        ([newcomer()], [coach()], {"pins": [("N1", "C9")]}, "pin_unknown"),
        ([newcomer()], [coach()], {"pins": [("N9", "C1")]}, "pin_unknown"),
        (
            [newcomer("N1"), newcomer("N2")],
            [coach()],
            {"pins": [("N1", "C1"), ("N2", "C1")]},
            "pin_over_capacity",
        ),
        (
            [newcomer()],
            [coach("C1"), coach("C2")],
            {"pins": [("N1", "C1"), ("N1", "C2")]},
            "pin_over_capacity",
        ),
        ([newcomer()], [coach()], {"pins": [("N1", "C1")], "bans": [("N1", "C1")]}, "pin_banned"),
        ([newcomer()], [coach()], {"bonuses": {("N1", "C1"): float("nan")}}, "bad_bonus"),
        ([newcomer()], [coach()], {"bonuses": {("N1", "C1"): 5000.0}}, "bad_bonus"),
    ],
)
def test_a_question_without_an_answer_is_refused(
    newcomers: list[Profile], coaches: list[Profile], rules: dict[str, Any], code: str
) -> None:
    with pytest.raises(Impossible) as refusal:
        propose(newcomers, coaches, **rules)
    assert refusal.value.code == code


def test_one_id_may_stand_on_both_sides() -> None:
    assert made(propose([newcomer("7")], [coach("7")])) == [("7", "7")]


def test_the_json_has_the_agreed_shape() -> None:
    ann = newcomer(place=DEINZE, interests=KOKEN)
    result = propose([ann, newcomer("N2")], [coach(place=DEINZE, interests=KOKEN)])
    assert result.as_dict() == {
        "policy": "most-duos",
        "pairs": [
            {
                "newcomer": "N1",
                "coach": "C1",
                "score": 13.0,
                "distance_km": 0.0,
                "shared_interests": ["koken"],
                "reasons": [
                    {"code": "distance", "points": 10.0, "km": 0.0},
                    {"code": "shared_interests", "points": 3.0, "interests": ["koken"]},
                ],
            }
        ],
        "unmatched": [{"id": "N2", "role": "newcomer", "reasons": [{"code": "no_coach_left", "count": 1}]}],
        "totals": {"newcomers": 2, "coaches": 1, "pairs": 1, "score": 13.0, "shared_interests": 1},
    }


def test_partners_come_best_first_and_those_ruled_out_last_with_what_rules_them_out() -> None:
    amal = newcomer(interests=KOKEN, wishes=(GenderWish("f", MUST),))
    others = [
        coach("C1", gender="m", interests=KOKEN),
        coach("C2", gender="f"),
        coach("C3", gender="f", interests=KOKEN),
        coach("C4", gender="f", interests=KOKEN),
        coach("C5", gender="f"),
    ]
    ranked = partners(amal, others, bans=[("N1", "C4")], bonuses={("N1", "C5"): 1.0})
    assert [one.id for one in ranked] == ["C3", "C5", "C2", "C4", "C1"]
    assert [[reason.code for reason in one.obstacles] for one in ranked] == [
        [],
        [],
        [],
        ["banned"],
        ["gender_wish"],
    ]


def test_partners_of_a_coach_are_newcomers() -> None:
    ranked = partners(coach(interests=KOKEN), [newcomer("N1"), newcomer("N2", interests=KOKEN)])
    assert [(one.id, one.pair.newcomer, one.pair.coach) for one in ranked] == [
        ("N2", "N2", "C1"),
        ("N1", "N1", "C1"),
    ]
    with pytest.raises(Impossible):
        partners(coach("C1"), [coach("C2")])
