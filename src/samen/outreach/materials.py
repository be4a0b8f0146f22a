"""Flyers, posters, cards and images: from words to a drawing, for a printer, ourselves or a screen."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageOps

from samen.base import languages
from samen.base.qr import drawing
from samen.documents import pdf
from samen.messaging.kinds import Words as Own
from samen.outreach.addresses import in_short
from samen.outreach.choices import Design, MaterialKind
from samen.outreach.flyer_words import Words, words

DESIGNS = Path(__file__).parent / "designs"
VLIER = "#6b2a5b"
ENOUGH_CONTRAST = 4.5
TEXT_COLOURS = ("#ffffff", "#1d181b", "#000000")
BLEED_MM = 3
# Room around a sheet for the printer: the bleed, then the marks where it is cut.
SLUG_MM = 10
LONGEST_WORD = 24
LARGEST_PHOTO = 2000


@dataclass(frozen=True)
class Format:
    """What a kind measures in millimetres, which composition it takes, and how many go on a sheet of A4."""

    width: float
    height: float
    form: str
    columns: int = 1
    rows: int = 1
    is_sideways: bool = False


A4 = (210.0, 297.0)
# A social image has no millimetres; a point is a pixel.
PIXEL = 25.4 / 72
FORMATS: Mapping[str, Format] = {
    MaterialKind.FLYER_A5: Format(148, 210, "flyer", columns=2, is_sideways=True),
    MaterialKind.FLYER_A6: Format(105, 148, "flyer", columns=2, rows=2),
    MaterialKind.POSTER_A3: Format(297, 420, "poster"),
    MaterialKind.POSTER_A4: Format(210, 297, "poster"),
    MaterialKind.CARD: Format(85, 55, "card", columns=2, rows=5),
    MaterialKind.SOCIAL: Format(1080 * PIXEL, 1080 * PIXEL, "social"),
}


@dataclass(frozen=True)
class Flyer:
    """All that stands on one material.

    Title and body are words for this material alone, in the first language. Empty means `own`: what the
    initiative says on every flyer in that language, and else ours.
    """

    kind: str
    design: str
    role: str
    languages: tuple[str, ...]
    title: str
    body: str
    initiative_name: str
    phone: str
    email: str
    hours: str
    address_text: str
    url: str
    colour: str
    logo: bytes | None = None
    photo: bytes | None = None
    own: tuple[Own, ...] = ()


def render(flyer: Flyer, *, for_printer: bool, on: date) -> bytes:
    """A PDF: for the printer with bleed and marks, else as many as fit on a sheet. Social is a PNG."""
    if flyer.kind == MaterialKind.SOCIAL:
        return preview(flyer, 1080, on=on)
    made = pdf.render(
        _template(flyer),
        _values(flyer, layout="printer" if for_printer else "sheet"),
        on=on,
        files=_pictures(flyer),
        # A printer's file is ink only; what is read on a screen is tagged.
        standard=None if for_printer else pdf.ACCESSIBLE,
    )
    return pdf.with_bleed_box(made, BLEED_MM) if for_printer else made


@lru_cache(maxsize=64)
def preview(flyer: Flyer, width: int, *, on: date = date(2000, 1, 1)) -> bytes:
    """One piece, cut, as a PNG of so many pixels wide."""
    inches = FORMATS[flyer.kind].width / 25.4
    return pdf.render(
        _template(flyer),
        _values(flyer, layout="single"),
        on=on,
        files=_pictures(flyer),
        format="png",
        ppi=width / inches,
    )


def fitted(flyer: Flyer) -> list[dict[str, Any]]:
    """Each text with its box in millimetres, its size, whether it holds and whether it became small."""
    return pdf.facts(_template(flyer), _values(flyer, layout="single"), "fitted", files=_pictures(flyer))


def letters_without_face(flyer: Flyer) -> str:
    """The letters of its words that our typefaces do not have: on paper they are empty boxes."""
    values = _values(flyer, layout="single")
    words_on_it = [*(text["title"] for text in values["texts"]), values["name"]]
    words_on_it += [line for text in values["texts"] for line in (*text["lines"], text["call"], text["ask"])]
    return pdf.letters_without_face(" ".join(words_on_it))


def _template(flyer: Flyer) -> Path:
    return DESIGNS / f"{Design(flyer.design).value}.typ"


def _values(flyer: Flyer, *, layout: str) -> dict[str, Any]:
    """What a design receives; names as in parts.typ."""
    made = FORMATS[flyer.kind]
    texts = [
        _text(flyer, language, own=number == 0)
        for number, language in enumerate(flyer.languages[:2] or ("nl",))
    ]
    return {
        **values_around(flyer),
        "form": made.form,
        "width": made.width,
        "height": made.height,
        "layout": layout,
        "columns": made.columns,
        "rows": made.rows,
        "sheet": A4[::-1] if made.is_sideways else A4,
        "bleed": BLEED_MM,
        "slug": SLUG_MM,
        "texts": _in_order(texts),
    }


def values_around(flyer: Flyer) -> dict[str, Any]:
    """What stands around the words: who the initiative is, in which colour, and where its code leads."""
    colour = flyer.colour if re.fullmatch(r"#[0-9a-fA-F]{6}", flyer.colour) else VLIER
    return {
        "kind": str(flyer.kind),
        "layout": "single",
        "colour": colour,
        "on_colour": text_on(colour),
        "deep_colour": deep_enough(colour),
        "name": plain(flyer.initiative_name),
        "name_text": setting("nl"),
        "phone": plain(flyer.phone),
        "email": one_line(flyer.email),
        "hours": plain(flyer.hours),
        "address": plain(flyer.address_text),
        "url": one_line(in_short(flyer.url)),
        "qr": drawing(flyer.url),
        "logo": flyer.logo is not None,
        "photo": flyer.photo is not None,
    }


def _text(flyer: Flyer, language: str, *, own: bool) -> dict[str, Any]:
    """The words of one language with how they are set."""
    ours: Words = words(flyer.role, language)
    always = next((one for one in flyer.own if one.language == language), None)
    said = always.body if always else "\n".join(ours.lines)
    body = (own and flyer.body.strip()) or said
    title = plain((own and flyer.title.strip()) or (always.subject if always else ours.title))
    return {
        **setting(language),
        "title": title,
        "sentences": re.split(r"(?<=[.?!؟])\s+", title),
        "lines": [plain(line) for line in body.splitlines() if line.strip()],
        "call": plain(ours.call),
        "free": plain(ours.free),
        "no_obligation": plain(ours.no_obligation),
        "ask": plain(ours.ask),
    }


def setting(language: str) -> dict[str, Any]:
    """How a language is set: its code, its letters and its direction."""
    is_rtl = languages.language(language).is_rtl
    return {
        "lang": language.split("-")[0],
        "script": pdf.script_of(language, is_rtl=is_rtl),
        "rtl": is_rtl,
    }


def _in_order(texts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """From left to right on paper: what is read from the right stands right, else the first stands first."""
    if all(text["rtl"] for text in texts):
        return texts[::-1]
    return sorted(texts, key=lambda text: text["rtl"])


def plain(text: str) -> str:
    """One line of letters; a very long word may be broken."""
    return re.sub(rf"\S{{{LONGEST_WORD},}}", lambda found: _breakable(found[0]), one_line(text))


def one_line(text: str) -> str:
    """One line without control signs."""
    shown = (" " if unicodedata.category(sign) in {"Cc", "Cs", "Co"} else sign for sign in text)
    # A space that may not break, as French has before its signs, stays.
    return re.sub(r"[ \t\r\n]+", " ", "".join(shown)).strip()


def _breakable(word: str) -> str:
    return "\u200b".join(
        word[start : start + LONGEST_WORD // 2] for start in range(0, len(word), LONGEST_WORD // 2)
    )


# ---------- Colours ----------


def contrast(one: str, other: str) -> float:
    """The contrast of two colours (WCAG 2.2)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def text_on(colour: str) -> str:
    """White, else our ink, else black: the first that can be read on this colour."""
    return next(ink for ink in TEXT_COLOURS if contrast(ink, colour) >= ENOUGH_CONTRAST)


