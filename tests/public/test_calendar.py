"""What everybody may come to: on the page of the initiative, and as a calendar that another one rereads."""

from datetime import timedelta
from typing import Any

import icalendar
import pytest
from django.test import Client
from ical.calendar_stream import IcsCalendarStream

from samen.base import clock
from samen.events import actions as events
from samen.events.actions import About
from samen.events.choices import EventKind
from samen.events.models import Event
from tests.support.initiative import ACTOR, Office


@pytest.fixture
def here(office: Office) -> Office:
    office.initiative.is_public = True
    office.initiative.save()
    return office


def gather(title: str, *, days: int = 5, **about: Any) -> Event:
    starts = clock.now().replace(microsecond=0) + timedelta(days=days)
    known = {"kind": EventKind.SOCIAL, "title": title, "is_public": True, **about}
    return events.plan(
        starts_at=starts,
        ends_at=starts + timedelta(hours=2),
        place="Het park",
        note="",
        about=About(**known),
        now=clock.now(),
        actor=ACTOR,
    )


def feed(office: Office) -> str:
    answer = Client().get(f"/{office.slug}/calendar.ics")
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    return answer.content.decode()


def titles(text: str) -> list[str]:
    """As two parsers read it: both the same."""
    first = [str(one["SUMMARY"]) for one in icalendar.Calendar.from_ical(text).walk("VEVENT")]
    second = [str(one.summary) for one in IcsCalendarStream.calendar_from_ics(text).events]
    assert sorted(first) == sorted(second)
    return sorted(first)


def test_the_page_and_the_calendar_tell_only_what_is_public_and_still_to_come(here: Office) -> None:
    gather("Picknick")
    gather("Canarysecret", is_public=False)
    events.cancel(event=gather("Canaryoff"), now=clock.now(), actor=ACTOR)
    page = Client().get(f"/{here.slug}/").content.decode()
    assert "Picknick" in page
    assert "Canary" not in page
    assert titles(feed(here)) == [f"Picknick – {here.initiative.name}"]


def test_a_moved_gathering_is_the_same_one_at_another_hour(here: Office) -> None:
    event = gather("Picknick")
    before = icalendar.Calendar.from_ical(feed(here)).walk("VEVENT")[0]
    later = event.starts_at + timedelta(days=1)
    events.change(
        event=event,
        starts_at=later,
        ends_at=later + timedelta(hours=2),
        place=event.place,
        note="",
        now=clock.now(),
        actor=ACTOR,
    )
    (after,) = icalendar.Calendar.from_ical(feed(here)).walk("VEVENT")
    assert after["UID"] == before["UID"]
    assert after["DTSTART"].dt == later


def test_somebody_who_comes_to_listen_sees_the_session_first(here: Office) -> None:
    gather("Picknick", days=2)
    gather("", days=9, kind=EventKind.INFORMATION)
    page = Client().get(f"/{here.slug}/").content.decode()
    assert page.index("Kom eerst luisteren") < page.index("Picknick")


def test_nothing_of_what_is_not_public(office: Office) -> None:
    gather("Picknick")
    assert Client().get(f"/{office.slug}/calendar.ics").status_code == 404
