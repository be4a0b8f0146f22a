"""Staff looks along on a telephone, and hands out links: what only a press shows."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.support.looks import PHONE, Look
from tests.support.screens import sideways
from tests.support.world import World

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_banner_and_the_confirmation_fit_and_can_be_read_aloud(
    world: World,
    open_page: Callable[[Look], Page],
    sign_in: Callable[..., None],
    axe: Callable[[Page], list[str]],
) -> None:
    page, found = open_page(Look(width=PHONE)), []
    sign_in(page, world.office)

    def look_at(where: str) -> None:
        found.extend(f"{where}: {line}" for line in axe(page))
        if sideways(page):
            found.append(f"{where}: {sideways(page)} pixels too wide")

    page.goto(world.office.url("people/links/?tick=all"))
    page.get_by_role("button", name="Brieven").click()
    page.get_by_role("heading", name="Dit gebeurt er").wait_for()
    look_at("confirmation")
    page.goto(world.office.url(f"people/{world.duo.newcomer_id}/"))
    page.get_by_text("Meer", exact=True).click()
    page.get_by_role("button", name="Kijk mee als").click()
    page.wait_for_url("**/my/")
    look_at("home")
    page.goto("/my/call/")
    page.locator("main form button").click()
    page.get_by_role("heading", name="Je kijkt alleen mee").wait_for()
    look_at("refused")
    page.get_by_role("button", name="Stop").click()
    page.wait_for_url(f"**/people/{world.duo.newcomer_id}/")
    assert found == []
