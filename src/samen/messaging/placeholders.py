"""What is filled in: names between braces, from a closed list, by flat text.

A text is written by a coordinator, so it is never a template or a format: `{x.__class__}`, `{0}` and `{{` are
words like any other.
"""

import re
from collections.abc import Iterable, Mapping

# UAX 9, section 2.4: a stretch with a direction of its own, by its first letter; without one, left to right.
FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"

_NAMED = re.compile(r"\{([a-z][a-z0-9_]{0,39})\}")
# What looks as if somebody meant a name: told in the form when we do not know it.
_MEANT = re.compile(r"\{([^{}\n]{1,60})\}")
# Ends of lines in every script, and signs that nobody sees: in a subject they would begin a new header.
_BREAKS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_HIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def render(text: str, values: Mapping[str, str], *, is_rtl: bool = False) -> str:
    """The text with each known name replaced, once; everything else stays as it is.

    From right to left, what is filled in keeps its direction: 0470 12 34 56 would become 56 34 12 0470.
    """
    before, after = (FIRST_STRONG_ISOLATE, POP_ISOLATE) if is_rtl else ("", "")

    def fill(found: re.Match[str]) -> str:
        value = values.get(found[1])
        return found[0] if value is None else f"{before}{value}{after}"

    return _NAMED.sub(fill, text)


def unknown(text: str, known: Iterable[str]) -> list[str]:
    """What stands between braces and is no name of the list, in order, each once."""
    allowed = set(known)
    return [name for name in dict.fromkeys(_MEANT.findall(text)) if name not in allowed]


def one_line(text: str) -> str:
    """The text on one line: no ends of lines, no signs that nobody sees."""
    return _BREAKS.sub(" ", text).strip()


def clean_body(text: str) -> str:
    """The text with plain ends of lines and without signs that nobody sees."""
    lines = re.sub(r"\r\n?|[\u2028\u2029\x85]", "\n", text)
    return _HIDDEN.sub("", lines).strip()
