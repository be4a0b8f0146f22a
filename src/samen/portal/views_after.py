"""How was it? Asked once of whoever stopped early (R100); only the coordinator reads it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from samen.base import audit, clock
from samen.base.scoping import scope
from samen.duos import check_in_actions
from samen.duos.after_links import read_link
from samen.duos.after_queries import of_one
from samen.duos.check_in_queries import find_check_in, side
from samen.duos.choices import CheckInMoment, CheckInWay
from samen.duos.models import CheckIn, Duo
from samen.initiatives.models import Initiative
from samen.people.access import find_look
from samen.people.choices import Role
from samen.portal.forms_check_in import AfterForm
from samen.signals.queries import told_seriously

# Whoever holds the link answers for the one who was asked, without a name.
READER = audit.Actor("reader")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def after(request: HttpRequest, token: str) -> HttpResponse:
    """The page behind the link; whoever left has no other, and nothing of what was said before is shown."""
    named = read_link(token)
    if named is None or named.role not in Role.values:
        raise Http404
    with scope(named.initiative_id):
        duo = Duo.objects.select_related("newcomer__person", "coach__person").filter(pk=named.duo_id).first()
        if duo is None:
            raise Http404
        return _of_one_side(request, duo, named.role, token)


def _of_one_side(request: HttpRequest, duo: Duo, role: str, token: str) -> HttpResponse:
    looking = find_look(request) if request.method == "POST" else None
    if looking:
        context = {"my": looking, "person": looking.part.person}
        return render(request, "people/only_looking.html", context, status=403)
    asked = of_one(duo, role, clock.today(), told_seriously())
    form = AfterForm(request.POST if request.method == "POST" and asked else None)
    if form.is_valid():
        check_in_actions.answer(
            duo=duo,
            moment=CheckInMoment.AFTER_END,
            by_role=role,
            said=form.said(),
            way=CheckInWay.OWN_PAGE,
            now=clock.now(),
            actor=READER,
        )
        return redirect("my_after", token)
    context = {
        "initiative": Initiative.objects.get(pk=duo.initiative_id),
        "closed_on": duo.closed_on,
        "asked": asked,
        "answered": None if asked else _answered(duo, role),
        "form": form,
        "has_page": side(duo, role).ended_on is None,
    }
    return render(request, "portal/after.html", context, status=422 if form.errors else 200)


def _answered(duo: Duo, role: str) -> CheckIn | None:
    """What they said; of a duo that began again nothing is asked."""
    return find_check_in(duo, CheckInMoment.AFTER_END, role) if duo.closed_on else None
