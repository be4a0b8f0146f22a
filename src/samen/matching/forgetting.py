"""What goes of a person who is erased; `privacy.actions.erase` composes it with the other apps."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Q, QuerySet

from samen.matching.models import PairMark, Proposal
from samen.people.models import Participation


def hold_proposals(*, parts: Sequence[Participation]) -> None:
    """Nobody answers these proposals or starts a duo of them until this transaction is over."""
    list(_with_them(parts).select_for_update().order_by("pk").values_list("pk", flat=True))


@transaction.atomic
def forget_person(*, parts: Sequence[Participation]) -> None:
    """Every mark on a pair and every proposal with them, also one that waits for an answer."""
    PairMark.objects.filter(Q(newcomer__in=parts) | Q(coach__in=parts)).delete()
    _with_them(parts).delete()


def _with_them(parts: Sequence[Participation]) -> QuerySet[Proposal]:
    return Proposal.objects.filter(Q(newcomer__in=parts) | Q(coach__in=parts))
