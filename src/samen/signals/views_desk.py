"""The desk's pages about signals: the list, one signal, and what anybody of the staff reports."""

from collections.abc import Callable

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samen.base import clock
from samen.base.errors import Refused
from samen.base.page import tell
from samen.duos.check_in_queries import side
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission
from samen.people.models import Participation
from samen.signals import actions, queries, rules
from samen.signals.choices import Category, Outcome, Seriousness
from samen.signals.forms import CheckInForm, CloseForm, OwnerForm, ReportForm, StepForm, WeighForm
from samen.signals.guidance import GUIDANCE
from samen.signals.models import Signal, SignalStep

PAGE_SIZE = 50
# What the log calls each thing that is done, in words.
VERBS = {
    "report_signal": gettext_lazy("Het kwam binnen"),
    "take_signal": gettext_lazy("Iemand nam het op"),
    "weigh_signal": gettext_lazy("Hoe dringend het is, veranderde"),
    "plan_step": gettext_lazy("Een stap gepland"),
    "did_step": gettext_lazy("Een stap gedaan"),
    "close_signal": gettext_lazy("Afgerond"),
    "reopen_signal": gettext_lazy("Weer opengezet"),
    "forget_words": gettext_lazy("De woorden zijn gewist"),
}


@require_http_methods(["GET", "POST"])
@desk_page(Permission.FOLLOW_DUOS)
def report(request: DeskRequest) -> HttpResponse:
    """Whoever of the staff hears something notes it; who may not read signals hands it on by this."""
    form = ReportForm(_sent(request), initial={"part": _asked_part(request)})
    reads = request.desk.may(Permission.READ_SIGNALS)
    if form.is_valid():
        try:
            made = actions.report(
                told=form.told(),
                part=_part(form.cleaned_data["part"]),
                owner=request.desk.user.pk if reads else None,
                now=clock.now(),
                actor=request.desk.actor,
            )
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            if reads:
                tell(request, _("Het signaal is bewaard. Jij volgt het op."))
                return redirect("signal", request.desk.initiative.slug, made.pk)
            tell(request, _("Bedankt. De coördinator leest dit en volgt het op."))
            return redirect("desk_today", request.desk.initiative.slug)
    context = {"section": "signals", "form": form, "reads": reads}
    return render(request, "signals/report.html", context, status=422 if form.errors else 200)


def _asked_part(request: DeskRequest) -> int | None:
    """The person on whose page the button stood."""
    asked = request.GET.get("part", "")
    return int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 19 else None


def _part(pk: int | None) -> Participation | None:
    return Participation.objects.filter(pk=pk).first() if pk else None


@require_http_methods(["GET", "HEAD", "POST"])
@desk_page(Permission.READ_SIGNALS)
def from_check_in(request: DeskRequest, check_in: int) -> HttpResponse:
    """What somebody said becomes a signal, and is followed up there; one that is a signal leads to it."""
    said = queries.find_said(check_in)
    if said is None:
        raise Http404
    if made := getattr(said, "signal", None):
        return _to(request, made)
    likely = rules.category_of(going=said.going, enough=said.enough, limits=said.limits)
    form = CheckInForm(_sent(request), initial={"category": likely})
    if form.is_valid():
        made = actions.report_check_in(
            said=said,
            category=Category(form.cleaned_data["category"]),
            owner=request.desk.user.pk,
            now=clock.now(),
            actor=request.desk.actor,
        )
        tell(request, _("Het signaal is gemaakt. Jij volgt het op."))
        return _to(request, made)
    context = {"section": "signals", "said": said, "part": side(said.duo, said.by_role), "form": form}
    return render(request, "signals/from_check_in.html", context, status=422 if form.errors else 200)


@require_safe
@desk_page(Permission.READ_SIGNALS)
def signal_list(request: DeskRequest) -> HttpResponse:
    """What is open, the serious ones first; or what is closed. No words of anybody stand here."""
    closed = request.GET.get("show") == "closed"
    page = Paginator(queries.closed_signals() if closed else queries.open_signals(), PAGE_SIZE).get_page(
        request.GET.get("page")
    )
    context = {
        "section": "signals",
        "tab": "closed" if closed else "open",
        "page": page,
        "rows": queries.rows(page, clock.today()),
    }
    return render(request, "signals/list.html", context)


@require_safe
@desk_page(Permission.READ_SIGNALS)
def signal(request: DeskRequest, pk: int) -> HttpResponse:
    """One signal, in the words in which it came; opening it is logged."""
    return _show(request, _signal(pk))


@require_POST
@desk_page(Permission.READ_SIGNALS)
def take(request: DeskRequest, pk: int) -> HttpResponse:
    """Follow it up oneself, or hand it to a colleague who may read it."""
    found = _signal(pk)
    form = OwnerForm(request.POST if "owner" in request.POST else {"owner": request.desk.user.pk})
    if not form.is_valid():
        return _show(request, found, status=422, refused=_("Kies iemand die signalen mag lezen."))
    owner = form.cleaned_data["owner"]

    def act() -> str:
        actions.take(signal=found, owner=owner, actor=request.desk.actor)
        return _("%(name)s volgt dit op.") % {"name": queries.readers()[owner]}

    return _do(request, found, act)


