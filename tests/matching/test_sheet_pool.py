"""Two spreadsheets become the engine's people; what cannot be read is refused by file, row and column."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from duomatch import AgeWish, DistanceWish, GenderWish, Profile, Strength, TimeWish
from duomatch.availability import from_slots
from samen.base.errors import Refused
from samen.base.spreadsheet import Sheet, write_xlsx
from samen.matching.sheet_pool import SheetPool, read_pool

Read = Callable[..., SheetPool]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Reads a pool from the text of two csv files."""

    def from_text(newcomers: str = "id\n", coaches: str = "id\n", on: date | None = None) -> SheetPool:
        files = tmp_path / "newcomers.csv", tmp_path / "coaches.csv"
        for file, text in zip(files, (newcomers, coaches), strict=True):
            file.write_text(text, encoding="utf-8")
        return read_pool(*files, on=on)

    return from_text


FULL = """\
id,name,gender,birth_year,latitude,longitude,availability,interests,profession,personality,languages,\
registered_on,capacity,wish_gender,wish_gender_strength,wish_age_min,wish_age_max,wish_age_strength,\
wish_max_km,wish_km_strength,wish_time_strength
007,An Peeters,vrouw,1970,50.982,"3,531",mon-avond;sat-voormiddag,Koken; fietsen ;,Zorg,4,NL;fr,\
2026-01-20T08:00:00,\
2,m,must,20,,no-matter,12.5,moet,liever
"""


def test_every_column_is_read(read: Read) -> None:
    pool = read(coaches=FULL)
    assert pool.coaches == [
        Profile(
            id="007",
            role="coach",
            birth_year=1970,
            gender="f",
            place=(50.982, 3.531),
            availability=from_slots({(0, 2), (5, 0)}),
            interests=frozenset({"Koken", "fietsen"}),
            profession="Zorg",
            personality=4,
            languages=frozenset({"nl", "fr"}),
            registered_on=date(2026, 1, 20),
            capacity=2,
            wishes=(
                GenderWish("m", Strength.MUST),
                AgeWish(20, None, Strength.NO_MATTER),
                DistanceWish(12.5, Strength.MUST),
                TimeWish(Strength.PREFER),
            ),
        )
    ]
    assert (pool.name("coach", "007"), pool.label("coach", "007")) == ("An Peeters", "007 (An Peeters)")
    assert pool.on == date(2026, 1, 20)
    assert pool.warnings == []


def test_only_an_id_is_needed_and_titles_and_empty_rows_are_passed_over(read: Read) -> None:
    pool = read("Onze lijst,\n,\nid,naam\nN1,\n,\nN2,Amal\n")
    assert pool.newcomers == [Profile(id="N1", role="newcomer"), Profile(id="N2", role="newcomer")]
    assert (pool.name("newcomer", "N1"), pool.name("newcomer", "N2")) == ("N1", "Amal")
    assert pool.on is None


def test_dutch_names_of_columns(read: Read) -> None:
    pool = read(
        "Nummer;Geslacht;Geboortejaar;Postcode;Interesses;Aangemeld op;Wens geslacht;Wens geslacht sterkte\n"
        "1;v;1990;9800;koken;20/1/2026;vrouw;moet\n"
    )
    (one,) = pool.newcomers
    assert (one.id, one.gender, one.birth_year, one.interests) == ("1", "f", 1990, frozenset({"koken"}))
    assert one.registered_on == date(2026, 1, 20)
    assert one.wishes == (GenderWish("f", Strength.MUST),)
    assert one.place == pytest.approx((50.98, 3.53), abs=0.02)


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("", Strength.PREFER),
        ("must", Strength.MUST),
        ("Moet", Strength.MUST),
        ("prefer", Strength.PREFER),
        ("liever", Strength.PREFER),
        ("no-matter", Strength.NO_MATTER),
        ("maakt-niet-uit", Strength.NO_MATTER),
        ("maakt niet uit", Strength.NO_MATTER),
    ],
)
def test_strengths_in_both_languages(read: Read, text: str, strength: Strength) -> None:
    (one,) = read(f"id,wish_max_km,wish_km_strength\nN1,10,{text}\n").newcomers
    assert one.wishes == (DistanceWish(10.0, strength),)


