"""Pure decisions about messages: by which road, when, how often, and what a mail server’s answer means."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from samen.messaging.choices import Channel, Status

BRUSSELS = ZoneInfo("Europe/Brussels")

# When a mail server says "not now": tried again after so long, and failed after the last.
BACKOFF = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=12),
)
# How long a worker keeps a message to itself: more than a batch takes, so that only a crash lets it lapse.
LEASE = timedelta(minutes=10)
# The words of a message go so long after it was queued (Regulation (EU) 2016/679, art. 5(1)(e)).
WORDS_KEPT = timedelta(days=30)
# That it was sent goes so many months after it was queued.
MONTHS_KEPT = 24

STEPS: Mapping[Status, frozenset[Status]] = {
    Status.WAITING: frozenset({Status.SENDING, Status.STOPPED, Status.BY_HAND, Status.DONE}),
    Status.SENDING: frozenset({Status.SENT, Status.WAITING, Status.FAILED}),
    Status.SENT: frozenset(),
    Status.FAILED: frozenset({Status.WAITING, Status.BY_HAND, Status.DONE}),
    Status.STOPPED: frozenset({Status.BY_HAND, Status.DONE}),
    Status.BY_HAND: frozenset({Status.BY_HAND, Status.DONE, Status.WAITING}),
    Status.DONE: frozenset({Status.BY_HAND}),
}

NEEDS_PHONE = frozenset({Channel.SMS, Channel.CHAT, Channel.WHATSAPP, Channel.PHONE})
# What a reader may choose as the first road; chat only where a gateway takes it.
MAY_BE_CHOSEN = (Channel.EMAIL, Channel.SMS, Channel.WHATSAPP, Channel.PHONE)
# The order for somebody who never said how they like to hear from us.
USUAL_ORDER = (Channel.EMAIL, Channel.WHATSAPP, Channel.PHONE, Channel.LETTER)
# What is left for a message that may not be lost.
LAST_RESORT = (Channel.PHONE, Channel.LETTER)


@dataclass(frozen=True)
class QuietHours:
    """When nobody's phone rings: from an hour in the evening until one in the morning."""

    begin: time
    end: time


@dataclass(frozen=True)
class Recipient:
    """Somebody to whom a message goes: addresses, a language, and the roads they prefer, best first."""

    name: str
    email: str = ""
    phone: str = ""
    language: str = "nl"
    channels: tuple[str, ...] = ()

    def address_for(self, channel: str) -> str:
        """Where this channel leads; empty when there is no such address (a letter is handed over)."""
        if channel == Channel.EMAIL:
            return self.email
        return self.phone if channel in NEEDS_PHONE else ""

    def can_take(self, channel: str) -> bool:
        """Whether this road is open at all."""
        return channel == Channel.LETTER or bool(self.address_for(channel))


def may_step(before: str, after: str) -> bool:
    """Whether a message may go from one state to another."""
    return after in STEPS.get(Status(before), frozenset())


def choose_channel(
    to: Recipient, *, stopped: Collection[str], by_machine: Collection[str], must_arrive: bool
) -> tuple[Channel, Status]:
    """The first road that is possible and not stopped; what may not be lost then goes by hand."""
    order = tuple(Channel(name) for name in to.channels) or USUAL_ORDER
    possible = [channel for channel in order if to.can_take(channel)]
    for channel in possible:
        if channel not in stopped:
            return channel, Status.WAITING if channel in by_machine else Status.BY_HAND
    if possible and not must_arrive:
        return possible[0], Status.STOPPED
    return next(channel for channel in LAST_RESORT if to.can_take(channel)), Status.BY_HAND


@dataclass(frozen=True)
class Chosen:
    """What the reader of an address chose, and when; empty where nothing was."""

    at: datetime
    language: str = ""
    road: str = ""


def first_road(to: Recipient) -> str:
    """The road that comes first for somebody; empty where none of theirs is open."""
    return next((name for name in to.channels or USUAL_ORDER if to.can_take(name)), "")


def order_chosen(to: Recipient, chosen: Mapping[str, Chosen]) -> tuple[str, ...]:
    """The roads to try, best first: what was chosen at the address where a message would come goes first.

    A choice counts at its own address: whoever shares a phone chooses nothing for another one's e-mail. Where
    it points to an address with a later choice, the later one counts.
    """
    road, since = first_road(to), None
    while found := chosen.get(to.address_for(road)):
        if not found.road or not to.can_take(found.road) or (since is not None and found.at <= since):
            break
        road, since = found.road, found.at
    return tuple(dict.fromkeys((road, *(to.channels or USUAL_ORDER)))) if since else to.channels


def language_chosen(to: Recipient, channel: str, chosen: Mapping[str, Chosen]) -> str:
    """The language that was chosen at the address where this message goes, else their usual one."""
    found = chosen.get(to.address_for(channel))
    return found.language if found and found.language else to.language


def roads_to_choose(
    channel: str, *, knows_both: bool, by_machine: Collection[str], is_stopped: bool
) -> list[Channel]:
    """Which roads a reader may choose: those to an address that we hold, unless they stopped them."""
    has_email = channel == Channel.EMAIL or knows_both
    has_phone = channel != Channel.EMAIL or knows_both
    roads = [*MAY_BE_CHOSEN, *([Channel.CHAT] if Channel.CHAT in by_machine else [])]
    return [
        road
        for road in roads
        if (has_email if road == Channel.EMAIL else has_phone) and not (is_stopped and road == channel)
    ]


def is_quiet(moment: datetime, hours: QuietHours) -> bool:
    """Whether it is night in Brussels."""
    hour = moment.astimezone(BRUSSELS).time()
    return hour >= hours.begin or hour < hours.end


def allowed_from(moment: datetime, hours: QuietHours, *, keeps_quiet: bool) -> datetime:
    """The first moment from `moment` on at which a message may leave."""
    if not keeps_quiet or not is_quiet(moment, hours):
        return moment
    local = moment.astimezone(BRUSSELS)
    day = local.date() + timedelta(days=1) if local.time() >= hours.begin else local.date()
    # A night ends at six or later, which exists once on every day: the clock changes at two or three.
    return datetime.combine(day, hours.end, tzinfo=BRUSSELS)


def retry_after(attempts: int) -> timedelta | None:
    """How long to wait after so many attempts that failed for now; None when it was the last one."""
    return BACKOFF[attempts - 1] if 1 <= attempts <= len(BACKOFF) else None


class Verdict(StrEnum):
    """What an answer of a mail server means for one message."""

    DELIVERED = "delivered"
    LATER = "later"
    NEVER = "never"
    # Nothing is wrong with the message: the server speaks to nobody now.
    NOBODY = "nobody"


def verdict(code: int, *, about_recipient: bool = True) -> Verdict:
    """RFC 5321, section 4.2.1: 2 is done, 4 is not now, 5 is never; 421 closes the line for all."""
    if 200 <= code < 300:
        return Verdict.DELIVERED
    if code == 421 or not about_recipient:
        return Verdict.NOBODY
    return Verdict.NEVER if code >= 500 else Verdict.LATER
