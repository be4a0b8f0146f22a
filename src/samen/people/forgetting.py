"""What goes of a person who is erased; `privacy.actions.erase` composes it with the other apps."""

from collections.abc import Callable, Sequence
from datetime import date

from django.db import transaction
from django.db.models.functions import Coalesce

from samen.people.models import (
    NOTHING_KNOWN,
    CallRequest,
    Consent,
    Participation,
    Person,
    PersonalLink,
)


@transaction.atomic
def forget_people(*, people: Sequence[Person], parts: Sequence[Participation], today: date) -> None:
    """Links, calls and consents go; people and their parts stay as empty rows, ended today at the latest.

    A consent without a name proves nothing about anybody, so none is kept.
    """
    PersonalLink.objects.filter(participation__in=parts).delete()
    CallRequest.objects.filter(participation__in=parts).delete()
    Consent.objects.filter(participation__in=parts).delete()
    of_them = Participation.objects.filter(pk__in=[part.pk for part in parts])
    of_them.update(remark="")
    of_them.filter(ended_on=None).update(ended_on=today)
    Person.objects.filter(pk__in=[person.pk for person in people]).update(
        **NOTHING_KNOWN, languages=[], channels=[], erased_on=Coalesce("erased_on", today)
    )


@transaction.atomic
def forget_remarks(*, names_them: Callable[[str], bool]) -> None:
    """What was noted about others, when it names who is erased."""
    noted = Participation.objects.exclude(remark="").only("remark")
    naming = [one.pk for one in noted if names_them(one.remark)]
    Participation.objects.filter(pk__in=naming).update(remark="")
