"""Made-up values, to show a text before anybody gets it."""

from collections.abc import Iterable

from django.conf import settings
from django.utils.translation import gettext as _

from samen.messaging.kinds import INITIATIVE


def example_values(names: Iterable[str], initiative: str) -> dict[str, str]:
    """Something to read for each name."""
    known = {
        INITIATIVE: initiative,
        "given_name": "Amal",
        "name": "Amal Saleh",
        "partner_name": "Bart",
        "coach_name": "Bart",
        "newcomer_name": "Amal",
        "coordinator": "Griet",
        "contact_name": "Griet",
        "contact_phone": "0470 12 34 56",
        "phone": "0470 12 34 56",
        "email": "griet@example.org",
        "place": "Deinze",
        "day": _("maandag 3 mei"),
        "date": _("maandag 3 mei"),
        "time": "14:00",
        "rhythm": _("Jullie zien elkaar om de twee weken."),
        "link": f"{settings.BASE_URL}/…",
        "url": f"{settings.BASE_URL}/…",
    }
    return {name: known.get(name, f"[{name}]") for name in names}
