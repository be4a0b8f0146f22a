"""Papers as PDF: a sheet, the organisation note, the organisation's part of a declaration."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from samen.base import languages
from samen.documents import pdf
from samen.initiatives.models import Initiative
from samen.initiatives.rules import FollowUp
from samen.papers.choices import LegalForm, Situation
from samen.papers.note import NoteText
from samen.papers.sheets import Headings, Law, Sheet, sheet
from samen.rulebook import queries as rulebook
from samen.rulebook.choices import Key

LETTER = Path(__file__).parent / "designs" / "letter.typ"
VLIER = "#6b2a5b"


@dataclass(frozen=True)
class Activity:
    """What a coach does, as the organisation declares it (R82)."""

    coach: str
    what: str
    where: str
    how_often: str
    hours: str
    starts_on: date | None
    money: str
    organisation: str
    legal_form: str


def sheet_pdf(initiative: Initiative, situation: str, language: str, *, on: date) -> bytes:
    """The sheet in a language, and after it the Dutch one: that is the one to show at a counter."""
    law = _law(on)
    # A page of empty boxes helps nobody: a language whose letters no face of ours holds is left out.
    own = [] if letters_without_face(language, on=on) else [language]
    codes = dict.fromkeys((*own, languages.DUTCH))
    pages = [_sheet_page(*sheet(situation, code, law, initiative.follow_up), code) for code in codes]
    return _letter(initiative, pages, on)


def letters_without_face(language: str, *, on: date) -> str:
    """The letters of the sheets in a language that would be empty boxes on paper."""
    law = _law(on)
    return pdf.letters_without_face(" ".join(str(sheet(one, language, law, FollowUp())) for one in Situation))


def _law(on: date) -> Law:
    return Law(
        answer_days=rulebook.on(Key.UNEMPLOYMENT_ANSWER, on).number,
        age=rulebook.on(Key.VOLUNTEER_AGE, on).number,
        age_after_school=rulebook.on(Key.VOLUNTEER_AGE_SCHOOL, on).number,
    )


def note_pdf(initiative: Initiative, text: NoteText, language: str, *, name: str, on: date) -> bytes:
    """The organisation note, with room to sign that it was received."""
    parts = [_part(part.heading, [part.text]) for part in text.parts]
    filled = dict(zip(text.signed, (name, "", ""), strict=True))
    parts.append(_part("", [text.received], fields=filled))
    page = _page(language, text.title, text.lead, parts, foot=text.version)
    return _letter(initiative, [page], on)


def declaration_pdf(initiative: Initiative, activity: Activity, language: str, *, on: date) -> bytes:
    """What the organisation declares: part II of form C45B, and the same facts for any other authority."""
    with translation.override(language):
        form = f" ({LegalForm(activity.legal_form).label})" if activity.legal_form else ""
        starts = date_format(activity.starts_on, "j F Y") if activity.starts_on else ""
        organisation = {
            _("Organisatie"): f"{activity.organisation}{form}",
            _("Contact"): _contact(initiative),
        }
        work = {
            _("Vrijwilliger"): activity.coach,
            _("Wat doet de vrijwilliger?"): activity.what,
            _("Waar?"): activity.where,
            _("Hoe vaak?"): activity.how_often,
            _("Hoeveel uur?"): activity.hours,
            _("Vanaf wanneer?"): starts,
            _("Geld"): activity.money,
        }
        signed = {_("Naam en functie"): "", _("Datum en handtekening"): ""}
        law = _(
            "Dit is vrijwilligerswerk zoals de wet van 3 juli 2005 het bedoelt: "
            "zonder loon, zonder verplichting, voor een organisatie zonder winst."
        )
        page = _page(
            language,
            _("Verklaring van de organisatie"),
            _(
                "Voor deel 2 van de aangifte van vrijwilligerswerk (C45B), voor de adviserend arts, "
                "voor het OCMW of voor Fedasil."
            ),
            [
                _part(_("De organisatie"), [], fields=organisation),
                _part(_("De activiteit"), [], fields=work),
                _part("", [law], fields=signed),
            ],
        )
    return _letter(initiative, [page], on)


def _sheet_page(words: Sheet, headings: Headings, language: str) -> dict[str, Any]:
    parts = [
        _part(headings.steps, [], steps=words.steps),
        _part(headings.start, [words.start]),
        _part(headings.coach, headings.about_coach),
    ]
    if words.sources:
        parts.insert(2, _part(headings.sources, [words.sources]))
    return _page(language, words.title, words.lead, parts, ask=headings.question)


def _letter(initiative: Initiative, pages: Iterable[dict[str, Any]], on: date) -> bytes:
    colour = initiative.colour if re.fullmatch(r"#[0-9a-f]{6}", initiative.colour) else VLIER
    values = {
        "colour": pdf_colour(colour),
        "name": initiative.name,
        "organisation": initiative.organisation if initiative.organisation != initiative.name else "",
        "contact": _contact(initiative),
        "pages": list(pages),
    }
    return pdf.render(LETTER, values, on=on)


def pdf_colour(colour: str) -> str:
    """The colour of the initiative where it is dark enough to write with; else ours."""
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    light = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return colour if 1.05 / (light + 0.05) >= 4.5 else VLIER


def _contact(initiative: Initiative) -> str:
    known = (
        initiative.contact_name,
        initiative.contact_phone,
        initiative.contact_email,
        initiative.contact_hours,
    )
    return ", ".join(part for part in known if part)


def _page(
    language: str,
    title: str,
    lead: str,
    parts: Sequence[dict[str, Any]],
    *,
    ask: str = "",
    foot: str = "",
) -> dict[str, Any]:
    known = languages.language(language)
    return {
        "lang": language.split("-")[0],
        "rtl": known.is_rtl,
        "script": pdf.script_of(language, is_rtl=known.is_rtl),
        "title": title,
        "lead": lead,
        "parts": list(parts),
        "ask": ask,
        "foot": foot,
    }


def _part(
    heading: str,
    lines: Iterable[str],
    *,
    steps: Iterable[str] = (),
    fields: dict[str, str] | None = None,
) -> dict[str, Any]:
    return {
        "heading": heading,
        "lines": list(lines),
        "steps": list(steps),
        "fields": [{"label": label, "value": value} for label, value in (fields or {}).items()],
    }
