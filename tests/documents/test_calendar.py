"""Calendar files: read back by two parsers, around the nights of the clock, with names that break things."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar

from samen.documents.calendar import (
    BRUSSELS,
    Appointment,
    Attendee,
    cancel,
    feed,
    invitation,
    single,
)

pytestmark = pytest.mark.pure

STAMP = datetime(2026, 11, 25, 12, tzinfo=UTC)
TALK = Appointment(
    uid="talk-12@samen.example",
    title="Kennismaking met Amal",
    starts=datetime(2026, 12, 3, 14, tzinfo=BRUSSELS),
    ends=datetime(2026, 12, 3, 15, 30, tzinfo=BRUSSELS),
    place="Bibliotheek, Deinze",
    description="Breng jouw agenda mee.\nTot dan!",
    url="https://samen.example/desk/deinze/",
    organiser=Attendee("Griet", "griet@example.org"),
    attendees=(Attendee("Amal Saleh", "amal@example.org"),),
    remind_before=timedelta(hours=2),
)


def event_of(content: bytes) -> Any:
    (found,) = Calendar.from_ical(content).walk("VEVENT")
    return found


def other_parser(content: bytes) -> Any:
    """The same file through a second, stricter parser."""
    return IcsCalendarStream.calendar_from_ics(content.decode())


def lines(content: bytes) -> list[str]:
    """The lines of a file, folded ones put together again."""
    return content.decode().replace("\r\n ", "").split("\r\n")


def test_an_invitation_says_everything_to_both_parsers() -> None:
    content = invitation(TALK, "REQUEST", 0, stamp=STAMP)
    event = event_of(content)
    assert (str(event["UID"]), str(event["SUMMARY"]), str(event["LOCATION"])) == (
        "talk-12@samen.example",
        "Kennismaking met Amal",
        "Bibliotheek, Deinze",
    )
    assert event["DTSTART"].dt == TALK.starts
    assert event["DTEND"].dt == TALK.ends
    assert str(event["DESCRIPTION"]) == "Breng jouw agenda mee.\nTot dan!"
    assert str(event["ATTENDEE"]) == "mailto:amal@example.org"
    assert event["ATTENDEE"].params["CN"] == "Amal Saleh"
    (other,) = other_parser(content).events
    assert (other.uid, other.summary, other.location) == (
        "talk-12@samen.example",
        "Kennismaking met Amal",
        "Bibliotheek, Deinze",
    )
    assert other.dtstart.astimezone(UTC) == TALK.starts.astimezone(UTC)
    assert "METHOD:REQUEST" in lines(content)


def test_the_moment_of_writing_is_told_and_never_asked() -> None:
    assert "DTSTAMP:20261125T120000Z" in lines(single(TALK, stamp=STAMP))
    assert single(TALK, stamp=STAMP) == single(TALK, stamp=STAMP)


def test_a_change_keeps_its_uid_and_counts_on() -> None:
    first, moved = (event_of(invitation(TALK, "REQUEST", n, stamp=STAMP)) for n in (0, 1))
    assert first["UID"] == moved["UID"]
    assert (first["SEQUENCE"], moved["SEQUENCE"]) == (0, 1)


def test_a_cancellation_is_one() -> None:
    content = cancel(TALK, 2, stamp=STAMP)
    assert "METHOD:CANCEL" in lines(content)
    event = event_of(content)
    assert (event["UID"], event["SEQUENCE"], event["STATUS"]) == (TALK.uid, 2, "CANCELLED")
    assert other_parser(content).events[0].status == "CANCELLED"


@pytest.mark.parametrize(
    ("day", "offset"),
    [
        (date(2026, 3, 28), 1),
        (date(2026, 3, 29), 2),
        (date(2026, 10, 24), 2),
        (date(2026, 10, 25), 1),
        (date(2030, 7, 1), 2),
    ],
)
def test_two_in_the_afternoon_stays_two_around_the_nights_on_which_the_clock_changes(
    day: date, offset: int
) -> None:
    starts = datetime(day.year, day.month, day.day, 14, tzinfo=BRUSSELS)
    content = single(Appointment("a@b", "Gesprek", starts, starts + timedelta(hours=1)), stamp=STAMP)
    assert f"DTSTART;TZID=Europe/Brussels:{day:%Y%m%d}T140000" in lines(content)
    for read in (event_of(content)["DTSTART"].dt, other_parser(content).events[0].dtstart):
        assert read.astimezone(UTC).hour == 14 - offset


def test_the_rules_of_summer_time_travel_along() -> None:
    content = single(TALK, stamp=STAMP).decode()
    assert content.count("BEGIN:VTIMEZONE") == 1
    assert "TZID:Europe/Brussels" in content
    assert "BEGIN:DAYLIGHT" in content
    assert "BEGIN:STANDARD" in content


def test_a_day_is_a_day_and_leaves_its_reader_free() -> None:
    content = single(Appointment("a@b", "Einde", date(2026, 12, 31)), stamp=STAMP)
    written = lines(content)
    assert "DTSTART;VALUE=DATE:20261231" in written
    assert "DTEND;VALUE=DATE:20270101" in written
    assert "TRANSP:TRANSPARENT" in written
    assert "BEGIN:VTIMEZONE" not in written
    assert other_parser(content).events[0].dtstart == date(2026, 12, 31)


def test_days_run_to_their_last_one() -> None:
    content = single(Appointment("a@b", "Rust", date(2026, 12, 24), date(2026, 12, 26)), stamp=STAMP)
    assert event_of(content)["DTEND"].dt == date(2026, 12, 27)


def test_a_feed_asks_to_be_reread() -> None:
    content = feed([TALK], "Samen in Deinze", stamp=STAMP)
    written = lines(content)
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT6H" in written
    assert "X-PUBLISHED-TTL:PT6H" in written
    assert "X-WR-CALNAME:Samen in Deinze" in written
    assert "METHOD:PUBLISH" in written
    assert len(other_parser(content).events) == 1


def test_an_empty_feed_is_still_a_calendar() -> None:
    assert Calendar.from_ical(feed([], "Leeg", stamp=STAMP)).walk("VEVENT") == []


EVIL = 'Amal\r\nATTENDEE:mailto:x@evil.example\r\nX;Y,Z\\ \u2028BEGIN:VEVENT\x00"'


def test_no_name_begins_a_property_of_its_own() -> None:
    evil = Appointment(
        uid=EVIL,
        title=EVIL,
        starts=TALK.starts,
        place=EVIL,
        description=EVIL,
        url="https://samen.example/\r\nX-EVIL:1",
        organiser=Attendee(EVIL, "griet@example.org\r\nX-EVIL:1"),
        attendees=(Attendee(EVIL, "amal@example.org"),),
    )
    content = feed([evil], EVIL, stamp=STAMP)
    names = [line.split(":")[0].split(";")[0] for line in lines(content) if line]
    assert names.count("ATTENDEE") == 1
    assert names.count("BEGIN") == names.count("END") == 5  # calendar, zone with two rules, event
    assert "X-EVIL" not in names
    event = event_of(content)
    assert str(event["SUMMARY"]) == 'Amal ATTENDEE:mailto:x@evil.example X;Y,Z\\  BEGIN:VEVENT "'
    assert other_parser(content).events[0].summary == str(event["SUMMARY"])


def test_long_lines_are_folded_between_letters() -> None:
    content = single(Appointment("a@b", "Überraschung für أمل " * 40, TALK.starts), stamp=STAMP)
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert str(event_of(content)["SUMMARY"]) == ("Überraschung für أمل " * 40).strip()


@given(st.text(max_size=200), st.text(max_size=200))
def test_whatever_is_written_is_read_back_by_both(title: str, place: str) -> None:
    content = single(Appointment("a@b", title, TALK.starts, place=place), stamp=STAMP)
    event = event_of(content)
    assert len(Calendar.from_ical(content).walk()) == 5  # calendar, zone with two rules, event
    (other,) = other_parser(content).events
    assert (other.summary or "") == str(event["SUMMARY"])
