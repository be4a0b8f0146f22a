"""The desk's pages about gatherings: what is planned, one of them, and what the invited said."""

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
from samen.events import actions, invitation_actions, queries
from samen.events.choices import ICONS, PURPOSES, EventKind, Reply
from samen.events.forms import EventForm
from samen.events.invitations import appointment
from samen.events.models import Event, Invitation
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission

PAST_SHOWN = 10
# Planned on a page of their own: with a theme and groups, or from the list of duos that end.
ELSEWHERE = {EventKind.EXCHANGE: "session_plan", EventKind.CLOSING: "closing_event"}


@require_safe
@desk_page(Permission.PLAN_EVENTS)
def events(request: DeskRequest) -> HttpResponse:
    """What is coming and what was, of one kind or of all."""
    kind = _kind(request.GET.get("kind", ""))
    context = {
        "section": "calendar",
        "kinds": list(EventKind),
        "kind": kind,
        "coming": queries.with_replies(queries.of_kind(queries.coming(clock.now()), kind)),
        "past": queries.with_replies(queries.of_kind(queries.past(clock.now()), kind))[:PAST_SHOWN],
    }
    return render(request, "events/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@desk_page(Permission.PLAN_EVENTS)
def plan(request: DeskRequest) -> HttpResponse:
    """Choose what it is; then when, where and for whom."""
    kind = _kind(request.GET.get("kind", ""))
    if kind is None:
        kinds = [(kind, ICONS[kind], PURPOSES[kind]) for kind in EventKind]
        return render(request, "events/kinds.html", {"section": "calendar", "kinds": kinds})
    if kind in ELSEWHERE:
        return redirect(ELSEWHERE[kind], request.desk.initiative.slug)
    initial = {"is_public": kind == EventKind.INFORMATION, "day": request.GET.get("day", "")}
    form = EventForm(request.POST if request.method == "POST" else None, kind=kind, initial=initial)
    if form.is_valid():
        try:
            event = actions.plan(**form.plan(), now=clock.now(), actor=request.desk.actor)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            tell(request, _("Het is gepland. Nodig nu mensen uit."))
            return redirect("event", request.desk.initiative.slug, event.pk)
    page = {"section": "calendar", "form": form, "kind": kind, "event": None}
    return render(request, "events/plan.html", page, status=422 if form.errors else 200)


@require_safe
@desk_page(Permission.PLAN_EVENTS)
def event(request: DeskRequest, pk: int) -> HttpResponse:
    """One of them: who is asked, what they said, who came and what they thought of it."""
    found = get_object_or_404(queries.with_replies(Event.objects.all()), pk=pk)
    now = clock.now()
    asked = queries.asked_people(found, now)
    context = {
        "section": "calendar",
        "event": found,
        "asked": asked,
        "waiting": sum(one.waits for one in asked),
        "is_open": found.cancelled_on is None and found.ends_at > now,
        "is_over": found.cancelled_on is None and found.ends_at <= now,
        "may_note": found.cancelled_on is None and queries.may_note(found, now),
        "thought": queries.thought(found),
        "replies": [(value, label) for value, label in Reply.choices if value],
    }
    return render(request, "events/event.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@desk_page(Permission.PLAN_EVENTS)
def change(request: DeskRequest, pk: int) -> HttpResponse:
    """Another moment, place or number of chairs."""
    found = _event(pk)
    actions.refuse_over(found, clock.now())
    form = EventForm(
        request.POST if request.method == "POST" else None,
        kind=EventKind(found.kind),
        initial=EventForm.initial_of(found),
    )
    if form.is_valid():
        try:
            told = actions.change(event=found, **form.plan(), now=clock.now(), actor=request.desk.actor)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            tell(request, _told(_("Bewaard."), told))
            return redirect("event", request.desk.initiative.slug, pk)
    context = {"section": "calendar", "form": form, "kind": EventKind(found.kind), "event": found}
    return render(request, "events/plan.html", context, status=422 if form.errors else 200)


@require_POST
@desk_page(Permission.PLAN_EVENTS)
def cancel(request: DeskRequest, pk: int) -> HttpResponse:
    """Call one off."""
    told = actions.cancel(event=_event(pk), now=clock.now(), actor=request.desk.actor)
    undo = reverse("event_restore", args=[request.desk.initiative.slug, pk])
    tell(request, _told(_("Het is afgelast."), told), undo=undo)
    return redirect("event", request.desk.initiative.slug, pk)


@require_POST
@desk_page(Permission.PLAN_EVENTS)
def restore(request: DeskRequest, pk: int) -> HttpResponse:
    """It goes on after all."""
    told = actions.take_back_cancelling(event=_event(pk), now=clock.now(), actor=request.desk.actor)
    tell(request, _told(_("Het gaat toch door."), told))
    return redirect("event", request.desk.initiative.slug, pk)


@require_POST
@desk_page(Permission.PLAN_EVENTS)
def reply(request: DeskRequest, pk: int, invitation: int) -> HttpResponse:
    """What somebody said on the telephone; the button that is pressed in takes it back."""
    asked = get_object_or_404(Invitation.objects.select_related("event"), pk=invitation, event=pk)
    said = request.POST.get("reply", "")
    if said not in Reply.values:
        raise Http404
    invitation_actions.answer(invitation=asked, reply=Reply(said), now=clock.now(), actor=request.desk.actor)
    return redirect("event", request.desk.initiative.slug, pk)


@require_safe
@desk_page(Permission.PLAN_EVENTS)
def event_calendar(request: DeskRequest, pk: int) -> HttpResponse:
    """For one's own calendar."""
    held = appointment(_event(pk), request.desk.initiative)
    return downloads.calendar("samen.ics", calendar.single(held, stamp=clock.now()))


def _event(pk: int) -> Event:
    return get_object_or_404(Event, pk=pk)


def _kind(asked: str) -> EventKind | None:
    return EventKind(asked) if asked in EventKind.values else None


def _told(done: str, told: int) -> str:
    """What was done, and how many people hear of it."""
    if not told:
        return done
    heard = ngettext("Eén mens krijgt een bericht.", "%(n)s mensen krijgen een bericht.", told) % {"n": told}
    return f"{done} {heard}"
