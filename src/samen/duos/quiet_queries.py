"""Reads about duos that may not have met."""

from datetime import date

from django.db.models import Exists, Max, OuterRef

from samen.duos import rules
from samen.duos.choices import DuoStatus, Light, PlanStatus
from samen.duos.models import Duo, Meeting, NotMet, Pause, Plan
from samen.duos.queries import live_duos, standing


def to_ask_if_met(today: date) -> list[Plan]:
    """Agreed times of the last days about which neither said anything yet."""
    since = today - rules.ASKED_WITHIN
    met = Meeting.objects.filter(duo=OuterRef("duo"), met_on__gte=OuterRef("starts_at__date"))
    told = NotMet.objects.filter(duo=OuterRef("duo"), said_on__gte=OuterRef("starts_at__date"))
    found = Plan.objects.filter(
        ~Exists(met),
        ~Exists(told),
        status=PlanStatus.AGREED,
        duo__status=DuoStatus.ACTIVE,
        starts_at__date__gte=since,
        starts_at__date__lt=today,
    ).select_related("duo__newcomer__person", "duo__coach__person")
    return list(found)


def quiet_duos(today: date) -> list[tuple[Duo, date]]:
    """Duos that are quiet for one rhythm and said nothing about it, with the day since when."""
    told = dict(NotMet.objects.order_by().values_list("duo").annotate(Max("said_on")))
    found = []
    for duo in live_duos():
        stands = standing(duo, today)
        is_due = rules.nudge_is_due(quiet=stands.quiet_days, rhythm_days=duo.rhythm_days)
        if is_due and stands.light is Light.WARN and told.get(duo.pk, stands.since) <= stands.since:
            found.append((duo, stands.since))
    return found


def pause_of(duo: Duo, today: date) -> Pause | None:
    """The pause of today."""
    return (
        Pause.objects.filter(duo=duo, from_on__lte=today, until_on__gte=today).order_by("-until_on").first()
    )


def last_not_met(duo: Duo, by_role: str) -> NotMet | None:
    """What one of the two last said."""
    return NotMet.objects.filter(duo=duo, by_role=by_role).first()
