"""Reads about the next time of a duo."""

from datetime import datetime, timedelta

from django.db.models import QuerySet

from samen.base.clock import BRUSSELS
from samen.duos import rules
from samen.duos.choices import DuoStatus, PlanStatus
from samen.duos.models import Duo, Plan
from samen.duos.queries import pause_spans
from samen.intake.dayparts import bits_to_slots
from samen.intake.models import Profile

LIVE = (PlanStatus.ASKED, PlanStatus.AGREED)
# So long after it began an agreed time is still the one that counts.
STILL_ON = timedelta(hours=3)


def plan_of(duo: Duo, now: datetime) -> Plan | None:
    """The plan that counts: asked and still possible, or agreed and not over."""
    found = Plan.objects.filter(duo=duo, status__in=LIVE).prefetch_related("moments").first()
    if found is None:
        return None
    if found.status == PlanStatus.AGREED:
        return found if found.starts_at and found.starts_at + STILL_ON > now else None
    return found if any(moment.starts_at > now for moment in found.moments.all()) else None


def suggested(duo: Duo, now: datetime) -> list[datetime]:
    """When both are free according to what they told, in the coming two weeks."""
    told = dict(
        Profile.objects.filter(participation__in=(duo.newcomer_id, duo.coach_id)).values_list(
            "participation_id", "availability"
        )
    )
    both = (told.get(duo.newcomer_id) or 0) & (told.get(duo.coach_id) or 0)
    found = rules.suggested(bits_to_slots(both), pause_spans(duo), now.astimezone(BRUSSELS).date())
    return [datetime.combine(day, hour, BRUSSELS) for day, hour in found if day <= duo.ends_on]


def to_remind(now: datetime) -> QuerySet[Plan]:
    """Agreed times that come near."""
    return Plan.objects.filter(
        status=PlanStatus.AGREED,
        duo__status=DuoStatus.ACTIVE,
        starts_at__gt=now,
        starts_at__lte=now + rules.REMIND_BEFORE,
    ).select_related("duo__newcomer__person", "duo__coach__person")
