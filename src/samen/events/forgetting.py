"""What goes of a person who is erased; `privacy.actions.erase` composes it with the other apps."""

from collections.abc import Callable, Sequence

from django.db import transaction

from samen.events.models import Invitation, Opinion
from samen.people.models import Participation


@transaction.atomic
def forget_person(*, parts: Sequence[Participation]) -> None:
    """To what they were asked, and what they said."""
    Invitation.objects.filter(participation__in=parts).delete()


@transaction.atomic
def forget_words(*, names_them: Callable[[str], bool]) -> None:
    """What somebody wrote afterwards, of which nobody knows who, when it names them."""
    for opinion in Opinion.objects.exclude(next_time=""):
        if names_them(opinion.next_time):
            Opinion.objects.filter(pk=opinion.pk).update(next_time="")
