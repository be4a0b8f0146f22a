"""The points of many pairs at once, in whole thousandths: what `explain` says of one pair, for all."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from duomatch.bitsets import count_common
from duomatch.columns import UNKNOWN, Floats, Ints
from duomatch.pairings import Pairings
from duomatch.profiles import EXTRAVERT, INTROVERT
from duomatch.weights import MILS, Weights, mils, part_earned, part_kept
from duomatch.wish_masks import ROLES, Mask, anyone_wishes, judge_many
from duomatch.wishes import KINDS


@dataclass(frozen=True, slots=True)
class Points:
    """Points of pairs: what speaks for them, the bonus for waiting apart, and whether they have a bond."""

    merit: Ints
    waiting: Ints
    bond: Mask


def score_pairs(pairs: Pairings, weights: Weights) -> Points:
    """The points of these pairs; a bond is a shared interest or the same profession (R30, second layer)."""
    newcomers, coaches = pairs.pool.newcomers, pairs.pool.coaches
    shared = count_common(newcomers.interests, coaches.interests, pairs.i, pairs.j)
    colleagues = _same(newcomers.profession, coaches.profession, pairs)
    merit = _wishes(pairs, weights)
    merit += _distance(pairs.km, weights)
    merit += _time(pairs, weights)
    merit += _earned(shared, weights.interests, weights.interests_half)
    merit += mils(weights.profession) * colleagues
    merit += _personality(pairs, weights)
    merit += _family(pairs, weights)
    merit += _languages(pairs, weights)
    return Points(merit, _waiting(pairs, weights), (shared > 0) | colleagues)


def _wishes(pairs: Pairings, weights: Weights) -> Ints:
    met = np.zeros(pairs.shape, dtype=np.int64)
    for kind in KINDS:
        for by in ROLES:
            if anyone_wishes(kind, by, pairs):
                wisher, w, _, _ = pairs.as_seen_by(by)
                met += (wisher.wishes.level[kind][w] > 0) & judge_many(kind, by, pairs).met
    return met * mils(weights.wish)


def _distance(km: Floats, weights: Weights) -> Ints:
    points = weights.distance * part_kept(km, weights.distance_half_km)
    return _whole(np.where(np.isnan(km), 0.0, points))


def _time(pairs: Pairings, weights: Weights) -> Ints:
    common = pairs.pool.newcomers.availability[pairs.i] & pairs.pool.coaches.availability[pairs.j]
    return _earned(np.bitwise_count(common), weights.common_time, weights.common_time_half)


def _personality(pairs: Pairings, weights: Weights) -> Ints:
    one, other = pairs.pool.newcomers.personality[pairs.i], pairs.pool.coaches.personality[pairs.j]
    alike = weights.personality * (1 - np.abs(one - other) / (EXTRAVERT - INTROVERT))
    return _whole(np.where((one == UNKNOWN) | (other == UNKNOWN), 0.0, alike))


def _family(pairs: Pairings, weights: Weights) -> Ints:
    newcomers, coaches = pairs.pool.newcomers, pairs.pool.coaches
    children = count_common(newcomers.children, coaches.children, pairs.i, pairs.j) > 0
    household = _same(newcomers.household, coaches.household, pairs)
    return mils(weights.children) * children + mils(weights.household) * household


def _languages(pairs: Pairings, weights: Weights) -> Ints:
    newcomers, coaches = pairs.pool.newcomers, pairs.pool.coaches
    shared = count_common(newcomers.languages, coaches.languages, pairs.i, pairs.j) > 0
    return mils(weights.languages) * shared


def _waiting(pairs: Pairings, weights: Weights) -> Ints:
    newcomers = _whole(weights.waiting_newcomer_per_day * pairs.pool.newcomers.days)
    coaches = _whole(weights.waiting_coach_per_day * pairs.pool.coaches.days)
    return newcomers[pairs.i] + coaches[pairs.j]


def _earned(counts: NDArray[np.integer[Any]], points: float, half: float) -> Ints:
    return _whole(points * part_earned(counts.astype(np.float64), half))


def _same(newcomers: Ints, coaches: Ints, pairs: Pairings) -> Mask:
    codes = newcomers[pairs.i]
    same: Mask = (codes == coaches[pairs.j]) & (codes != UNKNOWN)
    return same


def _whole(points: NDArray[np.floating[Any]]) -> Ints:
    whole: Ints = np.rint(MILS * points).astype(np.int64)
    return whole
