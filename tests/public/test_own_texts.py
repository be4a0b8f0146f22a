"""What an initiative says in its own words on its public page, and its information sheets."""

import gzip
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from playwright.sync_api import Page
from pypdf import PdfReader

from samen.base import clock
from samen.base.languages import codes
from samen.base.scoping import scope
from samen.initiatives import actions
from samen.initiatives.actions import Presentation
from samen.messaging import actions as texts
from samen.messaging.kinds import Words, kind
from samen.outreach.choices import Sheet
from tests.support.initiative import ACTOR, Office, make_office
from tests.support.looks import DESKTOP, PHONE, Look

pytestmark = pytest.mark.django_db

SHOWN = Presentation(
    name="Samen in Deinze",
    contact_name="Griet",
    contact_phone="+3292110034",
    contact_email="griet@deinze.example",
    contact_hours="maandag, 9 tot 12 uur",
)


@pytest.fixture
def site(office: Office) -> Office:
    actions.present(initiative=office.initiative, presentation=SHOWN, actor=ACTOR)
    actions.open_page(initiative=office.initiative, is_public=True, actor=ACTOR)
    return office


def text(answer: Any) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def write(code: str, subject: str, body: str, language: str = "nl") -> None:
    texts.write_text(kind=kind(code), words=Words(subject, body, language), now=clock.now(), actor=ACTOR)


def in_language(language: str, path: str = "") -> Any:
    client = Client()
    client.get(f"/deinze/?lang={language}")
    return client.get(f"/deinze/{path}")


def test_own_words_stand_where_ours_stood(site: Office) -> None:
    assert "Leer jouw gemeente kennen. Samen." in text(in_language("nl"))
    write("page_welcome", "Welkom in Deinze", "Wij zijn {initiative}.\n\nBel {contact_phone}.")
    write("page_activities", "Dit doen wij", "Elke maand:\n- koken\n- zingen")
    write("page_not", "Dit niet", "- Geen les.")
    page = in_language("nl").content.decode()
    assert "Leer jouw gemeente kennen" not in page
    assert '<h1 id="h">Welkom in Deinze</h1>' in page
    assert "<p>Wij zijn Samen in Deinze.</p>" in page
    assert "<p>Bel 09 211 00 34.</p>" in page
    assert "<title>" in page
    assert "Welkom in Deinze – Samen in Deinze" in page
    assert page.count('<ul class="ticks">') == 1
    assert page.count('<ul class="ticks not">') == 1
    assert "zingen" in text(in_language("nl"))


def test_readers_of_another_language_read_the_own_dutch_as_dutch(site: Office) -> None:
    write("page_welcome", "Welkom in Deinze", "Dag.")
    page = in_language("ar").content.decode()
    assert '<div class="stack" lang="nl" dir="ltr">' in page
    assert '<h1 id="h">Welkom in Deinze</h1>' in page
    # The rest of the page stays in their language.
    assert '<html lang="ar" dir="rtl">' in page


def test_a_translation_has_the_dutch_of_its_title_beside_it(site: Office) -> None:
    write("page_welcome", "Welkom in Deinze", "Dag.")
    write("page_welcome", "أهلا", "مرحبا {contact_phone}", "ar")
    page = in_language("ar").content.decode()
    assert 'أهلا<span class="dutch" lang="nl" dir="ltr">Welkom in Deinze</span>' in page
    assert "مرحبا \u206809 211 00 34\u2069" in page
    assert "أهلا" not in in_language("nl").content.decode()


@pytest.mark.parametrize("code", ["page_welcome", "page_activities", "page_not", "sheet_newcomer"])
def test_own_words_are_never_a_template_nor_html(site: Office, code: str) -> None:
    strange = "{x.__class__} {{ 7|add:1 }} {% now 'Y' %} %(name)s <script>alert(1)</script> **vet**"
    write(code, f"<i>{strange[:40]}", f"# {strange}\n- {strange}\n{strange}")
    page = in_language("nl", "sheets/newcomer/" if code.startswith("sheet") else "").content.decode()
    assert "<script>alert" not in page
    assert "<i>" not in page
    assert unescape(page).count(strange) == 3
    assert "{x.__class__}" in page


def test_two_initiatives_keep_their_own_words(site: Office) -> None:
    other = make_office("gent", "Samen in Gent")
    with scope(other.initiative.pk):
        actions.present(initiative=other.initiative, presentation=SHOWN, actor=ACTOR)
        actions.open_page(initiative=other.initiative, is_public=True, actor=ACTOR)
        write("page_welcome", "Welkom in Gent", "Dag.")
    assert "Welkom in Gent" not in text(Client().get("/deinze/"))
    assert "Welkom in Gent" in text(Client().get("/gent/"))


