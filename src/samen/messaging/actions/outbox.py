"""Verbs about the outbox: queue, try again, take in hand, forget.

Queueing writes no audit line: the row itself tells what was queued, when and about what.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit
from uuid import uuid4

from django.conf import settings
from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import override

from samen.base import audit
from samen.base.dates import add_months
from samen.base.emails import EmailUnreadable, check_email
from samen.base.errors import Conflict, RuleBroken
from samen.base.forgetting import delete_in_pieces
from samen.base.languages import DUTCH
from samen.base.languages import language as base_language
from samen.base.scoping import current_initiative_id
from samen.messaging import kinds
from samen.messaging.choices import Channel, Status
from samen.messaging.kinds import Kind, Words
from samen.messaging.letters import known
from samen.messaging.models import LONGEST_NAME, LONGEST_SUBJECT, Mailing, OutboxMessage, ShortLink, Text
from samen.messaging.notify import by_machine
from samen.messaging.placeholders import clean_body, one_line, render
from samen.messaging.queries import chosen_by, digests, initiative, own_texts, stopped, words_of
from samen.messaging.rules import (
    MONTHS_KEPT,
    WORDS_KEPT,
    Chosen,
    Recipient,
    choose_channel,
    language_chosen,
    may_step,
    order_chosen,
)
from samen.messaging.tasks import deliver_soon

CHUNK = 200
# What is filled in; a lazy one, such as a day in words, is said in the language of the text around it.
Value = str | Promise


@dataclass(frozen=True)
class Entry:
    """One message to queue. `words` replaces the text of its kind, for what is written once."""

    key: str
    kind: str
    to: Recipient
    values: Mapping[str, Value] = field(default_factory=dict)
    about: str = ""
    calendar: str = ""
    not_before: datetime | None = None
    words: Words | None = None


def enqueue(
    *,
    key: str,
    kind: str,
    to: Recipient,
    values: Mapping[str, Value],
    now: datetime,
    about: str = "",
    calendar: str = "",
    not_before: datetime | None = None,
    words: Words | None = None,
) -> OutboxMessage:
    """Queue one message; the same key gives the message that is there already."""
    entry = Entry(key, kind, to, values, about, calendar, not_before, words)
    return enqueue_all([entry], now=now)[0]


@transaction.atomic
def enqueue_all(
    entries: Sequence[Entry], *, now: datetime, in_bulk: Mailing | None = None
) -> list[OutboxMessage]:
    """Queue many messages with a fixed number of queries; gives each one's message in the same order."""
    if not entries:
        return []
    desk = _Desk.of(entries, in_bulk)
    made = [desk.message(entry, now) for entry in entries]
    # Two workers with the same key: the second finds the row of the first, on any database.
    OutboxMessage.objects.bulk_create(made, ignore_conflicts=True)
    kept = {one.key: one for one in OutboxMessage.objects.filter(key__in=[entry.key for entry in entries])}
    if in_bulk is None and any(kept[one.key].message_id == one.message_id for one in made):
        # In the same transaction as the message: a worker sees both or neither.
        deliver_soon.enqueue(current_initiative_id())
    return [kept[entry.key] for entry in entries]


@dataclass(frozen=True)
class _Desk:
    """What is the same for every message that is queued together."""

    initiative_id: int
    name: str
    own: Mapping[tuple[str, str], Text]
    stopped: set[tuple[str, str]]
    chosen: Mapping[str, Chosen]
    by_machine: frozenset[str]
    mailing: Mailing | None

    @classmethod
    def of(cls, entries: Sequence[Entry], mailing: Mailing | None) -> "_Desk":
        here = initiative()
        known_as = {digest for entry in entries for _road, digest in digests(here.pk, entry.to)}
        return cls(
            here.pk,
            here.name,
            own_texts({entry.kind for entry in entries if entry.words is None}),
            stopped(known_as),
            chosen_by([entry.to for entry in entries]),
            by_machine(),
            mailing,
        )

    def message(self, entry: Entry, now: datetime) -> OutboxMessage:
        kind = kinds.message(entry.kind)
        to = replace(entry.to, channels=order_chosen(entry.to, self.chosen))
        channel, status = choose_channel(
            to,
            stopped={
                road
                for road, digest in digests(self.initiative_id, entry.to)
                if (road, digest) in self.stopped
            },
            by_machine=self.by_machine,
            must_arrive=kind.sensitive,
        )
        language = known(language_chosen(to, channel, self.chosen))
        words = entry.words or words_of(kind, language, self.own)
        values = self._values(kind, entry, words.language)
        is_rtl = base_language(words.language).is_rtl
        return OutboxMessage(
            initiative_id=self.initiative_id,
            key=entry.key,
            kind=kind.code,
            about=entry.about,
            mailing=self.mailing,
            channel=channel,
            to_name=one_line(entry.to.name)[:LONGEST_NAME],
            email=entry.to.email,
            phone=entry.to.phone,
            language=language,
            words_language=words.language,
            subject=one_line(render(words.subject, values, is_rtl=is_rtl))[: LONGEST_SUBJECT * 2],
            body=clean_body(render(words.body, values, is_rtl=is_rtl)),
            dutch=self._dutch(kind, entry, words),
            calendar=entry.calendar,
            status=status,
            created_at=now,
            not_before=entry.not_before,
            next_attempt_at=max(now, entry.not_before or now) if status == Status.WAITING else None,
            message_id=_new_message_id(),
        )

    def _values(self, kind: Kind, entry: Entry, language: str) -> dict[str, str]:
        """What is filled in, on one line but for what is `whole`. A name that nobody gave is a mistake."""
        missing = set(kind.placeholders) - set(entry.values)
        if missing:
            raise ValueError(f"A message {kind.code!r} needs {sorted(missing)}.")
        with override(language):
            given = {
                name: (clean_body if name in kind.whole else one_line)(str(entry.values[name]))
                for name in kind.placeholders
            }
        return {kinds.INITIATIVE: self.name, **given}

    def _dutch(self, kind: Kind, entry: Entry, words: Words) -> str:
        """The same in Dutch below another language: people learn the words that they will hear."""
        if words.language == DUTCH or entry.words is not None:
            return ""
        return clean_body(render(words_of(kind, DUTCH, self.own).body, self._values(kind, entry, DUTCH)))


