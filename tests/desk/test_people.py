"""The list of people: groups, search, filters, order, pages and the workbook."""

import re
from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext

from samen.base import clock
from samen.base.spreadsheet import read_workbook
from samen.desk.queries import PeopleFilter, find_people, places, stage_counts
from samen.initiatives.choices import Role as StaffRole
from samen.intake.actions import Facts, decide
from samen.intake.choices import Outcome
from samen.people.actions import end_part
from tests.support.initiative import ACTOR, Office, make_office

pytestmark = pytest.mark.postgres


def answer(office: Office, query: str = "") -> HttpResponse:
    return office.client().get(office.url(f"people/{query}"))


def names(office: Office, query: str = "") -> list[str]:
    """The names on the page, in order."""
    page = answer(office, query).content.decode()
    return re.findall(r'<th scope="row">.*?<bdi>(.*?)</bdi>', page, re.S)


def found(**query: str) -> list[str]:
    return [str(part) for part in find_people(PeopleFilter.read(query))]


# ---------- Groups ----------


def test_nobody_yet(office: Office) -> None:
    page = answer(office).content.decode()
    assert "Hier is nog niemand" in page
    assert names(office) == []


def test_everybody_stands_in_one_group(office: Office) -> None:
    office.duo(office.newcomer("In Duo"), office.coach("Volle Coach"))
    office.newcomer("Wacht Hij")
    office.coach("Vrije Coach")
    office.newcomer("Nieuwe Mens", accepted=False)
    gone = office.newcomer("Weg Gegaan")
    end_part(part=gone, today=clock.today(), actor=ACTOR)
    groups = {stage: found(stage=stage) for stage in ("waiting", "in_duo", "new", "former")}
    assert groups == {
        "waiting": ["Vrije Coach", "Wacht Hij"],
        "in_duo": ["In Duo", "Volle Coach"],
        "new": ["Nieuwe Mens"],
        "former": ["Weg Gegaan"],
    }
    assert stage_counts() == {"waiting": 2, "in_duo": 2, "new": 1, "former": 1}
    assert "6 deelnemers" in answer(office).content.decode()


def test_a_coach_with_room_still_waits(office: Office) -> None:
    coach = office.coach("Twee Duo's", facts=Facts(capacity=2))
    office.duo(coach=coach)
    assert found(stage="waiting") == ["Twee Duo's"]
    office.duo(coach=coach)
    assert found(stage="waiting") == []


@pytest.mark.parametrize(
    ("outcome", "stage"),
    [(Outcome.ACCEPTED, "waiting"), (Outcome.WAITING_LANGUAGE, "later"), (Outcome.DECLINED, "former")],
)
def test_the_last_decision_counts(office: Office, outcome: Outcome, stage: str) -> None:
    part = office.newcomer("Amal")
    decide(part=part, outcome=Outcome.DECLINED, today=clock.today(), actor=ACTOR)
    recall_on = clock.today() + timedelta(days=90)
    decide(part=part, outcome=outcome, recall_on=recall_on, today=clock.today(), actor=ACTOR)
    assert stage_counts() == {stage: 1}


# ---------- Search, filters, order ----------


@pytest.fixture
def village(office: Office) -> Office:
    """Six people with names that are written in many ways."""
    office.newcomer("Amal Saleh", phone="+32470123456", place="Deinze")
    office.newcomer("محمد الأحمد", place="Gent", postal_code="9000")
    office.newcomer("Олена Шевченко", email="olena@example.org", place="Gent", postal_code="9000")
    office.newcomer("Ayşe Yılmaz", place="Zulte", postal_code="9870")
    office.coach("Zoë Van den Broeck", place="Deinze")
    office.coach("100% Zeker", place="")
    return office


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("amal", ["Amal Saleh"]),
        ("SALEH amal", ["Amal Saleh"]),
        ("zoe", ["Zoë Van den Broeck"]),
        ("zoë broeck", ["Zoë Van den Broeck"]),
        ("ayse yilmaz", ["Ayşe Yılmaz"]),
        ("mhmd", ["محمد الأحمد"]),
        ("محمد", ["محمد الأحمد"]),
        ("olena", ["Олена Шевченко"]),
        ("Шевченко", ["Олена Шевченко"]),
        ("shevchenko", ["Олена Шевченко"]),
        ("0470123456", ["Amal Saleh"]),
        ("+32470123456", ["Amal Saleh"]),
        ("olena@example.org", ["Олена Шевченко"]),
        ("9870", ["Ayşe Yılmaz"]),
        ("zulte", ["Ayşe Yılmaz"]),
        ("amal olena", []),
        ("niemand", []),
        # Signs that mean something to a database mean nothing here.
        ("100%", ["100% Zeker"]),
        ("_mal", ["Amal Saleh"]),
        ("'; DROP TABLE people_person; --", []),
        ("\\", None),
        ("   ", None),
        ("\x00", None),
    ],
)
def test_search_across_accents_and_scripts(village: Office, words: str, expected: list[str] | None) -> None:
    everybody = found()
    assert found(q=words) == (everybody if expected is None else expected)


def test_search_keeps_what_was_typed_and_says_when_nobody_is_found(village: Office) -> None:
    page = answer(village, "?q=%22%3Cb%3Eniemand").content.decode()
    assert "Niemand gevonden" in page
    assert 'value="&quot;&lt;b&gt;niemand"' in page


