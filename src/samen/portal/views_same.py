"""Is this the same time as the one that the other noted? Two answers, right after noting it."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from samen.base import clock
from samen.base.errors import Conflict
from samen.base.page import tell
from samen.duos.forms import SameForm
from samen.duos.same_actions import are_one, are_two
from samen.people.access import PortalRequest, portal_page
from samen.portal.mine import my_duo_or_404, my_meeting_or_404


@require_POST
@portal_page
def same(request: PortalRequest, meeting: int) -> HttpResponse:
    """Yes: one meeting, on the day that was noted first. No: two. Nothing chosen: it is asked once more."""
    found = my_meeting_or_404(request, meeting)
    duo, form = my_duo_or_404(request, found.duo_id), SameForm(request.POST)
    if not form.is_valid():
        return redirect("my_saved", found.pk)
    answer, first = are_one if form.is_one else are_two, form.cleaned_data["first"]
    try:
        kept = answer(duo=duo, first=first, second=found.pk, today=clock.today(), actor=request.my.actor)
    except Conflict as conflict:
        tell(request, conflict.sentence)
        return redirect("my_saved", found.pk)
    return redirect("my_saved", kept.pk)
