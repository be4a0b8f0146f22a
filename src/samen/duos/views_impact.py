"""What it brings: numbers, and apart from them what people say themselves."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samen.base import clock
from samen.duos.outcome import FEWEST
from samen.duos.outcome_queries import impact
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission


@require_safe
@desk_page(Permission.FOLLOW_DUOS)
def impact_page(request: DeskRequest) -> HttpResponse:
    """Of the duos that began in a year, or of all; no name and never a few people."""
    found = impact(year := _year(request))
    context = {
        "section": "duos",
        "year": year,
        "found": found,
        "fewest": FEWEST,
        "today": clock.today(),
    }
    return render(request, "duos/impact.html", context)


def _year(request: DeskRequest) -> int | None:
    """The year that was chosen; all of them when it is none."""
    asked = request.GET.get("year", "")
    return (
        int(asked) if len(asked) == 4 and asked.isascii() and asked.isdecimal() and asked > "0000" else None
    )
