"""In a real browser: what the law says today, a new row, a wrong one put right; without a script."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from samen.accounts.actions import make_administrator
from tests.support.initiative import Office

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_row_is_read_added_and_put_right(
    office: Office,
    page: Page,
    sign_in: Callable[..., None],
    screens: Callable[[Page, str], None],
    axe: Callable[[Page], list[str]],
) -> None:
    make_administrator(user=office.user())
    sign_in(page, office)
    page.goto("/admin/languages/")
    page.get_by_role("link", name="Regels").click()
    assert axe(page) == []
    screens(page, "list")
    page.get_by_role("link", name="Tijdskrediet").click()
    expect(page.get_by_text("De bronnen zeggen niet hetzelfde.")).to_be_visible()
    assert axe(page) == []
    screens(page, "side-by-side")
    page.goto("/admin/rules/unemployment-answer/")
    page.get_by_role("link", name="Voeg een rij toe").click()
    page.get_by_label("Werkdagen").fill("veel")
    page.get_by_label("Waar staat dit?").fill("RVA, nieuw infoblad")
    page.get_by_role("button", name="Bewaar de rij").click()
    expect(page.get_by_role("alert")).to_be_visible()
    assert axe(page) == []
    screens(page, "refused")
    page.get_by_label("Werkdagen").fill("14")
    page.get_by_role("button", name="Bewaar de rij").click()
    expect(page.get_by_text("De nieuwe rij is bewaard.")).to_be_visible()
    page.get_by_role("link", name="Verbeter").first.click()
    page.get_by_label("Werkdagen").fill("15")
    screens(page, "correct")
    page.get_by_role("button", name="Bewaar de rij").click()
    expect(page.get_by_text("vervangen", exact=True)).to_be_visible()
    assert axe(page) == []
    screens(page, "history")
