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
from django.utils.translation import gettext as _

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
    return pdf.render(DESIGNS / "link_letter.typ", _letter_values(papers, initiative, now), on=now.date())


def labels(papers: Sequence[Paper], size: Labels, *, on: date) -> bytes:
    """As many sheets as are needed."""
    return pdf.render(DESIGNS / "link_labels.typ", _label_values(papers, size), on=on)


def _letter_values(papers: Sequence[Paper], initiative: Initiative, now: datetime) -> dict[str, Any]:
    until = (now + CODE_LASTS).date()
    readable = {code: _readable(code, until) for code in {_reads(paper.person) for paper in papers}}
    coloured = re.fullmatch(r"#[0-9a-f]{6}", initiative.colour)
    return {
        "colour": pdf_colour(initiative.colour) if coloured else VLIER,
        "name": plain(initiative.name),
        "alt": _("QR-code"),
        "url": in_short(settings.BASE_URL + reverse("my_code")),
        "contact": ", ".join(part for part in _contact(initiative) if part),
        "letters": [_letter(paper, readable, until) for paper in papers],
    }


def _label_values(papers: Sequence[Paper], size: Labels) -> dict[str, Any]:
    names = Counter(paper.person.given_name for paper in papers)
    return {
        **asdict(SHEETS[size]),
        "alt": _("QR-code"),
        "url": in_short(settings.BASE_URL + reverse("my_code")),
        "title": str(Way.LABELS.label),
        "labels": [
            {
                "name": plain(_label_name(paper.person, names)),
                "code": paper.as_typed,
                "qr": qr.picture(paper.address),
            }
            for paper in papers
        ],
    }


def _letter(paper: Paper, readable: dict[str, bool], until: date) -> dict[str, Any]:
    own, name = _reads(paper.person), plain(paper.person.given_name)
    # What our faces do not hold, or nobody translated yet, would only fill half of the page.
    codes = (own, languages.DUTCH) if readable[own] else (languages.DUTCH,)
    said = {code: letter_words(code, name=name, code_until=until) for code in codes}
    return {
        "code": paper.as_typed,
        "qr": qr.picture(paper.address),
        "texts": [{**setting(code), **asdict(words)} for code, words in said.items()],
    }


def _reads(person: Person) -> str:
    """In which language of the site somebody reads."""
    return person.written_language if person.written_language in languages.codes() else languages.DUTCH


def _readable(language: str, until: date) -> bool:
    """Whether the letter was translated and our typefaces have its letters: empty boxes help nobody."""
    own = letter_words(language, name="", code_until=until)
    if own.steps == letter_words(languages.DUTCH, name="", code_until=until).steps:
        return False
    return not pdf.letters_without_face(own.all)


def _contact(initiative: Initiative) -> tuple[str, ...]:
    known = (initiative.contact_name, phone(initiative.contact_phone), initiative.contact_hours)
    return tuple(plain(part) for part in known)


def _label_name(person: Person, names: Counter[str]) -> str:
    """The first name; two of the same name get the first letter of the family name."""
    if names[person.given_name] > 1 and person.family_name:
        return f"{person.given_name} {person.family_name[:1]}."
    return person.given_name
