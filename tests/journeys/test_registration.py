"""Coming in, in a real browser on a telephone: in a language that somebody reads, with a pause, with help."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from samen.base import clock
from samen.base.scoping import scope
from samen.events.actions import plan
from samen.messaging.models import OutboxMessage
from samen.outreach.actions import Card, add_intermediary, make_link, seed_kinds
from samen.outreach.models import IntermediaryKind, Registration
from tests.support.accessibility import violations
from tests.support.initiative import ACTOR, Office, make_office
from tests.support.looks import DESKTOP, HEIGHT, PHONE, Look
from tests.support.screens import Screens

pytestmark = pytest.mark.django_db(transaction=True)

ON = "button[name=do][value=on]"


@pytest.fixture
def site() -> Office:
    """An initiative with an open page, and a session to come and listen to."""
    office = make_office()
    office.user()
    with scope(office.initiative.pk):
        soon = clock.now() + timedelta(days=10)
        plan(
            starts_at=soon,
            ends_at=soon + timedelta(hours=2),
            place="Dorpshuis De Brug",
            note="",
            now=clock.now(),
            actor=ACTOR,
        )
    office.initiative.is_public = True
    office.initiative.contact_name = "Griet"
    office.initiative.contact_phone = "+3292110034"
    office.initiative.save()
    return office


def look(page: Page, screens: Screens, step: str) -> None:
    """A picture on a telephone and a desk, and nothing that axe finds wrong at either."""
    screens(page, step)
    for width in (DESKTOP, PHONE):
        page.set_viewport_size({"width": width, "height": HEIGHT})
        assert violations(page) == [], f"{step} at {width}"


def answer(page: Page, screens: Screens, **fields: str) -> None:
    """Fill in the question that is open and go on."""
    for name, value in fields.items():
        page.locator(f"[name={name}]").fill(value)
    look(page, screens, "-".join(fields) or page.url.rstrip("/").rsplit("/", 1)[-1])
    page.locator(ON).click()


def test_in_arabic_on_a_telephone(page: Page, site: Office, screens: Screens) -> None:
    page.set_viewport_size({"width": PHONE, "height": HEIGHT})
    page.goto("/")
    page.goto("/?q=9800&lang=ar")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    look(page, screens, "home")
    page.goto(f"/{site.slug}/")
    look(page, screens, "initiative")
    page.goto(f"/{site.slug}/join/")
    look(page, screens, "join")
    page.locator("form[action$='start/newcomer/'] button").click()

    answer(page, screens, given_name="أمل")
    page.locator(ON).click()
    expect(page.locator(".problems, [role=alert]").first).to_be_visible()
    look(page, screens, "no-way-to-reach")
    answer(page, screens, phone="0470 12 34 99")
    expect(page.locator("[name=phone_language]:checked")).to_have_value("ar")
    answer(page, screens)
    answer(page, screens)
    answer(page, screens, postal_code="9800")
    page.locator(".slot input").nth(4).check()
    answer(page, screens)
    answer(page, screens)
    look(page, screens, "check")
    page.locator("form .main").click()
    expect(page).to_have_url(f"{page.url.split(site.slug)[0]}{site.slug}/join/done/")
    expect(page.locator(".dutch").first).to_be_visible()
    look(page, screens, "done")

    with scope(site.initiative.pk):
        registration = Registration.objects.get()
        person = registration.participation.person
        assert (person.given_name, person.phone, person.postal_code) == ("أمل", "+32470123499", "9800")
        assert (person.phone_language, person.written_language, registration.language) == ("ar", "ar", "ar")
        letter = OutboxMessage.objects.get()
        assert (letter.language, letter.phone) == ("ar", "+32470123499")
        assert "أمل" in letter.body
        assert "Wij hebben je aanmelding." in letter.dutch


def test_in_ukrainian_with_a_pause_and_another_telephone(
    page: Page, open_page: Callable[[Look], Page], site: Office, screens: Screens
) -> None:
    page.set_viewport_size({"width": PHONE, "height": HEIGHT})
    page.goto(f"/{site.slug}/join/?lang=uk")
    look(page, screens, "join")
    page.locator("form[action$='start/newcomer/'] button").click()
    answer(page, screens, given_name="Оксана")
    page.locator("[name=email]").fill("oksana@example.org")
    page.locator("button[name=do][value=later]").click()
    look(page, screens, "later")
    page.locator("form.panel button").click()
    code = page.locator(".code").inner_text()
    look(page, screens, "code")

    other = open_page(Look(width=PHONE))
    other.goto(f"/{site.slug}/join/resume/?lang=uk")
    look(other, screens, "resume")
    other.locator("[name=code]").fill("000000")
    other.locator("form .main").click()
    expect(other.locator("[role=alert]").first).to_be_visible()
    look(other, screens, "no-such-code")
    other.locator("[name=code]").fill(code)
    other.locator("form .main").click()
    other.goto(f"/{site.slug}/join/question/name/")
    expect(other.locator("[name=given_name]")).to_have_value("Оксана")
    other.goto(f"/{site.slug}/join/question/reach/")
    expect(other.locator("[name=email]")).to_have_value("oksana@example.org")


def test_with_an_intermediary_beside_somebody(page: Page, site: Office, screens: Screens) -> None:
    with scope(site.initiative.pk):
        seed_kinds(actor=ACTOR)
        card = Card(name="Mevrouw Claes", kind=IntermediaryKind.objects.first(), phone="+32470123455")
        intermediary = add_intermediary(card=card, today=clock.today(), actor=ACTOR)
        link = make_link(intermediary=intermediary, today=clock.today(), actor=ACTOR)
    page.set_viewport_size({"width": PHONE, "height": HEIGHT})
    page.goto(f"/{site.slug}/via/{link.code}/")
    look(page, screens, "together")
    page.locator("form[action$='start/newcomer/'] button").click()
    answer(page, screens, given_name="Tesfay")
    answer(page, screens, phone="0470 12 34 98")
    while "/question/" in page.url:
        allowed = page.locator("[name=may_know][value=yes]")
        if allowed.count():
            allowed.check()
            look(page, screens, "may-know")
        page.locator(ON).click()
    look(page, screens, "check")
    page.locator("form .main").click()
    expect(page.locator(".notice.good")).to_be_visible()
    with scope(site.initiative.pk):
        registration = Registration.objects.get()
        assert (registration.source, registration.intermediary_may_know) == (link, True)
