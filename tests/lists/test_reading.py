"""Whole lists, read and judged row by row."""

import json
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samen.base.errors import Refused
from samen.base.spreadsheet import Sheet, read_workbook
from samen.lists import fields
from samen.lists.corrections import Corrections
from samen.lists.duplicates import Known
from samen.lists.outcome import PersonRow, Problem, Reading, ValueGuess
from samen.lists.reading import read_list
from samen.lists.report import report
from samen.lists.sentences import sentence
from samen.people.words import fold

TODAY = date(2026, 11, 24)
PHONE = "0470 12 34 56"


def read(
    *rows: str, name: str = "", corrections: Corrections | None = None, known: tuple[Known, ...] = ()
) -> Reading:
    """A list written with bars between its cells."""
    sheet = Sheet(name, [row.split("|") for row in rows])
    return read_list([sheet], corrections=corrections or Corrections(), known=known, today=TODAY)


def one(*rows: str, name: str = "Coaches") -> PersonRow:
    """The only person of a list."""
    reading = read(*rows, name=name)
    assert reading.refused == []
    (person,) = reading.people
    return person


def problems(*rows: str, name: str = "Coaches") -> list[tuple[str, str]]:
    """Why the only row of a list is refused."""
    (row,) = read(*rows, name=name).refused
    return [(problem.field, problem.code) for problem in row.problems]


# ---------- the reference lists ----------


@pytest.mark.parametrize("name", ["aanmeldingen_leie.csv", "aanmeldingen_rupel.xlsx"])
def test_the_reference_lists_give_exactly_what_is_expected(reference_data: Path, name: str) -> None:
    file = reference_data / "registrations" / name
    expected = json.loads(file.with_suffix(".expected.json").read_text(encoding="utf-8"))
    found = report(read_list(read_workbook(file), corrections=Corrections(), known=(), today=TODAY))
    people = [
        {key: value for key, value in person.items() if key not in ("sheet", "row")}
        for person in found["people"]
    ]
    assert people == expected["people"]
    assert [row["row"] for row in found["refused"]] == expected["refused_rows"]
    assert [row["row"] for row in found["duplicates"]] == expected["duplicate_rows"]


def test_the_reference_list_tells_all_errors_of_a_row_and_skips_its_formula(reference_data: Path) -> None:
    sheets = read_workbook(reference_data / "registrations" / "aanmeldingen_leie.csv")
    found = report(read_list(sheets, corrections=Corrections(), known=(), today=TODAY))
    assert found["refused"] == [
        {
            "sheet": "",
            "row": 49,
            "errors": [
                "‘0470 00 00’ is te kort voor een telefoonnummer. Kijk het na op papier.",
                "‘31/11/2026’ is geen datum die bestaat. Schrijf dag, maand en jaar, zoals 3/9/2026.",
            ],
        },
        {
            "sheet": "",
            "row": 50,
            "errors": ["Er staat geen telefoon of e-mail. Vul er één in, zodat je deze mens kunt bereiken."],
        },
    ]
    assert found["duplicates"] == [{"sheet": "", "row": 48, "of": 6}]
    assert found["skipped"] == [{"sheet": "", "row": 51}]


@pytest.mark.parametrize("name", ["more-fields", "wrong-header", "quotes-with-unescaped-quote"])
def test_the_bad_reference_csv_are_refused(reference_data: Path, name: str) -> None:
    (file,) = (reference_data / "csv").glob(f"ctd_bad-*{name}.csv")
    with pytest.raises(Refused):
        read_list(read_workbook(file), corrections=Corrections(), known=(), today=TODAY)


# ---------- one person ----------


