"""Finding people through intermediaries, in a real browser: from a first call to a person in a duo."""

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from samen.base import clock
from samen.outreach import actions
from samen.outreach.choices import ContactKind
from tests.support.initiative import ACTOR, Office
from tests.support.looks import PHONE
from tests.support.recruiting import a_channel, a_kind, a_link, a_material, an_intermediary, came
from tests.support.screens import Screens

pytestmark = pytest.mark.django_db(transaction=True)


def sheets(page: Page) -> int:
    """How many sheets of A4 this page takes."""
    return len(PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages)


def test_recruiting(
    office: Office,
    page: Page,
    sign_in: Callable[..., None],
    axe: Callable[[Page], list[str]],
    screens: Screens,
) -> None:
    today = clock.today()
    a_material("Flyer oranje, Nederlands en Arabisch", stock=80)
    hilde = an_intermediary("Hilde Maes", organisation="bib van Deinze", phone="+3293861234")
    actions.note_contact(
        intermediary=hilde,
        on=today - timedelta(days=95),
        kind=ContactKind.VISIT,
        note="De affiche hangt aan de balie.",
        call_again_on=None,
        today=today,
        actor=ACTOR,
    )
    sign_in(page, office)

    def look(step: str) -> None:
        screens(page, step)
        assert axe(page) == []
        page.set_viewport_size({"width": PHONE, "height": 900})
        assert axe(page) == []
        page.set_viewport_size({"width": 1280, "height": 900})

    page.goto(office.url())
    expect(page.get_by_role("heading", name="Bel Hilde Maes van bib van Deinze")).to_be_visible()
    look("today")
    page.get_by_role("link", name="Werven").click()
    look("register")
    page.get_by_role("link", name="Voeg een tussenpersoon toe").click()
    page.get_by_role("button", name="Bewaar de tussenpersoon").click()
    look("form-error")
    page.get_by_label("Naam", exact=True).fill("Youssef Amrani")
    page.get_by_label("Organisatie").fill("VDAB Deinze")
    page.get_by_label("Soort").select_option(label="medewerkers van VDAB kantoren en werkwinkels")
    page.get_by_label("Telefoon").fill("0470 12 34 56")
    page.get_by_label("E-mail").fill("youssef@example.org")
    page.get_by_label("Wie bereikt deze mens?").fill("werkzoekenden die Nederlands leren")
    page.get_by_label("العربية").check()
    page.get_by_label("Andere talen").fill("Berbers, Somali")
    page.get_by_role("button", name="Bewaar de tussenpersoon").click()
    expect(page.get_by_role("heading", name="Youssef Amrani")).to_be_visible()
    look("new")
    page.get_by_label("Wie wij zoeken").check()
    page.get_by_label("Waarvoor").check()
    page.get_by_role("button", name="Bewaar de afspraken").click()
    expect(page.get_by_text("Spreek nog 2 punten af.")).to_be_visible()
    page.get_by_label("Wat werd gezegd?").fill("Wil volgende week tien flyers.")
    page.get_by_role("button", name="Bewaar het contact").click()
    expect(page.get_by_text("Het contact met Youssef Amrani is bewaard.")).to_be_visible()
    page.get_by_role("heading", name="Noteer wat je gaf").click()
    page.get_by_label("Hoeveel?").fill("10")
    page.get_by_role("button", name="Bewaar wat je gaf").click()
    page.get_by_role("button", name="Maak een link en QR-code").click()
    look("link")
    page.get_by_role("link", name="Druk kaartjes af").click()
    look("cards")
    assert sheets(page) == 1
    page.go_back()
    page.get_by_role("link", name="Youssef Amrani").click()
    look("known")
    page.goto(page.url + "agreement/")
    look("agreement")
    assert sheets(page) == 1
    page.go_back()
    page.get_by_role("button", name="Maak de eigen pagina").click()
    look("page-made")

    page.goto(office.url("intermediaries/kinds/"))
    look("kinds")
    page.goto(office.url("sources/"))
    look("no-channels")
    page.get_by_label("Naam van het kanaal").fill("Gemeentekrant")
    page.get_by_role("button", name="Maak de link").click()
    page.goto(office.url("sources/"))
    look("channels")


def test_yield_and_their_own_page(
    office: Office,
    page: Page,
    sign_in: Callable[..., None],
    axe: Callable[[Page], list[str]],
    screens: Screens,
) -> None:
    hilde, youssef = an_intermediary("Hilde Maes"), an_intermediary("Youssef Amrani", organisation="VDAB")
    link, krant = a_link(hilde), a_channel("Gemeentekrant")
    a_link(youssef)
    a_kind()
    amal = came(office, "Amal Saleh", link, accepted=True)
    office.duo(amal.participation)
    came(office, "Yusuf Demir", link, accepted=True, days_ago=3)
    came(office, "Olena Koval", link, days_ago=10)
    came(office, "Stil Geval", link, may_know=False)
    came(office, "Rosa Diaz", krant, accepted=True)
    came(office, "Ali Reza", heard_from="friend")
    secret = actions.open_page(intermediary=hilde, instead_of="", actor=ACTOR)
    sign_in(page, office)
    page.goto(office.url("recruiting/"))
    screens(page, "yield")
    assert axe(page) == []
    page.goto(f"/{office.slug}/partner/{secret}/")
    screens(page, "own-page")
    assert axe(page) == []
    expect(page.get_by_text("Stil")).to_have_count(0)
    page.set_viewport_size({"width": PHONE, "height": 900})
    assert axe(page) == []
