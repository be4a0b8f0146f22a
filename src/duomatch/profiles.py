"""A person as the engine sees one: only what counts for a match, and nothing that is not known."""

import math
from dataclasses import dataclass
from datetime import date

from duomatch.availability import ALWAYS
from duomatch.distance import Place
from duomatch.errors import Impossible
from duomatch.wishes import GENDERS, Wish

NEWCOMER = "newcomer"
COACH = "coach"
INTROVERT, EXTRAVERT = 1, 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One person who waits; raises Impossible when a value lies outside its range.

    `availability` is 21 bits (see `availability`), 0 when not known; `place` is (latitude, longitude);
    `personality` runs from 1, introvert, to 5, extravert; `capacity` is how many duos somebody still takes
    (always 1 for a newcomer). Interests, languages and children's age bands are compared as written.
    """

    id: str
    role: str
    birth_year: int | None = None
    gender: str | None = None
    place: Place | None = None
    availability: int = 0
    interests: frozenset[str] = frozenset()
    profession: str = ""
    personality: int | None = None
    languages: frozenset[str] = frozenset()
    household: str | None = None
    children_bands: frozenset[str] = frozenset()
    registered_on: date | None = None
    capacity: int = 1
    wishes: tuple[Wish, ...] = ()

    def __post_init__(self) -> None:
        for fault in _faults(self):
            raise Impossible("bad_profile", f"{self.id!r}: {fault}")

    def age(self, on: date | None) -> int | None:
        """Year of the day that counts minus birth year; None when either is unknown."""
        if self.birth_year is None or on is None:
            return None
        return on.year - self.birth_year

    @property
    def field(self) -> str:
        """The profession as it is compared: without regard to capitals or outer spaces; "" when unknown."""
        return self.profession.strip().casefold()


def _faults(profile: Profile) -> list[str]:
    """All that is out of range in a profile."""
    checks = {
        "an id cannot be empty": profile.id != "",
        f"no such role: {profile.role!r}": profile.role in (NEWCOMER, COACH),
        f"no such gender: {profile.gender!r}": profile.gender is None or profile.gender in GENDERS,
        f"not a place: {profile.place!r}": profile.place is None or _on_earth(profile.place),
        f"not 21 bits: {profile.availability!r}": 0 <= profile.availability <= ALWAYS,
        f"personality is 1 to 5, not {profile.personality!r}": (
            profile.personality is None or INTROVERT <= profile.personality <= EXTRAVERT
        ),
        f"capacity cannot be {profile.capacity!r}": (
            profile.capacity == 1 if profile.role == NEWCOMER else profile.capacity >= 0
        ),
        "two wishes of one kind": len({wish.kind for wish in profile.wishes}) == len(profile.wishes),
    }
    return [fault for fault, sound in checks.items() if not sound]


def _on_earth(place: Place) -> bool:
    latitude, longitude = place
    return math.isfinite(latitude + longitude) and abs(latitude) <= 90 and abs(longitude) <= 180
