"""The yearly plan: proposed days, what is near them, and how often."""

import pytest

from samen.base import clock, feasts
from samen.exchanges.proposals import filled_in, read_day
from samen.initiatives.choices import Role as StaffRole
from samen.intake.actions import Facts
from tests.exchanges.gathering import make_session
from tests.support.initiative import Office

PATH = "sessions/year/"


def test_six_days_are_proposed_that_are_no_holiday(office: Office) -> None:
    page = office.client().get(office.url(PATH)).content.decode()
    days = [read_day(part[:10]) for part in page.split("day=")[1:]]
    assert 4 <= len(days) <= 6
    for day in days:
        assert day
        assert day > clock.today()
        assert not {hint.kind for hint in feasts.hints_on(day)} & {feasts.Kind.PUBLIC, feasts.Kind.SCHOOL}


def test_the_weekday_is_the_one_that_suits_most(office: Office) -> None:
    friday_afternoon = 1 << (4 * 3 + 1)
    office.duo(office.newcomer("Amal", facts=Facts(availability=friday_afternoon)), office.coach("Bart"))
    page = office.client().get(office.url(PATH)).content.decode()
    assert "Op vrijdagnamiddag" in page
    days = [read_day(part[:10]) for part in page.split("day=")[1:]]
    assert {day.weekday() for day in days if day} == {4}


def test_how_often_is_a_choice(office: Office) -> None:
    desk = office.client()
    assert desk.post(office.url(PATH), {"every_months": "0"}).status_code == 422
    assert desk.post(office.url(PATH), {"every_months": "7"}).status_code == 422
    desk.post(office.url(PATH), {"every_months": "6"})
    office.initiative.refresh_from_db()
    assert (office.initiative.sessions_every_months, office.initiative.sessions_twice) == (6, False)
    page = desk.get(office.url(PATH)).content.decode()
    assert len(page.split("day=")) - 1 <= 2


def test_what_is_planned_stands_above(office: Office) -> None:
    make_session()
    assert "Al gepland" in office.client().get(office.url(PATH)).content.decode()


def test_who_only_reads_plans_nothing(office: Office) -> None:
    assert office.client(StaffRole.READER).get(office.url(PATH)).status_code == 403


@pytest.mark.pure
@pytest.mark.parametrize("text", ["", "x", "2026-02-30", "0001-01-01", "9999-12-31", "\x00"])
def test_a_day_of_nonsense_is_no_day(text: str) -> None:
    assert read_day(text) is None


@pytest.mark.pure
def test_a_chosen_moment_falls_on_the_first_such_day_from_the_one_that_is_named() -> None:
    monday = read_day("2026-11-23")
    filled = filled_in("30-32", clock.today(), monday)
    assert filled["day"] == filled["second_day"] == read_day("2026-11-26")
