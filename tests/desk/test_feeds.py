"""The private calendar link: what it tells, to whom, and that it can be taken away."""

import re
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from icalendar import Calendar

from samen.base import clock
from samen.desk import feeds
from samen.initiatives.choices import Role as StaffRole
from samen.initiatives.models import Membership
from samen.messaging.models import StaffFeed
from tests.support.initiative import Office

pytestmark = pytest.mark.postgres


def make_link(office: Office, role: StaffRole = StaffRole.COORDINATOR) -> str:
    page = office.client(role).post(office.url("calendar/")).content.decode()
    found = re.search(r'value="http://127\.0\.0\.1:8000(/feeds/[^"]+\.ics)"', page)
    assert found
    return found[1]


def test_it_tells_when_duos_end_and_when_to_talk(office: Office) -> None:
    duo = office.duo(office.newcomer("Amal;\r\nX"), office.coach("Bart, B"), started_days=30)
    answer = Client().get(make_link(office))
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert "no-store" in answer["Cache-Control"]
    events = {str(e["SUMMARY"]): e["DTSTART"].dt for e in Calendar.from_ical(answer.content).walk("VEVENT")}
    assert sorted(events.values()) == [duo.ends_on - timedelta(days=21), duo.ends_on]
    assert any("Amal;" in title for title in events)


def test_it_says_the_same_again_and_tells_that_it_was_read(office: Office) -> None:
    office.duo()
    url = make_link(office)
    uids = [
        sorted(str(e["UID"]) for e in Calendar.from_ical(Client().get(url).content).walk("VEVENT"))
        for _ in range(2)
    ]
    assert uids[0] == uids[1]
    assert StaffFeed.objects.get().last_read_at is not None


def test_the_secret_is_nowhere_in_the_database(office: Office) -> None:
    secret = make_link(office).removesuffix(".ics").partition("-")[2]
    feed = StaffFeed.objects.get()
    assert secret not in {str(value) for value in vars(feed).values()}
    assert secret not in office.client().get(office.url("calendar/")).content.decode()


def test_a_new_link_ends_the_old_one_and_stopping_ends_all(office: Office) -> None:
    old = make_link(office)
    new = make_link(office)
    assert (Client().get(old).status_code, Client().get(new).status_code) == (404, 200)
    office.client().post(office.url("calendar/stop/"))
    assert Client().get(new).status_code == 404
    assert "Maak een kalenderlink" in office.client().get(office.url("calendar/")).content.decode()


def test_whoever_left_reads_nothing(office: Office) -> None:
    url = make_link(office)
    Membership.objects.all().delete()
    assert Client().get(url).status_code == 404


def test_whoever_may_not_sign_in_reads_nothing(office: Office) -> None:
    url = make_link(office)
    user = office.user()
    user.is_active = False
    user.save()
    assert Client().get(url).status_code == 404


def test_each_has_a_link_of_their_own(office: Office) -> None:
    first, second = make_link(office), make_link(office, StaffRole.READER)
    assert (Client().get(first).status_code, Client().get(second).status_code) == (200, 200)


@pytest.mark.parametrize("token", ["x", "1-", "1-x", "-x", "99999999999999999999-x", "٣-x", "1-%00", "1'--"])
def test_a_link_that_we_did_not_make_is_not_there(office: Office, token: str) -> None:
    make_link(office)
    assert Client().get(f"/feeds/{token}.ics").status_code == 404


def test_a_calendar_that_asks_all_the_time_is_put_off(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.clear()
    monkeypatch.setattr(feeds, "READS_AN_HOUR", 3)
    url = make_link(office)
    answers = [Client().get(url) for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert answers[-1]["Retry-After"] == "3600"


def test_a_duo_that_ended_long_ago_is_not_told(office: Office) -> None:
    office.duo(started_days=500, months=12)
    assert feeds.appointments(office.initiative, clock.today()) == []
