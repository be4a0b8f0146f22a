"""What finding people yields, for a period, on a page and as a workbook."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samen.base import clock, downloads
from samen.desk import recruiting
from samen.desk.recruiting import Asked, YieldSort
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission


@require_safe
@desk_page(Permission.RECRUIT)
def yield_page(request: DeskRequest) -> HttpResponse:
    """From registration to duo, by the way people came."""
    today = clock.today()
    asked = Asked.read(request.GET, today)
    context = {
        "section": "recruiting",
        "asked": asked,
        "yield": recruiting.yield_of(asked),
        "columns": YieldSort,
        "periods": _periods(today),
    }
    return render(request, "desk/yield.html", context)


@require_safe
@desk_page(Permission.RECRUIT)
def export(request: DeskRequest) -> HttpResponse:
    """The same, as a workbook."""
    asked = Asked.read(request.GET, clock.today())
    name = _("opbrengst van %(first)s tot %(last)s.xlsx") % {
        "first": asked.first.isoformat(),
        "last": asked.last.isoformat(),
    }
    return downloads.xlsx(name, [recruiting.sheet(recruiting.yield_of(asked))])


def _periods(today: date) -> list[tuple[str, date, date]]:
    """Periods that are asked often."""
    year = today.year
    return [
        (_("Dit jaar"), date(year, 1, 1), today),
        (_("Vorig jaar"), date(year - 1, 1, 1), date(year - 1, 12, 31)),
    ]
