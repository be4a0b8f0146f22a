"""What the letter with somebody's own link says, in plain words (A2)."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import override

from samen.base.moments import full_day


@dataclass(frozen=True)
class LetterWords:
    """A letter in one language."""

    greeting: str
    title: str
    lead: str
    steps: tuple[str, ...]
    code: str
    until: str
    private: str
    ask: str

    @property
    def all(self) -> str:
        """Every word, to see whether our typefaces have its letters."""
        sentences = (self.greeting, self.title, self.lead, self.code, self.until, self.private, self.ask)
        return " ".join((*sentences, *self.steps))


def letter_words(language: str, *, name: str, code_until: date) -> LetterWords:
    """The letter to somebody in a language; `name` is what the letter calls them."""
    with override(language):
        return LetterWords(
            greeting=_("Dag %(name)s") % {"name": name},
            title=_("Dit is jouw eigen pagina"),
            lead=_("Daar zeg je wanneer jullie elkaar zagen. Of je vraagt dat wij bellen."),
            steps=(
                _("Neem jouw telefoon. Open de camera. Kijk met de camera naar de blokjes."),
                _("Je ziet een link. Duw op de link."),
                _("Duw op “%(button)s”. Nu zie je jouw pagina.") % {"button": _("Ja, dat ben ik")},
            ),
            code=_("Lukt het niet met de camera? Ga naar dit adres en typ deze code:"),
            until=_("De code werkt tot %(day)s. De blokjes blijven werken.") % {"day": full_day(code_until)},
            private=_("Dit blad is van jou. Geef het aan niemand."),
            ask=_("Heb je hulp nodig? Bel ons."),
        )
