"""What goes of a person who is erased; `privacy.actions.erase` composes it with the other apps."""

from collections.abc import Sequence

from django.db import transaction

from samen.papers.models import Clearance, NoteReceipt, RecordCheck
from samen.people.models import Participation


@transaction.atomic
def forget_person(*, parts: Sequence[Participation]) -> None:
    """Declarations about benefits, receipts of the organisation note and record checks.

    No law asks the organisation to keep these: it asks that the coach files and is told beforehand.
    """
    Clearance.objects.filter(participation__in=parts).delete()
    NoteReceipt.objects.filter(participation__in=parts).delete()
    RecordCheck.objects.filter(participation__in=parts).delete()
