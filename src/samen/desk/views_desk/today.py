"""Today: who needs me, why, and the button."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samen.base import clock
from samen.desk.worklist import worklist
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission


@require_safe
@desk_page(Permission.SEE_PEOPLE)
def today_page(request: DeskRequest) -> HttpResponse:
    """The home page of the desk."""
    now = clock.now()
    work = worklist(
        now,
        reads_signals=request.desk.may(Permission.READ_SIGNALS),
        counts_hours=request.desk.initiative.counts_hours and request.desk.may(Permission.FOLLOW_DUOS),
    )
    context = {"section": "today", "work": work, "hour": now.hour, "moment": now}
    return render(request, "desk/today.html", context)
