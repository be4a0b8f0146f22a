"""A message as it is read: paragraphs, plain text, and the HTML of a mail.

The frame of a mail (template, stylesheet, sentences) is the same for everybody who gets one in the same
language, so it is rendered once, with marks where a message differs; filling in is then joining strings.
Whatever comes from outside is escaped here, and a text is never a template.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from html import escape

import css_inline
from django.template.loader import render_to_string

from samen.base.languages import DUTCH, codes, language
from samen.messaging.footers import footer
from samen.messaging.sms import plainer

# Signs that no text holds: Unicode keeps them for private use, and they are taken out of what is filled in.
MARKS = {
    name: chr(0xE000 + number) for number, name in enumerate(("subject", "line", "link", "button", "stop"))
}
_TAKEN = re.compile("[\ue000-\ue00f]")
_URL = re.compile(r"https?://[^\s<>\"']+[^\s<>\"'.,;:!?)\]]")
_PARAGRAPH = re.compile(r"\n\s*\n")


@dataclass(frozen=True)
class Letter:
    """What somebody reads: own words, the same in Dutch when those are in another language, and the frame."""

    initiative: str
    subject: str
    body: str
    language: str = DUTCH
    words_language: str = DUTCH
    dutch: str = ""
    stop_url: str = ""

    @property
    def text(self) -> str:
        """The plain text of a mail."""
        words = footer(self.initiative, known(self.language))
        parts = [self.body]
        if self.dutch:
            parts.append(f"— {language(DUTCH).name} —\n\n{self.dutch}")
        end = [words.why] + ([words.stop, self.stop_url] if self.stop_url else [])
        return "\n\n".join([*parts, "-- \n" + "\n".join(end)]) + "\n"

    @property
    def short(self) -> str:
        """The text of an SMS or a chat: the words alone, and where to stop."""
        stop = footer(self.initiative, known(self.language)).stop_short
        return plainer(f"{self.body}\n\n{stop} {self.stop_url}" if self.stop_url else self.body)

    @property
    def html(self) -> str:
        """The HTML of a mail."""
        frame = _frame(
            self.initiative, known(self.language), self.words_language, bool(self.dutch), bool(self.stop_url)
        )
        return frame.fill(self)


def known(code: str) -> str:
    """A language of the site; Dutch for whatever else was asked."""
    return code if code in codes() else DUTCH


def paragraphs(text: str) -> list[list[str]]:
    """A text as paragraphs of lines."""
    return [part.split("\n") for part in _PARAGRAPH.split(text.strip())]


def is_address_alone(lines: list[str]) -> bool:
    """Whether a paragraph is one web address: shown as a button."""
    return len(lines) == 1 and _URL.fullmatch(lines[0]) is not None


@dataclass(frozen=True)
class Frame:
    """A mail cut at its marks: what comes around the words."""

    pieces: tuple[str, ...]
    line: list[str]
    link: list[str]
    button: list[str]

    def fill(self, letter: Letter) -> str:
        """The whole mail."""
        words = iter((self._words(letter.body), self._words(letter.dutch)))
        values = {
            MARKS["subject"]: escape(_TAKEN.sub("", letter.subject)),
            MARKS["stop"]: escape(letter.stop_url),
        }
        return "".join(
            next(words) if piece == MARKS["line"] else values.get(piece, piece) for piece in self.pieces
        )

    def _words(self, text: str) -> str:
        before, after = self.line
        return "".join(
            self._button(lines[0])
            if is_address_alone(lines)
            else before + "<br>".join(self._line(line) for line in lines) + after
            for lines in paragraphs(_TAKEN.sub("", text))
        )

    def _line(self, line: str) -> str:
        """One line, its addresses as links."""
        opening, middle, closing = self.link
        filled, end = "", 0
        for found in _URL.finditer(line):
            url = escape(found[0])
            filled += escape(line[end : found.start()]) + opening + url + middle + url + closing
            end = found.end()
        return filled + escape(line[end:])

    def _button(self, url: str) -> str:
        """An address that stands alone is a button."""
        opening, rest = self.button
        return opening + escape(url) + rest


@lru_cache(maxsize=512)
def _frame(initiative: str, reader: str, words: str, has_dutch: bool, can_stop: bool) -> Frame:
    """The mail of an initiative for readers of one language."""
    context = {
        "initiative": initiative,
        "footer": footer(initiative, reader),
        "reader": language(reader),
        "words": language(words),
        "has_dutch": has_dutch,
        "can_stop": can_stop,
        "dutch_name": language(DUTCH).name,
        "marks": MARKS,
    }
    page = _inlined(render_to_string("messaging/mail.html", context))
    # The sample shows how a line, a link and a button look once styles are in place.
    body, sample, end = re.split(r"<!--sample-->|<!--end-->", page)
    line, link, button = sample.split("<!--next-->")
    mark = f"([{''.join(MARKS.values())}])"
    return Frame(
        pieces=tuple(piece for piece in re.split(mark, (body + end).replace("\n", "")) if piece),
        line=_cut(line, "line"),
        link=_cut(link, "link"),
        button=_cut(button, "button"),
    )


def _cut(sample: str, mark: str) -> list[str]:
    """What comes before, between and after the marks in a sample."""
    return sample.strip().split(MARKS[mark])


def _inlined(page: str) -> str:
    """The page with its styles on the elements: most programs that show mail read no stylesheet."""
    inliner = css_inline.CSSInliner(
        extra_css=render_to_string("messaging/mail.css"),
        load_remote_stylesheets=False,
        keep_style_tags=False,
    )
    return inliner.inline(page)
