"""What each role may do, and between which hours a night lies. Read by pages and actions alike."""

from collections.abc import Mapping
from datetime import time

from samen.initiatives.choices import Permission, Role

ALLOWED: Mapping[str, frozenset[str]] = {
    Role.COORDINATOR: frozenset(Permission),
    Role.ASSISTANT: frozenset(
        {
            Permission.SEE_PEOPLE,
            Permission.EDIT_PEOPLE,
            Permission.FOLLOW_DUOS,
            Permission.RECRUIT,
            Permission.SEND_MESSAGES,
        }
    ),
    Role.READER: frozenset({Permission.SEE_PEOPLE}),
}


# Quiet from an evening hour until a morning hour: whatever is chosen, midnight until six is always quiet.
EARLIEST_EVENING, EARLIEST_MORNING, NOON = time(18), time(6), time(12)


def may(role: str, permission: str) -> bool:
    """Whether this role holds this permission."""
    return permission in ALLOWED.get(role, frozenset())


def is_evening(hour: time) -> bool:
    """Whether a night may begin at this hour."""
    return hour >= EARLIEST_EVENING


def is_morning(hour: time) -> bool:
    """Whether a night may end at this hour."""
    return EARLIEST_MORNING <= hour < NOON
