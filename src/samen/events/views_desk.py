"""The desk's pages about information sessions: what is planned, one of them, and what the invited said."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samen.base import clock, downloads
from samen.base.errors import Refused
from samen.base.page import tell
from samen.documents import calendar
from samen.events import actions, queries
from samen.events.choices import EventKind, Reply
from samen.events.forms import EventForm
from samen.events.invitations import appointment, file_name
from samen.events.models import Event, Invitation
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission

PAST_SHOWN = 10


@require_http_methods(["GET", "POST"])
@desk_page(Permission.RECRUIT)
def events(request: DeskRequest) -> HttpResponse:
    """What is coming, a form for one more, and what was."""
    form = EventForm(request.POST or None)
    if form.is_valid():
        try:
            event = actions.plan(**form.plan(), now=clock.now(), actor=request.desk.actor)
        except Refused as refusal:
            form.add_error("day", refusal.sentence)
        else:
            tell(request, _("Het infomoment is gepland en staat op jouw pagina."))
            return redirect("event", request.desk.initiative.slug, event.pk)
    context = {
        "section": "recruiting",
        "form": form,
        "coming": queries.with_replies(queries.coming(clock.now())),
        "past": queries.past(clock.now())[:PAST_SHOWN],
    }
    return render(request, "events/list.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@desk_page(Permission.RECRUIT)
def event(request: DeskRequest, pk: int) -> HttpResponse:
    """One of them: who is asked, what they said, and a form to change when and where."""
    found = get_object_or_404(queries.with_replies(Event.objects.all()), pk=pk)
    form = EventForm(request.POST or None, initial=EventForm.initial_of(found))
    if form.is_valid():
        try:
            told = actions.change(event=found, **form.plan(), now=clock.now(), actor=request.desk.actor)
        except Refused as refusal:
            form.add_error("day", refusal.sentence)
        else:
            tell(request, _told(_("Bewaard."), told))
            return redirect("event", request.desk.initiative.slug, pk)
    context = {
        "section": "recruiting",
        "event": found,
        "form": form,
        "invitations": list(queries.invited_people(found)),
        "is_open": found.cancelled_on is None and found.ends_at > clock.now(),
        "replies": [(value, label) for value, label in Reply.choices if value],
    }
    return render(request, "events/event.html", context, status=422 if form.errors else 200)


@require_POST
@desk_page(Permission.RECRUIT)
def cancel(request: DeskRequest, pk: int) -> HttpResponse:
    """Call one off."""
    told = actions.cancel(event=_event(pk), now=clock.now(), actor=request.desk.actor)
    undo = reverse("event_restore", args=[request.desk.initiative.slug, pk])
    is_closing = _event(pk).kind == EventKind.CLOSING
    done = _("Het slotmoment is afgelast.") if is_closing else _("Het infomoment is afgelast.")
    tell(request, _told(done, told), undo=undo)
    return redirect("event", request.desk.initiative.slug, pk)


@require_POST
@desk_page(Permission.RECRUIT)
def restore(request: DeskRequest, pk: int) -> HttpResponse:
    """It goes on after all."""
    told = actions.take_back_cancelling(event=_event(pk), now=clock.now(), actor=request.desk.actor)
    is_closing = _event(pk).kind == EventKind.CLOSING
    done = _("Het slotmoment gaat toch door.") if is_closing else _("Het infomoment gaat toch door.")
    tell(request, _told(done, told))
    return redirect("event", request.desk.initiative.slug, pk)


@require_POST
@desk_page(Permission.RECRUIT)
def reply(request: DeskRequest, pk: int, invitation: int) -> HttpResponse:
    """What somebody said on the telephone; the same again takes it back."""
    asked = get_object_or_404(Invitation.objects.select_related("event"), pk=invitation, event=pk)
    said = request.POST.get("reply", "")
    if said not in Reply.values:
        raise Http404
    answer = Reply.NONE if said == asked.reply else Reply(said)
    actions.answer(invitation=asked, reply=answer, now=clock.now(), actor=request.desk.actor)
    return redirect("event", request.desk.initiative.slug, pk)


@require_safe
@desk_page(Permission.RECRUIT)
def event_calendar(request: DeskRequest, pk: int) -> HttpResponse:
    """For one's own calendar."""
    found = _event(pk)
    held = appointment(found, request.desk.initiative)
    return downloads.calendar(file_name(found), calendar.single(held, stamp=clock.now()))


def _event(pk: int) -> Event:
    return get_object_or_404(Event, pk=pk)


def _told(done: str, told: int) -> str:
    """What was done, and how many people hear of it."""
    if not told:
        return done
    heard = ngettext("Eén mens krijgt een bericht.", "%(n)s mensen krijgen een bericht.", told) % {"n": told}
    return f"{done} {heard}"
