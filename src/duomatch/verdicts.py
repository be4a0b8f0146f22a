"""One wish of one person held against one other person: the readable rule (R30, R31).

`wish_masks` says the same for whole pools at once; tests hold the two equal.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from duomatch.distance import distance_km
from duomatch.profiles import Profile
from duomatch.wishes import AgeWish, DistanceWish, GenderWish, Strength, TimeWish, Wish


class Outcome(StrEnum):
    """Whether a wish is met, broken, or cannot be judged because a fact is not known."""

    MET = "met"
    BROKEN = "broken"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one wish turns out for one pair."""

    wish: Wish
    outcome: Outcome
    found: str | int | float | None

    @property
    def blocks(self) -> bool:
        """Whether the wish rules the pair out.

        A "must" that is broken or cannot be judged does. Only time is lenient: who has not filled in when
        they are free may well be free.
        """
        if self.wish.strength != Strength.MUST or self.outcome == Outcome.MET:
            return False
        return self.outcome == Outcome.BROKEN or not isinstance(self.wish, TimeWish)


def judge(wisher: Profile, other: Profile, on: date | None) -> list[Verdict]:
    """The verdict on each wish of the wisher that matters, in the order of the programme."""
    verdicts = (_judge_one(wish, wisher, other, on) for wish in wisher.wishes)
    counted = [verdict for verdict in verdicts if verdict.wish.strength != Strength.NO_MATTER]
    order = (GenderWish, AgeWish, DistanceWish, TimeWish)
    return sorted(counted, key=lambda verdict: order.index(type(verdict.wish)))


def _judge_one(wish: Wish, wisher: Profile, other: Profile, on: date | None) -> Verdict:
    match wish:
        case GenderWish():
            return _verdict(wish, other.gender, other.gender == wish.gender)
        case AgeWish():
            age = other.age(on)
            return _verdict(wish, age, age is not None and _within(wish, age))
        case DistanceWish():
            km = distance_km(wisher.place, other.place)
            return _verdict(wish, km, km is not None and km <= wish.max_km)
        case TimeWish():
            common = wisher.availability & other.availability
            known = wisher.availability and other.availability
            return _verdict(wish, common.bit_count() if known else None, common != 0)


def _within(wish: AgeWish, age: int) -> bool:
    return (wish.youngest is None or age >= wish.youngest) and (wish.oldest is None or age <= wish.oldest)


def _verdict(wish: Wish, found: str | float | None, met: bool) -> Verdict:
    if found is None:
        return Verdict(wish, Outcome.UNKNOWN, None)
    return Verdict(wish, Outcome.MET if met else Outcome.BROKEN, found)
