"""What only a coach opens, in a real browser: accessible, and no wider than a telephone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from samen.base import clock
from samen.people.link_actions import make_link
from tests.support.initiative import ACTOR
from tests.support.looks import THEIR_LOOKS, Look
from tests.support.screens import sideways
from tests.support.world import World

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_pages_of_a_coach(
    world: World, open_page: Callable[[Look], Page], axe: Callable[[Page], list[str]]
) -> None:
    _link, token, _code = make_link(part=world.duo.coach, now=clock.now(), actor=ACTOR)
    page = open_page(THEIR_LOOKS[0])
    page.goto(f"/my/link/{token}/")
    page.locator("button[name=do][value=open]").click()
    for url in (f"/my/duos/{world.duo.pk}/goals/", "/my/occasions/", "/my/tips/"):
        answer = page.goto(url)
        assert answer is not None
        assert (answer.status, axe(page), sideways(page)) == (200, [], 0)
