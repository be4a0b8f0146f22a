"""The desk's pages of the day itself and after: who came, a sheet to tick on paper, thank you."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samen.base import clock
from samen.base.errors import Conflict, Refused
from samen.base.page import tell
from samen.events import attendance_actions, queries
from samen.events.attending import ticked
from samen.events.forms import GuestsForm, ThanksForm
from samen.events.models import Event
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission
from samen.people.models import Participation
from samen.people.queries import matching_words, parts

MOST_FOUND = 20


@require_http_methods(["GET", "HEAD", "POST"])
@desk_page(Permission.PLAN_EVENTS)
def attendance(request: DeskRequest, pk: int) -> HttpResponse:
    """Tick who is there; on a telephone at the door, or afterwards from the sheet."""
    event, now = _event(pk), clock.now()
    people = queries.attendance(event)
    form = GuestsForm(request.POST if request.method == "POST" else None, initial={"guests": event.guests})
    if form.is_valid():
        came, seen = ticked(request.POST, people)
        there = attendance_actions.note_attendance(
            event=event,
            came=came,
            seen=seen,
            guests=form.cleaned_data["guests"],
            now=now,
            actor=request.desk.actor,
        )
        tell(request, ngettext("Eén mens was er.", "%(n)s mensen waren er.", there) % {"n": there})
        return redirect("event", request.desk.initiative.slug, pk)
    asked = request.GET.get("q", "").strip()
    context = {
        "section": "calendar",
        "event": event,
        "people": people,
        "form": form,
        "may_note": queries.may_note(event, now),
        "q": asked,
        "found": _others(event, asked),
    }
    return render(request, "events/attendance.html", context, status=422 if form.errors else 200)


@require_POST
@desk_page(Permission.PLAN_EVENTS)
def walk_in(request: DeskRequest, pk: int, part: int) -> HttpResponse:
    """Somebody came without being asked."""
    found = get_object_or_404(parts().filter(ended_on=None), pk=part)
    attendance_actions.walk_in(event=_event(pk), part=found, now=clock.now(), actor=request.desk.actor)
    tell(request, _("%(name)s staat erbij.") % {"name": found.person.given_name})
    return redirect("event_attendance", request.desk.initiative.slug, pk)


@require_safe
@desk_page(Permission.PLAN_EVENTS)
def sheet(request: DeskRequest, pk: int) -> HttpResponse:
    """A sheet to print, with a line to sign for each and empty lines for others."""
    event = _event(pk)
    context = {"section": "calendar", "event": event, "people": queries.attendance(event), "empty": range(6)}
    return render(request, "events/sheet.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@desk_page(Permission.PLAN_EVENTS)
def thanks(request: DeskRequest, pk: int) -> HttpResponse:
    """Thank everybody who came, with what was said and learnt."""
    event = get_object_or_404(queries.with_replies(Event.objects.all()), pk=pk)
    form = ThanksForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            told = attendance_actions.thank(
                event=event,
                words=form.cleaned_data["words"],
                today=clock.today(),
                now=clock.now(),
                actor=request.desk.actor,
            )
        except Conflict:
            raise
        except Refused as refusal:
            form.add_error("words", refusal.sentence)
        else:
            words = ngettext(
                "Eén mens krijgt een dank je wel.", "%(n)s mensen krijgen een dank je wel.", told
            )
            tell(request, words % {"n": told})
            return redirect("event", request.desk.initiative.slug, pk)
    context = {"section": "calendar", "event": event, "form": form}
    return render(request, "events/thanks.html", context, status=422 if form.errors else 200)


def _event(pk: int) -> Event:
    return get_object_or_404(Event, pk=pk)


def _others(event: Event, asked: str) -> list[Participation]:
    """Who takes part and was not asked, by name; nobody until a name is typed."""
    if not asked:
        return []
    here = parts().filter(ended_on=None).exclude(invitations__event=event)
    return list(matching_words(here, asked)[:MOST_FOUND])
