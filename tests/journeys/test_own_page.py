"""The participants' own side on a small telephone, in four languages, with and without scripts.

Open the link, we met in two taps, agree on the next time with the other, want an idea, ask a question, tell a
worry, take a pause, ask for a call, leave.
"""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from samen.base import clock
from samen.base.scoping import scope
from samen.duos.models import Duo, Goal, IdeaMark, Meeting, Pause, Plan
from samen.intake.actions import Facts
from samen.people.link_actions import make_link
from samen.people.models import CallRequest, Participation, Visit
from samen.signals.models import Signal
from tests.support.accessibility import violations
from tests.support.initiative import ACTOR, make_office
from tests.support.looks import FULL_GRID
from tests.support.screens import Screens, sideways

pytestmark = pytest.mark.django_db(transaction=True)

# A cheap Android telephone held upright.
SMALL = {"width": 360, "height": 640}
WAYS = [("nl", False), ("ar", True), *([("uk", True), ("fa", True)] if FULL_GRID else [])]


@pytest.fixture
def duo() -> Iterator[Duo]:
    office = make_office()
    with scope(office.initiative.pk):
        free = Facts(availability=(1 << 21) - 1)
        newcomer = office.newcomer("Amal Saleh", facts=free)
        yield office.duo(newcomer, office.coach("Bart Goossens", facts=free), met_days_ago=[20])


@pytest.fixture
def phone(browser: Browser, live_server: LiveServer) -> Iterator[Callable[..., Page]]:
    """A telephone on which somebody opened their link, in a language, with or without scripts."""
    contexts = []

    def open_one(part: Participation, language: str, *, scripts: bool) -> Page:
        context = browser.new_context(
            base_url=live_server.url,
            viewport=SMALL,
            has_touch=True,
            is_mobile=True,
            java_script_enabled=scripts,
            timezone_id="Europe/Brussels",
        )
        contexts.append(context)
        page = context.new_page()
        _link, token, _code = make_link(part=part, now=clock.now(), actor=ACTOR)
        page.goto(f"/my/link/{token}/?lang={language}")
        page.locator("button[value=open]").tap()
        page.wait_for_url("**/my/")
        page.goto(f"/my/?lang={language}")
        return page

    yield open_one
    for context in contexts:
        context.close()


@pytest.mark.parametrize(("language", "scripts"), WAYS, ids=[way[0] for way in WAYS])
def test_a_newcomer_and_a_coach_agree(
    duo: Duo, phone: Callable[..., Page], screens: Screens, language: str, *, scripts: bool
) -> None:
    mine, theirs = phone(duo.newcomer, language, scripts=scripts), phone(duo.coach, "nl", scripts=scripts)
    expect(mine.locator("html")).to_have_attribute("lang", language)

    def seen(page: Page, step: str) -> None:
        screens(page, step)
        if scripts and (FULL_GRID or language == "ar"):
            assert violations(page) == [], step

    seen(mine, "home")
    # Two taps: the big button, the day.
    mine.locator("a.answer.main").tap()
    mine.locator("button[name=day]").first.tap()
    expect(mine.locator(".notice.good")).to_be_visible()
    seen(mine, "met")
    assert Meeting.objects.filter(met_on=clock.today(), duo=duo).count() == 1

    mine.goto("/my/")
    mine.locator(f"a[href='/my/duos/{duo.pk}/plan/']").tap()
    mine.locator("[name=moments]").nth(1).check()
    mine.locator("[name=moments]").nth(3).check()
    mine.locator("[name=place]").fill("Bib, Markt 21")
    seen(mine, "propose")
    mine.locator("button.main").tap()
    expect(mine.locator("#asked")).to_be_visible()
    seen(mine, "wait")
    theirs.goto("/my/")
    theirs.locator(f"a[href='/my/duos/{duo.pk}/plan/']").tap()
    theirs.locator("button[name=moment]").nth(1).tap()
    expect(theirs.locator("#keep")).to_be_visible()
    seen(theirs, "agreed")
    plan = Plan.objects.get()
    assert plan.starts_at == plan.moments.all()[1].starts_at
    mine.goto("/my/")
    expect(mine.get_by_text("Bib, Markt 21")).to_be_visible()

    mine.locator(f"a[href='/my/duos/{duo.pk}/ideas/']").tap()
    mine.locator("button[value=mark]").first.tap()
    expect(mine.locator("#chosen button[value=unmark]")).to_be_visible()
    seen(mine, "ideas")
    assert IdeaMark.objects.get().by_role == "newcomer"

    mine.goto("/my/goals/")
    mine.locator("[name=words]").fill("Ik wil fietsen")
    mine.locator("form button.button").first.tap()
    expect(mine.get_by_text("Ik wil fietsen")).to_be_visible()
    seen(mine, "goals")
    assert Goal.objects.get().newcomer_id == duo.newcomer_id

    mine.goto("/my/tell/")
    seen(mine, "tell")
    mine.locator("a[href*='/my/tell/']").first.tap()
    mine.locator("[name=text]").fill("Canaryworry")
    mine.locator("main button.main").tap()
    mine.wait_for_url("**/sent/**")
    seen(mine, "told")
    assert Signal.objects.get().text == "Canaryworry"
    theirs.goto("/my/")
    expect(theirs.get_by_text("Canaryworry")).to_have_count(0)

    theirs.goto(f"/my/duos/{duo.pk}/not-met/")
    theirs.locator("button[name=reason]").first.tap()
    theirs.locator("button[name=weeks]").first.tap()
    theirs.wait_for_url("**/my/")
    assert Pause.objects.count() == 1

    mine.goto("/my/call/")
    mine.locator("main button").tap()
    mine.wait_for_url("**asked=1")
    assert CallRequest.objects.get().participation_id == duo.newcomer_id
    mine.goto("/my/leave/")
    mine.locator("main button").first.tap()
    expect(mine.locator("main button")).to_have_count(0)
    mine.goto("/my/")
    expect(mine.locator("[name=code]")).to_be_visible()
    assert Visit.objects.filter(left_at=None, link__participation=duo.newcomer).count() == 0


