"""What goes of a person who is erased; `privacy.actions.erase` composes it with the other apps."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Q

from samen.compliance.models import Alert, Postponement
from samen.people.choices import Role
from samen.people.models import Participation


@transaction.atomic
def forget_person(*, parts: Sequence[Participation]) -> None:
    """Alerts about them, also as one of a duo; why an alert about their duo might wait."""
    as_newcomer, as_coach = Q(duo__newcomer__in=parts), Q(duo__coach__in=parts)
    Alert.objects.filter(
        Q(participation__in=parts) | (as_newcomer & Q(role=Role.NEWCOMER)) | (as_coach & Q(role=Role.COACH))
    ).delete()
    Postponement.objects.filter(alert__in=Alert.objects.filter(as_newcomer | as_coach)).delete()
