"""The page of one proposal: the answers, the first meeting, the start, and why this pair."""

from collections.abc import Mapping
from datetime import date

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from samen.base import clock
from samen.base.clock import BRUSSELS
from samen.duos import life_rules
from samen.duos.forms import StartForm
from samen.duos.guards import Ground, guards
from samen.initiatives.access import DeskRequest
from samen.matching.board import layers
from samen.matching.choices import Answer, ProposalStatus
from samen.matching.forms import AnswerForm, FirstMeetingForm
from samen.matching.models import Proposal
from samen.matching.sentences import Names
from samen.papers.record_queries import may_be_with_children
from samen.people.choices import Role

# What the page asks with a box to tick stands there, and not once more among what is in order.
_ASKED = {"rules_not_told", "starts_in_the_past"}


def find_proposal(pk: int) -> Proposal:
    """A proposal with its people, or 404."""
    people = ("newcomer__person", "newcomer__profile", "coach__person", "coach__profile")
    return get_object_or_404(Proposal.objects.select_related(*people), pk=pk)


def show_proposal(
    request: DeskRequest,
    found: Proposal,
    *,
    start: StartForm | None = None,
    answers: Mapping[str, AnswerForm] | None = None,
    first: FirstMeetingForm | None = None,
) -> HttpResponse:
    """The page; a form that was refused stands on it with its errors."""
    refused = any(given is not None for given in (start, answers, first))
    today = clock.today()
    is_open = found.status == ProposalStatus.OPEN
    is_ready = found.newcomer_answer == found.coach_answer == Answer.YES
    checks = (
        guards(found.coach, starts_on=today, today=today, ground=Ground(rules_told=True), meets_minors=False)
        if is_open and is_ready
        else ()
    )
    needs_note = any(check.code == "no_receipt" and not check.is_met for check in checks)
    asked = _ASKED | ({"no_receipt"} if needs_note else set())
    names = Names(found.newcomer.person.given_name, found.coach.person.given_name)
    context = {
        "section": "matching",
        "proposal": found,
        "is_open": is_open,
        "is_ready": is_ready,
        "trail": life_rules.trail(
            life_rules.stage_of_proposal(
                is_introduced=found.introduced_on is not None, both_said_yes=is_ready
            ),
            was_introduced=found.introduced_on is not None,
        )
        if is_open
        else [],
        "sides": [
            (side, part, said, (answers or {}).get(side) or AnswerForm(initial={"answer": said}, prefix=side))
            for side, part, said in (
                (Role.NEWCOMER, found.newcomer, found.newcomer_answer),
                (Role.COACH, found.coach, found.coach_answer),
            )
        ],
        "checks": [check for check in checks if check.code not in asked],
        "needs_note": needs_note,
        "children": may_be_with_children(found.coach, today),
        "layers": layers(found.reasons, names),
        "form": start or StartForm(initial=_proposed_start(found, today)),
        "first": first or FirstMeetingForm(initial=_first_meeting(found)),
    }
    return render(request, "matching/proposal.html", context, status=422 if refused else 200)


def _proposed_start(found: Proposal, today: date) -> dict[str, object]:
    """Today; with the children of whom the ages are known (R104)."""
    profile = getattr(found.newcomer, "profile", None)
    return {"starts_on": today, "with_children": bool(profile and profile.children_bands)}


def _first_meeting(found: Proposal) -> dict[str, object]:
    at = found.meets_at.astimezone(BRUSSELS) if found.meets_at else None
    return (
        {"day": at.date(), "time": at.time(), "where": found.meets_where, "tell": True}
        if at
        else {"tell": True}
    )
