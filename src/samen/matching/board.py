"""What the board shows: two proposals for everybody, the pairs of the chosen one, who waits, who is left."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.translation import gettext as _

from duomatch import COACH, NEWCOMER, Pair, Policy, Reason, Result
from samen.matching.models import PairMark
from samen.matching.pool import Pool
from samen.matching.sentences import CLICK, INTERESTS, WISHES, Names, Sentence, in_words, why_nobody
from samen.people.models import Participation


@dataclass(frozen=True)
class Couple:
    """A pair of people who wait, with every reason in words."""

    newcomer: Participation
    coach: Participation
    pair: Pair
    mark: PairMark | None
    obstacles: tuple[Reason, ...] = ()

    @cached_property
    def layers(self) -> list[tuple[int, str, list[Sentence]]]:
        """(number, title, reasons) in the order of the programme; an empty layer is left out."""
        return layers([reason.as_dict() for reason in self.pair.reasons], self.names)

    @cached_property
    def objections(self) -> list[Sentence]:
        """What rules the pair out, and wishes that are not met."""
        broken = [reason for reason in self.pair.reasons if reason.values.get("outcome") == "broken"]
        extra = [reason for reason in self.obstacles if reason not in broken]
        return [in_words(reason.as_dict(), self.names) for reason in (*extra, *broken)]

    @property
    def names(self) -> Names:
        """How the two are called."""
        return Names(self.newcomer.person.given_name, self.coach.person.given_name)


@dataclass(frozen=True)
class Road:
    """One of the two proposals for everybody."""

    policy: Policy
    result: Result
    waits_longest: Participation | None

    @property
    def newcomers_left(self) -> int:
        """How many newcomers wait on."""
        return self.result.totals.newcomers - self.result.totals.pairs

    @property
    def coaches_left(self) -> int:
        """How many coaches get no duo in this proposal."""
        return sum(person.role == COACH for person in self.result.unmatched)


@dataclass(frozen=True)
class Leftover:
    """Somebody for whom this proposal has nobody, and why."""

    part: Participation
    why: list[str]


def road(pool: Pool, policy: Policy, today: date) -> Road:
    """The proposal for everybody under one policy."""
    result = pool.propose(policy, today)
    left = {person.id for person in result.unmatched if person.role == NEWCOMER}
    # The pool stands in order of waiting.
    return Road(policy, result, next((part for id_, part in pool.parts.items() if id_ in left), None))


def couples(pool: Pool, pairs: Iterable[Pair]) -> list[Couple]:
    """The pairs of a proposal, the newcomer who waits longest first."""
    found = {pair.newcomer: couple(pool, pair) for pair in pairs}
    return [found[id_] for id_ in pool.parts if id_ in found]


def couple(pool: Pool, pair: Pair, obstacles: tuple[Reason, ...] = ()) -> Couple:
    """One pair with its people and the coordinator's mark."""
    mark = pool.marks.get((pair.newcomer, pair.coach))
    return Couple(pool.parts[pair.newcomer], pool.parts[pair.coach], pair, mark, obstacles)


def leftovers(pool: Pool, result: Result) -> list[Leftover]:
    """Newcomers for whom this proposal has nobody, longest waiting first."""
    left = {person.id: person for person in result.unmatched if person.role == NEWCOMER}
    return [
        Leftover(part, [why_nobody(setback.as_dict()) for setback in left[id_].reasons])
        for id_, part in pool.parts.items()
        if id_ in left
    ]


def layers(reasons: Iterable[dict[str, object]], names: Names) -> list[tuple[int, str, list[Sentence]]]:
    """Reasons as plain values, in words, by layer."""
    titles = {
        WISHES: _("Eerst de wensen"),
        INTERESTS: _("Dan interesses of beroep"),
        CLICK: _("Tot slot: de klik"),
    }
    said = [in_words(reason, names) for reason in reasons]
    found = [(layer, title, [one for one in said if one.layer == layer]) for layer, title in titles.items()]
    return [line for line in found if line[2]]
