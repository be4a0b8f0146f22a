"""When somebody is reminded of a conversation, and how a morning is cut into moments: on plain values."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

# Domain table 4.3, 2: the day before. Longer than a day, so that an evening is told of in the morning.
REMIND_BEFORE = timedelta(hours=30)
# Whoever chose just now needs no second message.
CHOSEN_LONG_BEFORE = timedelta(hours=24)
# A candidate may still choose a moment that begins so soon: the coordinator must see it first.
CHOOSE_BEFORE = timedelta(hours=12)


def reminder_is_due(*, starts_at: datetime, made_at: datetime, now: datetime) -> bool:
    """Whether it is the moment to remind somebody who chose then."""
    return now < starts_at <= now + REMIND_BEFORE and now - made_at >= CHOSEN_LONG_BEFORE


def recall_is_due(*, recall_on: date, today: date) -> bool:
    """Whether the day came to talk again with somebody who must wait (domain table 4.3, 3)."""
    return recall_on <= today


def moments(starts_at: datetime, ends_at: datetime, minutes: int) -> Iterator[tuple[datetime, datetime]]:
    """The moments of so many minutes that fit between these, one after the other."""
    step = timedelta(minutes=minutes)
    begins = starts_at
    while begins + step <= ends_at:
        yield begins, begins + step
        begins += step
