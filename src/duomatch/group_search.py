"""The best split into groups: all splits of a few people, a cooling search for more.

Chance comes from the seed alone and the number of steps from the number of people, so the same question
always gets the same answer.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

import numpy as np

from duomatch.bitsets import Index
from duomatch.errors import Impossible
from duomatch.groups import Asked, Groups, Split, cost, split_of
from duomatch.seating import Seating, Terms, annealed, terms_of

# So many people and fewer are split in every way there is.
FEW = 8
# Few people are tried again, as often as they go into this many.
TRIED_ONCE = 30


def make_groups(asked: Asked, *, seed: int = 0) -> Split:
    """The best split found, of few people the very best; another seed may give another one as good."""
    if seed < 0:
        raise Impossible("bad_seed", f"a seed is 0 or more, not {seed}")
    groups = best_of_all(asked, seed) if len(asked.members) <= FEW else cooled(asked, seed)
    return split_of(tuple(sorted(tuple(sorted(group)) for group in groups)), asked)


def best_of_all(asked: Asked, seed: int) -> Groups:
    """The best of all splits; each of those equally good has its seeds."""
    costs = {groups: cost(groups, asked).rank for groups in every_split(list(asked.by_id), asked.groups)}
    least = min(costs.values())
    best = [groups for groups, rank in costs.items() if rank == least]
    return best[seed % len(best)]


def every_split(ids: Sequence[str], groups: int) -> Iterator[Groups]:
    """All ways to split these into so many groups whose sizes differ by at most one, each once."""
    least, larger = divmod(len(ids), groups)
    made: list[list[str]] = []

    def seat(at: int) -> Iterator[Groups]:
        if at == len(ids):
            if len(made) == groups and min(map(len, made)) >= least:
                yield tuple(tuple(group) for group in made)
            return
        for group in [*made]:
            if len(group) < least + (sum(len(other) > least for other in made) < larger):
                group.append(ids[at])
                yield from seat(at + 1)
                group.pop()
        if len(made) < groups:
            made.append([ids[at]])
            yield from seat(at + 1)
            made.pop()

    return seat(0)


def cooled(asked: Asked, seed: int) -> Groups:
    """The best of a few searches; the fewer people, the sooner one is stuck, and the sooner tried again."""
    chance, terms, ids = np.random.default_rng(seed), terms_of(asked), list(asked.by_id)
    starts = [dealt(asked, len(terms.seeks))]
    for _ in range(1, TRIED_ONCE // len(ids)):
        start = starts[0].copy()
        start[: len(ids)] = chance.permutation(start[: len(ids)])
        starts.append(start)
    found = [_cooled_once(terms, start, chance)[: len(ids)] for start in starts]
    splits = [
        tuple(tuple(ids[at] for at in np.nonzero(group == number)[0]) for number in range(asked.groups))
        for group in found
    ]
    return min(splits, key=lambda groups: cost(groups, asked).rank)


def _cooled_once(terms: Terms, group: Index, chance: np.random.Generator) -> Index:
    """One search; when the start has clashes, first one that minds nothing else, until there are none."""
    clashes = terms.apart[group[:, None] == group[None, :]].sum() / 2
    if clashes:
        group = annealed(Seating(terms.clashes_only(), group), chance, enough=-clashes)
    return annealed(Seating(terms, group), chance)


def dealt(asked: Asked, chairs: int) -> Index:
    """Everybody dealt out like cards, those who must sit apart one after the other; then the empty chairs.

    With two groups or more the next card goes to another one, so two of a duo never share a group.
    """
    at = {person_id: number for number, person_id in enumerate(asked.by_id)}
    order = list(dict.fromkeys([*chain(*asked.apart_pairs), *at]))
    group = np.arange(chairs, dtype=np.intp) % asked.groups
    group[[at[person_id] for person_id in order]] = group[: len(at)].copy()
    return group
