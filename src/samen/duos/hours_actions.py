"""Verbs about the hours of a newcomer and their certificate of participation (R92-R95)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.db.models import Max, Q
from django.utils.translation import gettext as _

from samen.base import audit
from samen.base.errors import RuleBroken
from samen.base.forgetting import delete_in_pieces
from samen.base.scoping import current_initiative_id
from samen.duos.choices import DuoStatus
from samen.duos.models import Duo, HoursElsewhere, Trajectory
from samen.duos.rules import LEAST_ELSEWHERE, MOST_ELSEWHERE, add_months
from samen.people.actions import hold

MONTHS_KEPT = 12
MOST_ROWS = 50


@dataclass(frozen=True)
class Certificate:
    """Whether somebody must, who counsels them, and how far the certificate is."""

    obligation: str = ""
    counsellor: str = ""
    asked_on: date | None = None
    signed_on: date | None = None
    handed_over_on: date | None = None


@transaction.atomic
def keep_certificate(*, duo: Duo, certificate: Certificate, today: date, actor: audit.Actor) -> Trajectory:
    """Keep what is known of the trajectory of the newcomer."""
    days = (certificate.asked_on, certificate.signed_on, certificate.handed_over_on)
    if any(day and day > today for day in days):
        raise RuleBroken("in_the_future", _("Die dag moet nog komen. Vul hem in als het zover is."))
    if certificate.handed_over_on and not certificate.signed_on:
        raise RuleBroken("not_signed", _("Vul eerst in wanneer het bewijs getekend werd."))
    known = [day for day in days if day]
    if known != sorted(known):
        raise RuleBroken(
            "order", _("Eerst wordt het bewijs gevraagd, dan getekend, dan gegeven. Kijk de dagen na.")
        )
    hold(person=duo.newcomer.person)
    kept, _is_new = Trajectory.objects.update_or_create(
        initiative_id=current_initiative_id(), newcomer=duo.newcomer, defaults=vars(certificate)
    )
    audit.write(actor, "keep_certificate", duo, obligation=certificate.obligation)
    return kept


@transaction.atomic
def add_elsewhere(
    *, duo: Duo, what: str, hours: Decimal, on: date, today: date, actor: audit.Actor
) -> HoursElsewhere:
    """Count hours of the newcomer outside the duo."""
    if not LEAST_ELSEWHERE <= hours <= MOST_ELSEWHERE:
        raise RuleBroken("hours", _("Kies een aantal tussen een half uur en 500 uur."))
    if on > today:
        raise RuleBroken("in_the_future", _("Die dag moet nog komen. Tel alleen uren die voorbij zijn."))
    hold(person=duo.newcomer.person)
    trajectory, _is_new = Trajectory.objects.select_for_update().get_or_create(
        initiative_id=current_initiative_id(), newcomer=duo.newcomer
    )
    if trajectory.elsewhere.count() >= MOST_ROWS:
        raise RuleBroken("too_many", _("Er staan al %(n)s regels. Tel uren samen.") % {"n": MOST_ROWS})
    row = HoursElsewhere.objects.create(
        initiative_id=current_initiative_id(), trajectory=trajectory, what=what, hours=hours, on=on
    )
    audit.write(actor, "add_hours", duo, hours=str(hours))
    return row


@transaction.atomic
def remove_elsewhere(*, duo: Duo, row: HoursElsewhere, actor: audit.Actor) -> None:
    """Take hours back that were counted by mistake."""
    audit.write(actor, "remove_hours", duo, hours=str(row.hours))
    row.delete()


def forget_old(*, today: date) -> int:
    """The tick's verb: hours and certificate go a year after the last duo of the newcomer ended."""
    before = add_months(today, -MONTHS_KEPT)
    runs = Duo.objects.filter(status=DuoStatus.ACTIVE).values("newcomer")
    past = Trajectory.objects.exclude(newcomer__in=runs).annotate(
        last=Max("newcomer__duos_as_newcomer__closed_on")
    )
    return delete_in_pieces(past.filter(Q(last=None) | Q(last__lt=before)))
