"""How many SMS a text takes: seven bits a sign while every sign is in the alphabet of GSM, else sixteen.

3GPP TS 23.038, sections 6.1 and 6.2: one SMS holds 140 bytes; of a longer text each part gives six of them to
tell the parts together.
"""

from dataclasses import dataclass

_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
# These take two places: an escape sign goes before them.
_EXTENDED = frozenset("\f^{}\\[~]|€")
# What word processors write, as what phones know: one such sign would double the price of a text.
_PLAINER = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "\u00a0": " ", "\u202f": " "}
)
ALONE_7, TOGETHER_7 = 160, 153
ALONE_16, TOGETHER_16 = 70, 67


@dataclass(frozen=True)
class Size:
    """How many SMS, and whether the letters are ones of which fewer fit."""

    parts: int
    is_wide: bool


def plainer(text: str) -> str:
    """The text with plain apostrophes, quotes and dashes."""
    return text.translate(_PLAINER)


def size_of(text: str) -> Size:
    """How many SMS this text takes; an empty text takes one."""
    is_wide = any(sign not in _BASIC and sign not in _EXTENDED for sign in text)
    if is_wide:
        places = [2 if ord(sign) > 0xFFFF else 1 for sign in text]
        return Size(_parts(places, ALONE_16, TOGETHER_16), is_wide)
    places = [2 if sign in _EXTENDED else 1 for sign in text]
    return Size(_parts(places, ALONE_7, TOGETHER_7), is_wide)


def _parts(places: list[int], alone: int, together: int) -> int:
    """A sign of two places is never cut in half."""
    if sum(places) <= alone:
        return 1
    parts, left = 1, together
    for needed in places:
        if needed > left:
            parts, left = parts + 1, together
        left -= needed
    return parts