def test_everything_about_a_person() -> None:
    person = one(
        "Voornaam|Familienaam|Gsm|Mail|M/V|Geboren|Postcode|Gemeente|Vrij op|Hobby's|Werk|Taalniveau|Talen"
        "|Aangemeld op|Capaciteit|Liefst een|min leeftijd|max leeftijd|max km|Nota",
        "An|Van den Broeck|0470/12.34.56|an@example.org|v|1985|9800|Deinze|ma avond|Lezen, koken|zorg|2.1"
        "|Frans, Arabisch|3/9/2026|2|vrouw|30|50|10 km|belt liefst",
    )
    assert person == PersonRow(
        sheet="Coaches",
        row=2,
        role="coach",
        given_name="An",
        family_name="Van den Broeck",
        phone="+32470123456",
        email="an@example.org",
        gender="f",
        birth_year=1985,
        postal_code="9800",
        place="Deinze",
        availability=frozenset({(0, 2)}),
        interests=("koken", "lezen"),
        profession="zorg",
        language_level="2.1",
        languages=("arabisch", "frans"),
        registered_on=date(2026, 9, 3),
        capacity=2,
        wish_gender="f",
        wish_age_min=30,
        wish_age_max=50,
        wish_max_km=10,
        note="belt liefst",
    )


@pytest.mark.parametrize(
    ("header", "cells", "name"),
    [
        ("Naam", "An Van den Broeck", ("An", "Van den Broeck")),
        ("Naam", "Sami", ("Sami", "")),
        ("Naam|Voornaam", "Maes|An", ("An", "Maes")),
        ("Voornaam|Familienaam", "|Maes", ("Maes", "")),
        ("Voornaam|Familienaam", "  An  Sofie |-", ("An Sofie", "")),
        ("Naam", "منير النجار", ("منير", "النجار")),
    ],
)
def test_names_in_one_column_or_two(header: str, cells: str, name: tuple[str, str]) -> None:
    person = one(f"{header}|Gsm", f"{cells}|{PHONE}")
    assert (person.given_name, person.family_name) == name


@pytest.mark.parametrize(
    ("header", "cells", "slots"),
    [
        ("ma vo|ma av|zo na", "x||ja", {(0, 0), (6, 1)}),
        ("Maandag|Dinsdag", "avond|x", {(0, 2), (1, 0), (1, 1), (1, 2)}),
        ("Voormiddag|Avond", "ma, wo|di", {(0, 0), (2, 0), (1, 2)}),
        ("Weekend|Vrij op", "x|ma av", {(0, 2), *((day, part) for day in (5, 6) for part in range(3))}),
        ("Vrij op|Beschikbaar", "ma av|di av", {(0, 2), (1, 2)}),
        ("ma vo|ma av", "nee|-", set()),
    ],
)
def test_free_moments_from_words_and_crosses(header: str, cells: str, slots: set[tuple[int, int]]) -> None:
    assert one(f"Naam|Gsm|{header}", f"An|{PHONE}|{cells}").availability == slots


def test_free_moments_that_were_never_asked() -> None:
    assert one("Naam|Gsm|ma vo|Vrij op", f"An|{PHONE}||").availability is None


@pytest.mark.parametrize(
    ("header", "cells", "code", "place"),
    [
        ("Postcode|Gemeente", "9800|Astene", "9800", "Astene"),
        ("Woonplaats", "2850 Boom", "2850", "Boom"),
        ("Gemeente", "Boom", "2850", "Boom"),
        ("Gemeente", "Kinshasa", "", "Kinshasa"),
        ("Postcode", "9800", "9800", "Deinze"),
        ("Adres", "Kerkstraat 12, 9800 Deinze", "9800", "Deinze"),
        ("Postcode|Gemeente", "|", "", ""),
    ],
)
def test_postal_code_and_place_from_one_column_or_two(header: str, cells: str, code: str, place: str) -> None:
    person = one(f"Naam|Gsm|{header}", f"An|{PHONE}|{cells}")
    assert (person.postal_code, person.place) == (code, place)


def test_a_year_of_birth_goes_before_an_age() -> None:
    assert one("Naam|Gsm|Leeftijd|Geboortejaar", f"An|{PHONE}|42|1985").birth_year == 1985
    assert one("Naam|Gsm|Leeftijd|Geboortejaar", f"An|{PHONE}|42|").birth_year == 1984


