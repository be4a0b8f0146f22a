"""The one place where a participant's page learns whose it is: by the secret of this telephone.

It sets the scope to the initiative of that participation; a page of the desk is never reached by it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache

from samen.base import audit, clock
from samen.base.scoping import scope
from samen.initiatives.models import Initiative
from samen.people.link_actions import note_seen
from samen.people.link_queries import find_visit
from samen.people.models import Participation, Visit

P = ParamSpec("P")
COOKIE, COOKIE_PATH = "my", "/my/"


@dataclass(frozen=True)
class My:
    """Who reads: a participation, its initiative and this telephone."""

    part: Participation
    initiative: Initiative
    visit: Visit

    @property
    def actor(self) -> audit.Actor:
        """For the audit line."""
        return audit.Actor(f"part:{self.part.pk}")


class PortalRequest(HttpRequest):
    """A request of a participant."""

    my: My


View = Callable[Concatenate[PortalRequest, P], HttpResponse]


def portal_page(view: View[P]) -> Callable[..., HttpResponse]:
    """A page of one participant; without a telephone that knows them, the page that asks for the code."""

    @never_cache
    @wraps(view)
    def guarded(request: Any, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        visit = find_visit(request.COOKIES.get(COOKIE, ""), clock.now())
        if visit is None:
            return redirect("my_code")
        with scope(visit.initiative_id):
            note_seen(visit=visit, now=clock.now())
            here = Initiative.objects.get(pk=visit.initiative_id)
            request.my = My(visit.link.participation, here, visit)
            return view(request, *args, **kwargs)

    guarded.is_portal_page = True  # type: ignore[attr-defined]
    return guarded
