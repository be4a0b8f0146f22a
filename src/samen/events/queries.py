"""Reads about gatherings."""

from datetime import datetime

from django.db.models import QuerySet

from samen.events.models import Event


def coming(now: datetime) -> QuerySet[Event]:
    """Gatherings that are still to come and go on, soonest first."""
    return Event.objects.filter(ends_at__gt=now, cancelled_on=None)


def past(now: datetime) -> QuerySet[Event]:
    """Gatherings that are over or were cancelled, latest first."""
    return Event.objects.exclude(pk__in=coming(now).values("pk")).order_by("-starts_at", "-id")
