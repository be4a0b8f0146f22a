"""Personal links on paper: a letter for each in their own language with the Dutch beside it, or labels."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.urls import reverse

from samen.base import languages, qr
from samen.base.templatetags.parts import phone
from samen.desk.choices import Labels, Way
from samen.desk.link_words import letter_words
from samen.documents import pdf
from samen.initiatives.models import Initiative
from samen.outreach.addresses import in_short
from samen.outreach.materials import plain, setting
from samen.papers.documents import VLIER, pdf_colour
from samen.people.link_actions import CODE_LASTS
from samen.people.models import Person

DESIGNS = Path(__file__).parent / "designs"


@dataclass(frozen=True)
class Paper:
    """For whom, and the two secrets that stand on it."""

    person: Person
    address: str
    code: str

    @property
    def as_typed(self) -> str:
        """The code in two groups, as the eye takes it."""
        return f"{self.code[:4]} {self.code[4:]}"


@dataclass(frozen=True)
class LabelSheet:
    """How labels lie on a sheet of A4, in millimetres."""

    columns: int
    rows: int
    width: float
    height: float
    left: float
    top: float
    between: float = 0.0


SHEETS = {
    Labels.SMALL: LabelSheet(3, 8, 70, 37, left=0, top=0.5),
    Labels.ROUNDED: LabelSheet(3, 7, 63.5, 38.1, left=7.2, top=15.15, between=2.55),
}


def letters(papers: Sequence[Paper], initiative: Initiative, *, now: datetime) -> bytes:
    """A page for each, in their order."""
    until = (now + CODE_LASTS).date()
    readable = {code: _readable(code, until) for code in {_reads(paper.person) for paper in papers}}
    coloured = re.fullmatch(r"#[0-9a-f]{6}", initiative.colour)
    values = {
        "colour": pdf_colour(initiative.colour) if coloured else VLIER,
        "name": plain(initiative.name),
        "url": in_short(settings.BASE_URL + reverse("my_code")),
        "contact": ", ".join(part for part in _contact(initiative) if part),
        "letters": [_letter(paper, readable, until) for paper in papers],
    }
    return pdf.render(DESIGNS / "link_letter.typ", values, on=now.date())


def labels(papers: Sequence[Paper], size: Labels, *, on: date) -> bytes:
    """As many sheets as are needed; two of the same name get the first letter of the family name."""
    names = Counter(paper.person.given_name for paper in papers)
    values = {
        **asdict(SHEETS[size]),
        "url": in_short(settings.BASE_URL + reverse("my_code")),
        "title": str(Way.LABELS.label),
        "labels": [
            {
                "name": plain(_label_name(paper.person, names)),
                "code": paper.as_typed,
                "qr": qr.drawing(paper.address),
            }
            for paper in papers
        ],
    }
    return pdf.render(DESIGNS / "link_labels.typ", values, on=on)


def _letter(paper: Paper, readable: dict[str, bool], until: date) -> dict[str, Any]:
    own = _reads(paper.person)
    codes = dict.fromkeys((own, languages.DUTCH) if readable[own] else (languages.DUTCH,))
    name = plain(paper.person.given_name)
    words = [(code, letter_words(code, name=name, code_until=until)) for code in codes]
    return {
        "code": paper.as_typed,
        "qr": qr.drawing(paper.address),
        "texts": [{**setting(code), **asdict(said)} for code, said in words],
    }


def _reads(person: Person) -> str:
    """In which language of the site somebody reads."""
    return person.written_language if person.written_language in languages.codes() else languages.DUTCH


def _readable(language: str, until: date) -> bool:
    """Whether our typefaces have its letters: a page of empty boxes helps nobody."""
    return not pdf.letters_without_face(letter_words(language, name="", code_until=until).all)


def _contact(initiative: Initiative) -> tuple[str, ...]:
    known = (initiative.contact_name, phone(initiative.contact_phone), initiative.contact_hours)
    return tuple(plain(part) for part in known)


def _label_name(person: Person, names: Counter[str]) -> str:
    if names[person.given_name] > 1 and person.family_name:
        return f"{person.given_name} {person.family_name[:1]}."
    return person.given_name
