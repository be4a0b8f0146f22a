"""Every page in a real browser: accessible, no wider than its window, also from right to left."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page

from samen.accounts.actions import make_administrator
from samen.initiatives.choices import Role as StaffRole
from tests.support.initiative import Office
from tests.support.looks import FULL_GRID, LOOKS, PHONE, THEIR_LOOKS, Look
from tests.support.screens import FOLDER, sideways
from tests.support.world import World, address, addresses

pytestmark = pytest.mark.django_db(transaction=True)

# They answer with a file, with data for a program, or with another page.
NO_PAGE = {
    *(
        "healthz",
        "people_export",
        "recruiting_export",
        "staff_feed",
        "event_calendar",
        "come_calendar",
        "public_calendar",
        "talk_calendar",
        "my_plan_calendar",
        "my_worker",
        "my_download",
        "my_app",
        "my_session_calendar",
        "my_look_stop",
        "person_look",
        "public_colours",
        "public_picture",
        "material_picture",
        "material_file",
        "material_look",
        "sheet_picture",
        "sheet_file",
        "papers_note_pdf",
        "papers_sheet",
        "organisation_note_pdf",
        *("duo_agreement", "duo_sheet", "duo_certificates", "duo_participation", "duo_scan"),
        *("closing_certificates", "closing_xlsx", "closing_csv"),
        "list_template",
        "list_refused",
        "desk_choose",
        "mfa_download_recovery_codes",
    ),
    *("account_confirm_email", "account_reset_password_from_key", "mfa_reauthenticate_webauthn"),
}

# Without a personal link each other page of a participant leads to the one for the code; without the right
# account each page of the whole site leads to the one to sign in.
ONLY_WITH_A_LINK, WAY_IN = "my_", {"my_link", "my_door", "my_code"}
ONLY_ADMINISTRATORS = "/admin/"


# Pages that do not change when somebody of the staff is signed in.
THE_SAME_FOR_EVERYBODY = ("public_", "my_", "come", "talk_", "stop")


def pages(world: World, *, desk: bool) -> Iterator[tuple[str, str]]:
    """The name and the address of every page of the desk, or of every other one."""
    for route, pattern in addresses(desk=desk):
        if pattern.name not in NO_PAGE:
            yield pattern.name, address(world, route, pattern)


def open_pages(world: World) -> Iterator[tuple[str, str]]:
    """The pages outside the desk that somebody without a link or an account reads."""
    for name, url in pages(world, desk=False):
        own = name.startswith(ONLY_WITH_A_LINK) and name not in WAY_IN
        if FULL_GRID or not (own or url.startswith(ONLY_ADMINISTRATORS)):
            yield name, url


def flaws(page: Page, name: str, url: str, axe: Callable[[Page], list[str]]) -> list[str]:
    """What is wrong with one page, in the direction of its language and in the other one."""
    answer = page.goto(url)
    found = [] if answer and answer.status < 500 else [f"{name}: answers {answer and answer.status}"]
    for direction in ("", "turned around"):
        if direction:
            page.evaluate(
                "document.documentElement.dir = document.documentElement.dir === 'rtl' ? 'ltr' : 'rtl'"
            )
        where = f"{name} {direction}".strip()
        # What axe sees hardly hangs on the direction; Arabic has a look of its own.
        if not direction or FULL_GRID:
            found += [f"{where}: {line}" for line in axe(page)]
        if sideways(page):
            found.append(f"{where}: {sideways(page)} pixels too wide")
        if FULL_GRID and page.viewport_size and page.viewport_size["width"] == PHONE and direction:
            page.screenshot(path=FOLDER / "every_page" / f"{name}-{PHONE}-rtl.png", full_page=True)
    return found


# In two halves, so that two machines may look at once.
@pytest.mark.parametrize("half", [0, 1])
@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_every_page_of_the_desk(
    look: Look,
    half: int,
    world: World,
    open_page: Callable[[Look], Page],
    sign_in: Callable[..., None],
    axe: Callable[[Page], list[str]],
) -> None:
    page = open_page(look)
    sign_in(page, world.office)
    mine = list(pages(world, desk=True))[half::2]
    found = [line for name, url in mine for line in flaws(page, name, url, axe)]
    assert found == []


@pytest.mark.parametrize("look", THEIR_LOOKS, ids=str)
def test_every_page_outside_the_desk(
    look: Look,
    world: World,
    open_page: Callable[[Look], Page],
    sign_in: Callable[..., None],
    axe: Callable[[Page], list[str]],
) -> None:
    page = open_page(look)
    found = [line for name, url in open_pages(world) for line in flaws(page, name, url, axe)]
    sign_in(page, world.office, StaffRole.READER)
    found += [
        line
        for name, url in open_pages(world)
        if FULL_GRID or not name.startswith(THE_SAME_FOR_EVERYBODY)
        for line in flaws(page, name, url, axe)
    ]
    assert found == []


@pytest.mark.parametrize("look", THEIR_LOOKS, ids=str)
def test_every_page_of_a_participant(
    look: Look, world: World, open_page: Callable[[Look], Page], axe: Callable[[Page], list[str]]
) -> None:
    page = open_page(look)
    page.goto(f"/my/link/{world.link_token}/")
    page.locator("button[name=do][value=open]").click()
    found = [
        line
        for name, url in pages(world, desk=False)
        if name.startswith("my_")
        for line in flaws(page, name, url, axe)
    ]
    assert found == []


def test_every_page_of_the_whole_site(
    world: World,
    open_page: Callable[[Look], Page],
    sign_in: Callable[..., None],
    axe: Callable[[Page], list[str]],
) -> None:
    make_administrator(user=world.office.user())
    page = open_page(Look(width=PHONE))
    sign_in(page, world.office)
    found = [
        line
        for name, url in pages(world, desk=False)
        if url.startswith("/admin/")
        for line in flaws(page, name, url, axe)
    ]
    assert found == []


def test_an_empty_desk(
    office: Office,
    open_page: Callable[[Look], Page],
    sign_in: Callable[..., None],
    axe: Callable[[Page], list[str]],
) -> None:
    page = open_page(Look(width=PHONE))
    sign_in(page, office)
    found = [
        line
        for path in ("", "people/", "people/?q=niemand", "duos/", "duos/?show=former", "matching/", "lists/")
        for line in flaws(page, path or "today", office.url(path), axe)
    ]
    assert found == []
