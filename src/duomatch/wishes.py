"""What one person may ask of the other: gender, age, distance, time, each with a strength (R30, R31)."""

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from duomatch.errors import Impossible

GENDERS = ("f", "m", "x")


class Strength(StrEnum):
    """How much a wish weighs: it must be met, is preferred, or does not matter."""

    MUST = "must"
    PREFER = "prefer"
    NO_MATTER = "no-matter"


@dataclass(frozen=True, slots=True)
class GenderWish:
    """The other is of this gender: "f", "m" or "x"."""

    kind: ClassVar[str] = "gender"
    gender: str
    strength: Strength = Strength.PREFER

    def __post_init__(self) -> None:
        if self.gender not in GENDERS:
            raise Impossible("bad_wish", f"no such gender: {self.gender!r}")


@dataclass(frozen=True, slots=True)
class AgeWish:
    """The other is at least `youngest` and at most `oldest` years old; either limit may be left out."""

    kind: ClassVar[str] = "age"
    youngest: int | None = None
    oldest: int | None = None
    strength: Strength = Strength.PREFER

    def __post_init__(self) -> None:
        if self.youngest is None and self.oldest is None:
            raise Impossible("bad_wish", "an age wish needs at least one limit")
        if self.youngest is not None and self.oldest is not None and self.youngest > self.oldest:
            raise Impossible("bad_wish", f"nobody is between {self.youngest} and {self.oldest} years old")


@dataclass(frozen=True, slots=True)
class DistanceWish:
    """The other lives at most `max_km` kilometres away, as the crow flies."""

    kind: ClassVar[str] = "distance"
    max_km: float
    strength: Strength = Strength.PREFER

    def __post_init__(self) -> None:
        if not (math.isfinite(self.max_km) and self.max_km >= 0):
            raise Impossible("bad_wish", f"not a distance: {self.max_km!r}")


@dataclass(frozen=True, slots=True)
class TimeWish:
    """The two have at least one free daypart in common."""

    kind: ClassVar[str] = "time"
    strength: Strength = Strength.PREFER


Wish = GenderWish | AgeWish | DistanceWish | TimeWish
KINDS = (GenderWish.kind, AgeWish.kind, DistanceWish.kind, TimeWish.kind)
