"""Who waits on both sides, as the engine sees them, with everything the coordinator fixed about pairs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import duomatch
from duomatch import COACH, NEWCOMER, AgeWish, DistanceWish, GenderWish, Profile, Strength, TimeWish
from samen.duos.queries import busy_coaches, matched_newcomers, tried_pairs, with_waits_from
from samen.intake.choices import Wanted
from samen.intake.models import Profile as Facts
from samen.intake.models import Wish
from samen.intake.queries import accepted, pairs_not_to_meet
from samen.matching.choices import Mark, ProposalStatus
from samen.matching.models import PairMark, Proposal
from samen.people.choices import Role
from samen.people.models import Participation
from samen.people.queries import several_parts
from samen.places.postal import find

Key = tuple[str, str]


@dataclass(frozen=True)
class Pool:
    """Everybody who waits, by engine id (the id of their part as text), longest waiting first."""

    parts: dict[str, Participation]
    profiles: dict[str, Profile]
    marks: dict[Key, PairMark]
    tried: set[Key]
    open_proposals: list[Proposal] = field(default_factory=list)
    # Somebody asked not to meet the other.
    not_with: set[Key] = field(default_factory=set)
    # Of whoever took several parts (R102): each part with all of them.
    same: dict[str, list[str]] = field(default_factory=dict)

    @property
    def newcomers(self) -> list[Profile]:
        """Newcomers who wait."""
        return [profile for profile in self.profiles.values() if profile.role == NEWCOMER]

    @property
    def coaches(self) -> list[Profile]:
        """Coaches with room for a duo."""
        return [profile for profile in self.profiles.values() if profile.role == COACH]

    @property
    def pins(self) -> list[Key]:
        """Pairs that the coordinator fixed, of people who wait."""
        pinned = [key for key, mark in self.marks.items() if mark.mark == Mark.PIN]
        return [key for key in pinned if self._both_wait(key) and key not in self.not_with]

    @property
    def bans(self) -> list[Key]:
        """Pairs that are never proposed: banned, or tried before and not pinned since (R36)."""
        pinned = set(self.pins)
        banned = {key for key, mark in self.marks.items() if mark.mark == Mark.BAN}
        oneself = {(one, other) for one, all_of_them in self.same.items() for other in all_of_them}
        found = (by_person(banned, self.same) | self.tried) - pinned | self.not_with | oneself
        return sorted(key for key in found if self._both_wait(key))

    @property
    def bonuses(self) -> dict[Key, float]:
        """The coordinator's gut feeling, in points."""
        return {key: float(mark.bonus) * POINTS_PER_STEP for key, mark in self.marks.items() if mark.bonus}

    def _both_wait(self, key: Key) -> bool:
        """Whether both wait, the newcomer named first."""
        newcomer, coach = (self.profiles.get(one) for one in key)
        return bool(newcomer and coach and newcomer.role == NEWCOMER and coach.role == COACH)

    def propose(self, policy: duomatch.Policy, on: date) -> duomatch.Result:
        """The proposal for everybody at once."""
        return duomatch.propose(
            self.newcomers,
            self.coaches,
            on=on,
            policy=policy,
            pins=self.pins,
            bans=self.bans,
            bonuses=self.bonuses,
        )

    def look_at(self, key: Key, on: date) -> duomatch.Candidate:
        """One pair of people who wait, whatever rules it out; seen from the newcomer."""
        newcomer, coach = self.profiles[key[0]], self.profiles[key[1]]
        candidate = duomatch.partners(newcomer, [coach], on=on, bans=self.bans, bonuses=self.bonuses)[0]
        if key not in self.pins:
            return candidate
        pinned = duomatch.explain_pair(newcomer, coach, on=on, bonus=self.bonuses.get(key, 0.0), pinned=True)
        return duomatch.Candidate(candidate.id, pinned, candidate.obstacles)

    def partners(self, engine_id: str, on: date) -> list[duomatch.Candidate]:
        """One person's partners, best first; those that something rules out come last."""
        person = self.profiles[engine_id]
        others = self.coaches if person.role == NEWCOMER else self.newcomers
        return duomatch.partners(person, others, on=on, bans=self.bans, bonuses=self.bonuses)


