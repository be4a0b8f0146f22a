"""What is to do for recruiting through the year."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from samen.base import clock
from samen.base.errors import Refused
from samen.base.page import tell
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission
from samen.outreach import year_actions as actions
from samen.outreach.forms import YearTaskForm
from samen.outreach.models import YearTask
from samen.outreach.year_queries import year_plan
from samen.outreach.year_suggestions import SUGGESTIONS


@require_http_methods(["GET", "POST"])
@desk_page(Permission.RECRUIT)
def year(request: DeskRequest) -> HttpResponse:
    """The twelve months, and a form for one more task; undo of a removal names what was there."""
    data = request.POST if "what" in request.POST else request.GET if request.method == "POST" else None
    form = YearTaskForm(data, initial={"month": clock.today().month})
    if form.is_valid():
        try:
            actions.add_task(
                month=form.cleaned_data["month"], what=form.cleaned_data["what"], actor=request.desk.actor
            )
        except Refused as refusal:
            form.add_error("what", refusal.sentence)
        else:
            tell(request, _("Dit staat nu in het jaarplan."))
            return _back(request)
    months = year_plan(clock.today())
    context = {
        "section": "recruiting",
        "form": form,
        "months": months,
        "is_empty": not any(month.tasks for month in months),
        "suggestions": len(SUGGESTIONS),
    }
    return render(request, "outreach/year.html", context, status=422 if form.errors else 200)


@require_POST
@desk_page(Permission.RECRUIT)
def begin(request: DeskRequest) -> HttpResponse:
    """Begin with our list."""
    actions.begin_with_suggestions(actor=request.desk.actor)
    tell(request, _("Het jaarplan staat klaar. Pas aan wat bij jullie anders is."))
    return _back(request)


@require_POST
@desk_page(Permission.RECRUIT)
def done(request: DeskRequest, pk: int) -> HttpResponse:
    """Done this year, or not after all."""
    task = get_object_or_404(YearTask, pk=pk)
    verb = actions.take_back_done if request.POST.get("do") == "back" else actions.mark_done
    verb(task=task, today=clock.today(), actor=request.desk.actor)
    return _back(request)


@require_POST
@desk_page(Permission.RECRUIT)
def remove(request: DeskRequest, pk: int) -> HttpResponse:
    """Out of the plan."""
    task = get_object_or_404(YearTask, pk=pk)
    undo = f"{reverse('year_plan', args=[request.desk.initiative.slug])}?" + urlencode(
        {"month": task.month, "what": task.what}
    )
    actions.remove_task(task=task, actor=request.desk.actor)
    tell(request, _("Dit staat niet meer in het jaarplan."), undo=undo)
    return _back(request)


def _back(request: DeskRequest) -> HttpResponse:
    return redirect("year_plan", request.desk.initiative.slug)
