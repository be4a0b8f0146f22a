"""Reads about people."""

from django.db.models import QuerySet

from samen.people.models import Participation
from samen.people.words import fold


def parts() -> QuerySet[Participation]:
    """Every part in the programme, with its person."""
    return Participation.objects.select_related("person")


def matching_words(found: QuerySet[Participation], text: str) -> QuerySet[Participation]:
    """Only those whose name, phone, e-mail or place holds every word, across accents and scripts."""
    for word in fold(text).split():
        found = found.filter(person__search__contains=word)
    return found
