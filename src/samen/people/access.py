"""The one place where a participant's page learns whose it is: by the secret of this telephone.

It sets the scope to the initiative of that participation; a page of the desk is never reached by it.
Staff who looks along reads the same pages and changes nothing: no form is taken, and whatever a page would
write is taken back.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from samen.base import audit, clock
from samen.base.page import tell
from samen.base.scoping import scope
from samen.initiatives.access import Desk, desk_of
from samen.initiatives.models import Initiative
from samen.people.link_actions import note_seen
from samen.people.link_queries import find_visit
from samen.people.look import COOKIE as LOOK_COOKIE
from samen.people.look import PERMISSION, Look, read_look
from samen.people.models import Participation, Visit

P = ParamSpec("P")
COOKIE, COOKIE_PATH = "my", "/my/"


@dataclass(frozen=True)
class My:
    """Who reads: a participation, its initiative and this telephone; or staff that looks along, without one.

    A page with what somebody told in private shows nothing of it while `looking` holds a look.
    """

    part: Participation
    initiative: Initiative
    visit: Visit | None
    looking: Look | None = None

    def __post_init__(self) -> None:
        # Known already: no page reads it again.
        self.part.initiative = self.initiative

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
        if looking := find_look(request):
            return _along(request, looking, lambda: view(request, *args, **kwargs))
        visit = find_visit(request.COOKIES.get(COOKIE, ""), clock.now())
        if visit is None:
            return _back_to_desk(request) or redirect("my_code")
        with scope(visit.initiative_id):
            note_seen(visit=visit, now=clock.now())
            here = Initiative.objects.get(pk=visit.initiative_id)
            request.my = My(visit.link.participation, here, visit)
            return view(request, *args, **kwargs)

    guarded.is_portal_page = True  # type: ignore[attr-defined]
    return guarded


def find_look(request: Any) -> My | None:
    """Whom this member of staff looks along with now; None when they do not, or may not any more."""
    look = read_look(request.COOKIES.get(LOOK_COOKIE, ""))
    desk = _desk_of(request, look) if look else None
    if look is None or desk is None or look.is_over(clock.now()):
        return None
    with scope(look.initiative_id):
        parts = Participation.objects.select_related("person").filter(pk=look.part_id, ended_on=None)
        part = parts.first()
    return My(part, desk.initiative, None, look) if part else None


def _desk_of(request: Any, look: Look) -> Desk | None:
    desk = desk_of(request, look.initiative_id)
    return desk if desk and desk.user.pk == look.user_id and desk.may(PERMISSION) else None


def _back_to_desk(request: Any) -> HttpResponse | None:
    """Where staff goes whose look is over: to the page that it came from, and not to the place for a code."""
    look = read_look(request.COOKIES.get(LOOK_COOKIE, ""))
    desk = _desk_of(request, look) if look else None
    if look is None or desk is None:
        return None
    tell(request, _("Je keek een kwartier mee. Dat is voorbij."))
    response = redirect("person", desk.initiative.slug, look.part_id)
    response.delete_cookie(LOOK_COOKIE, path=COOKIE_PATH)
    return response


def _along(request: Any, my: My, view: Callable[[], HttpResponse]) -> HttpResponse:
    """The page as they see it; a form is refused, and nothing that the page writes stays."""
    request.my = my
    if request.method not in {"GET", "HEAD"}:
        return render(request, "people/only_looking.html", {"my": my, "person": my.part.person}, status=403)
    with scope(my.initiative.pk), transaction.atomic():
        try:
            return view()
        finally:
            # Whatever a page notes about its reader is not about this one.
            transaction.set_rollback(True)
