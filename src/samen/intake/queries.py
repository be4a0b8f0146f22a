"""Reads about the conversation's yield."""

from django.db.models import OuterRef, QuerySet, Subquery

from samen.intake.choices import Outcome
from samen.intake.models import Decision
from samen.people.models import Participation


def with_outcome(parts: QuerySet[Participation]) -> QuerySet[Participation]:
    """Annotate each part with its latest decision as `outcome` (None: nothing decided yet)."""
    latest = Decision.objects.filter(participation=OuterRef("pk")).order_by("-id")
    return parts.annotate(outcome=Subquery(latest.values("outcome")[:1]))


def accepted() -> QuerySet[Participation]:
    """Parts that still run and whose latest decision is yes."""
    running = with_outcome(Participation.objects.filter(ended_on=None))
    return running.filter(outcome=Outcome.ACCEPTED)  # type: ignore[misc]
