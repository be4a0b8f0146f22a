"""Moments that reach most people, as a form to plan a session shows them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta

from samen.exchanges.choices import Who
from samen.exchanges.queries import free_moments
from samen.exchanges.rules import Slot, moments, twins
from samen.intake.week import moment
from samen.people.choices import Role

SHOWN = 4
# People need some weeks to make room.
AHEAD_DAYS = 21
NEAREST_YEAR, FARTHEST_YEAR = 2020, 2100
HOURS = ((time(10), time(12)), (time(14), time(16)), (time(19), time(21)))
ROLE = {Who.COACHES: Role.COACH, Who.NEWCOMERS: Role.NEWCOMER}


@dataclass(frozen=True)
class Proposed:
    """One moment or two, how many of `of` can come to one of them, and what to write in the form."""

    words: str
    other: str
    reached: int
    of: int
    code: str


def proposed(who: Who) -> tuple[list[Proposed], list[Proposed]]:
    """The best twins and the best single moments for these people; one query."""
    free = free_moments(ROLE.get(who, ""))
    two = [
        Proposed(
            moment(*one.by_day), moment(*one.evening), one.reached, one.of, _code(one.by_day, one.evening)
        )
        for one in twins(free)[:SHOWN]
    ]
    single = [
        Proposed(moment(*one.slot), "", one.reached, one.of, _code(one.slot)) for one in moments(free)[:SHOWN]
    ]
    return two, single


def _code(*slots: Slot) -> str:
    return "-".join(f"{day}{part}" for day, part in slots)


def read_day(text: str) -> date | None:
    """A day as it stands in an address; nothing when it is none, or far away."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if NEAREST_YEAR <= day.year <= FARTHEST_YEAR else None


def filled_in(code: str, today: date, first_day: date | None = None) -> Mapping[str, object]:
    """What a chosen proposal writes in the form: the first such days from three weeks on, usual hours."""
    after = first_day or today + timedelta(days=AHEAD_DAYS)
    fields: dict[str, object] = {}
    for prefix, text in zip(("", "second_"), code.split("-"), strict=False):
        if len(text) == 2 and text[0] in "0123456" and text[1] in "012":
            starts, ends = HOURS[int(text[1])]
            day = after + timedelta(days=(int(text[0]) - after.weekday()) % 7)
            fields |= {f"{prefix}day": day, f"{prefix}starts": starts, f"{prefix}ends": ends}
    return fields
