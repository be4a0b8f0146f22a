"""Verbs about appointments to talk: offer moments, ask to choose, choose, call off, note who came."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from samen.base import audit
from samen.base.errors import Conflict, RuleBroken
from samen.base.scoping import current_initiative_id
from samen.intake import appointments, rules, talk_actions
from samen.intake.appointment_queries import appointment_of, to_remind
from samen.intake.choices import AppointmentStatus
from samen.intake.messages import CALLED_OFF, MISSED, PLANNED, SOON
from samen.intake.models import Appointment, Slot
from samen.messaging.actions.outbox import enqueue_all, take_back
from samen.messaging.queries import initiative
from samen.people.models import Participation

MOST_AT_ONCE = 40


@transaction.atomic
def offer(
    *,
    starts_at: datetime,
    ends_at: datetime,
    minutes: int,
    place: str,
    seats: int,
    now: datetime,
    actor: audit.Actor,
) -> int:
    """Offer the moments of so many minutes between these; returns how many are new."""
    if starts_at <= now:
        raise RuleBroken("in_the_past", _("Dat moment is al voorbij. Kies een dag en een uur die nog komen."))
    wanted = list(rules.moments(starts_at, ends_at, minutes))
    if not wanted:
        raise RuleBroken("too_short", _("Tussen die uren past geen gesprek. Kies een later einde."))
    if len(wanted) > MOST_AT_ONCE:
        raise RuleBroken(
            "too_many", _("Dat zijn te veel momenten tegelijk. Kies hoogstens %(n)s.") % {"n": MOST_AT_ONCE}
        )
    there = set(Slot.objects.filter(place=place, removed_on=None).values_list("starts_at", flat=True))
    made = Slot.objects.bulk_create(
        Slot(initiative_id=current_initiative_id(), starts_at=first, ends_at=last, place=place, seats=seats)
        for first, last in wanted
        if first not in there
    )
    audit.write_all(actor, "offer_slot", made)
    return len(made)


@transaction.atomic
def remove(*, slot: Slot, now: datetime, actor: audit.Actor) -> int:
    """No longer a moment to talk; who would come is told and may choose anew. Returns how many."""
    held = Slot.objects.select_for_update().get(pk=slot.pk)
    if held.removed_on:
        raise Conflict("already_removed", _("Dit moment was al weg. Laad de pagina opnieuw."))
    held.removed_on = now.date()
    held.save(update_fields=["removed_on"])
    audit.write(actor, "remove_slot", held)
    planned = list(
        held.appointments.filter(status=AppointmentStatus.PLANNED).select_related(
            "participation__person", "slot"
        )
    )
    for appointment in planned:
        _call_off(appointment, now, actor)
    return len(planned)


@transaction.atomic
def ask_to_choose(*, parts: Sequence[Participation], now: datetime, actor: audit.Actor) -> int:
    """Send a link with the free moments to each; returns how many."""
    enqueue_all([appointments.asked(part, now) for part in parts], now=now)
    audit.write_all(actor, "ask_to_choose", list(parts))
    return len(parts)


def choose(*, part: Participation, slot: Slot, now: datetime, actor: audit.Actor) -> Appointment:
    """Somebody comes at this moment; another one that they chose before is given up."""
    if part.ended_on:
        raise RuleBroken("left", _("%(name)s doet niet meer mee.") % {"name": part.person.given_name})
    if slot.removed_on or slot.starts_at <= now:
        raise Conflict("slot_gone", _("Dit moment kan niet meer. Kies een ander."))
    try:
        with transaction.atomic():
            return _sit_down(part, slot, now, actor)
    except IntegrityError as error:
        raise Conflict("slot_full", _("Iemand was je net voor. Kies een ander moment.")) from error


def _sit_down(part: Participation, slot: Slot, now: datetime, actor: audit.Actor) -> Appointment:
    before = appointment_of(part)
    if before is not None and before.slot_id == slot.pk:
        return before
    if before is not None:
        _give_up(before, actor)
    taken = set(
        Appointment.objects.filter(slot=slot, status=AppointmentStatus.PLANNED).values_list("seat", flat=True)
    )
    free = [seat for seat in range(1, slot.seats + 1) if seat not in taken]
    if not free:
        raise Conflict("slot_full", _("Iemand was je net voor. Kies een ander moment."))
    made = Appointment.objects.create(
        initiative_id=current_initiative_id(), slot=slot, participation=part, seat=free[0], made_at=now
    )
    audit.write(actor, "choose_slot", made, slot=slot.pk)
    enqueue_all([appointments.entry(made, PLANNED, initiative(), now)], now=now)
    return made


@transaction.atomic
def give_up(*, appointment: Appointment, actor: audit.Actor) -> None:
    """Somebody cannot come; their chair is free again."""
    if appointment.status != AppointmentStatus.PLANNED:
        raise Conflict("not_planned", _("Deze afspraak staat niet meer. Laad de pagina opnieuw."))
    _give_up(appointment, actor)


def _give_up(appointment: Appointment, actor: audit.Actor) -> None:
    Appointment.objects.filter(pk=appointment.pk).update(status=AppointmentStatus.CANCELLED)
    take_back(keys=[appointments.key(kind, appointment) for kind in (PLANNED, SOON)])
    audit.write(actor, "give_up_appointment", appointment)


def _call_off(appointment: Appointment, now: datetime, actor: audit.Actor) -> None:
    _give_up(appointment, actor)
    enqueue_all([appointments.entry(appointment, CALLED_OFF, initiative(), now)], now=now)


@transaction.atomic
def note_came(*, appointment: Appointment, today: date, actor: audit.Actor) -> None:
    """They came and talked."""
    _refuse_moved_on(appointment)
    Appointment.objects.filter(pk=appointment.pk).update(status=AppointmentStatus.CAME)
    talk_actions.hold(part=appointment.participation, held_on=today, actor=actor)
    audit.write(actor, "note_came", appointment)


@transaction.atomic
def note_no_show(*, appointment: Appointment, tell: bool, now: datetime, actor: audit.Actor) -> None:
    """They did not come; they may be asked kindly to choose anew."""
    _refuse_moved_on(appointment)
    if appointment.slot.starts_at > now:
        raise RuleBroken("not_yet", _("Dat moment moet nog komen."))
    Appointment.objects.filter(pk=appointment.pk).update(status=AppointmentStatus.NO_SHOW)
    audit.write(actor, "note_no_show", appointment)
    if tell:
        enqueue_all([appointments.entry(appointment, MISSED, initiative(), now)], now=now)


def _refuse_moved_on(appointment: Appointment) -> None:
    if appointment.status != AppointmentStatus.PLANNED:
        raise Conflict("not_planned", _("Deze afspraak staat niet meer. Laad de pagina opnieuw."))


@transaction.atomic
def remind(*, now: datetime) -> int:
    """The tick's verb: the day before, whoever comes hears once more when and where."""
    due = [
        one
        for one in to_remind(now)
        if rules.reminder_is_due(starts_at=one.slot.starts_at, made_at=one.made_at, now=now)
    ]
    here = initiative() if due else None
    return len(enqueue_all([appointments.entry(one, SOON, here, now) for one in due], now=now)) if here else 0
