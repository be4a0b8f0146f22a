"""The desk's pages about matching: the board, one person's partners, a pair, a proposal."""

from collections.abc import Mapping

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

import duomatch
from duomatch import Policy
from samen.base import clock
from samen.base.errors import Conflict, Refused, RuleBroken
from samen.base.page import back_to, tell
from samen.duos.forms import PeriodForm
from samen.duos.news import tell_started
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission
from samen.matching import actions
from samen.matching.board import Couple, couple, couples, layers, leftovers, road
from samen.matching.choices import Answer, Mark, ProposalStatus
from samen.matching.compare import compare
from samen.matching.forms import AnswerForm, FeelingForm
from samen.matching.models import PairMark, Proposal
from samen.matching.pool import Pool, read_pool
from samen.matching.sentences import Names
from samen.papers.queries import may_be_active
from samen.papers.record_queries import may_be_with_children
from samen.people.choices import Role
from samen.people.models import Participation
from samen.people.queries import parts

COUPLES_A_PAGE = 25
QUEUE_LENGTH = 30
BEST = 8
# A mark's name in the address; an empty mark needs one too.
MARKS = {"pin": Mark.PIN, "ban": Mark.BAN, "free": Mark.NONE}


@require_safe
@desk_page(Permission.MATCH)
def board(request: DeskRequest) -> HttpResponse:
    """Everybody who waits, and the proposal for all under both policies."""
    today = clock.today()
    pool = read_pool()
    asked = request.GET.get("policy")
    chosen = Policy(asked) if asked in set(Policy) else Policy.MOST_DUOS
    roads = [road(pool, policy, today) for policy in Policy]
    result = next(one.result for one in roads if one.policy == chosen)
    page = Paginator(couples(pool, result.pairs), COUPLES_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "section": "matching",
        "roads": roads,
        "chosen": chosen,
        "page": page,
        "pairs": len(result.pairs),
        "newcomers": [pool.parts[one.id] for one in pool.newcomers],
        "coaches": [pool.parts[one.id] for one in pool.coaches],
        "queue_length": QUEUE_LENGTH,
        "queue_slice": f":{QUEUE_LENGTH}",
        "leftovers": leftovers(pool, result),
        "proposals": pool.open_proposals,
    }
    return render(request, "matching/board.html", context)


@require_safe
@desk_page(Permission.MATCH)
def partners(request: DeskRequest, pk: int) -> HttpResponse:
    """One person's partners: who fits best, and who does not and why."""
    pool = read_pool()
    part = pool.parts.get(str(pk))
    if part is None:
        tell(request, _("%(name)s wacht nu niet op een duo.") % {"name": _part(pk).person})
        return redirect("person", request.desk.initiative.slug, pk)
    found = [
        couple(pool, candidate.pair, candidate.obstacles)
        for candidate in pool.partners(str(pk), clock.today())
    ]
    fitting = [one for one in found if not one.obstacles]
    context = {
        "section": "matching",
        "part": part,
        "other_role": Role.COACH if part.role == Role.NEWCOMER else Role.NEWCOMER,
        "best": fitting[:BEST],
        "more": fitting[BEST:],
        "ruled_out": [one for one in found if one.obstacles],
    }
    return render(request, "matching/partners.html", context)


@require_safe
@desk_page(Permission.MATCH)
def pair(request: DeskRequest, newcomer: int, coach: int) -> HttpResponse:
    """Two people facing each other."""
    return _show_pair(request, _couple(read_pool(), newcomer, coach))


@require_POST
@desk_page(Permission.MATCH)
def feeling(request: DeskRequest, newcomer: int, coach: int) -> HttpResponse:
    """Note the gut feeling about a pair."""
    one = _couple(read_pool(), newcomer, coach)
    form = FeelingForm(request.POST)
    if not form.is_valid():
        return _show_pair(request, one, form)
    actions.mark_pair(
        newcomer=one.newcomer,
        coach=one.coach,
        mark=Mark(one.mark.mark) if one.mark else Mark.NONE,
        note=form.cleaned_data["note"],
        bonus=form.cleaned_data["bonus"],
        actor=request.desk.actor,
    )
    tell(request, _("Jouw buikgevoel is bewaard en telt nu mee."))
    return redirect("matching_pair", request.desk.initiative.slug, newcomer, coach)


