"""Without a connection: the page that the telephone kept, and a meeting that arrives once."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page

from samen.base import clock
from samen.duos.models import Duo, Meeting
from samen.people.link_actions import make_link
from tests.support.initiative import ACTOR, Office
from tests.support.looks import FULL_GRID, Look

pytestmark = pytest.mark.django_db(transaction=True)
SMALL = 360


@pytest.fixture
def duo(office: Office) -> Duo:
    office.initiative.contact_phone = "+3293861234"
    office.initiative.save()
    return office.duo(office.newcomer("Amal Saleh"), office.coach("Bart Goossens", phone="+32470112233"))


def until(page: Page, what: str) -> None:
    """Wait for something that the page itself may not evaluate."""
    for _try in range(100):
        if page.evaluate(what):
            return
        page.wait_for_timeout(50)
    raise AssertionError(what)


def at_home(page: Page, duo: Duo) -> None:
    """Amal's telephone, with everything kept that it keeps."""
    _link, token, _code = make_link(part=duo.newcomer, now=clock.now(), actor=ACTOR)
    page.goto(f"/my/link/{token}/")
    page.locator("button[value=open]").click()
    page.evaluate("navigator.serviceWorker.ready.then(() => null)")
    page.reload()
    until(page, "caches.match('/my/offline/').then((held) => Boolean(held))")


def without_a_connection(page: Page) -> None:
    page.context.set_offline(True)
    page.goto("/my/")


@pytest.mark.parametrize("language", ["nl", "uk", "ar"] if FULL_GRID else ["ar"])
def test_a_meeting_is_kept_and_arrives_once(
    language: str, duo: Duo, open_page: Callable[[Look], Page], axe: Callable[[Page], list[str]]
) -> None:
    page = open_page(Look(language=language, width=SMALL))
    at_home(page, duo)
    without_a_connection(page)
    assert page.locator("a[href='tel:+32470112233']").is_visible()
    assert page.locator("a.answer[href='tel:+3293861234']").is_visible()
    assert axe(page) == []
    for days_ago in ("0", "0", "1"):
        page.locator(f"button[data-ago='{days_ago}']").click()
        page.locator("[data-waits]").wait_for()
    assert not Meeting.objects.exists()
    # A week later there is a connection again.
    page.context.set_offline(False)
    page.goto("/my/")
    until(page, "localStorage.getItem('samen-my-waiting') === '[]'")
    today = clock.today()
    assert sorted(Meeting.objects.values_list("met_on", flat=True)) == [today - timedelta(days=1), today]
    page.goto("/my/")
    page.wait_for_load_state("networkidle")
    assert Meeting.objects.count() == 2
    assert page.locator("[data-waits]").is_hidden()


def test_a_clock_that_runs_ahead_is_told(duo: Duo, open_page: Callable[[Look], Page]) -> None:
    page = open_page(Look(width=SMALL))
    at_home(page, duo)
    tomorrow = clock.today() + timedelta(days=1)
    page.evaluate(
        "day => localStorage.setItem('samen-my-waiting', JSON.stringify([{to: location.pathname + "
        f"'duos/{duo.pk}/met/', day}}]))",
        str(tomorrow),
    )
    page.goto("/my/")
    page.locator("[data-wrong]").wait_for()
    page.locator("[data-wrong] a").click()
    page.wait_for_url("**/met/")
    assert not Meeting.objects.exists()


def test_nothing_stays_on_a_telephone_that_was_left(duo: Duo, open_page: Callable[[Look], Page]) -> None:
    page = open_page(Look(width=SMALL))
    at_home(page, duo)
    page.goto("/my/leave/")
    page.locator("button[value=leave]").click()
    until(page, "caches.match('/my/offline/').then((held) => !held)")
    page.context.set_offline(True)
    with pytest.raises(Exception, match="ERR_"):
        page.goto("/my/")
