"""Reads about the conversation's yield."""

from datetime import date

from django.db.models import OuterRef, QuerySet, Subquery

from samen.intake.choices import Outcome
from samen.intake.models import Decision, NotWith
from samen.people.choices import Role
from samen.people.models import Participation


def with_outcome(parts: QuerySet[Participation]) -> QuerySet[Participation]:
    """Annotate each part with its latest decision as `outcome` (None: nothing decided yet)."""
    latest = Decision.objects.filter(participation=OuterRef("pk")).order_by("-id")
    return parts.annotate(outcome=Subquery(latest.values("outcome")[:1]))


def due_recalls(today: date) -> list[Decision]:
    """Whom to talk to again: they waited, and their day came; longest due first."""
    latest = Decision.objects.filter(participation=OuterRef("participation")).order_by("-id").values("pk")[:1]
    waiting = Decision.objects.filter(
        pk=Subquery(latest), recall_on__lte=today, participation__ended_on=None
    ).select_related("participation__person")
    return list(waiting.order_by("recall_on", "pk"))


def pairs_not_to_meet() -> set[tuple[int, int]]:
    """(newcomer, coach) of every two of whom one asked not to meet the other."""
    found = NotWith.objects.values_list("participation_id", "participation__role", "other_id")
    return {(one, other) if role == Role.NEWCOMER else (other, one) for one, role, other in found}


def accepted() -> QuerySet[Participation]:
    """Parts that still run and whose latest decision is yes."""
    running = with_outcome(Participation.objects.filter(ended_on=None))
    return running.filter(outcome=Outcome.ACCEPTED)  # type: ignore[misc]
