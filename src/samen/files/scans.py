"""Signed papers that come in as a photo or as PDF."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from samen.base.errors import Refused
from samen.files.pictures import LARGEST_FILE, MEGABYTE, redraw

PDF, PDF_BEGINS = "application/pdf", b"%PDF-"


@dataclass(frozen=True)
class Scanned:
    """A paper as it is kept."""

    content: bytes
    media_type: str


def read(content: bytes) -> Scanned:
    """The paper in this file: a photo is drawn anew, a PDF is kept as it is and never shown in a page.

    Raises Refused.
    """
    if not content.startswith(PDF_BEGINS):
        picture = redraw(content)
        return Scanned(picture.content, picture.media_type)
    if len(content) > LARGEST_FILE:
        sentence = _("Dit bestand is groter dan %(n)s MB. Maak het kleiner en probeer opnieuw.")
        raise Refused("too_large", sentence % {"n": LARGEST_FILE // MEGABYTE})
    return Scanned(content, PDF)
