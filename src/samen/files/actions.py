"""Verbs that change pictures and scans."""

from django.db import transaction

from samen.base import audit, clock
from samen.base.scoping import current_initiative_id
from samen.files.choices import PictureKind
from samen.files.models import Picture, Scan
from samen.files.pictures import Drawn
from samen.files.scans import Scanned


@transaction.atomic
def put_picture(*, kind: PictureKind, drawn: Drawn, actor: audit.Actor) -> Picture:
    """Put a picture in place of the one of its kind."""
    picture, _created = Picture.objects.update_or_create(
        kind=kind,
        defaults={"initiative_id": current_initiative_id(), **vars(drawn), "changed_at": clock.now()},
    )
    audit.write(actor, "put_picture", picture, kind=str(kind))
    return picture


@transaction.atomic
def remove_picture(*, kind: PictureKind, actor: audit.Actor) -> None:
    """Do without a picture."""
    for picture in Picture.objects.filter(kind=kind):
        audit.write(actor, "remove_picture", picture, kind=str(kind))
        picture.delete()


@transaction.atomic
def keep_scan(*, scanned: Scanned, actor: audit.Actor) -> Scan:
    """Keep a signed paper; whoever asks for it links it to what was signed."""
    scan = Scan.objects.create(initiative_id=current_initiative_id(), **vars(scanned))
    audit.write(actor, "keep_scan", scan)
    return scan


@transaction.atomic
def remove_scan(*, scan: Scan, actor: audit.Actor) -> None:
    """Throw a scan away."""
    audit.write(actor, "remove_scan", scan)
    scan.delete()
