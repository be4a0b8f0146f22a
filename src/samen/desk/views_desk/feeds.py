"""One's own calendar link: make it, and stop it."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from samen.base import clock
from samen.base.page import tell
from samen.desk.feeds import feed_url
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission
from samen.messaging import actions, queries


@require_http_methods(["GET", "POST"])
@desk_page(Permission.SEE_PEOPLE)
def calendar_link(request: DeskRequest) -> HttpResponse:
    """Whether there is a link; a new one is told once, on the page that answers the button."""
    user, url = request.user, ""
    if request.method == "POST":
        url = feed_url(actions.give_feed(user_id=user.pk, now=clock.now(), actor=request.desk.actor))
    context = {"section": "", "feed": queries.feed_of(user.pk), "url": url}
    return render(request, "desk/calendar_link.html", context)


@require_POST
@desk_page(Permission.SEE_PEOPLE)
def stop_calendar_link(request: DeskRequest) -> HttpResponse:
    """The link no longer works."""
    actions.revoke_feed(user_id=request.user.pk, now=clock.now(), actor=request.desk.actor)
    tell(request, _("Jouw kalenderlink werkt niet meer."))
    return redirect("calendar_link", request.desk.initiative.slug)
