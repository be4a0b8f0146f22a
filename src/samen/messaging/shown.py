"""A message as a page of the desk shows it: the same words as the mail, in the site's own look."""

from dataclasses import dataclass

from samen.base.languages import Language, language
from samen.messaging.footers import Footer, footer
from samen.messaging.letters import Letter, is_address_alone, known, paragraphs


@dataclass(frozen=True)
class Paragraph:
    """Some lines; an address that stands alone becomes a button in a mail."""

    lines: list[str]

    @property
    def is_button(self) -> bool:
        """Whether it is an address alone."""
        return is_address_alone(self.lines)


@dataclass(frozen=True)
class Shown:
    """What the part `messaging/shown.html` shows."""

    letter: Letter
    words: Language
    reader: Language
    body: list[Paragraph]
    dutch: list[Paragraph]
    footer: Footer


def shown(letter: Letter) -> Shown:
    """A letter cut into paragraphs and lines; the template escapes them."""
    return Shown(
        letter,
        language(letter.words_language),
        language(known(letter.language)),
        [Paragraph(lines) for lines in paragraphs(letter.body)],
        [Paragraph(lines) for lines in paragraphs(letter.dutch)] if letter.dutch else [],
        footer(letter.initiative, known(letter.language)),
    )
