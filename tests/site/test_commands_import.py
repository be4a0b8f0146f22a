"""`samen import people`: a list goes in, one document comes out."""

import json
from pathlib import Path
from typing import Any

import pytest

from samen.base.scoping import scope
from samen.base.spreadsheet import Sheet, write_xlsx
from samen.initiatives.actions import add_initiative
from samen.initiatives.models import Initiative
from samen.lists.models import PeopleList
from samen.people.models import Person
from samen.site.command import DONE, REFUSED, main
from tests.support.initiative import ACTOR

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

ROWS = [
    ["Lijst van Leie"],
    [],
    ["Naam", "Rol", "GSM", "Postcode", "Vrij op", "Interesses"],
    ["Amal Saleh", "inburgeraar", "0470 12 34 56", "9800 Deinze", "ma avond", "tuin, Koken"],
    ["Tesfay", "inburgeraar", "047 12", "", "", ""],
    ["amal saleh", "inburgeraar", "0470/12.34.56", "", "", ""],
    ["Totaal", "", "", "", "", ""],
]
AMAL = {
    "sheet": "Iedereen",
    "row": 4,
    "role": "newcomer",
    "given_name": "Amal",
    "family_name": "Saleh",
    "phone": "+32470123456",
    "email": "",
    "postal_code": "9800",
    "availability": [[0, 2]],
    "interests": ["koken", "tuin"],
}


@pytest.fixture
def leie() -> Initiative:
    return add_initiative(slug="leie", name="Leie", actor=ACTOR)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "lijst.xlsx"
    path.write_bytes(write_xlsx([Sheet("Iedereen", ROWS)]))
    return path


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, Any, str]:
    """Exit code, the one document on standard output, and standard error."""
    code = main(["import", "people", *map(str, arguments), "--json"])
    out, err = capsys.readouterr()
    return code, json.loads(out), err


def test_people_refused_doubles_and_skipped(
    leie: Initiative, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, told, err = run(capsys, file, "--initiative", "leie")
    assert (code, err) == (DONE, "")
    assert told == {
        "people": [AMAL],
        "refused": [
            {
                "sheet": "Iedereen",
                "row": 5,
                "errors": ["‘047 12’ is te kort voor een telefoonnummer. Kijk het na op papier."],
            }
        ],
        "duplicates": [{"sheet": "Iedereen", "row": 6, "of": 4}],
        "skipped": [{"sheet": "Iedereen", "row": 7}],
    }
    with scope(leie.pk):
        assert [str(person) for person in Person.objects.all()] == ["Amal Saleh"]
        assert PeopleList.objects.get().filename == "lijst.xlsx"


def test_a_second_time_everybody_is_known(
    leie: Initiative, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, file, "--initiative", "leie")
    _code, told, _err = run(capsys, file, "--initiative", "leie")
    with scope(leie.pk):
        known = f"person:{Person.objects.get().pk}"
        assert PeopleList.objects.count() == 1
    assert told["people"] == []
    assert [double["of"] for double in told["duplicates"]] == [known, known]


def test_a_trial_stores_nothing(leie: Initiative, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, told, _err = run(capsys, file, "--initiative", "leie", "--dry-run")
    assert (code, told["people"]) == (DONE, [AMAL])
    with scope(leie.pk):
        assert not Person.objects.exists()
        assert not PeopleList.objects.exists()


def test_without_json_it_speaks(leie: Initiative, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "people", str(file), "--initiative", "leie"]) == DONE
    out, err = capsys.readouterr()
    assert out == "Bewaard: 1. Misschien dubbel: 1. Rijen met een fout: 1.\n"
    assert err == "Iedereen rij 5: ‘047 12’ is te kort voor een telefoonnummer. Kijk het na op papier.\n"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("leeg.csv", b"", "empty"),
        ("geen.csv", b"a;b\n1;2\n", "no_list"),
        ("naast.csv", b"Naam;GSM\nAmal;0470123456;extra\n", "cell_beside_header"),
        ("quote.csv", b'Naam;GSM\n"Amal" "Saleh";0470123456\n', "stray_quote"),
        ("foto.csv", b"\x89PNG\r\n\x1a\n", "not_a_spreadsheet"),
    ],
)
def test_a_file_that_is_no_list_is_refused(
    leie: Initiative,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    content: bytes,
    code: str,
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    exit_code, told, err = run(capsys, path, "--initiative", "leie")
    assert exit_code == REFUSED
    assert told == {"error": {"code": code, "message": err.strip()}}


def test_a_file_or_an_initiative_that_is_not_there(
    leie: Initiative, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, told, _err = run(capsys, tmp_path / "weg.csv", "--initiative", "leie")
    assert (code, told["error"]["code"]) == (REFUSED, "no_file")
    code, told, _err = run(capsys, file, "--initiative", "elders")
    assert (code, told["error"]["code"]) == (REFUSED, "no_initiative")


@pytest.mark.parametrize("name", ["aanmeldingen_leie.csv", "aanmeldingen_rupel.xlsx"])
def test_the_reference_lists_give_exactly_what_is_expected(
    leie: Initiative, reference_data: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    path = reference_data / "registrations" / name
    expected = json.loads(path.with_suffix(".expected.json").read_text(encoding="utf-8"))
    code, told, _err = run(capsys, path, "--initiative", "leie")
    people = [{key: row[key] for key in row if key not in {"sheet", "row"}} for row in told["people"]]
    assert code == DONE
    assert people == expected["people"]
    assert [row["row"] for row in told["refused"]] == expected["refused_rows"]
    assert [row["row"] for row in told["duplicates"]] == expected["duplicate_rows"]
    with scope(leie.pk):
        assert Person.objects.count() == len(expected["people"])


def test_the_bad_reference_files_are_refused(
    leie: Initiative, reference_data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = sorted((reference_data / "csv").glob("*bad*"))
    assert len(bad) == 3
    for path in bad:
        code, told, err = run(capsys, path, "--initiative", "leie")
        assert (code, told) == (
            REFUSED,
            {"error": {"code": told["error"]["code"], "message": err.strip()}},
        ), path.name
