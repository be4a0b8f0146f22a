"""The best proposal for everybody at once."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

import numpy as np

from duomatch.assignment import NOBODY, best_assignment
from duomatch.candidates import Candidates, Ground, Key, find_candidates
from duomatch.columns import Ints, Pool, pool_of
from duomatch.errors import Impossible
from duomatch.explain import DEFAULT_WEIGHTS, explain_pair
from duomatch.leftovers import explain_leftovers
from duomatch.profiles import COACH, NEWCOMER, Profile
from duomatch.results import Pair, Policy, Result, Totals
from duomatch.weights import MILS, Weights


def propose(
    newcomers: Iterable[Profile],
    coaches: Iterable[Profile],
    *,
    on: date | None = None,
    policy: Policy = Policy.MOST_DUOS,
    weights: Weights = DEFAULT_WEIGHTS,
    pins: Iterable[Key] = (),
    bans: Iterable[Key] = (),
    bonuses: Mapping[Key, float] | None = None,
    require_shared_interest: bool = False,
) -> Result:
    """The best pairs for all these people on the day that counts, with reasons; who is left over and why.

    Pins, bans and bonuses (points of gut feeling) are keyed (newcomer id, coach id). A pinned pair stays,
    even against a wish. Bans and bonuses of people who are not here are ignored. Raises Impossible when an
    id is there twice, a person stands on the wrong side, or a pin is unknown, banned or beyond a capacity.
    """
    pinned = sorted(set(pins))
    ground = Ground(policy, weights, require_shared_interest, frozenset(bans), dict(bonuses or {}))
    pool = pool_of(_checked(newcomers, NEWCOMER), _checked(coaches, COACH), on)
    _check_pins(pool, pinned, ground)
    candidates = find_candidates(pool, ground)
    keys = sorted([*pinned, *_chosen(pool, candidates, policy, pinned)])
    pairs = _explained(pool, keys, set(pinned), on, ground)
    return Result(policy, pairs, explain_leftovers(pool, ground, candidates, keys), _totals(pool, pairs))


def _checked(people: Iterable[Profile], role: str) -> list[Profile]:
    checked = list(people)
    for person in checked:
        if person.role != role:
            raise Impossible(
                "wrong_side", f"{person.id!r} is a {person.role} among those with the role {role}"
            )
    for person_id, times in Counter(person.id for person in checked).items():
        if times > 1:
            raise Impossible(
                "duplicate_id", f"{person_id!r} is the id of {times} people with the role {role}"
            )
    return checked


def _check_pins(pool: Pool, pinned: Sequence[Key], ground: Ground) -> None:
    for side, at in ((pool.newcomers, 0), (pool.coaches, 1)):
        capacity = {person.id: person.capacity for person in side.people}
        for person_id, times in Counter(key[at] for key in pinned).items():
            if person_id not in capacity:
                raise Impossible("pin_unknown", f"{person_id!r} is pinned but not in the pool")
            if times > capacity[person_id]:
                raise Impossible("pin_over_capacity", f"{person_id!r} is pinned {times} times")
    for key in pinned:
        if key in ground.bans:
            raise Impossible("pin_banned", f"{key} is both pinned and banned")


def _chosen(pool: Pool, candidates: Candidates, policy: Policy, pinned: Sequence[Key]) -> list[Key]:
    """The best pairs of ids among those whom the pins leave free."""
    newcomers, coaches = pool.newcomers.people, pool.coaches.people
    taken, duos = {key[0] for key in pinned}, Counter(key[1] for key in pinned)
    rows = np.array([i for i, person in enumerate(newcomers) if person.id not in taken], dtype=np.intp)
    room = np.array([person.capacity - duos[person.id] for person in coaches], dtype=np.int64)
    benefit = np.zeros((len(newcomers), len(coaches)), dtype=np.int64)
    benefit[candidates.i[candidates.eligible], candidates.j[candidates.eligible]] = _worth(
        candidates.mils[candidates.eligible], policy, most_pairs=len(rows)
    )
    chosen = best_assignment(benefit[rows], room)
    return [
        (newcomers[rows[row]].id, coaches[column].id) for row, column in enumerate(chosen) if column != NOBODY
    ]


def _worth(mils: Ints, policy: Policy, most_pairs: int) -> Ints:
    """What choosing a pair is worth, always above 0.

    For "most duos" every pair is first lifted above 0 and then given more than all scores together can
    differ, so that one more pair outweighs any score.
    """
    if policy == Policy.BEST_FIT or not mils.size:
        return mils
    lifted = mils - mils.min() + 1
    worth: Ints = lifted + most_pairs * lifted.max()
    return worth


def _explained(
    pool: Pool, keys: Sequence[Key], pinned: Collection[Key], on: date | None, ground: Ground
) -> tuple[Pair, ...]:
    newcomers = {person.id: person for person in pool.newcomers.people}
    coaches = {person.id: person for person in pool.coaches.people}
    return tuple(
        explain_pair(
            newcomers[key[0]],
            coaches[key[1]],
            on=on,
            weights=ground.weights,
            bonus=ground.bonuses.get(key, 0.0),
            pinned=key in pinned,
        )
        for key in keys
    )


def _totals(pool: Pool, pairs: Sequence[Pair]) -> Totals:
    return Totals(
        newcomers=len(pool.newcomers),
        coaches=len(pool.coaches),
        pairs=len(pairs),
        score=sum(reason.mils for pair in pairs for reason in pair.reasons) / MILS,
        shared_interests=sum(len(pair.shared_interests) for pair in pairs),
    )
