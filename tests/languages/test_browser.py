"""In a real browser: a language from its name to its first sentences, without a script."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from samen.accounts.actions import make_administrator
from samen.languages.models import Language, Sentence
from tests.support.initiative import Office

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_language_is_added_translated_and_offered(
    office: Office,
    page: Page,
    sign_in: Callable[..., None],
    screens: Callable[[Page, str], None],
    axe: Callable[[Page], list[str]],
) -> None:
    make_administrator(user=office.user())
    sign_in(page, office)
    page.goto(office.url())
    page.get_by_text("Griet", exact=True).click()
    page.get_by_role("link", name="Talen van deze site").click()
    screens(page, "empty")
    page.get_by_role("link", name="Voeg een taal toe").click()
    page.get_by_label("Code van de taal").fill("pashto")
    page.get_by_label("Naam, in de taal zelf").fill("پښتو")
    page.get_by_text("van rechts naar links").click()
    page.get_by_role("button", name="Voeg de taal toe").click()
    expect(page.get_by_role("alert")).to_contain_text("‘pashto’ is geen code van een taal.")
    assert axe(page) == []
    screens(page, "refused")
    page.get_by_label("Code van de taal").fill("ps")
    page.get_by_role("button", name="Voeg de taal toe").click()
    expect(page.get_by_text("پښتو is toegevoegd.")).to_be_visible()
    screens(page, "first-sentences")
    assert axe(page) == []
    page.get_by_label("Onderwerp").select_option("words")
    page.get_by_label("Hulp in een andere taal").select_option("ar")
    page.get_by_role("button", name="Toon", exact=True).click()
    page.get_by_label("vandaag", exact=True).fill("نن")
    day = page.get_by_role("group", name="%(n)s dag")
    day.get_by_label("Bij 1").fill("یوه ورځ")
    day.get_by_label("Bij 0, 2").fill("ورځې")
    page.get_by_role("button", name="Bewaar deze zinnen").click()
    expect(page.get_by_role("alert")).to_contain_text("Hier ontbreekt %(n)s.")
    expect(page.get_by_role("alert")).to_contain_text("1 zin is bewaard.")
    assert axe(page) == []
    screens(page, "one-mistake")
    day.get_by_label("Bij 0, 2").fill("%(n)s ورځې")
    page.get_by_role("button", name="Bewaar deze zinnen").click()
    expect(page.get_by_text("1 zin is bewaard.")).to_be_visible()
    assert Sentence.objects.count() == 2
    page.get_by_role("button", name="Toon de taal aan bezoekers").click()
    expect(page.get_by_text("Klaar voor de volgende start").first).to_be_visible()
    screens(page, "offered")
    page.get_by_role("link", name="Talen", exact=True).first.click()
    screens(page, "list")
    page.goto("/admin/languages/ps/")
    page.get_by_role("button", name="Toon de taal niet meer").click()
    page.get_by_role("link", name="Haal de taal weg").click()
    assert axe(page) == []
    screens(page, "remove")
    page.get_by_role("button", name="Haal de taal en de zinnen weg").click()
    expect(page.get_by_text("Er is nog geen taal toegevoegd")).to_be_visible()
    assert not Language.objects.exists()
