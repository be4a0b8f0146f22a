"""The timeline of a duo: everything that happened, on one page that prints."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from samen.base import clock
from samen.desk.choices import Told
from samen.desk.timeline import by_month, signals_of_duo, timeline
from samen.duos.check_in_queries import only_coach_takes_initiative
from samen.duos.hours_queries import short_of_hours
from samen.duos.models import CheckIn, Duo, Meeting
from samen.duos.page import LIGHT_ICONS, strip, why_it_stands_so
from samen.duos.queries import standing, with_people
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission
from samen.signals.actions import note_reads


@require_safe
@desk_page(Permission.FOLLOW_DUOS)
def duo_timeline(request: DeskRequest, pk: int) -> HttpResponse:
    """From the start to today, oldest first: whoever prepares a talk reads it as a story."""
    duo = get_object_or_404(with_people(Duo.objects.all()), pk=pk)
    here, today = request.desk.initiative, clock.today()
    subjects = [one for one in Told if one != Told.SIGNALS or request.desk.may(Permission.READ_SIGNALS)]
    asked = request.GET.get("show")
    chosen = Told(asked) if asked in subjects else None
    said = list(CheckIn.objects.filter(duo=duo))
    worries = signals_of_duo(duo) if Told.SIGNALS in ([chosen] if chosen else subjects) else []
    note_reads(found=worries, actor=request.desk.actor)
    entries = timeline(duo, here.slug, today, said=said, worries=worries)
    now = standing(duo, today)
    context = {
        "section": "duos",
        "duo": duo,
        "today": today,
        "subjects": subjects,
        "chosen": chosen,
        "months": by_month(one for one in entries if chosen is None or one.told == chosen),
        "strip": strip(duo, Meeting.objects.filter(duo=duo).values_list("met_on", flat=True), today),
        "standing": now,
        "light_icon": LIGHT_ICONS[now.light],
        "reasons": why_it_stands_so(
            duo,
            today,
            here.follow_up,
            said=said,
            only_coach=only_coach_takes_initiative(duo, today),
            short=short_of_hours([duo], today) if here.counts_hours else [],
        ),
    }
    return render(request, "desk/duo_timeline.html", context)
