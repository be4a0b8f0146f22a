"""A gathering to which somebody is asked: where and when, and yes, no or perhaps."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from samen.base import clock, downloads
from samen.documents import calendar
from samen.events import answering, queries
from samen.events.invitations import appointment
from samen.events.models import Invitation
from samen.people.access import PortalRequest, portal_page
from samen.portal.mine import frame


@require_http_methods(["GET", "HEAD", "POST"])
@portal_page
def session(request: PortalRequest, invitation: int) -> HttpResponse:
    """One press answers; the last word counts."""
    found = _mine_or_404(request, invitation)
    refused = None
    if request.method == "POST":
        other = answering.take_other(
            invitation=found, typed=request.POST, now=clock.now(), actor=request.my.actor
        )
        if other:
            return redirect("my_session", other.pk)
        refused = answering.take(
            invitation=found, typed=request.POST, now=clock.now(), actor=request.my.actor
        )
        if refused is None:
            return redirect("my_session", found.pk)
    context = {
        **frame(request.my),
        **answering.shown(found, clock.now(), refused),
        "calendar_url": reverse("my_session_calendar", args=[found.pk]),
    }
    return render(request, "portal/session.html", context, status=422 if refused else 200)


@require_safe
@portal_page
def session_calendar(request: PortalRequest, invitation: int) -> HttpResponse:
    """The gathering as a file for the calendar."""
    found = _mine_or_404(request, invitation)
    held = appointment(found.event, request.my.initiative, link=request.build_absolute_uri("/my/"))
    return downloads.calendar("samen.ics", calendar.single(held, stamp=clock.now()))


def _mine_or_404(request: PortalRequest, pk: int) -> Invitation:
    found = queries.invitation(pk)
    if found is None or found.participation_id != request.my.part.pk:
        raise Http404
    return found
