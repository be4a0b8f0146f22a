"""Verbs about the agreement: each of the two puts their name under it, on a screen or on paper."""

from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from samen.base import audit
from samen.base.errors import Conflict, RuleBroken
from samen.base.scoping import current_initiative_id
from samen.duos.choices import SignedWay
from samen.duos.life_actions import refuse_closed
from samen.duos.models import Duo, Signature
from samen.files.actions import keep_scan, remove_scan
from samen.files.scans import Scanned


@dataclass(frozen=True)
class Signed:
    """How somebody signed: when, where, as whom; with the scan of a paper, if there is one."""

    on: date
    way: SignedWay
    name: str = ""
    scanned: Scanned | None = None


@transaction.atomic
def sign(*, duo: Duo, by_role: str, signed: Signed, today: date, actor: audit.Actor) -> Signature:
    """One of the two signs the agreement; pressed twice it counts once."""
    refuse_closed(duo)
    if signed.on > today:
        raise RuleBroken(
            "in_the_future", _("Die dag moet nog komen. Kies vandaag of een dag die voorbij is.")
        )
    if signed.way != SignedWay.PAPER and not signed.name.strip():
        raise RuleBroken("no_name", _("Typ jouw naam."))
    scan = keep_scan(scanned=signed.scanned, actor=actor) if signed.scanned else None
    try:
        with transaction.atomic():
            signature = Signature.objects.create(
                initiative_id=current_initiative_id(),
                duo=duo,
                by_role=by_role,
                signed_on=signed.on,
                way=signed.way,
                name=signed.name.strip(),
                scan=scan,
            )
    except IntegrityError as error:
        raise Conflict("already_signed", _("De afspraak was al getekend.")) from error
    audit.write(actor, "sign_agreement", duo, by_role=by_role, way=str(signed.way))
    return signature


@transaction.atomic
def take_back_signature(*, signature: Signature, actor: audit.Actor) -> None:
    """A signature that was noted by mistake; its scan goes too."""
    audit.write(actor, "take_back_signature", signature.duo, by_role=signature.by_role)
    scan = signature.scan
    signature.delete()
    if scan:
        remove_scan(scan=scan, actor=actor)
