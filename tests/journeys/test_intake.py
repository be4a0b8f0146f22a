"""A conversation from its first word to the decision, in a real browser: interrupted and resumed."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Locator, Page, expect
from pytest_django import Settings

from samen.base import clock
from samen.base.scoping import scope
from samen.desk.worklist import worklist
from samen.intake import appointment_actions as appointments
from samen.intake.choices import Outcome
from samen.intake.guide import GUIDES
from samen.intake.known import known
from samen.intake.links import link_to
from samen.intake.models import Decision, Slot, Talk
from samen.intake.talk import progress
from samen.matching.pool import read_pool
from samen.messaging.models import OutboxMessage
from samen.people.choices import Role
from samen.people.models import Participation
from tests.support.accessibility import violations
from tests.support.initiative import ACTOR, Office, make_office
from tests.support.looks import PHONE, Look
from tests.support.screens import Screens

pytestmark = pytest.mark.django_db(transaction=True)

TABLET = {"width": 820, "height": 1180}


@pytest.fixture
def site(settings: Settings) -> Office:
    settings.SECOND_FACTOR_REQUIRED = False
    office = make_office()
    office.user()
    return office


@pytest.fixture
def tablet(page: Page, site: Office, sign_in: Callable[..., None]) -> Page:
    """The coordinator's tablet, signed in."""
    page.set_viewport_size(TABLET)
    sign_in(page, site)
    return page


def candidate(site: Office, name: str, role: Role, **known_already: str) -> Participation:
    return site.person(name, role, accepted=False, **known_already)  # type: ignore[arg-type]


def look(page: Page, screens: Screens, step: str) -> None:
    screens(page, step)
    page.set_viewport_size(TABLET)
    assert violations(page) == [], step


def say(page: Page, name: str, value: str) -> None:
    """One of a few words beside each other."""
    page.locator(f"[name='{name}'][value='{value}']").check()


def go_on(page: Page) -> None:
    page.locator("button[name=do][value=on]").click()


def note(page: Page, question: str, text: str) -> None:
    block: Locator = page.locator(f"#block-{question}")
    block.locator("details.more > summary").click()
    block.locator("textarea").last.fill(text)


def saved(page: Page) -> None:
    expect(page.locator("#saved")).to_contain_text("Bewaard om", timeout=10_000)


def test_a_newcomer_interrupted_and_resumed(tablet: Page, site: Office, screens: Screens) -> None:
    part = candidate(
        site,
        "Amal Saleh",
        Role.NEWCOMER,
        phone_language="ar",
        written_language="ar",
        email="amal@example.org",
    )
    tablet.goto(site.url(f"people/{part.pk}/"))
    tablet.get_by_role("link", name="Praat met Amal").click()
    look(tablet, screens, "welcome")
    say(tablet, "understood-told", "yes")
    for code in ("voluntary", "neutral", "privacy"):
        say(tablet, f"{code}-given", "yes")
    saved(tablet)
    go_on(tablet)
    look(tablet, screens, "reach")
    go_on(tablet)

    # The line goes down in the middle; what was typed stays and is kept as soon as it is back.
    tablet.locator("[name=motive-text]").fill("Ik wil beter Nederlands praten.")
    saved(tablet)
    tablet.context.set_offline(True)
    tablet.locator("[name=hope-text]").fill("Mensen leren kennen.")
    expect(tablet.locator("#saved")).to_contain_text("Geen verbinding", timeout=10_000)
    look_offline = tablet.locator("[name=hope-text]").input_value()
    assert look_offline == "Mensen leren kennen."
    tablet.context.set_offline(False)
    saved(tablet)
    note(tablet, "motive", "Zij is vaak ziek geweest.")
    expect(tablet.locator("[data-careful=motive]")).to_be_visible(timeout=10_000)
    look(tablet, screens, "why")
    tablet.locator("button[name=do][value=later]").click()

    # Another day: it goes on where it stopped.
    tablet.get_by_role("link", name="Praat met Amal").click()
    expect(tablet.locator("[name=hope-text]")).to_have_value("Mensen leren kennen.")
    go_on(tablet)
    say(tablet, "indicators-willing", "yes")
    tablet.locator("[name=level-language_level]").select_option("1.1")
    look(tablet, screens, "dutch")
    go_on(tablet)
    tablet.locator("[name=free-availability]").nth(4).check()
    tablet.locator("[name=wishes-wish_gender]").select_option("f")
    look(tablet, screens, "wishes")
    go_on(tablet)
    tablet.locator("[name=likes-interests]").fill("koken, fietsen")
    tablet.locator("[name=work-profession]").fill("naaister")
    say(tablet, "lively-personality", "3")
    look(tablet, screens, "life")
    go_on(tablet)
    for check in ("speaks", "backs_aim", "reachable"):
        say(tablet, f"admission-{check}", "yes")
    go_on(tablet)

    expect(tablet.get_by_role("heading", level=1)).to_have_text("Besluit over Amal")
    expect(tablet.get_by_text("De richtlijn is 1.2.")).to_be_visible()
    look(tablet, screens, "decide")
    with scope(site.initiative.pk):
        assert progress(part.role, known(part)).for_matching == []
        assert Talk.objects.get().held_on == clock.today()
    tablet.get_by_role("link", name="Aanvaard").first.click()
    look(tablet, screens, "accept")
    tablet.get_by_role("button", name="Beslis").click()
    with scope(site.initiative.pk):
        assert str(part.pk) in read_pool().profiles
        message = OutboxMessage.objects.get()
        assert (message.language, "Je doet mee!" in (message.dutch or message.body)) == ("ar", True)


