"""A participant's own pages: open the link, home, we met, call me, leave this telephone."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samen.base import audit, clock, throttle
from samen.base.errors import Refused
from samen.base.languages import codes
from samen.base.page import remember_language, tell
from samen.base.scoping import scope
from samen.duos import actions as duos
from samen.duos.same_queries import asked_about
from samen.initiatives.models import Initiative
from samen.people.access import COOKIE, COOKIE_PATH, PortalRequest, find_look, portal_page
from samen.people.door import read_door
from samen.people.link_actions import (
    CODE_LENGTH,
    VISIT_LASTS,
    ask_to_be_called,
    disown,
    open_link,
    plain_code,
)
from samen.people.link_actions import leave as leave_visit
from samen.people.link_queries import find_by_code, find_link, find_link_by_number, find_visit
from samen.people.look import COOKIE as LOOK_COOKIE
from samen.people.look import end_look, read_look
from samen.people.models import PersonalLink
from samen.portal import actions, queries
from samen.portal.forms_public import CodeForm, DayForm, MoreForm
from samen.portal.mine import frame, my_duo_or_404, my_meeting_or_404

WRONG = "my"
# Wrong links and codes from one network in an hour: far more than slips of the pen.
MOST_WRONG = 30
TOO_MANY = 429


# ---------- The way in ----------


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def link(request: HttpRequest, token: str) -> HttpResponse:
    """Looking opens nothing, for programs look at links too; only the button does."""
    if throttle.is_used_up(WRONG, request, times=MOST_WRONG):
        return _too_often(request)
    found = find_link(token)
    if found is None:
        return _wrong(request)
    with scope(found.initiative_id):
        if request.method == "POST":
            return _opened(request, found)
        here = Initiative.objects.get(pk=found.initiative_id)
        context = {"initiative": here, "person": found.participation.person, "token": token}
        # The site's own policy keeps the address from other sites; a stricter one would make the browser
        # send the form without telling from where, and then it is refused.
        return render(request, "portal/link.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def door(request: HttpRequest, token: str) -> HttpResponse:
    """The address in a message: on a telephone that knows them straight on, elsewhere after one press."""
    if throttle.is_used_up(WRONG, request, times=MOST_WRONG):
        return _too_often(request)
    named = read_door(token)
    found = find_link_by_number(named.initiative_id, named.link_id) if named else None
    if named is None or found is None:
        return _wrong(request)
    visit = find_visit(request.COOKIES.get(COOKIE, ""), clock.now())
    if visit is not None and visit.link_id == found.pk:
        return redirect(named.path)
    with scope(found.initiative_id):
        if request.method == "POST":
            return _opened(request, found, named.path)
        here = Initiative.objects.get(pk=found.initiative_id)
        context = {"initiative": here, "person": found.participation.person}
        return render(request, "portal/link.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    """With the code from a paper: choose the initiative and type eight signs."""
    form = CodeForm(request.POST if request.method == "POST" else None)
    chosen = request.POST.get("initiative", request.GET.get("initiative", ""))
    here = list(Initiative.objects.filter(is_public=True))
    if form.is_valid():
        if throttle.is_used_up(WRONG, request, times=MOST_WRONG):
            return _too_often(request)
        found = _by_code(here, chosen, plain_code(form.cleaned_data["code"]))
        if found is not None:
            with scope(found.initiative_id):
                return _opened(request, found)
        throttle.allows(WRONG, request, times=MOST_WRONG)
        form.add_error("code", _("Deze code kennen wij niet, of ze is te oud. Kijk ze na of bel ons."))
    context = {"form": form, "initiatives": here, "chosen": chosen}
    return render(request, "portal/code.html", context, status=422 if form.errors else 200)


def _by_code(here: list[Initiative], chosen: str, typed: str) -> PersonalLink | None:
    if len(typed) != CODE_LENGTH:
        return None
    for initiative in here:
        if len(here) == 1 or initiative.slug == chosen:
            with scope(initiative.pk):
                return find_by_code(typed, clock.now())
    return None


def _opened(request: HttpRequest, found: PersonalLink, to: str = "my_home") -> HttpResponse:
    """This telephone is theirs from now on; the page speaks the language in which they read."""
    if request.POST.get("do") == "not-me":
        disown(link=found, now=clock.now())
        return render(
            request, "portal/not_me.html", {"initiative": Initiative.objects.get(pk=found.initiative_id)}
        )
    secret = open_link(link=found, now=clock.now())
    response = redirect(to)
    response.set_cookie(
        COOKIE,
        secret,
        max_age=int(VISIT_LASTS.total_seconds()),
        path=COOKIE_PATH,
        httponly=True,
        secure=request.is_secure(),
        samesite="Lax",
    )
    # Whoever opens a page of their own does not look along any more.
    response.delete_cookie(LOOK_COOKIE, path=COOKIE_PATH)
    reads = found.participation.person.written_language
    if reads in codes():
        remember_language(response, reads)
    return response


def _wrong(request: HttpRequest) -> HttpResponse:
    """Every wrong link gets the same answer."""
    throttle.allows(WRONG, request, times=MOST_WRONG)
    return render(request, "portal/wrong.html", status=404)


def _too_often(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/too_often.html", status=TOO_MANY)


# ---------- Mine ----------


@require_safe
@portal_page
def home(request: PortalRequest) -> HttpResponse:
    """My duo, what comes, and two big buttons."""
    context = {**frame(request.my), "home": queries.home(request.my.part, clock.now())}
    return render(request, "portal/home.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@portal_page
def met(request: PortalRequest, duo: int) -> HttpResponse:
    """When? One press on a day is enough."""
    found = my_duo_or_404(request, duo)
    form = DayForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            meeting = actions.we_met(
                my=request.my, duo=found, met_on=form.cleaned_data["day"], today=clock.today()
            )
        except Refused as refusal:
            form.add_error("day", refusal.sentence)
        else:
            return redirect("my_saved", meeting.pk)
    context = {
        **frame(request.my),
        "mine": queries.my_duo(found, request.my.part, clock.now()),
        "form": form,
        "days": queries.days_to_choose(found, clock.today()),
    }
    return render(request, "portal/met.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@portal_page
def saved(request: PortalRequest, meeting: int) -> HttpResponse:
    """Kept. Whoever wants tells a little more."""
    found = my_meeting_or_404(request, meeting)
    mine = queries.my_duo(my_duo_or_404(request, found.duo_id), request.my.part, clock.now())
    form = MoreForm(
        request.POST if request.method == "POST" else None,
        initial=MoreForm.initial_of(found),
        role=request.my.part.role,
        partner=mine.partner.given_name,
    )
    if form.is_valid():
        said = form.cleaned_data
        duos.describe_meeting(
            meeting=found,
            activity=form.told(),
            minutes=said["minutes"],
            proposed_by=said["who"],
            smile=said["smile"],
            way=said["way"],
            actor=request.my.actor,
        )
        tell(request, _("Bewaard. Dank je wel!"))
        return redirect("my_home")
    pair = asked_about(mine.duo, found, clock.today()) if found.logged_by == request.my.actor.label else None
    context = {**frame(request.my), "mine": mine, "meeting": found, "pair": pair, "form": form}
    return render(request, "portal/saved.html", context, status=422 if form.errors else 200)


@require_POST
@portal_page
def undo_met(request: PortalRequest, meeting: int) -> HttpResponse:
    """It was a slip; only what this side noted itself."""
    found = my_meeting_or_404(request, meeting)
    if found.logged_by != request.my.actor.label:
        raise Http404
    duos.undo_meeting(meeting=found, actor=request.my.actor)
    tell(request, _("Dat is weer weg."))
    return redirect("my_home")


@require_http_methods(["GET", "HEAD", "POST"])
@portal_page
def call(request: PortalRequest) -> HttpResponse:
    """Ask to be called: the coordinator sees it today."""
    if request.method == "POST":
        ask_to_be_called(part=request.my.part, now=clock.now())
        return redirect(f"{reverse('my_call')}?asked=1")
    context = {**frame(request.my), "asked": request.GET.get("asked") == "1"}
    return render(request, "portal/call.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@portal_page
def leave(request: PortalRequest) -> HttpResponse:
    """Leave this telephone, or say that this is somebody else's page."""
    if request.method != "POST":
        return render(request, "portal/leave.html", frame(request.my))
    visit = request.my.visit
    assert visit is not None, "who only looks along leaves nothing"
    if request.POST.get("do") == "not-me":
        disown(link=visit.link, now=clock.now())
    else:
        leave_visit(visit=visit, now=clock.now())
    response = render(request, "portal/left.html", {"initiative": request.my.initiative})
    response.delete_cookie(COOKIE, path=COOKIE_PATH)
    return response


# ---------- Looking along ----------


@never_cache
@require_POST
def stop_looking(request: HttpRequest) -> HttpResponse:
    """Staff goes back to the desk; a telephone that knows somebody knows them again."""
    look, looking = read_look(request.COOKIES.get(LOOK_COOKIE, "")), find_look(request)
    if looking:
        with scope(looking.initiative.pk):
            end_look(part=looking.part, actor=audit.Actor.user(request.user.pk))
    here = Initiative.objects.filter(pk=look.initiative_id).first() if look else None
    response = redirect("person", here.slug, look.part_id) if here and look else redirect("my_home")
    response.delete_cookie(LOOK_COOKIE, path=COOKIE_PATH)
    return response
