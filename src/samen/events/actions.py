"""Verbs that change gatherings, and who is asked to come."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samen.base import audit
from samen.base.dates import add_months
from samen.base.errors import Conflict, RuleBroken
from samen.base.forgetting import delete_in_pieces
from samen.base.scoping import current_initiative_id
from samen.events.choices import EventKind, Reply
from samen.events.invitations import entries, older_keys
from samen.events.messages import CANCELLED, INVITED, MOVED, SOON
from samen.events.models import Event, Invitation
from samen.events.queries import about_to_start, invited_people
from samen.events.rules import reminder_is_due
from samen.messaging.actions.outbox import enqueue_all, take_back
from samen.messaging.queries import initiative
from samen.people.models import Participation

MONTHS_KEPT = 24


@transaction.atomic
def plan(
    *,
    starts_at: datetime,
    ends_at: datetime,
    place: str,
    note: str,
    now: datetime,
    actor: audit.Actor,
    kind: EventKind = EventKind.INFORMATION,
) -> Event:
    """Plan an information session, or a gathering of another kind."""
    _refuse_moments(starts_at, ends_at, now)
    event = Event.objects.create(
        initiative_id=current_initiative_id(),
        kind=kind,
        starts_at=starts_at,
        ends_at=ends_at,
        place=place,
        note=note,
    )
    audit.write(actor, "plan_event", event)
    return event


def _refuse_moments(starts_at: datetime, ends_at: datetime, now: datetime) -> None:
    if starts_at <= now:
        raise RuleBroken("in_the_past", _("Dat moment is al voorbij. Kies een dag en een uur die nog komen."))
    if ends_at <= starts_at:
        raise RuleBroken("event_order", _("Het einde ligt voor het begin. Kies een later uur."))


@transaction.atomic
def change(
    *,
    event: Event,
    starts_at: datetime,
    ends_at: datetime,
    place: str,
    note: str,
    now: datetime,
    actor: audit.Actor,
) -> int:
    """Another moment, place or note; who was asked is told of a new moment or place. Returns how many."""
    held = _held(event)
    _refuse_over(held, now)
    _refuse_moments(starts_at, ends_at, now)
    is_moved = (held.starts_at, held.ends_at, held.place) != (starts_at, ends_at, place)
    held.starts_at, held.ends_at, held.place, held.note = starts_at, ends_at, place, note
    if is_moved:
        held.sequence += 1
        # What somebody said was about the other moment.
        held.invitations.update(reply=Reply.NONE, replied_at=None)
    held.save()
    audit.write(actor, "change_event", held, moved=is_moved)
    return _tell(held, MOVED, now) if is_moved else 0


@transaction.atomic
def cancel(*, event: Event, now: datetime, actor: audit.Actor) -> int:
    """Call a gathering off; returns how many who were asked are told."""
    held = _held(event)
    if held.cancelled_on:
        raise Conflict("already_cancelled", _("Dit moment was al afgelast. Laad de pagina opnieuw."))
    held.cancelled_on, held.sequence = now.date(), held.sequence + 1
    held.save(update_fields=["cancelled_on", "sequence"])
    audit.write(actor, "cancel_event", held)
    return _tell(held, CANCELLED, now) if held.ends_at > now else 0


@transaction.atomic
def take_back_cancelling(*, event: Event, now: datetime, actor: audit.Actor) -> int:
    """It goes on after all; returns how many who were asked are told."""
    held = _held(event)
    if not held.cancelled_on:
        raise Conflict("not_cancelled", _("Dit moment gaat gewoon door. Laad de pagina opnieuw."))
    held.cancelled_on, held.sequence = None, held.sequence + 1
    held.save(update_fields=["cancelled_on", "sequence"])
    audit.write(actor, "take_back_cancelling", held)
    return _tell(held, MOVED, now) if held.ends_at > now else 0


@transaction.atomic
def invite(*, event: Event, parts: Sequence[Participation], now: datetime, actor: audit.Actor) -> int:
    """Ask people to come; who was asked already is not asked twice. Returns how many were asked now.

    Whoever left is asked to a closing event alone: it is about what they took part in.
    """
    held = _held(event)
    _refuse_over(held, now)
    asked = set(Invitation.objects.filter(event=held).values_list("participation_id", flat=True))
    may_have_left = held.kind == EventKind.CLOSING
    fresh = [part for part in parts if part.pk not in asked and (may_have_left or part.ended_on is None)]
    Invitation.objects.bulk_create(
        Invitation(initiative_id=held.initiative_id, event=held, participation=part, invited_at=now)
        for part in fresh
    )
    audit.write(actor, "invite", held, people=len(fresh))
    made = invited_people(held).filter(participation__in=fresh)
    enqueue_all(entries(held, made, INVITED, initiative(), now), now=now)
    return len(fresh)


@transaction.atomic
def answer(*, invitation: Invitation, reply: Reply, now: datetime, actor: audit.Actor) -> None:
    """Note what somebody said; the last word counts."""
    _refuse_over(invitation.event, now)
    Invitation.objects.filter(pk=invitation.pk).update(reply=reply, replied_at=now if reply else None)
    audit.write(actor, "answer_invitation", invitation, reply=str(reply))


@transaction.atomic
def remind(*, now: datetime) -> int:
    """The tick's verb: the day before, whoever did not say no hears once more when and where."""
    told = 0
    for event in about_to_start(now):
        due = [
            invitation
            for invitation in invited_people(event).exclude(reply=Reply.NO)
            if reminder_is_due(starts_at=event.starts_at, invited_at=invitation.invited_at, now=now)
        ]
        told += len(enqueue_all(entries(event, due, SOON, initiative(), now), now=now))
    return told


def _held(event: Event) -> Event:
    return Event.objects.select_for_update().get(pk=event.pk)


def _refuse_over(event: Event, now: datetime) -> None:
    if event.cancelled_on:
        raise Conflict("event_cancelled", _("Dit moment is afgelast. Laad de pagina opnieuw."))
    if event.ends_at <= now:
        raise Conflict("event_over", _("Dit moment is al voorbij."))


def _tell(event: Event, kind: str, now: datetime) -> int:
    """A message to everybody who was asked and still takes part; what they were to hear before is old."""
    told = invited_people(event)
    if event.kind != EventKind.CLOSING:
        told = told.filter(participation__ended_on=None)
    take_back(keys=[key for one in told for key in older_keys(event, one)])
    return len(enqueue_all(entries(event, told, kind, initiative(), now), now=now))


def forget_old(*, today: date) -> int:
    """The tick's verb: a gathering goes 24 months after its day."""
    return delete_in_pieces(Event.objects.filter(ends_at__date__lt=add_months(today, -MONTHS_KEPT)))
