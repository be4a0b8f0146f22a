"""The pages behind the link in a message: stop and begin again, another language, another road first.

Whoever holds the link may press, without signing in. It may be forwarded: no name and no address stands here.
"""

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from samen.base import clock, throttle
from samen.base.languages import codes, every
from samen.base.scoping import scope
from samen.initiatives.models import Initiative
from samen.messaging import actions, queries
from samen.messaging.choices import Channel
from samen.messaging.letters import known
from samen.messaging.models import Choice
from samen.messaging.notify import by_machine
from samen.messaging.rules import roads_to_choose
from samen.messaging.stops import StopLink, read_short, read_token, token_of

View = Callable[[HttpRequest, Initiative, StopLink], HttpResponse]
WRONG = "stop"
# Short addresses that lead nowhere, from one network in an hour: far more than slips of the pen.
MOST_WRONG = 30
TOO_MANY = 429
UNDO = "undo"


def reader_page(view: View) -> Callable[[HttpRequest, str], HttpResponse]:
    """A page for whoever holds a signed link, in the scope of its initiative and in the reader's language."""

    @never_cache
    # The token is the permission: a mail program that stops with one press (RFC 8058) has no other.
    @csrf_exempt
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def page(request: HttpRequest, token: str) -> HttpResponse:
        link = read_token(token)
        here = Initiative.objects.filter(pk=link.initiative_id).first() if link else None
        if link is None or here is None:
            raise Http404
        with scope(here.pk):
            choice = queries.choice_at(link.digest)
            with override(known(choice.language if choice and choice.language else link.language)):
                answer = view(request, here, link)
        answer["Referrer-Policy"] = "no-referrer"
        return answer

    return page


@reader_page
def stop(request: HttpRequest, here: Initiative, link: StopLink) -> HttpResponse:
    """Looking changes nothing, for programs look at links too; only the button, or one press, stops."""
    if request.method == "POST":
        if request.POST.get("do") == "begin":
            actions.begin_again(link=link)
        else:
            actions.stop(link=link, now=clock.now())
        if "do" in request.POST:
            return redirect("stop", token_of(link))
    is_stopped = queries.is_stopped(link)
    context = {
        **_frame(here, link),
        "is_stopped": is_stopped,
        "may_choose_road": len(_roads(link, is_stopped=is_stopped)) > 1,
    }
    return render(request, "messaging/stop.html", context)


@reader_page
def language(request: HttpRequest, here: Initiative, link: StopLink) -> HttpResponse:
    """In which language messages come."""
    do = request.POST.get("do", "")
    if do in {UNDO, *codes()}:
        actions.choose(link=link, language="" if do == UNDO else do, now=clock.now())
        return redirect("stop_language", token_of(link))
    context = {**_frame(here, link), "languages": every()}
    return render(request, "messaging/stop_language.html", context)


@reader_page
def road(request: HttpRequest, here: Initiative, link: StopLink) -> HttpResponse:
    """By which road messages come first."""
    roads = _roads(link, is_stopped=queries.is_stopped(link))
    do = request.POST.get("do", "")
    if do in {UNDO, *roads}:
        actions.choose(link=link, road="" if do == UNDO else do, now=clock.now())
        return redirect("stop_road", token_of(link))
    return render(request, "messaging/stop_road.html", {**_frame(here, link), "roads": roads})


@never_cache
@require_safe
def short(request: HttpRequest, code: str) -> HttpResponse:
    """The short address in an SMS leads to the whole link. What was never given out is not there."""
    if throttle.is_used_up(WRONG, request, times=MOST_WRONG):
        return render(request, "messaging/stop_too_often.html", status=TOO_MANY)
    written = read_short(code)
    if written is not None:
        with scope(written[0]):
            link = queries.by_short_code(written[1])
        if link is not None:
            return redirect("stop", token_of(link))
    throttle.allows(WRONG, request, times=MOST_WRONG)
    raise Http404


def _frame(here: Initiative, link: StopLink) -> dict[str, object]:
    """What each of these pages shows."""
    choice: Choice | None = queries.choice_at(link.digest)
    return {"initiative": here, "link": link, "token": token_of(link), "choice": choice}


def _roads(link: StopLink, *, is_stopped: bool) -> list[Channel]:
    return roads_to_choose(
        link.channel, knows_both=link.knows_both, by_machine=by_machine(), is_stopped=is_stopped
    )
