"""What every page of a participant needs: the frame around it, and only what is theirs."""

from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404

from samen.duos.models import Duo, Meeting
from samen.people.access import My, PortalRequest
from samen.portal import queries


def frame(my: My) -> dict[str, Any]:
    """What each of these pages shows around it."""
    return {"my": my, "initiative": my.initiative, "person": my.part.person}


def my_duo_or_404(request: PortalRequest, pk: int) -> Duo:
    """A duo of this participant that runs."""
    found = queries.find_duo(request.my.part, pk)
    if found is None:
        raise Http404
    return found


def my_meeting_or_404(request: PortalRequest, pk: int) -> Meeting:
    """A meeting of a duo of this participant that runs."""
    return get_object_or_404(Meeting, pk=pk, duo__in=queries.running(request.my.part))