@require_POST
@desk_page(Permission.MATCH)
def mark(request: DeskRequest, newcomer: int, coach: int, name: str) -> HttpResponse:
    """Pin a pair, ban it or free it again; the gut feeling stays."""
    if name not in MARKS:
        raise Http404
    one, other = _part(newcomer), _part(coach)
    before = PairMark.objects.filter(newcomer=one, coach=other).first()
    actions.mark_pair(
        newcomer=one,
        coach=other,
        mark=MARKS[name],
        note=before.note if before else "",
        bonus=before.bonus if before else 0,
        actor=request.desk.actor,
    )
    slug = request.desk.initiative.slug
    was = next(key for key, value in MARKS.items() if value == (before.mark if before else Mark.NONE))
    undo = "" if was == name else reverse("matching_mark", args=[slug, newcomer, coach, was])
    tell(request, _marked(MARKS[name], one, other), undo=undo)
    return redirect(back_to(request, reverse("matching_board", args=[slug])))


def _marked(mark: Mark, newcomer: Participation, coach: Participation) -> str:
    sentence = {
        Mark.PIN: _("%(a)s en %(b)s staan vast. De rest is opnieuw berekend."),
        Mark.BAN: _("%(a)s en %(b)s worden niet meer voorgesteld."),
        Mark.NONE: _("%(a)s en %(b)s zijn weer vrij."),
    }[mark]
    return sentence % {"a": newcomer.person.given_name, "b": coach.person.given_name}


@require_POST
@desk_page(Permission.MATCH)
def propose(request: DeskRequest, newcomer: int, coach: int) -> HttpResponse:
    """Put a pair to both of them."""
    one = _couple(read_pool(), newcomer, coach)
    if one.obstacles and not one.pair.is_pinned:
        raise RuleBroken(
            "ruled_out",
            _("Dit duo botst met een vereiste of jouw ‘nooit samen’. Wil je het toch? Zet het eerst vast."),
        )
    proposal = actions.propose(
        newcomer=one.newcomer,
        coach=one.coach,
        score=one.pair.score,
        reasons=[reason.as_dict() for reason in one.pair.reasons],
        engine_version=duomatch.__version__,
        today=clock.today(),
        actor=request.desk.actor,
    )
    slug = request.desk.initiative.slug
    tell(
        request,
        _("%(a)s en %(b)s zijn voorgesteld. Vraag nu aan allebei wat zij ervan vinden.")
        % {"a": one.newcomer.person.given_name, "b": one.coach.person.given_name},
        undo=reverse("matching_withdraw", args=[slug, proposal.pk]),
    )
    return redirect("matching_proposal", slug, proposal.pk)


@require_safe
@desk_page(Permission.MATCH)
def proposal(request: DeskRequest, pk: int) -> HttpResponse:
    """A pair put to both: their answers, why this pair, the start."""
    return _show_proposal(request, _proposal(pk))


@require_POST
@desk_page(Permission.MATCH)
def answer(request: DeskRequest, pk: int, side: str) -> HttpResponse:
    """Note what one of the two said."""
    found = _proposal(pk)
    if side not in Role.values:
        raise Http404
    form = AnswerForm(request.POST, prefix=side)
    if not form.is_valid():
        return _show_proposal(request, found, answers={side: form})
    said = Answer(form.cleaned_data["answer"])
    actions.record_answer(proposal=found, side=Role(side), answer=said, actor=request.desk.actor)
    slug = request.desk.initiative.slug
    person = found.newcomer.person if side == Role.NEWCOMER else found.coach.person
    sentence = {
        Answer.YES: _("%(name)s zei ja. Dat is bewaard."),
        Answer.NO: _("%(name)s zei nee. Dit duo wordt niet meer voorgesteld, en beiden wachten weer."),
        Answer.NOT_YET: _("%(name)s denkt nog na. Dat is bewaard."),
    }[said]
    undo = reverse("matching_reopen", args=[slug, pk, side]) if said == Answer.NO else ""
    tell(request, sentence % {"name": person.given_name}, undo=undo)
    return redirect("matching_proposal", slug, pk)


@require_POST
@desk_page(Permission.MATCH)
def reopen(request: DeskRequest, pk: int, side: str) -> HttpResponse:
    """Take back a no."""
    if side not in Role.values:
        raise Http404
    actions.reopen(proposal=_proposal(pk), side=Role(side), actor=request.desk.actor)
    tell(request, _("Het voorstel loopt weer."))
    return redirect("matching_proposal", request.desk.initiative.slug, pk)


