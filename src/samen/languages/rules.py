"""What a translation must keep to, so that a page holds whatever a translator wrote."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

LONGEST_CODE, LONGEST_NAME, LONGEST_SENTENCE = 10, 40, 5000

MISSING: Final = "missing"
UNKNOWN: Final = "unknown"
LOOSE_PERCENT: Final = "loose_percent"
LOOSE_BRACE: Final = "loose_brace"
MARKUP: Final = "markup"
INCOMPLETE: Final = "incomplete"

# BCP 47 as far as we need it: a language, then a script, a region or a variant.
_CODE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8}){0,2}")
# Whatever stands between braces is meant to be filled in: `{x.__class__}` too.
_PLACE = re.compile(r"%\(\w+\)[sd]|\{[^{}]*\}")
_PERCENT_PLACE = re.compile(r"%\(\w+\)[sd]|%%")
_MARKUP = re.compile(r"[<>]|&#?\w+;")
_OPENING_QUOTE = re.compile(r'(^|[\s(\[])"')
_HIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
# Not the space that may not break: some languages need it.
_SPACES = re.compile(r"[ \t\n\u2028\u2029]+")


@dataclass(frozen=True)
class Flaw:
    """What is wrong with a translation, and the piece that it is about."""

    code: str
    piece: str = ""


def neat_code(text: str) -> str:
    """A code as it is kept: `sr_Latn` is sr-latn."""
    return text.strip().lower().replace("_", "-")


def is_code(code: str) -> bool:
    """Whether this can be the code of a language (BCP 47)."""
    return len(code) <= LONGEST_CODE and _CODE.fullmatch(code) is not None


def cleaned(text: str, dutch: str) -> str:
    """A translation as it is kept: on one line where the Dutch is, quotes that fit in any place of a page."""
    plain = _HIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if "\n" not in dutch:
        plain = _SPACES.sub(" ", plain)
    # A straight quote would end an attribute of the page in which the sentence stands.
    return _OPENING_QUOTE.sub(r"\1“", plain).replace('"', "”")


def flaws(dutch: Sequence[str], forms: Sequence[str]) -> list[Flaw | None]:
    """What is wrong with each form of a translation; nothing is wrong when all of them are empty.

    The last form fills in what the Dutch does; one for a single number may write that number as a word.
    """
    if not any(forms):
        return [None] * len(forms)
    last = len(forms) - 1
    return [_flaw(dutch, form, must_have_all=number == last) for number, form in enumerate(forms)]


def _flaw(dutch: Sequence[str], form: str, *, must_have_all: bool) -> Flaw | None:
    if not form:
        return Flaw(INCOMPLETE)
    if markup := _MARKUP.search(form):
        return Flaw(MARKUP, markup[0])
    wanted = [place for sentence in dutch for place in _PLACE.findall(sentence)]
    found = _PLACE.findall(form)
    if strange := [place for place in found if place not in wanted]:
        return Flaw(UNKNOWN, strange[0])
    if must_have_all and (lost := [place for place in wanted if place not in found]):
        return Flaw(MISSING, lost[0])
    return _loose(wanted, dutch, form)


def _loose(wanted: Sequence[str], dutch: Sequence[str], form: str) -> Flaw | None:
    """A sign that would break the filling in."""
    is_percent = any("%%" in sentence for sentence in dutch) or any(place[0] == "%" for place in wanted)
    if is_percent and "%" in _PERCENT_PLACE.sub("", form):
        return Flaw(LOOSE_PERCENT, "%")
    if any(place[0] == "{" for place in wanted) and re.search(r"[{}]", _PLACE.sub("", form)):
        return Flaw(LOOSE_BRACE, "{")
    return None