def deep_enough(colour: str) -> str:
    """The colour itself, or darkened until text in it can be read on white."""
    channels = _channels(colour)
    while contrast(colour, "#ffffff") < ENOUGH_CONTRAST:
        channels = [int(channel * 0.93) for channel in channels]
        colour = "#" + "".join(f"{channel:02x}" for channel in channels)
    return colour


def _luminance(colour: str) -> float:
    linear = [
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
        for share in (channel / 255 for channel in _channels(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _channels(colour: str) -> list[int]:
    return [int(colour[start : start + 2], 16) for start in (1, 3, 5)]


# ---------- Pictures ----------


def _pictures(flyer: Flyer) -> dict[str, bytes]:
    files = {}
    if flyer.logo is not None:
        files["logo"] = drawn(flyer.logo, "PNG")
    if flyer.photo is not None:
        files["photo"] = drawn(flyer.photo, "JPEG")
    return files


@lru_cache(maxsize=8)
def drawn(content: bytes, kind: str) -> bytes:
    """The picture itself and nothing that travelled with it: no place, no camera, no program."""
    with Image.open(BytesIO(content)) as opened:
        image = ImageOps.exif_transpose(opened).convert("RGBA" if kind == "PNG" else "RGB")
    image.thumbnail((LARGEST_PHOTO, LARGEST_PHOTO))
    stream = BytesIO()
    image.save(stream, kind, quality=88, optimize=True)
    return stream.getvalue()
