"""What goes of a person who is erased; `privacy.actions.erase` composes it with the other apps."""

from collections.abc import Sequence

from django.db import transaction

from samen.events.models import Invitation
from samen.people.models import Participation


@transaction.atomic
def forget_person(*, parts: Sequence[Participation]) -> None:
    """To what they were asked, and what they said."""
    Invitation.objects.filter(participation__in=parts).delete()
