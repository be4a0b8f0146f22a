"""Days, lengths and numbers in words, and addresses with a changed query."""

from datetime import date, timedelta

import pytest
from django.test import RequestFactory

from samen.base import clock
from samen.base.templatetags.parts import avatar, day, hours, icon, phone, query_with, short_day, waited


def ago(days: int) -> date:
    return clock.today() - timedelta(days=days)


def test_days_near_today_have_a_name() -> None:
    assert [day(ago(0)), day(ago(1)), day(None), short_day(None)] == ["vandaag", "gisteren", "", ""]


def test_a_day_names_its_year_only_when_it_is_another_one() -> None:
    this, other = date(clock.today().year, 2, 5), date(2019, 3, 1)
    assert short_day(this) == "5 februari"
    assert (day(other), short_day(other)) == ("vrijdag 1 maart 2019", "1 maart 2019")


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-2, "0 dagen"),
        (0, "0 dagen"),
        (1, "1 dag"),
        (13, "13 dagen"),
        (14, "2 weken"),
        (20, "2 weken"),
        (21, "3 weken"),
    ],
)
def test_waiting_is_told_in_days_and_then_in_weeks(days: int, words: str) -> None:
    assert waited(ago(days)) == words


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "0 minuten"),
        (1, "1 minuut"),
        (45, "45 minuten"),
        (60, "1 uur"),
        (90, "1 uur 30"),
        (120, "2 uur"),
        (1445, "24 uur 5"),
    ],
)
def test_a_length_in_hours(minutes: int, words: str) -> None:
    assert hours(minutes) == words


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("+32470123456", "0470 12 34 56"),
        ("+3292345678", "09 234 56 78"),
        ("+31612345678", "+31612345678"),
        ("", ""),
    ],
)
def test_a_number_as_people_write_it(stored: str, shown: str) -> None:
    assert phone(stored) == shown


def changed(address: str, **changes: object) -> str:
    return query_with({"request": RequestFactory().get(address)}, **changes)


def test_a_query_with_something_else_in_it() -> None:
    assert changed("/?q=a%26b&page=3", page=4) == "?q=a%26b&page=4"
    assert changed("/?q=a&page=3", page="", stage="new") == "?q=a&stage=new"
    assert changed("/", q="=1&2") == "?q=%3D1%262"


def test_parts_escape_what_they_are_given() -> None:
    assert "<b>" not in avatar("<b>", '"><b>') + icon('"><b>', "<b>")
    assert 'class="icon flip"' in icon("send")
    assert 'class="icon"' in icon("clock")
