"""After the conversation: what is missing, what to decide, and the message that tells it."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samen.base import clock
from samen.base.errors import Refused
from samen.base.languages import DUTCH, language
from samen.base.page import tell
from samen.desk import decisions
from samen.desk.decisions import Choice
from samen.desk.forms import DecisionForm, OtherInitiativeForm
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission
from samen.intake import actions as intake
from samen.intake.choices import Outcome
from samen.intake.known import known
from samen.intake.models import Decision, OtherInitiative, Talk
from samen.intake.talk import progress
from samen.messaging.forms import WordsForm
from samen.messaging.kinds import Words
from samen.people.choices import Role
from samen.people.models import Participation
from samen.people.queries import parts
from samen.rulebook import queries as rulebook
from samen.rulebook.choices import Key

# Civil Code, art. 388: a minor is younger than eighteen.
ADULT = 18
# What may be decided, in the order in which it happens most, each with its sign.
OUTCOMES = (
    (Outcome.ACCEPTED, "circle-check"),
    (Outcome.WAITING_LANGUAGE, "hourglass"),
    (Outcome.WAITING_PERMISSION, "scale"),
    (Outcome.REFERRED, "arrow-right"),
    (Outcome.DECLINED, "x"),
    (Outcome.WITHDRAWN, "log-out"),
)


@require_safe
@desk_page(Permission.EDIT_PEOPLE)
def choose(request: DeskRequest, pk: int) -> HttpResponse:
    """What is still missing, what was decided before, and what may be decided now."""
    part = _part(pk)
    said = known(part)
    context = {
        "section": "people",
        "part": part,
        "person": part.person,
        "progress": progress(part.role, said),
        "too_young": _too_young(part),
        "is_minor": _age(part) is not None and (_age(part) or 0) < ADULT,
        "doubts": bool(said["motive"].values.get("doubt")),
        "level": said["level"].values.get("language_level", "") if "level" in said else "",
        "outcomes": OUTCOMES,
        "history": list(part.decisions.select_related("referred_to").order_by("-id")),
        "talk": Talk.objects.filter(participation=part).first(),
        "may_see_reasons": request.desk.may(Permission.SEE_REASONS),
    }
    return render(request, "desk/decide.html", context)


@require_http_methods(["GET", "POST"])
@desk_page(Permission.EDIT_PEOPLE)
def decide(request: DeskRequest, pk: int, outcome: str) -> HttpResponse:
    """One decision: what it asks, and the message, which is seen and may be changed first."""
    part = _part(pk)
    if outcome not in Outcome.values or outcome == Outcome.REOPENED:
        raise Http404
    kind = Outcome(outcome)
    if kind is Outcome.DECLINED and not request.desk.may(Permission.SEE_REASONS):
        return render(request, "site/not_yours.html", status=403)
    data = request.POST if request.method == "POST" else None
    form = DecisionForm(data, outcome=kind, initial={"recall_on": decisions.default_recall(clock.today())})
    reader = decisions.reads_in(part)
    choice = _choice(kind, form) if data is not None and form.is_valid() else _first_choice(kind)
    message = WordsForm(
        data,
        names=(),
        language=reader,
        direction=language(reader).direction,
        initial=_shape(decisions.words(part, choice, reader)),
    )
    if data is not None and form.is_valid() and data.get("do") == "look":
        message = WordsForm(
            None,
            names=(),
            language=reader,
            direction=language(reader).direction,
            initial=_shape(decisions.words(part, choice, reader)),
        )
    elif data is not None and form.is_valid() and (not form.cleaned_data["tell"] or message.is_valid()):
        try:
            decisions.decide(
                part=part,
                choice=choice,
                tell=message.words() if form.cleaned_data["tell"] else None,
                now=clock.now(),
                actor=request.desk.actor,
            )
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            undo = reverse("person_decide_undo", args=[request.desk.initiative.slug, pk])
            tell(request, _("Beslist: %(what)s.") % {"what": kind.label}, undo=undo)
            return redirect("person", request.desk.initiative.slug, pk)
    context = {
        "section": "people",
        "part": part,
        "person": part.person,
        "outcome": kind,
        "form": form,
        "message": message,
        "reader": language(reader),
        "dutch": decisions.words(part, choice, DUTCH) if reader != DUTCH else None,
        "others": list(OtherInitiative.objects.all()),
    }
    is_wrong = bool(form.errors or (message.is_bound and message.errors))
    return render(request, "desk/decision.html", context, status=422 if is_wrong else 200)


@require_POST
@desk_page(Permission.EDIT_PEOPLE)
def undo(request: DeskRequest, pk: int) -> HttpResponse:
    """Look at it again; the history keeps what was decided."""
    part = _part(pk)
    decisions.take_back(part=part, today=clock.today(), actor=request.desk.actor)
    tell(request, _("Over %(name)s is weer niets beslist.") % {"name": part.person.given_name})
    return redirect("person_decide", request.desk.initiative.slug, pk)


@require_http_methods(["GET", "POST"])
@desk_page(Permission.EDIT_PEOPLE)
def other_initiatives(request: DeskRequest) -> HttpResponse:
    """Where candidates may be referred to; what was heard afterwards."""
    form = OtherInitiativeForm(request.POST or None)
    if form.is_valid():
        intake.add_other_initiative(card=form.cleaned_data, actor=request.desk.actor)
        tell(request, _("‘%(name)s’ is bewaard.") % {"name": form.cleaned_data["name"]})
        return redirect("other_initiatives", request.desk.initiative.slug)
    referred = Decision.objects.filter(outcome=Outcome.REFERRED).select_related(
        "participation__person", "referred_to"
    )
    context = {
        "section": "people",
        "form": form,
        "others": list(OtherInitiative.objects.all()),
        "referred": list(referred.order_by("-id")[:50]),
    }
    return render(request, "desk/other_initiatives.html", context, status=422 if form.errors else 200)


@require_POST
@desk_page(Permission.EDIT_PEOPLE)
def feedback(request: DeskRequest, pk: int) -> HttpResponse:
    """What we heard about somebody who was referred."""
    decision = get_object_or_404(Decision, pk=pk, outcome=Outcome.REFERRED)
    longest = Decision._meta.get_field("feedback").max_length
    text = " ".join(request.POST.get("feedback", "").replace("\x00", "").split())[:longest]
    intake.note_feedback(decision=decision, feedback=text, actor=request.desk.actor)
    tell(request, _("Bewaard."))
    return redirect("other_initiatives", request.desk.initiative.slug)


def _age(part: Participation) -> int | None:
    """How old somebody becomes this year; nothing when the year of birth is not known."""
    born = part.person.birth_year
    return clock.today().year - born if born else None


def _too_young(part: Participation) -> int:
    """From which age somebody may be a volunteer, when this coach is younger; else 0."""
    age = _age(part)
    if part.role != Role.COACH or age is None:
        return 0
    least = rulebook.on(Key.VOLUNTEER_AGE, clock.today()).number
    return least if age < least else 0


def _choice(outcome: Outcome, form: DecisionForm) -> Choice:
    said: dict[str, Any] = form.cleaned_data
    return Choice(
        outcome=outcome,
        reason=said.get("reason", ""),
        recall_on=said.get("recall_on"),
        referred_to=said.get("referred_to"),
    )


def _first_choice(outcome: Outcome) -> Choice:
    """As the page shows it before anything was chosen."""
    return Choice(
        outcome=outcome,
        recall_on=decisions.default_recall(clock.today()) if outcome in intake.WAITS else None,
        referred_to=OtherInitiative.objects.first() if outcome is Outcome.REFERRED else None,
    )


def _shape(words: Words) -> dict[str, str]:
    return {"subject": words.subject, "body": words.body}


def _part(pk: int) -> Participation:
    return get_object_or_404(parts(), pk=pk)
