"""Reads about proposals."""

from django.db.models import Q, QuerySet

from samen.matching.choices import ProposalStatus
from samen.matching.models import Proposal
from samen.people.models import Participation


def open_proposals() -> QuerySet[Proposal]:
    """Proposals that wait for answers or for the coordinator, oldest first."""
    return Proposal.objects.filter(status=ProposalStatus.OPEN).select_related(
        "newcomer__person", "coach__person"
    )


def proposals_of(part: Participation) -> QuerySet[Proposal]:
    """Every proposal in which somebody had a part, newest first."""
    return (
        Proposal.objects.filter(Q(newcomer=part) | Q(coach=part))
        .select_related("newcomer__person", "coach__person")
        .order_by("-id")
    )
