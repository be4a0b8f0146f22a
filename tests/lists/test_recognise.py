"""Titles, columns and roles of a sheet."""

from datetime import date

import pytest
from django.conf import settings
from django.utils.translation import override

from samen.base.spreadsheet import Sheet
from samen.lists import fields
from samen.lists.corrections import Corrections
from samen.lists.headings import exact, hinted
from samen.lists.labels import groups, label
from samen.lists.recognise import CellBesideHeader, Layout, find_header, recognise, role_in

TODAY = date(2026, 11, 24)
PEOPLE = [
    ["An Maes", "0470 12 34 56", "an@example.org", "9800 Deinze", "1985", "v", "ma avond", "coach"],
    ["Jo Claeys", "0471 12 34 56", "jo@example.org", "9850 Nevele", "1990", "m", "di avond", "nieuwkomer"],
    ["Li Goossens", "0472 12 34 56", "li@example.org", "9000 Gent", "1960", "v", "za vm", "coach"],
]


def understood(*rows: list[str], name: str = "", corrections: Corrections | None = None) -> Layout:
    return recognise(Sheet(name, list(rows)), corrections or Corrections(), TODAY)


def guesses(layout: Layout) -> list[str]:
    """The field of each column, with a question mark where it is unsure."""
    return [column.field + ("" if column.is_sure else "?") for column in layout.columns]


@pytest.mark.parametrize(
    ("title", "field"),
    [
        *((title, fields.NAME) for title in ("Naam", "NAAM ", "Naam en voornaam", "Name")),
        *((title, fields.GIVEN_NAME) for title in ("Voornaam", "First name", "Prénom")),
        *((title, fields.FAMILY_NAME) for title in ("Familienaam", "achternaam", "Nom")),
        *((title, fields.PHONE) for title in ("GSM", "Tel.", "Telefoonnummer", "Gsm-nummer", "Mobiel")),
        *((title, fields.EMAIL) for title in ("E-mail", "Mail", "e-mailadres", "Courriel")),
        *((title, fields.GENDER) for title in ("M/V", "Geslacht", "m/v/x", "sexe")),
        *((title, fields.BIRTH) for title in ("Geboortejaar", "Geb. datum", "Date of birth")),
        *((title, fields.POSTAL_CODE) for title in ("Postcode", "PC", "Code postal")),
        *((title, fields.PLACE) for title in ("Woonplaats", "Gemeente", "Ville")),
        *((title, fields.AVAILABILITY) for title in ("Vrij op", "Beschikbaarheid", "Wanneer?")),
        *((title, fields.INTERESTS) for title in ("Hobby's", "Interesses", "Loisirs")),
        *((title, fields.LANGUAGE_LEVEL) for title in ("Niveau NL", "Taalniveau")),
        *((title, fields.WISH_GENDER) for title in ("Liefst een", "Voorkeur m/v")),
        *((title, fields.IGNORE) for title in ("Nr", "Nr.", "ID")),
        *((title, "free_0_0") for title in ("ma vo", "Maandag voormiddag", "ma_vm", "mon am", "MA-VM")),
        *(("zondagavond", "free_6_2"), ("Woensdag", "free_2"), ("Avond", "free_part_2")),
        *(("Weekend", "free_weekend"), ("weekdagen", "free_week")),
    ],
)
def test_known_titles(title: str, field: str) -> None:
    assert exact(title) == field


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("Telefoon of gsm van de deelnemer", fields.PHONE),
        ("Mailadres (privé)", fields.EMAIL),
        ("Wanneer ben je meestal vrij?", fields.AVAILABILITY),
        ("Datum van de aanmelding", fields.REGISTERED_ON),
        ("Heb je een voorkeur voor een man of vrouw?", fields.WISH_GENDER),
        ("Opmerkingen van de trajectbegeleider", fields.NOTE),
        ("Noodnummer (gsm)", fields.IGNORE),
    ],
)
def test_words_in_longer_titles(title: str, field: str) -> None:
    assert exact(title) is None
    assert hinted(title) == field


@pytest.mark.parametrize("title", ["", "foo", "Bedrag", "Ja/nee", "ma avond of di"])
def test_other_titles_tell_nothing(title: str) -> None:
    assert exact(title) is None
    assert hinted(title) is None


def test_titles_say_what_the_columns_are() -> None:
    header = ["Naam", "Gsm", "E-mail", "Woonplaats", "Geboortejaar", "M/V", "Vrij op", "Rol"]
    layout = understood(header, *PEOPLE)
    assert layout.header_row == 1
    assert guesses(layout) == ["name", "phone", "email", "place", "birth", "gender", "availability", "role"]
    assert layout.columns[1].letter == "B"
    assert layout.columns[1].samples == ("0470 12 34 56", "0471 12 34 56", "0472 12 34 56")


def test_cells_say_what_the_columns_are_when_titles_do_not() -> None:
    layout = understood([f"Kolom{number}" for number in range(8)], *PEOPLE)
    assert layout.header_row == 1
    assert guesses(layout) == [
        *("name?", "phone?", "email?", "postal_code?", "birth?", "gender?", "availability?", "role?")
    ]


def test_a_list_without_titles_is_understood_by_its_cells() -> None:
    layout = understood(*PEOPLE)
    assert layout.header_row == 0
    assert guesses(layout)[:3] == ["name?", "phone?", "email?"]


