"""What a page on which people are ticked at the door says: who is there, and whose state it showed."""

from collections.abc import Iterable

from django.http import QueryDict

from samen.events.models import Invitation


def ticked(posted: QueryDict, people: Iterable[Invitation]) -> tuple[list[int], list[int]]:
    """The numbers of who is ticked; and of those who may be unticked: who were shown, and as they still are.

    A page tells `seen` for everybody on it and `was` for who was ticked then. Whoever was ticked on another
    telephone since then is left alone.
    """
    came, seen, was = (set(posted.getlist(name)) for name in ("came", "seen", "was"))
    found = list(people)
    return (
        [one.pk for one in found if str(one.pk) in came],
        [one.pk for one in found if str(one.pk) in seen and (not one.came or str(one.pk) in was)],
    )
