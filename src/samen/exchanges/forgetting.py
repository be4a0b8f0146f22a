"""What goes of a person who is erased; `privacy.actions.erase` composes it with the other apps."""

from collections.abc import Callable, Sequence

from django.db import transaction

from samen.exchanges.models import PairWish, Seat, Session
from samen.people.models import Participation


@transaction.atomic
def forget_person(*, parts: Sequence[Participation], names_them: Callable[[str], bool]) -> None:
    """In which group they sat and with whom; and a summary that names them after all."""
    Seat.objects.filter(invitation__participation__in=parts).delete()
    for wishes in (PairWish.objects.filter(one__in=parts), PairWish.objects.filter(other__in=parts)):
        wishes.delete()
    for session in Session.objects.exclude(summary=""):
        if names_them(session.summary):
            Session.objects.filter(pk=session.pk).update(summary="", summary_on=None)
