"""Fixtures for every test: a real mail server, a real browser, reference data; and the network kept shut."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.utils import translation
from hypothesis import settings as hypothesis_settings
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from samen.base.scoping import scope
from samen.initiatives.choices import Role as StaffRole
from tests.support.accessibility import violations
from tests.support.gateway import Gateway
from tests.support.initiative import Office, make_office
from tests.support.looks import FULL_GRID, HEIGHT, Look
from tests.support.loopback import refuse_outside
from tests.support.mailbox import Mailbox
from tests.support.screens import Screens
from tests.support.world import World, make_world
from tools.find_chromium import LEFT_OUT, installed

refuse_outside()

hypothesis_settings.register_profile("quick", deadline=None, derandomize=True)
hypothesis_settings.register_profile("full", deadline=None, max_examples=1000)
hypothesis_settings.load_profile("full" if FULL_GRID else "quick")

CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


# Whether this run is on PostgreSQL; tools/with_postgres.py names it here.
ON_POSTGRES = os.environ.get("DATABASE_URL", "").startswith("postgres")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever opens the browser is marked so: `pytest -m "not browser"` leaves it out.

    On PostgreSQL the quick run opens it for journeys alone: how a page looks does not hang on the database.
    """
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")
    if ON_POSTGRES and not FULL_GRID:
        items[:] = [
            item for item in items if not item.get_closest_marker("browser") or "journeys" in item.path.parts
        ]


@pytest.fixture(scope="session")
def reference_data() -> Path:
    """Folder of outside data to run against, which is no part of the project; tests skip without it."""
    folder = os.environ.get("SAMEN_TEST_DATA")
    if not folder:
        pytest.skip("SAMEN_TEST_DATA does not name a folder with reference data")
    return Path(folder)


@pytest.fixture(autouse=True)
def _in_dutch() -> Iterator[None]:
    """A page read in French leaves its language behind in this thread; each test begins in Dutch."""
    with translation.override("nl"):
        yield


@pytest.fixture
def mailbox(settings: Settings) -> Iterator[Mailbox]:
    """A real SMTP server that the site sends to; what arrived is in `mailbox.messages`."""
    with Mailbox() as box:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = box.host, box.port
        settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
        settings.EMAIL_USE_TLS = False
        yield box


@pytest.fixture
def gateway() -> Iterator[Gateway]:
    """A real HTTP server that stands for a gateway of SMS or chat; what came is in `gateway.taken`."""
    with Gateway() as found:
        yield found


@pytest.fixture
def office(db: None, settings: Settings) -> Iterator[Office]:
    """An empty initiative in scope, whose staff signs in with a password alone."""
    settings.SECOND_FACTOR_REQUIRED = False
    made = make_office()
    with scope(made.initiative.pk):
        yield made


@pytest.fixture
def world(office: Office) -> World:
    """One of everything, in an initiative where the staff signs in with a password alone."""
    return make_world(office)


@pytest.fixture
def sign_in(settings: Settings, live_server: LiveServer) -> Callable[..., None]:
    """`sign_in(page, office)`: sets the cookie of its coordinator, or of another role, in this window."""

    def put(page: Page, office: Office, role: StaffRole = StaffRole.COORDINATOR) -> None:
        session = office.client(role).cookies[settings.SESSION_COOKIE_NAME].value
        cookie = {"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}
        page.context.add_cookies([cookie])

    return put


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium, headless; tests skip where there is none."""
    path = installed()
    if path is None:
        pytest.skip(LEFT_OUT)
    with pytest.MonkeyPatch.context() as environment, sync_playwright() as playwright:
        # Playwright's event loop runs in the test's thread, where Django would refuse the database.
        environment.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        chromium = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser: Browser, live_server: LiveServer) -> Iterator[Callable[[Look], Page]]:
    """Opens windows on the live site, each with its own cookies; fails on any error in their consoles."""
    errors: list[str] = []
    contexts = []

    def note(message: ConsoleMessage) -> None:
        if message.type == "error" and not _is_a_refusal(message):
            errors.append(f"{message.text} ({message.location.get('url', '')})")

    def open_one(look: Look) -> Page:
        context = browser.new_context(
            base_url=live_server.url,
            viewport={"width": look.width, "height": HEIGHT},
            locale=look.language,
            timezone_id="Europe/Brussels",
            color_scheme=look.theme,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", note)
        page.on("pageerror", lambda error: errors.append(str(error)))
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert errors == []


@pytest.fixture
def page(open_page: Callable[[Look], Page]) -> Page:
    """One window on the live site: Dutch, desktop, light."""
    return open_page(Look())


@pytest.fixture
def axe() -> Callable[[Page], list[str]]:
    """`assert axe(page) == []`."""
    return violations


@pytest.fixture
def screens(request: pytest.FixtureRequest) -> Screens:
    """`screens(page, "sign-in")` keeps a picture of this step under build/screens."""
    return Screens(request.node.originalname.removeprefix("test_"))


def _is_a_refusal(message: ConsoleMessage) -> bool:
    """A page that answers 4xx is noted in the console too, and so is a line that a test took down.

    Only a missing part of a page is an error.
    """
    url = message.location.get("url", "")
    told = ("the server responded with a status of 4", "net::ERR_INTERNET_DISCONNECTED")
    return any(words in message.text for words in told) and "/static/" not in url
