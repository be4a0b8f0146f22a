"""The pages behind a candidate's link: choose a moment to talk, and already tell something."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from samen.base import clock, downloads
from samen.base.errors import Conflict
from samen.base.languages import DUTCH
from samen.base.scoping import scope
from samen.documents import calendar
from samen.initiatives.models import Initiative
from samen.intake import appointment_actions as actions
from samen.intake import appointment_queries as queries
from samen.intake import talk_actions
from samen.intake.appointments import entered
from samen.intake.forms_public import QUESTIONS, SelfWishesForm
from samen.intake.guide import questions
from samen.intake.known import READER, known
from samen.intake.links import read_link
from samen.intake.models import Slot
from samen.people.models import Participation
from samen.people.queries import parts

SHOWN = 20


def _candidate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page of one candidate who still takes part, in their initiative."""

    @wraps(view)
    def found(request: HttpRequest, token: str, **names: str) -> HttpResponse:
        named = read_link(token)
        if named is None:
            raise Http404
        with scope(named.initiative_id):
            part = parts().filter(pk=named.participation_id, ended_on=None).first()
            if part is None:
                raise Http404
            return view(request, part, token, **names)

    return never_cache(found)


@require_http_methods(["GET", "HEAD", "POST"])
@_candidate
def talk_link(request: HttpRequest, part: Participation, token: str) -> HttpResponse:
    """The moment that stands, or the free ones; looking chooses nothing."""
    gone = False
    if request.method == "POST":
        gone = not _do(request, part)
        if not gone:
            return redirect("talk_link", token)
    appointment = queries.appointment_of(part)
    context = {
        **_frame(part, token),
        "appointment": appointment,
        "slots": []
        if appointment and not request.GET.get("other")
        else list(queries.free_slots(clock.now())[:SHOWN]),
        "gone": gone,
        "may_tell": list(QUESTIONS),
    }
    return render(request, "intake/public/talk_link.html", context, status=409 if gone else 200)


def _do(request: HttpRequest, part: Participation) -> bool:
    """Choose, or give up; False when somebody else was first."""
    appointment = queries.appointment_of(part)
    if request.POST.get("do") == "off":
        if appointment is not None:
            actions.give_up(appointment=appointment, actor=READER)
        return True
    chosen = request.POST.get("slot", "")
    slot = (
        Slot.objects.filter(pk=int(chosen)).first()
        if chosen.isascii() and chosen.isdigit() and len(chosen) < 19
        else None
    )
    if slot is None:
        return True
    try:
        actions.choose(part=part, slot=slot, now=clock.now(), actor=READER)
    except Conflict:
        return False
    return True


@require_safe
@_candidate
def talk_calendar(request: HttpRequest, part: Participation, token: str) -> HttpResponse:
    """The appointment for their own calendar."""
    appointment = queries.appointment_of(part)
    if appointment is None:
        raise Http404
    here = Initiative.objects.get(pk=part.initiative_id)
    return downloads.calendar("afspraak.ics", calendar.single(entered(appointment, here), stamp=clock.now()))


@require_http_methods(["GET", "HEAD", "POST"])
@_candidate
def talk_tell(request: HttpRequest, part: Participation, token: str, question: str) -> HttpResponse:
    """One question that may be answered before the talk; the coordinator sees what was said."""
    if question not in QUESTIONS:
        raise Http404
    names = list(QUESTIONS)
    shape = QUESTIONS[question]
    said = known(part)[question].values
    initial = SelfWishesForm.initial_of(said) if shape is SelfWishesForm else said
    form = shape(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        _keep(part, question, form)
        after = names[names.index(question) + 1 :]
        return redirect("talk_tell", token, after[0]) if after else redirect("talk_link", token)
    context = {
        **_frame(part, token),
        "form": form,
        "number": names.index(question) + 1,
        "total": len(names),
    }
    return render(request, "intake/public/tell.html", context, status=422 if form.errors else 200)


def _keep(part: Participation, question: str, form: Any) -> None:
    asked = next(one for one in questions(part.role) if one.code == question)
    if isinstance(form, SelfWishesForm):
        values: dict[str, Any] = {"wishes": form.beside(list(part.wishes.all()))}
    else:
        values = dict(form.cleaned_data)
    talk_actions.keep(
        part=part,
        question=asked,
        values=values,
        note=known(part)[question].note,
        language=get_language() or DUTCH,
        now=clock.now(),
        actor=READER,
    )


def _frame(part: Participation, token: str) -> dict[str, Any]:
    return {"initiative": Initiative.objects.get(pk=part.initiative_id), "token": token}