def _new_message_id() -> str:
    return f"<{uuid4().hex}@{urlsplit(settings.BASE_URL).hostname or 'localhost'}>"


@transaction.atomic
def take_back(*, keys: Sequence[str]) -> int:
    """What did not leave yet and is no longer true never leaves; returns how many."""
    waiting = OutboxMessage.objects.filter(key__in=keys, status__in=(Status.WAITING, Status.BY_HAND))
    return waiting.update(status=Status.STOPPED, next_attempt_at=None)


@transaction.atomic
def try_again(*, message: OutboxMessage, now: datetime, actor: audit.Actor, email: str = "") -> None:
    """Give the machine another try, from the beginning; at another address when one is given."""
    held = _held(message, Status.WAITING)
    if email:
        held.email = _checked(email)
        held.save(update_fields=["email"])
    if held.channel not in by_machine() or not held.address:
        raise RuleBroken("no_machine", _("Samen kan dit bericht niet zelf sturen. Kies een andere manier."))
    _check_words(held)
    _move(held, Status.WAITING, attempts=0, next_attempt_at=now, error_code="", error_detail="")
    audit.write(actor, "try_message_again", held)
    deliver_soon.enqueue(held.initiative_id)


@transaction.atomic
def by_hand(*, message: OutboxMessage, channel: Channel, actor: audit.Actor) -> None:
    """Take a message in hand: a person will press, call or post it."""
    held = _held(message, Status.BY_HAND)
    to = Recipient(held.to_name, held.email, held.phone)
    if not to.can_take(channel):
        raise RuleBroken("no_address", _("Daarvoor is er geen adres of nummer. Kies een andere manier."))
    _check_words(held)
    _move(held, Status.BY_HAND, channel=channel, next_attempt_at=None)
    audit.write(actor, "take_message_in_hand", held, channel=str(channel))


@transaction.atomic
def mark_done(*, message: OutboxMessage, now: datetime, actor: audit.Actor) -> None:
    """Somebody told it in another way."""
    held = _held(message, Status.DONE)
    _move(held, Status.DONE, sent_at=now, next_attempt_at=None)
    audit.write(actor, "mark_message_done", held)


def forget_old(*, today: date) -> int:
    """The tick's verb: words and addresses go after thirty days, that a message was sent after two years.

    So do messages to many, and the short addresses of phones to which nothing was sent since.
    """
    before = add_months(today, -MONTHS_KEPT)
    gone = (
        delete_in_pieces(OutboxMessage.objects.filter(created_at__date__lt=before))
        + delete_in_pieces(Mailing.objects.filter(made_at__date__lt=before))
        + delete_in_pieces(ShortLink.objects.filter(used_at__date__lt=before))
    )
    return gone + _forget_words(today)


def _forget_words(today: date) -> int:
    old = OutboxMessage.objects.filter(
        status__in=(Status.SENT, Status.DONE, Status.STOPPED),
        created_at__date__lt=today - timedelta(days=WORDS_KEPT.days),
    ).exclude(body="", email="", phone="", to_name="")
    return old.update(
        subject="", body="", dutch="", calendar="", email="", phone="", to_name="", error_detail=""
    )


def _held(message: OutboxMessage, after: Status) -> OutboxMessage:
    """The message as it stands now, held until this action is done; refused when that step is not allowed."""
    held = OutboxMessage.objects.select_for_update().get(pk=message.pk)
    if not may_step(held.status, after):
        raise Conflict("moved_on", _("Dit bericht staat intussen ergens anders. Laad de pagina opnieuw."))
    return held


def _checked(email: str) -> str:
    try:
        return check_email(email.strip())
    except EmailUnreadable as error:
        raise RuleBroken("bad_email", _("Dit is geen e-mailadres. Kijk het na.")) from error


def _check_words(message: OutboxMessage) -> None:
    if not message.body:
        raise RuleBroken("words_gone", _("De tekst van dit bericht is al gewist. Schrijf een nieuw bericht."))


def _move(message: OutboxMessage, status: Status, **changes: object) -> None:
    message.status = status
    for name, value in changes.items():
        setattr(message, name, value)
    message.save(update_fields=["status", *changes])
