"""The list for a closing event (R101): whose end lies in a period, on screen, in a file, as certificates."""

from datetime import date, timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from samen.base import clock
from samen.base.spreadsheet import read_workbook
from samen.duos.choices import ClosingReason
from samen.duos.closing_list import ends_between, table
from samen.duos.models import Duo
from samen.duos.rules import add_months, usual_ends
from samen.initiatives.choices import Role as StaffRole
from tests.support.initiative import Office, close_duo, make_office

PATH = "duos/closing/"


def ended(office: Office, name: str, days_ago: int, *, met: tuple[int, ...] = (), started: int = 400) -> Duo:
    duo = office.duo(
        office.newcomer(f"{name} Nieuw"),
        office.coach(f"{name} Coach"),
        started_days=started,
        met_days_ago=met,
    )
    close_duo(duo, ClosingReason.PERIOD_OVER, clock.today() - timedelta(days=days_ago))
    return duo


def names(first: date, last: date) -> list[str]:
    return [row.duo.newcomer.person.given_name for row in ends_between(first, last)]


@given(st.dates(date(2020, 1, 1), date(2035, 1, 1)))
def test_half_a_year_back_and_two_months_ahead(today: date) -> None:
    first, last = usual_ends(today)
    assert first < today < last
    assert add_months(today, 2) == last


def test_whose_end_lies_in_the_period(office: Office) -> None:
    today = clock.today()
    ended(office, "Oud", 250)
    ended(office, "Net", 10)
    ended(office, "Nooit", 30, started=30)
    office.duo(office.newcomer("Bijna"), started_days=170, months=6)
    office.duo(office.newcomer("Later"), started_days=10)
    assert names(*usual_ends(today)) == ["Net", "Bijna"]
    assert names(today - timedelta(days=10), today - timedelta(days=10)) == ["Net"]
    assert names(today - timedelta(days=9), today) == []
    assert names(today - timedelta(days=300), today) == ["Oud", "Net"]


def test_the_page_counts_what_can_be_printed(office: Office) -> None:
    ended(office, "Amal", 10, met=(20, 40))
    ended(office, "Zonder", 11)
    office.duo(office.newcomer("Bijna"), started_days=170, months=6)
    page = office.client().get(office.url(PATH)).content.decode()
    for words in ("Amal Nieuw", "Amal Coach", "Zonder Nieuw", "Bijna", "Bedankbewijzen van 1 duo"):
        assert words in page
    assert "1 duo loopt nog." in page
    assert office.url(PATH) in office.client().get(office.url("duos/")).content.decode()


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("?from=2026-05-02&until=2026-05-01", "Deze dag ligt voor de eerste."),
        ("?from=gisteren&until=2026-05-01", "datum"),
        ("?from=%00&until=2026-05-01", "error"),
        ("?from=2026-05-02", "Dit veld"),
        ("?from=99999-01-01&until=2026-05-01", "error"),
    ],
)
def test_a_period_that_cannot_be_is_told(office: Office, asked: str, sentence: str) -> None:
    ended(office, "Amal", 10)
    answer = office.client().get(office.url(PATH) + asked)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    # Nothing is lost: the usual period is shown.
    assert "Amal Nieuw" in answer.content.decode()
    for file in ("list.xlsx", "list.csv", "certificates.pdf"):
        assert office.client().get(office.url(PATH + file) + asked).status_code in {200, 302}


def test_the_same_in_a_spreadsheet(office: Office) -> None:
    ended(office, "=Amal", 10, met=(20, 40))
    client = office.client()
    expected = table(ends_between(*usual_ends(clock.today())))
    assert expected[1][8:] == ["afgerond", "2", "4"]
    xlsx = client.get(office.url(f"{PATH}list.xlsx"))
    assert ZipFile(BytesIO(xlsx.content)).testzip() is None
    assert read_workbook(xlsx.content, "list.xlsx")[0].rows[0] == expected[0]
    csv = client.get(office.url(f"{PATH}list.csv"))
    assert csv["Content-Type"] == "text/csv; charset=utf-8"
    lines = csv.content.decode("utf-8-sig").splitlines()
    assert [len(lines), "=Amal" in lines[1], lines[1].startswith("=")] == [2, True, False]


def test_all_certificates_at_once(office: Office) -> None:
    client, here = office.client(), office.url(f"{PATH}certificates.pdf")
    office.duo(office.newcomer("Bijna"), started_days=170, months=6, met_days_ago=[3])
    answer = client.get(here, follow=True)
    assert "nog geen bedankbewijs" in answer.content.decode()
    for name in ("Amal", "Oksana"):
        ended(office, name, 10, met=(20,))
    made = client.get(here)
    assert made["Content-Type"] == "application/pdf"
    assert made.content.startswith(b"%PDF")


def test_too_many_ask_for_a_shorter_period(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("samen.duos.views_closing.MOST_CERTIFICATES", 1)
    for name in ("Amal", "Oksana"):
        ended(office, name, 10, met=(20,))
    answer = office.client().get(office.url(f"{PATH}certificates.pdf"), follow=True)
    assert "Kies een kortere periode." in answer.content.decode()


def test_only_who_follows_duos_and_each_its_own(office: Office) -> None:
    ended(office, "Amal", 10, met=(20,))
    other = make_office("gent", "Samen in Gent")
    for file in ("", "list.xlsx", "list.csv", "certificates.pdf"):
        assert office.client(StaffRole.READER).get(office.url(PATH + file)).status_code == 403
    assert "Amal" not in other.client().get(other.url(PATH)).content.decode()
    assert "Amal" not in other.client().get(other.url(f"{PATH}list.csv")).content.decode()


def test_it_reads_as_often_for_three_as_for_one(office: Office) -> None:
    client, counts = office.client(), []
    for count in (1, 2):
        for nth in range(count):
            ended(office, f"Amal {nth}", 10, met=(20, 30))
        client.get(office.url(PATH))
        with CaptureQueriesContext(connection) as seen:
            client.get(office.url(PATH))
        counts.append(len(seen))
    assert counts == [counts[0]] * 2
