"""Verbs about a message to many people. Who they are is known higher up: `enqueue_all` takes the copies."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samen.base import audit
from samen.base.errors import Conflict
from samen.base.scoping import current_initiative_id
from samen.messaging.choices import MailingStatus, Status
from samen.messaging.kinds import Words
from samen.messaging.models import Mailing
from samen.messaging.placeholders import clean_body, one_line
from samen.messaging.tasks import deliver_soon


@transaction.atomic
def make_mailing(
    *, words: Words, audience: Mapping[str, str], total: int, now: datetime, actor: audit.Actor
) -> Mailing:
    """Keep a message to many; its copies are made in the background."""
    mailing = Mailing.objects.create(
        initiative_id=current_initiative_id(),
        subject=one_line(words.subject),
        body=clean_body(words.body),
        language=words.language,
        audience=dict(audience),
        total=total,
        made_at=now,
        made_by=actor.label,
    )
    audit.write(actor, "make_mailing", mailing, people=total)
    return mailing


@transaction.atomic
def finish_queueing(*, mailing: Mailing, total: int) -> None:
    """Every copy stands in the outbox."""
    held = _held(mailing)
    held.total = total
    if held.status == MailingStatus.QUEUEING:
        held.status = MailingStatus.SENDING
    held.save(update_fields=["total", "status"])
    deliver_soon.enqueue(held.initiative_id)


@transaction.atomic
def pause(*, mailing: Mailing, actor: audit.Actor) -> None:
    """What did not leave yet waits."""
    _turn(
        mailing, MailingStatus.PAUSED, actor, "pause_mailing", MailingStatus.QUEUEING, MailingStatus.SENDING
    )


@transaction.atomic
def go_on(*, mailing: Mailing, actor: audit.Actor) -> None:
    """What waits may leave again."""
    held = _turn(mailing, MailingStatus.SENDING, actor, "go_on_with_mailing", MailingStatus.PAUSED)
    deliver_soon.enqueue(held.initiative_id)


@transaction.atomic
def stop_mailing(*, mailing: Mailing, actor: audit.Actor) -> int:
    """What did not leave yet never leaves; returns how many copies that are."""
    held = _turn(
        mailing,
        MailingStatus.STOPPED,
        actor,
        "stop_mailing",
        MailingStatus.QUEUEING,
        MailingStatus.SENDING,
        MailingStatus.PAUSED,
    )
    waiting = held.messages.filter(status__in=(Status.WAITING, Status.BY_HAND))
    return waiting.update(status=Status.STOPPED, next_attempt_at=None)


def _turn(
    mailing: Mailing, status: MailingStatus, actor: audit.Actor, verb: str, *allowed: MailingStatus
) -> Mailing:
    held = _held(mailing)
    if held.status not in allowed:
        raise Conflict("mailing_moved_on", _("Dit bericht staat intussen anders. Laad de pagina opnieuw."))
    held.status = status
    held.save(update_fields=["status"])
    audit.write(actor, verb, held)
    return held


def _held(mailing: Mailing) -> Mailing:
    return Mailing.objects.select_for_update().get(pk=mailing.pk)
