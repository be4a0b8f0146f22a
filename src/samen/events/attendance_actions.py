"""Verbs of the day itself and after: who came, thank you, and what people thought of it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samen.base import audit
from samen.base.errors import Conflict, RuleBroken
from samen.events.actions import hold
from samen.events.invitations import entries
from samen.events.messages import THANKS
from samen.events.models import Event, Invitation, Opinion
from samen.events.opinions import Liked, Useful
from samen.events.queries import may_be_told
from samen.events.rules import may_note_attendance
from samen.messaging.actions.outbox import enqueue_all
from samen.messaging.queries import initiative
from samen.people.models import Participation


@transaction.atomic
def note_attendance(
    *,
    event: Event,
    came: Collection[int],
    now: datetime,
    actor: audit.Actor,
    guests: int | None = None,
    seen: Collection[int] | None = None,
) -> int:
    """Note who was there, by the numbers of their invitations; returns how many of these.

    Who was `seen` and is not named was not there; of whom another telephone ticked meanwhile nothing changes.
    Without `seen` everybody who was asked was seen.
    """
    held = hold(event)
    _refuse_too_early(held, now)
    asked = Invitation.objects.filter(event=held)
    there = asked.filter(pk__in=came).update(came=True)
    absent = asked.exclude(pk__in=came)
    (absent if seen is None else absent.filter(pk__in=seen)).update(came=False)
    if guests is not None:
        held.guests = guests
        held.save(update_fields=["guests"])
    audit.write(actor, "note_attendance", held, came=there, guests=held.guests)
    return there


@transaction.atomic
def walk_in(*, event: Event, part: Participation, now: datetime, actor: audit.Actor) -> Invitation:
    """Somebody who takes part came without being asked; noted twice is once."""
    held = hold(event)
    _refuse_too_early(held, now)
    found, is_new = Invitation.objects.get_or_create(
        event=held,
        participation=part,
        defaults={"initiative_id": held.initiative_id, "invited_at": now, "walked_in": True, "came": True},
    )
    if not is_new and not found.came:
        found.came = True
        found.save(update_fields=["came"])
    audit.write(actor, "walk_in", found)
    return found


def _refuse_too_early(event: Event, now: datetime) -> None:
    if event.cancelled_on:
        raise Conflict("event_cancelled", _("Dit moment is afgelast. Laad de pagina opnieuw."))
    if not may_note_attendance(starts_at=event.starts_at, now=now):
        raise RuleBroken(
            "too_early", _("Dit moment moet nog beginnen. Noteer wie er was vanaf een uur ervoor.")
        )


@transaction.atomic
def thank(*, event: Event, words: str, today: date, now: datetime, actor: audit.Actor) -> int:
    """Thank everybody who came, once; they may say how it was. Returns how many."""
    held = hold(event)
    if held.thanked_on:
        raise Conflict("already_thanked", _("Iedereen is al bedankt. Laad de pagina opnieuw."))
    there = may_be_told(held).filter(came=True)
    if not there.exists():
        raise RuleBroken("nobody_came", _("Noteer eerst wie er was."))
    held.thanked_on = today
    held.save(update_fields=["thanked_on"])
    audit.write(actor, "thank", held)
    return len(enqueue_all(entries(held, there, THANKS, initiative(), now, words.strip()), now=now))


# Nothing leads from an opinion to who gave it.
NOBODY = audit.Actor("reader")


@dataclass(frozen=True)
class Said:
    """Three answers about a gathering."""

    liked: Liked
    useful: Useful
    next_time: str = ""


@transaction.atomic
def give_opinion(*, invitation: Invitation, said: Said, now: datetime) -> None:
    """Say how it was, once. The log names the gathering and nobody who said it."""
    event = hold(invitation.event)
    if event.ends_at > now or event.cancelled_on:
        raise Conflict("not_over", _("Dit moment is nog niet voorbij."))
    first = Invitation.objects.filter(pk=invitation.pk, gave_opinion=False).exclude(came=False)
    if not first.update(gave_opinion=True):
        raise Conflict("already_said", _("Jij zei al hoe het was. Dank je wel."))
    Opinion.objects.create(
        initiative_id=event.initiative_id,
        event=event,
        liked=said.liked,
        useful=said.useful,
        next_time=said.next_time.strip(),
    )
    audit.write(NOBODY, "give_opinion", event)
