"""Verbs about who is asked to come, what they answer, and the day before."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from samen.base import audit
from samen.events.actions import hold, refuse_over
from samen.events.chairs import tell_who_moves_up
from samen.events.choices import EventKind, Reply
from samen.events.invitations import entries
from samen.events.messages import SOON, invitation_of
from samen.events.models import Event, Invitation
from samen.events.queries import about_to_start, invited_people, may_be_told, waiting_for_a_chair
from samen.events.rules import reminder_is_due
from samen.messaging.actions.outbox import enqueue_all
from samen.messaging.queries import initiative
from samen.people.models import Participation


@transaction.atomic
def invite(*, event: Event, parts: Sequence[Participation], now: datetime, actor: audit.Actor) -> int:
    """Ask people to come; who was asked already is not asked twice. Returns how many were asked now.

    Whoever left is asked to a closing event alone: it is about what they took part in.
    """
    held = hold(event)
    refuse_over(held, now)
    asked = set(Invitation.objects.filter(event=held).values_list("participation_id", flat=True))
    may_have_left = held.kind == EventKind.CLOSING
    fresh = [part for part in parts if part.pk not in asked and (may_have_left or part.ended_on is None)]
    Invitation.objects.bulk_create(
        Invitation(initiative_id=held.initiative_id, event=held, participation=part, invited_at=now)
        for part in fresh
    )
    audit.write(actor, "invite", held, people=len(fresh))
    made = invited_people(held).filter(participation__in=fresh)
    enqueue_all(entries(held, made, invitation_of(held.kind), initiative(), now), now=now)
    return len(fresh)


@transaction.atomic
def answer(*, invitation: Invitation, reply: Reply, now: datetime, actor: audit.Actor) -> None:
    """Note what somebody said; the last word counts. Whoever says yes again keeps their turn.

    When a chair becomes free, who waited longest for one hears it.
    """
    event = hold(invitation.event)
    refuse_over(event, now)
    waited = waiting_for_a_chair(event)
    Invitation.objects.filter(pk=invitation.pk).exclude(reply=reply).update(
        reply=reply, replied_at=now if reply else None
    )
    tell_who_moves_up(event, waited, now)
    audit.write(actor, "answer_invitation", invitation, reply=str(reply))


@transaction.atomic
def come_at_other(*, invitation: Invitation, other: Event, now: datetime, actor: audit.Actor) -> Invitation:
    """Not to this moment, but to the other one of the same; returns the invitation to that one."""
    # Both at once, in one order: whoever goes the other way at this moment waits.
    list(Event.objects.select_for_update().filter(pk__in=(invitation.event_id, other.pk)).order_by("pk"))
    answer(invitation=invitation, reply=Reply.NO, now=now, actor=actor)
    there, _is_new = Invitation.objects.get_or_create(
        event=other,
        participation=invitation.participation,
        defaults={"initiative_id": invitation.initiative_id, "invited_at": now},
    )
    answer(invitation=there, reply=Reply.YES, now=now, actor=actor)
    return there


@transaction.atomic
def note_needs(
    *,
    invitation: Invitation,
    now: datetime,
    actor: audit.Actor,
    child_care: bool | None = None,
    transport: bool | None = None,
) -> None:
    """Whether somebody wants child care, or somebody to come and fetch them; only what is said changes."""
    refuse_over(invitation.event, now)
    said = {"needs_child_care": child_care, "needs_transport": transport}
    changes = {name: value for name, value in said.items() if value is not None}
    Invitation.objects.filter(pk=invitation.pk).update(**changes)
    audit.write(actor, "note_needs", invitation, **changes)


@transaction.atomic
def remind(*, now: datetime) -> int:
    """The tick's verb: the day before, whoever did not say no hears once more when and where.

    Whoever waits for a chair is not told to come.
    """
    told = 0
    for event in about_to_start(now):
        unseated = waiting_for_a_chair(event)
        due = [
            invitation
            for invitation in may_be_told(event).exclude(reply=Reply.NO).exclude(pk__in=unseated)
            if reminder_is_due(starts_at=event.starts_at, invited_at=invitation.invited_at, now=now)
        ]
        told += len(enqueue_all(entries(event, due, SOON, initiative(), now), now=now))
    return told
