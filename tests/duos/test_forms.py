"""What a form about a duo offers and refuses."""

from datetime import date, timedelta
from typing import Any

import pytest

from samen.duos.forms import OTHER_DAY, MeetingForm, PeriodForm
from samen.duos.models import Duo
from tests.support.initiative import Office

MONDAY = date(2026, 11, 23)
ALLOWED = "Kies een dag tussen 24 mei 2027 en 24 november 2027."
PERIOD = {"starts_on": "2026-11-24", "months": "", "ends_on": ""}


def errors(asked: Any) -> dict[str, list[str]]:
    return {name: [str(error) for error in found] for name, found in asked.errors.items()}


def at(day: int) -> date:
    """A day of that week; 0 is Monday."""
    return MONDAY + timedelta(days=day)


# ---------- A meeting ----------


@pytest.fixture
def duo(office: Office) -> Duo:
    return office.duo(office.newcomer("Amal Saleh"), office.coach("Bart Goossens"))


@pytest.mark.parametrize(
    ("today", "offered"),
    [
        (at(0), [("2026-11-23", "Vandaag"), ("2026-11-22", "Gisteren"), ("2026-11-21", "Zaterdag 21")]),
        (at(4), [("2026-11-27", "Vandaag"), ("2026-11-26", "Gisteren"), ("2026-11-21", "Zaterdag 21")]),
        (at(5), [("2026-11-28", "Vandaag"), ("2026-11-27", "Gisteren"), ("2026-11-21", "Zaterdag 21")]),
        (at(6), [("2026-11-29", "Vandaag"), ("2026-11-28", "Gisteren")]),
    ],
)
def test_the_days_that_are_likely_come_first(duo: Duo, today: date, offered: list[tuple[str, str]]) -> None:
    form = MeetingForm(duo=duo, today=today)
    assert form.fields["day"].choices == [*offered, (OTHER_DAY, "Een andere dag")]  # type: ignore[attr-defined]
    assert form.fields["day"].initial == today.isoformat()


def test_the_two_are_called_by_their_names(duo: Duo) -> None:
    form = MeetingForm(duo=duo, today=MONDAY)
    words = [str(word) for _value, word in form.fields["proposed_by"].choices]  # type: ignore[attr-defined]
    assert words == ["Amal", "Bart", "samen"]


@pytest.mark.parametrize(
    ("day", "other", "met_on"),
    [("2026-11-23", "", at(0)), ("2026-11-22", "2026-01-01", at(-1)), (OTHER_DAY, "2026-11-03", at(-20))],
)
def test_the_day_that_was_chosen(duo: Duo, day: str, other: str, met_on: date) -> None:
    form = MeetingForm({"day": day, "other_day": other, "minutes": "60"}, duo=duo, today=MONDAY)
    assert errors(form) == {}
    assert form.met_on == met_on


# ---------- A period ----------


def ends_on(**typed: str) -> date:
    form = PeriodForm({**PERIOD, **typed})
    assert errors(form) == {}
    end: date = form.cleaned_data["ends_on"]
    return end


@pytest.mark.parametrize(
    ("typed", "end"),
    [
        ({"months": "6"}, date(2027, 5, 24)),
        ({"months": "9"}, date(2027, 8, 24)),
        ({"months": "12"}, date(2027, 11, 24)),
        ({"ends_on": "2027-06-30"}, date(2027, 6, 30)),
        # A day that was named goes before a number of months.
        ({"months": "12", "ends_on": "2027-06-30"}, date(2027, 6, 30)),
        ({"starts_on": "2026-08-31", "months": "6"}, date(2027, 2, 28)),
    ],
)
def test_the_end_of_a_period(typed: dict[str, str], end: date) -> None:
    assert ends_on(**typed) == end


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({}, "ends_on", "Kies hoe lang het duo duurt, of een dag waarop het eindigt."),
        (
            {"ends_on": "2027-05-23"},
            "ends_on",
            f"23 mei 2027 is vroeger dan zes maanden na de start. {ALLOWED}",
        ),
        (
            {"ends_on": "2027-11-25"},
            "ends_on",
            f"25 november 2027 is later dan twaalf maanden na de start. {ALLOWED}",
        ),
        ({"ends_on": "morgen"}, "ends_on", "Voer een geldige datum in."),
        ({"starts_on": "", "months": "6"}, "starts_on", "Dit veld is verplicht."),
        ({"months": "13"}, "months", "Selecteer een geldige keuze. 13 is geen beschikbare keuze."),
    ],
)
def test_a_period_that_cannot_be(typed: dict[str, str], field: str, sentence: str) -> None:
    assert errors(PeriodForm({**PERIOD, **typed}))[field] == [sentence]