def test_the_page_reads_as_often_with_own_words_as_without(site: Office) -> None:
    client, counts = Client(), []
    for code in ("page_welcome", "page_activities", "page_not"):
        with CaptureQueriesContext(connection) as seen:
            client.get("/deinze/")
        counts.append(len(seen))
        write(code, "x", "y")
    assert counts == [counts[0]] * 3


# ---------- Information sheets ----------


@pytest.mark.parametrize("language", codes())
@pytest.mark.parametrize("sheet", Sheet)
def test_a_sheet_is_read_in_every_language_with_dutch_in_reach(
    site: Office, sheet: Sheet, language: str
) -> None:
    page = in_language(language, f"sheets/{sheet}/").content.decode()
    standard = kind(f"sheet_{sheet}").standard(language)
    assert standard.subject in unescape(page)
    assert f'<div class="info-sheet stack" lang="{standard.language}"' in page
    assert ("Lees alles in het Nederlands" in page or 'class="info-sheet stack" lang="nl"' in page) is True
    assert "09 211 00 34" in page
    assert len(gzip.compress(page.encode())) < 8_000


def test_the_page_leads_to_each_sheet_and_a_coach_to_the_benefits(site: Office) -> None:
    page = in_language("nl").content.decode()
    for sheet in Sheet:
        assert f'href="/deinze/sheets/{sheet}/"' in page
    coach = in_language("nl", "sheets/coach/")
    assert 'href="/deinze/benefits/"' in coach.content.decode()
    assert "de RVA, het ziekenfonds of het OCMW" in text(coach)
    assert 'href="/deinze/benefits/"' not in in_language("nl", "sheets/newcomer/").content.decode()
    assert 'href="/deinze/together/"' in in_language("nl", "sheets/intermediary/").content.decode()


def test_what_an_intermediary_agrees_to_stands_on_their_sheet(site: Office) -> None:
    """FAQ question 13: whom we look for, what for, how somebody is referred, whom to ask."""
    said = text(in_language("nl", "sheets/intermediary/"))
    for point in ("Wie wij zoeken:", "Waarvoor:", "Hoe:", "Bij wie:"):
        assert point in said


def test_a_sheet_that_is_none_and_a_page_that_is_closed(office: Office, client: Client) -> None:
    assert client.get("/deinze/sheets/coach/").status_code == 404
    actions.present(initiative=office.initiative, presentation=SHOWN, actor=ACTOR)
    actions.open_page(initiative=office.initiative, is_public=True, actor=ACTOR)
    assert client.get("/deinze/sheets/coach/").status_code == 200
    assert client.get("/deinze/sheets/everybody/").status_code == 404


def test_a_sheet_that_is_translated_stays_so_when_the_own_dutch_changes(site: Office) -> None:
    write("sheet_coach", "Eigen blad", "# Kop\nDag.")
    write("sheet_coach", "Feuille", "# Titre\nBonjour.", "fr")
    assert "Eigen blad" in text(in_language("nl", "sheets/coach/"))
    page = in_language("fr", "sheets/coach/").content.decode()
    assert '<h2>Titre<span class="dutch" lang="nl" dir="ltr">Kop</span></h2>' in page


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("language", ["nl", "ar"])
@pytest.mark.django_db(transaction=True)
def test_in_a_browser(
    site: Office,
    open_page: Callable[[Look], Page],
    screens: Callable[[Page, str], None],
    axe: Callable[[Page], list[str]],
    language: str,
    width: int,
) -> None:
    write("page_activities", "Dit doen wij", "# Elke maand\nWij koken:\n- soep\n- brood")
    page = open_page(Look(language=language, width=width))
    for path in ("", *(f"sheets/{sheet}/" for sheet in Sheet)):
        page.goto(f"/deinze/{path}?lang={language}")
        assert axe(page) == []
        if width == PHONE:
            screens(page, path.strip("/").replace("/", "-") or "page")


@pytest.mark.parametrize("language", ["nl", "uk", "ar"])
@pytest.mark.django_db(transaction=True)
def test_a_sheet_prints_on_one_page(
    site: Office, open_page: Callable[[Look], Page], tmp_path: Path, language: str
) -> None:
    page = open_page(Look(language=language, width=DESKTOP))
    for sheet in Sheet:
        page.goto(f"/deinze/sheets/{sheet}/?lang={language}")
        file = tmp_path / f"{sheet}.pdf"
        page.pdf(path=file, format="A4", prefer_css_page_size=True)
        assert len(PdfReader(file).pages) == 1
