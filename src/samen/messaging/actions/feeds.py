"""Verbs about the private calendar link of a member of staff."""

import secrets
from datetime import datetime
from hashlib import sha256

from django.db import transaction

from samen.base import audit
from samen.base.scoping import current_initiative_id
from samen.messaging.models import StaffFeed


def hash_of_secret(secret: str) -> str:
    """How a secret is kept: 256 random bits need no slow hash."""
    return sha256(secret.encode()).hexdigest()


@transaction.atomic
def give_feed(*, user_id: int, now: datetime, actor: audit.Actor) -> str:
    """A new calendar link; an older one stops working. Returns the token, which is told once."""
    revoke_feed(user_id=user_id, now=now, actor=actor)
    secret = secrets.token_urlsafe(32)
    feed = StaffFeed.objects.create(
        initiative_id=current_initiative_id(), user_id=user_id, token_hash=hash_of_secret(secret), made_at=now
    )
    audit.write(actor, "give_feed", feed)
    return f"{feed.initiative_id}-{secret}"


@transaction.atomic
def revoke_feed(*, user_id: int, now: datetime, actor: audit.Actor) -> None:
    """The calendar link of this member of staff no longer works."""
    for feed in StaffFeed.objects.filter(user_id=user_id, revoked_at=None):
        feed.revoked_at = now
        feed.save(update_fields=["revoked_at"])
        audit.write(actor, "revoke_feed", feed)


def note_read(*, feed: StaffFeed, now: datetime) -> None:
    """A calendar read it."""
    StaffFeed.objects.filter(pk=feed.pk).update(last_read_at=now)
