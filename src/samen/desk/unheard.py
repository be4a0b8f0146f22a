"""Who came in and has heard nothing since."""

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef

from samen.intake.models import Decision
from samen.outreach.models import Registration
from samen.outreach.rules import SILENT_DAYS


def unheard(now: datetime) -> list[Registration]:
    """Registrations of a week and more ago, with no contact and no decision since; longest waiting first."""
    decided = Decision.objects.filter(participation=OuterRef("participation"))
    waiting = Registration.objects.filter(
        ~Exists(decided),
        contacted_on=None,
        participation__ended_on=None,
        # By days, as the alert of the tick: the hour at which somebody came in does not matter.
        received_at__date__lte=now.date() - timedelta(days=SILENT_DAYS),
    )
    return list(waiting.select_related("participation__person").order_by("received_at", "id"))
