"""The desk's pages about duos."""

from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samen.base import clock
from samen.base.errors import Refused
from samen.base.page import tell
from samen.duos import actions, goal_queries, queries
from samen.duos.choices import DuoStatus, PauseReason
from samen.duos.forms import MeetingForm, PauseForm
from samen.duos.hours_queries import short_of_hours
from samen.duos.life_actions import refuse_closed
from samen.duos.models import Duo, Meeting, Pause
from samen.duos.page import duo_view, list_rows
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission
from samen.papers.record_queries import waiting_for_checks


@require_safe
@desk_page(Permission.SEE_PEOPLE)
def duo_list(request: DeskRequest) -> HttpResponse:
    """Every duo that runs, the most silent first; or those of before."""
    former = request.GET.get("show") == "former"
    duos = (
        queries.with_people(Duo.objects.exclude(status=DuoStatus.ACTIVE)) if former else queries.live_duos()
    )
    context = {"section": "duos", "former": former, "rows": list_rows(duos, clock.today())}
    return render(request, "duos/list.html", context)


@require_safe
@desk_page(Permission.SEE_PEOPLE)
def duo_page(request: DeskRequest, pk: int) -> HttpResponse:
    """One duo: how it stands, the strip, the next step, the story."""
    return _show(request, queries.find_duo(pk))


@require_POST
@desk_page(Permission.FOLLOW_DUOS)
def log_meeting(request: DeskRequest, pk: int) -> HttpResponse:
    """Note a meeting."""
    duo = queries.find_duo(pk)
    form = MeetingForm(request.POST, duo=duo, today=clock.today())
    if not form.is_valid():
        return _show(request, duo, meeting_form=form, status=422)
    try:
        meeting = actions.log_meeting(
            duo=duo,
            met_on=form.met_on,
            minutes=form.cleaned_data["minutes"],
            activity=form.cleaned_data["activity"],
            proposed_by=form.cleaned_data["proposed_by"],
            way=form.cleaned_data["way"],
            today=clock.today(),
            actor=request.desk.actor,
        )
    except Refused as refusal:
        form.add_error("other_day" if form.cleaned_data["other_day"] else "day", refusal.sentence)
        return _show(request, duo, meeting_form=form, status=422)
    tell(
        request,
        _("De ontmoeting van %(day)s is bewaard.") % {"day": date_format(meeting.met_on, "j F")},
        undo=reverse("duo_undo_meeting", args=[request.desk.initiative.slug, duo.pk, meeting.pk]),
    )
    return _to(request, duo)


@require_POST
@desk_page(Permission.FOLLOW_DUOS)
def undo_meeting(request: DeskRequest, pk: int, meeting: int) -> HttpResponse:
    """Take back a meeting."""
    actions.undo_meeting(meeting=get_object_or_404(Meeting, pk=meeting, duo=pk), actor=request.desk.actor)
    tell(request, _("De ontmoeting is weer weg."))
    return redirect("duo", request.desk.initiative.slug, pk)


@require_http_methods(["GET", "POST"])
@desk_page(Permission.FOLLOW_DUOS)
def pause(request: DeskRequest, pk: int) -> HttpResponse:
    """Agree on a pause."""
    duo = queries.find_duo(pk)
    refuse_closed(duo)
    form = PauseForm(_sent(request), initial={"from_on": clock.today()})
    if form.is_valid():
        try:
            rest = actions.pause(
                duo=duo,
                from_on=form.cleaned_data["from_on"],
                until_on=form.cleaned_data["until_on"],
                reason=PauseReason(form.cleaned_data["reason"]),
                actor=request.desk.actor,
            )
        except Refused as refusal:
            form.add_error("until_on", refusal.sentence)
        else:
            undo = reverse("duo_lift_pause", args=[request.desk.initiative.slug, duo.pk, rest.pk])
            tell(request, _("De pauze is bewaard. Tot dan krijgt niemand een herinnering."), undo=undo)
            return _to(request, duo)
    words = {"title": _("Zet het duo op pauze"), "button": _("Bewaar de pauze"), "icon": "circle-pause"}
    return _step(request, duo, form, words)


@require_POST
@desk_page(Permission.FOLLOW_DUOS)
def lift_pause(request: DeskRequest, pk: int, rest: int) -> HttpResponse:
    """Take back a pause; or stop one that runs, and keep its days that are over."""
    found = get_object_or_404(Pause, pk=rest, duo=pk)
    if request.POST.get("do") == "stop":
        actions.end_pause(rest=found, today=clock.today(), actor=request.desk.actor)
        tell(request, _("De pauze is voorbij. Vanaf vandaag telt elke dag weer mee."))
    else:
        actions.lift_pause(rest=found, actor=request.desk.actor)
        tell(request, _("De pauze is weer weg."))
    return redirect("duo", request.desk.initiative.slug, pk)


@require_POST
@desk_page(Permission.FOLLOW_DUOS)
def children(request: DeskRequest, pk: int) -> HttpResponse:
    """The children take part, or not any more."""
    duo, takes_part = queries.find_duo(pk), request.POST.get("with") == "1"
    if actions.note_children(duo=duo, with_children=takes_part, actor=request.desk.actor):
        told = _("De kinderen doen mee.") if takes_part else _("De kinderen doen niet meer mee.")
        tell(request, told)
    return _to(request, duo)


def _sent(request: DeskRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _to(request: DeskRequest, duo: Duo) -> HttpResponse:
    return redirect("duo", request.desk.initiative.slug, duo.pk)


def _show(
    request: DeskRequest, duo: Duo, *, meeting_form: MeetingForm | None = None, status: int = 200
) -> HttpResponse:
    today = clock.today()
    form = meeting_form or MeetingForm(duo=duo, today=today)
    may_follow = request.desk.may(Permission.FOLLOW_DUOS)
    here = request.desk.initiative
    short = short_of_hours([duo], today) if here.counts_hours else []
    context = {
        "section": "duos",
        "form": form,
        "may_follow": may_follow,
        "goals": goal_queries.goals_of(duo.newcomer) if may_follow and not duo.closed_on else [],
        "unchecked": may_follow
        and not duo.closed_on
        and waiting_for_checks(queries.with_minors([duo]), today),
        "counts_hours": here.counts_hours,
        "short": short,
        **duo_view(duo, today, here.follow_up, may_follow=may_follow, short=short),
    }
    return render(request, "duos/duo.html", context, status=status)


def _step(request: DeskRequest, duo: Duo, form: object, words: dict[str, str]) -> HttpResponse:
    status = 422 if getattr(form, "errors", None) else 200
    return render(
        request, "duos/step.html", {"section": "duos", "duo": duo, "form": form, **words}, status=status
    )
