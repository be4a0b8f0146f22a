"""Reads about texts and the outbox."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256

from django.db.models import Count, F, Q, QuerySet

from samen.base.languages import DUTCH, Language, every
from samen.base.scoping import current_initiative_id
from samen.initiatives.models import Initiative
from samen.messaging import kinds
from samen.messaging.choices import Channel, MailingStatus, Status
from samen.messaging.kinds import Kind, Words
from samen.messaging.letters import Letter
from samen.messaging.models import (
    Choice,
    Mailing,
    OutboxMessage,
    ShortLink,
    StaffFeed,
    StoppedAddress,
    Text,
)
from samen.messaging.notify import by_machine, gateways
from samen.messaging.rules import (
    Chosen,
    QuietHours,
    Recipient,
    choose_channel,
    first_road,
    is_quiet,
    language_chosen,
    order_chosen,
)
from samen.messaging.stops import (
    SAMPLE_CODE,
    StopLink,
    digest_of,
    short_url,
    stop_url,
)


def initiative() -> Initiative:
    """The initiative in scope: its name stands on every message."""
    return Initiative.objects.get(pk=current_initiative_id())


def quiet_hours(here: Initiative) -> QuietHours:
    """When the people of this initiative sleep."""
    return QuietHours(here.quiet_from, here.quiet_until)


# ---------- Texts ----------


def hash_of(words: Words) -> str:
    """By which a change of the Dutch is seen."""
    return sha256(f"{words.subject}\n{words.body}".encode()).hexdigest()


def own_texts(codes: Iterable[str] | None = None) -> dict[tuple[str, str], Text]:
    """The initiative's own texts, by kind and language."""
    found = Text.objects.all() if codes is None else Text.objects.filter(kind__in=list(codes))
    return {(text.kind, text.language): text for text in found}


def words_of(one: Kind, language: str, own: Mapping[tuple[str, str], Text]) -> Words:
    """The words of a kind: the own text, else the own Dutch, else the standard text in that language.

    What is made in a language stays in it: there the standard text goes before the own Dutch.
    """
    if text := own.get((one.code, language)):
        return Words(text.subject, text.body, language)
    dutch = own.get((one.code, DUTCH))
    if dutch and not one.stays_in_its_language:
        return Words(dutch.subject, dutch.body, DUTCH)
    standard = one.standard(language)
    return Words(dutch.subject, dutch.body, DUTCH) if dutch and standard.language == DUTCH else standard


def text(code: str, language: str) -> Words:
    """The words of a kind in a language, or in Dutch when there are none."""
    return words_of(kinds.kind(code), language, own_texts([code]))


@dataclass(frozen=True)
class Version:
    """A text in one language: whether it is the initiative's own, and whether its Dutch changed since."""

    language: Language
    words: Words
    is_own: bool
    is_outdated: bool
    is_dutch_own: bool = False

    @property
    def is_missing(self) -> bool:
        """Readers of this language get the Dutch."""
        return self.words.language != self.language.code

    @property
    def is_behind(self) -> bool:
        """The initiative changed the Dutch; readers of this language still get our text."""
        return self.is_dutch_own and not self.is_own and not self.is_missing


def versions(one: Kind, own: Mapping[tuple[str, str], Text]) -> list[Version]:
    """A text in every language, Dutch first."""
    dutch = hash_of(words_of(one, DUTCH, own))
    return [
        Version(
            language,
            words_of(one, language.code, own),
            is_own=(one.code, language.code) in own,
            is_outdated=is_outdated(own.get((one.code, language.code)), dutch),
            is_dutch_own=(one.code, DUTCH) in own,
        )
        for language in every()
    ]


def is_outdated(own: Text | None, dutch_hash: str) -> bool:
    """Whether the Dutch changed since this was translated."""
    return own is not None and own.language != DUTCH and own.dutch_hash != dutch_hash


# ---------- The outbox ----------


def messages() -> QuerySet[OutboxMessage]:
    """Every message, newest first."""
    return OutboxMessage.objects.select_related("mailing")


def queued(keys: Iterable[str]) -> set[str]:
    """Which of these messages were queued already."""
    return set(OutboxMessage.objects.filter(key__in=list(keys)).values_list("key", flat=True))


