"""Personal links of everybody: who has one, and three ways to hand them out at once."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from samen.base import clock, downloads
from samen.base.errors import Refused
from samen.base.page import tell
from samen.desk import link_handing, link_list
from samen.desk.choices import Labels, LinkState, Way
from samen.desk.link_handing import Consequences
from samen.desk.link_list import LinkFilter, LinkRow
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission
from samen.people.choices import Role
from samen.people.models import Participation

# What the boxes begin with; a link that was stopped is only given again to whom somebody ticks by hand.
TICKS = ("new", "all", "nobody")
LONGEST_NUMBER = 18


@never_cache
@require_http_methods(["GET", "POST"])
@desk_page(Permission.EDIT_PEOPLE)
def all_links(request: DeskRequest) -> HttpResponse:
    """The list; what a press will do; and after one more press a message for each, or a file to print."""
    if request.method != "POST":
        return _list(request)
    ticked, way = _ticked(request), request.POST.get("do", "")
    if way not in Way.values:
        return _list(request, ticked)
    here = {part.pk: part for part in link_list.taking_part()}
    parts = [here[pk] for pk in here if pk in ticked]
    if gone := _gone(ticked - here.keys()):
        return _list(request, ticked, _left(gone), status=409)
    if not parts:
        return _list(request, ticked, _("Er is niemand aangevinkt. Vink aan voor wie het is."), status=422)
    if "was" not in request.POST:
        return _confirm(request, Way(way), parts)
    try:
        return _hand_out(request, Way(way), parts)
    except Refused as refusal:
        return _confirm(request, Way(way), parts, refusal.sentence, status=409)


def _hand_out(request: DeskRequest, way: Way, parts: list[Participation]) -> HttpResponse:
    was, now, actor = request.POST["was"], clock.now(), request.desk.actor
    if way is Way.MESSAGE:
        n = link_handing.send_links(parts=parts, was=was, now=now, actor=actor)
        tell(
            request,
            ngettext("Eén mens krijgt een bericht.", "%(n)s mensen krijgen een bericht.", n) % {"n": n}
            if n
            else _("Vandaag kregen zij dit bericht al. Er vertrekt geen tweede."),
        )
        return redirect("people_links", request.desk.initiative.slug)
    size = request.POST.get("size", "")
    made = link_handing.make_papers(
        initiative=request.desk.initiative,
        parts=parts,
        was=was,
        way=way,
        size=Labels(size) if size in Labels.values else Labels.SMALL,
        now=now,
        actor=actor,
    )
    return downloads.pdf(f"{way.label} {now:%Y-%m-%d}.pdf", made)


def _ticked(request: DeskRequest) -> set[int]:
    typed = request.POST.getlist("part")
    return {int(text) for text in typed if text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER}


def _gone(numbers: set[int]) -> list[Participation]:
    """Of those who were ticked, who left meanwhile; what is of nobody here is left out."""
    return list(Participation.objects.select_related("person").filter(pk__in=numbers))


def _left(gone: list[Participation]) -> str:
    names = ", ".join(str(part.person) for part in gone)
    return ngettext(
        "%(names)s doet niet meer mee. Kijk na wie is aangevinkt.",
        "%(names)s doen niet meer mee. Kijk na wie is aangevinkt.",
        len(gone),
    ) % {"names": names}


def _list(
    request: DeskRequest, ticked: set[int] | None = None, refused: str = "", status: int = 200
) -> HttpResponse:
    wanted = LinkFilter.read(request.GET)
    rows = link_list.find_rows(wanted)
    begin = request.GET.get("tick", "")
    tick = begin if begin in TICKS else TICKS[0]
    context = {
        "section": "people",
        "wanted": wanted,
        "rows": rows,
        "ticked": _begin(rows, tick) if ticked is None else ticked,
        "tick": tick,
        "states": LinkState.choices,
        "roles": Role.choices,
        "refused": refused,
    }
    return render(request, "desk/all_links.html", context, status=status)


def _begin(rows: list[LinkRow], tick: str) -> set[int]:
    """Who is ticked when the page opens: whoever never had a link, or all whose link was not stopped."""
    states = {"new": {LinkState.NONE}, "all": set(LinkState) - {LinkState.STOPPED}}.get(tick, set())
    return {row.part.pk for row in rows if row.state in states}


def _confirm(
    request: DeskRequest, way: Way, parts: list[Participation], refused: str = "", status: int = 200
) -> HttpResponse:
    rows = link_list.link_rows(parts)
    context: dict[str, Any] = {
        "section": "people",
        "way": way,
        "plan": Consequences(way, rows),
        "was": link_list.seen(rows),
        "sizes": Labels.choices,
        "refused": refused,
    }
    return render(request, "desk/all_links_sure.html", context, status=status)