def test_two_columns_with_phones_give_the_first_that_can_be_read() -> None:
    person = one("Naam|Telefoon|Gsm", f"An|geen|{PHONE}")
    assert person.phone == "+32470123456"
    reading = read("Naam|Telefoon|Gsm", f"An|09 225 12 34|{PHONE}", name="Coaches")
    assert reading.people[0].phone == "+3292251234"
    assert [warned.problem for warned in reading.warnings] == [Problem(fields.PHONE, "rest", PHONE)]


# ---------- whose list it is ----------


def test_a_role_column_goes_before_the_tab() -> None:
    reading = read("Naam|Gsm|Rol", f"An|{PHONE}|inburgeraar", "Jo|0471 12 34 56|", name="Coaches")
    assert [person.role for person in reading.people] == ["newcomer", "coach"]


def test_without_any_role_every_row_is_refused_until_the_sheet_gets_one() -> None:
    rows = ("Naam|Gsm", f"An|{PHONE}")
    assert problems(*rows, name="") == [(fields.ROLE, "missing")]
    assert [person.role for person in read(*rows, corrections=Corrections(roles={"": "coach"})).people] == [
        "coach"
    ]


def test_an_unknown_role_is_refused_until_it_is_told() -> None:
    rows = ("Naam|Gsm|Rol", f"An|{PHONE}|loods", "Jo|0471 12 34 56|coach", "Li|0472 12 34 56|coach")
    reading = read(*rows)
    assert [row.problems for row in reading.refused] == [(Problem(fields.ROLE, "unread", "loods"),)]
    told = read(*rows, corrections=Corrections(values={(fields.ROLE, "loods"): "coach"}))
    assert [person.role for person in told.people] == ["coach"] * 3
    whole = read(*rows, corrections=Corrections(roles={"": "newcomer"}))
    assert [person.role for person in whole.people] == ["newcomer", "coach", "coach"]


# ---------- what is refused ----------


@pytest.mark.parametrize(
    ("header", "cells", "expected"),
    [
        ("Naam|Gsm", "An|047 12 34", [(fields.PHONE, "too_short")]),
        ("Naam|Gsm", "An|geen", [(fields.PHONE, "unreachable")]),
        ("Naam|Gsm", f"|{PHONE}", [(fields.NAME, "missing")]),
        ("Naam|Gsm", f"46|{PHONE}", [(fields.NAME, "missing")]),
        ("Naam|Mail", "An|an.example.org", [(fields.EMAIL, "no_at")]),
        ("Naam|Gsm|Mail", f"An|{PHONE}|an@", [(fields.EMAIL, "after_at")]),
        ("Naam|Gsm|Postcode", f"An|{PHONE}|9999", [(fields.POSTAL_CODE, "no_such_code")]),
        ("Naam|Gsm|Woonplaats", f"An|{PHONE}|9999 Nergens", [(fields.PLACE, "no_such_code")]),
        ("Naam|Gsm|Geboortejaar", f"An|{PHONE}|85", [(fields.BIRTH, "short_year")]),
        ("Naam|Gsm|Leeftijd", f"An|{PHONE}|oud", [(fields.AGE, "no_birth_year")]),
        ("Naam|Gsm|Datum", f"An|{PHONE}|31/11/2026", [(fields.REGISTERED_ON, "no_date")]),
        ("Naam|Gsm|Werk", f"An|{PHONE}|{'x' * 81}", [(fields.PROFESSION, "too_long")]),
        (
            "Naam|Gsm|Mail|Postcode|Datum",
            "|1|2|3|4",
            [
                (fields.NAME, "missing"),
                (fields.PHONE, "too_short"),
                (fields.EMAIL, "no_at"),
                (fields.POSTAL_CODE, "no_code"),
                (fields.REGISTERED_ON, "no_date"),
            ],
        ),
    ],
)
def test_a_row_is_refused_with_every_reason_at_once(
    header: str, cells: str, expected: list[tuple[str, str]]
) -> None:
    assert problems(header, cells) == expected


