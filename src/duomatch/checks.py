"""A second pair of eyes: whether a proposal keeps every rule, told without the code that made it."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from datetime import date

from duomatch.profiles import Profile
from duomatch.results import Result
from duomatch.verdicts import judge

Key = tuple[str, str]


def faults(
    result: Result,
    newcomers: Iterable[Profile],
    coaches: Iterable[Profile],
    *,
    on: date | None = None,
    pins: Collection[Key] = (),
    bans: Collection[Key] = (),
    require_shared_interest: bool = False,
) -> list[str]:
    """Every rule that the proposal breaks, in words for a programmer; empty when it is sound."""
    people = {("newcomer", one.id): one for one in newcomers} | {("coach", one.id): one for one in coaches}
    return [
        *_over_capacity(result, people),
        *_not_told(result, people),
        *_pins_and_bans(result, pins, bans),
        *_broken_wishes(result, people, on, pins, require_shared_interest),
        *_sums(result),
    ]


def _duos(result: Result) -> Counter[Key]:
    """How many duos each (role, id) has."""
    return Counter(
        key for pair in result.pairs for key in (("newcomer", pair.newcomer), ("coach", pair.coach))
    )


def _over_capacity(result: Result, people: dict[Key, Profile]) -> Iterator[str]:
    for key, duos in _duos(result).items():
        if duos > people[key].capacity:
            yield f"{key} has {duos} duos and takes {people[key].capacity}"


def _not_told(result: Result, people: dict[Key, Profile]) -> Iterator[str]:
    """Everybody is either in a pair or left over with a reason."""
    left = [(person.role, person.id) for person in result.unmatched]
    paired = _duos(result)
    if sorted([*left, *paired]) != sorted(people):
        yield "not everybody is once in a pair or left over"
    if any(not person.reasons for person in result.unmatched):
        yield "somebody is left over without a reason"


def _pins_and_bans(result: Result, pins: Collection[Key], bans: Collection[Key]) -> Iterator[str]:
    made = [(pair.newcomer, pair.coach) for pair in result.pairs]
    if len(set(made)) != len(made):
        yield "a pair is there twice"
    for key in set(pins) - set(made):
        yield f"the pin {key} is gone"
    for key in set(bans) & set(made):
        yield f"{key} is banned"


def _broken_wishes(
    result: Result, people: dict[Key, Profile], on: date | None, pins: Collection[Key], interest: bool
) -> Iterator[str]:
    for pair in result.pairs:
        if (pair.newcomer, pair.coach) in pins:
            continue
        newcomer, coach = people["newcomer", pair.newcomer], people["coach", pair.coach]
        if any(verdict.blocks for verdict in (*judge(newcomer, coach, on), *judge(coach, newcomer, on))):
            yield f"{pair.newcomer} and {pair.coach} break a hard wish"
        if interest and not newcomer.interests & coach.interests:
            yield f"{pair.newcomer} and {pair.coach} share no interest"


def _sums(result: Result) -> Iterator[str]:
    for pair in result.pairs:
        if abs(sum(reason.points for reason in pair.reasons) - pair.score) > 1e-9:
            yield f"the points of {pair.newcomer} and {pair.coach} do not add up"
    if abs(sum(pair.score for pair in result.pairs) - result.totals.score) > 1e-6:
        yield "the scores do not add up"
    if result.totals.pairs != len(result.pairs):
        yield "the pairs are miscounted"
    if result.totals.shared_interests != sum(len(pair.shared_interests) for pair in result.pairs):
        yield "the shared interests are miscounted"
