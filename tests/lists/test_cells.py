"""What the text of one cell means."""

from collections.abc import Callable
from datetime import date

import pytest

from samen.lists import cells

pytestmark = pytest.mark.pure

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    "text", ["", " ", "-", "/", "?", "geen", "Geen gsm", "n.v.t.", "N/A", "onbekend", "…"]
)
def test_words_for_nothing(text: str) -> None:
    assert cells.says_nothing(text)


@pytest.mark.parametrize("text", ["0", "x", "geenen", "Jan"])
def test_other_words_say_something(text: str) -> None:
    assert not cells.says_nothing(text)


@pytest.mark.parametrize(
    ("text", "is_name"),
    [("An", True), ("Ш", True), ("منير", True), ("", False), ("46", False), ("=SOM(A1)", False)],
)
def test_a_name_has_a_letter_and_is_no_formula(text: str, is_name: bool) -> None:
    assert cells.is_name(text) is is_name


def code_of(read: Callable[[], object]) -> str:
    with pytest.raises(cells.CellUnreadable) as fault:
        read()
    return fault.value.code


def test_days() -> None:
    assert cells.read_day("3/9/2026") == date(2026, 9, 3)
    assert code_of(lambda: cells.read_day("31/11/2026")) == "no_date"


def test_years_of_birth_and_ages() -> None:
    assert cells.read_birth("12/5/1985", TODAY) == 1985
    assert cells.read_age("42", TODAY) == 1984
    assert cells.read_age("1984", TODAY) == 1984
    assert code_of(lambda: cells.read_birth("85", TODAY)) == "short_year"
    assert code_of(lambda: cells.read_birth("'85", TODAY)) == "short_year"
    assert code_of(lambda: cells.read_birth("1785", TODAY)) == "no_birth_year"
    assert code_of(lambda: cells.read_age("oud", TODAY)) == "no_birth_year"


def test_postal_codes_and_places() -> None:
    assert cells.read_postal_code("9800 Deinze") == "9800"
    assert cells.read_postal_code("Gent") == "9000"
    assert code_of(lambda: cells.read_postal_code("Nergens")) == "no_code"
    assert code_of(lambda: cells.read_postal_code("9999")) == "no_such_code"
    assert cells.only_code_of("Boom") == "2850"
    assert cells.only_code_of("Antwerpen") == ""
    assert cells.only_code_of("Nieuwerkerken") == "3850"


@pytest.mark.parametrize(
    ("text", "code", "name"),
    [
        ("9800 Deinze", "9800", "Deinze"),
        ("B-9800 Deinze", "9800", "Deinze"),
        ("Deinze (9800)", "9800", "Deinze"),
        ("9800", "9800", "Deinze"),
        ("Kerkstraat 12, 9800 Deinze", "9800", "Deinze"),
        (" De  Pinte ", "", "De Pinte"),
        ("", "", ""),
    ],
)
def test_the_name_of_a_place(text: str, code: str, name: str) -> None:
    assert cells.place_name(text, code) == name


def test_numbers_within_bounds_and_with_units() -> None:
    assert cells.read_km("10") == 10
    assert cells.read_km("10 km") == 10
    assert cells.read_capacity("2 duo's") == 2
    assert cells.read_wished_age("30 jaar") == 30
    for read, text in ((cells.read_capacity, "0"), (cells.read_capacity, "10"), (cells.read_km, "ver")):
        assert code_of(lambda read=read, text=text: read(text)) == "no_number"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        *((text, True) for text in ("x", "X ", "v", "ja", "1", "✓", "✔", "oui", "*", "xx")),
        *((text, False) for text in ("", " ", "nee", "0", "-", "non", "/")),
        *((text, None) for text in ("avond", "na 18u", "misschien")),
    ],
)
def test_crosses(text: str, answer: bool | None) -> None:
    assert cells.read_cross(text) is answer


def test_words_in_one_cell() -> None:
    assert cells.split_words("Koken, lezen;Koken\n Tuin  en terras,, -") == (
        "koken",
        "lezen",
        "tuin en terras",
    )
    assert cells.split_words("") == ()