# A gut feeling of one step weighs as much as half a wish: the coordinator's word counts (R33).
POINTS_PER_STEP = 6.0


def read_pool() -> Pool:
    """Everybody who waits now, in a fixed number of queries.

    Who has an open proposal waits for an answer and is in no new proposal.
    """
    proposals = list(
        Proposal.objects.filter(status=ProposalStatus.OPEN).select_related(
            "newcomer__person", "coach__person"
        )
    )
    asked_newcomers = {proposal.newcomer_id for proposal in proposals}
    taken = busy_coaches()
    for proposal in proposals:
        taken[proposal.coach_id] = taken.get(proposal.coach_id, 0) + 1
    matched = matched_newcomers() | asked_newcomers
    parts: dict[str, Participation] = {}
    profiles: dict[str, Profile] = {}
    waiting = (
        with_waits_from(accepted())
        .order_by("waits_from", "pk")
        .select_related("person", "profile")
        .prefetch_related("wishes")
    )
    for part in waiting:
        room = 1 if part.role == Role.NEWCOMER else _capacity(part) - taken.get(part.pk, 0)
        if room > 0 and part.pk not in matched:
            parts[str(part.pk)] = part
            profiles[str(part.pk)] = to_profile(part, room, part.waits_from)  # type: ignore[attr-defined]
    marks = {(str(mark.newcomer_id), str(mark.coach_id)): mark for mark in PairMark.objects.all()}
    same = {str(pk): [str(one) for one in all_of_them] for pk, all_of_them in several_parts().items()}
    not_with = {(str(newcomer), str(coach)) for newcomer, coach in pairs_not_to_meet()}
    return Pool(parts, profiles, marks, by_person(_tried(), same), proposals, by_person(not_with, same), same)


def by_person(keys: set[Key], same: Mapping[str, list[str]]) -> set[Key]:
    """What holds of two parts holds of the two people, also in a later part or the other way round (R36)."""
    found = set(keys)
    for one, other in keys:
        if one in same or other in same:
            mine, theirs = same.get(one, [one]), same.get(other, [other])
            found |= {pair for a in mine for b in theirs for pair in ((a, b), (b, a))}
    return found


def _tried() -> set[Key]:
    declined = Proposal.objects.filter(status=ProposalStatus.DECLINED).values_list("newcomer_id", "coach_id")
    return {(str(newcomer), str(coach)) for newcomer, coach in (*declined, *tried_pairs())}


def _capacity(part: Participation) -> int:
    facts: Facts | None = getattr(part, "profile", None)
    return facts.capacity if facts else 1


def to_profile(part: Participation, room: int, waits_from: date) -> Profile:
    """One participant as the engine sees them; what is unknown stays unknown."""
    facts: Facts = getattr(part, "profile", None) or Facts()
    place = find(part.person.postal_code)
    return Profile(
        id=str(part.pk),
        role=part.role,
        birth_year=part.person.birth_year,
        gender=part.person.gender or None,
        place=(place.latitude, place.longitude) if place else None,
        availability=facts.availability or 0,
        interests=frozenset(facts.interests),
        profession=facts.profession,
        personality=facts.personality,
        languages=frozenset(part.person.languages),
        household=facts.household or None,
        children_bands=frozenset(facts.children_bands),
        registered_on=waits_from,
        capacity=room,
        wishes=tuple(to_wish(wish) for wish in part.wishes.all()),
    )


def to_wish(wish: Wish) -> duomatch.Wish:
    """One wish as the engine sees it."""
    strength = Strength(wish.strength)
    match wish.about:
        case Wanted.GENDER:
            return GenderWish(wish.gender, strength)
        case Wanted.AGE:
            return AgeWish(wish.age_min, wish.age_max, strength)
        case Wanted.DISTANCE:
            return DistanceWish(float(wish.max_km or 0), strength)
        case _:
            return TimeWish(strength)
