"""Text with cells between marks: csv in every encoding, "Unicode text" and cells that were pasted."""

import codecs
import csv
import io
import re
from collections import Counter
from itertools import islice
from typing import Literal

from django.utils.translation import gettext_lazy as _

from samen.base.spreadsheet.refusals import refused
from samen.base.spreadsheet.sheet import MOST_COLUMNS, MOST_ROWS
from samen.base.spreadsheet.text import CONTROLS, without_controls

DELIMITERS = ",;\t|"
LOOKED_AT = 1000
# With one control character in so many it is no text.
MOST_CONTROLS = 10
# What a person may choose when letters look wrong: encoding and the languages it is for.
ENCODINGS = {
    "utf-8": "UTF-8",
    "utf-16": _("UTF-16 (Unicode-tekst)"),
    "windows-1252": _("Windows-1252 (West-Europa)"),
    "windows-1250": _("Windows-1250 (Midden-Europa)"),
    "windows-1251": _("Windows-1251 (cyrillisch)"),
    "windows-1254": _("Windows-1254 (Turks)"),
    "windows-1256": _("Windows-1256 (Arabisch)"),
    "mac-roman": "Mac Roman",
    "cp850": "DOS 850",
}

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_WEB_PAGE = re.compile(r"\s*<(?:!doctype|html|head|body|table|\?xml|meta)\b|\s*<\?xml", re.IGNORECASE)


def decode(content: bytes, encoding: str | None = None) -> str:
    """The text of a file, by its byte-order mark, its zero bytes, strictly UTF-8, or else Windows-1252."""
    if encoding is not None:
        if encoding not in ENCODINGS:
            raise refused("unknown_encoding")
        return content.decode(encoding, errors="replace").removeprefix("\ufeff")
    for mark, name in _MARKS:
        if content.startswith(mark):
            return content.decode(name, errors="replace")
    if guessed := _utf16_without_mark(content):
        return content.decode(guessed, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("windows-1252", errors="replace")


def parse(text: str, delimiter: str | None = None, *, is_quoted: bool = True) -> list[list[str]]:
    """The rows of a text, an empty line as one empty cell; spaces are kept.

    Cells are quoted as RFC 4180 says, or, when not `is_quoted`, a quotation mark is a letter like any other.
    """
    text = _tidy(text)
    # The first line may name the delimiter; it stays as an empty row, so that rows keep their number.
    named = re.match(rf"sep=([{DELIMITERS}])\r?\n", text)
    if named:
        delimiter, text = named[1], text[named.end() - 1 :]
    quoting: Literal[0, 3] = csv.QUOTE_MINIMAL if is_quoted else csv.QUOTE_NONE
    source = io.StringIO(text, newline="")
    rows = csv.reader(source, delimiter=delimiter or find_delimiter(text), quoting=quoting, strict=True)
    found: list[list[str]] = []
    try:
        for row in rows:
            found.append(row or [""])
            if len(found) > MOST_ROWS:
                raise refused("too_many_rows")
            if len(row) > MOST_COLUMNS:
                raise refused("too_many_columns")
    except csv.Error as fault:
        code = "cell_too_long" if "limit" in str(fault) else "stray_quote"
        raise refused(code, row=len(found) + 1) from None
    return found


def find_delimiter(text: str) -> str:
    """The mark that gives the most rows of one width; when marks tie, the one that gives the widest."""
    return max(DELIMITERS, key=lambda delimiter: _evenness(text, delimiter))


def _evenness(text: str, delimiter: str) -> tuple[int, int]:
    """How many of the first rows have the commonest width above one, and that width."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        widths = Counter(len(row) for row in islice(rows, LOOKED_AT))
    except csv.Error:
        return (0, 0)
    return max(((number, width) for width, number in widths.items() if width > 1), default=(0, 0))


def _utf16_without_mark(content: bytes) -> str | None:
    """UTF-16 writes Latin letters with a zero byte, always on the same side."""
    sample = content[:LOOKED_AT]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) * 10 < len(sample) or min(even, odd) * 10 > max(even, odd):
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _tidy(text: str) -> str:
    """The text without characters that cannot be stored or shown; a refusal when it is no table at all."""
    if _WEB_PAGE.match(text):
        raise refused("web_page")
    plain = text.replace("\x00", "").rstrip("\x1a")
    sample = plain[: 4 * LOOKED_AT]
    if len(CONTROLS.findall(sample)) * MOST_CONTROLS > len(sample):
        raise refused("not_a_spreadsheet")
    return without_controls(plain)
