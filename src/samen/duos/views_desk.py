"""The desk's pages about duos."""

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samen.base import clock
from samen.base.errors import Refused
from samen.base.page import tell
from samen.duos import actions, goal_queries, queries
from samen.duos.choices import ClosingReason, DuoStatus, PauseReason
from samen.duos.forms import ClosingForm, EndForm, MeetingForm, PauseForm
from samen.duos.hours_queries import short_of_hours
from samen.duos.models import Duo, Meeting, Pause
from samen.duos.news import tell_over
from samen.duos.page import duo_view, list_rows
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission
from samen.intake.models import Profile


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
    return _show(request, _duo(pk))


@require_POST
@desk_page(Permission.FOLLOW_DUOS)
def log_meeting(request: DeskRequest, pk: int) -> HttpResponse:
    """Note a meeting."""
    duo = _duo(pk)
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
    duo = _duo(pk)
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
    """Take back a pause."""
    actions.lift_pause(rest=get_object_or_404(Pause, pk=rest, duo=pk), actor=request.desk.actor)
    tell(request, _("De pauze is weer weg."))
    return redirect("duo", request.desk.initiative.slug, pk)


@require_http_methods(["GET", "POST"])
@desk_page(Permission.FOLLOW_DUOS)
def change_end(request: DeskRequest, pk: int) -> HttpResponse:
    """Agree on another end."""
    duo = _duo(pk)
    form = EndForm(_sent(request), initial={"ends_on": duo.ends_on})
    if form.is_valid():
        try:
            actions.change_end(duo=duo, ends_on=form.cleaned_data["ends_on"], actor=request.desk.actor)
        except Refused as refusal:
            form.add_error("ends_on", refusal.sentence)
        else:
            tell(request, _("Het duo loopt nu tot %(day)s.") % {"day": date_format(duo.ends_on, "j F Y")})
            return _to(request, duo)
    words = {"title": _("Kies een ander einde"), "button": _("Bewaar het einde"), "icon": "calendar-plus"}
    return _step(request, duo, form, words)


@require_http_methods(["GET", "POST"])
@desk_page(Permission.FOLLOW_DUOS)
def close(request: DeskRequest, pk: int) -> HttpResponse:
    """End a duo."""
    duo = _duo(pk)
    form = ClosingForm(_sent(request))
    if form.is_valid():
        reason = ClosingReason(form.cleaned_data["reason"])
        actions.close(duo=duo, reason=reason, today=clock.today(), actor=request.desk.actor)
        if form.cleaned_data["tell"]:
            tell_over(duo=duo, now=clock.now())
        undo = reverse("duo_reopen", args=[request.desk.initiative.slug, duo.pk])
        tell(request, _("Het duo is afgerond. Allebei kunnen zij opnieuw meedoen."), undo=undo)
        return _to(request, duo)
    words = {"title": _("Rond het duo af"), "button": _("Rond het duo af"), "icon": "flag"}
    return _step(request, duo, form, words)


@require_POST
@desk_page(Permission.FOLLOW_DUOS)
def reopen(request: DeskRequest, pk: int) -> HttpResponse:
    """Take back the closing."""
    duo = _duo(pk)
    profile: Profile | None = getattr(duo.coach, "profile", None)
    capacity = max(profile.capacity if profile else 1, duo.seat)
    actions.reopen(duo=duo, capacity=capacity, actor=request.desk.actor)
    tell(request, _("Het duo loopt weer."))
    return _to(request, duo)


def _sent(request: DeskRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _duo(pk: int) -> Duo:
    duo = queries.with_people(Duo.objects.filter(pk=pk)).first()
    if duo is None:
        raise Http404
    return duo


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
