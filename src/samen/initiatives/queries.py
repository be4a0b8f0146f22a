"""Reads about initiatives."""

from samen.accounts.models import User
from samen.base.scoping import current_initiative_id
from samen.initiatives.models import Initiative
from samen.initiatives.rules import FollowUp


def initiatives_of(user: User) -> list[Initiative]:
    """Where this member of staff works, by name."""
    return list(Initiative.objects.filter(memberships__user=user))


def by_slug(slug: str) -> Initiative | None:
    """The initiative with this short name."""
    return Initiative.objects.filter(slug=slug).first()


def all_initiatives() -> list[Initiative]:
    """Every initiative of this installation, for the tick."""
    return list(Initiative.objects.all())


def follow_up_here() -> FollowUp:
    """How the initiative in scope follows its duos, for whoever has no initiative at hand; one query."""
    return Initiative.objects.get(pk=current_initiative_id()).follow_up
