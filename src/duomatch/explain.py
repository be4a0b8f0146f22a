"""Why these two: every contribution to the score of one pair, in the order of the programme (R30, R33).

This is the readable reference. `scoring` computes the same points for whole pools at once; tests hold the
two equal to the thousandth of a point.
"""

from collections.abc import Iterator
from datetime import date

from duomatch import availability
from duomatch.distance import distance_km
from duomatch.profiles import EXTRAVERT, INTROVERT, Profile
from duomatch.results import Pair, Reason, Value
from duomatch.verdicts import Outcome, Verdict, judge
from duomatch.waiting import days_waited
from duomatch.weights import MILS, Weights, gut_feeling, mils, part_earned, part_kept
from duomatch.wishes import AgeWish, DistanceWish, GenderWish, TimeWish, Wish

DEFAULT_WEIGHTS = Weights()


def explain_pair(
    newcomer: Profile,
    coach: Profile,
    *,
    on: date | None = None,
    weights: Weights = DEFAULT_WEIGHTS,
    bonus: float = 0.0,
    pinned: bool = False,
) -> Pair:
    """The pair these two would be, even if a wish rules it out; `bonus` is the gut feeling in points."""
    reasons = [
        *_wishes(newcomer, coach, on, weights),
        *_distance(newcomer, coach, weights),
        *_time(newcomer, coach, weights),
        *_interests(newcomer, coach, weights),
        *_profession(newcomer, coach, weights),
        *_personality(newcomer, coach, weights),
        *_family(newcomer, coach, weights),
        *_languages(newcomer, coach, weights),
        *_waiting(newcomer, coach, on, weights),
        *_person(bonus, pinned),
    ]
    km = distance_km(newcomer.place, coach.place)
    return Pair(
        newcomer=newcomer.id,
        coach=coach.id,
        score=sum(reason.mils for reason in reasons) / MILS,
        distance_km=None if km is None else round(km, 1),
        shared_interests=tuple(sorted(newcomer.interests & coach.interests)),
        reasons=tuple(reasons),
    )


def _wishes(newcomer: Profile, coach: Profile, on: date | None, weights: Weights) -> Iterator[Reason]:
    for by, wisher, other in (("newcomer", newcomer, coach), ("coach", coach, newcomer)):
        for verdict in judge(wisher, other, on):
            yield _wish(by, verdict, weights)


def _wish(by: str, verdict: Verdict, weights: Weights) -> Reason:
    """A met wish earns the same whether it is a "must" or preferred: who asks more is not served less."""
    wish, found = verdict.wish, verdict.found
    values: dict[str, Value] = {
        "by": by,
        "strength": wish.strength.value,
        "outcome": verdict.outcome.value,
        **_wanted(wish),
        "found": round(found, 1) if isinstance(found, float) else found,
    }
    earned = mils(weights.wish) if verdict.outcome == Outcome.MET else 0
    return Reason(f"{wish.kind}_wish", earned, values, blocks=verdict.blocks)


def _wanted(wish: Wish) -> dict[str, Value]:
    match wish:
        case GenderWish():
            return {"wanted": wish.gender}
        case AgeWish():
            return {"youngest": wish.youngest, "oldest": wish.oldest}
        case DistanceWish():
            return {"max_km": wish.max_km}
        case TimeWish():
            return {}


def _distance(newcomer: Profile, coach: Profile, weights: Weights) -> Iterator[Reason]:
    km = distance_km(newcomer.place, coach.place)
    if km is not None:
        points = weights.distance * part_kept(km, weights.distance_half_km)
        yield Reason("distance", mils(points), {"km": round(km, 1)})


def _time(newcomer: Profile, coach: Profile, weights: Weights) -> Iterator[Reason]:
    if not (newcomer.availability and coach.availability):
        return
    common = newcomer.availability & coach.availability
    if not common:
        yield Reason("no_common_time")
        return
    points = weights.common_time * part_earned(common.bit_count(), weights.common_time_half)
    dayparts = [list(slot) for slot in availability.slots(common)]
    yield Reason("common_time", mils(points), {"dayparts": dayparts})


def _interests(newcomer: Profile, coach: Profile, weights: Weights) -> Iterator[Reason]:
    shared = newcomer.interests & coach.interests
    if shared:
        points = weights.interests * part_earned(len(shared), weights.interests_half)
        yield Reason("shared_interests", mils(points), {"interests": sorted(shared)})
    elif newcomer.interests and coach.interests:
        yield Reason("no_shared_interest")


def _profession(newcomer: Profile, coach: Profile, weights: Weights) -> Iterator[Reason]:
    if newcomer.field and newcomer.field == coach.field:
        yield Reason("same_profession", mils(weights.profession), {"profession": coach.profession.strip()})


def _personality(newcomer: Profile, coach: Profile, weights: Weights) -> Iterator[Reason]:
    if newcomer.personality is None or coach.personality is None:
        return
    apart = abs(newcomer.personality - coach.personality)
    points = weights.personality * (1 - apart / (EXTRAVERT - INTROVERT))
    yield Reason("personality", mils(points), {"newcomer": newcomer.personality, "coach": coach.personality})


def _family(newcomer: Profile, coach: Profile, weights: Weights) -> Iterator[Reason]:
    bands = sorted(newcomer.children_bands & coach.children_bands)
    if bands:
        yield Reason("children", mils(weights.children), {"bands": bands})
    if newcomer.household and newcomer.household == coach.household:
        yield Reason("household", mils(weights.household), {"household": coach.household})


def _languages(newcomer: Profile, coach: Profile, weights: Weights) -> Iterator[Reason]:
    shared = sorted(newcomer.languages & coach.languages)
    if shared:
        yield Reason("languages", mils(weights.languages), {"languages": shared})


def _waiting(newcomer: Profile, coach: Profile, on: date | None, weights: Weights) -> Iterator[Reason]:
    """Linear in days and without a ceiling, so that nobody can be passed over for ever."""
    for who, person, per_day in (
        ("newcomer", newcomer, weights.waiting_newcomer_per_day),
        ("coach", coach, weights.waiting_coach_per_day),
    ):
        days = days_waited(person.registered_on, on)
        if days:
            yield Reason(f"waiting_{who}", mils(per_day * days), {"days": days})


def _person(bonus: float, pinned: bool) -> Iterator[Reason]:
    if bonus:
        yield Reason("gut_feeling", gut_feeling(bonus))
    if pinned:
        yield Reason("pinned")
