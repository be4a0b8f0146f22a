"""Reminders, chairs and when attendance may be noted, on plain values."""

from collections.abc import Sequence
from datetime import datetime, timedelta

# Domain table 4.3, 2 and 8: the day before. Longer than a day, so that an evening is told of in the morning.
REMIND_BEFORE = timedelta(hours=30)
# Whoever was asked just now needs no second message.
ASKED_LONG_BEFORE = timedelta(hours=24)
# People come early, and are ticked off as they come in.
NOTED_BEFORE = timedelta(hours=1)
# Fewer times without coming are nothing; it is a hint to the desk, never a reproach.
OFTEN_ASKED = 3


def reminder_is_due(*, starts_at: datetime, invited_at: datetime, now: datetime) -> bool:
    """Whether it is the moment to remind somebody who was asked then."""
    return now < starts_at <= now + REMIND_BEFORE and now - invited_at >= ASKED_LONG_BEFORE


def who_waits(said_yes: Sequence[int], chairs: int | None) -> list[int]:
    """Who said yes when every chair was taken, in order; `said_yes` is in the order in which they said it."""
    return [] if chairs is None else list(said_yes[chairs:])


def may_note_attendance(*, starts_at: datetime, now: datetime) -> bool:
    """Whether somebody can be there already."""
    return now >= starts_at - NOTED_BEFORE
