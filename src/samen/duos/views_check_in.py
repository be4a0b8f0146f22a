"""The desk's pages about check-ins: what each of the two said, a talk with a guide, and what came of it."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from samen.base import clock
from samen.base.page import tell
from samen.duos import check_in_actions
from samen.duos.check_in_actions import SCORES
from samen.duos.check_in_guide import topics
from samen.duos.check_in_queries import asked_from, find_check_in, only_coach_takes_initiative, side
from samen.duos.choices import CheckInMoment, CheckInWay
from samen.duos.forms import CheckInForm, FollowUpForm
from samen.duos.models import CheckIn, Duo
from samen.duos.queries import with_people
from samen.duos.rules import MEASURED_AT
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission
from samen.people.choices import Role


@require_http_methods(["GET", "POST"])
@desk_page(Permission.FOLLOW_DUOS)
def check_in_talk(request: DeskRequest, pk: int, moment: str, role: str) -> HttpResponse:
    """Talk with one of the two: what to ask on one side, what they say on the other."""
    if moment not in CheckInMoment.values or role not in Role.values:
        raise Http404
    duo = get_object_or_404(with_people(Duo.objects.all()), pk=pk)
    is_over = moment == CheckInMoment.AFTER_END
    if is_over and asked_from(duo) is None:
        raise Http404
    scores = SCORES[Role(role)] if moment in MEASURED_AT else ()
    known = find_check_in(duo, moment, role)
    initial = (
        {name: getattr(known, name) for name in ("going", "enough", "limits", "note", *scores)}
        if known
        else {}
    )
    form = CheckInForm(
        request.POST if request.method == "POST" else None, initial=initial, scores=scores, is_over=is_over
    )
    if form.is_valid():
        check_in_actions.answer(
            duo=duo,
            moment=CheckInMoment(moment),
            by_role=role,
            said=form.said(),
            way=CheckInWay.TALK,
            note=form.cleaned_data["note"],
            now=clock.now(),
            actor=request.desk.actor,
        )
        name = side(duo, role).person.given_name
        tell(request, _("Het gesprek met %(name)s is bewaard.") % {"name": name})
        return redirect("duo", request.desk.initiative.slug, pk)
    context = {
        "section": "duos",
        "duo": duo,
        "part": side(duo, role),
        "moment": CheckInMoment(moment),
        "topics": topics(role, moment),
        "known": known,
        "only_coach": not is_over and only_coach_takes_initiative(duo, clock.today()),
        "form": form,
    }
    return render(request, "duos/check_in.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@desk_page(Permission.FOLLOW_DUOS)
def check_in_follow_up(request: DeskRequest, pk: int, check_in: int) -> HttpResponse:
    """Somebody said that it goes badly or asked for a call: what came of it."""
    said = get_object_or_404(
        CheckIn.objects.select_related("duo__newcomer__person", "duo__coach__person"), pk=check_in, duo=pk
    )
    form = FollowUpForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        check_in_actions.follow_up(
            said=said, note=form.cleaned_data["note"], today=clock.today(), actor=request.desk.actor
        )
        tell(request, _("Dat is bewaard."))
        return redirect("duo", request.desk.initiative.slug, pk)
    context = {
        "section": "duos",
        "duo": said.duo,
        "part": side(said.duo, said.by_role),
        "said": said,
        "form": form,
    }
    return render(request, "duos/check_in_follow_up.html", context, status=422 if form.errors else 200)
