"""Reads about lists, and about the people they are compared with."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Count, Q, QuerySet

from samen.base.audit import touched_since
from samen.base.spreadsheet import Sheet, parse_pasted, read_workbook
from samen.duos.models import Duo
from samen.lists.corrections import Corrections
from samen.lists.duplicates import Known
from samen.lists.models import PeopleList
from samen.lists.outcome import Reading
from samen.lists.reading import read_list
from samen.matching.models import PairMark, Proposal
from samen.people.choices import Role
from samen.people.look import VERB as LOOKED
from samen.people.models import Participation, Person
from samen.people.words import fold


def known_people() -> Iterator[Known]:
    """Everybody of this initiative, as far as telling duplicates needs."""
    fields = ("pk", "phone", "email", "given_name", "family_name", "birth_year")
    for pk, phone, email, given, family, birth_year in Person.objects.values_list(*fields).order_by("pk"):
        yield Known(pk, phone, email, fold(f"{given} {family}"), birth_year)


def sheets_of(people_list: PeopleList) -> list[Sheet]:
    """The cells of a list. Raises Refused when they cannot be read."""
    content = bytes(people_list.content or b"")
    if people_list.is_pasted:
        return parse_pasted(content.decode("utf-8"))
    encoding = Corrections.from_json(people_list.corrections).encoding
    return read_workbook(content, people_list.filename, encoding=encoding)


def reading_of(people_list: PeopleList, sheets: list[Sheet], today: date) -> Reading:
    """The list as it would be stored now, with everything that was put right."""
    corrections = Corrections.from_json(people_list.corrections)
    return read_list(sheets, corrections=corrections, known=list(known_people()), today=today)


def lists() -> QuerySet[PeopleList]:
    """Every list, newest first, with how many newcomers and coaches came in; without its content."""
    role = "parts__participation__role"
    counted = PeopleList.objects.defer("content").annotate(
        newcomers=Count("parts", filter=Q(**{role: Role.NEWCOMER})),
        coaches=Count("parts", filter=Q(**{role: Role.COACH})),
    )
    return counted.order_by("-id")


def parts_of(people_list: PeopleList) -> list[Participation]:
    """Everybody who came in with a list."""
    found = Participation.objects.filter(imported_with__people_list=people_list)
    return list(found.select_related("person"))


def built_upon(people_list: PeopleList) -> list[Participation]:
    """Those with whom somebody worked since they came in: undoing would lose that."""
    parts = parts_of(people_list)
    ids = [part.pk for part in parts]
    since = people_list.imported_at or people_list.added_at
    busy = touched_since(Participation, ids, since, besides=[LOOKED])
    for pairs in (Duo.objects, Proposal.objects, PairMark.objects):
        for pair in pairs.filter(Q(newcomer__in=ids) | Q(coach__in=ids)).values_list(
            "newcomer_id", "coach_id"
        ):
            busy.update(pair)
    corrected = touched_since(Person, [part.person_id for part in parts], since)
    return [part for part in parts if part.pk in busy or part.person_id in corrected]
