"""What goes of a person who is erased; `privacy.actions.erase` composes it with the other apps."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from samen.people.models import (
    NOTHING_KNOWN,
    CallRequest,
    Consent,
    Participation,
    Person,
    PersonalLink,
)


@transaction.atomic
def forget_person(*, person: Person, parts: Sequence[Participation], today: date) -> None:
    """Links, calls and consents go; the person and their parts stay as empty rows, ended today at the latest.

    A consent without a name proves nothing about anybody, so none is kept.
    """
    PersonalLink.objects.filter(participation__in=parts).delete()
    CallRequest.objects.filter(participation__in=parts).delete()
    Consent.objects.filter(participation__in=parts).delete()
    of_them = Participation.objects.filter(pk__in=[part.pk for part in parts])
    of_them.update(remark="")
    of_them.filter(ended_on=None).update(ended_on=today)
    Person.objects.filter(pk=person.pk).update(**NOTHING_KNOWN, languages=[], channels=[], erased_on=today)
