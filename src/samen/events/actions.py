"""Verbs that change gatherings."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samen.base import audit
from samen.base.dates import add_months
from samen.base.errors import Conflict, RuleBroken
from samen.base.forgetting import delete_in_pieces
from samen.base.scoping import current_initiative_id
from samen.events.models import Event

MONTHS_KEPT = 24


@transaction.atomic
def plan(
    *, starts_at: datetime, ends_at: datetime, place: str, note: str, now: datetime, actor: audit.Actor
) -> Event:
    """Plan an information session."""
    if starts_at <= now:
        raise RuleBroken("in_the_past", _("Dat moment is al voorbij. Kies een dag en een uur die nog komen."))
    if ends_at <= starts_at:
        raise RuleBroken("event_order", _("Het einde ligt voor het begin. Kies een later uur."))
    event = Event.objects.create(
        initiative_id=current_initiative_id(), starts_at=starts_at, ends_at=ends_at, place=place, note=note
    )
    audit.write(actor, "plan_event", event)
    return event


@transaction.atomic
def cancel(*, event: Event, today: date, actor: audit.Actor) -> None:
    """Call a gathering off."""
    if not Event.objects.filter(pk=event.pk, cancelled_on=None).update(cancelled_on=today):
        raise Conflict("already_cancelled", _("Dit moment was al afgelast. Laad de pagina opnieuw."))
    audit.write(actor, "cancel_event", event)


@transaction.atomic
def take_back_cancelling(*, event: Event, actor: audit.Actor) -> None:
    """It goes on after all."""
    Event.objects.filter(pk=event.pk).update(cancelled_on=None)
    audit.write(actor, "take_back_cancelling", event)


def forget_old(*, today: date) -> int:
    """The tick's verb: a gathering goes 24 months after its day."""
    return delete_in_pieces(Event.objects.filter(ends_at__date__lt=add_months(today, -MONTHS_KEPT)))
