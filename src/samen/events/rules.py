"""When somebody is reminded of a gathering, on plain values."""

from datetime import datetime, timedelta

# Domain table 4.3, 2 and 8: the day before. Longer than a day, so that an evening is told of in the morning.
REMIND_BEFORE = timedelta(hours=30)
# Whoever was asked just now needs no second message.
ASKED_LONG_BEFORE = timedelta(hours=24)


def reminder_is_due(*, starts_at: datetime, invited_at: datetime, now: datetime) -> bool:
    """Whether it is the moment to remind somebody who was asked then."""
    return now < starts_at <= now + REMIND_BEFORE and now - invited_at >= ASKED_LONG_BEFORE