# ---------- Without a mouse, four times as large, with more room between letters ----------

OWN = (
    "",
    "duos/DUO/met/",
    "duos/DUO/not-met/",
    "duos/DUO/plan/",
    "duos/DUO/check-in/",
    "goals/",
    "tell/",
    "free/",
)
# WCAG 2.2, success criterion 1.4.12.
ROOMY = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }"


@pytest.mark.parametrize("language", ["nl", "ar", "uk"] if FULL_GRID else ["uk"])
def test_it_can_be_read_large_and_roomy(duo: Duo, phone: Callable[..., Page], language: str) -> None:
    page = phone(duo.newcomer, language, scripts=True)
    # 1280 pixels at 400 %.
    page.set_viewport_size({"width": 320, "height": 256})
    for path in OWN:
        page.goto(f"/my/{path}".replace("DUO", str(duo.pk)))
        page.evaluate(
            "css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);"
            " document.adoptedStyleSheets = [sheet]; }",
            ROOMY,
        )
        assert sideways(page) == 0, path
        assert page.evaluate(CUT) == [], path


# Text that is wider or higher than its box and cannot be scrolled to.
CUT = """() => [...document.querySelectorAll("main a, main button, main label, main p, main h1, main h2")]
  .filter(part => part.offsetParent && getComputedStyle(part).overflow === "hidden"
    && (part.scrollWidth > part.clientWidth + 1 || part.scrollHeight > part.clientHeight + 1))
  .map(part => part.textContent.trim().slice(0, 40))"""


def test_it_works_with_keys_alone(duo: Duo, phone: Callable[..., Page]) -> None:
    page = phone(duo.newcomer, "nl", scripts=True)
    press_until(page, f"/my/duos/{duo.pk}/met/")
    page.keyboard.press("Enter")
    page.wait_for_url("**/met/")
    press_until(page, None)
    page.keyboard.press("Enter")
    page.wait_for_url("**/meetings/*/")
    assert Meeting.objects.filter(met_on=clock.today()).count() == 1


def press_until(page: Page, address: str | None) -> None:
    """Press Tab until the link with this address, or the first button with a day, has the focus; it shows."""
    for _press in range(40):
        page.keyboard.press("Tab")
        held = page.evaluate(
            "() => { const at = document.activeElement, style = getComputedStyle(at);"
            " return [at.getAttribute('href'), at.getAttribute('name'), style.outlineStyle]; }"
        )
        if held[0] == address and (address or held[1] == "day"):
            assert held[2] != "none"
            return
    raise AssertionError(address)
