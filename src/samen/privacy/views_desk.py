"""The page on which somebody is erased."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from samen.base import clock
from samen.base.errors import Refused
from samen.base.page import tell
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission
from samen.people.models import Participation
from samen.privacy import actions, queries
from samen.privacy.forms import EraseForm


@require_http_methods(["GET", "HEAD", "POST"])
@desk_page(Permission.ERASE_PEOPLE)
def erase(request: DeskRequest, pk: int) -> HttpResponse:
    """What goes, what stays and why; what is to be done first; and the name typed to be sure."""
    part = get_object_or_404(Participation.objects.select_related("person"), pk=pk)
    person, now = part.person, clock.now()
    if person.erased_on:
        return redirect("person", request.desk.initiative.slug, pk)
    going = queries.going_on(person, now)
    form = EraseForm(
        request.POST if request.method == "POST" and not going.steps else None, given_name=person.given_name
    )
    if form.is_valid():
        try:
            actions.erase(person=person, today=clock.today(), now=now, actor=request.desk.actor)
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            tell(request, _("Alles over deze mens is gewist."))
            return redirect("people_list", request.desk.initiative.slug)
    context = {
        "section": "people",
        "part": part,
        "person": person,
        "steps": going.steps,
        "falls": [queries.other_of(one, person).person for one in going.falls],
        "has_list": queries.has_list(person),
        "past": queries.past_duos(person),
        "form": form,
    }
    is_refused = request.method == "POST"
    return render(request, "privacy/erase.html", context, status=422 if is_refused else 200)
