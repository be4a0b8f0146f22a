"""Days as people write them."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.base.dates import parse_birth_year, parse_date

pytestmark = pytest.mark.pure

TODAY = date(2026, 11, 24)
DAY = date(2026, 9, 3)


@pytest.mark.parametrize(
    "text",
    [
        *("2026-09-03", "2026-9-3", "2026-09-03T10:00:00", "2026-09-03 10:00", "2026-09-03T10:00:00.5+02:00"),
        *("3/9/2026", "03/09/2026", "3-9-26", "3.9.2026", "3 9 2026", "3 / 9 / 2026", "3/9/2026 10:30:00"),
        *("3 sept. 2026", "3 september 2026", "do 3 sept 2026", "donderdag 3 september 2026", "3-sep-26"),
        *("3 September 2026", "3rd sept 2026", "le 3 septembre 2026", " 3/9/2026 "),
    ],
)
def test_a_day_in_every_writing(text: str) -> None:
    assert parse_date(text) == DAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12 november 2026", date(2026, 11, 12)),
        ("1er août 2026", date(2026, 8, 1)),
        ("15 déc. 2026", date(2026, 12, 15)),
        ("1/1/49", date(2049, 1, 1)),
        ("1/1/50", date(1950, 1, 1)),
        ("29/2/2024", date(2024, 2, 29)),
    ],
)
def test_months_and_years(text: str, day: date) -> None:
    assert parse_date(text) == day


@pytest.mark.parametrize(
    "text",
    ["", "31/11/2026", "29/2/2026", "2026-13-01", "9/3", "2026", "3 foo 2026", "vandaag", "46267", "3/9/226"],
)
def test_what_is_no_day_is_not_read(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_date(text)


def test_the_reference_days(reference_data: Path) -> None:
    """ISO days are read; days that do not exist are not. Other writings are for people and may be read."""
    groups = json.loads((reference_data / "validation" / "jsonschema_date.json").read_text(encoding="utf-8"))
    for case in (case for group in groups for case in group["tests"] if isinstance(case["data"], str)):
        if case["valid"]:
            assert parse_date(case["data"]) == date.fromisoformat(case["data"])
        elif "invalid" in case["description"] and "day" in case["description"]:
            with pytest.raises(ValueError, match=r"."):
                parse_date(case["data"])


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)))
def test_belgian_writings_of_any_day_are_read(day: date) -> None:
    for pattern in ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%y", "%Y-%m-%dT%H:%M:%S"):
        assert parse_date(day.strftime(pattern)) == day


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    for read in (parse_date, lambda text: parse_birth_year(text, TODAY)):
        try:
            read(text)
        except ValueError:
            continue


@pytest.mark.parametrize(
    ("text", "year"),
    [
        *(("1985", 1985), ("°1985", 1985), ("12/05/1985", 1985), ("1985-02-03", 1985), ("12/5/38", 1938)),
        *(("42", 1984), ("42 jaar", 1984), ("42j", 1984), ("42 ans", 1984), ("42 years old", 1984)),
        *(("0", 2026), ("120", 1906), ("2026", 2026)),
    ],
)
def test_a_year_of_birth_from_a_year_a_day_or_an_age(text: str, year: int) -> None:
    assert parse_birth_year(text, TODAY) == year


@pytest.mark.parametrize("text", ["", "1899", "2027", "121", "jong", "12/5/2027", "19855"])
def test_an_impossible_year_of_birth_is_not_read(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_birth_year(text, TODAY)


def test_an_age_counts_from_today() -> None:
    assert parse_birth_year("42", TODAY + timedelta(days=365)) == 1985
