"""A registration from the first answer to the last: kept as a draft, found again, received."""

import hashlib
import secrets
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from samen.base import audit
from samen.base.scoping import current_initiative_id
from samen.messaging.actions.outbox import enqueue
from samen.outreach.messages import RECEIVED
from samen.outreach.models import Draft, Registration, Source
from samen.people import actions as people
from samen.people.actions import Details
from samen.people.choices import ConsentKind, ConsentWay, Role
from samen.people.models import Participation
from samen.people.queries import look_alikes
from samen.people.recipients import recipient

# Nobody comes back to a form after a month; until then nothing is typed twice.
DRAFT_DAYS = 30
# How long a code on paper opens a draft (as for a participant's code: architecture, section 5).
CODE_DAYS = 14
CODE_LENGTH = 8
# Without letters and digits that look alike on paper.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
WEB = audit.Actor("web")
TEXT_VERSION = "2026-11"


def hashed(secret: str) -> str:
    """A secret as it is kept; with 128 bits and more it needs no salt."""
    return hashlib.sha256(secret.encode()).hexdigest()


def start(
    *, role: Role, language: str, source: Source | None, is_together: bool, now: datetime
) -> tuple[Draft, str]:
    """A new draft, and the secret that finds it again from the same telephone."""
    secret = secrets.token_urlsafe(32)
    draft = Draft.objects.create(
        initiative_id=current_initiative_id(),
        secret_hash=hashed(secret),
        role=role,
        language=language,
        source=source,
        is_together=is_together,
        started_at=now,
        changed_at=now,
    )
    return draft, secret


def find(secret: str, now: datetime) -> Draft | None:
    """The draft of this telephone, unless it is too old."""
    since = now - timedelta(days=DRAFT_DAYS)
    return Draft.objects.filter(secret_hash=hashed(secret), changed_at__gte=since).first() if secret else None


def keep(*, draft: Draft, answers: dict[str, Any], language: str, now: datetime) -> None:
    """Keep the answers of one page beside those of the others."""
    draft.answers = {**draft.answers, **answers}
    draft.language, draft.changed_at = language, now
    draft.save(update_fields=["answers", "language", "changed_at"])


def make_code(*, draft: Draft) -> str:
    """A code to write down: it opens the draft on another telephone. Each one replaces the one before."""
    code = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
    draft.code_hash = hashed(f"{draft.initiative_id}:{code}")
    draft.save(update_fields=["code_hash"])
    return code


def find_by_code(code: str, now: datetime) -> tuple[Draft, str] | None:
    """The draft with this code and a new secret for this telephone; the code is used up."""
    plain = "".join(letter for letter in code.upper() if letter in ALPHABET)
    wanted = hashed(f"{current_initiative_id()}:{plain}")
    with transaction.atomic():
        found = Draft.objects.select_for_update().filter(
            code_hash=wanted, changed_at__gte=now - timedelta(days=CODE_DAYS)
        )
        draft = found.first() if len(plain) == CODE_LENGTH else None
        if draft is None:
            return None
        secret = secrets.token_urlsafe(32)
        draft.secret_hash, draft.code_hash = hashed(secret), ""
        draft.save(update_fields=["secret_hash", "code_hash"])
    return draft, secret


def forget_drafts(*, now: datetime) -> int:
    """The tick's verb: drafts go a month after their last change."""
    gone, _by_kind = Draft.objects.filter(changed_at__lt=now - timedelta(days=DRAFT_DAYS)).delete()
    return gone


@dataclass(frozen=True)
class Received:
    """A registration as it was filled in."""

    role: Role
    details: Details
    language: str
    heard_from: str = ""
    heard_text: str = ""
    source: Source | None = None
    is_together: bool = False
    intermediary_may_know: bool = False
    consents: tuple[ConsentKind, ...] = field(default=(ConsentKind.PRIVACY,))


@transaction.atomic
def receive(*, received: Received, now: datetime, today: date) -> Registration:
    """Somebody comes in: a person, a part, what they agreed to, and where they come from.

    Somebody who seems to be there already comes in all the same: the visitor learns nothing, the coordinator
    is told.
    """
    details = received.details
    name = f"{details.given_name} {details.family_name}"
    double = look_alikes(
        phone=details.phone, email=details.email, name=name, birth_year=details.birth_year
    ).first()
    part = people.register(details=details, role=received.role, registered_on=today, actor=WEB)
    _note_consents(part, received, today)
    registration = Registration.objects.create(
        initiative_id=current_initiative_id(),
        participation=part,
        received_at=now,
        language=received.language,
        source=received.source,
        heard_from=received.heard_from,
        heard_text=received.heard_text,
        intermediary_may_know=received.intermediary_may_know,
        same_as=double,
    )
    enqueue(
        key=f"{RECEIVED}:{registration.pk}",
        kind=RECEIVED,
        to=recipient(part.person),
        values={"given_name": part.person.given_name},
        about=f"part:{part.pk}",
        now=now,
    )
    return registration


@transaction.atomic
def note_came(
    *,
    part: Participation,
    received_at: datetime,
    language: str,
    source: Source | None = None,
    heard_from: str = "",
    actor: audit.Actor,
) -> Registration:
    """How somebody came whom the coordinator registered: nothing is sent, they were spoken to already."""
    registration = Registration.objects.create(
        initiative_id=current_initiative_id(),
        participation=part,
        received_at=received_at,
        language=language,
        source=source,
        heard_from=heard_from,
        contacted_on=part.registered_on,
    )
    audit.write(actor, "note_came", part)
    return registration


def _note_consents(part: Participation, received: Received, today: date) -> None:
    kinds = list(received.consents)
    if received.intermediary_may_know:
        kinds.append(ConsentKind.INTERMEDIARY)
    for kind in kinds:
        people.give_consent(
            part=part,
            kind=kind,
            text_version=TEXT_VERSION,
            language=received.language,
            way=ConsentWay.TOGETHER if received.is_together else ConsentWay.WEB,
            today=today,
            actor=WEB,
        )


@transaction.atomic
def note_contact(*, registration: Registration, today: date, actor: audit.Actor) -> None:
    """The coordinator was in touch: the candidate no longer waits for a first word."""
    registration.contacted_on = today
    registration.save(update_fields=["contacted_on"])
    audit.write(actor, "note_contact", registration.participation)
