"""Verbs about the personal link: make, revoke, open on a telephone, leave it; and ask to be called.

A password ends it for most participants, so the link is the key: 256 random bits, kept as a hash, shown once.
"""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from django.db import transaction
from django.utils.translation import gettext as _

from samen.base import audit
from samen.base.errors import RuleBroken
from samen.base.scoping import current_initiative_id
from samen.people.choices import AskedFor
from samen.people.models import CallRequest, Participation, PersonalLink, Visit

# Without letters and digits that look alike on paper (architecture, section 5: eight, fourteen days).
ALPHABET, CODE_LENGTH = "23456789ABCDEFGHJKMNPQRSTUVWXYZ", 8
CODE_LASTS = timedelta(days=14)
# A telephone that nobody used for so long is left by itself.
VISIT_LASTS = timedelta(days=180)
# How often it is written down that somebody is still there.
SEEN_EVERY = timedelta(hours=1)


def hashed(secret: str) -> str:
    """How a secret is kept: with so many random bits it needs no slow hash."""
    return sha256(secret.encode()).hexdigest()


def code_hashed(code: str) -> str:
    """How a code is kept: apart in each initiative."""
    return hashed(f"{current_initiative_id()}:{code}")


def plain_code(typed: str) -> str:
    """A code as somebody may type it, without what only helps reading."""
    return "".join(sign for sign in typed.upper() if sign in ALPHABET)


@dataclass(frozen=True)
class Secrets:
    """What opens a link: a token for its address and a code to type; kept nowhere, told once."""

    token: str
    code: str


def draw_secrets() -> Secrets:
    """New ones, for a link in the initiative in scope."""
    code = "".join(secrets.choice(ALPHABET) for _sign in range(CODE_LENGTH))
    return Secrets(f"{current_initiative_id()}-{secrets.token_urlsafe(32)}", code)


def _link(part: Participation, opened_by: Secrets, now: datetime, actor: audit.Actor) -> PersonalLink:
    return PersonalLink(
        initiative_id=current_initiative_id(),
        participation=part,
        token_hash=hashed(opened_by.token.partition("-")[2]),
        code_hash=code_hashed(opened_by.code),
        code_until=now + CODE_LASTS,
        made_at=now,
        made_by=actor.label,
    )


def hold(parts: Sequence[Participation]) -> None:
    """Nobody else gives these people a link until this transaction is over; refused when somebody left."""
    held = Participation.objects.select_for_update().filter(pk__in=[part.pk for part in parts])
    here = {part.pk for part in held.order_by("pk") if part.ended_on is None}
    for part in parts:
        if part.pk not in here:
            raise RuleBroken("left", _("%(name)s doet niet meer mee.") % {"name": part.person.given_name})


@transaction.atomic
def make_link(*, part: Participation, now: datetime, actor: audit.Actor) -> tuple[PersonalLink, str, str]:
    """A new link and a code to write down; what was there before stops working. Returns both, told once."""
    hold([part])
    revoke_link(part=part, now=now, actor=actor)
    drawn = draw_secrets()
    link = _link(part, drawn, now, actor)
    link.save()
    audit.write(actor, "make_link", link, part=part.pk)
    return link, drawn.token, drawn.code


@transaction.atomic
def make_links(
    *, secrets_of: Mapping[Participation, Secrets], way: str, now: datetime, actor: audit.Actor
) -> list[PersonalLink]:
    """A new link for each of many, opened by what was drawn for them; what was there before stops working."""
    parts = list(secrets_of)
    hold(parts)
    living = list(PersonalLink.objects.filter(participation__in=parts, revoked_at=None))
    _revoke(living, now)
    audit.write_all(actor, "revoke_link", living, way=way)
    made = [_link(part, drawn, now, actor) for part, drawn in secrets_of.items()]
    PersonalLink.objects.bulk_create(made)
    audit.write_all(actor, "make_link", made, way=way)
    return made


def link_behind(*, part: Participation, now: datetime) -> PersonalLink | None:
    """The link that a message to somebody may lean on; made for whoever never had one.

    None when theirs was taken back or disowned: only a person gives out a new one then.
    """
    found = PersonalLink.objects.filter(participation=part).first()
    if found is None and not part.ended_on:
        return make_link(part=part, now=now, actor=audit.Actor("message"))[0]
    return found if found and found.revoked_at is None else None


@transaction.atomic
def revoke_link(*, part: Participation, now: datetime, actor: audit.Actor) -> bool:
    """The link and every telephone on which it was opened stop working; whether there was one."""
    found = PersonalLink.objects.filter(participation=part, revoked_at=None).first()
    if found is None:
        return False
    _revoke([found], now)
    audit.write(actor, "revoke_link", found, part=part.pk)
    return True


def _revoke(links: Sequence[PersonalLink], now: datetime) -> None:
    numbers = [link.pk for link in links]
    PersonalLink.objects.filter(pk__in=numbers).update(revoked_at=now, code_hash="")
    Visit.objects.filter(link__in=numbers, left_at=None).update(left_at=now)


@transaction.atomic
def open_link(*, link: PersonalLink, now: datetime) -> str:
    """Somebody pressed that it is theirs; returns the secret of this telephone."""
    secret = secrets.token_urlsafe(32)
    Visit.objects.create(
        initiative_id=link.initiative_id, link=link, secret_hash=hashed(secret), began_at=now, seen_at=now
    )
    PersonalLink.objects.filter(pk=link.pk).update(last_used_at=now)
    return f"{link.initiative_id}-{secret}"


def note_seen(*, visit: Visit, now: datetime) -> None:
    """Somebody is there; written down once an hour."""
    if now - visit.seen_at >= SEEN_EVERY:
        Visit.objects.filter(pk=visit.pk).update(seen_at=now)
        PersonalLink.objects.filter(pk=visit.link_id).update(last_used_at=now)


def leave(*, visit: Visit, now: datetime) -> None:
    """This telephone is left: others use it too."""
    Visit.objects.filter(pk=visit.pk).update(left_at=now)


@transaction.atomic
def disown(*, link: PersonalLink, now: datetime) -> None:
    """Whoever holds it says that it is somebody else's: it stops at once, and the coordinator is told."""
    _revoke([link], now)
    PersonalLink.objects.filter(pk=link.pk).update(disowned_at=now)
    audit.write(audit.Actor("reader"), "disown_link", link)


@transaction.atomic
def ask_to_be_called(*, part: Participation, now: datetime, about: AskedFor = AskedFor.CALL) -> CallRequest:
    """Somebody wants a call, or wants to stop; pressed twice it is asked once."""
    asked, is_new = CallRequest.objects.get_or_create(
        initiative_id=current_initiative_id(),
        participation=part,
        about=about,
        done_at=None,
        defaults={"asked_at": now},
    )
    if is_new:
        audit.write(audit.Actor(f"part:{part.pk}"), "ask_to_be_called", part, about=str(about))
    return asked


@transaction.atomic
def note_called(*, asked: CallRequest, now: datetime, actor: audit.Actor) -> None:
    """Somebody was called."""
    if CallRequest.objects.filter(pk=asked.pk, done_at=None).update(done_at=now):
        audit.write(actor, "note_called", asked.participation)
