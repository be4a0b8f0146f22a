"""Telephone numbers in every writing, as one: 0470/12.34.56 becomes +32470123456."""

import re
import unicodedata
from typing import NamedTuple

import phonenumbers
from phonenumbers import (
    Leniency,
    NumberParseException,
    PhoneNumber,
    PhoneNumberFormat,
    PhoneNumberMatcher,
    ValidationResult,
)

HOME = "BE"
LONGEST_TEXT = 200

# What a Belgian mobile number looks like once the marks between its digits are gone.
_PLAIN_MOBILE = re.compile(r"(?:\+32|0032|0)(4[5-9]\d{7})", re.ASCII)
_MARKS = str.maketrans("", "", " ./-")
_ROUNDED = re.compile(r"\d(?:[.,]\d+)?[eE]\+?\d+")
# Words beside a number that tell nothing more.
_LABELS = re.compile(
    r"\b(?:tel|telefoon|t[ée]l[ée]phone|phone|gsm|mobiel|mobile|nr|nummer|thuis|priv[ée]|werk)\b\.?", re.I
)

_FAULTS = {
    NumberParseException.TOO_SHORT_AFTER_IDD: "too_short",
    NumberParseException.TOO_SHORT_NSN: "too_short",
    NumberParseException.TOO_LONG: "too_long",
}
_POSSIBLE = {ValidationResult.TOO_SHORT: "too_short", ValidationResult.TOO_LONG: "too_long"}


class PhoneUnreadable(ValueError):
    """A text that is no telephone number.

    `code` is one of empty, rounded, not_a_number, too_short, too_long, no_such_number.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Phone(NamedTuple):
    """A number in E.164, and what else stood in the text."""

    number: str
    rest: str


def to_e164(text: str, region: str = HOME) -> str:
    """The first number in a text, in E.164. Raises PhoneUnreadable."""
    return read_phone(text, region).number


def read_phone(text: str, region: str = HOME) -> Phone:
    """The first number in a text, and the words or numbers beside it. Raises PhoneUnreadable."""
    if region == HOME and (plain := _PLAIN_MOBILE.fullmatch(text.translate(_MARKS))):
        return Phone(f"+32{plain[1]}", "")
    written = _visible(text)
    if not written:
        raise PhoneUnreadable("empty")
    if len(written) > LONGEST_TEXT:
        raise PhoneUnreadable("too_long")
    if _ROUNDED.fullmatch(written):
        raise PhoneUnreadable("rounded")
    if not re.search(r"[^\W\d_]", written) and (number := _parse(written, region)):
        return Phone(_e164(number), "")
    for found in PhoneNumberMatcher(written, region, leniency=Leniency.VALID, max_tries=20):
        return Phone(_e164(found.number), _rest(written[: found.start] + " " + written[found.end :]))
    raise PhoneUnreadable(_reason(written, region))


def _visible(text: str) -> str:
    """The text without what cannot be seen, such as marks of direction, and without Excel's apostrophe."""
    seen = "".join(
        c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) not in ("Cf", "Cc")
    )
    return " ".join(seen.split()).removeprefix("'")


def _parse(text: str, region: str) -> PhoneNumber | None:
    """The number that the whole text is, when it exists."""
    try:
        number = phonenumbers.parse(text, region)
    except NumberParseException:
        return None
    return number if phonenumbers.is_valid_number(number) else None


def _e164(number: PhoneNumber) -> str:
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


def _rest(text: str) -> str:
    """What stands beside a number, without labels; "" when that is only marks."""
    rest = " ".join(_LABELS.sub(" ", text).split())
    return rest.strip(" /,;|-") if re.search(r"\w", rest) else ""


def _reason(text: str, region: str) -> str:
    """Why there is no number in a text."""
    digits = re.sub(r"\D", "", text)
    if not digits or re.search(r"[^\W\d_]{3}", _LABELS.sub("", text)):
        return "not_a_number"
    if region == HOME and not re.match(r"\+(?!32)|00(?!32)", text):
        national = re.sub(r"^(?:00)?32|^0", "", digits, count=1).removeprefix("0")
        return _belgian_reason(national)
    return _foreign_reason(text, region)


def _belgian_reason(national: str) -> str:
    """Mobile numbers have nine digits, the others eight."""
    if len(national) < 8 or (len(national) == 8 and re.match("4[5-9]", national)):
        return "too_short"
    if len(national) > 9 or (len(national) == 9 and not national.startswith("4")):
        return "too_long"
    return "no_such_number"


def _foreign_reason(text: str, region: str) -> str:
    try:
        possible = phonenumbers.is_possible_number_with_reason(phonenumbers.parse(text, region))
    except NumberParseException as fault:
        return _FAULTS.get(fault.error_type, "not_a_number")
    return _POSSIBLE.get(possible, "no_such_number")
