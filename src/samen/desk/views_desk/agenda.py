"""The calendar of everything: a month, a week or a list."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samen.base import clock
from samen.desk.agenda import days, items, span
from samen.desk.choices import AgendaKind, AgendaView
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission

# Far enough for every plan, and near enough for every calendar that Python knows.
FIRST_YEAR, LAST_YEAR = 2000, 2100


@require_safe
@desk_page(Permission.PLAN_EVENTS)
def agenda(request: DeskRequest) -> HttpResponse:
    """What is when."""
    asked = request.GET.get("view", "")
    view = AgendaView(asked) if asked in AgendaView.values else AgendaView.MONTH
    today = clock.today()
    on = _day(request.GET.get("on", ""), today)
    wanted = request.GET.get("kind", "")
    kind = AgendaKind(wanted) if wanted in AgendaKind.values else None
    shown = span(view, on)
    found = items(
        request.desk.initiative, shown.first, shown.last, may_match=request.desk.may(Permission.MATCH)
    )
    context = {
        "section": "calendar",
        "view": view,
        "views": list(AgendaView),
        "kinds": list(AgendaKind),
        "kind": kind,
        "on": on,
        "today": today,
        "span": shown,
        "days": days(view, on, [one for one in found if kind is None or one.kind == kind]),
    }
    return render(request, "desk/agenda.html", context)


def _day(text: str, today: date) -> date:
    """The day that is asked for, or today."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return today
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else today