def test_filters_work_together(village: Office) -> None:
    assert found(role="coach") == ["100% Zeker", "Zoë Van den Broeck"]
    assert found(place="Deinze") == ["Amal Saleh", "Zoë Van den Broeck"]
    assert found(place="Deinze", role="coach", q="zoe", stage="waiting") == ["Zoë Van den Broeck"]
    assert places() == ["Deinze", "Gent", "Zulte"]


@pytest.mark.parametrize(
    "query", [{"stage": "x"}, {"role": "admin"}, {"sort": "-person__phone"}, {"sort": "initiative"}]
)
def test_what_is_not_in_the_list_counts_as_not_asked(village: Office, query: dict[str, str]) -> None:
    assert PeopleFilter.read(query) == PeopleFilter()
    assert found(**query) == found()


def test_order_by_name_or_by_how_long_ago(office: Office) -> None:
    for name, days in (("Bea", 5), ("Amal", 1), ("Carl", 9)):
        office.newcomer(name, waits_days=days)
    assert names(office) == ["Amal", "Bea", "Carl"]
    assert names(office, "?sort=since") == ["Carl", "Bea", "Amal"]


def test_names_are_ordered_as_they_are_read(office: Office) -> None:
    for name in ("Zoë", "Élodie", "de Bruyne", "Олена", "An Peeters", "Anna Aerts", "Fatima"):
        office.newcomer(name)
    assert names(office) == ["An Peeters", "Anna Aerts", "de Bruyne", "Élodie", "Fatima", "Олена", "Zoë"]


def test_fifty_on_a_page(office: Office) -> None:
    for number in range(53):
        office.newcomer(f"Naam{number:02}")
    assert names(office) == [f"Naam{number:02}" for number in range(50)]
    assert names(office, "?page=2") == ["Naam50", "Naam51", "Naam52"]
    assert names(office, "?page=99") == names(office, "?page=2")
    assert names(office, "?page=x") == names(office)
    page = answer(office, "?page=2&sort=since&q=naam").content.decode()
    assert "Bladzijde 2 van 2" in page
    assert 'href="?sort=since&amp;q=naam&amp;page=1"' in page


def test_nothing_of_another_initiative(office: Office) -> None:
    other = make_office("gent", "Samen in Gent")
    other.newcomer("Van Hiernaast", place="Gent")
    office.newcomer("Van Hier")
    assert names(office) == ["Van Hier"]
    assert names(office, "?q=hiernaast") == []
    assert "Gent" not in answer(office).content.decode()


def test_the_list_reads_as_often_for_three_people_as_for_one(office: Office) -> None:
    client, counts = office.client(), []
    for _round in range(3):
        office.duo(met_days_ago=[3])
        office.newcomer(facts=Facts(profession="kok"))
        office.coach()
        client.get(office.url("people/"))
        with CaptureQueriesContext(connection) as seen:
            client.get(office.url("people/"))
        counts.append(len(seen))
    assert counts == [counts[0]] * 3


# ---------- The workbook ----------


def workbook(office: Office, query: str = "") -> bytes:
    got = office.client().get(office.url(f"people/export/{query}"))
    assert got["Content-Type"] == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    disposition = got["Content-Disposition"]
    assert disposition.startswith("attachment;")
    assert f"samen-{clock.today().isoformat()}.xlsx" in disposition
    return got.content


def cells(office: Office, query: str = "") -> list[list[str]]:
    (sheet,) = read_workbook(workbook(office, query), "export.xlsx")
    return [list(row) for row in sheet.rows]


def test_export_holds_what_the_list_shows(office: Office) -> None:
    day = clock.today() - timedelta(days=30)
    office.newcomer("Amal Saleh", phone="+32470123456", email="amal@example.org")
    office.coach("Bart Goossens", phone="+32470123457")
    header, *rows = cells(office)
    assert header[:5] == ["Rol", "Voornaam", "Familienaam", "Telefoon", "E-mail"]
    assert rows[0] == [
        *("nieuwkomer", "Amal", "Saleh", "+32470123456", "amal@example.org"),
        *("9800", "Deinze", day.isoformat(), "Wacht"),
    ]
    assert [row[1] for row in rows] == ["Amal", "Bart"]
    assert [row[1] for row in cells(office, "?role=coach")[1:]] == ["Bart"]


@pytest.mark.parametrize(
    "name", ["=1+1", "@SUM(A1)", "+32", "-2+3", "\t=1", "＝1+1", '=HYPERLINK("http://x")']
)
def test_export_never_holds_a_formula(office: Office, name: str) -> None:
    office.newcomer(name.replace(" ", ""))
    with ZipFile(BytesIO(workbook(office))) as package:
        sheets = [package.read(file).decode() for file in package.namelist() if "worksheets/" in file]
    assert sheets
    assert [re.search(r"<f[ >]|hyperlink", sheet) for sheet in sheets] == [None] * len(sheets)


def test_export_reads_as_often_for_three_people_as_for_one(office: Office) -> None:
    client, counts = office.client(), []
    for _round in range(3):
        office.duo(met_days_ago=[3])
        client.get(office.url("people/export/"))
        with CaptureQueriesContext(connection) as seen:
            client.get(office.url("people/export/"))
        counts.append(len(seen))
    assert counts == [counts[0]] * 3


def test_a_reader_takes_no_list_home(office: Office) -> None:
    assert office.client(StaffRole.READER).get(office.url("people/export/")).status_code == 403
