"""The desk's pages about the criminal-record extract of a coach: how to ask for it, and that it was read."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from samen.base import clock
from samen.base.errors import Refused
from samen.base.page import tell
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission
from samen.papers import record_actions as actions
from samen.papers.choices import RecordFallback, RecordWhy
from samen.papers.forms import RecordForm
from samen.papers.views_desk import find_part
from samen.people.models import Participation

# At which box a refusal is told.
BOXES = {"too_old": "issued_on", "issued_later": "issued_on", "in_the_future": "checked_on"}


@require_http_methods(["GET", "POST"])
@desk_page(Permission.EDIT_PEOPLE)
def record(request: DeskRequest, pk: int) -> HttpResponse:
    """Where to ask for the extract; that it was read, could not be had or is not required."""
    part = find_part(pk)
    data = request.POST if request.method == "POST" else None
    form = RecordForm(data, initial={"checked_on": clock.today(), "why": RecordWhy.FAMILY})
    if form.is_valid():
        try:
            _keep(request, part, form)
        except Refused as refusal:
            form.add_error(BOXES.get(refusal.code), refusal.sentence)
        else:
            tell(request, _("Dat is bewaard. Het uittreksel zelf bewaart Samen niet."))
            return redirect("papers", request.desk.initiative.slug, pk)
    context = {"section": "people", "part": part, "form": form}
    return render(request, "papers/record.html", context, status=422 if form.errors else 200)


def _keep(request: DeskRequest, part: Participation, form: RecordForm) -> None:
    said, today, actor = form.cleaned_data, clock.today(), request.desk.actor
    on = said["checked_on"]
    match said["outcome"]:
        case RecordForm.SEEN:
            actions.note_seen(
                part=part,
                why=RecordWhy(said["why"]),
                issued_on=said["issued_on"],
                checked_on=on,
                today=today,
                actor=actor,
            )
        case RecordForm.IMPOSSIBLE:
            reason = RecordFallback(said["reason"])
            actions.note_impossible(
                part=part, why=RecordWhy(said["why"]), reason=reason, checked_on=on, today=today, actor=actor
            )
        case _:
            actions.note_not_required(
                part=part, why=RecordWhy(said["why_not"]), checked_on=on, today=today, actor=actor
            )


@require_POST
@desk_page(Permission.EDIT_PEOPLE)
def take_back(request: DeskRequest, pk: int) -> HttpResponse:
    """What was noted last was a slip."""
    actions.take_back(part=find_part(pk), actor=request.desk.actor)
    tell(request, _("Dat is teruggenomen."))
    return redirect("papers", request.desk.initiative.slug, pk)