def test_a_title_that_its_cells_contradict_is_unsure() -> None:
    layout = understood(["Naam", "E-mail", "Gsm"], *(row[:3] for row in PEOPLE))
    assert guesses(layout) == ["name", "email?", "phone?"]


def test_a_wish_column_with_other_cells_is_left_out() -> None:
    rows = [["Naam", "Gsm", "Voorkeur"], *([row[0], row[1], "iemand uit de buurt"] for row in PEOPLE)]
    assert guesses(understood(*rows)) == ["name", "phone", "ignore?"]


def test_titles_stand_below_other_rows() -> None:
    rows = [["Lijst coaches najaar", "", ""], [""], ["naam en gsm bijgewerkt"], ["Naam", "Gsm", "Mail"]]
    assert find_header([*rows, PEOPLE[0]]) == 4


def test_a_person_is_no_title_row() -> None:
    assert find_header([["Naam", "Gsm"], ["Naam", "0470 12 34 56"]]) == 1
    assert find_header([PEOPLE[0]]) == 0
    assert find_header([]) == 0


def test_days_above_dayparts_are_read_together() -> None:
    above = ["", "", "Maandag", "", "", "Dinsdag", "", ""]
    header = ["Naam", "Gsm", "VM", "NM", "AV", "VM", "NM", "AV"]
    layout = understood(above, header, ["An", "0470 12 34 56", "x", "", "", "", "", "x"])
    assert guesses(layout)[2:] == [
        f"free_{day}_{part}" for day, part in ((0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2))
    ]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (["Naam", "Voornaam"], ["family_name", "given_name"]),
        (["Naam", "Familienaam"], ["given_name", "family_name"]),
        (["Naam", "Voornaam", "Familienaam"], ["ignore", "given_name", "family_name"]),
        (["Telefoon", "Gsm"], ["phone", "phone"]),
        (["Naam", "Name"], ["name", "ignore?"]),
    ],
)
def test_columns_settle_among_each_other(header: list[str], expected: list[str]) -> None:
    assert guesses(understood(header)) == expected


def test_a_corrected_column_is_what_the_person_says_and_the_others_give_way() -> None:
    corrections = Corrections(columns={("Lijst", 1): "name", ("Ander", 0): "note"})
    layout = understood(["Naam", "Roepnaam", "Gsm"], name="Lijst", corrections=corrections)
    assert guesses(layout) == ["ignore?", "name", "phone"]


def test_a_corrected_title_row_counts() -> None:
    rows = [["Naam", "Gsm"], ["Voornaam", "Mail"], ["An", "an@example.org"]]
    layout = understood(*rows, name="Lijst", corrections=Corrections(header_rows={"Lijst": 2}))
    assert (layout.header_row, guesses(layout)) == (2, ["given_name", "email"])


def test_a_title_row_that_is_not_there_is_guessed_again() -> None:
    layout = understood(["Naam", "Gsm"], name="Lijst", corrections=Corrections(header_rows={"Lijst": 99}))
    assert layout.header_row == 1


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Inburgeraars", "newcomer"),
        ("Coaches 2026", "coach"),
        ("lijst_vrijwilligers", "coach"),
        ("coaches en inburgeraars", ""),
        ("Blad1", ""),
        ("", ""),
    ],
)
def test_the_tab_tells_the_role(name: str, role: str) -> None:
    assert role_in(name) == role
    layout = understood(["Naam"], name=name)
    assert (layout.role, layout.is_role_sure) == (role, bool(role))


def test_the_role_of_a_whole_sheet_can_be_put_right() -> None:
    layout = understood(["Naam"], name="Coaches", corrections=Corrections(roles={"Coaches": "newcomer"}))
    assert layout.role == "newcomer"


def test_a_filled_cell_beside_the_last_title_is_refused_and_an_empty_one_is_not() -> None:
    assert understood(["Naam"], ["An", "", " "])
    with pytest.raises(CellBesideHeader) as fault:
        understood(["Naam"], ["An"], ["Jo", "", "0470"])
    assert fault.value.row == 3


def test_a_column_without_a_title_is_no_cell_beside_the_header() -> None:
    layout = understood(["Naam", "", "Gsm", ""], ["An", "vaste klant", "0470 12 34 56", "ja"])
    assert guesses(layout) == ["name", "ignore?", "phone", "ignore?"]


def test_letters_of_columns_go_on_after_z() -> None:
    layout = understood(["Naam", *[""] * 27])
    assert [layout.columns[index].letter for index in (0, 25, 26, 27)] == ["A", "Z", "AA", "AB"]


def test_every_field_has_words_of_its_own() -> None:
    labels = dict(option for _title, options in groups() for option in options)
    assert tuple(labels) == fields.FIELDS
    assert len(set(labels.values())) == len(labels)
    assert labels["free_2_1"] == "woensdag namiddag"
    assert all(labels.values())


@pytest.mark.parametrize("language", settings.DESK_LANGUAGES)
def test_samen_reads_its_own_titles_in_every_language(language: str) -> None:
    with override(language):
        titles = {field: label(field) for field in fields.PLAIN if field != fields.IGNORE}
    assert {field: exact(title) for field, title in titles.items()} == {field: field for field in titles}
