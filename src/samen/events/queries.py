"""Reads about gatherings and who is asked."""

from datetime import date, datetime

from django.db.models import Count, Q, QuerySet

from samen.events.choices import EventKind, Reply
from samen.events.models import Event, Invitation
from samen.events.rules import REMIND_BEFORE


def coming(now: datetime) -> QuerySet[Event]:
    """Gatherings that are still to come and go on, soonest first."""
    return Event.objects.filter(ends_at__gt=now, cancelled_on=None).order_by("starts_at", "id")


def coming_sessions(now: datetime) -> QuerySet[Event]:
    """Of these the information sessions: the only ones that the public reads of."""
    return coming(now).filter(kind=EventKind.INFORMATION)


def past(now: datetime) -> QuerySet[Event]:
    """Gatherings that are over or were cancelled, latest first."""
    return Event.objects.exclude(pk__in=coming(now).values("pk")).order_by("-starts_at", "-id")


def with_replies(found: QuerySet[Event]) -> QuerySet[Event]:
    """In the same order, with how many were asked, how many come and how many do not."""
    return found.annotate(
        asked=Count("invitations"),
        coming=Count("invitations", filter=Q(invitations__reply=Reply.YES)),
        not_coming=Count("invitations", filter=Q(invitations__reply=Reply.NO)),
    )


def invited_people(event: Event) -> QuerySet[Invitation]:
    """Who is asked, each with their person, in the order in which they were."""
    return Invitation.objects.filter(event=event).select_related("participation__person")


def invitation(pk: int) -> Invitation | None:
    """One invitation with its gathering."""
    return Invitation.objects.select_related("event").filter(pk=pk).first()


def about_to_start(now: datetime) -> QuerySet[Event]:
    """Gatherings of the coming day."""
    return coming(now).filter(starts_at__gt=now, starts_at__lte=now + REMIND_BEFORE)


def calendar_of(since: date) -> QuerySet[Event]:
    """Gatherings since a day that go on, for the calendar of staff."""
    return Event.objects.filter(starts_at__date__gte=since, cancelled_on=None)
