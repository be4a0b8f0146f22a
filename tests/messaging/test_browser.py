"""In a real browser: a message to many from first word to last copy; what failed; a text; stopping."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pytest_django import Settings

from samen.base import clock
from samen.base.clock import BRUSSELS
from samen.base.languages import language
from samen.desk.mailing import make_copies
from samen.messaging import actions, queries
from samen.messaging.actions import Recipient
from samen.messaging.kinds import Words, kind
from samen.messaging.letters import Letter
from samen.messaging.messages import MAILING
from samen.messaging.models import Mailing, OutboxMessage
from samen.messaging.stops import stop_url
from tests.support.initiative import ACTOR, Office
from tests.support.mailbox import Mailbox

pytestmark = pytest.mark.django_db(transaction=True)

NOON = datetime(2026, 11, 25, 12, tzinfo=BRUSSELS)


def test_a_message_to_many(
    office: Office,
    mailbox: Mailbox,
    page: Page,
    sign_in: Callable[..., None],
    screens: Callable[[Page, str], None],
    axe: Callable[[Page], list[str]],
) -> None:
    for name in ("Bart", "Nele", "Koen", "Lies", "Piet", "An"):
        office.coach(name, email=f"{name.lower()}@example.org" if name != "An" else "")
    mailbox.refused = {"piet@example.org"}
    sign_in(page, office)
    page.goto(office.url())
    page.get_by_role("link", name="Berichten", exact=True).click()
    screens(page, "empty")
    page.get_by_role("link", name="Schrijf aan veel mensen").click()
    screens(page, "write")
    page.get_by_label("Rol").select_option("coach")
    page.get_by_label("Onderwerp").fill("Kom je naar het feest?")
    page.get_by_label("Tekst").fill(
        "Dag {given_name}\n\nOp zaterdag 12 december is er feest in de bibliotheek van Deinze.\n"
        "We beginnen om 14 uur.\n\nhttps://samen.example/feest\n\nTot dan!\n{initiative}"
    )
    page.get_by_role("button", name="Kijk hoe het eruitziet").click()
    expect(page.get_by_role("heading", name="6 mensen krijgen dit")).to_be_visible()
    assert axe(page) == []
    screens(page, "look")
    page.get_by_role("button", name="Stuur een proef aan mezelf").click()
    expect(page.get_by_text("De proef is op weg naar")).to_be_visible()
    page.get_by_role("button", name="Stuur naar 6 mensen").click()
    expect(page.get_by_text("Je mag deze pagina sluiten.")).to_be_visible()
    assert axe(page) == []
    screens(page, "queued")
    mailing = Mailing.objects.get()
    make_copies.call(office.initiative.pk, mailing.pk)
    page.get_by_role("button", name="Pauzeer het bericht").click()
    expect(page.get_by_text("Dit bericht wacht tot jij het hervat.")).to_be_visible()
    screens(page, "paused")
    page.get_by_role("button", name="Hervat het bericht").click()
    actions.deliver(now=clock.now().replace(hour=12) + timedelta(days=1))
    expect(page.get_by_text("Alles is gebeurd wat Samen kon doen.")).to_be_visible(timeout=15_000)
    screens(page, "over")
    page.get_by_role("link", name="Berichten aan veel mensen").click()
    screens(page, "mailings")
    page.goto(office.url())
    expect(page.get_by_role("heading", name="Een bericht aan Piet kwam niet aan")).to_be_visible()
    screens(page, "today")
    page.get_by_role("link", name="Kijk wat je kan doen").click()
    assert axe(page) == []
    screens(page, "failed")
    page.locator("summary", has_text="Neem een andere weg").click()
    page.get_by_role("button", name="WhatsApp").click()
    press = page.get_by_role("link", name="Open WhatsApp")
    assert (press.get_attribute("href") or "").startswith("https://wa.me/32")
    screens(page, "by-hand")
    page.get_by_role("button", name="Dit is gedaan").click()
    expect(page.get_by_text("Het bericht aan Piet is gedaan.")).to_be_visible()
    screens(page, "outbox")


def test_a_letter_on_paper(
    office: Office, page: Page, sign_in: Callable[..., None], screens: Callable[[Page, str], None]
) -> None:
    to = Recipient("Amal Saleh", language="ar")
    message = actions.enqueue(
        key="l",
        kind=MAILING,
        to=to,
        values={"given_name": "Amal"},
        now=NOON,
        words=Words("موعدك معنا", "مرحبا أمل\n\nنراك يوم الاثنين في المكتبة.", "ar"),
    )
    OutboxMessage.objects.update(dutch="Dag Amal\n\nTot maandag in de bibliotheek.")
    sign_in(page, office)
    page.goto(office.url(f"messages/{message.pk}/letter/"))
    screens(page, "letter")
    page.emulate_media(media="print")
    screens(page, "printed")


def test_a_text_in_arabic(
    office: Office,
    page: Page,
    sign_in: Callable[..., None],
    screens: Callable[[Page, str], None],
    axe: Callable[[Page], list[str]],
) -> None:
    sign_in(page, office)
    page.goto(office.url("messages/texts/"))
    screens(page, "texts")
    page.get_by_role("link", name="Bekijk de tekst").first.click()
    page.get_by_role("link", name=language("ar").name).click()
    page.get_by_label("Onderwerp").fill("أخبار من {initiative}")
    page.get_by_label("Tekst", exact=True).fill("مرحبا {given_name}\n\nلدينا أخبار لك.")
    page.get_by_role("button", name="Bewaar de tekst").click()
    expect(page.get_by_text("De tekst is bewaard.")).to_be_visible()
    assert axe(page) == []
    screens(page, "arabic")
    actions.write_text(kind=kind(MAILING), words=Words("Nieuw", "Nieuw"), now=NOON, actor=ACTOR)
    page.reload()
    expect(page.get_by_text("Het Nederlands is veranderd sinds deze vertaling.")).to_be_visible()
    screens(page, "outdated")
    page.get_by_label("Tekst", exact=True).fill("{naam}")
    page.get_by_role("button", name="Bewaar de tekst").click()
    expect(page.get_by_role("alert")).to_be_visible()
    screens(page, "refused")


def test_stopping(
    office: Office,
    page: Page,
    settings: Settings,
    screens: Callable[[Page, str], None],
    axe: Callable[[Page], list[str]],
) -> None:
    office.initiative.contact_phone = "+32470123456"
    office.initiative.save()
    to = Recipient("Amal", "amal@example.org", language="ar")
    message = actions.enqueue(key="a", kind=MAILING, to=to, values={"given_name": "A"}, now=NOON)
    page.goto(stop_url(queries.stop_link(message)).removeprefix(settings.BASE_URL))
    assert axe(page) == []
    screens(page, "ask")
    page.get_by_role("button").click()
    assert axe(page) == []
    screens(page, "stopped")
    page.get_by_role("button").click()
    page.wait_for_load_state()
    assert not queries.is_stopped(queries.stop_link(message))


@pytest.mark.parametrize("code", ["nl", "ar"])
def test_choosing_a_language_and_a_road(
    office: Office,
    page: Page,
    settings: Settings,
    screens: Callable[[Page, str], None],
    axe: Callable[[Page], list[str]],
    code: str,
) -> None:
    office.initiative.contact_phone = "+32470123456"
    office.initiative.save()
    to = Recipient("Amal", "amal@example.org", "+32470123456", language=code)
    message = actions.enqueue(key="a", kind=MAILING, to=to, values={"given_name": "A"}, now=NOON)
    page.goto(stop_url(queries.stop_link(message)).removeprefix(settings.BASE_URL))
    screens(page, f"{code}-stop")
    for number, name, choice in ((0, "language", "uk" if code == "nl" else "ar"), (1, "road", "whatsapp")):
        page.locator("a.answer").nth(number).click()
        assert axe(page) == []
        screens(page, f"{code}-{name}")
        page.locator(f"button[value={choice}]").click()
        expect(page.locator(".notice")).to_be_visible()
        assert axe(page) == []
        screens(page, f"{code}-{name}-chosen")
        page.locator("a.back").click()
    chosen = queries.choice_at(queries.stop_link(message).digest)
    assert chosen is not None
    assert chosen.road == "whatsapp"
    page.locator("a.answer").nth(1).click()
    page.locator("button[value=undo]").click()
    expect(page.locator(".notice")).to_have_count(0)


def test_an_sms_on_its_page(
    office: Office,
    page: Page,
    settings: Settings,
    sign_in: Callable[..., None],
    screens: Callable[[Page, str], None],
    axe: Callable[[Page], list[str]],
) -> None:
    settings.NOTIFY_URL_SMS = "json://127.0.0.1:9/{phone}"
    to = Recipient("Amal", "amal@example.org", "+32470123456", channels=("sms",))
    words = Words("Tot maandag", "Dag Amal\n\nWij zien elkaar maandag om 14 uur in de bibliotheek. Tot dan!")
    message = actions.enqueue(key="a", kind=MAILING, to=to, values={"given_name": "A"}, words=words, now=NOON)
    actions.choose(link=queries.stop_link(message), language="ar", road="sms", now=NOON)
    sign_in(page, office)
    page.goto(office.url(f"messages/{message.pk}/"))
    expect(page.get_by_text("één sms")).to_be_visible()
    assert axe(page) == []
    screens(page, "sms")


def test_the_quiet_hours(
    office: Office,
    page: Page,
    sign_in: Callable[..., None],
    screens: Callable[[Page, str], None],
    axe: Callable[[Page], list[str]],
) -> None:
    sign_in(page, office)
    page.goto(office.url("settings/"))
    page.get_by_label("Stil vanaf").fill("17:00")
    page.get_by_role("button", name="Bewaar de stille uren").click()
    expect(page.get_by_text("Kies een uur tussen 18 uur en middernacht.")).to_be_visible()
    assert axe(page) == []
    screens(page, "refused")
    page.get_by_label("Stil vanaf").fill("20:30")
    page.get_by_role("button", name="Bewaar de stille uren").click()
    expect(page.get_by_text("De stille uren zijn bewaard.")).to_be_visible()
    screens(page, "kept")


def test_a_calendar_link(
    office: Office,
    page: Page,
    sign_in: Callable[..., None],
    screens: Callable[[Page, str], None],
    axe: Callable[[Page], list[str]],
) -> None:
    sign_in(page, office)
    page.goto(office.url("calendar/"))
    screens(page, "none")
    page.get_by_role("button", name="Maak een kalenderlink").click()
    assert axe(page) == []
    screens(page, "made")


@pytest.mark.parametrize("code", ["nl", "ar", "uk"])
def test_the_mail_itself(page: Page, screens: Any, code: str) -> None:
    letter = Letter(
        initiative="Samen in Deinze",
        subject="Welkom",
        body={
            "nl": "Dag Amal\n\nWelkom bij Samen in Deinze. Wij bellen deze week.\nBewaar dit: 0470 12 34 56.",
            "ar": "مرحبا أمل\n\nأهلا بك. سنتصل بك هذا الأسبوع.\nاحفظي: \u20680470 12 34 56\u2069.",
            "uk": "Привіт, Амаль\n\nЛаскаво просимо. Ми зателефонуємо вам цього тижня.",
        }[code]
        + "\n\nhttps://samen.example/my/page\n\nLees meer op https://samen.example/uitleg.",
        language=code,
        words_language=code,
        dutch="" if code == "nl" else "Dag Amal\n\nWelkom bij Samen in Deinze. Wij bellen jou deze week.",
        stop_url="https://samen.example/stop/x/",
    )
    page.set_content(letter.html)
    screens(page, f"mail-{code}")
