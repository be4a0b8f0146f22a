"""What goes of a person who is erased; `privacy.actions.erase` composes it with the other apps."""

from collections.abc import Callable, Sequence

from django.db import transaction
from django.db.models import Q

from samen.people.models import Participation
from samen.signals.models import HandOver, Signal, SignalStep


@transaction.atomic
def forget_person(*, parts: Sequence[Participation]) -> None:
    """Signals and hand-overs of them; those of the other in a duo of theirs stay."""
    Signal.objects.filter(participation__in=parts).delete()
    HandOver.objects.filter(participation__in=parts).delete()


@transaction.atomic
def forget_words(*, parts: Sequence[Participation], names_them: Callable[[str], bool]) -> None:
    """The words of signals about a duo of theirs, and of whatever signal names them, with what was done."""
    of_duos = Q(duo__newcomer__in=parts) | Q(duo__coach__in=parts)
    naming = [one.pk for one in Signal.objects.exclude(text="").only("text") if names_them(one.text)]
    beside = Signal.objects.filter(of_duos | Q(pk__in=naming))
    steps = SignalStep.objects.exclude(what="").only("what")
    done = [one.pk for one in steps if names_them(one.what)]
    SignalStep.objects.filter(Q(signal__in=beside) | Q(pk__in=done)).update(what="")
    beside.update(text="", call_when="")
