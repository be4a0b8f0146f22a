"""What goes of a person who is erased; `privacy.actions.erase` composes it with the other apps.

A list is kept as it came, with everybody in one file: one row cannot be taken out of it.
"""

from collections.abc import Callable, Sequence

from django.db import transaction

from samen.base.errors import Refused
from samen.lists.choices import ListStatus
from samen.lists.models import ImportedPart, PeopleList
from samen.lists.queries import sheets_of
from samen.people.models import Participation


def hold_lists() -> None:
    """Nobody brings a list in or undoes it until this transaction is over."""
    list(PeopleList.objects.select_for_update().order_by("pk").values_list("pk", flat=True))


@transaction.atomic
def forget_person(*, parts: Sequence[Participation], names_them: Callable[[str], bool]) -> None:
    """Lists with them lose their cells and their name; a list of which nothing was stored goes wholly."""
    came = list(ImportedPart.objects.filter(participation__in=parts).values_list("people_list_id", flat=True))
    found = [
        one.pk
        for one in PeopleList.objects.all()
        if one.pk in came or names_them(one.filename) or _names(one, names_them)
    ]
    PeopleList.objects.filter(pk__in=found, status=ListStatus.DRAFT).delete()
    PeopleList.objects.filter(pk__in=found).update(filename="", content=None, corrections={})
    ImportedPart.objects.filter(participation__in=parts).delete()


def _names(people_list: PeopleList, names_them: Callable[[str], bool]) -> bool:
    """Whether a row of its cells, or what was put right in it, names them."""
    if not people_list.content:
        return False
    try:
        sheets = sheets_of(people_list)
    except Refused:
        # It can no longer be read: then it is of no use to anybody.
        return True
    rows = ("\t".join(str(cell or "") for cell in row) for sheet in sheets for row in sheet.rows)
    return names_them(str(people_list.corrections)) or any(names_them(row) for row in rows)
