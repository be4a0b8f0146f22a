"""The page behind the link in a mail: what will stop, a button that stops it, and one that begins again."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from samen.base import clock
from samen.base.scoping import scope
from samen.initiatives.models import Initiative
from samen.messaging import actions, queries
from samen.messaging.letters import known
from samen.messaging.stops import StopLink, read_token


@never_cache
@csrf_exempt  # the token is the permission; a mail program that stops with one press (RFC 8058) has no other
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Looking changes nothing, for programs look at links too; only the button, or one press, stops."""
    link = read_token(token)
    here = Initiative.objects.filter(pk=link.initiative_id).first() if link else None
    if link is None or here is None:
        raise Http404
    with scope(here.pk), override(known(link.language)):
        if request.method == "POST":
            _do(request, link)
            if "do" in request.POST:
                return redirect("stop", token)
        context = {"initiative": here, "is_stopped": queries.is_stopped(link)}
        return render(request, "messaging/stop.html", context)


def _do(request: HttpRequest, link: StopLink) -> None:
    if request.POST.get("do") == "begin":
        actions.begin_again(link=link)
    else:
        actions.stop(link=link, now=clock.now())
