"""The verb that sends what is due: at least once; twice only when a worker dies between sending and noting.

A message is leased before it leaves, so that several workers never send the same one. Whoever takes over a
lapsed lease sends the same Message-ID again.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from time import monotonic

from django.db import connection, transaction

from samen.initiatives.models import Initiative
from samen.messaging.actions.stopping import short_link
from samen.messaging.choices import Channel, Status
from samen.messaging.letters import Letter
from samen.messaging.mime import Mail
from samen.messaging.models import OutboxMessage
from samen.messaging.notify import NotDelivered, send
from samen.messaging.queries import can_stop, due, initiative, letter_of, quiet_hours, stop_link
from samen.messaging.rules import LEASE, QuietHours, Verdict, retry_after
from samen.messaging.transport import Answer, Line, LineDown, Parcel, on_the_line, open_line, sender_address

# As many as a slow server takes well within a lease, and as many in one round as leave others their turn.
BATCH, MOST = 50, 500


@dataclass
class Delivered:
    """What one round did."""

    sent: int = 0
    failed: int = 0
    later: int = 0
    is_down: bool = False
    has_more: bool = False

    @property
    def tried(self) -> int:
        """How many messages were handed over."""
        return self.sent + self.failed + self.later


class _Clock:
    """A round may last minutes: its leases count from where it is, not from where it began."""

    def __init__(self, now: datetime) -> None:
        self._now, self._began = now, monotonic()

    @property
    def now(self) -> datetime:
        return self._now + timedelta(seconds=monotonic() - self._began)


def deliver(*, now: datetime) -> Delivered:
    """Send what is due in this initiative; a server that does not answer leaves all as it was."""
    done, clock, here = Delivered(), _Clock(now), initiative()
    hours, line = quiet_hours(here), None
    if not due(now, hours).exists():
        return done
    try:
        while done.tried < MOST and (batch := _lease(clock.now, hours)):
            for message in batch:
                if message.channel != Channel.EMAIL:
                    _note(message, _by_gateway(message, here, clock.now), clock.now, done)
            mails = [one for one in batch if one.channel == Channel.EMAIL]
            if mails:
                line = line or _open(mails, done)
                if line is None or not _send_mails(line, mails, here, clock, done):
                    return done
        done.has_more = done.tried >= MOST
    finally:
        if line is not None:
            line.close()
    return done


def _lease(now: datetime, hours: QuietHours) -> list[OutboxMessage]:
    """Take some messages for this worker alone."""
    skips = connection.features.has_select_for_update_skip_locked
    with transaction.atomic():
        # Only the message is locked: its mailing may be absent, which PostgreSQL cannot lock.
        rows = due(now, hours).select_for_update(skip_locked=skips, of=("self",) if skips else ())
        ids = list(rows.values_list("pk", flat=True)[:BATCH])
        taken = OutboxMessage.objects.filter(pk__in=ids)
        taken.update(status=Status.SENDING, lease_until=now + LEASE)
    return sorted(taken, key=lambda message: ids.index(message.pk))


def _open(batch: list[OutboxMessage], done: Delivered) -> Line | None:
    try:
        return open_line()
    except LineDown as down:
        _give_back(batch, down)
        done.is_down = True
        return None


def _send_mails(
    line: Line, batch: list[OutboxMessage], here: Initiative, clock: _Clock, done: Delivered
) -> bool:
    """Send a batch; False when the line went down."""
    unanswered = {message.pk: message for message in batch}
    try:
        for answer in line.send(_parcels(batch, here, clock.now)):
            _note(unanswered.pop(answer.pk), answer, clock.now, done)
    except LineDown as down:
        during = unanswered.pop(down.during, None) if down.during else None
        if during is not None:
            # It may be the reason that the server hung up: others go first next time.
            _note(during, Answer(during.pk, Verdict.LATER, down.code, down.detail), clock.now, done)
        _give_back(unanswered.values(), down)
        done.is_down = True
        return False
    for message in unanswered.values():
        _note(message, Answer(message.pk, Verdict.NEVER, "bad_address"), clock.now, done)
    return True


def _parcels(batch: list[OutboxMessage], here: Initiative, now: datetime) -> Iterator[Parcel]:
    """The bytes of each message whose address exists."""
    for message in batch:
        try:
            address = on_the_line(message.email)
        except ValueError:
            continue
        yield Parcel(message.pk, address, mail_of(message, here, address).as_bytes(now))


def mail_of(message: OutboxMessage, here: Initiative, address: str) -> Mail:
    """A message as a mail."""
    letter: Letter = letter_of(message, here.name)
    return Mail(
        message_id=message.message_id,
        from_name=here.name,
        from_address=sender_address(),
        to_name=message.to_name,
        to_address=address,
        subject=message.subject,
        text=letter.text,
        html=letter.html,
        language=message.words_language,
        reply_to=here.contact_email,
        stop_url=letter.stop_url,
        calendar=message.calendar,
    )


def _by_gateway(message: OutboxMessage, here: Initiative, now: datetime) -> Answer:
    """What became of one SMS or chat; its words end with a short link to stop."""
    if can_stop(message):
        short_link(link=stop_link(message), now=now)
    try:
        send(channel=message.channel, phone=message.phone, text=letter_of(message, here.name).short)
    except NotDelivered as error:
        return Answer(message.pk, Verdict.LATER, "gateway", str(error))
    return Answer(message.pk, Verdict.DELIVERED)


def _note(message: OutboxMessage, answer: Answer, now: datetime, done: Delivered) -> None:
    """Write down what became of one message, unless its lease passed to another worker."""
    attempts = message.attempts + 1
    changes: dict[str, object] = {"attempts": attempts, "lease_until": None}
    pause = retry_after(attempts)
    if answer.verdict is Verdict.DELIVERED:
        changes |= {"status": Status.SENT, "sent_at": now, "error_code": "", "error_detail": ""}
        done.sent += 1
    elif answer.verdict is Verdict.LATER and pause is not None:
        changes |= {"status": Status.WAITING, "next_attempt_at": now + pause}
        done.later += 1
    else:
        changes |= {"status": Status.FAILED, "next_attempt_at": None}
        done.failed += 1
    if answer.verdict is not Verdict.DELIVERED:
        changes |= {"error_code": answer.code, "error_detail": answer.detail}
    OutboxMessage.objects.filter(
        pk=message.pk, status=Status.SENDING, lease_until=message.lease_until
    ).update(**changes)


def _give_back(batch: Iterable[OutboxMessage], down: LineDown) -> None:
    """Nobody was to blame: these wait on, and no attempt is counted."""
    mine = [(message.pk, message.lease_until) for message in batch]
    OutboxMessage.objects.filter(
        pk__in=[pk for pk, _lease in mine],
        lease_until__in={lease for _pk, lease in mine},
        status=Status.SENDING,
        next_attempt_at__isnull=False,
    ).update(status=Status.WAITING, lease_until=None, error_code=down.code, error_detail=down.detail)
