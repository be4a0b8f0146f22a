"""What must be in order before a duo starts, and why it may not yet (domain 4.2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from samen.base.errors import RuleBroken
from samen.papers.policy_queries import policy_on
from samen.papers.queries import current_note, latest_receipt, may_be_active
from samen.papers.record_queries import may_be_with_children
from samen.people.models import Participation


@dataclass(frozen=True)
class Ground:
    """What the coordinator says at the start: what was told and given, and why it may begin all the same."""

    rules_told: bool
    note_given: bool = False
    why: str = ""


@dataclass(frozen=True)
class Guard:
    """One thing that must be in order; a soft one may be passed over with a reason, which is kept."""

    code: str
    is_met: bool
    sentence: str
    is_soft: bool = False

    @property
    def stands(self) -> str:
        """How it looks: in order, asks for a reason, or stops the start."""
        return "good" if self.is_met else "warn" if self.is_soft else "bad"


def guards(
    coach: Participation, *, starts_on: date, today: date, ground: Ground, meets_minors: bool
) -> Sequence[Guard]:
    """Everything that is looked at, in the order in which a coordinator meets it; a few reads at most."""
    return (
        _rules_told(ground),
        _benefit(coach, today),
        *([_record(coach, starts_on)] if meets_minors else []),
        _note(coach, ground),
        _policy(max(starts_on, today)),
        _starts_in_time(starts_on, today),
    )


def refuse_unmet(found: Sequence[Guard], why: str) -> None:
    """Raise for the first thing that stops the start; then for what asks for a reason and has none."""
    unmet = [guard for guard in found if not guard.is_met]
    for guard in unmet:
        if not guard.is_soft:
            raise RuleBroken(guard.code, guard.sentence)
    if unmet and not why.strip():
        raise RuleBroken(
            "needs_reason", " ".join([*(guard.sentence for guard in unmet), _("Schrijf waarom.")])
        )


def _rules_told(ground: Ground) -> Guard:
    """FAQ question 1, rules 3 and 4; R5, R6, R51."""
    sentence = (
        _("Allebei kennen de vier regels en doen mee omdat zij dat zelf willen.")
        if ground.rules_told
        else _("Leg eerst aan allebei de vier regels uit en vraag of zij zelf willen meedoen. Duid dat aan.")
    )
    return Guard("rules_not_told", ground.rules_told, sentence)


def _benefit(coach: Participation, today: date) -> Guard:
    """FAQ question 12; R80."""
    verdict = may_be_active(coach, today)
    settled = _("Wat %(name)s over een uitkering moet regelen, is in orde.")
    return Guard("no_clearance", verdict.ok, verdict.sentence or settled % {"name": coach.person.given_name})


def _record(coach: Participation, on: date) -> Guard:
    """Somebody read the criminal-record extract of a coach who sees minors (domain 5.7)."""
    verdict = may_be_with_children(coach, on)
    settled = _("Het uittreksel uit het strafregister van %(name)s is bekeken.")
    return Guard(
        "no_record_check", verdict.ok, verdict.sentence or settled % {"name": coach.person.given_name}
    )


def _note(coach: Participation, ground: Ground) -> Guard:
    """Law of 3 July 2005, art. 4: a volunteer has the note before they begin (R58)."""
    name = {"name": coach.person.given_name}
    note = current_note()
    if note is None and not ground.note_given:
        return Guard("no_note", False, _("Er is nog geen organisatienota."), is_soft=True)
    receipt = latest_receipt(coach)
    if ground.note_given or (note and receipt and receipt.note_id == note.pk):
        return Guard("no_receipt", True, _("%(name)s kreeg de organisatienota.") % name)
    return Guard(
        "no_receipt",
        False,
        _("%(name)s heeft de organisatienota nog niet. Geef ze nu, en duid dat aan.") % name,
    )


def _policy(day: date) -> Guard:
    """Law of 3 July 2005, art. 6; R53: a soft block."""
    policy = policy_on(day)
    sentence = (
        _("Er is een verzekering: %(insurer)s.") % {"insurer": policy.insurer}
        if policy
        else _("Er is op die dag geen verzekering voor burgerlijke aansprakelijkheid.")
    )
    return Guard("no_policy", policy is not None, sentence, is_soft=True)


def _starts_in_time(starts_on: date, today: date) -> Guard:
    """A start that is noted afterwards is kept with its reason."""
    late = starts_on < today
    sentence = _("De startdag is al voorbij.") if late else _("De startdag is vandaag of later.")
    return Guard("starts_in_the_past", not late, sentence, is_soft=True)
