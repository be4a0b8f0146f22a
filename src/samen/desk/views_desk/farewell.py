"""The end of a duo: the talk with each, why, what each does next; and taking it back."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from samen.base import clock
from samen.base.errors import Conflict, Refused
from samen.base.page import tell
from samen.desk import actions
from samen.duos.check_in_queries import lines
from samen.duos.choices import CheckInMoment, ClosingReason
from samen.duos.forms import ClosingForm
from samen.duos.life_actions import refuse_closed
from samen.duos.models import Duo
from samen.duos.news import tell_over, tell_private_contact
from samen.duos.queries import capacity_to_reopen, find_duo
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission


@require_http_methods(["GET", "HEAD", "POST"])
@desk_page(Permission.FOLLOW_DUOS)
def close(request: DeskRequest, pk: int) -> HttpResponse:
    """End a duo, in one page."""
    duo, today = find_duo(pk), clock.today()
    refuse_closed(duo)
    initial = {"on": today, "reason": ClosingReason.PERIOD_OVER if today >= duo.ends_on else ""}
    form = ClosingForm(request.POST if request.method == "POST" else None, duo=duo, initial=initial)
    if form.is_valid():
        try:
            actions.close_duo(duo=duo, farewell=form.farewell(), today=today, actor=request.desk.actor)
        except Conflict:
            raise
        except Refused as refusal:
            form.refuse(refusal)
        else:
            return _closed(request, duo, is_thanked=form.cleaned_data["tell"])
    talk = next(
        line
        for line in lines(duo, today, request.desk.initiative.follow_up)
        if line.moment == CheckInMoment.BEFORE_END
    )
    context = {"section": "duos", "duo": duo, "form": form, "talk": talk}
    return render(request, "desk/close_duo.html", context, status=422 if form.errors else 200)


@require_POST
@desk_page(Permission.FOLLOW_DUOS)
def undo(request: DeskRequest, pk: int) -> HttpResponse:
    """Take back a closing of today."""
    duo = find_duo(pk)
    actions.undo_closing(
        duo=duo, capacity=capacity_to_reopen(duo), today=clock.today(), actor=request.desk.actor
    )
    tell(request, _("Het duo loopt weer."))
    return redirect("duo", request.desk.initiative.slug, pk)


def _closed(request: DeskRequest, duo: Duo, *, is_thanked: bool) -> HttpResponse:
    duo.refresh_from_db()
    if is_thanked:
        tell_over(duo=duo, now=clock.now())
    if duo.newcomer_shares and duo.coach_shares:
        tell_private_contact(duo=duo, now=clock.now())
    undo_at = reverse("duo_undo_close", args=[request.desk.initiative.slug, duo.pk])
    tell(request, _("Het duo is afgerond. Hieronder staat wat nu nog kan."), undo=undo_at)
    return redirect("duo", request.desk.initiative.slug, duo.pk)
