"""One person's best partners: possible ones best first, then those that something rules out, and what."""

from collections.abc import Iterable, Mapping
from datetime import date

from duomatch.errors import Impossible
from duomatch.explain import DEFAULT_WEIGHTS, explain_pair
from duomatch.profiles import NEWCOMER, Profile
from duomatch.results import Candidate, Pair, Reason
from duomatch.weights import Weights


def partners(
    person: Profile,
    others: Iterable[Profile],
    *,
    on: date | None = None,
    weights: Weights = DEFAULT_WEIGHTS,
    bans: Iterable[tuple[str, str]] = (),
    bonuses: Mapping[tuple[str, str], float] | None = None,
) -> list[Candidate]:
    """Every other as a candidate for this person; equal scores by id.

    Bans and bonuses are keyed (newcomer id, coach id); raises Impossible when an other is of the same side.
    """
    banned, bonuses = set(bans), bonuses or {}
    candidates = []
    for other in others:
        if other.role == person.role:
            raise Impossible("wrong_side", f"{other.id!r} is a {other.role} too")
        newcomer, coach = (person, other) if person.role == NEWCOMER else (other, person)
        key = (newcomer.id, coach.id)
        pair = explain_pair(newcomer, coach, on=on, weights=weights, bonus=bonuses.get(key, 0.0))
        candidates.append(Candidate(other.id, pair, _obstacles(pair, key in banned)))
    return sorted(candidates, key=lambda one: (bool(one.obstacles), -one.pair.score, one.id))


def _obstacles(pair: Pair, banned: bool) -> tuple[Reason, ...]:
    return (*pair.obstacles, Reason("banned", blocks=True)) if banned else pair.obstacles
