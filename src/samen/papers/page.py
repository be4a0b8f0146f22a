"""What the page of a coach's papers shows, put together from plain reads."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from samen.papers import queries, record_queries, rules
from samen.papers.choices import ClearanceStatus as S
from samen.papers.choices import Duty
from samen.papers.models import Clearance
from samen.people.choices import Role
from samen.people.models import Participation

DONE, NOW, AHEAD = "done", "now", "ahead"


@dataclass(frozen=True)
class Stage:
    """One step of the picture: what, how far, and when it was."""

    label: str
    state: str
    on: date | None = None


def papers_view(part: Participation, today: date) -> dict[str, Any]:
    """Everything that the page shows about one person."""
    if part.role != Role.COACH:
        return {"part": part, "is_coach": False}
    declarations = queries.clearances_of(part)
    clearance = next((one for one in declarations if one.ended_on is None), None)
    status = rules.state_on(clearance.state, today) if clearance else S.UNKNOWN
    stood = rules.stood(clearance.state, today) if clearance else S.UNKNOWN
    note, receipts = queries.current_note(), queries.receipts_of(part)
    return {
        "part": part,
        "is_coach": True,
        "clearance": clearance,
        "status": status,
        "stood": stood,
        "stages": stages(clearance, stood) if clearance else [],
        "verdict": queries.may_be_active(part, today),
        "earlier": [one for one in declarations if one.ended_on],
        "may_take_back": stood in rules.BACK and status != S.EXPIRED,
        "may_file": stood == S.TOLD and status != S.EXPIRED,
        "may_answer": status != S.EXPIRED and any(rules.may_step(stood, one) for one in rules.ANSWERS),
        "record_checks": record_queries.checks_of(part),
        "record": record_queries.counts_now(part, today),
        "note": note,
        "receipts": receipts,
        "has_newest_note": bool(note and receipts and receipts[0].note_id == note.pk),
    }


def stages(clearance: Clearance, stood: S) -> list[Stage]:
    """Told, filed, answered; a coach without a duty has one step, and one who only tells has two."""
    if clearance.duty == Duty.NONE:
        return [Stage(_("Gevraagd: niets nodig"), DONE, clearance.asked_on)]
    filed = _("Gevraagd om toelating") if clearance.duty == Duty.ASK else _("Gemeld")
    steps = [
        (_("Weet wat moet"), clearance.told_on),
        (filed, clearance.filed_on),
    ]
    if clearance.duty == Duty.ASK or clearance.has_tacit_term or clearance.answered_on:
        steps.append((_answer(clearance, stood), _answered(clearance, stood)))
    first_open = next((n for n, (_label, on) in enumerate(steps) if on is None), len(steps))
    states = [DONE if n < first_open else NOW if n == first_open else AHEAD for n in range(len(steps))]
    return [Stage(label, state, on) for (label, on), state in zip(steps, states, strict=True)]


def _answer(clearance: Clearance, stood: S) -> str:
    labels = {
        S.ACCEPTED: _("Antwoord: ja"),
        S.LIMITED: _("Antwoord: ja, met grenzen"),
        S.REFUSED: _("Antwoord: nee"),
        S.TACIT: _("Geen antwoord: dus goed"),
    }
    return labels.get(stood, _("Antwoord"))


def _answered(clearance: Clearance, stood: S) -> date | None:
    return clearance.answer_due_on if stood == S.TACIT else clearance.answered_on
