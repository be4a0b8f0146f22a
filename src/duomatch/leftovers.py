"""Why somebody has no partner in a proposal: what ruled out how many of the other side (R39)."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

import numpy as np

from duomatch.bitsets import Index
from duomatch.candidates import Candidates, Ground, Key, places, rows_at_once, share_interest
from duomatch.columns import Ints, Pool
from duomatch.pairings import Pairings
from duomatch.profiles import COACH, NEWCOMER, Profile
from duomatch.results import Setback, Unmatched
from duomatch.wish_masks import Mask, blocked
from duomatch.wishes import AgeWish, DistanceWish, GenderWish, TimeWish

CODES = {
    GenderWish.kind: "gender_must",
    AgeWish.kind: "age_must",
    DistanceWish.kind: "distance_must",
    TimeWish.kind: "no_common_time",
}
NOBODY_LEFT = {NEWCOMER: "no_coach_left", COACH: "no_newcomer_left"}
OTHER = {NEWCOMER: COACH, COACH: NEWCOMER}


@dataclass(frozen=True, slots=True)
class Tally:
    """One setback counted for many people, arrays of shape (people,)."""

    code: str
    count: Ints
    own: Ints | None = None
    other: Ints | None = None
    unknown: Ints | None = None

    def of(self, row: int) -> Setback:
        """The setback of one of them."""
        columns = (self.own, self.other, self.unknown)
        details = (None if column is None else int(column[row]) for column in columns)
        return Setback(self.code, int(self.count[row]), *details)


def explain_leftovers(
    pool: Pool, ground: Ground, candidates: Candidates, pairs: Collection[Key]
) -> tuple[Unmatched, ...]:
    """Everybody who is in none of these pairs of ids, newcomers first, with what stood in the way."""
    matched_newcomers, matched_coaches = {key[0] for key in pairs}, {key[1] for key in pairs}
    return (
        *_side(NEWCOMER, pool, ground, candidates, matched_newcomers),
        *_side(COACH, pool, ground, candidates, matched_coaches),
    )


def _side(
    role: str, pool: Pool, ground: Ground, candidates: Candidates, matched: Collection[str]
) -> Iterator[Unmatched]:
    people, others = (pool.newcomers, pool.coaches) if role == NEWCOMER else (pool.coaches, pool.newcomers)
    left = np.array(
        [at for at, person in enumerate(people.people) if person.id not in matched], dtype=np.intp
    )
    given_away = _partners(role, candidates, len(people), candidates.eligible)
    below_floor = _partners(role, candidates, len(people), ~candidates.eligible)
    banned = _banned(role, pool, ground)
    for block in rows_at_once(left, len(others)):
        tallies = [
            Tally("banned", banned[block]),
            *_ruled_out(role, block, pool, ground),
            Tally("below_floor", below_floor[block]),
            Tally(NOBODY_LEFT[role], given_away[block]),
        ]
        for row, at in enumerate(block):
            yield Unmatched(
                people.people[at].id, role, _reasons(people.people[at], [t.of(row) for t in tallies])
            )


def _ruled_out(role: str, block: Index, pool: Pool, ground: Ground) -> Iterator[Tally]:
    """What the hard rules take away from each person of the block, out of everybody on the other side."""
    pairs, axis = (
        (Pairings.grid(pool, block, np.arange(len(pool.coaches))), 1)
        if role == NEWCOMER
        else (Pairings.grid(pool, np.arange(len(pool.newcomers)), block), 0)
    )
    for kind, code in CODES.items():
        own, other = blocked(kind, role, pairs), blocked(kind, OTHER[role], pairs)
        masks = (own.all | other.all, own.all, other.all, own.unknown | other.unknown)
        yield Tally(code, *(mask.sum(axis=axis) for mask in masks))
    if ground.require_shared_interest:
        yield Tally("no_shared_interest", (~share_interest(pairs)).sum(axis=axis))


def _partners(role: str, candidates: Candidates, people: int, counted: Mask) -> Ints:
    """How many of the candidates of each person are counted."""
    return np.bincount((candidates.i if role == NEWCOMER else candidates.j)[counted], minlength=people)


def _banned(role: str, pool: Pool, ground: Ground) -> Ints:
    counts = np.zeros(len(pool.newcomers if role == NEWCOMER else pool.coaches), dtype=np.int64)
    for i, j in places(pool, ground.bans).values():
        counts[i if role == NEWCOMER else j] += 1
    return counts


def _reasons(person: Profile, setbacks: list[Setback]) -> tuple[Setback, ...]:
    """Those that took somebody away; "nobody left" where nothing did; only that one for who takes nobody."""
    if person.capacity == 0:
        return (Setback("no_capacity", 0),)
    counted = tuple(setback for setback in setbacks if setback.count)
    return counted or (setbacks[-1],)
