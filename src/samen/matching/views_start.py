"""From a proposal to a duo: the first meeting of the three, and the start."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samen.base import clock
from samen.base.errors import Conflict, Refused
from samen.base.page import tell
from samen.duos.forms import StartForm
from samen.duos.news import tell_started
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission
from samen.matching import actions, news
from samen.matching.forms import FirstMeetingForm
from samen.matching.proposal_page import find_proposal, show_proposal


@require_POST
@desk_page(Permission.MATCH)
def first_meeting(request: DeskRequest, pk: int) -> HttpResponse:
    """Agree when the two see each other for the first time."""
    found = find_proposal(pk)
    form = FirstMeetingForm(request.POST)
    if not form.is_valid():
        return show_proposal(request, found, first=form)
    try:
        planned = actions.plan_first_meeting(
            proposal=found,
            at=form.at,
            where=form.cleaned_data["where"],
            now=clock.now(),
            actor=request.desk.actor,
        )
    except Conflict:
        raise
    except Refused as refusal:
        form.add_error("day", refusal.sentence)
        return show_proposal(request, found, first=form)
    if form.cleaned_data["tell"]:
        planned.newcomer, planned.coach = found.newcomer, found.coach
        news.tell_first_meeting(proposal=planned, here=request.desk.initiative, now=clock.now())
    tell(request, _("De eerste ontmoeting is op %(day)s.") % {"day": date_format(form.at, "j F, H.i")})
    return _back(request, pk)


@require_POST
@desk_page(Permission.MATCH)
def first_meeting_off(request: DeskRequest, pk: int) -> HttpResponse:
    """The first meeting does not go on; who was told of it hears that."""
    found = find_proposal(pk)
    was = actions.call_off_first_meeting(proposal=found, actor=request.desk.actor)
    was.newcomer, was.coach = found.newcomer, found.coach
    is_told = news.tell_first_meeting_off(proposal=was, here=request.desk.initiative, now=clock.now())
    done = _("De eerste ontmoeting gaat niet door. Allebei horen het.")
    tell(request, done if is_told else _("De eerste ontmoeting gaat niet door."))
    return _back(request, pk)


@require_POST
@desk_page(Permission.MATCH)
def introduced(request: DeskRequest, pk: int) -> HttpResponse:
    """The two saw each other for the first time."""
    found, today = find_proposal(pk), clock.today()
    planned = found.meets_at.astimezone(clock.BRUSSELS).date() if found.meets_at else today
    actions.note_introduced(proposal=found, on=min(planned, today), today=today, actor=request.desk.actor)
    tell(request, _("Zij kennen elkaar nu. Vraag aan elk apart of zij samen willen beginnen."))
    return _back(request, pk)


@require_POST
@desk_page(Permission.MATCH)
def confirm(request: DeskRequest, pk: int) -> HttpResponse:
    """Both said yes: start the duo."""
    found = find_proposal(pk)
    form = StartForm(request.POST)
    if not form.is_valid():
        return show_proposal(request, found, start=form)
    profile = getattr(found.coach, "profile", None)
    try:
        duo = actions.confirm(
            proposal=found,
            starts_on=form.cleaned_data["starts_on"],
            ends_on=form.cleaned_data["ends_on"],
            coach_capacity=profile.capacity if profile else 1,
            ground=form.ground(),
            with_children=form.cleaned_data["with_children"],
            today=clock.today(),
            actor=request.desk.actor,
        )
    except Conflict:
        raise
    except Refused as refusal:
        form.refuse(refusal)
        return show_proposal(request, found, start=form)
    if form.cleaned_data["tell"]:
        tell_started(duo=duo, now=clock.now())
    tell(
        request,
        _("%(a)s en %(b)s zijn nu een duo. Laat hen de afspraak tekenen, en noteer hun eerste ontmoeting.")
        % {"a": found.newcomer.person.given_name, "b": found.coach.person.given_name},
    )
    return redirect("duo", request.desk.initiative.slug, duo.pk)


def _back(request: DeskRequest, pk: int) -> HttpResponse:
    return redirect("matching_proposal", request.desk.initiative.slug, pk)
