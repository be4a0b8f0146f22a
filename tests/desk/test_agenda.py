"""The calendar of everything: what stands on which day, for a month, a week or a list."""

from calendar import Calendar
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.base import clock
from samen.base.clock import BRUSSELS
from samen.desk.agenda import Item, days, span
from samen.desk.choices import AgendaKind, AgendaView
from samen.events import actions as events
from samen.events.actions import About
from samen.events.choices import EventKind
from samen.initiatives.choices import Role as StaffRole
from tests.support.initiative import ACTOR, Office

PATH = "agenda/"
DAYS = st.dates(date(2020, 1, 1), date(2090, 12, 31))


def item(day: date, at: datetime | None = None, title: str = "x") -> Item:
    return Item(day, AgendaKind.GATHERING, "calendar", title, at=at)


# ---------- Which days ----------


@pytest.mark.pure
@given(DAYS)
def test_a_month_is_whole_weeks_and_holds_each_of_its_days_once(on: date) -> None:
    shown = days(AgendaView.MONTH, on, [])
    assert [one.on for one in shown] == list(Calendar().itermonthdates(on.year, on.month))
    assert {one.on for one in shown if one.is_in_month} == {
        day for day in Calendar().itermonthdates(on.year, on.month) if day.month == on.month
    }


@pytest.mark.pure
@given(DAYS, st.sampled_from(AgendaView))
def test_later_and_earlier_leave_no_day_out(on: date, view: AgendaView) -> None:
    here = span(view, on)
    after, before = span(view, here.after), span(view, here.before)
    assert after.first <= here.last + timedelta(days=1) <= after.last
    assert before.first <= here.first - timedelta(days=1) <= before.last


@pytest.mark.pure
def test_the_whole_day_goes_before_the_hours() -> None:
    day = date(2026, 11, 25)
    late, early = (datetime(2026, 11, 25, hour, tzinfo=BRUSSELS) for hour in (19, 9))
    found = [item(day, late, "late"), item(day, None, "whole"), item(day, early, "early")]
    (shown,) = days(AgendaView.LIST, day, found)
    assert [one.title for one in shown.items] == ["whole", "early", "late"]


@pytest.mark.pure
def test_a_list_leaves_empty_days_out_and_a_week_does_not() -> None:
    day = date(2026, 11, 25)
    assert len(days(AgendaView.LIST, day, [item(day)])) == 1
    assert len(days(AgendaView.WEEK, day, [item(day)])) == 7


# ---------- On the page ----------


def plan(title: str, starts: datetime) -> None:
    about = About(kind=EventKind.SOCIAL, title=title, is_public=False)
    events.plan(
        starts_at=starts,
        ends_at=starts + timedelta(hours=1),
        place="De bib",
        note="",
        about=about,
        now=starts - timedelta(days=1),
        actor=ACTOR,
    )


def test_gatherings_talks_and_the_end_of_duos_stand_on_their_day(office: Office) -> None:
    plan("Picknick", datetime(2027, 3, 28, 1, 30, tzinfo=BRUSSELS))
    duo = office.duo(office.newcomer("Amal"), office.coach("Bart"))
    page = office.client().get(office.url(PATH), {"on": "2027-03-01"}).content.decode()
    assert "Picknick" in page
    assert "01:30" in page
    ends = office.client().get(office.url(PATH), {"on": duo.ends_on, "view": "week"}).content.decode()
    assert "Einde van Amal en Bart" in ends
    only = office.client().get(office.url(PATH), {"on": "2027-03-01", "kind": "duo"}).content.decode()
    assert "Picknick" not in only


@pytest.mark.parametrize(
    "asked", [{"on": "x"}, {"on": "9999-12-31"}, {"on": "0001-01-01"}, {"view": "year"}, {"kind": "x"}]
)
def test_nonsense_shows_this_month(office: Office, asked: dict[str, str]) -> None:
    plan("Picknick", clock.now() + timedelta(minutes=1))
    answer = office.client().get(office.url(PATH), asked)
    assert answer.status_code == 200
    assert "Picknick" in answer.content.decode()


def test_who_only_reads_plans_nothing_together(office: Office) -> None:
    assert office.client(StaffRole.READER).get(office.url(PATH)).status_code == 403


@pytest.mark.parametrize("people", [1, 3])
def test_it_asks_as_often_for_three_duos_as_for_one(
    office: Office, people: int, django_assert_num_queries: Callable[[int], Any]
) -> None:
    for n in range(people):
        office.duo(office.newcomer(f"Nieuw{n}"), office.coach(f"Coach{n}"))
        plan(f"Feest {n}", clock.now() + timedelta(hours=1))
    desk = office.client()
    desk.get(office.url(PATH))
    with django_assert_num_queries(8):
        desk.get(office.url(PATH))