@require_POST
@desk_page(Permission.MATCH)
def withdraw(request: DeskRequest, pk: int) -> HttpResponse:
    """Take a proposal back."""
    found = _proposal(pk)
    actions.withdraw(proposal=found, actor=request.desk.actor)
    tell(
        request,
        _("Het voorstel voor %(a)s en %(b)s is teruggetrokken. Zij wachten weer.")
        % {"a": found.newcomer.person.given_name, "b": found.coach.person.given_name},
    )
    return redirect("matching_board", request.desk.initiative.slug)


@require_POST
@desk_page(Permission.MATCH)
def confirm(request: DeskRequest, pk: int) -> HttpResponse:
    """Both said yes: start the duo."""
    found = _proposal(pk)
    form = PeriodForm(request.POST)
    if not form.is_valid():
        return _show_proposal(request, found, form)
    profile = getattr(found.coach, "profile", None)
    try:
        duo = actions.confirm(
            proposal=found,
            starts_on=form.cleaned_data["starts_on"],
            ends_on=form.cleaned_data["ends_on"],
            coach_capacity=profile.capacity if profile else 1,
            with_children=form.cleaned_data["with_children"],
            actor=request.desk.actor,
        )
    except Conflict:
        raise
    except Refused as refusal:
        form.add_error(None, refusal.sentence)
        return _show_proposal(request, found, form)
    if form.cleaned_data["tell"]:
        tell_started(duo=duo, now=clock.now())
    tell(
        request,
        _("%(a)s en %(b)s zijn nu een duo. Noteer hier hun eerste ontmoeting.")
        % {"a": found.newcomer.person.given_name, "b": found.coach.person.given_name},
    )
    return redirect("duo", request.desk.initiative.slug, duo.pk)


def _part(pk: int) -> Participation:
    return get_object_or_404(parts(), pk=pk)


def _proposal(pk: int) -> Proposal:
    people = ("newcomer__person", "newcomer__profile", "coach__person", "coach__profile")
    return get_object_or_404(Proposal.objects.select_related(*people), pk=pk)


def _couple(pool: Pool, newcomer: int, coach: int) -> Couple:
    key = (str(newcomer), str(coach))
    one, other = _part(newcomer), _part(coach)
    if (one.role, other.role) != (Role.NEWCOMER, Role.COACH):
        raise Http404
    for part in (one, other):
        if str(part.pk) not in pool.profiles:
            raise Conflict(
                "not_waiting",
                _("%(name)s wacht niet meer op een duo. Kijk opnieuw op het bord.") % {"name": part.person},
            )
    candidate = pool.look_at(key, clock.today())
    return couple(pool, candidate.pair, candidate.obstacles)


def _show_pair(request: DeskRequest, one: Couple, form: FeelingForm | None = None) -> HttpResponse:
    noted = {"note": one.mark.note, "bonus": one.mark.bonus} if one.mark else None
    context = {
        "section": "matching",
        "couple": one,
        "lines": compare(one.newcomer, one.coach, one.pair, clock.today()),
        "form": form or FeelingForm(initial=noted),
    }
    return render(request, "matching/pair.html", context, status=422 if form else 200)


def _proposed_start(found: Proposal) -> dict[str, object]:
    """Today; with the children of whom the ages are known (R104)."""
    profile = getattr(found.newcomer, "profile", None)
    return {"starts_on": clock.today(), "with_children": bool(profile and profile.children_bands)}


def _show_proposal(
    request: DeskRequest,
    found: Proposal,
    form: PeriodForm | None = None,
    answers: Mapping[str, AnswerForm] | None = None,
) -> HttpResponse:
    refused = form is not None or answers is not None
    names = Names(found.newcomer.person.given_name, found.coach.person.given_name)
    sides = [
        (Role.NEWCOMER, found.newcomer, found.newcomer_answer),
        (Role.COACH, found.coach, found.coach_answer),
    ]
    context = {
        "section": "matching",
        "proposal": found,
        "is_open": found.status == ProposalStatus.OPEN,
        "is_ready": found.newcomer_answer == found.coach_answer == Answer.YES,
        "sides": [
            (side, part, said, (answers or {}).get(side) or AnswerForm(initial={"answer": said}, prefix=side))
            for side, part, said in sides
        ],
        "papers": may_be_active(found.coach, clock.today()),
        "children": may_be_with_children(found.coach, clock.today()),
        "layers": layers(found.reasons, names),
        "form": form or PeriodForm(initial=_proposed_start(found)),
    }
    return render(request, "matching/proposal.html", context, status=422 if refused else 200)
