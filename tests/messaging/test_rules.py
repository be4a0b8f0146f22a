"""By which road, when, and how often: on plain values, also on the nights when the clock changes."""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.messaging.choices import Channel, Status
from samen.messaging.rules import (
    BACKOFF,
    BRUSSELS,
    QUIET_UNTIL,
    STEPS,
    Recipient,
    Verdict,
    allowed_from,
    choose_channel,
    is_quiet,
    may_step,
    retry_after,
    verdict,
)

pytestmark = pytest.mark.pure

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
    assert allowed_from(at(moment), keeps_quiet=True) == at(leaves)
    assert allowed_from(at(moment), keeps_quiet=False) == at(moment)


@pytest.mark.parametrize(
    ("evening", "hours"),
    [("2026-03-28T22:00", 9), ("2026-10-24T22:00", 11), ("2026-11-24T22:00", 10)],
)
def test_a_night_is_an_hour_shorter_or_longer_when_the_clock_changes(evening: str, hours: int) -> None:
    begins = at(evening)
    leaves = allowed_from(begins, keeps_quiet=True)
    assert leaves.astimezone(UTC) - begins.astimezone(UTC) == timedelta(hours=hours)
    assert leaves.timetz().replace(tzinfo=None) == QUIET_UNTIL


def test_it_is_night_in_brussels_wherever_the_server_stands() -> None:
    assert is_quiet(datetime(2026, 7, 1, 19, 30, tzinfo=UTC))
    assert not is_quiet(datetime(2026, 12, 1, 19, 30, tzinfo=UTC))


@given(st.integers(946684800, 3155760000).map(lambda second: datetime.fromtimestamp(second, UTC)))
def test_no_message_that_keeps_quiet_leaves_at_night_nor_waits_a_day(begins: datetime) -> None:
    leaves = allowed_from(begins, keeps_quiet=True)
    assert not is_quiet(leaves)
    assert timedelta(0) <= leaves.astimezone(UTC) - begins <= timedelta(hours=12)
    assert allowed_from(leaves, keeps_quiet=True) == leaves


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


def test_eight_in_the_morning_is_no_hour_that_the_clock_skips() -> None:
    assert time(3) < QUIET_UNTIL
