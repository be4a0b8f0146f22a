"""The desk's pages of groups: make them, change two places by hand and see what it does, print."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samen.base.errors import Conflict, Refused
from samen.base.page import tell
from samen.exchanges import group_actions, queries
from samen.exchanges.forms import GroupsForm, PairForm, SwapForm
from samen.exchanges.grouping import SwapTold, remarks_of, swap_told, usual_number
from samen.exchanges.models import PairWish, Session
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission

PAPERS = ("lists", "cards", "signs")


@require_http_methods(["GET", "HEAD", "POST"])
@desk_page(Permission.PLAN_EVENTS)
def groups(request: DeskRequest, event: int) -> HttpResponse:
    """Make groups, or look at those that there are."""
    found = queries.find_session(event)
    form = GroupsForm(request.POST) if request.method == "POST" else None
    if form and form.is_valid():
        try:
            group_actions.make_groups(
                session=found, count=form.cleaned_data["groups"], actor=request.desk.actor
            )
        except Refused as refusal:
            form.add_error("groups", refusal.sentence)
        else:
            tell(request, _("De groepen zijn gemaakt."))
            return redirect("session_groups", request.desk.initiative.slug, event)
    return _page(request, found, form=form)


@require_POST
@desk_page(Permission.PLAN_EVENTS)
def swap(request: DeskRequest, event: int) -> HttpResponse:
    """Two people change places: first what that does, then it is done."""
    found = queries.find_session(event)
    form = SwapForm(request.POST, seats=_seats(queries.groups(found)))
    if not form.is_valid():
        return _page(request, found, swapping=form)
    one, other = form.cleaned_data["one"], form.cleaned_data["other"]
    if request.POST.get("do") != "swap":
        try:
            return _page(
                request, found, swapping=form, effect=swap_told(found, queries.groups(found), one, other)
            )
        except Refused as refusal:
            form.add_error("other", refusal.sentence)
            return _page(request, found, swapping=form)
    group_actions.swap(session=found, one=one, other=other, actor=request.desk.actor)
    tell(request, _("Zij wisselden van groep."))
    return redirect("session_groups", request.desk.initiative.slug, event)


@require_POST
@desk_page(Permission.PLAN_EVENTS)
def late(request: DeskRequest, event: int) -> HttpResponse:
    """Whoever came in after the groups were made sits in the smallest one."""
    n = group_actions.seat_late(session=queries.find_session(event), actor=request.desk.actor)
    tell(request, ngettext("Eén mens kreeg een groep.", "%(n)s mensen kregen een groep.", n) % {"n": n})
    return redirect("session_groups", request.desk.initiative.slug, event)


@require_POST
@desk_page(Permission.PLAN_EVENTS)
def add_pair(request: DeskRequest, event: int) -> HttpResponse:
    """Two people sit together, or apart."""
    found = queries.find_session(event)
    form = PairForm(request.POST, people=queries.who_sits(found.event))
    if form.is_valid():
        said = form.cleaned_data
        try:
            group_actions.wish_pair(
                session=found,
                one=said["one"],
                other=said["other"],
                together=said["together"],
                actor=request.desk.actor,
            )
        except Conflict:
            raise
        except Refused as refusal:
            form.add_error("other", refusal.sentence)
        else:
            tell(request, _("Genoteerd. Maak de groepen opnieuw om er rekening mee te houden."))
            return redirect("session_groups", request.desk.initiative.slug, event)
    return _page(request, found, pairing=form)


@require_POST
@desk_page(Permission.PLAN_EVENTS)
def remove_pair(request: DeskRequest, event: int, pk: int) -> HttpResponse:
    """They sit as it comes."""
    wish = get_object_or_404(PairWish, pk=pk, session__event=event)
    group_actions.forget_pair(wish=wish, actor=request.desk.actor)
    tell(request, _("Weggehaald."))
    return redirect("session_groups", request.desk.initiative.slug, event)


@require_safe
@desk_page(Permission.PLAN_EVENTS)
def paper(request: DeskRequest, event: int, what: str) -> HttpResponse:
    """Lists of the groups, name cards to cut, or a sign for each room."""
    if what not in PAPERS:
        raise Http404
    found = queries.find_session(event)
    context = {
        "section": "calendar",
        "session": found,
        "groups": queries.groups(found),
        "what": what,
        "themes": queries.themes_of(found),
    }
    return render(request, f"exchanges/paper_{what}.html", context)


def _seats(made: list[queries.Group]) -> list[tuple[str, list[tuple[int, str]]]]:
    return [
        (
            _("Groep %(n)s") % {"n": group.number},
            [(one.pk, str(one.participation.person)) for one in group.people],
        )
        for group in made
    ]


def _page(
    request: DeskRequest,
    found: Session,
    *,
    form: GroupsForm | None = None,
    swapping: SwapForm | None = None,
    pairing: PairForm | None = None,
    effect: SwapTold | None = None,
) -> HttpResponse:
    people, made = queries.who_sits(found.event), queries.groups(found)
    context = {
        "section": "calendar",
        "session": found,
        "people": people,
        "groups": made,
        "late": queries.without_a_group(people, made),
        "remarks": remarks_of(found, made),
        "form": form or GroupsForm(initial={"groups": len(made) or usual_number(len(people))}),
        "swapping": swapping or SwapForm(seats=_seats(made)),
        "pairing": pairing or PairForm(people=people),
        "wishes": queries.pair_wishes(found),
        "effect": effect,
    }
    refused = any(one is not None and one.errors for one in (form, swapping, pairing))
    return render(request, "exchanges/groups.html", context, status=422 if refused else 200)
