"""Every pair that may be proposed, with its points: hard rules first, points only for what is left."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from duomatch.bitsets import Index, count_common
from duomatch.columns import MUST, Ints, Pool
from duomatch.pairings import Pairings
from duomatch.results import Policy
from duomatch.scoring import score_pairs
from duomatch.weights import Weights, gut_feeling, mils
from duomatch.wish_masks import ROLES, Mask, anyone_wishes, blocked
from duomatch.wishes import KINDS, DistanceWish

PAIRS_AT_ONCE = 1 << 18
ON_A_GRID = tuple(kind for kind in KINDS if kind != DistanceWish.kind)
Key = tuple[str, str]
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Ground:
    """What holds for a whole proposal besides its people; bans and bonuses by (newcomer, coach) id."""

    policy: Policy
    weights: Weights
    require_shared_interest: bool
    bans: frozenset[Key]
    bonuses: Mapping[Key, float]


@dataclass(frozen=True, slots=True)
class Candidates:
    """The possible pairs as a list: who, points in thousandths, and whether the policy takes them."""

    i: Index
    j: Index
    mils: Ints
    eligible: Mask


def find_candidates(pool: Pool, ground: Ground) -> Candidates:
    """Every pair that breaks no hard wish and no ban, by newcomer and then coach."""
    banned = list(places(pool, ground.bans).values())
    bonuses = {place: gut_feeling(ground.bonuses[key]) for key, place in places(pool, ground.bonuses).items()}
    everybody = np.arange(len(pool.newcomers))
    blocks = [
        _scored(_possible(pool, rows, banned, ground.require_shared_interest), bonuses, ground)
        for rows in rows_at_once(everybody, len(pool.coaches))
    ]
    return Candidates(
        i=np.concatenate([block.i for block in blocks]),
        j=np.concatenate([block.j for block in blocks]),
        mils=np.concatenate([block.mils for block in blocks]),
        eligible=np.concatenate([block.eligible for block in blocks]),
    )


def places(pool: Pool, keys: Iterable[Key]) -> dict[Key, Place]:
    """Row and column of these pairs of ids; pairs with somebody who is not in the pool are left out."""
    rows = {person.id: row for row, person in enumerate(pool.newcomers.people)}
    columns = {person.id: column for column, person in enumerate(pool.coaches.people)}
    return {key: (rows[key[0]], columns[key[1]]) for key in keys if key[0] in rows and key[1] in columns}


def rows_at_once(rows: Index, width: int) -> Iterator[Index]:
    """Rows of a grid this wide, in blocks that stay in the processor's cache; at least one, even if empty."""
    step = max(1, PAIRS_AT_ONCE // max(1, width))
    for start in range(0, max(1, len(rows)), step):
        yield rows[start : start + step]


def _possible(pool: Pool, rows: Index, banned: Sequence[Place], require_shared_interest: bool) -> Pairings:
    """The pairs of these newcomers that nothing rules out; what is cheap to judge goes first."""
    grid = Pairings.grid(pool, rows, np.arange(len(pool.coaches)))
    is_open = np.ones(grid.shape, dtype=np.bool_)
    for newcomer, coach in banned:
        is_open[rows == newcomer, coach] = False
    for kind in ON_A_GRID:
        is_open &= ~_blocked_by_either(kind, grid)
    row, j = np.nonzero(is_open)
    pairs = Pairings(pool, rows[row], j)
    kept = ~_blocked_by_either(DistanceWish.kind, pairs)
    if require_shared_interest:
        kept &= share_interest(pairs)
    return Pairings(pool, pairs.i[kept], pairs.j[kept])


def share_interest(pairs: Pairings) -> Mask:
    """Whether the two have an interest in common."""
    shared = count_common(pairs.pool.newcomers.interests, pairs.pool.coaches.interests, pairs.i, pairs.j)
    has_one: Mask = shared > 0
    return has_one


def _blocked_by_either(kind: str, pairs: Pairings) -> Mask:
    mask = np.zeros(pairs.shape, dtype=np.bool_)
    for by in ROLES:
        if anyone_wishes(kind, by, pairs, MUST):
            mask |= blocked(kind, by, pairs).all
    return mask


def _scored(pairs: Pairings, bonuses: Mapping[Place, int], ground: Ground) -> Candidates:
    points = score_pairs(pairs, ground.weights)
    merit = points.merit + _bonuses(pairs, bonuses)
    total = merit + points.waiting
    if ground.policy == Policy.MOST_DUOS:
        return Candidates(pairs.i, pairs.j, total, np.ones(len(total), dtype=np.bool_))
    clears_floor = points.bond | (merit >= mils(ground.weights.floor))
    return Candidates(pairs.i, pairs.j, total, clears_floor & (total > 0))


def _bonuses(pairs: Pairings, bonuses: Mapping[Place, int]) -> Ints:
    extra = np.zeros(pairs.shape, dtype=np.int64)
    for (newcomer, coach), extra_mils in bonuses.items():
        extra[(pairs.i == newcomer) & (pairs.j == coach)] = extra_mils
    return extra
