"""What every page of a participant needs: the frame around it, and only what is theirs."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from samen.base import clock
from samen.duos.models import Duo, Meeting
from samen.people.access import My, PortalRequest, portal_page
from samen.people.choices import Role
from samen.people.models import Participation
from samen.people.sure_actions import is_sure
from samen.portal import queries

P = ParamSpec("P")
View = Callable[Concatenate[PortalRequest, P], HttpResponse]


def sure_page(view: View[P]) -> Callable[..., HttpResponse]:
    """A page with what is sensitive: it first asks for a code that only they get."""

    @portal_page
    @wraps(view)
    def guarded(request: PortalRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        visit = request.my.visit
        if visit is not None and not is_sure(visit, clock.now()):
            return redirect(f"{reverse('my_sure')}?next={request.path}")
        return view(request, *args, **kwargs)

    return guarded


def frame(my: My) -> dict[str, Any]:
    """What each of these pages shows around it."""
    return {"my": my, "initiative": my.initiative, "person": my.part.person}


def only_for(role: Role, request: PortalRequest) -> Participation:
    """Who reads, when that is this side of a duo; for the other there is no such page."""
    if request.my.part.role != role:
        raise Http404
    return request.my.part


def my_duo_or_404(request: PortalRequest, pk: int) -> Duo:
    """A duo of this participant that runs."""
    found = queries.find_duo(request.my.part, pk)
    if found is None:
        raise Http404
    return found


def my_meeting_or_404(request: PortalRequest, pk: int) -> Meeting:
    """A meeting of a duo of this participant that runs."""
    return get_object_or_404(Meeting, pk=pk, duo__in=queries.running(request.my.part))