def test_every_problem_has_a_whole_sentence() -> None:
    rows = (
        "Naam|Gsm|Mail|Postcode|Datum|Geboortejaar|Werk",
        f"|1|2|3|4|5|{'x' * 99}",
    )
    (row,) = read(*rows, name="Coaches").refused
    for text in map(sentence, row.problems):
        assert text.endswith(".")
        assert "%" not in text
        assert len(text) < 150


def test_a_cell_that_is_put_right_is_read_again() -> None:
    corrections = Corrections(cells={("Coaches", 2, fields.PHONE): PHONE, ("Ander", 2, fields.NAME): "Jo"})
    reading = read("Naam|Gsm", "An|047 12 34", name="Coaches", corrections=corrections)
    assert [(person.given_name, person.phone) for person in reading.people] == [("An", "+32470123456")]


def test_a_list_without_people_in_any_column_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        read("qux|quux", "1|2")
    assert refused.value.code == "no_list"


def test_a_cell_beside_the_last_title_is_refused_with_its_row() -> None:
    with pytest.raises(Refused, match="rij 3") as refused:
        read("Naam|Gsm", f"An|{PHONE}", f"Jo|{PHONE}|x")
    assert refused.value.code == "cell_beside_header"


# ---------- what is skipped, and what is only a warning ----------


def test_totals_formulas_and_repeated_empty_rows_are_no_people() -> None:
    reading = read(
        "Naam|Gsm|Nota", f"An|{PHONE}|", "||", "Totaal|-|1", "=SOM(A1)||", "||gebeld", name="Coaches"
    )
    assert len(reading.people) == 1
    assert reading.skipped == [("Coaches", 4), ("Coaches", 5), ("Coaches", 6)]


@pytest.mark.parametrize(
    ("header", "cell", "problem"),
    [
        ("Vrij op", "ma av misschien", Problem(fields.AVAILABILITY, "unread", "misschien")),
        ("Capaciteit", "veel", Problem(fields.CAPACITY, "no_number", "veel")),
        ("max km", "ver", Problem(fields.WISH_MAX_KM, "no_number", "ver")),
        ("M/V", "?!x?!y", Problem(fields.GENDER, "unread", "?!x?!y")),
        ("E-mail", "an@localhost", Problem(fields.EMAIL, "no_point", "an@localhost")),
    ],
)
def test_what_is_not_read_elsewhere_is_a_warning(header: str, cell: str, problem: Problem) -> None:
    reading = read(f"Naam|Gsm|{header}", f"An|{PHONE}|{cell}", name="Coaches")
    assert len(reading.people) == 1
    assert [warned.problem for warned in reading.warnings] == [problem]
    assert sentence(problem).endswith(".")


def test_no_preference_is_no_wish_and_no_warning() -> None:
    rows = (
        "Naam|Gsm|Liefst een",
        f"An|{PHONE}|geen voorkeur",
        "Jo|0471 12 34 56|man",
        "Li|0472 12 34 56|vrouw",
    )
    reading = read(*rows, name="Coaches")
    assert [person.wish_gender for person in reading.people] == ["", "m", "f"]
    assert reading.warnings == []


def test_sheets_that_are_no_lists_are_left_out() -> None:
    sheets = [
        Sheet("Uitleg", [["Zo werkt deze lijst"], ["Vul alles in"]]),
        Sheet("Leeg", []),
        Sheet("Coaches", [["Naam", "Gsm"], ["An", PHONE]]),
        Sheet("Inburgeraars", [["Naam", "Gsm"], ["Sami", "0471 12 34 56"]]),
    ]
    reading = read_list(sheets, corrections=Corrections(), known=(), today=TODAY)
    assert reading.left_out == ["Uitleg"]
    assert [(person.sheet, person.role) for person in reading.people] == [
        ("Coaches", "coach"),
        ("Inburgeraars", "newcomer"),
    ]


# ---------- words ----------


