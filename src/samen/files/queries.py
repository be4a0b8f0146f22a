"""Reads about pictures."""

from samen.files.choices import PictureKind
from samen.files.models import Picture


def picture(kind: PictureKind) -> Picture | None:
    """The picture of this kind, if there is one."""
    return Picture.objects.filter(kind=kind).first()


def pictures_there() -> dict[str, Picture]:
    """Which pictures there are, by kind, without their content."""
    return {one.kind: one for one in Picture.objects.defer("content")}
