"""What goes of a person who is erased; `privacy.actions.erase` composes it with the other apps."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Q

from samen.matching.models import PairMark, Proposal
from samen.people.models import Participation


@transaction.atomic
def forget_person(*, parts: Sequence[Participation]) -> None:
    """Every mark on a pair and every proposal with them, also one that waits for an answer."""
    with_them = Q(newcomer__in=parts) | Q(coach__in=parts)
    PairMark.objects.filter(with_them).delete()
    Proposal.objects.filter(with_them).delete()
