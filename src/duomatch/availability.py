"""When somebody is free: 21 bits, one for each weekday (Monday 0) and daypart (morning 0 to evening 2)."""

from collections.abc import Iterable

from duomatch.errors import Impossible

DAYPARTS_A_DAY = 3
DAYPARTS = 7 * DAYPARTS_A_DAY
ALWAYS = (1 << DAYPARTS) - 1


def from_slots(slots: Iterable[tuple[int, int]]) -> int:
    """The bits of these (weekday, daypart) pairs; raises Impossible outside 0–6 and 0–2."""
    bits = 0
    for weekday, daypart in slots:
        if not (0 <= weekday < 7 and 0 <= daypart < DAYPARTS_A_DAY):
            raise Impossible("bad_daypart", f"no such daypart: ({weekday}, {daypart})")
        bits |= 1 << (weekday * DAYPARTS_A_DAY + daypart)
    return bits


def slots(bits: int) -> list[tuple[int, int]]:
    """The (weekday, daypart) pairs of these bits, from Monday morning to Sunday evening."""
    return [divmod(position, DAYPARTS_A_DAY) for position in range(DAYPARTS) if bits >> position & 1]
