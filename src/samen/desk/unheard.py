"""Who came in and has heard nothing since."""

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef

from samen.intake.models import Decision
from samen.outreach.models import Registration

# Domain table 4.3, 1: a candidate without an answer for seven days.
SILENT_DAYS = 7


def unheard(now: datetime) -> list[Registration]:
    """Registrations of a week and more ago, with no contact and no decision since; longest waiting first."""
    decided = Decision.objects.filter(participation=OuterRef("participation"))
    waiting = Registration.objects.filter(
        ~Exists(decided),
        contacted_on=None,
        participation__ended_on=None,
        received_at__lte=now - timedelta(days=SILENT_DAYS),
    )
    return list(waiting.select_related("participation__person").order_by("received_at", "id"))
