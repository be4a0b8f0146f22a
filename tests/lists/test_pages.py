"""Bringing in a list, page by page."""

import io
import json
import re
from datetime import timedelta
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samen.base import clock
from samen.base.models import AuditLine
from samen.base.spreadsheet import Sheet, read_workbook, write_xlsx
from samen.initiatives.choices import Role as StaffRole
from samen.lists import actions
from samen.lists.choices import ListStatus
from samen.lists.models import ImportedPart, PeopleList
from samen.lists.sheets import TEMPLATE, template
from samen.matching import actions as matching
from samen.matching.choices import Mark
from samen.matching.pool import read_pool
from samen.people.models import Participation, Person
from samen.people.queries import matching_words, parts
from tests.support.initiative import ACTOR, Office

pytestmark = pytest.mark.postgres

HEADER = "Naam;Rol;GSM;Gemeente;Vrij op;Interesses"
AMAL = "Amal Saleh;inburgeraar;0470 12 34 56;9800 Deinze;ma avond;koken"
BART = "Bart Goossens;coach;0470 12 34 57;9000 Gent;ma avond;koken"


def upload(client: Client, office: Office, *lines: str, name: str = "lijst.csv") -> Any:
    file = SimpleUploadedFile(name, "\n".join(lines).encode())
    return client.post(office.url("lists/"), {"file": file}, follow=True)


