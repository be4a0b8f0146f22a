"""One part of the conversation as a page: its questions, what is known, what becomes of what was typed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from samen.base import audit
from samen.intake import talk_actions
from samen.intake.careful import sensitive_words
from samen.intake.forms import WishesForm
from samen.intake.guide import GUIDES, Need, Question, Section, Store, questions
from samen.intake.known import EMPTY, Said, known
from samen.intake.talk_forms import LONGEST_NOTE, DutyForm, NotWithForm
from samen.people.models import Participation

Data = Mapping[str, Any]


@dataclass
class Block:
    """One question on the page."""

    question: Question
    said: Said
    form: forms.Form
    note: str = ""
    note_error: str = ""
    # What a colleague noted in the meantime, when it is not what was typed here.
    meanwhile: Said | None = None
    careful: list[str] = field(default_factory=list)

    @property
    def mark(self) -> str:
        """What was known when this page was made."""
        return self.said.mark

    @property
    def has_error(self) -> bool:
        """Whether something could not be kept."""
        return bool(self.form.errors or self.note_error or self.meanwhile)

    @property
    def meanwhile_lines(self) -> list[tuple[str, str]]:
        """What the colleague noted, in words."""
        return list(in_words(self.question, self.meanwhile)) if self.meanwhile else []


def blocks(
    part: Participation, section: Section, others: Iterable[Participation], data: Data | None = None
) -> list[Block]:
    """The questions of a part, with what is known or what was typed."""
    said = known(part)
    them = list(others)
    return [_block(question, said[question.code], them, data) for question in section.questions]


def _block(question: Question, said: Said, others: list[Participation], data: Data | None) -> Block:
    form = question.form(data, initial=said.values, prefix=question.code)
    if isinstance(form, NotWithForm):
        form.among(others)
    for shape in form.fields.values():
        # Everything may stay empty here: saying so at each field would only be noise.
        shape.quiet = True  # type: ignore[attr-defined]
    # PostgreSQL keeps no NUL, which nobody types and a broken keyboard may send.
    typed = "" if data is None else str(data.get(f"{question.code}-note", ""))
    note = said.note if data is None else typed.replace("\x00", "").strip()
    block = Block(question, said, form, note)
    if len(note) > LONGEST_NOTE:
        block.note_error = _("Deze notitie is te lang. Gebruik hoogstens %(n)s tekens.") % {"n": LONGEST_NOTE}
    if data is not None and form.is_valid():
        block.careful = sensitive_words(" ".join([note, *_texts(form)]))
    return block


def _texts(form: forms.Form) -> list[str]:
    """Whatever was written in own words."""
    return [
        str(form.cleaned_data[name])
        for name, shape in form.fields.items()
        if type(shape) is forms.CharField and name in form.cleaned_data
    ]


def keep_all(
    part: Participation,
    found: list[Block],
    data: Data,
    *,
    all_asked: bool,
    language: str,
    now: datetime,
    actor: audit.Actor,
) -> None:
    """Keep each answer that is whole and that nobody else changed since; the others stay as typed.

    `all_asked`: whoever goes on to the next part asked everything in this one.
    """
    for block in found:
        if block.form.is_valid() and not block.note_error:
            _keep(part, block, data, all_asked=all_asked, language=language, now=now, actor=actor)


def _keep(
    part: Participation,
    block: Block,
    data: Data,
    *,
    all_asked: bool,
    language: str,
    now: datetime,
    actor: audit.Actor,
) -> None:
    question, stands = block.question, block.said
    values = normal(question, block.form)
    if question.store in (Store.NOTE, Store.DUTY) and (
        not all_asked or values == {} or values.get("way") == ""
    ):
        # Proof is noted when somebody goes on, never while they type; and left open it stays as it was.
        return
    typed = Said(as_known(question, values), block.note, was_asked=True)
    is_same = typed.mark == stands.mark
    if is_same and (stands.was_asked or not all_asked):
        return
    seen = data.get(f"{question.code}-was", stands.mark)
    if not is_same and seen not in (stands.mark, typed.mark):
        block.meanwhile = stands
        return
    if not is_same and seen == typed.mark:
        # Somebody else changed it and nothing was changed here.
        return
    talk_actions.keep(
        part=part, question=question, values=values, note=block.note, language=language, now=now, actor=actor
    )
    block.said = typed


def normal(question: Question, form: forms.Form) -> dict[str, Any]:
    """What was filled in, as the action takes it."""
    if isinstance(form, WishesForm):
        return {"wishes": form.wishes()}
    if isinstance(form, DutyForm):
        return {"duty": form.duty(), "has_tacit_term": form.has_tacit_term} if form.is_answered else {}
    if question.store is Store.CONSENT:
        return {name: value for name, value in form.cleaned_data.items() if form.cleaned_data["given"]}
    return dict(form.cleaned_data)


def as_known(question: Question, values: dict[str, Any]) -> dict[str, Any]:
    """The same, as it will be known afterwards."""
    if question.store is Store.WISHES:
        return WishesForm.initial_of(values["wishes"])
    if question.store is Store.NOT_WITH:
        return {"not_with": sorted(values["not_with"])}
    if question.store is Store.DUTY:
        return {"duty": values["duty"]} if values else {}
    return values


def in_words(question: Question, said: Said) -> Iterator[tuple[str, str]]:
    """What was said, field by field, as a person reads it."""
    form = question.form(initial=said.values)
    for bound in form:
        value = said.values.get(bound.name)
        if value not in EMPTY:
            yield str(bound.label), _word(bound.field, value)
    if said.note:
        yield _("Notitie"), said.note


def _word(shape: forms.Field, value: Any) -> str:
    if value is True:
        return _("ja")
    labels = dict(getattr(shape, "choices", ()) or ())
    each = value if isinstance(value, list) else [value]
    return ", ".join(str(labels.get(one, one)) for one in each)


# ---------- How far it is ----------


@dataclass(frozen=True)
class Progress:
    """What is still missing: for matching, as proof, and what is merely nice to know."""

    missing: dict[Need, list[Question]]
    share: int

    @property
    def for_matching(self) -> list[Question]:
        """Without these, fewer or worse proposals."""
        return self.missing[Need.MATCHING]

    @property
    def as_proof(self) -> list[Question]:
        """These show that it was told and asked."""
        return self.missing[Need.PROOF]

    @property
    def nice(self) -> list[Question]:
        """These may wait for the duo."""
        return self.missing[Need.NICE]


def progress(role: str, said: Mapping[str, Said]) -> Progress:
    """How complete the answers are; `share` is the part of what matching needs that is there, 0 to 100."""
    missing: dict[Need, list[Question]] = {need: [] for need in Need}
    needed = 0
    for question in questions(role):
        needed += question.need is Need.MATCHING
        if not is_answered(question, said[question.code]):
            missing[question.need].append(question)
    return Progress(missing, round(100 * (needed - len(missing[Need.MATCHING])) / needed))


def is_answered(question: Question, said: Said) -> bool:
    """Whether there is an answer; to some questions nothing is one."""
    if question.may_stay_empty:
        return said.was_asked or said.has_something
    return said.has_something


def steps(role: str, said: Mapping[str, Said]) -> list[tuple[Section, bool]]:
    """Each part of the conversation, and whether everything in it was asked."""
    return [
        (section, all(said[q.code].was_asked or is_answered(q, said[q.code]) for q in section.questions))
        for section in GUIDES[role]
    ]
