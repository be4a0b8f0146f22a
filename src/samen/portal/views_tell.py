"""Tell us: a private signal to the coordinator.

What was told before stands on none of these pages: telephones are shared.
"""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from samen.base import clock
from samen.base.errors import Refused
from samen.people.access import PortalRequest, portal_page
from samen.portal import actions
from samen.portal.forms_public import TellForm
from samen.portal.mine import frame
from samen.portal.queries import others_of, running
from samen.portal.tell import NUMBERS, Answer, answers_for
from samen.signals.actions import Told
from samen.signals.choices import CameFrom


@require_safe
@portal_page
def tell(request: PortalRequest) -> HttpResponse:
    """Whom to call at once; else: what is it about?"""
    answers = answers_for(has_duo=bool(running(request.my.part)))
    context = {**frame(request.my), "numbers": NUMBERS, "answers": answers}
    return render(request, "portal/tell.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@portal_page
def tell_more(request: PortalRequest, category: str) -> HttpResponse:
    """A few words, which may stay away, and when we may call."""
    answer = _answer_or_404(request, category)
    others = others_of(request.my.part) if answer.needs_duo else []
    form = TellForm(request.POST if request.method == "POST" else None, others=others)
    if form.is_valid():
        told = Told(
            category=answer.category,
            text=form.cleaned_data["text"],
            call_when=form.cleaned_data["call_when"],
            came_from=CameFrom.OWN_PAGE,
        )
        try:
            actions.tell_us(my=request.my, told=told, duo=form.duo(), now=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            return redirect("my_told")
    context = {**frame(request.my), "answer": answer, "form": form, "numbers": NUMBERS}
    return render(request, "portal/tell_more.html", context, status=422 if form.errors else 200)


def _answer_or_404(request: PortalRequest, category: str) -> Answer:
    for answer in answers_for(has_duo=bool(running(request.my.part))):
        if answer.category == category:
            return answer
    raise Http404


@require_safe
@portal_page
def told(request: PortalRequest) -> HttpResponse:
    """What happens with it: who reads it, when we answer, and that the other hears nothing."""
    return render(request, "portal/told.html", {**frame(request.my), "numbers": NUMBERS})
