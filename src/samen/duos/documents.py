"""The papers of a duo as PDF, each in the reader's own language with the Dutch beside it."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import override

from samen.base import languages, qr
from samen.base.moments import whole_date
from samen.base.templatetags.parts import phone
from samen.documents import pdf
from samen.duos.goal_queries import goals_of
from samen.duos.models import Duo, Plan
from samen.duos.paper_words import (
    AgreementWords,
    CertificateWords,
    ParticipationWords,
    SheetWords,
    agreement_words,
    certificate_words,
    in_hours,
    participation_words,
    sheet_words,
)
from samen.duos.plans import sides
from samen.duos.queries import thanked
from samen.files.choices import PictureKind
from samen.files.queries import picture
from samen.initiatives.models import Initiative
from samen.outreach.addresses import in_short
from samen.outreach.materials import drawn, plain, setting
from samen.papers.documents import VLIER, pdf_colour
from samen.people.models import Participation, Person

DESIGNS = Path(__file__).parent / "designs"
# So many goals fit on the page of the agreement.
MOST_WISHES = 5
Words = AgreementWords | SheetWords | CertificateWords | ParticipationWords


def agreement_pdf(duo: Duo, initiative: Initiative, *, on: date) -> bytes:
    """The agreement to sign: a page in the language of the newcomer, another when the coach reads another."""
    wishes = _wishes(duo.newcomer)

    def words(code: str) -> AgreementWords:
        return agreement_words(
            code,
            newcomer=plain(str(duo.newcomer)),
            coach=plain(str(duo.coach)),
            given=(plain(duo.newcomer.person.given_name), plain(duo.coach.person.given_name)),
            first=duo.starts_on,
            last=duo.ends_on,
            rhythm_days=duo.rhythm_days,
            wishes=wishes[:MOST_WISHES],
            more_wishes=len(wishes[MOST_WISHES:]),
        )

    said = [_texts(part.person, words) for part in (duo.newcomer, duo.coach)]
    pages = [{"texts": texts} for n, texts in enumerate(said) if texts not in said[:n]]
    return _made("agreement", initiative, {"title": _("Afspraak van het duo"), "pages": pages}, on=on)


def _wishes(newcomer: Participation) -> list[str | Promise]:
    """The goals of the newcomer that are not done yet (R48); none in letters that our typefaces lack."""
    open_ones = [one for one in goals_of(newcomer) if not one.is_done]
    words = [one.example or plain(one.goal.words) for one in open_ones]
    return [one for one in words if isinstance(one, Promise) or not pdf.letters_without_face(one)]


def sheet_pdf(duo: Duo, plan: Plan | None, initiative: Initiative, *, on: date) -> bytes:
    """A page for each of the two; `plan` is their agreed time. The code leads to a door without a secret."""
    address = settings.BASE_URL + reverse("my_code")
    values = {
        "title": _("Blad van het duo"),
        "alt": _("QR-code"),
        "qr": qr.picture(address),
        "url": in_short(address),
        "pages": [_sheet(duo, part, other, plan) for part, other in sides(duo)],
    }
    return _made("sheet", initiative, values, on=on)


def certificates_pdf(duo: Duo, initiative: Initiative, *, meetings: int, minutes: int, on: date) -> bytes:
    """A thank you for each of the two."""
    return all_certificates_pdf([(duo, meetings, minutes)], initiative, on=on)


def all_certificates_pdf(met: Sequence[tuple[Duo, int, int]], initiative: Initiative, *, on: date) -> bytes:
    """A thank you for each of the two of many duos; each duo with how often and how many minutes it met."""

    def words(
        part: Participation, duo: Duo, meetings: int, minutes: int
    ) -> Callable[[str], CertificateWords]:
        return lambda code: certificate_words(
            code,
            role=part.role,
            initiative=plain(initiative.name),
            first=duo.starts_on,
            last=duo.closed_on or duo.ends_on,
            meetings=meetings,
            minutes=minutes,
        )

    pages = [
        {"person": plain(str(part)), "texts": _texts(part.person, words(part, duo, meetings, minutes))}
        for duo, meetings, minutes in met
        for part in thanked(duo)
    ]
    return _made("certificate", initiative, {"title": _("Bedankt"), "pages": pages}, on=on)


def participation_pdf(duo: Duo, initiative: Initiative, *, counsellor: str, minutes: int, on: date) -> bytes:
    """The certificate of participation of the newcomer: only the hours for which we sign (R95)."""
    name = plain(str(duo.newcomer))
    until = min(duo.closed_on or on, duo.ends_on)
    # Whoever checks it reads Dutch, whatever the language of the desk.
    with override(languages.DUTCH):
        facts = {
            "Naam": name,
            "Organisatie": plain(initiative.organisation or initiative.name),
            "Contact": _contact(initiative),
            "Activiteit": "Duo met een vrijwillige coach: Nederlands oefenen en samen iets doen in de buurt",
            "Periode": f"{whole_date(duo.starts_on)} tot {whole_date(until)}",
            "Aantal uren": in_hours(minutes),
        }
    signs = {
        "Voor de organisatie: naam": "",
        "Datum en handtekening": "",
        "Bezorgd aan de trajectbegeleider": plain(counsellor),
        "Datum": "",
    }
    values = {
        "title": "Bewijs van deelname",
        "lead": "Voor het participatie- en netwerktraject.",
        "facts": _rows(facts),
        "signs": _rows(signs),
        "texts": _texts(duo.newcomer.person, lambda code: participation_words(code, name=name)),
    }
    return _made("participation", initiative, values, on=on)


def _sheet(duo: Duo, part: Participation, other: Participation, plan: Plan | None) -> dict[str, Any]:
    person = other.person

    def words(code: str) -> SheetWords:
        return sheet_words(
            code,
            role=other.role,
            name=plain(person.given_name),
            last=duo.ends_on,
            rhythm_days=duo.rhythm_days,
            meets_at=plan.starts_at if plan else None,
        )

    return {
        "contact": phone(person.phone) or person.email,
        "place": plain(plan.place) if plan else "",
        "texts": _texts(part.person, words),
    }


def _texts(person: Person, words: Callable[[str], Words]) -> list[dict[str, Any]]:
    """The words in the language of a reader and in Dutch; Dutch alone where the other would be half."""
    own = person.written_language if person.written_language in languages.codes() else languages.DUTCH
    codes = (
        dict.fromkeys((own, languages.DUTCH))
        if _is_readable(words(own), words(languages.DUTCH))
        else (languages.DUTCH,)
    )
    return [{**setting(code), **asdict(words(code))} for code in codes]


def _is_readable(own: Words, dutch: Words) -> bool:
    """Whether a paper was translated and our typefaces have its letters: empty boxes help nobody."""
    return own == dutch or (own.sure != dutch.sure and not pdf.letters_without_face(own.all))


def _made(design: str, initiative: Initiative, values: dict[str, Any], *, on: date) -> bytes:
    logo = picture(PictureKind.LOGO)
    coloured = re.fullmatch(r"#[0-9a-f]{6}", initiative.colour)
    around = {
        "colour": pdf_colour(initiative.colour) if coloured else VLIER,
        "name": plain(initiative.name),
        "contact": _contact(initiative),
        "logo": logo is not None,
    }
    files = {"logo": drawn(bytes(logo.content), "PNG")} if logo else {}
    return pdf.render(DESIGNS / f"{design}.typ", {**around, **values}, on=on, files=files)


def _contact(initiative: Initiative) -> str:
    known: Iterable[str] = (
        *(initiative.contact_name, phone(initiative.contact_phone)),
        *(initiative.contact_email, initiative.contact_hours),
    )
    return ", ".join(plain(part) for part in known if part)


def _rows(facts: dict[str, str]) -> list[dict[str, str]]:
    return [{"label": label, "value": value} for label, value in facts.items()]
