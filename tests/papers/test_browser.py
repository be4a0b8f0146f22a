"""In a real browser: from four questions to a yes, the note, the sheets; without a script."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from samen.base import clock
from samen.papers import queries
from samen.papers.choices import ClearanceStatus
from tests.support.initiative import Office

pytestmark = pytest.mark.django_db(transaction=True)

Screens = Callable[[Page, str], None]
Axe = Callable[[Page], list[str]]


def test_from_four_questions_to_a_yes(
    office: Office, page: Page, sign_in: Callable[..., None], screens: Screens, axe: Axe
) -> None:
    coach = office.coach("Karel Claes", written_language="ar")
    sign_in(page, office)
    page.goto(office.url(f"people/{coach.pk}/papers/"))
    expect(page.get_by_text("Vraag Karel nog naar een uitkering.")).to_be_visible()
    assert axe(page) == []
    screens(page, "never-asked")
    page.get_by_role("link", name="Stel vier vragen").click()
    page.get_by_role("button", name="Bewaar wat er moet").click()
    expect(page.get_by_role("alert")).to_be_visible()
    for question, answer in (("RVA", "nee"), ("ziekenfonds", "ja"), ("OCMW", "nee"), ("Fedasil", "nee")):
        page.get_by_role("group", name=question).get_by_text(answer, exact=True).click()
    assert axe(page) == []
    screens(page, "four-questions")
    page.get_by_role("button", name="Bewaar wat er moet").click()
    expect(page.get_by_text("Een duo kan nog niet starten.")).to_be_visible()
    screens(page, "must-ask")
    page.get_by_role("link", name="Zeg Karel wat moet").click()
    expect(page.get_by_label("In welke taal?")).to_have_value("ar")
    assert axe(page) == []
    screens(page, "tell")
    page.get_by_role("button", name="Ik heb het gezegd").click()
    page.get_by_role("link", name="De toelating is gevraagd").click()
    page.get_by_label("Wanneer gebeurde dat?").fill("2999-01-01")
    page.get_by_role("button", name="Bewaar de dag").click()
    expect(page.get_by_role("alert")).to_contain_text("Die dag moet nog komen.")
    page.get_by_label("Wanneer gebeurde dat?").fill(clock.today().isoformat())
    page.get_by_role("button", name="Bewaar de dag").click()
    screens(page, "asked")
    page.get_by_role("link", name="Er is een antwoord").click()
    page.get_by_text("ja, met grenzen").click()
    page.get_by_role("button", name="Bewaar het antwoord").click()
    expect(page.get_by_role("alert")).to_contain_text("Schrijf welke uren of taken mogen.")
    assert axe(page) == []
    screens(page, "answer")
    page.get_by_label("Welke grenzen?").fill("hoogstens vier uur per week")
    page.get_by_role("button", name="Bewaar het antwoord").click()
    expect(page.get_by_text("met deze grenzen: hoogstens vier uur per week")).to_be_visible()
    assert axe(page) == []
    screens(page, "limited")
    clearance = queries.clearance_of(coach)
    assert clearance
    assert clearance.status == ClearanceStatus.LIMITED
    page.get_by_role("button", name="Neem de laatste stap terug").click()
    expect(page.get_by_text("De laatste stap is teruggenomen.")).to_be_visible()


def test_the_note_is_read_and_given(
    office: Office, page: Page, sign_in: Callable[..., None], screens: Screens, axe: Axe
) -> None:
    coach = office.coach("Karel Claes")
    sign_in(page, office)
    page.goto(office.url("settings/note/"))
    assert axe(page) == []
    page.get_by_label("Wat is de organisatie?").select_option("municipality")
    page.get_by_label("Welke verzekering?").fill("Ethias, polis 45.123.456: aansprakelijkheid en ongevallen.")
    page.get_by_role("button", name="Bewaar de nota").click()
    expect(page.get_by_text("Versie 1 is bewaard.")).to_be_visible()
    screens(page, "note")
    page.goto(office.url(f"people/{coach.pk}/papers/note/"))
    assert axe(page) == []
    screens(page, "give")
    page.get_by_text("op papier").click()
    page.get_by_role("button", name="Bewaar dat de coach de nota kreeg").click()
    expect(page.get_by_text("heeft versie 1")).to_be_visible()
    screens(page, "given")
    page.goto(office.url("papers/sheets/?in=ar"))
    assert axe(page) == []
    screens(page, "sheets")
    page.goto(office.url(f"people/{coach.pk}/papers/declaration/"))
    assert axe(page) == []
    screens(page, "declaration")
