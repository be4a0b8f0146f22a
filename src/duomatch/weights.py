"""How many points each merit is worth. Points are kept in whole thousandths, so that sums are exact."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Self, TypeVar

import numpy as np
from numpy.typing import NDArray

from duomatch.errors import Impossible

MILS = 1000
HEAVIEST = 1000.0

Amount = TypeVar("Amount", float, NDArray[np.floating[Any]])


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """Points per merit; the defaults keep the order of the programme (R30, R37, R38).

    One wish met (12) outweighs all that shared interests (under 9) and a shared profession (3) can earn
    together; the first shared interest (3) outweighs a perfectly alike personality (1.5). Distance, family
    and waiting stand beside these layers.
    """

    wish: float = 12.0
    distance: float = 10.0
    distance_half_km: float = 5.0
    common_time: float = 3.0
    common_time_half: float = 1.0
    interests: float = 9.0
    interests_half: float = 2.0
    profession: float = 3.0
    personality: float = 1.5
    children: float = 2.0
    household: float = 1.0
    languages: float = 1.0
    waiting_newcomer_per_day: float = 0.02
    waiting_coach_per_day: float = 0.005
    floor: float = 6.0

    def __post_init__(self) -> None:
        for field in fields(self):
            _check(field.name, getattr(self, field.name))

    @classmethod
    def from_mapping(cls, values: Mapping[str, Any]) -> Self:
        """Weights with these values in place of the defaults; raises Impossible on a bad name or value."""
        known = {field.name for field in fields(cls)}
        for name in values:
            if name not in known:
                raise Impossible("unknown_weight", f"{name}: no such weight")
        return cls(**values)


def mils(points: float) -> int:
    """Points as whole thousandths, halves to even (as numpy rounds)."""
    return round(MILS * points)


def part_earned(count: Amount, half: float) -> Amount:
    """Which part of the full points a count earns: half of it at `half`, ever more but never all."""
    return count / (count + half)


def part_kept(amount: Amount, half: float) -> Amount:
    """Which part of the full points is kept at an amount: all at 0, half of it at `half`, never nothing."""
    return half / (half + amount)


def gut_feeling(points: float) -> int:
    """A coordinator's own points as whole thousandths; raises Impossible beyond 1,000 either way."""
    if not abs(points) <= HEAVIEST:
        raise Impossible("bad_bonus", f"a bonus lies between -{HEAVIEST:g} and {HEAVIEST:g}, not {points!r}")
    return mils(points)


def _check(name: str, value: object) -> None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Impossible("bad_weight", f"{name}: a weight is a number, not {value!r}")
    if not 0 <= value <= HEAVIEST:
        raise Impossible("bad_weight", f"{name}: a weight lies between 0 and {HEAVIEST:g}, not {value!r}")
    if "_half" in name and value == 0:
        raise Impossible("bad_weight", f"{name}: the half-way point must be more than 0")
