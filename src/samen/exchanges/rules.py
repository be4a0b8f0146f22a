"""Which moments reach most people, whose name stands in a text, how long a page lives; on plain values."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from samen.people.words import fold

DAYPARTS_A_DAY, DAYS, EVENING = 3, 7, 2
# The facilitator still has to write what was learnt.
PAGE_LIVES_AFTER = timedelta(days=7)
# A short name is also a word: nobody is warned of "An" in "an", only of "An" with its capital.
_WORDS = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_APOSTROPHE = re.compile("['’]")
SHORTEST = 2

Slot = tuple[int, int]


@dataclass(frozen=True)
class Twin:
    """Two moments of the week, one by day and one in the evening, and how many of `of` can come to one."""

    by_day: Slot
    evening: Slot
    reached: int
    of: int


@dataclass(frozen=True)
class Moment:
    """One moment of the week and how many of `of` can come."""

    slot: Slot
    reached: int
    of: int


def _bit(slot: Slot) -> int:
    return 1 << (slot[0] * DAYPARTS_A_DAY + slot[1])


def moments(free: Sequence[int]) -> list[Moment]:
    """Every moment of the week with how many can come, most first; `free` are bits of who told."""
    slots = [(day, part) for day in range(DAYS) for part in range(DAYPARTS_A_DAY)]
    found = [Moment(slot, sum(bool(one & _bit(slot)) for one in free), len(free)) for slot in slots]
    return sorted((one for one in found if one.reached), key=lambda one: (-one.reached, one.slot))


def twins(free: Sequence[int]) -> list[Twin]:
    """One moment by day and one in the evening, so that most can come to one of them (FAQ question 7, R67).

    Best first; with as many, the same weekday goes before two days.
    """
    found = []
    for day in range(DAYS):
        for part in range(EVENING):
            for other_day in range(DAYS):
                by_day, evening = (day, part), (other_day, EVENING)
                both = _bit(by_day) | _bit(evening)
                reached = sum(bool(one & both) for one in free)
                if reached:
                    found.append(Twin(by_day, evening, reached, len(free)))
    return sorted(found, key=_best_first)


def _best_first(one: Twin) -> tuple[int, bool, Slot, Slot]:
    return -one.reached, one.by_day[0] != one.evening[0], one.by_day, one.evening


def better_moment(free: int | None, first: Slot, second: Slot) -> int:
    """0 or 1: which of two moments suits somebody; the first when both do, neither does or it is unknown."""
    if not free:
        return 0
    return int(bool(free & _bit(second)) and not free & _bit(first))


def names_in(text: str, names: Iterable[str]) -> list[str]:
    """Which of these names stand in a text as words, in any case or script, each once (R70: without names).

    A name of one or two letters counts only with its capital: it is often another word too.
    """
    words = _WORDS.findall(text)
    whole = f" {' '.join(fold(word) for word in words)} "
    # "Amal’s" is Amal too.
    bare = f" {' '.join(fold(_APOSTROPHE.split(word)[0]) for word in words)} "
    found = []
    for name in dict.fromkeys(names):
        plain = fold(name)
        stands = f" {plain} " in whole or f" {plain} " in bare
        if plain and (name in words if len(plain) <= SHORTEST else stands):
            found.append(name)
    return found


def page_is_open(*, ends_at: datetime, now: datetime) -> bool:
    """Whether the facilitator's page still opens."""
    return now <= ends_at + PAGE_LIVES_AFTER
