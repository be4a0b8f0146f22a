"""What goes of a person who is erased; `privacy.actions.erase` composes it with the other apps."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Q

from samen.intake.models import Answer, Appointment, Decision, NotWith, Profile, Talk, Wish
from samen.people.models import Participation


@transaction.atomic
def forget_person(*, parts: Sequence[Participation]) -> None:
    """The conversation and all that came of it: facts, wishes, appointments, decisions; whom not to meet."""
    for model in (Answer, Appointment, Decision, Profile, Talk, Wish):
        model.objects.filter(participation__in=parts).delete()
    NotWith.objects.filter(Q(participation__in=parts) | Q(other__in=parts)).delete()
