"""Pictures are drawn anew: whatever stood in the file beside the picture is gone."""

import io

import pytest
from PIL import Image

from samen.base.errors import Refused
from samen.files.pictures import LARGEST_FILE, LARGEST_SIDE, redraw

pytestmark = pytest.mark.pure


def picture(
    kind: str = "JPEG", size: tuple[int, int] = (300, 200), mode: str = "RGB", **extra: object
) -> bytes:
    stream = io.BytesIO()
    Image.new(mode, size, (10, 120, 90)[: len(mode)]).save(stream, kind, **extra)
    return stream.getvalue()


def test_a_photo_loses_where_it_was_taken() -> None:
    exif = Image.Exif()
    exif[0x010F] = "Camera of Amal"
    exif[0x0112] = 6
    drawn = redraw(picture(exif=exif))
    assert b"Camera of Amal" not in drawn.content
    with Image.open(io.BytesIO(drawn.content)) as seen:
        assert not dict(seen.getexif())
        # It stands upright: what the camera noted about its side was carried out.
        assert (seen.width, seen.height) == (drawn.width, drawn.height) == (200, 300)
    assert drawn.media_type == "image/jpeg"


def test_a_drawing_keeps_its_holes() -> None:
    stream = io.BytesIO()
    Image.new("RGBA", (50, 50), (255, 0, 0, 0)).save(stream, "PNG")
    drawn = redraw(stream.getvalue())
    with Image.open(io.BytesIO(drawn.content)) as seen:
        assert (drawn.media_type, seen.mode, seen.getpixel((1, 1))[3]) == ("image/png", "RGBA", 0)


def test_what_is_large_becomes_smaller() -> None:
    drawn = redraw(picture(size=(4000, 1000)))
    assert (drawn.width, drawn.height) == (LARGEST_SIDE, 500)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "no_picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "no_picture"),
        (b"%PDF-1.7", "no_picture"),
        (b"GIF89a<script>", "no_picture"),
        (picture()[:200], "no_picture"),
        (b"x" * (LARGEST_FILE + 1), "too_large"),
        (picture("PNG", (9000, 9000), "L"), "too_many_pixels"),
    ],
)
def test_what_is_no_picture_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        redraw(content)
    assert refusal.value.code == code


def test_a_program_behind_a_picture_does_not_come_along() -> None:
    assert b"<script>" not in redraw(picture("PNG") + b"<script>alert(1)</script>").content
