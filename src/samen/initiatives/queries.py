"""Reads about initiatives."""

from samen.accounts.models import User
from samen.initiatives.models import Initiative


def initiatives_of(user: User) -> list[Initiative]:
    """Where this member of staff works, by name."""
    return list(Initiative.objects.filter(memberships__user=user))


def by_slug(slug: str) -> Initiative | None:
    """The initiative with this short name."""
    return Initiative.objects.filter(slug=slug).first()


def all_initiatives() -> list[Initiative]:
    """Every initiative of this installation, for the tick."""
    return list(Initiative.objects.all())
