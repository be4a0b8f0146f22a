"""Finding what a command names."""

from django.utils.translation import gettext as _

from samen.base.errors import Refused
from samen.initiatives.models import Initiative
from samen.initiatives.queries import by_slug


def find_initiative(slug: str) -> Initiative:
    """The initiative with this short name, or a refusal that says how to make one."""
    initiative = by_slug(slug)
    if initiative is None:
        raise Refused(
            "no_initiative",
            _("Er is geen initiatief ‘%(slug)s’. Maak het met: samen initiative add %(slug)s --name NAAM")
            % {"slug": slug},
        )
    return initiative
