"""Wishes of whole pools at once: which pairs meet them, and which pairs they rule out.

The rule itself, one wish at a time, is in `verdicts`; tests hold the two equal.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from duomatch.columns import MUST, UNKNOWN
from duomatch.pairings import Pairings
from duomatch.profiles import COACH, NEWCOMER
from duomatch.wishes import AgeWish, DistanceWish, GenderWish

Mask = NDArray[np.bool_]
ROLES = (NEWCOMER, COACH)


@dataclass(frozen=True, slots=True)
class Judged:
    """How wishes of one kind turn out, pair by pair: met, or not to be judged for lack of a fact."""

    met: Mask
    unknown: Mask


@dataclass(frozen=True, slots=True)
class Blocked:
    """Pairs that a "must" rules out, and those among them that it rules out for lack of a fact."""

    all: Mask
    unknown: Mask


def judge_many(kind: str, by: str, pairs: Pairings) -> Judged:
    """The wishes of this kind that one role has about the other."""
    wisher, w, other, o = pairs.as_seen_by(by)
    wishes = wisher.wishes
    if kind == GenderWish.kind:
        gender = other.gender[o]
        return Judged((wishes.gender[w] == gender) & (gender != UNKNOWN), gender == UNKNOWN)
    if kind == AgeWish.kind:
        age = other.age[o]
        within = (age >= wishes.youngest[w]) & (age <= wishes.oldest[w])
        return Judged(within & (age != UNKNOWN), age == UNKNOWN)
    if kind == DistanceWish.kind:
        return Judged(pairs.km <= wishes.max_km[w], np.isnan(pairs.km))
    own, others = wisher.availability[w], other.availability[o]
    return Judged((own & others) != 0, (own == 0) | (others == 0))


def blocked(kind: str, by: str, pairs: Pairings) -> Blocked:
    """The pairs that a "must" of this kind and role rules out; lack of a fact never does so for time."""
    wisher, w, _, _ = pairs.as_seen_by(by)
    must = wisher.wishes.level[kind][w] == MUST
    judged = judge_many(kind, by, pairs)
    if kind in (GenderWish.kind, AgeWish.kind, DistanceWish.kind):
        return Blocked(must & ~judged.met, must & judged.unknown)
    return Blocked(must & ~judged.met & ~judged.unknown, np.zeros(pairs.shape, dtype=np.bool_))


def anyone_wishes(kind: str, by: str, pairs: Pairings, level: int = 1) -> bool:
    """Whether anybody of this role in the pool has a wish of this kind, at this level or above."""
    wisher, _, _, _ = pairs.as_seen_by(by)
    return bool((wisher.wishes.level[kind] >= level).any())
