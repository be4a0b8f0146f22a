"""What goes of a person who is erased; `privacy.actions.erase` composes it with the other apps."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Q

from samen.people.models import Participation
from samen.signals.models import HandOver, Signal, SignalStep


@transaction.atomic
def forget_person(*, parts: Sequence[Participation]) -> None:
    """Signals and hand-overs of them; those of the other in a duo of theirs stay, without words."""
    Signal.objects.filter(participation__in=parts).delete()
    HandOver.objects.filter(participation__in=parts).delete()
    beside = Signal.objects.filter(Q(duo__newcomer__in=parts) | Q(duo__coach__in=parts))
    SignalStep.objects.filter(signal__in=beside).update(what="")
    beside.update(text="", call_when="")
