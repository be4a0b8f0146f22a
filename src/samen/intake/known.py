"""What is known already of the answers to the conversation, wherever each of them is kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from json import dumps
from typing import Any

from samen.base import audit
from samen.intake.forms import WishesForm
from samen.intake.guide import Question, Store, questions
from samen.intake.models import Answer, NotWith, Profile
from samen.papers.models import Clearance, NoteReceipt
from samen.papers.queries import clearance_of, latest_receipt
from samen.people.choices import Role
from samen.people.models import Consent, Participation

PROFILE_FIELDS = frozenset(
    {"availability", "interests", "profession", "personality", "language_level", "household"}
    | {"children_bands", "capacity"}
)
# What stands in the form of somebody about whom nothing is known.
NOTHING_KNOWN = Profile()
PERSON_FIELDS = frozenset(
    {"given_name", "family_name", "phone", "email", "gender", "birth_year", "postal_code"}
    | {"phone_language", "written_language"}
)


# Whoever holds a candidate's link acts for them, without a name.
READER = audit.Actor("reader")
EMPTY: tuple[Any, ...] = (None, "", [], False)


@dataclass(frozen=True)
class Said:
    """What stands for one question: the values of its fields, the note, and who noted it last."""

    values: dict[str, Any] = field(default_factory=dict)
    note: str = ""
    was_asked: bool = False
    changed_by: str = ""
    changed_at: datetime | None = None

    @property
    def mark(self) -> str:
        """Differs as soon as somebody changed anything: tells two people who note at the same time."""
        filled = {name: value for name, value in self.values.items() if value not in EMPTY}
        return sha256(dumps([filled, self.note], sort_keys=True, default=str).encode()).hexdigest()[:16]

    @property
    def is_from_candidate(self) -> bool:
        """Whether somebody told it themselves, by their link."""
        return self.changed_by == READER.label

    @property
    def has_something(self) -> bool:
        """Whether anything was filled in."""
        return any(value not in EMPTY for value in self.values.values())


def known(part: Participation) -> dict[str, Said]:
    """What is known of every question to this participant, in a fixed number of queries."""
    answers = {answer.question: answer for answer in Answer.objects.filter(participation=part)}
    profile = Profile.objects.filter(participation=part).first()
    sources = _Sources(
        part,
        profile,
        WishesForm.initial_of(list(part.wishes.all())),
        sorted(NotWith.objects.filter(participation=part).values_list("other_id", flat=True)),
        {consent.kind: consent for consent in Consent.objects.filter(participation=part, withdrawn_on=None)},
        latest_receipt(part) if part.role == Role.COACH else None,
        clearance_of(part) if part.role == Role.COACH else None,
    )
    return {
        question.code: _said(question, answers.get(question.code), sources)
        for question in questions(part.role)
    }


@dataclass(frozen=True)
class _Sources:
    part: Participation
    profile: Profile | None
    wishes: dict[str, Any]
    not_with: list[int]
    consents: Mapping[str, Consent]
    receipt: NoteReceipt | None
    clearance: Clearance | None


def _said(question: Question, answer: Answer | None, sources: _Sources) -> Said:
    values = _values(question, answer.value if answer else {}, sources)
    if answer is None:
        return Said(values)
    return Said(values, answer.note, True, answer.changed_by, answer.changed_at)


def _values(question: Question, kept: Mapping[str, Any], sources: _Sources) -> dict[str, Any]:
    if question.store is Store.WISHES:
        return sources.wishes
    if question.store is Store.NOT_WITH:
        return {"not_with": sources.not_with}
    if question.store is Store.NOTE:
        return {"way": sources.receipt.way} if sources.receipt else {}
    if question.store is Store.DUTY:
        return {"duty": sources.clearance.duty} if sources.clearance else {}
    if question.store is Store.CONSENT:
        consent = sources.consents.get(str(question.consent))
        return {"given": "yes", "way": consent.way} if consent else dict(kept)
    return {name: _field(name, kept, sources) for name in question.form.base_fields}


def _field(name: str, kept: Mapping[str, Any], sources: _Sources) -> Any:
    if name in PERSON_FIELDS:
        return getattr(sources.part.person, name)
    if name in PROFILE_FIELDS:
        return getattr(sources.profile or NOTHING_KNOWN, name)
    return kept.get(name)
