"""How long somebody has waited (R39)."""

from datetime import date


def days_waited(registered_on: date | None, on: date | None) -> int:
    """Days from registration to the day that counts; 0 when either is unknown or it lies ahead."""
    if registered_on is None or on is None:
        return 0
    return max(0, (on - registered_on).days)
