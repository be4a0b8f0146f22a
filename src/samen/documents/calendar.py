"""Calendar files: an invitation, its cancellation, one appointment, and a feed that a calendar rereads.

The same appointment keeps its UID for ever, and SEQUENCE tells which word is the last, so that a calendar
moves it and never shows it twice. Times carry the rules of Brussels along: old Outlook shifts what is in UTC.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, Timezone, vCalAddress, vDuration, vText

BRUSSELS = ZoneInfo("Europe/Brussels")
PRODUCT = "-//Samen//Samen//NL"
# Calendars reread a feed on their own time; this is how often we ask.
REFRESH = timedelta(hours=6)
# Summer time since 1996 (Directive 2000/84/EC) as a rule, which old Outlook reads, and no list of dates.
_BRUSSELS_RULES = """BEGIN:VTIMEZONE
TZID:Europe/Brussels
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
"""

_BREAKS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]|\r\n?|\n")
_HIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_LINE_ENDS = re.compile(r"\r\n?|[\u2028\u2029\x85]")


class Method(StrEnum):
    """What a calendar file asks for (RFC 5546)."""

    PUBLISH = "PUBLISH"
    REQUEST = "REQUEST"
    CANCEL = "CANCEL"


@dataclass(frozen=True)
class Attendee:
    """Somebody who is invited or who invites."""

    name: str
    email: str


@dataclass(frozen=True)
class Appointment:
    """Something in a calendar: with hours, or from a first day to a last one."""

    uid: str
    title: str
    starts: datetime | date
    ends: datetime | date | None = None
    place: str = ""
    description: str = ""
    url: str = ""
    organiser: Attendee | None = None
    attendees: tuple[Attendee, ...] = ()
    remind_before: timedelta | None = None
    # Grows with each change; a calendar keeps what has the highest.
    sequence: int = 0

    @property
    def is_whole_day(self) -> bool:
        """Whether it has no hours."""
        return not isinstance(self.starts, datetime)


def invitation(event: Appointment, method: str, sequence: int, *, stamp: datetime) -> bytes:
    """A file that asks somebody to come, or tells of a change; `sequence` grows with each one."""
    return _file([_event(event, sequence, stamp)], [event], Method(method))


def cancel(event: Appointment, sequence: int, *, stamp: datetime) -> bytes:
    """A file that takes an invitation back."""
    cancelled = _event(event, sequence, stamp)
    cancelled.add("status", "CANCELLED")
    return _file([cancelled], [event], Method.CANCEL)


def single(event: Appointment, *, stamp: datetime) -> bytes:
    """One appointment for whoever wants it in their calendar."""
    return _file([_event(event, event.sequence, stamp)], [event], Method.PUBLISH)


def google_link(event: Appointment) -> str:
    """The address at which Google's calendar takes one appointment with hours."""
    known = {
        "action": "TEMPLATE",
        "text": event.title,
        "dates": "/".join(_utc(event)),
        "location": event.place,
    }
    return f"https://calendar.google.com/calendar/render?{urlencode(known)}"


def outlook_link(event: Appointment) -> str:
    """The address at which Outlook on the web takes one appointment with hours."""
    starts, ends = _utc(event, "%Y-%m-%dT%H:%M:%SZ")
    known = {"path": "/calendar/action/compose", "rru": "addevent", "subject": event.title}
    known |= {"startdt": starts, "enddt": ends, "location": event.place}
    return f"https://outlook.live.com/calendar/0/deeplink/compose?{urlencode(known)}"


def _utc(event: Appointment, form: str = "%Y%m%dT%H%M%SZ") -> tuple[str, str]:
    starts, ends = event.starts, event.ends
    if not isinstance(starts, datetime) or not isinstance(ends, datetime):
        raise TypeError("an appointment with hours has two moments")
    return starts.astimezone(UTC).strftime(form), ends.astimezone(UTC).strftime(form)


def feed(events: Iterable[Appointment], name: str, *, stamp: datetime) -> bytes:
    """A whole calendar that another one rereads."""
    kept = list(events)
    return _file([_event(event, event.sequence, stamp) for event in kept], kept, Method.PUBLISH, name=name)


def _file(made: list[Event], events: list[Appointment], method: Method, name: str = "") -> bytes:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", str(method))
    if name:
        calendar.add("name", _line(name))
        calendar.add("x-wr-calname", _line(name))
        interval = vDuration(REFRESH)
        interval.params["VALUE"] = vText("DURATION")
        calendar.add("refresh-interval", interval)
        calendar.add("x-published-ttl", vDuration(REFRESH))
    if any(not event.is_whole_day for event in events):
        calendar.add_component(Timezone.from_ical(_BRUSSELS_RULES))
    for one in made:
        calendar.add_component(one)
    return bytes(calendar.to_ical())


def _event(event: Appointment, sequence: int, stamp: datetime) -> Event:
    made = Event()
    made.add("uid", _line(event.uid))
    made.add("dtstamp", stamp.astimezone(UTC))
    made.add("sequence", sequence)
    made.add("summary", _line(event.title))
    made.add("dtstart", _local(event.starts))
    if (end := _end(event)) is not None:
        made.add("dtend", end)
    for field, text in (("location", _line(event.place)), ("description", _body(event.description))):
        if text:
            made.add(field, text)
    if event.url:
        made.add("url", _line(event.url))
    if event.is_whole_day:
        # A deadline fills no hours: whoever looks is still free that day.
        made.add("transp", "TRANSPARENT")
    if event.organiser:
        made.add("organizer", _person(event.organiser))
    for attendee in event.attendees:
        invited = _person(attendee)
        invited.params["ROLE"], invited.params["RSVP"] = vText("REQ-PARTICIPANT"), vText("TRUE")
        made.add("attendee", invited)
    if event.remind_before is not None:
        reminder = Alarm()
        reminder.add("action", "DISPLAY")
        reminder.add("description", _line(event.title))
        reminder.add("trigger", -event.remind_before)
        made.add_component(reminder)
    return made


def _end(event: Appointment) -> datetime | date | None:
    """When it is over; for days the first day after it (RFC 5545, section 3.6.1)."""
    if event.ends is None:
        return event.starts + timedelta(days=1) if event.is_whole_day else None
    return event.ends + timedelta(days=1) if event.is_whole_day else _local(event.ends)


def _local(moment: datetime | date) -> datetime | date:
    """A moment by the clock of Brussels; a day stays a day."""
    return moment.astimezone(BRUSSELS) if isinstance(moment, datetime) else moment


def _person(attendee: Attendee) -> vCalAddress:
    person = vCalAddress(f"mailto:{_line(attendee.email)}")
    # A quotation mark cannot stand in a parameter (RFC 5545, section 3.2).
    person.params["CN"] = vText(_line(attendee.name).replace('"', "’"))
    return person


def _line(text: str) -> str:
    """The text on one line: an end of a line would begin a new property."""
    return _BREAKS.sub(" ", text).strip()


def _body(text: str) -> str:
    """The text with plain ends of lines, which the format writes as \\n."""
    return _HIDDEN.sub("", _LINE_ENDS.sub("\n", text)).strip()
