"""A text as a page or a paper shows it: filled in with what the initiative told of itself, and cut."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

from samen.base.languages import DUTCH, Language, language
from samen.base.templatetags.dutch import two_lines
from samen.base.templatetags.parts import phone
from samen.initiatives.models import Initiative
from samen.messaging.blocks import Block, blocks, with_dutch
from samen.messaging.kinds import INITIATIVE, Kind, Words
from samen.messaging.models import Text
from samen.messaging.placeholders import one_line, render
from samen.messaging.queries import own_texts, words_of


@dataclass(frozen=True)
class Piece:
    """A text, ready to show, and the same in Dutch."""

    words: Words
    dutch: Words

    @property
    def language(self) -> Language:
        """In which the words are: Dutch when there are none for this reader."""
        return language(self.words.language)

    @property
    def title(self) -> SafeString:
        """The title with the Dutch beside it."""
        return two_lines(conditional_escape(self.words.subject), conditional_escape(self.dutch.subject))

    @property
    def is_translated(self) -> bool:
        """Whether it is another language than Dutch."""
        return self.words.language != DUTCH

    @property
    def blocks(self) -> list[Block]:
        """The text; its titles with the Dutch beside them."""
        own = blocks(self.words.body)
        return with_dutch(own, self.dutch_blocks) if self.is_translated else own

    @property
    def dutch_blocks(self) -> list[Block]:
        """The Dutch text."""
        return blocks(self.dutch.body)


def values_of(here: Initiative) -> dict[str, str]:
    """What a text may fill in of an initiative."""
    return {
        INITIATIVE: one_line(here.name),
        "contact_name": one_line(here.contact_name),
        "contact_phone": phone(here.contact_phone),
        "contact_email": here.contact_email,
        "contact_hours": one_line(here.contact_hours),
    }


def filled(words: Words, values: Mapping[str, str]) -> Words:
    """The words with every known name filled in."""
    is_rtl = language(words.language).is_rtl
    return Words(
        render(words.subject, values, is_rtl=is_rtl),
        render(words.body, values, is_rtl=is_rtl),
        words.language,
    )


def piece_of(one: Kind, reader: str, here: Initiative, own: Mapping[tuple[str, str], Text]) -> Piece:
    """A text for readers of a language."""
    values = values_of(here)
    return Piece(
        filled(words_of(one, reader, own), values),
        filled(words_of(one, DUTCH, own), values),
    )


def pieces(kinds: Iterable[Kind], reader: str, here: Initiative) -> dict[str, Piece]:
    """Several texts by code, with one look at the initiative's own."""
    wanted = list(kinds)
    own = own_texts([one.code for one in wanted])
    return {one.code: piece_of(one, reader, here, own) for one in wanted}
