"""The desk says whether two meetings that each of the two noted on another day are one."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samen.base import clock
from samen.base.page import tell
from samen.duos.forms import SameForm
from samen.duos.models import Meeting
from samen.duos.queries import find_duo
from samen.duos.same_actions import are_one, are_two
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission


@require_POST
@desk_page(Permission.FOLLOW_DUOS)
def same(request: DeskRequest, pk: int, meeting: int) -> HttpResponse:
    """Yes: one meeting, on the day that was noted first. No: two."""
    duo = find_duo(pk)
    second = get_object_or_404(Meeting, pk=meeting, duo=duo)
    form = SameForm(request.POST)
    if form.is_valid():
        answer = are_one if form.is_one else are_two
        first = form.cleaned_data["first"]
        answer(duo=duo, first=first, second=second.pk, today=clock.today(), actor=request.desk.actor)
        tell(request, _("Dat telt nu één keer.") if form.is_one else _("Beide ontmoetingen tellen."))
    else:
        tell(request, _("Zeg of het één keer was of twee keer."))
    return redirect("duo", request.desk.initiative.slug, pk)