def test_words_are_gathered_with_their_meaning_and_how_often() -> None:
    reading = read(
        "Naam|Gsm|M/V|Vrij op",
        f"An|{PHONE}|V|ma av",
        "Jo|0471 12 34 56|v|flexi",
        "Li|0472 12 34 56|m|flexi",
        "Bo|0473 12 34 56|?a|",
        name="Coaches",
    )
    assert sorted(reading.values, key=lambda guess: (guess.field, guess.text)) == [
        ValueGuess(fields.AVAILABILITY, "flexi", "", is_sure=False, rows=2),
        ValueGuess(fields.GENDER, "?a", "", is_sure=False, rows=1),
        ValueGuess(fields.GENDER, "V", "f", is_sure=True, rows=2),
        ValueGuess(fields.GENDER, "m", "m", is_sure=True, rows=1),
    ]


def test_words_can_be_told() -> None:
    rows = ("Naam|Gsm|M/V|Vrij op", f"An|{PHONE}|dame x|flexi", "Jo|0471 12 34 56|m|", "Li|0472 12 34 56|v|")
    told = Corrections(
        values={(fields.GENDER, "dame x"): "f", (fields.AVAILABILITY, "flexi"): "elke avond"},
        roles={"": "coach"},
    )
    reading = read(*rows, corrections=told)
    assert reading.people[0].gender == "f"
    assert reading.people[0].availability == {(day, 2) for day in range(7)}
    assert reading.warnings == []


# ---------- duplicates ----------


@pytest.mark.parametrize(
    ("second", "why"),
    [
        ("Andere Naam|0032 470 12 34 56||", fields.PHONE),
        ("Andere Naam||AN@example.org|", fields.EMAIL),
        ("ÀN MAES|0471 12 34 56||1985", fields.NAME),
    ],
)
def test_an_earlier_row_is_recognised(second: str, why: str) -> None:
    reading = read(
        "Naam|Gsm|Mail|Geboortejaar", f"An Maes|{PHONE}|an@example.org|1985", second, name="Coaches"
    )
    assert len(reading.people) == 1
    assert [(row.row, row.of, row.why) for row in reading.duplicates] == [(3, 2, why)]


@pytest.mark.parametrize(
    "second", ["An Maes|0471 12 34 56||1986", "An Maes|0471 12 34 56||", "Jo Maes|0471 12 34 56||1985"]
)
def test_a_namesake_is_somebody_else(second: str) -> None:
    reading = read(
        "Naam|Gsm|Mail|Geboortejaar", f"An Maes|{PHONE}|an@example.org|1985", second, name="Coaches"
    )
    assert len(reading.people) == 2


@pytest.mark.parametrize(
    "known",
    [
        Known(7, phone="+32470123456"),
        Known(7, email="an@example.org"),
        Known(7, name=fold("An Maes"), birth_year=1985),
    ],
)
def test_somebody_who_is_stored_is_recognised(known: Known) -> None:
    reading = read(
        "Naam|Gsm|Mail|Geboortejaar", f"An Maes|{PHONE}|An@example.org|1985", name="Coaches", known=(known,)
    )
    assert reading.people == []
    assert [row.of for row in reading.duplicates] == ["person:7"]


def test_a_third_row_points_to_the_first() -> None:
    rows = ("Naam|Gsm|Mail", f"An|{PHONE}|", f"An|{PHONE}|an@example.org", "An||an@example.org")
    assert [row.of for row in read(*rows, name="Coaches").duplicates] == [2, 2]


def test_a_refused_row_is_nobody_to_be_a_duplicate_of() -> None:
    rows = ("Naam|Gsm|Postcode", f"An|{PHONE}|9999", f"An|{PHONE}|9800")
    reading = read(*rows, name="Coaches")
    assert [person.row for person in reading.people] == [3]
    assert [row.row for row in reading.refused] == [2]


