"""Pictures that people upload, drawn anew: smaller, without place or camera, and never a program."""

import io
import warnings
from dataclasses import dataclass

from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

from samen.base.errors import Refused

LARGEST_FILE = 8 * 1024 * 1024
MOST_PIXELS = 40_000_000
LARGEST_SIDE = 2000
KINDS = ("PNG", "JPEG", "WEBP", "GIF")
MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Drawn:
    """A picture as it is kept."""

    content: bytes
    media_type: str
    width: int
    height: int


def redraw(content: bytes) -> Drawn:
    """The picture in this file, upright and at most 2000 pixels wide or high. Raises Refused."""
    if len(content) > LARGEST_FILE:
        sentence = _("Deze foto is groter dan %(n)s MB. Maak ze kleiner en probeer opnieuw.")
        raise Refused("too_large", sentence % {"n": LARGEST_FILE // MEGABYTE})
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=KINDS) as picture:
                _refuse_huge(picture)
                return _drawn(ImageOps.exif_transpose(picture), is_drawing=picture.format == "PNG")
    except Refused:
        raise
    except (
        UnidentifiedImageError,
        OSError,
        ValueError,
        SyntaxError,
        Image.DecompressionBombWarning,
    ) as error:
        sentence = _("Dit is geen foto die wij kunnen lezen. Kies een bestand dat eindigt op .png of .jpg.")
        raise Refused("no_picture", sentence) from error


def _refuse_huge(picture: Image.Image) -> None:
    if picture.width * picture.height > MOST_PIXELS:
        raise Refused(
            "too_many_pixels", _("Deze foto heeft te veel punten. Maak ze kleiner en probeer opnieuw.")
        )


def _drawn(picture: Image.Image, *, is_drawing: bool) -> Drawn:
    """Photos become JPEG; drawings, and whatever has transparent parts, PNG."""
    picture.thumbnail((LARGEST_SIDE, LARGEST_SIDE))
    has_holes = picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info
    clean = picture.convert("RGBA" if has_holes else "RGB")
    stream = io.BytesIO()
    if has_holes or is_drawing:
        clean.save(stream, "PNG", optimize=True)
        return Drawn(stream.getvalue(), "image/png", clean.width, clean.height)
    clean.save(stream, "JPEG", quality=85, optimize=True)
    return Drawn(stream.getvalue(), "image/jpeg", clean.width, clean.height)
