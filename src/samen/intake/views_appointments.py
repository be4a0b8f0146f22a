"""The desk's pages about moments to talk: what is offered, who comes, and who came."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samen.base import clock
from samen.base.errors import Refused
from samen.base.page import back_to, tell
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission
from samen.intake import appointment_actions as actions
from samen.intake import appointment_queries as queries
from samen.intake.forms import OfferForm
from samen.intake.models import Slot
from samen.people.models import Participation
from samen.people.queries import parts


@require_http_methods(["GET", "POST"])
@desk_page(Permission.EDIT_PEOPLE)
def slots(request: DeskRequest) -> HttpResponse:
    """Every moment to come with who comes, and a form to offer more."""
    initial = {"place": request.desk.initiative.contact_place[:160]}
    form = OfferForm(request.POST or None, initial=initial)
    if form.is_valid():
        try:
            n = actions.offer(**form.offer(), now=clock.now(), actor=request.desk.actor)
        except Refused as refusal:
            form.add_error("day", refusal.sentence)
        else:
            tell(
                request,
                ngettext("Er is één moment bij.", "Er zijn %(n)s momenten bij.", n) % {"n": n}
                if n
                else _("Die momenten stonden er al."),
            )
            return redirect("slots", request.desk.initiative.slug)
    context = {"section": "people", "form": form, "slots": queries.slots(clock.now())}
    return render(request, "intake/slots.html", context, status=422 if form.errors else 200)


@require_POST
@desk_page(Permission.EDIT_PEOPLE)
def slot_remove(request: DeskRequest, pk: int) -> HttpResponse:
    """No longer offered; who would come is told."""
    told = actions.remove(slot=get_object_or_404(Slot, pk=pk), now=clock.now(), actor=request.desk.actor)
    done = _("Dit moment is weg.")
    if told:
        heard = ngettext("Eén mens krijgt een bericht.", "%(n)s mensen krijgen een bericht.", told)
        done = f"{done} {heard % {'n': told}}"
    tell(request, done)
    return redirect("slots", request.desk.initiative.slug)


@require_safe
@desk_page(Permission.EDIT_PEOPLE)
def plan_talk(request: DeskRequest, pk: int) -> HttpResponse:
    """For one candidate: a moment that stands, free moments to choose on the telephone, or a link to send."""
    part = _part(pk)
    context = {
        "section": "people",
        "part": part,
        "person": part.person,
        "appointment": queries.appointment_of(part),
        "slots": list(queries.free_slots(clock.now())[:40]),
    }
    return render(request, "intake/plan_talk.html", context)


@require_POST
@desk_page(Permission.EDIT_PEOPLE)
def plan_talk_ask(request: DeskRequest, pk: int) -> HttpResponse:
    """Send the link with which they choose themselves."""
    part = _part(pk)
    actions.ask_to_choose(parts=[part], now=clock.now(), actor=request.desk.actor)
    tell(request, _("%(name)s krijgt een bericht om te kiezen.") % {"name": part.person.given_name})
    return redirect("person", request.desk.initiative.slug, pk)


@require_POST
@desk_page(Permission.EDIT_PEOPLE)
def plan_talk_choose(request: DeskRequest, pk: int, slot: int) -> HttpResponse:
    """Chosen on the telephone."""
    part = _part(pk)
    actions.choose(
        part=part, slot=get_object_or_404(Slot, pk=slot), now=clock.now(), actor=request.desk.actor
    )
    tell(request, _("De afspraak met %(name)s staat.") % {"name": part.person.given_name})
    return redirect("person", request.desk.initiative.slug, pk)


@require_POST
@desk_page(Permission.EDIT_PEOPLE)
def appointment(request: DeskRequest, pk: int) -> HttpResponse:
    """They came, they did not, or they cannot."""
    found = get_object_or_404(queries.appointments(), pk=pk)
    slug, person = request.desk.initiative.slug, found.participation.person
    do = request.POST.get("do", "")
    if do == "came":
        actions.note_came(appointment=found, today=clock.today(), actor=request.desk.actor)
        return redirect("talk", slug, found.participation_id)
    if do == "no_show":
        actions.note_no_show(appointment=found, tell=True, now=clock.now(), actor=request.desk.actor)
        tell(
            request,
            _("%(name)s krijgt een vriendelijk bericht om opnieuw te kiezen.") % {"name": person.given_name},
        )
    elif do == "off":
        actions.give_up(appointment=found, actor=request.desk.actor)
        tell(request, _("De afspraak met %(name)s is weg.") % {"name": person.given_name})
    return redirect(back_to(request, reverse("person", args=[slug, found.participation_id])))


def _part(pk: int) -> Participation:
    return get_object_or_404(parts(), pk=pk)
