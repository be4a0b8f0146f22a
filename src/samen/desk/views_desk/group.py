"""An evening with a whole group: twenty people, one line each."""

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from samen.base import clock
from samen.base.page import tell
from samen.desk.choices import Stage
from samen.desk.queries import with_stage
from samen.events.models import Event, Invitation
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission
from samen.intake.group import keep_group, lines
from samen.people.models import Participation
from samen.people.queries import parts

MOST_LINES = 60


@require_http_methods(["GET", "POST"])
@desk_page(Permission.EDIT_PEOPLE)
def group_talk(request: DeskRequest) -> HttpResponse:
    """Those who are new, or those who were asked to one gathering."""
    chosen = request.GET.get("event", "")
    people = list(_people(chosen)[:MOST_LINES])
    found = lines(people, request.POST if request.method == "POST" else None)
    if request.method == "POST" and all(form.is_valid() for form in found):
        n = keep_group(found=found, now=clock.now(), actor=request.desk.actor)
        tell(
            request,
            ngettext("Van één mens is het gesprek bewaard.", "Van %(n)s mensen is het gesprek bewaard.", n)
            % {"n": n},
        )
        return redirect("people_list", request.desk.initiative.slug)
    context = {
        "section": "people",
        "lines": found,
        "events": list(Event.objects.filter(cancelled_on=None).order_by("-starts_at")[:12]),
        "chosen": chosen,
        "most": MOST_LINES,
    }
    return render(request, "desk/group.html", context, status=422 if request.method == "POST" else 200)


def _people(event: str) -> QuerySet[Participation]:
    running = parts().filter(ended_on=None).order_by("person__search", "pk")
    if event.isascii() and event.isdigit() and len(event) < 19:
        return running.filter(pk__in=Invitation.objects.filter(event=int(event)).values("participation"))
    return with_stage(running).filter(stage=Stage.NEW)  # type: ignore[misc]
