"""After the conversation: what is decided, and the message that tells it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from samen.base import audit
from samen.base.dates import add_months
from samen.base.errors import RuleBroken
from samen.base.languages import DUTCH, codes, language
from samen.base.moments import full_day, full_day_lazy
from samen.duos.choices import DuoStatus
from samen.duos.models import Duo
from samen.intake import actions as intake
from samen.intake import messages
from samen.intake.choices import Outcome
from samen.intake.models import Decision, OtherInitiative
from samen.matching.actions import withdraw
from samen.matching.choices import ProposalStatus
from samen.matching.queries import proposals_of
from samen.messaging.actions.outbox import enqueue
from samen.messaging.kinds import Words
from samen.messaging.placeholders import render
from samen.messaging.queries import initiative, text
from samen.people.models import Participation
from samen.people.recipients import recipient

KINDS: Mapping[Outcome, str] = {
    Outcome.ACCEPTED: messages.ACCEPTED,
    Outcome.WAITING_LANGUAGE: messages.WAIT_LANGUAGE,
    Outcome.WAITING_PERMISSION: messages.WAIT_PERMISSION,
    Outcome.REFERRED: messages.REFERRED,
    Outcome.DECLINED: messages.DECLINED,
    Outcome.WITHDRAWN: messages.WITHDRAWN,
}
# Domain table 4.1: whoever waits is called again after three months, unless another day is chosen.
RECALL_MONTHS = 3


@dataclass(frozen=True)
class Choice:
    """What was chosen, and why."""

    outcome: Outcome
    reason: str = ""
    recall_on: date | None = None
    referred_to: OtherInitiative | None = None


def default_recall(today: date) -> date:
    """When to look again, unless somebody knows better."""
    return add_months(today, RECALL_MONTHS)


def reads_in(part: Participation) -> str:
    """The language in which somebody reads."""
    return part.person.written_language if part.person.written_language in codes() else DUTCH


def words(part: Participation, choice: Choice, in_language: str) -> Words:
    """The message as it would leave, with what is known filled in."""
    kind = KINDS[choice.outcome]
    found = text(kind, in_language)
    other = choice.referred_to
    with override(found.language):
        values = {
            "initiative": initiative().name,
            "given_name": part.person.given_name,
            "day": full_day(choice.recall_on) if choice.recall_on else "…",
            "other": other.name if other else "…",
            "other_contact": (other.phone or other.email or other.contact_name) if other else "…",
        }
    is_rtl = language(found.language).is_rtl
    return Words(
        render(found.subject, values, is_rtl=is_rtl),
        render(found.body, values, is_rtl=is_rtl),
        found.language,
    )


@transaction.atomic
def decide(
    *, part: Participation, choice: Choice, tell: Words | None, now: datetime, actor: audit.Actor
) -> Decision:
    """Note the decision; whoever does not take part is in no proposal any more; they are told, if wanted."""
    takes_part = choice.outcome == Outcome.ACCEPTED
    if not takes_part:
        _refuse_with_duo(part)
        for proposal in proposals_of(part).filter(status=ProposalStatus.OPEN):
            withdraw(proposal=proposal, actor=actor)
    decision = intake.decide(
        part=part,
        outcome=choice.outcome,
        reason=choice.reason,
        recall_on=choice.recall_on,
        referred_to=choice.referred_to,
        today=now.date(),
        actor=actor,
    )
    if tell is not None:
        _tell(part, decision, choice, tell, now)
    return decision


def _refuse_with_duo(part: Participation) -> None:
    running = Duo.objects.filter(status=DuoStatus.ACTIVE)
    if running.filter(newcomer=part).exists() or running.filter(coach=part).exists():
        raise RuleBroken(
            "has_a_duo",
            _("%(name)s heeft nog een duo. Rond dat eerst af, met de reden erbij.")
            % {"name": part.person.given_name},
        )


def _tell(part: Participation, decision: Decision, choice: Choice, tell: Words, now: datetime) -> None:
    """The coordinator's own words when they changed them; else the text of the kind, its Dutch below it."""
    kind, other = KINDS[choice.outcome], choice.referred_to
    is_changed = tell != words(part, choice, reads_in(part))
    values = {
        "given_name": part.person.given_name,
        "other": other.name if other else "",
        "other_contact": (other.phone or other.email or other.contact_name) if other else "",
        "day": "",
    }
    if choice.recall_on:
        values["day"] = full_day_lazy(choice.recall_on)
    enqueue(
        key=f"decision:{decision.pk}",
        kind=kind,
        to=recipient(part.person),
        values=values,
        about=f"part:{part.pk}",
        words=tell if is_changed else None,
        now=now,
    )


@transaction.atomic
def take_back(*, part: Participation, today: date, actor: audit.Actor) -> None:
    """Look at it again; what was decided before stays in the history."""
    intake.decide(part=part, outcome=Outcome.REOPENED, today=today, actor=actor)
