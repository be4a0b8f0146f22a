"""Verbs of whoever reads: no more messages by this road, or again; another language or another road first."""

import secrets
from datetime import datetime

from django.db import transaction

from samen.base import audit
from samen.base.scoping import current_initiative_id
from samen.messaging.choices import Channel, Status
from samen.messaging.kinds import find
from samen.messaging.models import Choice, OutboxMessage, ShortLink, StoppedAddress
from samen.messaging.rules import LAST_RESORT, Recipient
from samen.messaging.stops import SHORT_LENGTH, SHORT_SIGNS, StopLink, digest_of

# Whoever presses a stop link acts for themselves, without a name.
READER = audit.Actor("reader")


@transaction.atomic
def stop(*, link: StopLink, now: datetime) -> None:
    """No more messages to this address; pressing twice stops once."""
    kept, is_new = StoppedAddress.objects.get_or_create(
        initiative_id=current_initiative_id(),
        channel=link.channel,
        digest=link.digest,
        defaults={"stopped_at": now},
    )
    if is_new:
        _hold_back(link)
        audit.write(READER, "stop_messages", kept)


@transaction.atomic
def begin_again(*, link: StopLink) -> None:
    """Messages may go to this address again."""
    for kept in StoppedAddress.objects.filter(channel=link.channel, digest=link.digest):
        audit.write(READER, "begin_messages_again", kept)
        kept.delete()


@transaction.atomic
def choose(*, link: StopLink, now: datetime, language: str | None = None, road: str | None = None) -> None:
    """From the next message on, this language or this road first; empty: as before. None: as it stands."""
    here = current_initiative_id()
    kept, _is_new = Choice.objects.get_or_create(initiative_id=here, digest=link.digest)
    kept.language = kept.language if language is None else language
    kept.road = kept.road if road is None else road
    kept.chosen_at = now
    kept.save(update_fields=["language", "road", "chosen_at"])
    audit.write(READER, "choose_messages", kept, language=kept.language, road=kept.road)
    if not (kept.language or kept.road):
        kept.delete()


def short_link(*, link: StopLink, now: datetime) -> ShortLink:
    """The short address for this link; the same one for as long as it is used."""
    kept, _is_new = ShortLink.objects.update_or_create(
        initiative_id=link.initiative_id,
        channel=link.channel,
        digest=link.digest,
        defaults={"language": link.language, "knows_both": link.knows_both, "used_at": now},
        create_defaults={
            "language": link.language,
            "knows_both": link.knows_both,
            "used_at": now,
            "code": "".join(secrets.choice(SHORT_SIGNS) for _ in range(SHORT_LENGTH)),
        },
    )
    return kept


def _hold_back(link: StopLink) -> None:
    """What waits already does not leave either; what may not be lost goes by hand."""
    waiting = OutboxMessage.objects.filter(status=Status.WAITING, channel=link.channel)
    for message in waiting.iterator():
        if digest_of(message.initiative_id, link.channel, message.address) != link.digest:
            continue
        kind = find(message.kind)
        if kind is not None and kind.sensitive:
            to = Recipient(message.to_name, message.email, message.phone)
            message.channel = next(channel for channel in LAST_RESORT if to.can_take(Channel(channel)))
            message.status = Status.BY_HAND
        else:
            message.status = Status.STOPPED
        message.next_attempt_at = None
        message.save(update_fields=["channel", "status", "next_attempt_at"])
