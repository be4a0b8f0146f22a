"""The desk's pages about information sessions."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from samen.base import clock
from samen.base.errors import Refused
from samen.base.page import tell
from samen.events import actions, queries
from samen.events.forms import EventForm
from samen.events.models import Event
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission

PAST_SHOWN = 10


@require_http_methods(["GET", "POST"])
@desk_page(Permission.RECRUIT)
def events(request: DeskRequest) -> HttpResponse:
    """What is coming, a form for one more, and what was."""
    form = EventForm(request.POST or None)
    if form.is_valid():
        starts_at, ends_at = form.moments()
        try:
            actions.plan(
                starts_at=starts_at,
                ends_at=ends_at,
                place=form.cleaned_data["place"],
                note=form.cleaned_data["note"],
                now=clock.now(),
                actor=request.desk.actor,
            )
        except Refused as refusal:
            form.add_error("day", refusal.sentence)
        else:
            tell(request, _("Het infomoment is gepland en staat op jouw pagina."))
            return redirect("events", request.desk.initiative.slug)
    context = {
        "section": "recruit",
        "form": form,
        "coming": queries.coming(clock.now()),
        "past": queries.past(clock.now())[:PAST_SHOWN],
    }
    return render(request, "events/list.html", context, status=422 if form.errors else 200)


@require_POST
@desk_page(Permission.RECRUIT)
def cancel(request: DeskRequest, pk: int) -> HttpResponse:
    """Call one off."""
    actions.cancel(event=get_object_or_404(Event, pk=pk), today=clock.today(), actor=request.desk.actor)
    undo = reverse("event_restore", args=[request.desk.initiative.slug, pk])
    tell(request, _("Het infomoment is afgelast."), undo=undo)
    return redirect("events", request.desk.initiative.slug)


@require_POST
@desk_page(Permission.RECRUIT)
def restore(request: DeskRequest, pk: int) -> HttpResponse:
    """It goes on after all."""
    actions.take_back_cancelling(event=get_object_or_404(Event, pk=pk), actor=request.desk.actor)
    tell(request, _("Het infomoment gaat toch door."))
    return redirect("events", request.desk.initiative.slug)
