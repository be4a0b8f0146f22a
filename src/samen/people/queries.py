"""Reads about people."""

from django.db.models import Count, Q, QuerySet

from samen.people.models import Participation, Person
from samen.people.words import fold


def parts() -> QuerySet[Participation]:
    """Every part in the programme, with its person; nothing more happens with whoever was erased."""
    return Participation.objects.select_related("person").filter(person__erased_on=None)


def parts_erased() -> QuerySet[Participation]:
    """Parts of whoever was erased: a duo that is over may still lead to them."""
    return Participation.objects.select_related("person").filter(person__erased_on__isnull=False)


def parts_of(person: Person) -> list[Participation]:
    """Every part that somebody took in the programme, the first one first (R102)."""
    return list(Participation.objects.filter(person=person))


def several_parts() -> dict[int, list[int]]:
    """For each part of a person who took several: the ids of all of them, in one query."""
    several = Participation.objects.order_by().values("person").annotate(n=Count("pk")).filter(n__gt=1)
    of_person: dict[int, list[int]] = {}
    found = Participation.objects.filter(person__in=several.values("person"))
    for person_id, pk in found.values_list("person_id", "pk"):
        of_person.setdefault(person_id, []).append(pk)
    return {pk: all_of_them for all_of_them in of_person.values() for pk in all_of_them}


def look_alikes(*, phone: str, email: str, name: str, birth_year: int | None) -> QuerySet[Participation]:
    """Those who may be the same person: same phone, same e-mail, or same name and year of birth."""
    same = Q(pk__in=())
    if phone:
        same |= Q(person__phone=phone)
    if email:
        same |= Q(person__email__iexact=email)
    if birth_year:
        # The folded text starts with the name; what follows differs.
        same |= Q(person__birth_year=birth_year, person__search__startswith=f"{fold(name)} ")
    return parts().filter(same)


def matching_words(found: QuerySet[Participation], text: str) -> QuerySet[Participation]:
    """Only those whose name, phone, e-mail or place holds every word, across accents and scripts."""
    for word in fold(text).split():
        found = found.filter(person__search__contains=word)
    return found