def test_a_person_decides_on_duplicates() -> None:
    rows = ("Naam|Gsm", f"An|{PHONE}", f"Jo|{PHONE}", f"Li|{PHONE}", f"Bo|{PHONE}", f"Al|{PHONE}")
    decisions = {("Coaches", 3): "new", ("Coaches", 4): "skip", ("Coaches", 5): "same"}
    reading = read(*rows, name="Coaches", corrections=Corrections(duplicates=decisions))
    assert [person.row for person in reading.people] == [2, 3]
    assert reading.skipped == [("Coaches", 4)]
    assert [(row.row, row.decision) for row in reading.duplicates] == [(5, "same"), (6, "")]


# ---------- as a whole ----------


def test_corrections_survive_json() -> None:
    corrections = Corrections(
        columns={("Coaches", 3): fields.PHONE},
        roles={"Coaches": "coach"},
        header_rows={"Coaches": 2},
        values={(fields.ROLE, "loods"): "coach"},
        cells={("Coaches", 5, fields.PHONE): PHONE},
        duplicates={("Coaches", 6): "new"},
        encoding="windows-1252",
    )
    assert Corrections.from_json(json.loads(json.dumps(corrections.to_json()))) == corrections
    assert Corrections.from_json({}) == Corrections()


def test_the_report_says_what_the_command_promises() -> None:
    reading = read("Naam|Gsm|Hobby's|Vrij op", f"An|{PHONE}|Koken|zo av, ma vm", name="Coaches")
    assert report(reading) == {
        "people": [
            {
                "sheet": "Coaches",
                "row": 2,
                "role": "coach",
                "given_name": "An",
                "family_name": "",
                "phone": "+32470123456",
                "email": "",
                "postal_code": "",
                "availability": [[0, 0], [6, 2]],
                "interests": ["koken"],
            }
        ],
        "refused": [],
        "duplicates": [],
        "skipped": [],
    }


CELLS = st.text(max_size=20) | st.sampled_from(
    [PHONE, "an@example.org", "An Maes", "9800", "ma av", "x", "coach", ""]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=4, max_size=4), max_size=6))
def test_every_filled_row_ends_in_one_place(rows: list[list[str]]) -> None:
    sheet = Sheet("Coaches", [["Naam", "Gsm", "Mail", "Vrij op"], *rows])
    corrections = Corrections(header_rows={"Coaches": 1})
    reading = read_list([sheet], corrections=corrections, known=(), today=TODAY)
    places = [
        *((row.sheet, row.row) for row in (*reading.people, *reading.refused, *reading.duplicates)),
        *reading.skipped,
    ]
    filled = [number for number, row in enumerate(rows, start=2) if any(cell.strip() for cell in row)]
    assert sorted(places) == [("Coaches", number) for number in filled]


def test_naughty_strings_in_every_cell(reference_data: Path) -> None:
    strings = json.loads((reference_data / "strings" / "naughty_even.json").read_text(encoding="utf-8"))
    rows = [["Naam", "Gsm", "Mail", "Postcode", "Geboren", "Vrij op", "M/V", "Hobby's", "Datum", "Nota"]]
    rows += [[text] * 10 for text in strings]
    rows += [
        ["An", f"04701{number:05}", "", "", "", text, "v", text, "", text]
        for number, text in enumerate(strings)
    ]
    reading = read_list([Sheet("Coaches", rows)], corrections=Corrections(), known=(), today=TODAY)
    assert len(reading.people) == len(strings)
    assert json.dumps(report(reading))


def test_ten_thousand_rows_take_a_few_seconds_at_most() -> None:
    header = ["Naam", "Gsm", "Mail", "Postcode", "Geboortejaar", "Vrij op", "Hobby's"]
    rows = [
        [
            f"An {number}",
            f"04701{number:05}",
            f"an{number}@example.org",
            "9800 Deinze",
            "1985",
            "ma av, za vm",
            "koken",
        ]
        for number in range(9_999)
    ]
    started = time.process_time()
    reading = read_list([Sheet("Coaches", [header, *rows])], corrections=Corrections(), known=(), today=TODAY)
    assert time.process_time() - started < 5
    assert len(reading.people) == len(rows)
    assert reading.people[1] == replace(
        reading.people[0], row=3, family_name="1", phone="+32470100001", email="an1@example.org"
    )
