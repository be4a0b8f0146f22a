"""Information sheets on paper: one language over two columns, or two languages beside each other."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings

from samen.base import languages
from samen.base.templatetags.parts import phone
from samen.documents import pdf
from samen.files.choices import PictureKind
from samen.initiatives.models import Initiative
from samen.messaging.blocks import TITLE, Block, blocks
from samen.messaging.kinds import Words
from samen.messaging.pieces import filled, values_of
from samen.messaging.queries import own_texts, words_of
from samen.outreach.choices import Sheet
from samen.outreach.materials import Flyer, drawn, plain, setting, values_around
from samen.outreach.sheet_texts import KIND_OF

TEMPLATE = Path(__file__).parent / "designs" / "sheet.typ"
A4 = (210, 297)


def words(sheet: Sheet, codes: Iterable[str], initiative: Initiative) -> list[Words]:
    """The words of a sheet in each of these languages."""
    kind, values = KIND_OF[sheet], values_of(initiative)
    own = own_texts([kind.code])
    return [filled(words_of(kind, code, own), values) for code in codes]


def render(texts: Sequence[Words], initiative: Initiative, images: Mapping[str, bytes], *, on: date) -> bytes:
    """The sheet as a PDF that can be read aloud."""
    return pdf.render(TEMPLATE, _values(texts, initiative, images), on=on, files=_pictures(images))


def preview(texts: Sequence[Words], initiative: Initiative, images: Mapping[str, bytes], width: int) -> bytes:
    """Its first page as a picture of so many pixels wide."""
    return pdf.render(
        TEMPLATE,
        _values(texts, initiative, images),
        on=date(2000, 1, 1),
        files=_pictures(images),
        format="png",
        ppi=width / (A4[0] / 25.4),
    )


def facts(texts: Sequence[Words], initiative: Initiative) -> list[Any]:
    """How large its letters are."""
    return pdf.facts(TEMPLATE, _values(texts, initiative, {}), "size")


def _pictures(images: Mapping[str, bytes]) -> dict[str, bytes]:
    logo = images.get(PictureKind.LOGO)
    return {"logo": drawn(logo, "PNG")} if logo else {}


def _values(texts: Sequence[Words], initiative: Initiative, images: Mapping[str, bytes]) -> dict[str, Any]:
    """What the template receives; names as in parts.typ."""
    around = Flyer(
        kind="sheet",
        design="",
        role="",
        languages=tuple(text.language for text in texts),
        title="",
        body="",
        initiative_name=initiative.name,
        phone=phone(initiative.contact_phone),
        email=initiative.contact_email,
        hours=initiative.contact_hours,
        address_text=initiative.contact_place,
        url=f"{settings.BASE_URL}/{initiative.slug}/",
        colour=initiative.colour,
        logo=images.get(PictureKind.LOGO),
    )
    shown = [_text(text) for text in texts]
    # From left to right on paper: what is read from the right stands right.
    beside = (
        sorted(shown, key=lambda text: text["rtl"]) if len({text["rtl"] for text in shown}) > 1 else shown
    )
    return {
        **values_around(around),
        "width": A4[0],
        "height": A4[1],
        "texts": beside[::-1] if all(text["rtl"] for text in beside) else beside,
        "contact_name": plain(initiative.contact_name),
    }


def _text(text: Words) -> dict[str, Any]:
    """One language: its title and its sections, each a title with what stands below it."""
    return {**setting(text.language), "title": plain(text.subject), "sections": _sections(blocks(text.body))}


def _sections(cut: Iterable[Block]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for block in cut:
        if block.kind == TITLE or not found:
            found.append({"title": plain(block.lines[0]) if block.kind == TITLE else "", "blocks": []})
        if block.kind != TITLE:
            found[-1]["blocks"].append({"kind": block.kind, "lines": [plain(line) for line in block.lines]})
    return found


def languages_of(codes: Iterable[str]) -> str:
    """Languages by their own names."""
    return " + ".join(languages.language(code).name for code in codes)