def text_of(answer: Any) -> str:
    """The page in plain words."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def form_of(answer: Any) -> dict[str, Any]:
    """What a browser would send back unchanged."""
    html = answer.content.decode()
    body = html[html.index('id="check"') :]
    data: dict[str, Any] = {}
    for control in re.findall(r"<input[^>]*>|<select[^>]*>.*?</select>", body, re.S):
        name, value = re.search(r'name="([^"]*)"', control), re.search(r'value="([^"]*)"', control)
        if not name or ('type="radio"' in control and "checked" not in control):
            continue
        if control.startswith("<select"):
            value = re.search(r'<option value="([^"]*)" selected', control) or value
        data.setdefault(name[1], []).append(unescape(value[1]) if value else "")
    return data


def latest() -> PeopleList:
    return PeopleList.objects.latest("pk")


def address(office: Office, what: str = "") -> str:
    return office.url(f"lists/{latest().pk}/{what}")


def test_from_file_to_waiting_list_and_back(office: Office) -> None:
    client = office.client()
    page = upload(client, office, HEADER, AMAL, BART)
    assert "‘lijst.csv’ heeft 2 rijen. Er is nog niets bewaard." in text_of(page)
    assert Person.objects.count() == 0
    done = client.post(address(office, "check/"), {**form_of(page), "do": "import"}, follow=True)
    assert "2 mensen zijn bewaard." in text_of(done)
    assert [(p.person.given_name, p.person.family_name, p.role) for p in parts()] == [
        ("Amal", "Saleh", "newcomer"),
        ("Bart", "Goossens", "coach"),
    ]
    pool = read_pool()
    assert (len(pool.newcomers), len(pool.coaches)) == (1, 1)
    assert pool.newcomers[0].availability == 1 << 2
    undone = client.post(address(office, "undo/"), follow=True)
    assert "2 mensen van deze lijst zijn weer weg." in text_of(undone)
    assert Person.objects.count() == Participation.objects.count() == 0
    assert latest().status == ListStatus.UNDONE
    assert latest().content is None


def test_a_column_is_corrected_before_anything_is_stored(office: Office) -> None:
    client = office.client()
    page = upload(client, office, "Naam;Rol;Bereikbaar;Wat", "Amal Saleh;coach;0470 12 34 56;tuin, koken")
    data = form_of(page)
    assert data["column-0-3"] == ["ignore"]
    again = client.post(
        address(office, "check/"), {**data, "column-0-3": "interests", "do": "import"}, follow=True
    )
    assert "De lijst is opnieuw gelezen met jouw verbeteringen. Er is nog niets bewaard." in text_of(again)
    assert Person.objects.count() == 0
    assert form_of(again)["column-0-3"] == ["interests"]
    client.post(address(office, "check/"), {**form_of(again), "do": "import"})
    assert parts().get().profile.interests == ["koken", "tuin"]


def test_words_are_corrected(office: Office) -> None:
    client = office.client()
    page = upload(client, office, "Naam;Rol;GSM;Vrij op", "Amal Saleh;maatje;0470 12 34 56;schooltijd")
    assert "‘maatje’ lezen wij niet als nieuwkomer of coach." in text_of(page)
    data = form_of(page)
    assert (data["value-field"], data["value-text"]) == (["role"], ["maatje"])
    sent = {**data, "value-meaning": ["newcomer"], "do": "check"}
    again = client.post(address(office, "check/"), sent, follow=True)
    data = form_of(again)
    meanings = dict(zip(data["value-text"], data["value-meaning"], strict=True))
    assert meanings == {"schooltijd": "", "maatje": "newcomer"}
    sent = {**data, "value-meaning": ["ma namiddag", "newcomer"], "do": "check"}
    final = client.post(address(office, "check/"), sent, follow=True)
    client.post(address(office, "check/"), {**form_of(final), "do": "import"})
    assert (parts().get().role, parts().get().profile.availability) == ("newcomer", 1 << 1)


def test_a_row_with_a_fault_is_mended_on_the_page(office: Office) -> None:
    client = office.client()
    page = upload(client, office, HEADER, AMAL, "Lien Baert;coach;047 12 34;;;")
    assert "‘047 12 34’ is te kort voor een telefoonnummer. Kijk het na op papier." in text_of(page)
    data = form_of(page)
    assert data["cell-0-3-phone"] == ["047 12 34"]
    again = client.post(
        address(office, "check/"), {**data, "cell-0-3-phone": "0470 99 88 77", "do": "check"}, follow=True
    )
    assert "te kort" not in text_of(again)
    client.post(address(office, "check/"), {**form_of(again), "do": "import"})
    assert sorted(Person.objects.values_list("phone", flat=True)) == ["+32470123456", "+32470998877"]


def test_somebody_without_phone_gets_both_ways_to_mend(office: Office) -> None:
    page = upload(office.client(), office, HEADER, "Ahmed K.;coach;;;;", BART)
    assert {"cell-0-2-phone", "cell-0-2-email"} <= set(form_of(page))


def test_a_double_is_left_out_unless_it_is_somebody_else(office: Office) -> None:
    office.coach("Karel Peeters", phone="+32470123457")
    client = office.client()
    page = upload(client, office, HEADER, AMAL, BART)
    assert "Is dit dezelfde Bart?" in text_of(page)
    assert "Karel Peeters" in text_of(page)
    data = form_of(page)
    assert data["double-0-3"] == ["same"]
    again = client.post(address(office, "check/"), {**data, "double-0-3": "new", "do": "check"}, follow=True)
    client.post(address(office, "check/"), {**form_of(again), "do": "import"})
    assert Person.objects.filter(phone="+32470123457").count() == 2


def test_whose_list_it_is_is_asked_once_for_a_whole_sheet(office: Office) -> None:
    client = office.client()
    page = upload(client, office, "Naam;GSM", "Amal Saleh;0470 12 34 56", "Rosa;0470 12 34 58")
    assert "Wie staat in deze lijst?" in text_of(page)
    assert "Zeg of deze mens" not in text_of(page)
    again = client.post(
        address(office, "check/"), {**form_of(page), "role-0": "newcomer", "do": "check"}, follow=True
    )
    client.post(address(office, "check/"), {**form_of(again), "do": "import"})
    assert list(parts().values_list("role", flat=True)) == ["newcomer", "newcomer"]


def test_another_row_of_titles_and_other_letters(office: Office) -> None:
    client = office.client()
    content = "Mijn namen\nNaam;Rol;GSM\nZoë Peeters;coach;0470 12 34 56\n".encode("cp850")
    file = SimpleUploadedFile("oud.csv", content)
    page = client.post(office.url("lists/"), {"file": file}, follow=True)
    assert "Zoë Peeters" not in text_of(page)
    again = client.post(
        address(office, "check/"), {**form_of(page), "encoding": "cp850", "do": "check"}, follow=True
    )
    assert "Zoë Peeters" in text_of(again)
    broken = client.post(address(office, "check/"), {**form_of(again), "header-0": "3", "do": "check"})
    assert broken.status_code == 422
    assert "Wij vinden geen kolom met namen" in text_of(broken)
    assert "Zoë Peeters" in text_of(client.get(address(office)))


def test_pasted_cells(office: Office) -> None:
    client = office.client()
    pasted = "Naam\tRol\tGSM\nAmal Saleh\tnieuwkomer\t0470 12 34 56"
    page = client.post(office.url("lists/"), {"pasted": pasted}, follow=True)
    assert "Jouw cellen hebben één rij." in text_of(page)
    client.post(address(office, "check/"), {**form_of(page), "do": "import"})
    assert parts().get().person.phone == "+32470123456"


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("leeg.csv", b"", "Dit bestand is leeg."),
        ("geen.csv", b"a;b\n1;2", "Wij vinden geen kolom met namen, telefoons of e-mails."),
        ("foto.png", b"\x89PNG\r\n", "Dit is geen rekenblad."),
        ("nul.csv", b"\x00\x01\x02\x03" * 50, "Dit is geen rekenblad."),
        ("pagina.xls", b"<html><table></table></html>", "Dit is een webpagina met een andere naam."),
        ("groot.csv", b"x" * (10 * 1024 * 1024 + 1), "Dit bestand is groter dan 10 MB."),
        ("kapot.xlsx", b"PK\x03\x04kapot", "Dit bestand is beschadigd."),
    ],
)
def test_a_file_that_is_no_list_gets_a_sentence(
    office: Office, name: str, content: bytes, sentence: str
) -> None:
    answer = office.client().post(office.url("lists/"), {"file": SimpleUploadedFile(name, content)})
    assert answer.status_code == 422
    assert sentence in text_of(answer)
    assert not PeopleList.objects.exists()


def test_nothing_chosen_and_pasted_nonsense_keep_what_was_typed(office: Office) -> None:
    client = office.client()
    assert "Kies een bestand of plak cellen uit Excel." in text_of(client.post(office.url("lists/"), {}))
    answer = client.post(office.url("lists/"), {"pasted": "zomaar wat woorden <b>"})
    assert answer.status_code == 422
    assert "zomaar wat woorden &lt;b&gt;" in answer.content.decode()


def test_nonsense_in_the_answers_changes_nothing(office: Office) -> None:
    client = office.client()
    page = upload(client, office, HEADER, AMAL)
    nonsense = {
        "column-0-0": "password",
        "role-0": "king",
        "header-0": "９",
        "encoding": "rot13",
        "double-0-2": "x",
    }
    answer = client.post(
        address(office, "check/"),
        {
            **nonsense,
            "value-field": ["role", "x"],
            "value-text": ["inburgeraar"],
            "value-meaning": ["king"],
            "do": "check",
        },
    )
    assert answer.status_code == 302
    assert latest().corrections == {}
    assert "heeft één rij" in text_of(page)


def test_the_whole_naughty_corpus_comes_in_and_out_as_text(office: Office, reference_data: Path) -> None:
    naughty = json.loads((reference_data / "strings" / "naughty_even.json").read_text(encoding="utf-8"))
    strings = [text if isinstance(text, str) else str(text) for text in naughty][:400]
    rows = [["Naam", "Rol", "GSM", "Interesses", "Opmerking"]]
    rows += [[f"A {text}"[:70], "coach", f"0471{n:06}", text, text] for n, text in enumerate(strings)]
    client = office.client()
    file = SimpleUploadedFile("namen.xlsx", write_xlsx([Sheet("Coaches", rows)]))
    page = client.post(office.url("lists/"), {"file": file}, follow=True)
    assert page.status_code == 200
    assert "<script>alert" not in page.content.decode()
    client.post(address(office, "check/"), {**form_of(page), "do": "import"})
    stored = Person.objects.count()
    assert stored == ImportedPart.objects.count()
    assert stored > len(strings) * 0.9
    for part in parts()[:3]:
        assert client.get(office.url(f"people/{part.pk}/")).status_code == 200
    listed = client.get(office.url("people/"))
    assert listed.status_code == 200
    assert "<script>alert" not in listed.content.decode()


def test_undo_is_refused_once_somebody_worked_with_it(office: Office) -> None:
    client = office.client()
    page = upload(client, office, HEADER, AMAL, BART)
    client.post(address(office, "check/"), {**form_of(page), "do": "import"})
    newcomer, coach = parts().get(role="newcomer"), parts().get(role="coach")
    matching.mark_pair(newcomer=newcomer, coach=coach, mark=Mark.PIN, note="", bonus=0, actor=ACTOR)
    answer = client.post(address(office, "undo/"))
    assert answer.status_code == 409
    assert "Je werkte al verder met 2 mensen, zoals Amal Saleh, Bart Goossens." in text_of(answer)
    assert Person.objects.count() == 2


def test_undo_is_refused_once_somebody_was_corrected(office: Office) -> None:
    client = office.client()
    page = upload(client, office, HEADER, AMAL, BART)
    client.post(address(office, "check/"), {**form_of(page), "do": "import"})
    part = parts().get(role="coach")
    client.post(
        office.url(f"people/{part.pk}/edit/"),
        {"given_name": "Bart", "phone": "0470 12 34 57", "capacity": "2"},
    )
    assert "Je werkte al verder met Bart." in text_of(client.post(address(office, "undo/")))


def test_storing_twice_stores_once(office: Office) -> None:
    client = office.client()
    page = upload(client, office, HEADER, AMAL)
    data = {**form_of(page), "do": "import"}
    client.post(address(office, "check/"), data)
    assert client.post(address(office, "check/"), data).status_code == 302
    assert Person.objects.count() == 1
    assert client.post(address(office, "discard/")).status_code == 409


def test_stop_keeps_nothing(office: Office) -> None:
    client = office.client()
    upload(client, office, HEADER, AMAL)
    assert "Er is niets bewaard." in text_of(client.post(address(office, "discard/"), follow=True))
    assert not PeopleList.objects.exists()


def test_nobody_new_is_told(office: Office) -> None:
    office.newcomer("Amal Saleh", phone="+32470123456")
    client = office.client()
    page = upload(client, office, HEADER, AMAL)
    assert "Nog niemand is klaar om te bewaren." in text_of(page)
    answer = client.post(address(office, "check/"), {**form_of(page), "do": "import"})
    assert answer.status_code == 422
    assert "In deze lijst staat niemand die nieuw is." in text_of(answer)


def test_refused_rows_are_mended_and_brought_in_again(office: Office) -> None:
    client = office.client()
    page = upload(
        client, office, "Lijst van maart", HEADER, AMAL, "Lien Baert;coach;047 12 34;;;", "Rosa;coach;;;;"
    )
    client.post(address(office, "check/"), {**form_of(page), "do": "import"})
    workbook = client.get(address(office, "refused/"))
    assert workbook["Content-Disposition"] == "attachment; filename*=UTF-8''te%20verbeteren.xlsx"
    (sheet,) = read_workbook(workbook.content)
    assert [row[:3] for row in sheet.rows] == [
        ["Naam", "Rol", "GSM"],
        ["Lien Baert", "coach", "047 12 34"],
        ["Rosa", "coach", ""],
    ]
    assert sheet.rows[1][-1] == "‘047 12 34’ is te kort voor een telefoonnummer. Kijk het na op papier."
    sheet.rows[1][2], sheet.rows[2][2] = "0470 99 88 77", "0470 99 88 78"
    file = SimpleUploadedFile("mended.xlsx", write_xlsx([sheet]))
    again = client.post(office.url("lists/"), {"file": file}, follow=True)
    client.post(address(office, "check/"), {**form_of(again), "do": "import"})
    assert sorted(Person.objects.values_list("given_name", flat=True)) == ["Amal", "Lien", "Rosa"]


def test_the_template_is_read_as_it_is_meant(office: Office) -> None:
    client = office.client()
    answer = client.get(office.url("lists/template/"))
    sheet = read_workbook(answer.content)[0]
    examples = [row[1] for row in read_workbook(answer.content)[1].rows[1:]]
    filled = write_xlsx([Sheet(sheet.name, [sheet.rows[0], examples]), template()[1]])
    file = SimpleUploadedFile("mensen.xlsx", filled)
    page = client.post(office.url("lists/"), {"file": file}, follow=True)
    columns = {name: value for name, value in form_of(page).items() if name.startswith("column-0-")}
    assert [columns[f"column-0-{n}"] for n in range(len(TEMPLATE))] == [[field] for field in TEMPLATE]
    client.post(address(office, "check/"), {**form_of(page), "do": "import"})
    assert str(parts().get().person) == "Amal Voorbeeld"


def test_names_are_found_across_scripts_after_import(office: Office) -> None:
    client = office.client()
    page = upload(
        client,
        office,
        HEADER,
        "محمد الأحمد;inburgeraar;0470 12 34 59;;;",
        "Олена Коваль;coach;0470 12 34 60;;;",
    )
    client.post(address(office, "check/"), {**form_of(page), "do": "import"})
    assert [str(part) for part in matching_words(parts(), "olena")] == ["Олена Коваль"]
    assert [str(part) for part in matching_words(parts(), "محمد")] == ["محمد الأحمد"]


def test_pages_read_the_same_number_of_times_however_long_the_list(office: Office) -> None:
    client = office.client()
    counts = []
    for length in (1, 30):
        rows = [f"Naam{n} {length};coach;0472{length:02}{n:04};;;" for n in range(length)]
        upload(client, office, HEADER, *rows)
        with CaptureQueriesContext(connection) as seen:
            client.get(address(office))
        counts.append(len(seen))
    assert counts[0] == counts[1], counts


def test_storing_takes_the_same_number_of_queries_however_long_the_list(office: Office) -> None:
    client = office.client()
    counts = []
    for length in (1, 30):
        rows = [f"Naam{n} {length};coach;0473{length:02}{n:04};;;koken" for n in range(length)]
        upload(client, office, HEADER, *rows)
        with CaptureQueriesContext(connection) as seen:
            actions.import_list(people_list=latest(), today=clock.today(), actor=ACTOR)
        counts.append(len(seen))
    assert counts[0] == counts[1], counts


def test_old_cells_are_forgotten(office: Office) -> None:
    client = office.client()
    page = upload(client, office, HEADER, AMAL)
    client.post(address(office, "check/"), {**form_of(page), "do": "import"})
    stored = latest()
    upload(client, office, HEADER, BART)
    today = clock.today()
    assert actions.forget_old(today=today + timedelta(days=7)) == 0
    assert actions.forget_old(today=today + timedelta(days=8)) == 1
    assert list(PeopleList.objects.all()) == [stored]
    assert actions.forget_old(today=today + timedelta(days=31)) == 1
    stored.refresh_from_db()
    assert stored.content is None
    assert client.get(address(office)).status_code == 200
    assert client.get(address(office, "refused/")).status_code == 404
    client.post(address(office, "undo/"))
    assert Person.objects.count() == 0


def test_every_person_who_comes_in_leaves_a_line(office: Office) -> None:
    client = office.client()
    page = upload(client, office, HEADER, AMAL, BART)
    client.post(address(office, "check/"), {**form_of(page), "do": "import"})
    ids = sorted(parts().values_list("pk", flat=True))
    assert sorted(AuditLine.objects.filter(verb="register").values_list("subject_id", flat=True)) == ids
    (line,) = AuditLine.objects.filter(verb="import_list")
    assert line.facts == {"people": 2}


def test_only_the_coordinator_brings_in_lists(office: Office) -> None:
    for role in (StaffRole.ASSISTANT, StaffRole.READER):
        assert office.client(role).get(office.url("lists/")).status_code == 403


def test_a_workbook_with_a_sheet_for_each_role(office: Office) -> None:
    rows = [["Naam", "GSM"], ["Amal Saleh", "0470 12 34 56"]]
    coaches = [["Naam", "GSM"], ["Bart Goossens", "0470 12 34 57"]]
    stream = io.BytesIO(
        write_xlsx([Sheet("Inburgeraars", rows), Sheet("Coaches", coaches), Sheet("Leeg", [[""]])])
    )
    client = office.client()
    file = SimpleUploadedFile("twee.xlsx", stream.read())
    page = client.post(office.url("lists/"), {"file": file}, follow=True)
    assert "Zo las Samen het blad ‘Inburgeraars’" in text_of(page)
    client.post(address(office, "check/"), {**form_of(page), "do": "import"})
    assert [(p.person.given_name, p.role) for p in parts()] == [("Amal", "newcomer"), ("Bart", "coach")]
