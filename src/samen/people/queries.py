"""Reads about people."""

from django.db.models import Q, QuerySet

from samen.people.models import Participation
from samen.people.words import fold


def parts() -> QuerySet[Participation]:
    """Every part in the programme, with its person."""
    return Participation.objects.select_related("person")


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