def by_status(status: str) -> QuerySet[OutboxMessage]:
    """Messages that stand there; what leaves at this moment is still waiting to whoever looks."""
    wanted = (Status.WAITING, Status.SENDING) if status == Status.WAITING else (status,)
    return messages().filter(status__in=wanted)


def status_counts() -> dict[str, int]:
    """How many messages stand in each state."""
    lines = OutboxMessage.objects.order_by().values("status").annotate(n=Count("pk"))
    found = {line["status"]: line["n"] for line in lines}
    found[Status.WAITING] = found.get(Status.WAITING, 0) + found.pop(Status.SENDING, 0)
    return found


def failed_messages() -> QuerySet[OutboxMessage]:
    """What did not arrive and waits for a person, oldest first."""
    return OutboxMessage.objects.filter(status=Status.FAILED).order_by("id")


def to_do_by_hand() -> QuerySet[OutboxMessage]:
    """What a person still has to press, oldest first."""
    return OutboxMessage.objects.filter(status=Status.BY_HAND).order_by("id")


def about(reference: str) -> QuerySet[OutboxMessage]:
    """Every message about one thing, newest first."""
    return messages().filter(about=reference)


def due(now: datetime, hours: QuietHours) -> QuerySet[OutboxMessage]:
    """What may leave now: its time came, or the one who took it never came back; what is paused stays.

    The hours count when a message leaves, not when it was queued: new hours hold for whatever waits already.
    """
    came = Q(status=Status.WAITING, next_attempt_at__lte=now) | Q(status=Status.SENDING, lease_until__lte=now)
    found = OutboxMessage.objects.filter(came).exclude(mailing__status=MailingStatus.PAUSED)
    if is_quiet(now, hours):
        quiet = [one.code for one in kinds.all_kinds() if one.keeps_quiet]
        found = found.exclude(kind__in=quiet)
    # Somebody who waits for an answer goes before a message to many.
    return found.order_by(F("mailing").asc(nulls_first=True), "next_attempt_at", "id")


def letter_of(message: OutboxMessage, name: str) -> Letter:
    """A message as it is read; `name` is that of the initiative."""
    return Letter(
        initiative=name,
        subject=message.subject,
        body=message.body,
        language=message.language,
        words_language=message.words_language,
        dutch=message.dutch,
        stop_url=_stop_url(message) if can_stop(message) else "",
    )


def can_stop(message: OutboxMessage) -> bool:
    """Whether a message carries a link to stop: a mail does, and what a gateway sends."""
    one = kinds.find(message.kind)
    is_sent_so = message.channel == Channel.EMAIL or (
        message.channel in gateways() and message.status not in {Status.BY_HAND, Status.DONE}
    )
    return bool(message.address) and is_sent_so and (one is None or one.may_be_stopped)


def _stop_url(message: OutboxMessage) -> str:
    """The whole link in a mail; in what a gateway sends the short one, or its like before there is one."""
    link = stop_link(message)
    if link.channel == Channel.EMAIL:
        return stop_url(link)
    found = ShortLink.objects.filter(channel=link.channel, digest=link.digest).first()
    return short_url(link.initiative_id, found.code if found else SAMPLE_CODE)


def stop_link(message: OutboxMessage) -> StopLink:
    """What the link of a message names."""
    return StopLink(
        message.initiative_id,
        message.channel,
        digest_of(message.initiative_id, message.channel, message.address),
        message.language,
        knows_both=bool(message.email and message.phone),
    )


def by_short_code(code: str) -> StopLink | None:
    """What a short address names."""
    found = ShortLink.objects.filter(code=code).first()
    if found is None:
        return None
    return StopLink(found.initiative_id, found.channel, found.digest, found.language, found.knows_both)


def stopped(digests: Iterable[str]) -> set[tuple[str, str]]:
    """Which of these addresses stopped, as (road, digest)."""
    found = StoppedAddress.objects.filter(digest__in=list(digests))
    return set(found.values_list("channel", "digest"))


