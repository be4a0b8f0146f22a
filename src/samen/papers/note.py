"""What the organisation note says, in a language of the desk (law of 3 July 2005, art. 4)."""

from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext as _

from samen.base import languages
from samen.initiatives.rules import PROGRAMME_RHYTHM
from samen.papers import rules
from samen.papers.choices import LegalForm
from samen.papers.models import OrganisationNote


@dataclass(frozen=True)
class Part:
    """A heading and its sentence."""

    heading: str
    text: str


@dataclass(frozen=True)
class NoteText:
    """The note as it is read."""

    title: str
    lead: str
    parts: tuple[Part, ...]
    version: str
    received: str
    signed: tuple[str, ...]


def note_text(note: OrganisationNote, language: str) -> NoteText:
    """The note in Dutch, French or English; own sentences stay as the initiative wrote them."""
    known = {one.code for one in languages.of_the_desk()}
    with translation.override(language if language in known else languages.DUTCH):
        return NoteText(
            title=_("Nota voor vrijwilligers"),
            lead=_("Dit moet een organisatie vertellen voor iemand vrijwilliger wordt."),
            parts=_parts(note),
            version=_("Versie %(n)s") % {"n": note.version},
            received=_("Ik heb deze nota gekregen en begrepen."),
            signed=(_("Naam"), _("Datum"), _("Handtekening")),
        )


def _what_a_coach_does(rhythm: int) -> str:
    if rhythm == PROGRAMME_RHYTHM:
        return _(
            "Als coach zie je een nieuwkomer minstens om de twee weken, zes tot twaalf maanden lang, "
            "op plekken en uren die jullie samen kiezen."
        )
    return _(
        "Als coach zie je een nieuwkomer minstens om de %(n)s dagen, zes tot twaalf maanden lang, "
        "op plekken en uren die jullie samen kiezen."
    ) % {"n": rhythm}


def _parts(note: OrganisationNote) -> tuple[Part, ...]:
    kind = f" ({LegalForm(note.legal_form).label})" if note.legal_form else ""
    return (
        Part(_("De organisatie"), f"{note.organisation}{kind}"),
        Part(_("Wie je bereikt, ook bij een ongeval"), note.contact or _("Vraag het aan de coördinator.")),
        Part(
            _("Wat de organisatie wil"),
            note.aim
            or _(
                "Nieuwkomers en mensen die hier al lang wonen leren elkaar kennen, in een duo. "
                "Niemand maakt winst."
            ),
        ),
        Part(_("Wat je doet"), _what_a_coach_does(rules.rhythm_of(note.standard))),
        Part(
            _("Verzekering"),
            note.insurance
            or _(
                "De organisatie verzekert de schade die je als vrijwilliger aan iemand anders doet. "
                "Vraag ons bij welke maatschappij en onder welk nummer."
            ),
        ),
        Part(
            _("Onkosten"),
            note.reimbursement
            or _(
                "Je wordt niet betaald. "
                "De organisatie betaalt geen onkosten, tenzij dat vooraf is afgesproken."
            ),
        ),
        Part(
            _("Zwijgen"),
            note.secrecy
            or _(
                "Wat iemand je in vertrouwen vertelt, vertel je niet verder. "
                "Wie beroepsgeheim heeft, blijft daaraan gebonden (artikel 458 van het Strafwetboek)."
            ),
        ),
    )
