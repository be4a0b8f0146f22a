"""A pool as arrays: one column per fact, so that whole pools are judged and scored at once."""

import math
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from duomatch.bitsets import Bits, pack
from duomatch.distance import on_sphere
from duomatch.profiles import Profile
from duomatch.waiting import days_waited
from duomatch.wishes import GENDERS, KINDS, AgeWish, DistanceWish, GenderWish, Strength

UNKNOWN = -1
LEVELS = {Strength.NO_MATTER: 0, Strength.PREFER: 1, Strength.MUST: 2}
MUST = LEVELS[Strength.MUST]

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class WishColumns:
    """What the people of one side ask, shape (people,); `level` per kind is 0 where a wish does not count."""

    level: dict[str, Ints]
    gender: Ints
    youngest: Floats
    oldest: Floats
    max_km: Floats


@dataclass(frozen=True, slots=True)
class Side:
    """The people of one side, shape (people,) or (…, people); -1 or NaN stands for what is not known."""

    people: tuple[Profile, ...]
    gender: Ints
    age: Ints
    sphere: Floats
    availability: Ints
    personality: Ints
    profession: Ints
    household: Ints
    days: Ints
    interests: Bits
    languages: Bits
    children: Bits
    wishes: WishColumns

    def __len__(self) -> int:
        """How many people."""
        return len(self.people)


@dataclass(frozen=True, slots=True)
class Pool:
    """Both sides, each in order of id."""

    newcomers: Side
    coaches: Side


def pool_of(newcomers: Iterable[Profile], coaches: Iterable[Profile], on: date | None) -> Pool:
    """The pool of these people on the day that counts."""
    left, right = (tuple(sorted(side, key=lambda person: person.id)) for side in (newcomers, coaches))
    professions = _codes([person.field for person in (*left, *right)])
    households = _codes([person.household or "" for person in (*left, *right)])
    interests = _packed(left, right, lambda person: person.interests)
    languages = _packed(left, right, lambda person: person.languages)
    children = _packed(left, right, lambda person: person.children_bands)

    def side(number: int) -> Side:
        people = (left, right)[number]
        return Side(
            people=people,
            gender=_ints([UNKNOWN if p.gender is None else GENDERS.index(p.gender) for p in people]),
            age=_ints([UNKNOWN if (age := p.age(on)) is None else age for p in people]),
            sphere=np.array([on_sphere(p.place) for p in people], dtype=np.float64).reshape(-1, 3).T.copy(),
            availability=_ints([p.availability for p in people]),
            personality=_ints([UNKNOWN if p.personality is None else p.personality for p in people]),
            profession=_ints([professions[p.field] for p in people]),
            household=_ints([households[p.household or ""] for p in people]),
            days=_ints([days_waited(p.registered_on, on) for p in people]),
            interests=interests[number],
            languages=languages[number],
            children=children[number],
            wishes=_wish_columns(people),
        )

    return Pool(side(0), side(1))


def _wish_columns(people: Sequence[Profile]) -> WishColumns:
    size = len(people)
    columns = WishColumns(
        level={kind: np.zeros(size, dtype=np.int64) for kind in KINDS},
        gender=np.full(size, UNKNOWN, dtype=np.int64),
        youngest=np.full(size, -math.inf),
        oldest=np.full(size, math.inf),
        max_km=np.full(size, math.inf),
    )
    for row, person in enumerate(people):
        for wish in person.wishes:
            columns.level[wish.kind][row] = LEVELS[wish.strength]
            match wish:
                case GenderWish():
                    columns.gender[row] = GENDERS.index(wish.gender)
                case AgeWish():
                    columns.youngest[row] = -math.inf if wish.youngest is None else wish.youngest
                    columns.oldest[row] = math.inf if wish.oldest is None else wish.oldest
                case DistanceWish():
                    columns.max_km[row] = wish.max_km
    return columns


def _packed(
    left: Sequence[Profile], right: Sequence[Profile], fact: Callable[[Profile], Set[str]]
) -> tuple[Bits, Bits]:
    return pack([fact(person) for person in left], [fact(person) for person in right])


def _codes(texts: Sequence[str]) -> dict[str, int]:
    """A number for each text; -1 for the empty one."""
    return {"": UNKNOWN} | {text: number for number, text in enumerate(sorted(set(texts) - {""}))}


def _ints(values: list[int]) -> Ints:
    return np.array(values, dtype=np.int64)