def stopped_everywhere(recipients: Sequence[Recipient]) -> list[bool]:
    """Whether each of them asked for no more messages by any road to them, in one query."""
    here = current_initiative_id()
    held = [digests(here, to) for to in recipients]
    halted = stopped({digest for pairs in held for _road, digest in pairs})
    return [bool(pairs) and halted.issuperset(pairs) for pairs in held]


def is_stopped(link: StopLink) -> bool:
    """Whether the address of this link stopped."""
    return StoppedAddress.objects.filter(channel=link.channel, digest=link.digest).exists()


# ---------- What readers chose ----------


def choice_at(digest: str) -> Choice | None:
    """What was chosen at this address."""
    return Choice.objects.filter(digest=digest).first()


def chosen_by(recipients: Iterable[Recipient]) -> dict[str, Chosen]:
    """What was chosen at their addresses, in one query; by address."""
    here = current_initiative_id()
    digests = {
        address: digest_of(here, road, address)
        for to in recipients
        for road, address in ((Channel.EMAIL, to.email), (Channel.PHONE, to.phone))
        if address
    }
    rows = {row.digest: row for row in Choice.objects.filter(digest__in=set(digests.values()))}
    return {
        address: Chosen(rows[digest].chosen_at, rows[digest].language, rows[digest].road)
        for address, digest in digests.items()
        if digest in rows
    }


def as_read(recipients: Sequence[Recipient]) -> list[Recipient]:
    """The same people, each with the roads and the language that were chosen at their address.

    Queueing does this by itself. Whoever fills in a day or a month asks first in which language.
    """
    chosen = chosen_by(recipients)
    found = [replace(to, channels=order_chosen(to, chosen)) for to in recipients]
    return [replace(to, language=language_chosen(to, first_road(to), chosen)) for to in found]


def digests(initiative_id: int, to: Recipient) -> list[tuple[str, str]]:
    """The addresses of somebody by the roads that can be stopped, as (road, digest)."""
    roads = ((Channel.EMAIL, to.email), (Channel.SMS, to.phone), (Channel.CHAT, to.phone))
    return [(str(road), digest_of(initiative_id, road, address)) for road, address in roads if address]


def roads(recipients: Sequence[Recipient], *, must_arrive: bool = False) -> list[tuple[Channel, Status]]:
    """By which road a message would go to each of them now, and how it would stand, in two queries."""
    here = current_initiative_id()
    held = [digests(here, to) for to in recipients]
    halted = stopped({digest for pairs in held for _road, digest in pairs})
    return [
        choose_channel(
            to,
            stopped={road for road, digest in pairs if (road, digest) in halted},
            by_machine=by_machine(),
            must_arrive=must_arrive,
        )
        for to, pairs in zip(as_read(recipients), held, strict=True)
    ]


# ---------- To many ----------


@dataclass(frozen=True)
class Progress:
    """How far a message to many is."""

    mailing: Mailing
    counts: Mapping[str, int]

    @property
    def ready(self) -> int:
        """Copies for which the machine has nothing left to do."""
        open_ones = self.counts.get(Status.WAITING, 0) + self.counts.get(Status.SENDING, 0)
        return sum(self.counts.values()) - open_ones

    @property
    def waiting(self) -> int:
        """Copies that still have to leave."""
        return max(self.mailing.total - self.ready, 0)

    @property
    def is_over(self) -> bool:
        """Whether nothing moves any more."""
        return self.mailing.status == MailingStatus.STOPPED or (
            self.mailing.status == MailingStatus.SENDING and not self.waiting
        )


def mailings() -> list[Progress]:
    """Messages to many, newest first, each with how far it is."""
    states = {str(status): Count("messages", filter=Q(messages__status=status)) for status in Status}
    return [
        Progress(one, {status: getattr(one, status) for status in states})
        for one in Mailing.objects.annotate(**states)
    ]


def progress(mailing: Mailing) -> Progress:
    """How far this one is."""
    lines = mailing.messages.order_by().values("status").annotate(n=Count("pk"))
    return Progress(mailing, {line["status"]: line["n"] for line in lines})


# ---------- Calendar links ----------


def feed_of(user_id: int) -> StaffFeed | None:
    """The living calendar link of a member of staff."""
    return StaffFeed.objects.filter(user_id=user_id, revoked_at=None).first()