def test_words_written_with_and_without_capitals_are_the_same_interest(read: Read) -> None:
    pool = read("id,interests\nN1,Koken;Tuin\n", "id,topics\nC1,koken\n")
    assert pool.newcomers[0].interests & pool.coaches[0].interests == {"Koken"}


def test_the_day_given_goes_before_the_latest_registration(read: Read) -> None:
    text = "id,registered_on\nN1,2026-01-20\n"
    assert read(text).on == date(2026, 1, 20)
    assert read(text, on=date(2026, 3, 1)).on == date(2026, 3, 1)


def test_words_not_read_in_the_availability_are_only_warned_of(read: Read) -> None:
    pool = read("id,availability\nN1,ma avond en soms\n")
    assert pool.newcomers[0].availability == from_slots({(0, 2)})
    assert len(pool.warnings) == 1
    assert pool.warnings[0].startswith("newcomers.csv, rij 2: ")


def test_without_any_day_wishes_on_age_are_warned_of(read: Read) -> None:
    text = "id,birth_year,wish_age_min\nN1,1990,20\n"
    assert "--on" in read(text).warnings[0]
    assert read(text, on=date(2026, 3, 1)).warnings == []


def test_capacity_of_a_newcomer_is_not_read(read: Read) -> None:
    assert read("id,capacity\nN1,3\n").newcomers[0].capacity == 1


def test_ids_are_text_as_written(read: Read) -> None:
    assert [one.id for one in read("id\n007\n7\n7.0\n").newcomers] == ["007", "7", "7.0"]


def test_an_excel_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / "newcomers.xlsx"
    file.write_bytes(write_xlsx([Sheet("Uitleg", [["Wat is dit?"]]), Sheet("Mensen", [["id"], ["N1"]])]))
    empty = tmp_path / "coaches.csv"
    empty.write_text("id\n", encoding="utf-8")
    assert [one.id for one in read_pool(file, empty).newcomers] == ["N1"]


BAD_CELLS = [
    ("gender", "vr."),
    ("birth_year", "85"),
    ("birth_year", "1985.5"),
    ("birth_year", "²"),
    ("postal_code", "98OO"),
    ("postal_code", "0000"),
    ("latitude", "50.9"),
    ("longitude", "3.5"),
    ("latitude", "nan"),
    ("latitude", "91"),
    ("personality", "6"),
    ("registered_on", "31-02-2026"),
    ("capacity", "-1"),
    ("capacity", "veel"),
    ("wish_gender", "maakt niet uit"),
    ("wish_gender_strength", "verplicht"),
    ("wish_age_min", "oud"),
    ("wish_age_strength", "?"),
    ("wish_max_km", "-2"),
    ("wish_max_km", "1e999"),
    ("wish_km_strength", "soms"),
    ("wish_time_strength", "ja"),
]


@pytest.mark.parametrize(("column", "text"), BAD_CELLS)
def test_a_cell_that_cannot_be_read_is_refused_by_place(read: Read, column: str, text: str) -> None:
    with pytest.raises(Refused) as refusal:
        read(coaches=f"id,{column}\nC1,\nC2,{text}\n")
    assert refusal.value.code == "bad_cell"
    assert refusal.value.sentence.startswith(f"coaches.csv, rij 3, kolom {column}: “{text}”")


def test_age_limits_the_wrong_way_round_are_refused(read: Read) -> None:
    with pytest.raises(Refused, match="rij 2, kolom wish_age_max"):
        read("id,wish_age_min,wish_age_max\nN1,50,40\n")


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        ("", "", "newcomers.csv"),
        ("naam\nAmal\n", "no_id_column", "newcomers.csv"),
        ("id,naam\nN1,\n,Amal\n", "no_id", "rij 3"),
        ("id\nN1\nN2\nN1\n", "duplicate_id", "rij 2 en rij 4"),
        ("id,interests,topics\nN1,a,b\n", "double_column", "interests"),
    ],
)
def test_a_sheet_that_does_not_hold_together_is_refused(read: Read, text: str, code: str, told: str) -> None:
    with pytest.raises(Refused) as refusal:
        read(text)
    assert refusal.value.code == code or not code
    assert told in refusal.value.sentence


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refusal:
        read_pool(tmp_path / "nobody.csv", tmp_path / "nobody.csv")
    assert refusal.value.code == "no_file"
