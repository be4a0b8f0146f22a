"""The page behind the link in an invitation: when and where, yes or no, and a file for the calendar."""

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from samen.base import audit, clock, downloads
from samen.base.scoping import scope
from samen.documents import calendar
from samen.events import answering, queries
from samen.events.invitations import appointment
from samen.events.links import link_to, read_link, token_of
from samen.events.models import Invitation
from samen.initiatives.models import Initiative

# Whoever presses answers for the one who was asked, without a name.
READER = audit.Actor("reader")


def _invited(view: Callable[[HttpRequest, Invitation, str], HttpResponse]) -> Callable[..., HttpResponse]:
    """A page of one invitation, in its initiative."""

    @wraps(view)
    def found(request: HttpRequest, token: str) -> HttpResponse:
        named = read_link(token)
        if named is None:
            raise Http404
        with scope(named.initiative_id):
            invitation = queries.invitation(named.invitation_id)
            if invitation is None:
                raise Http404
            return view(request, invitation, token)

    return found


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@_invited
def come(request: HttpRequest, invitation: Invitation, token: str) -> HttpResponse:
    """Looking answers nothing, for programs look at links too; only a button does."""
    refused = None
    if request.method == "POST":
        other = answering.take_other(invitation=invitation, typed=request.POST, now=clock.now(), actor=READER)
        if other:
            return redirect("come", token_of(other))
        refused = answering.take(invitation=invitation, typed=request.POST, now=clock.now(), actor=READER)
        if refused is None:
            return redirect("come", token)
    context = {
        "initiative": Initiative.objects.get(pk=invitation.initiative_id),
        **answering.shown(invitation, clock.now(), refused),
        "calendar_url": reverse("come_calendar", args=[token]),
    }
    return render(request, "events/public/come.html", context, status=422 if refused else 200)


@require_safe
@_invited
def come_calendar(request: HttpRequest, invitation: Invitation, token: str) -> HttpResponse:
    """The gathering for the calendar of whoever was asked."""
    here = Initiative.objects.get(pk=invitation.initiative_id)
    held = appointment(invitation.event, here, link=link_to(invitation))
    return downloads.calendar("samen.ics", calendar.single(held, stamp=clock.now()))
