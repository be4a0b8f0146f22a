"""Reads about moments to talk and who comes when."""

from datetime import datetime

from django.db.models import Count, F, Prefetch, Q, QuerySet

from samen.intake.choices import AppointmentStatus
from samen.intake.models import Appointment, Slot
from samen.intake.rules import CHOOSE_BEFORE, REMIND_BEFORE
from samen.people.models import Participation

PLANNED = Q(appointments__status=AppointmentStatus.PLANNED)


def slots(now: datetime) -> QuerySet[Slot]:
    """Moments to come, each with how many chairs are `taken` and who comes."""
    who = Appointment.objects.filter(status=AppointmentStatus.PLANNED).select_related("participation__person")
    return (
        Slot.objects.filter(ends_at__gt=now, removed_on=None)
        .annotate(taken=Count("appointments", filter=PLANNED))
        .order_by("starts_at", "id")
        .prefetch_related(Prefetch("appointments", queryset=who, to_attr="planned"))
    )


def free_slots(now: datetime) -> QuerySet[Slot]:
    """Moments that a candidate may still choose."""
    found = Slot.objects.filter(starts_at__gt=now + CHOOSE_BEFORE, removed_on=None)
    counted = found.annotate(taken=Count("appointments", filter=PLANNED))
    return counted.filter(taken__lt=F("seats")).order_by("starts_at", "id")


def appointments() -> QuerySet[Appointment]:
    """Every appointment with its moment and its candidate."""
    return Appointment.objects.select_related("slot", "participation__person")


def appointment_of(part: Participation) -> Appointment | None:
    """The appointment that stands, if there is one."""
    return appointments().filter(participation=part, status=AppointmentStatus.PLANNED).first()


def to_remind(now: datetime) -> QuerySet[Appointment]:
    """Who comes in the next day and a bit."""
    return appointments().filter(
        status=AppointmentStatus.PLANNED, slot__starts_at__gt=now, slot__starts_at__lte=now + REMIND_BEFORE
    )


def of_the_day(now: datetime) -> list[Appointment]:
    """Who comes today, and who came before about whom nothing is noted; the earliest first."""
    end_of_day = now.replace(hour=23, minute=59, second=59)
    found = appointments().filter(status=AppointmentStatus.PLANNED, slot__starts_at__lte=end_of_day)
    return list(found.order_by("slot__starts_at", "pk"))
