"""The main job, from a spreadsheet to duos that meet, in a real browser."""

from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django import Settings

from samen.base import clock
from samen.base.spreadsheet import Sheet, write_xlsx
from samen.site.tick import tick
from tests.support.initiative import PASSWORD, Office, make_office
from tests.support.screens import Screens

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]

PEOPLE = """
Naam            |Rol       |GSM          |Gemeente   |Vrij op           |Bezig met      |M/V|Liefst|Aangemeld
Fatima Noori    |nieuwkomer|0470 00 10 01|9800 Deinze|wo namiddag, za vm|koken, tuin    |V  |vrouw |3/8/2026
Oleksandr Bondar|nieuwkomer|0470 00 10 02|9000 Gent  |ma avond          |schaken, fietsen|M  |      |17/8/2026
Tesfay          |nieuwkomer|0470 00 10 03|9800 Deinze|za vm             |voetbal        |M  |      |1/9/2026
محمد الأحمد     |nieuwkomer|0470 00 10 04|9870 Zulte |di avond          |muziek         |M  |      |14/9/2026
Nele Aerts      |coach     |0470 00 20 01|9800 Deinze|wo namiddag       |tuin, koken    |V  |      |1/9/2026
Bart Goossens   |coach     |0470 00 20 02|9051 Gent  |ma avond, di avond|fietsen        |M  |      |2/9/2026
Ingrid Maes     |coach     |0470 00 20 03|9800 Deinze|za vm             |voetbal, lezen |V  |      |5/9/2026
Karel Peeters   |coach     |047 12 34    |9800 Deinze|za vm             |muziek         |M  |      |5/9/2026
"""
ROWS = [[cell.strip() for cell in line.split("|")] for line in PEOPLE.strip().splitlines()]


@pytest.fixture
def list_file(tmp_path: Path) -> Path:
    """The coordinator's own list: one column that no title explains, one telephone that is too short."""
    file = tmp_path / "duo's 2026.xlsx"
    file.write_bytes(write_xlsx([Sheet("Iedereen", ROWS)]))
    return file


def sign_in(page: Page, office: Office) -> None:
    page.context.clear_cookies()
    page.goto("/")
    page.get_by_role("link", name="Meld je aan").first.click()
    page.get_by_label("E-mail").fill(office.user().email)
    page.get_by_label("Wachtwoord", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Meld je aan").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def start_duo(page: Page, newcomer: str, coach: str) -> None:
    """From the open proposal on the board to a duo that runs."""
    page.locator("details.couple", has_text=f"{newcomer} en {coach}").locator("summary").click()
    page.locator("details.couple[open]").get_by_role("button", name="Stel voor aan allebei").click()
    for name in (newcomer, coach):
        save = page.get_by_role("button", name=f"Bewaar het antwoord van {name}")
        card = page.locator(".panel", has=save)
        card.get_by_text("ja", exact=True).click()
        save.click()
    page.get_by_label("Ik legde aan allebei de vier regels uit.").check()
    page.get_by_label("Waarom toch?").fill("De polis komt deze week.")
    page.get_by_role("button", name="Start het duo").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"{newcomer} en {coach}")


def log_meeting(page: Page, office: Office, newcomer: str) -> None:
    """Today, two hours, with a line about what they did."""
    page.goto(office.url("duos/"))
    page.get_by_role("link", name=newcomer).first.click()
    page.get_by_label("Wat deden zij?").fill("samen naar de bib")
    page.get_by_role("button", name="Bewaar de ontmoeting").click()
    expect(page.get_by_role("status")).to_contain_text("is bewaard")


def test_from_list_to_duos(page: Page, settings: Settings, screens: Screens, list_file: Path) -> None:
    settings.SECOND_FACTOR_REQUIRED = False
    office = make_office()
    office.user()
    sign_in(page, office)
    screens(page, "empty-today")

    page.goto(office.url("people/"))
    page.get_by_role("link", name="Haal een lijst binnen").first.click()
    screens(page, "upload")
    page.get_by_label("Kies jouw bestand").set_input_files(list_file)
    page.get_by_role("button", name="Bekijk de lijst").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Klopt deze lijst?")
    screens(page, "preview")

    page.get_by_label("Wordt in Samen, voor de kolom Bezig met").select_option("interests")
    page.get_by_label("Telefoon", exact=True).fill("0470 00 20 04")
    page.get_by_role("button", name="Lees opnieuw").click()
    screens(page, "corrected")
    page.get_by_role("button", name="Bewaar 8 mensen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Jouw lijst is bewaard")
    screens(page, "imported")

    page.get_by_role("link", name="Kijk wie bij wie past").click()
    screens(page, "board")
    couples = page.locator(".couples > li")
    expect(couples).to_have_count(4)

    page.locator("details.couple", has_text="Oleksandr en Bart").locator("summary").click()
    page.locator("details.couple[open]").get_by_role("button", name="Zet vast").click()
    screens(page, "pinned")
    page.locator("details.couple", has_text="Tesfay en Ingrid").locator("summary").click()
    page.locator("details.couple[open]").get_by_role("button", name="Nooit samen").click()
    expect(page.locator("details.couple", has_text="Tesfay en Ingrid")).to_have_count(0)
    screens(page, "banned")

    start_duo(page, "Fatima", "Nele")
    screens(page, "duo-started")
    for newcomer, coach in (("Oleksandr", "Bart"), ("Tesfay", "Karel")):
        page.get_by_role("link", name="Matching").click()
        start_duo(page, newcomer, coach)
    for newcomer in ("Fatima", "Oleksandr", "Tesfay"):
        log_meeting(page, office, newcomer)
    screens(page, "meeting")

    with clock.shifted(timedelta(days=10)):
        sign_in(page, office)
        for newcomer in ("Oleksandr", "Tesfay"):
            log_meeting(page, office, newcomer)

    with clock.shifted(timedelta(days=15)):
        tick(clock.today())
        sign_in(page, office)
        silent = page.locator("[data-rule=silent_duo]")
        expect(silent).to_have_count(1)
        expect(silent).to_contain_text("Bel Fatima en Nele")
        screens(page, "silent")
        silent.get_by_role("link", name="Noteer een ontmoeting").click()
        page.get_by_role("button", name="Bewaar de ontmoeting").click()
        page.get_by_role("link", name="Vandaag").click()
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        expect(silent).to_have_count(0)
        screens(page, "quiet-again")
