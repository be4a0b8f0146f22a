"""How does it go? Three questions, each side apart; only the coordinator reads the answers."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from samen.base import clock
from samen.duos import check_in_actions
from samen.duos.check_in_queries import asked_now, find_check_in
from samen.duos.choices import CheckInWay
from samen.people.access import PortalRequest, portal_page
from samen.portal.forms_check_in import CheckInForm
from samen.portal.mine import frame, my_duo_or_404
from samen.portal.queries import my_duo


@require_http_methods(["GET", "HEAD", "POST"])
@portal_page
def check_in(request: PortalRequest, duo: int) -> HttpResponse:
    """The questions of now; who answered already reads that, and may say it anew."""
    found, role = my_duo_or_404(request, duo), request.my.part.role
    moment = asked_now(found, clock.today(), request.my.initiative.follow_up)
    context = {**frame(request.my), "mine": my_duo(found, request.my.part, clock.now()), "moment": moment}
    if moment is None:
        return render(request, "portal/check_in.html", context)
    form = CheckInForm(request.POST if request.method == "POST" else None, role=role, moment=moment)
    if form.is_valid():
        check_in_actions.answer(
            duo=found,
            moment=moment,
            by_role=role,
            said=form.said(),
            way=CheckInWay.OWN_PAGE,
            now=clock.now(),
            actor=request.my.actor,
        )
        return redirect(f"{reverse('my_check_in', args=[found.pk])}?said=1")
    answered = find_check_in(found, moment, role) if request.GET.get("said") == "1" else None
    context |= {"form": form, "answered": answered}
    return render(request, "portal/check_in.html", context, status=422 if form.errors else 200)