@require_POST
@desk_page(Permission.READ_SIGNALS)
def weigh(request: DeskRequest, pk: int) -> HttpResponse:
    """More serious, or less."""
    found, form = _signal(pk), WeighForm(request.POST)
    if not form.is_valid():
        return _show(request, found, status=422, refused=_("Kies hoe dringend het is."))
    seriousness = Seriousness(form.cleaned_data["seriousness"])

    def act() -> str:
        actions.weigh(signal=found, seriousness=seriousness, actor=request.desk.actor)
        return _("Bewaard: %(how)s.") % {"how": seriousness.label}

    return _do(request, found, act)


@require_POST
@desk_page(Permission.READ_SIGNALS)
def add_step(request: DeskRequest, pk: int) -> HttpResponse:
    """Something to do, or that was done."""
    found, form = _signal(pk), StepForm(request.POST)
    if form.is_valid():
        try:
            actions.add_step(
                signal=found,
                what=form.cleaned_data["what"],
                due_on=form.cleaned_data["due_on"],
                is_done=form.cleaned_data["is_done"],
                today=clock.today(),
                actor=request.desk.actor,
            )
        except Refused as refusal:
            form.add_error("due_on", refusal.sentence)
        else:
            tell(request, _("De stap is bewaard."))
            return _to(request, found)
    return _show(request, found, status=422, step_form=form)


@require_POST
@desk_page(Permission.READ_SIGNALS)
def do_step(request: DeskRequest, pk: int, step: int) -> HttpResponse:
    """A step is done."""
    found = _signal(pk)
    planned = get_object_or_404(SignalStep, pk=step, signal=found)

    def act() -> str:
        actions.do_step(step=planned, today=clock.today(), actor=request.desk.actor)
        return _("De stap is gedaan.")

    return _do(request, found, act)


@require_POST
@desk_page(Permission.READ_SIGNALS)
def close(request: DeskRequest, pk: int) -> HttpResponse:
    """It is over."""
    found, form = _signal(pk), CloseForm(request.POST)
    if form.is_valid():
        try:
            actions.close(
                signal=found,
                outcome=Outcome(form.cleaned_data["outcome"]),
                today=clock.today(),
                actor=request.desk.actor,
            )
        except Refused as refusal:
            form.add_error("outcome", refusal.sentence)
        else:
            undo = reverse("signal_reopen", args=[request.desk.initiative.slug, found.pk])
            tell(request, _("Het signaal is afgerond."), undo=undo)
            return redirect("signal_list", request.desk.initiative.slug)
    return _show(request, found, status=422, close_form=form)


@require_POST
@desk_page(Permission.READ_SIGNALS)
def reopen(request: DeskRequest, pk: int) -> HttpResponse:
    """It is not over after all."""
    found = _signal(pk)

    def act() -> str:
        actions.reopen(signal=found, actor=request.desk.actor)
        return _("Het signaal staat weer open.")

    return _do(request, found, act)


def _sent(request: DeskRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _signal(pk: int) -> Signal:
    found = queries.signals().filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def _to(request: DeskRequest, found: Signal) -> HttpResponse:
    return redirect("signal", request.desk.initiative.slug, found.pk)


def _do(request: DeskRequest, found: Signal, act: Callable[[], str]) -> HttpResponse:
    """One action; its sentence on the next page, or the refusal on this one."""
    try:
        tell(request, act())
    except Refused as refusal:
        return _show(request, _signal(found.pk), status=422, refused=refusal.sentence)
    return _to(request, found)


def _show(
    request: DeskRequest,
    found: Signal,
    *,
    status: int = 200,
    refused: str = "",
    step_form: StepForm | None = None,
    close_form: CloseForm | None = None,
) -> HttpResponse:
    """The page; whoever sees it reads the words, so it is logged first."""
    actions.note_read(signal=found, actor=request.desk.actor)
    guidance = GUIDANCE[found.category]
    done, reads = queries.story(found)
    staff = queries.readers()
    context = {
        "section": "signals",
        "signal": found,
        "person": found.participation.person if found.participation else None,
        "other": _other(found),
        "owner": staff.get(found.owner or 0, ""),
        "colleagues": {pk: name for pk, name in staff.items() if pk not in {found.owner, request.user.pk}},
        "is_mine": found.owner == request.user.pk,
        "steps": list(found.steps.all()),
        "step_form": step_form or StepForm(initial={"due_on": clock.today()}),
        "close_form": close_form or CloseForm(),
        "seriousnesses": Seriousness,
        "guidance": guidance,
        "services": queries.by_kind(queries.services(guidance.refer_to)) if guidance.refer_to else [],
        "hand_overs": list(found.hand_overs.select_related("service")),
        "done": done,
        "reads": reads,
        "verbs": VERBS,
        "refused": refused,
    }
    return render(request, "signals/signal.html", context, status=status)


def _other(found: Signal) -> Participation | None:
    """The other of the duo, to talk with apart."""
    if found.duo is None or found.participation is None:
        return None
    return found.duo.coach if found.duo.newcomer_id == found.participation_id else found.duo.newcomer
