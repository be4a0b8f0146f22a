"""The library in a real browser: looking, adding, putting away, and paper to cut."""

from collections.abc import Callable
from io import BytesIO

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from samen.library.choices import Method
from tests.support.initiative import Office
from tests.support.looks import PHONE
from tests.support.screens import FOLDER, Screens

pytestmark = pytest.mark.django_db(transaction=True)


def sheets(page: Page, name: str) -> int:
    """How many sheets of A4 this page takes; the sheets are kept to be looked at."""
    content = page.pdf(prefer_css_page_size=True, print_background=False)
    file = FOLDER / "library" / f"{name}.pdf"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return len(PdfReader(BytesIO(content)).pages)


def test_the_library(
    office: Office,
    page: Page,
    sign_in: Callable[..., None],
    axe: Callable[[Page], list[str]],
    screens: Screens,
) -> None:
    sign_in(page, office)

    def look(step: str) -> None:
        screens(page, step)
        assert axe(page) == []
        page.set_viewport_size({"width": PHONE, "height": 900})
        assert axe(page) == []
        page.set_viewport_size({"width": 1280, "height": 900})

    page.goto(office.url())
    page.get_by_role("link", name="Ideeën").click()
    look("ideas")
    page.get_by_label("Woorden").fill("bramen")
    page.get_by_role("button", name="Toon").click()
    expect(page.locator(".idea")).to_have_count(1)

    page.get_by_role("link", name="Voeg een eigen idee toe").click()
    look("add")
    page.get_by_role("button", name="Bewaar het idee").click()
    expect(page.get_by_text("Geef het idee een titel.").last).to_be_visible()
    look("refused")
    page.get_by_label("Titel").fill("Naar de markt op woensdag")
    page.get_by_label("Wat doen zij?").fill("Loop samen over de markt van Deinze.")
    page.get_by_label("Onderwerp").select_option("shopping")
    page.get_by_label("Waar?").fill("Markt, Deinze")
    page.get_by_label("Website").fill("www.deinze.be")
    page.get_by_role("button", name="Bewaar het idee").click()
    page.get_by_label("Woorden").fill("woensdag")
    page.get_by_role("button", name="Toon").click()
    look("own")
    page.get_by_role("link", name="Verander: Naar de markt op woensdag").click()
    page.get_by_role("button", name="Leg het weg").click()
    look("away")
    page.get_by_role("button", name="Maak ongedaan").click()
    expect(page.get_by_text("zien het idee ‘Naar de markt op woensdag’ weer")).to_be_visible()

    page.get_by_role("navigation").get_by_role("link", name="Vraagkaarten").click()
    look("cards")
    page.get_by_role("link", name="Voor coaches").click()
    look("coaches")
    page.get_by_role("link", name="Plekken in de buurt").click()
    look("no-place")
    page.get_by_role("link", name="Voeg een eerste plek toe").click()
    page.get_by_label("Naam").fill("Bib van Deinze")
    page.get_by_label("Soort").select_option("culture")
    page.get_by_label("Straat en nummer").fill("Markt 21")
    page.get_by_label("Postcode").fill("9800")
    page.get_by_label("Telefoon").fill("09 386 12 34")
    page.get_by_label("Wanneer open?").fill("dinsdag tot zaterdag van 10 tot 18 uur")
    look("place")
    page.get_by_role("button", name="Bewaar de plek").click()
    look("places")


def test_each_method_is_one_sheet(
    office: Office, page: Page, sign_in: Callable[..., None], screens: Screens
) -> None:
    sign_in(page, office)
    taken = {}
    for method in Method:
        page.goto(office.url(f"library/methods/{method}/"))
        taken[method] = sheets(page, f"method-{method}")
    screens(page, "method")
    assert taken == dict.fromkeys(Method, 1)


@pytest.mark.parametrize(
    ("path", "language", "pages"),
    [
        ("library/sheet/", "nl", 1),
        ("library/sheet/", "ar", 2),
        ("library/sheet/", "uk", 2),
        ("library/cards/sheet/", "nl", 1),
        ("library/cards/sheet/", "fa", 2),
    ],
)
def test_twelve_on_paper(
    office: Office,
    page: Page,
    sign_in: Callable[..., None],
    axe: Callable[[Page], list[str]],
    screens: Screens,
    path: str,
    language: str,
    pages: int,
) -> None:
    sign_in(page, office)
    page.goto(office.url(f"{path}?language={language}"))
    screens(page, f"sheet-{language}")
    assert axe(page) == []
    assert page.locator(".cut-cards > li").count() == 12
    assert sheets(page, path.replace("/", "-") + language) == pages
