"""Belgian postal codes."""

import csv
import math
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.places.build_table import build
from samen.places.postal import COLUMNS, SEPARATOR, TABLE, PostalCodeUnknown, find, parse_postal, search_place

pytestmark = pytest.mark.pure

EARTH_KM = 6371.0
WITHIN_KM = 2.0


def km(one: str, other: str) -> float:
    """Kilometres between two postal codes, by the haversine formula."""
    a, b = find(one), find(other)
    assert a
    assert b
    first, second = math.radians(a.latitude), math.radians(b.latitude)
    aside = math.radians(b.longitude - a.longitude)
    half = math.sin((second - first) / 2) ** 2 + math.cos(first) * math.cos(second) * math.sin(aside / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(half))


def test_the_reference_distances(reference_data: Path) -> None:
    with (reference_data / "geo" / "distance_examples.csv").open(encoding="utf-8", newline="") as file:
        for case in csv.DictReader(file):
            known = float(case["km_great_circle_consensus"])
            assert km(case["postcode_a"], case["postcode_b"]) == pytest.approx(known, abs=WITHIN_KM)


def test_the_table_is_what_its_sources_give(reference_data: Path) -> None:
    geo = reference_data / "geo"
    with TABLE.open(encoding="utf-8", newline="") as file:
        assert "GeoNames" in file.readline()
        written = list(csv.reader(file, delimiter=SEPARATOR))
    assert written == [list(COLUMNS), *build(geo / "geonames_be_postal.csv", geo / "mergers_2025.csv")]


@pytest.mark.parametrize(
    ("code", "name", "municipality"),
    [
        ("1000", "Brussel", "Brussel"),
        ("1080", "Sint-Jans-Molenbeek", "Sint-Jans-Molenbeek"),
        ("2018", "Antwerpen", "Antwerpen"),
        ("2150", "Borsbeek", "Antwerpen"),
        ("2220", "Heist-op-den-Berg", "Heist-op-den-Berg"),
        ("3700", "Tongeren", "Tongeren-Borgloon"),
        ("8957", "Mesen", "Mesen"),
        ("9031", "Drongen", "Gent"),
        ("9600", "Ronse", "Ronse"),
        ("9800", "Deinze", "Deinze"),
        ("9840", "De Pinte", "Nazareth-De Pinte"),
        ("9850", "Nevele", "Deinze"),
        ("4000", "Luik", ""),
    ],
)
def test_places_have_their_dutch_name_and_the_municipality_of_2025(
    code: str, name: str, municipality: str
) -> None:
    place = find(code)
    assert place
    assert (place.name, place.municipality) == (name, municipality)


def test_every_code_lies_in_belgium() -> None:
    codes = [f"{code:04d}" for code in range(10_000) if find(f"{code:04d}")]
    assert len(codes) == 1146
    for place in map(find, codes):
        assert place
        assert 49.4 < place.latitude < 51.6
        assert 2.5 < place.longitude < 6.5


@pytest.mark.parametrize("code", ["", "0000", "9999", "980", "98000", "٩٨٠٠"])
def test_what_is_no_code_is_not_found(code: str) -> None:
    assert find(code) is None


@pytest.mark.parametrize(
    "text",
    [
        "9800",
        " 9800 ",
        "9800 Deinze",
        "B-9800",
        "BE 9800 Deinze",
        "Deinze (9800)",
        "９８００",
        "Kerkstraat 12, 9800 Deinze",
    ],
)
def test_a_code_with_words_around_it(text: str) -> None:
    assert parse_postal(text) == "9800"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Gent", "no_code"),
        ("", "no_code"),
        ("0470123456", "no_code"),
        ("9999 Nergens", "no_such_code"),
        ("9000 of 9800", "two_codes"),
        ("4561 AB", "abroad"),
    ],
)
def test_a_text_without_a_belgian_code_says_why(text: str, code: str) -> None:
    with pytest.raises(PostalCodeUnknown) as refusal:
        parse_postal(text)
    assert refusal.value.code == code


def test_a_place_in_capitals_is_no_dutch_code() -> None:
    assert parse_postal("9840 DE PINTE") == "9840"


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("gent", "9000"),
        ("DEINZE", "9800"),
        ("St-Niklaas", "9100"),
        ("Bruxelles", "1000"),
        ("Astene", "9800"),
        ("Liège", "4000"),
    ],
)
def test_a_place_is_found_by_any_of_its_names(name: str, first: str) -> None:
    assert search_place(name)[0].code == first


def test_a_municipality_finds_all_its_codes() -> None:
    assert [place.code for place in search_place("Nazareth-De Pinte")] == ["9810", "9840"]


def test_a_name_nobody_has_finds_nothing() -> None:
    assert search_place("Nergenshuizen") == ()
    assert search_place("") == ()


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(PostalCodeUnknown):
        assert find(parse_postal(text))
