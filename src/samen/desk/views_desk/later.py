"""What may wait: let an alert wait until a day, see all that waits, put it back on Today."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samen.base import clock
from samen.base.errors import Conflict, Refused
from samen.base.moments import full_day
from samen.base.page import tell
from samen.compliance import actions
from samen.compliance.models import Alert, Postponement
from samen.compliance.queries import waiting_until_later
from samen.desk.forms import PostponeForm
from samen.desk.later import row_of, who
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission


@require_http_methods(["GET", "POST"])
@desk_page(Permission.FOLLOW_DUOS)
def postpone(request: DeskRequest, pk: int) -> HttpResponse:
    """Let something wait until a day, with a reason."""
    alert, today = _alert(pk), clock.today()
    before = Postponement.objects.filter(alert=alert).first()
    form = PostponeForm(request.POST or None, today=today, before=before)
    if form.is_valid():
        try:
            actions.postpone(alert=alert, **form.cleaned_data, today=today, actor=request.desk.actor)
        except Conflict as conflict:
            tell(request, conflict.sentence)
            return redirect("desk_today", request.desk.initiative.slug)
        except Refused as refusal:
            form.add_error(refusal.code if refusal.code in form.fields else None, refusal.sentence)
        else:
            return _wait(request, alert, form.cleaned_data["until_on"])
    context = {"section": "today", "form": form, "alert": alert, "who": who(alert)}
    return render(request, "desk/postpone.html", context, status=422 if form.errors else 200)


@require_safe
@desk_page(Permission.FOLLOW_DUOS)
def later(request: DeskRequest) -> HttpResponse:
    """Everything that waits, soonest back first."""
    rows = [row_of(one) for one in waiting_until_later(clock.today())]
    return render(request, "desk/later.html", {"section": "today", "rows": rows})


@require_POST
@desk_page(Permission.FOLLOW_DUOS)
def bring_back(request: DeskRequest, pk: int) -> HttpResponse:
    """Back to Today; pressed twice is once."""
    alert = _alert(pk)
    postponement = Postponement.objects.filter(alert=alert).first()
    if postponement:
        actions.bring_back(postponement=postponement, actor=request.desk.actor)
    tell(request, _("Het staat weer op Vandaag: %(who)s.") % {"who": who(alert)})
    return redirect("desk_today", request.desk.initiative.slug)


def _wait(request: DeskRequest, alert: Alert, until_on: date) -> HttpResponse:
    undo = reverse("bring_back", args=[request.desk.initiative.slug, alert.pk])
    words = {"who": who(alert), "day": full_day(until_on)}
    tell(request, _("Uitgesteld tot %(day)s: %(who)s.") % words, undo=undo)
    return redirect("desk_today", request.desk.initiative.slug)


def _alert(pk: int) -> Alert:
    found = Alert.objects.select_related(
        "duo__newcomer__person", "duo__coach__person", "participation__person"
    )
    return get_object_or_404(found, pk=pk)
