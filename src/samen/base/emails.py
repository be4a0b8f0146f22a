"""E-mail addresses as they stand in a list. What is refused here could never receive a message."""

import re
from typing import NamedTuple

LONGEST, LONGEST_LOCAL = 254, 64

_ATOM = r"[^\W_]|[_!#$%&'*+/=?^`{|}~-]"
_LOCAL = re.compile(rf"(?:{_ATOM})+(?:\.(?:{_ATOM})+)*")
_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_DOMAIN = re.compile(rf"{_LABEL}(?:\.{_LABEL})*")
# Between two addresses in one cell, or around one: Jan <jan@example.org>; mailto:jan@example.org.
_BETWEEN = re.compile(r"(?:mailto:|[\s,;<>()|]|/(?=\s*\S+@))+", re.I)
# "jan peeters@example.org": part of the address, not a word beside it.
_SPACE_INSIDE = re.compile(r"^[\w.-]+\s+[\w.-]+@")


class EmailUnreadable(ValueError):
    """A text that is no e-mail address. `code` is one of empty, no_at, before_at, after_at, too_long."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Email(NamedTuple):
    """An address, and what else stood in the text."""

    address: str
    rest: str


def check_email(address: str) -> str:
    """The address with its domain in small letters. Raises EmailUnreadable."""
    local, at, domain = address.rpartition("@")
    if not address:
        raise EmailUnreadable("empty")
    if not at:
        raise EmailUnreadable("no_at")
    if len(address) > LONGEST or len(local) > LONGEST_LOCAL:
        raise EmailUnreadable("too_long")
    if not _LOCAL.fullmatch(local):
        raise EmailUnreadable("before_at")
    if not _DOMAIN.fullmatch(domain):
        raise EmailUnreadable("after_at")
    return f"{local}@{domain.lower()}"


def read_email(text: str) -> Email:
    """The first address in a text, and the words beside it. Raises EmailUnreadable."""
    written = text.strip()
    if "@" not in written:
        return Email(check_email(written), "")
    if _SPACE_INSIDE.search(written):
        raise EmailUnreadable("before_at")
    words = [word for word in _BETWEEN.split(written) if word]
    first = next(word for word in words if "@" in word)
    if len(words) > 1 and "." not in first.rpartition("@")[2]:
        # "jan@example,org": a comma for a point.
        raise EmailUnreadable("after_at")
    is_named = "<" in written and written.count("@") == 1
    return Email(
        check_email(first), "" if is_named else " ".join(word for word in words if word is not first)
    )
