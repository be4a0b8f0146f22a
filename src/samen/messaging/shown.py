"""A message as a page of the desk shows it: the same words as the mail, in the site's own look."""

from dataclasses import dataclass

from samen.base.languages import Language, language
from samen.messaging.footers import Footer, footer
from samen.messaging.letters import Letter, known, paragraphs


@dataclass(frozen=True)
class Shown:
    """What the part `messaging/shown.html` shows."""

    letter: Letter
    words: Language
    reader: Language
    body: list[list[str]]
    dutch: list[list[str]]
    footer: Footer


def shown(letter: Letter) -> Shown:
    """A letter cut into paragraphs and lines; the template escapes them."""
    return Shown(
        letter,
        language(letter.words_language),
        language(known(letter.language)),
        paragraphs(letter.body),
        paragraphs(letter.dutch) if letter.dutch else [],
        footer(letter.initiative, known(letter.language)),
    )
