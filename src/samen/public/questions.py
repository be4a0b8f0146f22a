"""Which questions a registration has, in which order, and what follows which."""

from dataclasses import dataclass
from typing import Any

from samen.outreach.choices import SourceKind
from samen.outreach.models import Draft
from samen.public import forms_public as asked
from samen.public.forms_public import Question

ALWAYS: dict[str, type[Question]] = {
    "name": asked.NameQuestion,
    "reach": asked.ReachQuestion,
    "phone-language": asked.PhoneLanguageQuestion,
    "written-language": asked.WrittenLanguageQuestion,
    "place": asked.PlaceQuestion,
    "free": asked.FreeQuestion,
}


def questions(draft: Draft) -> dict[str, type[Question]]:
    """The questions of this draft by name, in order: nothing is asked that a link told already."""
    found = dict(ALWAYS)
    if draft.source_id is None:
        found["heard"] = asked.HeardQuestion
    elif draft.source and draft.source.kind == SourceKind.INTERMEDIARY:
        found["may-know"] = asked.MayKnowQuestion
    return found


@dataclass(frozen=True)
class Position:
    """Where a question stands among the others."""

    name: str
    number: int
    total: int
    before: str
    after: str

    @property
    def pips(self) -> list[str]:
        """One mark a question: done, now or ahead."""
        return [
            "done" if n < self.number else "now" if n == self.number else "" for n in range(1, self.total + 1)
        ]


def position(draft: Draft, name: str) -> Position:
    """Where this question stands; `before` and `after` are "" at the ends."""
    names = list(questions(draft))
    at = names.index(name)
    return Position(
        name=name,
        number=at + 1,
        total=len(names),
        before=names[at - 1] if at else "",
        after=names[at + 1] if at + 1 < len(names) else "",
    )


def first_unanswered(draft: Draft) -> str:
    """The first question whose answer is missing or no longer good; "" when all are fine."""
    for name, question in questions(draft).items():
        if name not in draft.answers or not question(draft.answers[name]).is_valid():
            return name
    return ""


def answers(draft: Draft) -> dict[str, Any]:
    """Every checked answer, by the name of its field."""
    found: dict[str, Any] = {}
    for name, question in questions(draft).items():
        form = question(draft.answers.get(name))
        if form.is_valid():
            found |= form.cleaned_data
    return found
