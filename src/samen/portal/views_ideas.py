"""What the two may do together, and what they may ask each other."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from samen.base import clock
from samen.duos import idea_actions
from samen.duos.models import Duo, IdeaMark
from samen.intake.models import Profile
from samen.library import queries as library
from samen.library.choices import Cost, Where
from samen.library.queries import IdeaFilter
from samen.library.rules import Idea
from samen.people.access import PortalRequest, portal_page
from samen.portal.mine import frame, my_duo_or_404
from samen.portal.queries import my_duo

# So many fit a telephone before somebody tires.
EACH_PAGE = 6
CARDS_SHOWN = 12
# What one may ask for with one press: the name in the address and the words.
CHILDREN = ("children", "1")
EVERYTHING = _("Alles")
KINDS = (
    ("where=inside", _("Binnen")),
    ("where=outside", _("Buiten")),
    ("children=1", _("Met kinderen")),
    ("free=1", _("Gratis")),
)


@dataclass(frozen=True)
class Marked:
    """An idea with who of the two would like to do it."""

    idea: Idea
    by_me: bool
    by_other: bool


@require_http_methods(["GET", "HEAD", "POST"])
@portal_page
def ideas(request: PortalRequest, duo: int) -> HttpResponse:
    """Six ideas at a time, and above them what the two chose."""
    found = my_duo_or_404(request, duo)
    if request.method == "POST":
        return _mark(request, found)
    marks = _marks(found)
    newcomer = found.newcomer
    level = Profile.objects.filter(participation=newcomer).values_list("language_level", flat=True).first()
    chosen_kind = {name: str(value) for name, value in request.GET.items() if name != "page"}
    # A family sees what it can do with the children, until it asks for everything.
    if found.with_children and not chosen_kind:
        chosen_kind = dict([CHILDREN])
    asked = IdeaFilter.read({**chosen_kind, "level": level or ""})
    wanted = asked.find(clock.today(), newcomer.person.postal_code)
    others = [idea for idea in wanted if idea.code not in marks]
    page = Paginator(others, EACH_PAGE).get_page(request.GET.get("page"))
    chosen = library.some_ideas(list(marks))
    mine = my_duo(found, request.my.part, clock.now())
    context = {
        **frame(request.my),
        "mine": mine,
        "page": page,
        "chosen": [_marked(idea, marks, request.my.part.role) for idea in chosen],
        "ideas": [_marked(idea, marks, request.my.part.role) for idea in page],
        "kinds": _kinds(found),
        "kind": urlencode(chosen_kind),
        **_words(),
    }
    return render(request, "portal/ideas.html", context)


def _kinds(duo: Duo) -> list[tuple[str, Any]]:
    """What may be asked for, everything first; for a family what is for children comes before that."""
    if not duo.with_children:
        return [("", EVERYTHING), *KINDS]
    first = urlencode([CHILDREN])
    return sorted([("all=1", EVERYTHING), *KINDS], key=lambda kind: kind[0] != first)


def _mark(request: PortalRequest, duo: Duo) -> HttpResponse:
    code, role = request.POST.get("code", ""), request.my.part.role
    if request.POST.get("do") == "unmark":
        idea_actions.unmark_idea(duo=duo, code=code, by_role=role, actor=request.my.actor)
    elif library.one_idea(code) is not None:
        idea_actions.mark_idea(duo=duo, code=code, by_role=role, now=clock.now(), actor=request.my.actor)
    return redirect(f"{reverse('my_ideas', args=[duo.pk])}#chosen")


def _marks(duo: Duo) -> dict[str, set[str]]:
    """Who marked each idea, newest first."""
    found: dict[str, set[str]] = {}
    for mark in IdeaMark.objects.filter(duo=duo):
        found.setdefault(mark.code, set()).add(mark.by_role)
    return found


def _marked(idea: Idea, marks: dict[str, set[str]], role: str) -> Marked:
    by = marks.get(idea.code, set())
    return Marked(idea, role in by, bool(by - {role}))


def _words() -> dict[str, Any]:
    return {"costs": dict(Cost.choices), "wheres": dict(Where.choices)}


@require_safe
@portal_page
def cards(request: PortalRequest, duo: int) -> HttpResponse:
    """Questions to ask each other; other ones each Monday."""
    found = my_duo_or_404(request, duo)
    context = {
        **frame(request.my),
        "mine": my_duo(found, request.my.part, clock.now()),
        "cards": library.cards(on=clock.today())[:CARDS_SHOWN],
    }
    return render(request, "portal/cards.html", context)
