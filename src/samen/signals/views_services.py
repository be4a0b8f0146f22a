"""The desk's pages about referring: services for what is no task of a coach, and who was handed over."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samen.base import clock
from samen.base.errors import Refused
from samen.base.page import tell
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission
from samen.people.queries import parts
from samen.signals import actions, queries
from samen.signals.choices import Feedback
from samen.signals.forms import FeedbackForm, HandOverForm, ServiceForm
from samen.signals.guidance import GUIDANCE
from samen.signals.models import HandOver, Service, Signal

PAGE_SIZE = 50


# ---------- Services ----------


@require_safe
@desk_page(Permission.FOLLOW_DUOS)
def service_list(request: DeskRequest) -> HttpResponse:
    """Services by what they help with; below them those that were put away."""
    context = {
        "section": "signals",
        "tab": "services",
        "groups": queries.by_kind(queries.services()),
        "past": list(queries.past_services()),
    }
    return render(request, "signals/services.html", context)


@require_http_methods(["GET", "POST"])
@desk_page(Permission.FOLLOW_DUOS)
def service_add(request: DeskRequest) -> HttpResponse:
    """Another service."""
    form = ServiceForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            made = actions.add_service(words=form.words(), now=clock.now(), actor=request.desk.actor)
        except Refused as refusal:
            form.add_error("name", refusal.sentence)
        else:
            tell(request, _("De dienst ‘%(name)s’ is bewaard.") % {"name": made.name})
            return redirect("service_list", request.desk.initiative.slug)
    context = {"section": "signals", "form": form}
    return render(request, "signals/service_form.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@desk_page(Permission.FOLLOW_DUOS)
def service_edit(request: DeskRequest, pk: int) -> HttpResponse:
    """Other hours, another number."""
    service = get_object_or_404(Service, pk=pk)
    data = request.POST if request.method == "POST" else None
    form = ServiceForm(data, initial=ServiceForm.initial_of(service))
    if form.is_bound and form.is_valid():
        try:
            actions.change_service(
                service=service, words=form.words(), now=clock.now(), actor=request.desk.actor
            )
        except Refused as refusal:
            form.add_error("name", refusal.sentence)
        else:
            tell(request, _("De dienst ‘%(name)s’ is bewaard.") % {"name": service.name})
            return redirect("service_list", request.desk.initiative.slug)
    context = {"section": "signals", "form": form, "service": service}
    return render(request, "signals/service_form.html", context, status=422 if form.errors else 200)


@require_POST
@desk_page(Permission.FOLLOW_DUOS)
def service_end(request: DeskRequest, pk: int) -> HttpResponse:
    """Put a service away."""
    service = get_object_or_404(Service, pk=pk)
    actions.end_service(service=service, today=clock.today(), actor=request.desk.actor)
    undo = reverse("service_reopen", args=[request.desk.initiative.slug, pk])
    tell(request, _("De dienst ‘%(name)s’ ligt weg.") % {"name": service.name}, undo=undo)
    return redirect("service_list", request.desk.initiative.slug)


@require_POST
@desk_page(Permission.FOLLOW_DUOS)
def service_reopen(request: DeskRequest, pk: int) -> HttpResponse:
    """Use a service again."""
    service = get_object_or_404(Service, pk=pk)
    actions.reopen_service(service=service, actor=request.desk.actor)
    tell(request, _("De dienst ‘%(name)s’ staat er weer.") % {"name": service.name})
    return redirect("service_list", request.desk.initiative.slug)


# ---------- Hand-overs ----------


@require_safe
@desk_page(Permission.READ_SIGNALS)
def hand_over_list(request: DeskRequest) -> HttpResponse:
    """Who was sent on where; first those of whom we heard nothing for long."""
    page = Paginator(queries.hand_overs(), PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "section": "signals",
        "tab": "handovers",
        "page": page,
        "to_ask": {one.pk for one in queries.to_ask(clock.today())},
    }
    return render(request, "signals/hand_overs.html", context)


@require_http_methods(["GET", "POST"])
@desk_page(Permission.READ_SIGNALS)
def hand_over(request: DeskRequest, pk: int) -> HttpResponse:
    """Send this person on to a service; from the page of a signal also for that signal."""
    part = get_object_or_404(parts(), pk=pk)
    signal = _asked_signal(request, pk)
    form = HandOverForm(
        request.POST if request.method == "POST" else None,
        initial={"service": request.GET.get("service", "")},
        name=part.person.given_name,
    )
    if form.is_valid():
        try:
            made = actions.hand_over(
                part=part,
                service=get_object_or_404(Service, pk=form.cleaned_data["service"]),
                agreed=form.cleaned_data["agreed"],
                signal=signal,
                today=clock.today(),
                actor=request.desk.actor,
            )
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            tell(request, _("Bewaard. Print dit blad en geef het mee."))
            return redirect("hand_over", request.desk.initiative.slug, made.pk)
    suited = GUIDANCE[signal.category].refer_to if signal else ()
    context = {
        "section": "signals",
        "part": part,
        "signal": signal,
        "form": form,
        "services": queries.by_kind(queries.services(suited)),
    }
    return render(request, "signals/hand_over_form.html", context, status=422 if form.errors else 200)


def _asked_signal(request: DeskRequest, part: int) -> Signal | None:
    """The open signal from which the hand-over was asked; one of somebody else counts as none."""
    asked = request.GET.get("signal", "")
    if not (asked.isascii() and asked.isdecimal() and len(asked) < 19):
        return None
    return Signal.objects.filter(pk=int(asked), participation=part).first()


@require_safe
@desk_page(Permission.READ_SIGNALS)
def hand_over_note(request: DeskRequest, pk: int) -> HttpResponse:
    """The note to take along, on paper; and how it went. What it was about does not stand on it."""
    return _note(request, _hand_over(pk), FeedbackForm())


@require_POST
@desk_page(Permission.READ_SIGNALS)
def feedback(request: DeskRequest, pk: int) -> HttpResponse:
    """What we heard of it."""
    made, form = _hand_over(pk), FeedbackForm(request.POST)
    if not form.is_valid():
        return _note(request, made, form, status=422)
    actions.note_feedback(
        made=made,
        feedback=Feedback(form.cleaned_data["feedback"]),
        today=clock.today(),
        actor=request.desk.actor,
    )
    tell(request, _("Bewaard hoe het ging."))
    return redirect("hand_over_list", request.desk.initiative.slug)


def _hand_over(pk: int) -> HandOver:
    return get_object_or_404(queries.hand_overs(), pk=pk)


def _note(request: DeskRequest, made: HandOver, form: FeedbackForm, status: int = 200) -> HttpResponse:
    context = {"section": "signals", "made": made, "person": made.participation.person, "form": form}
    return render(request, "signals/hand_over.html", context, status=status)
