"""Made-up people for the engine's tests, and hypothesis strategies that draw whole pools of them."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import product
from typing import Any

from hypothesis import strategies as st

from duomatch import AgeWish, DistanceWish, GenderWish, Profile, Strength, TimeWish, Wish
from duomatch.availability import ALWAYS

TODAY = date(2026, 3, 1)
DEINZE, GENT, OOSTENDE = (50.982, 3.531), (51.054, 3.725), (51.225, 2.919)


def newcomer(person_id: str = "N1", **facts: Any) -> Profile:
    return Profile(id=person_id, role="newcomer", **facts)


def coach(person_id: str = "C1", **facts: Any) -> Profile:
    return Profile(id=person_id, role="coach", **facts)


STRENGTHS = st.sampled_from(Strength)
WISHES: tuple[st.SearchStrategy[Wish], ...] = (
    st.builds(GenderWish, st.sampled_from("fm"), STRENGTHS),
    st.builds(AgeWish, st.integers(20, 40), st.integers(40, 70), STRENGTHS),
    st.builds(DistanceWish, st.sampled_from([0.0, 10.0, 20.0, 60.0]), STRENGTHS),
    st.builds(TimeWish, STRENGTHS),
)


def wish_sets() -> st.SearchStrategy[tuple[Wish, ...]]:
    return st.tuples(*(st.none() | wish for wish in WISHES)).map(
        lambda wishes: tuple(wish for wish in wishes if wish is not None)
    )


def word_sets(words: str) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(words.split()), max_size=3)


def profiles(person_id: str, role: str) -> st.SearchStrategy[Profile]:
    """People with few different facts, so that ties and broken wishes are common."""
    return st.builds(
        Profile,
        id=st.just(person_id),
        role=st.just(role),
        birth_year=st.none() | st.integers(1950, 2006),
        gender=st.sampled_from(["f", "m", "x", None]),
        place=st.sampled_from([None, DEINZE, GENT, OOSTENDE]),
        availability=st.sampled_from([0, 1, 2, 3, ALWAYS]),
        interests=word_sets("koken fietsen lezen tuin muziek"),
        profession=st.sampled_from(["", "Verpleging", "verpleging ", "bouw"]),
        personality=st.none() | st.integers(1, 5),
        languages=word_sets("nl en fr ar"),
        household=st.sampled_from([None, "alone", "family"]),
        children_bands=word_sets("0-3 4-6"),
        registered_on=st.none() | st.integers(0, 800).map(lambda days: TODAY - timedelta(days=days)),
        capacity=st.just(1) if role == "newcomer" else st.sampled_from([0, 1, 1, 1, 2]),
        wishes=wish_sets(),
    )


@dataclass
class Case:
    """A whole question to the engine."""

    newcomers: list[Profile]
    coaches: list[Profile]
    rules: dict[str, Any] = field(default_factory=dict)


@st.composite
def cases(draw: st.DrawFn, most: int = 4) -> Case:
    newcomers = [draw(profiles(f"N{n}", "newcomer")) for n in range(draw(st.integers(0, most)))]
    coaches = [draw(profiles(f"C{n}", "coach")) for n in range(draw(st.integers(0, most)))]
    keys = list(product([one.id for one in newcomers], [one.id for one in coaches]))
    some = st.lists(st.sampled_from(keys), unique=True, max_size=3) if keys else st.just([])
    pins = _within_capacity(draw(some), coaches)
    rules = {
        "on": draw(st.sampled_from([TODAY, None])),
        "pins": pins,
        "bans": [key for key in draw(some) if key not in pins],
        "bonuses": {key: draw(st.sampled_from([-30.0, 2.5, 40.0])) for key in draw(some)},
        "require_shared_interest": draw(st.booleans()),
    }
    return Case(newcomers, coaches, rules)


def _within_capacity(keys: list[tuple[str, str]], coaches: list[Profile]) -> list[tuple[str, str]]:
    room = {one.id: one.capacity for one in coaches}
    kept: list[tuple[str, str]] = []
    for key in keys:
        if room[key[1]] > 0 and key[0] not in {one for one, _ in kept}:
            room[key[1]] -= 1
            kept.append(key)
    return kept
