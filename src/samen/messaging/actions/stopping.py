"""Verbs about stopping: no more messages by this road, or again."""

from datetime import datetime

from django.db import transaction

from samen.base import audit
from samen.base.scoping import current_initiative_id
from samen.messaging.choices import Channel, Status
from samen.messaging.kinds import find
from samen.messaging.models import OutboxMessage, StoppedAddress
from samen.messaging.rules import LAST_RESORT, Recipient
from samen.messaging.stops import StopLink, digest_of

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
