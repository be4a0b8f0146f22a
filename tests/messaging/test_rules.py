"""By which road, when, and how often: on plain values, also on the nights when the clock changes."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.initiatives.rules import EARLIEST_EVENING, EARLIEST_MORNING, NOON
from samen.messaging.choices import Channel, Status
from samen.messaging.rules import (
    BACKOFF,
    BRUSSELS,
    STEPS,
    Chosen,
    QuietHours,
    Recipient,
    Verdict,
    allowed_from,
    choose_channel,
    first_road,
    is_quiet,
    language_chosen,
    may_step,
    order_chosen,
    retry_after,
    roads_to_choose,
    verdict,
)

pytestmark = pytest.mark.pure

NIGHT = QuietHours(time(21), time(8))
EMAIL_ONLY = frozenset({Channel.EMAIL})
REACHED = Recipient("Amal", "amal@example.org", "+32470123456")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BRUSSELS)


# ---------- When ----------


@pytest.mark.parametrize(
    ("moment", "leaves"),
    [
        ("2026-11-25T12:00", "2026-11-25T12:00"),
        ("2026-11-25T08:00", "2026-11-25T08:00"),
        ("2026-11-25T20:59", "2026-11-25T20:59"),
        ("2026-11-25T21:00", "2026-11-26T08:00"),
        ("2026-11-25T23:59", "2026-11-26T08:00"),
        ("2026-11-26T00:00", "2026-11-26T08:00"),
        ("2026-11-26T07:59", "2026-11-26T08:00"),
        ("2026-12-31T22:00", "2027-01-01T08:00"),
    ],
)
def test_at_night_a_message_waits_for_the_morning(moment: str, leaves: str) -> None:
    assert allowed_from(at(moment), NIGHT, keeps_quiet=True) == at(leaves)
    assert allowed_from(at(moment), NIGHT, keeps_quiet=False) == at(moment)


@pytest.mark.parametrize(
    ("evening", "hours"),
    [("2026-03-28T22:00", 9), ("2026-10-24T22:00", 11), ("2026-11-24T22:00", 10)],
)
def test_a_night_is_an_hour_shorter_or_longer_when_the_clock_changes(evening: str, hours: int) -> None:
    begins = at(evening)
    leaves = allowed_from(begins, NIGHT, keeps_quiet=True)
    assert leaves.astimezone(UTC) - begins.astimezone(UTC) == timedelta(hours=hours)
    assert leaves.timetz().replace(tzinfo=None) == NIGHT.end


def test_it_is_night_in_brussels_wherever_the_server_stands() -> None:
    assert is_quiet(datetime(2026, 7, 1, 19, 30, tzinfo=UTC), NIGHT)
    assert not is_quiet(datetime(2026, 12, 1, 19, 30, tzinfo=UTC), NIGHT)


@pytest.mark.parametrize(
    ("begin", "end", "moment", "leaves"),
    [
        (time(19), time(9, 30), "2026-11-25T18:59", "2026-11-25T18:59"),
        (time(19), time(9, 30), "2026-11-25T19:00", "2026-11-26T09:30"),
        (time(23, 59), time(6), "2026-11-25T23:58", "2026-11-25T23:58"),
        (time(23, 59), time(6), "2026-11-26T00:00", "2026-11-26T06:00"),
        # Both nights on which the clock changes, by the earliest morning and the earliest evening.
        (time(18), time(6), "2026-03-29T01:59", "2026-03-29T06:00"),
        (time(18), time(6), "2026-10-25T02:30", "2026-10-25T06:00"),
        (time(18), time(11, 59), "2026-03-28T18:00", "2026-03-29T11:59"),
    ],
)
def test_an_initiative_has_its_own_night(begin: time, end: time, moment: str, leaves: str) -> None:
    assert allowed_from(at(moment), QuietHours(begin, end), keeps_quiet=True) == at(leaves)


NIGHTS = st.builds(
    QuietHours, st.times(EARLIEST_EVENING), st.times(EARLIEST_MORNING, NOON).filter(lambda end: end < NOON)
)


@given(
    st.integers(946684800, 3155760000).map(lambda second: datetime.fromtimestamp(second, UTC)),
    st.just(NIGHT) | NIGHTS,
)
def test_no_message_that_keeps_quiet_leaves_at_night_nor_waits_a_day(
    begins: datetime, night: QuietHours
) -> None:
    leaves = allowed_from(begins, night, keeps_quiet=True)
    assert not is_quiet(leaves, night)
    # From six in the evening until noon, and an hour more when the clock goes back.
    assert timedelta(0) <= leaves.astimezone(UTC) - begins <= timedelta(hours=19)
    assert allowed_from(leaves, night, keeps_quiet=True) == leaves


def test_each_try_waits_longer_and_the_sixth_is_the_last() -> None:
    waits = [retry_after(attempt) for attempt in range(1, 7)]
    assert waits == [*BACKOFF, None]
    assert list(BACKOFF) == sorted(BACKOFF)
    assert retry_after(0) is None


# ---------- By which road ----------


@pytest.mark.parametrize(
    ("to", "expected"),
    [
        (REACHED, (Channel.EMAIL, Status.WAITING)),
        (Recipient("A", phone="+32470123456"), (Channel.WHATSAPP, Status.BY_HAND)),
        (Recipient("A"), (Channel.LETTER, Status.BY_HAND)),
        (
            Recipient("A", "a@b.be", "+32470123456", channels=("phone", "email")),
            (Channel.PHONE, Status.BY_HAND),
        ),
        (Recipient("A", "a@b.be", channels=("sms", "email")), (Channel.EMAIL, Status.WAITING)),
        (Recipient("A", "a@b.be", "+32470123456", channels=("sms",)), (Channel.SMS, Status.BY_HAND)),
        (Recipient("A", phone="+32470123456", channels=("email",)), (Channel.PHONE, Status.BY_HAND)),
    ],
)
def test_the_first_road_that_is_open_wins(to: Recipient, expected: tuple[Channel, Status]) -> None:
    assert choose_channel(to, stopped=(), by_machine=EMAIL_ONLY, must_arrive=False) == expected


def test_an_sms_is_sent_by_the_machine_where_there_is_a_gateway() -> None:
    to = Recipient("A", phone="+32470123456", channels=("sms",))
    machine = EMAIL_ONLY | {Channel.SMS}
    assert choose_channel(to, stopped=(), by_machine=machine, must_arrive=False) == (
        Channel.SMS,
        Status.WAITING,
    )


def test_whoever_stopped_one_road_is_reached_by_the_next() -> None:
    found = choose_channel(REACHED, stopped={"email"}, by_machine=EMAIL_ONLY, must_arrive=False)
    assert found == (Channel.WHATSAPP, Status.BY_HAND)


def test_whoever_stopped_every_road_hears_nothing_but_what_must_arrive() -> None:
    to = Recipient("A", "a@b.be", "+32470123456", channels=("email",))
    stopped = {"stopped": {"email"}, "by_machine": EMAIL_ONLY}
    assert choose_channel(to, must_arrive=False, **stopped) == (Channel.EMAIL, Status.STOPPED)  # type: ignore[arg-type]
    assert choose_channel(to, must_arrive=True, **stopped) == (Channel.PHONE, Status.BY_HAND)  # type: ignore[arg-type]
    without_phone = Recipient("A", "a@b.be", channels=("email",))
    assert choose_channel(without_phone, must_arrive=True, **stopped) == (Channel.LETTER, Status.BY_HAND)  # type: ignore[arg-type]


RECIPIENTS = st.builds(
    Recipient,
    name=st.just("A"),
    email=st.sampled_from(["", "a@b.be"]),
    phone=st.sampled_from(["", "+32470123456"]),
    channels=st.lists(st.sampled_from(Channel.values), unique=True).map(tuple),
)


@given(RECIPIENTS, st.sets(st.sampled_from(Channel.values)), st.booleans())
def test_no_message_goes_where_there_is_no_address_nor_is_silently_lost(
    to: Recipient, stopped: set[str], must_arrive: bool
) -> None:
    channel, status = choose_channel(to, stopped=stopped, by_machine=EMAIL_ONLY, must_arrive=must_arrive)
    assert to.can_take(channel)
    if status == Status.WAITING:
        assert channel == Channel.EMAIL
        assert channel not in stopped
    if status == Status.STOPPED:
        assert not must_arrive
        assert channel in stopped


# ---------- What readers chose ----------

BOTH = Recipient("Amal", "amal@example.org", "+32470123456", "nl")
PHONE_ONLY = Recipient("Bo", "", "+32470123456", "nl")
FIRST, SECOND, THIRD = (at(f"2026-11-2{day}T12:00") for day in (1, 2, 3))


@pytest.mark.parametrize(
    ("chosen", "road"),
    [
        ({}, "email"),
        ({"amal@example.org": Chosen(FIRST, road="sms")}, "sms"),
        # At the phone nothing would come: what was chosen there is no business of the e-mail.
        ({"+32470123456": Chosen(FIRST, road="phone")}, "email"),
        # Back by the link in the SMS: the later choice counts.
        (
            {
                "amal@example.org": Chosen(FIRST, road="sms"),
                "+32470123456": Chosen(SECOND, road="email"),
            },
            "email",
        ),
        (
            {
                "amal@example.org": Chosen(THIRD, road="sms"),
                "+32470123456": Chosen(SECOND, road="email"),
            },
            "sms",
        ),
        ({"amal@example.org": Chosen(FIRST, road="email")}, "email"),
        ({"amal@example.org": Chosen(FIRST, language="ar")}, "email"),
    ],
)
def test_the_first_road_is_what_was_chosen_where_the_message_would_come(
    chosen: dict[str, Chosen], road: str
) -> None:
    to = replace(BOTH, channels=order_chosen(BOTH, chosen))
    assert first_road(to) == road
    # Asked twice, it stays so.
    assert first_road(replace(to, channels=order_chosen(to, chosen))) == road


def test_a_road_without_an_address_is_not_taken() -> None:
    to = replace(BOTH, phone="")
    assert order_chosen(to, {"amal@example.org": Chosen(FIRST, road="sms")}) == ()


def test_the_other_roads_stay_behind_the_chosen_one() -> None:
    found = order_chosen(PHONE_ONLY, {"+32470123456": Chosen(FIRST, road="phone")})
    assert found == ("phone", "email", "whatsapp", "letter")
    own = replace(PHONE_ONLY, channels=("whatsapp", "letter"))
    assert order_chosen(own, {"+32470123456": Chosen(FIRST, road="sms")}) == ("sms", "whatsapp", "letter")


def test_a_language_is_that_of_the_address_where_the_message_goes() -> None:
    chosen = {"+32470123456": Chosen(FIRST, language="ar")}
    assert language_chosen(BOTH, "email", chosen) == "nl"
    assert language_chosen(BOTH, "whatsapp", chosen) == "ar"
    assert language_chosen(BOTH, "letter", chosen) == "nl"


def test_what_may_be_chosen_leads_to_an_address_that_we_hold() -> None:
    asked = {"by_machine": EMAIL_ONLY, "is_stopped": False}
    assert roads_to_choose("email", knows_both=False, **asked) == ["email"]  # type: ignore[arg-type]
    assert roads_to_choose("sms", knows_both=False, **asked) == ["sms", "whatsapp", "phone"]  # type: ignore[arg-type]
    both = ["email", "sms", "whatsapp", "phone"]
    assert roads_to_choose("email", knows_both=True, **asked) == both  # type: ignore[arg-type]
    with_chat = EMAIL_ONLY | {Channel.CHAT}
    assert roads_to_choose("sms", knows_both=True, by_machine=with_chat, is_stopped=False) == [*both, "chat"]
    assert roads_to_choose("email", knows_both=True, by_machine=EMAIL_ONLY, is_stopped=True) == both[1:]


# ---------- What an answer means, and what may follow on what ----------


@pytest.mark.parametrize(
    ("code", "about_recipient", "expected"),
    [
        (250, True, Verdict.DELIVERED),
        (450, True, Verdict.LATER),
        (452, True, Verdict.LATER),
        (421, True, Verdict.NOBODY),
        (550, True, Verdict.NEVER),
        (554, True, Verdict.NEVER),
        (550, False, Verdict.NOBODY),
        (450, False, Verdict.NOBODY),
    ],
)
def test_what_a_server_says(code: int, about_recipient: bool, expected: Verdict) -> None:
    assert verdict(code, about_recipient=about_recipient) is expected


def test_every_state_says_what_may_follow() -> None:
    assert set(STEPS) == set(Status)
    assert not may_step(Status.SENT, Status.WAITING)
    assert may_step(Status.FAILED, Status.WAITING)
    assert not may_step(Status.SENDING, Status.DONE)


def test_a_night_ends_at_no_hour_that_the_clock_skips() -> None:
    assert time(3) < EARLIEST_MORNING
