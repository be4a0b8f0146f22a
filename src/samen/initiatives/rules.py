"""What each role may do, and the four ground rules. One table, read by pages and actions alike."""

from collections.abc import Mapping

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


def may(role: str, permission: str) -> bool:
    """Whether this role holds this permission."""
    return permission in ALLOWED.get(role, frozenset())
