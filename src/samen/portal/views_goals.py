"""My questions and goals: the newcomer's own list, and what helps the coach to ask on."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from samen.base import clock
from samen.base.errors import Refused
from samen.base.page import tell
from samen.duos import goal_actions, goal_queries
from samen.duos.goal_choices import STANDING_ICONS, GoalStanding
from samen.duos.models import Goal
from samen.library import queries as library
from samen.library.choices import GoalArea, PlaceKind
from samen.library.goals import AREA_ICONS
from samen.library.occasions import OCCASIONS
from samen.library.tips import TIPS
from samen.people.access import PortalRequest, portal_page
from samen.people.choices import Role
from samen.portal.forms_public import GoalForm, HowFarForm
from samen.portal.mine import frame, my_duo_or_404, only_for
from samen.portal.queries import my_duo

# ---------- The newcomer's list ----------


@require_http_methods(["GET", "HEAD", "POST"])
@portal_page
def goals(request: PortalRequest) -> HttpResponse:
    """The list; one field to add to it, or examples to pick from."""
    newcomer = only_for(Role.NEWCOMER, request)
    form = GoalForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            goal_actions.add_goal(
                newcomer=newcomer,
                words=form.cleaned_data["words"],
                now=clock.now(),
                actor=request.my.actor,
            )
        except Refused as refusal:
            form.add_error("words", refusal.sentence)
        else:
            tell(request, _("Het staat op jouw lijst."))
            return redirect("my_goals")
    context = {**frame(request.my), "goals": goal_queries.goals_of(newcomer), "form": form}
    return render(request, "portal/goals.html", context, status=422 if form.errors else 200)


@require_safe
@portal_page
def goal_areas(request: PortalRequest) -> HttpResponse:
    """Parts of life with examples."""
    only_for(Role.NEWCOMER, request)
    context = {**frame(request.my), "areas": [(area, AREA_ICONS[area]) for area in GoalArea]}
    return render(request, "portal/goal_areas.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@portal_page
def goal_examples(request: PortalRequest, area: str) -> HttpResponse:
    """Examples about a part of life; one press puts one on the list."""
    newcomer = only_for(Role.NEWCOMER, request)
    if area not in GoalArea.values:
        raise Http404
    refused = _pick(request) if request.method == "POST" else ""
    if request.method == "POST" and not refused:
        tell(request, _("Het staat op jouw lijst."))
        return redirect("my_goals")
    context = {
        **frame(request.my),
        "area": GoalArea(area),
        "area_icon": AREA_ICONS[GoalArea(area)],
        "examples": library.goal_examples(GoalArea(area)),
        "picked": goal_queries.picked(newcomer),
        "refused": refused,
    }
    return render(request, "portal/goal_examples.html", context, status=422 if refused else 200)


def _pick(request: PortalRequest) -> str:
    """Put an example on the list; returns why it cannot be."""
    try:
        goal_actions.pick_goal(
            newcomer=request.my.part,
            code=request.POST.get("code", ""),
            now=clock.now(),
            actor=request.my.actor,
        )
    except LookupError:
        return _("Kies een van deze zinnen.")
    except Refused as refusal:
        return refusal.sentence
    return ""


@require_http_methods(["GET", "HEAD", "POST"])
@portal_page
def goal(request: PortalRequest, goal: int) -> HttpResponse:
    """How far am I with this one? Or: take it off the list."""
    one = goal_queries.find_goal(only_for(Role.NEWCOMER, request), goal)
    if one is None:
        raise Http404
    form = HowFarForm(request.POST if request.method == "POST" else None)
    if request.POST.get("do") == "remove" or form.is_valid():
        tell(request, _change(request, one.goal, form))
        return redirect("my_goals")
    context = {
        **frame(request.my),
        "one": one,
        "form": form,
        "standings": [(standing, STANDING_ICONS[standing]) for standing in GoalStanding],
    }
    return render(request, "portal/goal.html", context, status=422 if form.errors else 200)


def _change(request: PortalRequest, goal: Goal, form: HowFarForm) -> str:
    """Take it off or keep how far; returns what to tell, also when another telephone was faster."""
    actor = request.my.actor
    try:
        if request.POST.get("do") == "remove":
            goal_actions.remove_goal(goal=goal, actor=actor)
            return _("Het is weg van jouw lijst.")
        how_far = form.cleaned_data["how_far"]
        goal_actions.say_how_far(goal=goal, how_far=how_far, today=clock.today(), actor=actor)
    except Refused as refusal:
        return refusal.sentence
    return _("Bewaard. Dank je wel!")


# ---------- What the coach sees ----------


@require_safe
@portal_page
def duo_goals(request: PortalRequest, duo: int) -> HttpResponse:
    """The list of the newcomer as the coach reads it, and what helps to ask on (R50)."""
    only_for(Role.COACH, request)
    found = my_duo_or_404(request, duo)
    context = {
        **frame(request.my),
        "mine": my_duo(found, request.my.part, clock.now()),
        "goals": goal_queries.goals_of(found.newcomer),
    }
    return render(request, "portal/duo_goals.html", context)


@require_safe
@portal_page
def occasions(request: PortalRequest) -> HttpResponse:
    """Small things of every day that lead to a question (FAQ question 10)."""
    only_for(Role.COACH, request)
    return render(request, "portal/occasions.html", {**frame(request.my), "occasions": OCCASIONS})


@require_safe
@portal_page
def tips(request: PortalRequest) -> HttpResponse:
    """How to speak so that the other understands and speaks (R21)."""
    only_for(Role.COACH, request)
    context = {**frame(request.my), "tips": TIPS, "own_tips": library.own_tips()}
    return render(request, "portal/tips.html", context)


# ---------- What both see ----------


@require_safe
@portal_page
def places(request: PortalRequest) -> HttpResponse:
    """Where one can go nearby: when it is open, where it is, the way to it (R22)."""
    everywhere = library.local_places()
    asked = request.GET.get("kind", "")
    kinds = [kind for kind in PlaceKind if any(place.kind == kind for place in everywhere)]
    context = {
        **frame(request.my),
        "places": [place for place in everywhere if place.kind == asked or asked not in kinds],
        "kinds": kinds,
        "kind": asked if asked in kinds else "",
    }
    return render(request, "portal/places.html", context)
