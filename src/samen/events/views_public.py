"""The page behind the link in an invitation: when and where, yes or no, and a file for the calendar."""

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from samen.base import audit, clock, downloads
from samen.base.scoping import scope
from samen.documents import calendar
from samen.events import actions, queries
from samen.events.choices import Reply
from samen.events.invitations import appointment, file_name
from samen.events.links import read_link
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
    event = invitation.event
    is_open = event.cancelled_on is None and event.ends_at > clock.now()
    if request.method == "POST":
        said = request.POST.get("reply", "")
        if is_open and said and said in Reply.values:
            actions.answer(invitation=invitation, reply=Reply(said), now=clock.now(), actor=READER)
        return redirect("come", token)
    context = {
        "initiative": Initiative.objects.get(pk=invitation.initiative_id),
        "event": event,
        "invitation": invitation,
        "is_open": is_open,
        "is_over": event.ends_at <= clock.now(),
        "token": token,
    }
    return render(request, "events/public/come.html", context)


@require_safe
@_invited
def come_calendar(request: HttpRequest, invitation: Invitation, token: str) -> HttpResponse:
    """The gathering for the calendar of whoever was asked."""
    here = Initiative.objects.get(pk=invitation.initiative_id)
    held = appointment(invitation.event, here, link=request.build_absolute_uri(request.path))
    return downloads.calendar(file_name(invitation.event), calendar.single(held, stamp=clock.now()))
