"""What each role may do, when a night is, and how duos are followed. Read by pages and actions alike."""

from collections.abc import Mapping
from dataclasses import dataclass
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
            Permission.PLAN_EVENTS,
            Permission.SEND_MESSAGES,
        }
    ),
    Role.READER: frozenset({Permission.SEE_PEOPLE}),
}


# Quiet from an evening hour until a morning hour: whatever is chosen, midnight until six is always quiet.
# So many months from one exchange session to the next.
SESSIONS_EVERY = (1, 6)
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


# FAQ question 1, rule 1: "minstens tweewekelijks". Looser than this (R3) nobody carries the name (R2).
PROGRAMME_RHYTHM = 14
# What somebody may choose, in days. The second check-in and the closing talk stay on their side of the half
# of the shortest duo (six months), so that the four moments keep their order.
RHYTHMS, FIRST_CHECK_INS, SECOND_CHECK_INS, CLOSING_TALKS = (1, 60), (1, 60), (2, 84), (7, 84)


@dataclass(frozen=True)
class FollowUp:
    """How an initiative follows its duos, in days (R3, R44; domain table 4.1)."""

    rhythm: int = PROGRAMME_RHYTHM
    """At most so long between two meetings."""
    first_check_in: int = 14
    """After the start."""
    second_check_in: int = 42
    """After the start."""
    closing_talk: int = 21
    """Before the end."""

    @property
    def is_looser(self) -> bool:
        """Whether the rhythm is looser than the programme asks (R3)."""
        return self.rhythm > PROGRAMME_RHYTHM


def what_cannot_be(days: FollowUp) -> str:
    """The first of the four that nobody may choose; nothing when all is well."""
    limits = {
        "rhythm": RHYTHMS,
        "first_check_in": FIRST_CHECK_INS,
        "second_check_in": SECOND_CHECK_INS,
        "closing_talk": CLOSING_TALKS,
    }
    for name, (least, most) in limits.items():
        if not least <= getattr(days, name) <= most:
            return name
    return "" if days.first_check_in < days.second_check_in else "second_check_in"
