"""The desk's pages of the library: ideas, cards, what coaches need, methods for groups, places nearby."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samen.base import clock, languages
from samen.base.errors import Refused
from samen.base.page import tell
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission
from samen.library import actions, queries, tip_actions
from samen.library.choices import Cost, Domain, FromLevel, PlaceKind, Season, Theme, Where
from samen.library.forms import IdeaForm, PlaceForm, TipForm
from samen.library.models import LocalPlace, OwnIdea, OwnTip
from samen.library.occasions import OCCASIONS
from samen.library.queries import CardFilter, IdeaFilter, MethodFilter, PlaceFilter
from samen.library.tips import TIPS

# One page is one sheet to cut.
PAGE_SIZE = 12

_NAMES: dict[str, Any] = {
    "costs": dict(Cost.choices),
    "wheres": dict(Where.choices),
    "levels": dict(FromLevel.choices),
    "domains": dict(Domain.choices),
    "seasons": dict(Season.choices),
}


# ---------- Ideas ----------


@require_safe
@desk_page(Permission.FOLLOW_DUOS)
def idea_list(request: DeskRequest) -> HttpResponse:
    """All ideas, with a search and filters; below them those of our own that were put away."""
    wanted = IdeaFilter.read(request.GET)
    context = {
        "section": "library",
        "wanted": wanted,
        "page": _idea_page(request, wanted),
        "past": queries.past_ideas(clock.today()),
        **_NAMES,
    }
    return render(request, "library/ideas.html", context)


@require_safe
@desk_page(Permission.FOLLOW_DUOS)
def idea_sheet(request: DeskRequest) -> HttpResponse:
    """Twelve ideas to cut out: those of one page of the list, in a chosen language with the Dutch."""
    page = _idea_page(request, IdeaFilter.read(request.GET))
    context = {"section": "library", "page": page, "back": "idea_list", **_NAMES, **_languages(request)}
    return render(request, "library/idea_sheet.html", context)


def _idea_page(request: DeskRequest, wanted: IdeaFilter) -> Page[Any]:
    near = next(iter(request.desk.initiative.area), "")
    return Paginator(wanted.find(clock.today(), near), PAGE_SIZE).get_page(request.GET.get("page"))


@require_http_methods(["GET", "POST"])
@desk_page(Permission.FOLLOW_DUOS)
def idea_add(request: DeskRequest) -> HttpResponse:
    """An idea of our own."""
    form = IdeaForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            idea = actions.add_idea(words=form.words(), now=clock.now(), actor=request.desk.actor)
        except Refused as refusal:
            form.add_error("title", refusal.sentence)
        else:
            tell(request, _("Het idee ‘%(title)s’ is bewaard.") % {"title": idea.title})
            return redirect("idea_list", request.desk.initiative.slug)
    context = {"section": "library", "form": form}
    return render(request, "library/idea_form.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@desk_page(Permission.FOLLOW_DUOS)
def idea_edit(request: DeskRequest, pk: int) -> HttpResponse:
    """Other words or facts for an idea of our own."""
    idea = get_object_or_404(OwnIdea, pk=pk)
    data = request.POST if request.method == "POST" else None
    form = IdeaForm(data, initial=IdeaForm.initial_of(idea))
    if form.is_bound and form.is_valid():
        try:
            actions.change_idea(idea=idea, words=form.words(), now=clock.now(), actor=request.desk.actor)
        except Refused as refusal:
            form.add_error("title", refusal.sentence)
        else:
            tell(request, _("Het idee ‘%(title)s’ is bewaard.") % {"title": idea.title})
            return redirect("idea_list", request.desk.initiative.slug)
    context = {"section": "library", "form": form, "idea": idea}
    return render(request, "library/idea_form.html", context, status=422 if form.errors else 200)


@require_POST
@desk_page(Permission.FOLLOW_DUOS)
def idea_end(request: DeskRequest, pk: int) -> HttpResponse:
    """Put an idea away."""
    idea = get_object_or_404(OwnIdea, pk=pk)
    actions.end_idea(idea=idea, today=clock.today(), actor=request.desk.actor)
    undo = reverse("idea_reopen", args=[request.desk.initiative.slug, pk])
    tell(request, _("Het idee ‘%(title)s’ ligt weg.") % {"title": idea.title}, undo=undo)
    return redirect("idea_list", request.desk.initiative.slug)


@require_POST
@desk_page(Permission.FOLLOW_DUOS)
def idea_reopen(request: DeskRequest, pk: int) -> HttpResponse:
    """Use an idea again."""
    idea = get_object_or_404(OwnIdea, pk=pk)
    actions.reopen_idea(idea=idea, today=clock.today(), actor=request.desk.actor)
    tell(request, _("Duo’s zien het idee ‘%(title)s’ weer.") % {"title": idea.title})
    return redirect("idea_list", request.desk.initiative.slug)


# ---------- Question cards, and what coaches need ----------


@require_safe
@desk_page(Permission.FOLLOW_DUOS)
def card_list(request: DeskRequest) -> HttpResponse:
    """Question cards, by part of life and level."""
    wanted = CardFilter.read(request.GET)
    context = {
        "section": "library",
        "wanted": wanted,
        "page": _card_page(request, wanted),
        **_NAMES,
    }
    return render(request, "library/cards.html", context)


@require_safe
@desk_page(Permission.FOLLOW_DUOS)
def card_sheet(request: DeskRequest) -> HttpResponse:
    """Twelve question cards to cut out, in a chosen language with the Dutch."""
    page = _card_page(request, CardFilter.read(request.GET))
    context = {"section": "library", "page": page, "back": "card_list", **_NAMES, **_languages(request)}
    return render(request, "library/card_sheet.html", context)


def _card_page(request: DeskRequest, wanted: CardFilter) -> Page[Any]:
    return Paginator(wanted.find(clock.today()), PAGE_SIZE).get_page(request.GET.get("page"))


@require_http_methods(["GET", "HEAD", "POST"])
@desk_page(Permission.FOLLOW_DUOS)
def for_coaches(request: DeskRequest) -> HttpResponse:
    """Everyday occasions to ask about something, and tips for clear Dutch; a tip of our own is added here."""
    form = TipForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            tip_actions.add_tip(words=form.cleaned_data["text"], now=clock.now(), actor=request.desk.actor)
        except Refused as refusal:
            form.add_error("text", refusal.sentence)
        else:
            tell(request, _("De tip is bewaard. Coaches zien hem bij de andere."))
            return redirect("for_coaches", request.desk.initiative.slug)
    context = {
        "section": "library",
        "form": form,
        "occasions": OCCASIONS,
        "tips": TIPS,
        "own_tips": queries.own_tips(),
        "past": queries.past_tips(),
    }
    return render(request, "library/coaches.html", context, status=422 if form.errors else 200)


@require_POST
@desk_page(Permission.FOLLOW_DUOS)
def tip_end(request: DeskRequest, pk: int) -> HttpResponse:
    """Put a tip away."""
    tip = get_object_or_404(OwnTip, pk=pk)
    tip_actions.end_tip(tip=tip, today=clock.today(), actor=request.desk.actor)
    undo = reverse("tip_reopen", args=[request.desk.initiative.slug, pk])
    tell(request, _("De tip ligt weg."), undo=undo)
    return redirect("for_coaches", request.desk.initiative.slug)


@require_POST
@desk_page(Permission.FOLLOW_DUOS)
def tip_reopen(request: DeskRequest, pk: int) -> HttpResponse:
    """Show a tip again."""
    tip = get_object_or_404(OwnTip, pk=pk)
    tip_actions.reopen_tip(tip=tip, actor=request.desk.actor)
    tell(request, _("Coaches zien de tip weer."))
    return redirect("for_coaches", request.desk.initiative.slug)


def _languages(request: DeskRequest) -> dict[str, Any]:
    """The language beside the Dutch on a sheet; none when only Dutch was asked for."""
    asked = request.GET.get("language", "")
    also = asked if asked in languages.codes() and asked != languages.DUTCH else ""
    return {"also": languages.language(also) if also else None, "all_languages": languages.every()}


# ---------- Methods to talk in a group ----------


@require_safe
@desk_page(Permission.PLAN_EVENTS)
def method_list(request: DeskRequest) -> HttpResponse:
    """The methods, the best for a group first when the reader tells who comes (R69)."""
    wanted = MethodFilter.read(request.GET)
    context = {
        "section": "library",
        "wanted": wanted,
        "found": wanted.find(),
        "themes": dict(Theme.choices),
        "levels": dict(FromLevel.choices),
    }
    return render(request, "library/methods.html", context)


@require_safe
@desk_page(Permission.PLAN_EVENTS)
def method(request: DeskRequest, method: str) -> HttpResponse:
    """How to lead a group by one method; prints on one A4."""
    card = queries.one_method(method)
    if card is None:
        raise Http404
    return render(request, "library/method.html", {"section": "library", "card": card})


# ---------- Places ----------


@require_safe
@desk_page(Permission.FOLLOW_DUOS)
def place_list(request: DeskRequest) -> HttpResponse:
    """Places in the neighbourhood, by kind."""
    wanted = PlaceFilter.read(request.GET)
    context = {
        "section": "library",
        "wanted": wanted,
        "places": queries.local_places(kind=wanted.kind, words=wanted.words),
        "past": queries.past_places(),
        "kinds": dict(PlaceKind.choices),
    }
    return render(request, "library/places.html", context)


@require_http_methods(["GET", "POST"])
@desk_page(Permission.FOLLOW_DUOS)
def place_add(request: DeskRequest) -> HttpResponse:
    """Another place."""
    form = PlaceForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            place = actions.add_place(words=form.words(), now=clock.now(), actor=request.desk.actor)
        except Refused as refusal:
            form.add_error("name", refusal.sentence)
        else:
            tell(request, _("De plek ‘%(name)s’ is bewaard.") % {"name": place.name})
            return redirect("place_list", request.desk.initiative.slug)
    context = {"section": "library", "form": form}
    return render(request, "library/place_form.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@desk_page(Permission.FOLLOW_DUOS)
def place_edit(request: DeskRequest, pk: int) -> HttpResponse:
    """Other hours, another address."""
    place = get_object_or_404(LocalPlace, pk=pk)
    data = request.POST if request.method == "POST" else None
    form = PlaceForm(data, initial=PlaceForm.initial_of(place))
    if form.is_bound and form.is_valid():
        try:
            actions.change_place(place=place, words=form.words(), now=clock.now(), actor=request.desk.actor)
        except Refused as refusal:
            form.add_error("name", refusal.sentence)
        else:
            tell(request, _("De plek ‘%(name)s’ is bewaard.") % {"name": place.name})
            return redirect("place_list", request.desk.initiative.slug)
    context = {"section": "library", "form": form, "place": place}
    return render(request, "library/place_form.html", context, status=422 if form.errors else 200)


@require_POST
@desk_page(Permission.FOLLOW_DUOS)
def place_end(request: DeskRequest, pk: int) -> HttpResponse:
    """Put a place away."""
    place = get_object_or_404(LocalPlace, pk=pk)
    actions.end_place(place=place, today=clock.today(), actor=request.desk.actor)
    undo = reverse("place_reopen", args=[request.desk.initiative.slug, pk])
    tell(request, _("De plek ‘%(name)s’ ligt weg.") % {"name": place.name}, undo=undo)
    return redirect("place_list", request.desk.initiative.slug)


@require_POST
@desk_page(Permission.FOLLOW_DUOS)
def place_reopen(request: DeskRequest, pk: int) -> HttpResponse:
    """Use a place again."""
    place = get_object_or_404(LocalPlace, pk=pk)
    actions.reopen_place(place=place, actor=request.desk.actor)
    tell(request, _("Duo’s zien de plek ‘%(name)s’ weer.") % {"name": place.name})
    return redirect("place_list", request.desk.initiative.slug)