def test_a_coach_with_qualities_and_limits(tablet: Page, site: Office, screens: Screens) -> None:
    part = candidate(site, "Bart Goossens", Role.COACH)
    tablet.goto(site.url(f"people/{part.pk}/talk/"))
    for section in GUIDES[Role.COACH]:
        expect(tablet).to_have_url(f"{tablet.url.split('/talk/')[0]}/talk/{section.code}/")
        if section.code == "qualities":
            say(tablet, "qualities-listens", "strong")
            tablet.locator("[name=qualities-listens_note]").fill("Liet mij uitspreken.")
            say(tablet, "qualities-initiative", "attention")
            tablet.locator("[name=limits-text]").fill("Zegt moeilijk nee op een verhuis.")
        look(tablet, screens, section.code)
        go_on(tablet)
    expect(tablet.get_by_role("heading", level=1)).to_have_text("Besluit over Bart")
    with scope(site.initiative.pk):
        said = known(part)
        assert said["qualities"].values["listens_note"] == "Liet mij uitspreken."
        assert said["limits"].values["text"] == "Zegt moeilijk nee op een verhuis."


def test_each_decision_with_its_message(tablet: Page, site: Office, screens: Screens) -> None:
    part = candidate(site, "Amal Saleh", Role.NEWCOMER, email="amal@example.org", written_language="ar")
    tablet.goto(site.url("people/elsewhere/"))
    tablet.get_by_label("Naam", exact=True).fill("De praattafel")
    tablet.get_by_label("Telefoon", exact=False).fill("09 211 00 99")
    tablet.get_by_role("button", name="Bewaar").last.click()
    look(tablet, screens, "elsewhere")
    for outcome in Outcome:
        if outcome is Outcome.REOPENED:
            continue
        tablet.goto(site.url(f"people/{part.pk}/decide/{outcome}/"))
        look(tablet, screens, outcome.value)
        if outcome is Outcome.DECLINED:
            tablet.locator("[name=reason]").fill("Zoekt een woning.")
        tablet.get_by_role("button", name="Beslis").click()
        expect(tablet.locator(".toast")).to_contain_text("Beslist")
    with scope(site.initiative.pk):
        assert Decision.objects.count() == OutboxMessage.objects.count() == 6
        assert {message.language for message in OutboxMessage.objects.all()} == {"ar"}
    tablet.goto(site.url(f"people/{part.pk}/decide/"))
    look(tablet, screens, "history")


def test_an_evening_with_a_group(tablet: Page, site: Office, screens: Screens) -> None:
    people = [candidate(site, f"Nieuw {n:02}", Role.NEWCOMER) for n in range(20)]
    tablet.goto(site.url("people/group/"))
    for part in people[:12]:
        tablet.locator(f"[name='{part.pk}-came']").check()
        tablet.locator(f"[name='{part.pk}-agreed']").check()
    look(tablet, screens, "group")
    tablet.get_by_role("button", name="Bewaar het groepsgesprek").click()
    expect(tablet.locator(".toast")).to_contain_text("Van 12 mensen is het gesprek bewaard.")


def test_the_guide_on_paper(tablet: Page, site: Office, screens: Screens) -> None:
    part = candidate(site, "Amal Saleh", Role.NEWCOMER, phone_language="ar")
    tablet.goto(site.url(f"people/{part.pk}/talk/paper/"))
    look(tablet, screens, "paper")
    tablet.emulate_media(media="print")
    screens(tablet, "printed")
    assert len(tablet.pdf(format="A4")) > 10_000
    expect(tablet.locator("header.top")).to_be_hidden()


def test_a_moment_chosen_on_a_telephone(
    page: Page,
    open_page: Callable[[Look], Page],
    site: Office,
    sign_in: Callable[..., None],
    screens: Screens,
) -> None:
    part = candidate(site, "أمل صالح", Role.NEWCOMER, email="amal@example.org", written_language="ar")
    with scope(site.initiative.pk):
        now = clock.now()
        begins = (now + timedelta(days=2)).replace(hour=9, minute=0, second=0, microsecond=0)
        appointments.offer(
            starts_at=begins,
            ends_at=begins + timedelta(hours=2),
            minutes=45,
            place="Dorpshuis",
            seats=1,
            now=now,
            actor=ACTOR,
        )
        path = link_to(part).removeprefix("http://127.0.0.1:8000")
    phone = open_page(Look(width=PHONE))
    phone.goto(f"{path}?lang=ar")
    expect(phone.locator("html")).to_have_attribute("dir", "rtl")
    screens(phone, "moments")
    assert violations(phone) == []
    phone.locator("button[name=slot]").first.click()
    screens(phone, "chosen")
    assert violations(phone) == []
    phone.locator("a.answer").click()
    phone.locator(".slot input").nth(4).check()
    screens(phone, "free")
    assert violations(phone) == []
    phone.locator("button.main").click()
    phone.locator("button.main").click()
    screens(phone, "wishes")
    assert violations(phone) == []
    phone.locator("button.main").click()
    with scope(site.initiative.pk):
        assert Slot.objects.filter(appointments__status="planned").count() == 1
        assert [one.participation for one in worklist(begins).appointments] == [part]
    sign_in(page, site)
    page.goto(site.url(f"people/{part.pk}/talk/wishes/"))
    expect(page.get_by_text("Dit vulde de kandidaat zelf in.").first).to_be_visible()
