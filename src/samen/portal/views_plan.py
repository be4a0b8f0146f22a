"""The next time: one of the two proposes moments, the other picks one; it may move or be called off."""

from datetime import datetime

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from samen.base import clock, downloads
from samen.base.errors import Refused
from samen.base.page import tell
from samen.documents import calendar
from samen.documents.calendar import Appointment
from samen.duos import plan_actions, plan_queries
from samen.duos.choices import PlanStatus
from samen.duos.models import Duo, Moment
from samen.duos.plans import entered
from samen.people.access import PortalRequest, portal_page
from samen.portal.forms_public import PlanForm
from samen.portal.mine import frame, my_duo_or_404
from samen.portal.queries import MyDuo, my_duo

LONG_AGO = datetime(1970, 1, 1, tzinfo=clock.BRUSSELS)


@require_http_methods(["GET", "HEAD", "POST"])
@portal_page
def plan(request: PortalRequest, duo: int) -> HttpResponse:
    """What stands now, or a form to propose moments."""
    found = my_duo_or_404(request, duo)
    mine = my_duo(found, request.my.part, clock.now())
    do = request.POST.get("do", "")
    if do in ("pick", "off") and mine.plan is not None:
        return _answer(request, mine, do)
    if mine.plan is None or do == "propose" or "new" in request.GET:
        return _propose(request, mine)
    return _what_stands(request, mine)


def _what_stands(request: PortalRequest, mine: MyDuo, refused: str = "") -> HttpResponse:
    held = _in_calendar(request, mine)
    context = {
        **frame(request.my),
        "mine": mine,
        "plan": mine.plan,
        "moments": _still_possible(mine),
        "refused": refused,
        "google": calendar.google_link(held) if held else "",
        "outlook": calendar.outlook_link(held) if held else "",
    }
    return render(request, "portal/plan.html", context, status=409 if refused else 200)


def _propose(request: PortalRequest, mine: MyDuo) -> HttpResponse:
    sends = request.POST.get("do") == "propose"
    form = PlanForm(
        request.POST if sends else None,
        suggested=plan_queries.suggested(mine.duo, clock.now()),
        initial={"place": mine.plan.place if mine.plan else _last_place(mine.duo)},
    )
    if form.is_valid():
        try:
            plan_actions.propose(
                duo=mine.duo,
                by_role=request.my.part.role,
                moments=form.chosen(),
                place=form.cleaned_data["place"],
                now=clock.now(),
                actor=request.my.actor,
            )
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            return redirect("my_plan", mine.duo.pk)
    context = {**frame(request.my), "mine": mine, "form": form}
    return render(request, "portal/propose.html", context, status=422 if form.errors else 200)


def _answer(request: PortalRequest, mine: MyDuo, do: str) -> HttpResponse:
    assert mine.plan is not None, "somebody answers to what stands"
    if do == "off":
        plan_actions.call_off(plan=mine.plan, now=clock.now(), actor=request.my.actor)
        tell(request, _("Het gaat niet door. De ander weet het."))
        return redirect("my_home")
    try:
        plan_actions.pick(
            plan=mine.plan,
            by_role=request.my.part.role,
            starts_at=_moment(request.POST.get("moment", "")),
            now=clock.now(),
            actor=request.my.actor,
        )
    except Refused as refusal:
        return _what_stands(request, mine, refusal.sentence)
    return redirect("my_plan", mine.duo.pk)


def _moment(typed: str) -> datetime:
    """The moment on the button; long ago when it cannot be read."""
    try:
        read = datetime.fromisoformat(typed)
    except ValueError:
        return LONG_AGO
    return read if read.tzinfo else LONG_AGO


def _still_possible(mine: MyDuo) -> list[Moment]:
    """The proposed moments that are not over."""
    return [one for one in mine.plan.moments.all() if one.starts_at > clock.now()] if mine.plan else []


def _last_place(duo: Duo) -> str:
    """Where they last said to see each other."""
    return duo.plans.exclude(place="").values_list("place", flat=True).first() or ""


@require_safe
@portal_page
def plan_calendar(request: PortalRequest, duo: int) -> HttpResponse:
    """What was agreed, for their own calendar."""
    held = _in_calendar(request, my_duo(my_duo_or_404(request, duo), request.my.part, clock.now()))
    if held is None:
        raise Http404
    return downloads.calendar("afspraak.ics", calendar.single(held, stamp=clock.now()))


def _in_calendar(request: PortalRequest, mine: MyDuo) -> Appointment | None:
    if mine.plan is None or mine.plan.status != PlanStatus.AGREED:
        return None
    part, duo = request.my.part, mine.duo
    partner = duo.coach if duo.newcomer_id == part.pk else duo.newcomer
    return entered(mine.plan, part, partner, request.my.initiative)
