"""The one module that knows typst: a template and values in, a document out.

Values travel as a file of JSON beside the template, never as source, so that whatever stands in a name comes
out as that name. A template reads nothing outside its own folder and only our typefaces.
"""

import json
import logging
import threading
import unicodedata
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, Literal

import typst
from PIL import ImageFont
from pypdf import PdfReader, PdfWriter
from pypdf.generic import RectangleObject

FONTS = Path(__file__).parent / "fonts"
VALUES = "values.json"
LATIN, CYRILLIC, ARABIC = "latin", "cyrillic", "arabic"
# Which letters a language is set in; what stands in no list is Latin.
SCRIPTS = {
    **dict.fromkeys(("ar", "fa", "ckb", "ps", "ur"), ARABIC),
    **dict.fromkeys(("uk", "ru", "bg"), CYRILLIC),
}
# Will never be a letter (Unicode, noncharacters).
_NO_LETTER = "\U0010ffff"
# A document for everybody: tagged, with its title and language told (PDF/UA-1).
ACCESSIBLE = "ua-1"
POINTS_PER_MM = 72 / 25.4

Format = Literal["pdf", "png"]

_log = logging.getLogger(__name__)
# A compiler is not for two threads at once; each thread keeps its own, warm.
_own = threading.local()


def render(
    template: Path,
    values: Mapping[str, Any],
    *,
    on: date,
    files: Mapping[str, bytes] | None = None,
    fonts: Path = FONTS,
    format: Format = "pdf",
    standard: str | None = ACCESSIBLE,
    ppi: float = 144,
) -> bytes:
    """The document, byte for byte the same for the same values and day; of a PNG its first page.

    `files` are pictures by name; a template asks for one as `bytes(json("name.json"))`.
    """
    sources = _sources(template, values, files)
    moment = datetime.combine(on, time(12), UTC)
    compiler = _compiler(template.parent, fonts)
    if format == "png":
        made, warnings = compiler.compile_with_warnings(sources, format="png", ppi=ppi, timestamp=moment)
    else:
        made, warnings = _compile_pdf(compiler, sources, moment, standard)
    for warning in warnings:
        _log.warning("%s: %s", template.name, warning)
    first: bytes = made[0] if isinstance(made, list) else made
    return first


def facts(
    template: Path,
    values: Mapping[str, Any],
    label: str,
    *,
    files: Mapping[str, bytes] | None = None,
    fonts: Path = FONTS,
) -> list[Any]:
    """What a template notes about itself in `metadata` with this label."""
    sources: Any = _sources(template, values, files)
    compiler = typst.Compiler(sources, root=template.parent, font_paths=_faces(fonts))
    noted: list[Any] = json.loads(compiler.query(f"<{label}>", field="value"))
    return noted


def script_of(language: str, *, is_rtl: bool) -> str:
    """Which letters a language is set in; one that no list names, by its direction."""
    known = SCRIPTS.get(language) or SCRIPTS.get(language.split("-")[0])
    return known or (ARABIC if is_rtl else LATIN)


def letters_without_face(text: str, fonts: Path = FONTS) -> str:
    """The letters of this text that would be empty boxes on paper, each once."""
    letters = dict.fromkeys(sign for sign in text if unicodedata.category(sign)[0] == "L")
    return "".join(letter for letter in letters if not _is_held(letter, fonts))


@cache
def _is_held(letter: str, fonts: Path) -> bool:
    """Whether one of our faces draws this letter as anything but the box of a letter it does not have."""
    return any(_drawn(face, letter) != _drawn(face, _NO_LETTER) for face in _opened(fonts))


@cache
def _opened(fonts: Path) -> list[ImageFont.FreeTypeFont]:
    # The plain layout looks at one letter at a time and needs no library of the machine.
    plain = ImageFont.Layout.BASIC
    return [ImageFont.truetype(file, 24, layout_engine=plain) for file in sorted(fonts.glob("*-Regular.ttf"))]


def _drawn(face: ImageFont.FreeTypeFont, letter: str) -> tuple[tuple[int, int], bytes]:
    mask = face.getmask(letter)
    return mask.size, bytes(mask)


def _sources(
    template: Path, values: Mapping[str, Any], files: Mapping[str, bytes] | None
) -> dict[str, bytes]:
    return {
        "main.typ": template.read_bytes(),
        VALUES: json.dumps(values, ensure_ascii=False).encode(),
        # A file that is handed over must be text, so a picture goes as the list of its bytes.
        **{f"{name}.json": json.dumps(list(content)).encode() for name, content in (files or {}).items()},
    }


def _compile_pdf(
    compiler: Any, sources: dict[str, bytes], moment: datetime, standard: str | None
) -> tuple[Any, list[Any]]:
    """Up to the standard where that is possible: a letter that no face holds makes it impossible."""
    if standard:
        try:
            done: tuple[Any, list[Any]] = compiler.compile_with_warnings(
                sources, format="pdf", timestamp=moment, pdf_standards=standard
            )
        except typst.TypstError as error:
            _log.info("Not as %s: %s", standard, error)
        else:
            return done
    plain: tuple[Any, list[Any]] = compiler.compile_with_warnings(sources, format="pdf", timestamp=moment)
    return plain


def _compiler(root: Path, fonts: Path) -> Any:
    """Its types do not know yet that a compiler also takes files that are on no disk."""
    ready: dict[tuple[Path, Path], typst.Compiler] = _own.__dict__.setdefault("compilers", {})
    if (root, fonts) not in ready:
        ready[root, fonts] = typst.Compiler(root=root, font_paths=_faces(fonts))
    return ready[root, fonts]


@cache
def _faces(folder: Path) -> typst.Fonts:
    """Only the faces in this folder: none of the machine, none of typst's own."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])


def with_bleed_box(pdf: bytes, bleed_mm: float) -> bytes:
    """Tell the printer how far colour runs past the cut: typst writes the trim box, not the bleed box."""
    writer = PdfWriter(BytesIO(pdf), incremental=True)
    grow = bleed_mm * POINTS_PER_MM
    for page in writer.pages:
        left, bottom, right, top = (float(edge) for edge in page.trimbox)
        page.bleedbox = RectangleObject((left - grow, bottom - grow, right + grow, top + grow))
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def boxes(pdf: bytes) -> list[dict[str, tuple[float, ...]]]:
    """The media, trim and bleed box of each page, in points."""
    return [
        {
            name: tuple(float(edge) for edge in getattr(page, name))
            for name in ("mediabox", "trimbox", "bleedbox")
        }
        for page in PdfReader(BytesIO(pdf)).pages
    ]
