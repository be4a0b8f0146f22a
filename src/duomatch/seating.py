"""A cooling search (simulated annealing) for who sits in which group, by swaps of two people.

Each step asks one person, reckons at once what a swap with every other would cost, and draws one by its odds
at the heat of the moment. Costs are whole numbers, kept in floats; their sums are exact.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self

import numpy as np
from numpy.typing import NDArray

from duomatch.bitsets import Index
from duomatch.columns import Floats
from duomatch.errors import Impossible
from duomatch.groups import TRAITS, Asked, Key

Mask = NDArray[np.bool_]

# How often each person is asked, and how many are asked in all: with many people each step takes longer.
ROUNDS = 72
STEPS = 14_400
# The heat at the start, in spreads, and at the end, in lightest faults.
HOT, COLD = 1.0, 0.15
NOISE = 1 << 14
EXACT = 2.0**52
ORDINARY = (*TRAITS, "met_before", "language")


@dataclass(frozen=True)
class Terms:
    """What the search minds, as arrays in order of id; after the people come the chairs that stay empty.

    Empty chairs make all groups as large; to swap with one is to move to a smaller group. `apart[p, q]`
    tells who must not share a group and `clash` what that costs, `soft[p, q]` what it costs otherwise that
    two share one; `share[p, q]` who share a help language, `seeks[p]` whom somebody here can help, and
    `language` what it costs when nobody in the group can. `spread` is how much what two cost differs, wishes
    left out, and `lightest` the lightest fault.
    """

    groups: int
    apart: Floats
    clash: float
    soft: Floats
    share: Mask
    seeks: Mask
    language: int
    spread: float
    lightest: float

    @property
    def between(self) -> Floats:
        """All that it costs that two share a group."""
        return self.soft + self.clash * self.apart

    def clashes_only(self) -> Self:
        """The same without all that gives way to a clash."""
        return replace(self, soft=0 * self.soft, clash=1.0, language=0, spread=1.0, lightest=1.0)


def terms_of(asked: Asked) -> Terms:
    """The arrays of a question."""
    people, weights = list(asked.by_id.values()), asked.weights
    chairs = -(-len(people) // asked.groups) * asked.groups
    soft = weights.met_before * _matrix(asked, asked.meetings, chairs)
    for trait in TRAITS:
        kind = _numbered([one.traits.get(trait) for one in people], chairs)
        soft += getattr(weights, trait) * ((kind[:, None] == kind[None, :]) & (kind >= 0))
    spread = float(soft[: len(people), : len(people)].std())
    soft -= weights.wish * _matrix(asked, dict.fromkeys(asked.wished_pairs, 1), chairs)
    apart = _matrix(asked, dict.fromkeys(asked.apart_pairs, 1), chairs)
    # Two empty chairs in one group are no split at all: worse than all clashes together.
    apart[len(people) :, len(people) :] = 1 + len(asked.apart_pairs)
    knows = np.zeros((chairs, len(asked.speakers)))
    knows[: len(people)] = [[word in one.help_languages for word in asked.speakers] for one in people]
    share = knows @ knows.T > 0
    for matrix in (soft, apart, share):
        np.fill_diagonal(matrix, 0)
    # One clash outweighs all else together.
    clash = float(1 + np.abs(soft).sum() + weights.language * len(people))
    if clash * apart.sum(axis=0).max() >= EXACT:
        raise Impossible("too_large", "these numbers go beyond exact arithmetic")
    seeking = {one.id for one in asked.seekers}
    light = [weight for name in ORDINARY if (weight := getattr(weights, name))]
    return Terms(
        groups=asked.groups,
        apart=apart,
        clash=clash,
        soft=soft,
        share=share,
        seeks=np.array([one.id in seeking for one in people] + [False] * (chairs - len(people))),
        language=weights.language,
        spread=max(1.0, spread),
        lightest=float(min(light, default=1)),
    )


def _matrix(asked: Asked, amounts: Mapping[Key, int], chairs: int) -> Floats:
    """What belongs to pairs of ids, both ways round."""
    at = {person_id: number for number, person_id in enumerate(asked.by_id)}
    matrix = np.zeros((chairs, chairs))
    for (one, other), amount in amounts.items():
        matrix[at[one], at[other]] = matrix[at[other], at[one]] = amount
    return matrix


def _numbered(values: Sequence[str | bool | None], chairs: int) -> Index:
    """Equal values as equal numbers, -1 where not known or nobody sits."""
    numbers: dict[str | bool | None, int] = {None: -1}
    kind = np.full(chairs, -1, dtype=np.intp)
    kind[: len(values)] = [numbers.setdefault(value, len(numbers)) for value in values]
    return kind


class Seating:
    """Who sits where, and what every swap with one person would cost, kept up to date swap by swap."""

    def __init__(self, terms: Terms, group: Index) -> None:
        self.terms, self.group = terms, group.copy()
        self._chairs = np.arange(len(group))
        self._minds_language = bool(terms.language and terms.seeks.any())
        self._twice = 2 * terms.between
        self._share = terms.share.astype(np.float64)
        seated = np.zeros((len(group), terms.groups))
        seated[self._chairs, group] = 1
        # What each pays in each group, and how many there share a language with them; the last also as a sum
        # of their numbers, which is the number of that one person when there is only one.
        self._matrices = np.stack([terms.between, self._share, self._share * self._chairs])
        self._tables = self._matrices @ seated
        self._pay, self._helpers, self._helper = self._tables
        self._look_around()

    def _look_around(self) -> None:
        """What each pays now, together with those who sit alone in their group; who hangs on whom."""
        here = self._chairs, self.group
        self._pays = self._pay[here]
        if self._minds_language:
            self._helped = self._helpers[here]
            self._alone = self.terms.seeks & (self._helped == 0)
            self._hangs = self.terms.seeks & (self._helped == 1)
            self._on = self._helper[here].astype(np.intp)
            self._pays += self.terms.language * self._each_group(self._alone)[self.group]

    def _each_group(self, counted: Mask) -> Index:
        """How many of those counted sit in each group."""
        return np.bincount(self.group[counted], minlength=self.terms.groups)

    def changes(self, one: int) -> Floats:
        """What the total changes when this person swaps with each other; infinite within the own group."""
        own = self.group[one]
        change: Floats = self._pay[one][self.group] + self._pay[:, own] - self._pays - self._twice[one]
        change -= self._pays[one]
        own_group = self.group == own
        if self._minds_language:
            change += self.terms.language * self._alone_after(one, own_group)
        change[own_group] = np.inf
        change[one] = 0
        return change

    def _alone_after(self, one: int, own_group: Mask) -> Floats:
        """How many sit alone with their language in the two groups after a swap with each other."""
        seeks, helpers = self.terms.seeks, self._share[one]
        # In the group that is left: who loses the last helper, unless the other helps; and the other.
        bereft = seeks & own_group & (self._helped == helpers)
        bereft[one] = False
        left = np.nonzero(bereft)[0]
        after: Floats = len(left) - self._share[left].sum(axis=0)
        after += seeks & (self._helpers[:, self.group[one]] == helpers)
        # In the group that is joined: who is alone or loses the other as last helper, unless this one helps.
        unhelped = ~self.terms.share[one]
        alone, hangs = self._alone & unhelped, self._hangs & unhelped
        after += self._each_group(alone)[self.group] - alone
        after += np.bincount(self._on[hangs], minlength=len(self.group))
        if seeks[one]:
            after += self._helpers[one][self.group] == helpers
        return after

    def swap(self, one: int, other: int) -> None:
        """Let two change places."""
        own, far = self.group[one], self.group[other]
        moved = self._matrices[:, :, other] - self._matrices[:, :, one]
        self._tables[:, :, own] += moved
        self._tables[:, :, far] -= moved
        self.group[one], self.group[other] = far, own
        self._look_around()


def annealed(seating: Seating, chance: np.random.Generator, *, enough: float = -np.inf) -> Index:
    """The last of the best met while it cooled down, made better until no swap helps.

    Once the total has changed by `enough` it is not asked to go on.
    """
    chairs, terms = len(seating.group), seating.terms
    rounds = min(ROUNDS, -(-STEPS // chairs))
    steps = rounds * chairs
    # Adding such noise to the changes and taking the least draws each of them by its odds. It is rounded, for
    # logarithms differ in the last bit from one machine to another.
    even = (chance.integers(0, 1 << 32, NOISE) + 0.5) / (1 << 32)
    noise = np.round(1024 * np.log(-np.log(even))) / 1024
    starts = chance.integers(0, NOISE - chairs, steps).tolist()
    order = np.concatenate([chance.permutation(chairs) for _ in range(rounds)]).tolist()
    heats = np.geomspace(HOT * terms.spread, COLD * terms.lightest, steps).tolist()
    total = least = 0.0
    best = seating.group.copy()
    for one, start, heat in zip(order, starts, heats, strict=True):
        changes = seating.changes(one)
        other = int(np.argmin(changes + heat * noise[start : start + chairs]))
        if other != one:
            total += changes[other]
            seating.swap(one, other)
            if total <= least:
                least, best = total, seating.group.copy()
                if least <= enough:
                    break
    return settled(Seating(terms, best))


def settled(seating: Seating) -> Index:
    """The seating after the best swap of each in turn, until no swap makes it better."""
    one, content = 0, 0
    while content < len(seating.group):
        changes = seating.changes(one)
        other = int(np.argmin(changes))
        content = content + 1 if other == one or changes[other] >= 0 else 0
        if not content:
            seating.swap(one, other)
        one = (one + 1) % len(seating.group)
    return seating.group
