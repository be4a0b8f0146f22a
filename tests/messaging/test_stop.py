"""The link under a message: looking changes nothing, pressing stops, and one press by a mail program too
(RFC 8058); another language, another road first; the short link in an SMS.
"""

import re
from datetime import datetime, timedelta

import pytest
from django.core import signing
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from samen.base.clock import BRUSSELS
from samen.base.languages import language
from samen.base.models import AuditLine
from samen.base.scoping import scope
from samen.messaging import actions, queries
from samen.messaging.actions import Recipient
from samen.messaging.kinds import Words
from samen.messaging.messages import MAILING
from samen.messaging.models import Choice, OutboxMessage, ShortLink, StoppedAddress
from samen.messaging.stops import SALT, StopLink, read_token, stop_url
from samen.people.recipients import recipient
from tests.support.gateway import Gateway
from tests.support.initiative import Office, make_office

pytestmark = pytest.mark.postgres

NOON = datetime(2026, 11, 25, 12, tzinfo=BRUSSELS)


@pytest.fixture
def url(office: Office) -> str:
    to = Recipient("Amal", "amal@example.org", language="ar")
    message = actions.enqueue(key="a", kind=MAILING, to=to, values={"given_name": "Amal"}, now=NOON)
    return stop_url(queries.stop_link(message)).removeprefix("http://127.0.0.1:8000")


def test_looking_changes_nothing(url: str) -> None:
    answer = Client().get(url)
    assert answer.status_code == 200
    assert Client().head(url).status_code == 200
    assert StoppedAddress.objects.count() == 0
    page = answer.content.decode()
    assert '<html lang="ar" dir="rtl"' in page
    assert "Stop de mails" in page
    assert "amal" not in page.lower()


def test_the_button_stops_and_the_other_begins_again(url: str) -> None:
    client = Client(enforce_csrf_checks=True)
    stopped = client.post(url, {"do": "stop"}, follow=True)
    assert "Je krijgt geen mails meer." in stopped.content.decode()
    client.post(url, {"do": "stop"})
    assert StoppedAddress.objects.count() == 1
    again = client.post(url, {"do": "begin"}, follow=True)
    assert "Wil je geen mails meer?" in again.content.decode()
    assert StoppedAddress.objects.count() == 0


def test_one_press_of_a_mail_program_stops(url: str) -> None:
    client = Client(enforce_csrf_checks=True)
    answer = client.post(url, "List-Unsubscribe=One-Click", content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 200
    assert StoppedAddress.objects.get().channel == "email"


@pytest.mark.parametrize("change", ["x", "WzEsImVtYWlsIl0:1:x", "", "%00"])
def test_a_token_that_we_did_not_sign_is_not_there(url: str, change: str) -> None:
    wrong = f"/stop/{change}/" if change else url[:-3] + ("a/" if url[-2] != "a" else "b/")
    for method in ("get", "post"):
        assert getattr(Client(), method)(wrong).status_code == 404
    assert StoppedAddress.objects.count() == 0


def test_no_address_stands_in_the_link(url: str) -> None:
    token = url.rstrip("/").rpartition("/")[2]
    link = read_token(token)
    assert link is not None
    assert isinstance(link, StopLink)
    assert "amal" not in str(link)
    assert link.language == "ar"


# ---------- What a reader chooses ----------

AMAL = Recipient("Amal Saleh", "amal@example.org", "+32470123456")


def queue(key: str, to: Recipient = AMAL) -> OutboxMessage:
    return actions.enqueue(key=key, kind=MAILING, to=to, values={"given_name": "Amal"}, now=NOON)


def page_of(message: OutboxMessage, path: str = "") -> str:
    """The page behind the link of this message."""
    return stop_url(queries.stop_link(message)).removeprefix("http://127.0.0.1:8000") + path


def test_a_language_counts_from_the_next_message_on(office: Office) -> None:
    url, client = page_of(queue("first"), "language/"), Client(enforce_csrf_checks=True)
    assert "In welke taal wil je onze berichten?" in client.get(url).content.decode()
    assert Choice.objects.count() == 0
    page = client.post(url, {"do": "ar"}, follow=True).content.decode()
    assert '<html lang="ar" dir="rtl"' in page
    assert "Bewaard. Ons volgende bericht komt in deze taal." in page
    assert queue("second").language == "ar"
    assert OutboxMessage.objects.get(key="first").language == "nl"
    client.post(url, {"do": "undo"})
    assert queue("third").language == "nl"
    assert Choice.objects.count() == 0


def test_a_road_counts_from_the_next_message_on_and_back(office: Office) -> None:
    url, client = page_of(queue("first"), "road/"), Client(enforce_csrf_checks=True)
    page = client.get(url).content.decode()
    for words in ("Stuur een mail", "Stuur een sms", "Stuur een bericht met WhatsApp", "Bel mij"):
        assert words in page
    assert "in de chat" not in page
    client.post(url, {"do": "phone"})
    second = queue("second")
    assert (second.channel, second.status) == ("phone", "by_hand")
    client.post(url, {"do": "undo"})
    assert queue("third").channel == "email"


def test_a_choice_of_language_leaves_the_road_and_the_other_way_round(office: Office) -> None:
    message, client = queue("first"), Client()
    client.post(page_of(message, "road/"), {"do": "whatsapp"})
    client.post(page_of(message, "language/"), {"do": "uk"})
    second = queue("second")
    # The road now leads to the phone, where no language was chosen.
    assert (second.channel, second.language) == ("whatsapp", "nl")
    client.post(page_of(message, "road/"), {"do": "undo"})
    third = queue("third")
    assert (third.channel, third.language) == ("email", "uk")


@pytest.mark.parametrize("path", ["language/", "road/"])
@pytest.mark.parametrize("do", ["xx", "", "letter", "chat", "stop"])
def test_what_is_not_on_the_page_changes_nothing(office: Office, path: str, do: str) -> None:
    answer = Client().post(page_of(queue("first"), path), {"do": do})
    assert answer.status_code == 200
    assert (Choice.objects.count(), StoppedAddress.objects.count()) == (0, 0)


def test_only_roads_to_an_address_that_we_hold_are_offered(office: Office) -> None:
    message = queue("first", Recipient("Amal", "amal@example.org"))
    assert "Kies hoe wij jou bereiken" not in Client().get(page_of(message)).content.decode()
    assert "Bel mij" not in Client().get(page_of(message, "road/")).content.decode()
    Client().post(page_of(message, "road/"), {"do": "sms"})
    assert Choice.objects.count() == 0


def test_whoever_shares_an_address_chooses_for_that_address_alone(office: Office) -> None:
    """Two people with one phone, of whom one has an e-mail address too."""
    alone = Recipient("Fatima", "", "+32470123456")
    url = page_of(actions.enqueue(key="f", kind=MAILING, to=alone, values={"given_name": "F"}, now=NOON), "")
    Client().post(f"{url}language/", {"do": "ar"})
    Client().post(f"{url}road/", {"do": "phone"})
    amal, fatima = queue("amal"), queue("fatima", alone)
    assert (amal.channel, amal.language) == ("email", "nl")
    assert (fatima.channel, fatima.language) == ("phone", "ar")


def test_a_choice_stays_in_its_initiative(office: Office) -> None:
    Client().post(page_of(queue("first"), "language/"), {"do": "ar"})
    with scope(make_office("gent", "Samen in Gent").initiative.pk):
        assert queue("first").language == "nl"


def test_many_read_as_they_chose_in_as_many_questions(office: Office, django_assert_num_queries) -> None:  # type: ignore[no-untyped-def]
    Client().post(page_of(queue("first"), "language/"), {"do": "ar"})
    people = [AMAL, *(Recipient("B", f"b{n}@example.org") for n in range(30))]
    with django_assert_num_queries(1):
        found = queries.as_read(people)
    assert [to.language for to in found] == ["ar", *["nl"] * 30]


def test_no_name_and_no_address_stands_on_the_pages(office: Office) -> None:
    message = queue("first")
    for path in ("", "language/", "road/"):
        answer = Client().get(page_of(message, path))
        page = answer.content.decode().lower()
        assert not any(secret in page for secret in ("amal", "saleh", "470", "123456"))
        assert answer["Referrer-Policy"] == "no-referrer"
        assert "no-store" in answer["Cache-Control"]


def test_one_press_on_a_page_of_choices_stops_nothing(office: Office) -> None:
    url = page_of(queue("first"), "language/")
    Client().post(url, "List-Unsubscribe=One-Click", content_type="application/x-www-form-urlencoded")
    assert StoppedAddress.objects.count() == 0


def test_whoever_stopped_mails_may_choose_another_road(office: Office) -> None:
    message = queue("first")
    Client().post(page_of(message), {"do": "stop"})
    page = Client().get(page_of(message, "road/")).content.decode()
    assert "Stuur een mail" not in page
    Client().post(page_of(message, "road/"), {"do": "phone"})
    assert queue("second").channel == "phone"


def test_the_desk_sees_what_the_reader_chose(office: Office) -> None:
    part = office.newcomer(email="amal@example.org", phone="+32470123456")
    message = actions.enqueue(
        key="a", kind=MAILING, to=recipient(part.person), values={"given_name": "Amal"}, now=NOON
    )
    desk, urls = office.client(), (office.url(f"messages/{message.pk}/"), office.url(f"people/{part.pk}/"))
    for url in urls:
        assert "Koos" not in desk.get(url).content.decode()
    Client().post(page_of(message, "language/"), {"do": "ar"})
    Client().post(page_of(message, "road/"), {"do": "sms"})
    for url, words in zip(urls, ("Koos zelf", "Koos zelf, voor de mails"), strict=True):
        page = desk.get(url).content.decode()
        assert words in page
        assert language("ar").name in page
        assert "eerst: sms" in page


def test_each_choice_leaves_one_line_without_an_address(office: Office) -> None:
    Client().post(page_of(queue("first"), "language/"), {"do": "ar"})
    line = AuditLine.objects.get(verb="choose_messages")
    assert line.actor == "reader"
    assert "amal" not in str(vars(line))


def test_a_link_of_before_still_stops(office: Office) -> None:
    """Links without the last part were sent already."""
    link = queries.stop_link(queue("first"))
    old = signing.dumps([link.initiative_id, link.channel, link.digest, link.language], salt=SALT)
    assert read_token(old) == StopLink(link.initiative_id, "email", link.digest, "nl", knows_both=False)
    Client().post(f"/stop/{old}/", {"do": "stop"})
    assert queries.is_stopped(link)


# ---------- The short link in an SMS ----------


@pytest.fixture
def short(office: Office, gateway: Gateway, settings: Settings) -> str:
    """The path in an SMS that was sent to Amal, who reads Arabic."""
    cache.clear()
    settings.NOTIFY_URL_SMS = gateway.url
    to = Recipient("Amal", "amal@example.org", "+32470123456", language="ar", channels=("sms",))
    words = Words("x", "Dag")
    actions.enqueue(key="s", kind=MAILING, to=to, values={"given_name": "A"}, words=words, now=NOON)
    actions.deliver(now=NOON)
    return gateway.taken[0].message.rpartition("http://127.0.0.1:8000")[2]


def test_a_short_link_leads_to_the_page_and_stops_sms_alone(short: str) -> None:
    assert len(short.rpartition("-")[2]) == 8
    client = Client(enforce_csrf_checks=True)
    page = client.get(short, follow=True)
    assert "Wil je geen sms’en meer?" in page.content.decode()
    assert '<html lang="ar" dir="rtl"' in page.content.decode()
    assert StoppedAddress.objects.count() == 0
    stopped = client.post(page.redirect_chain[-1][0], {"do": "stop"}, follow=True)
    assert "Je krijgt geen sms’en meer." in stopped.content.decode()
    assert [kept.channel for kept in StoppedAddress.objects.all()] == ["sms"]
    client.post(page.redirect_chain[-1][0], {"do": "begin"})
    assert StoppedAddress.objects.count() == 0


def test_a_short_link_may_be_typed_in_capitals(short: str) -> None:
    assert Client().get(short.replace("/s/", "/s/").upper().replace("/S/", "/s/")).status_code == 302


def words_of(answer: HttpResponse) -> str:
    """What a page says; its form to choose a language has a token that differs each time."""
    return re.sub(r"<[^>]*>", "", answer.content.decode())


@pytest.mark.parametrize(
    "code", ["x", "1-", "1-22222222", "999999999-22222222", "0-22222222", "%00", "1-2222222٢"]
)
def test_every_wrong_short_link_is_answered_alike(short: str, code: str) -> None:
    right = Client().get("/s/no-such-thing")
    wrong = Client().get(f"/s/{code}")
    assert (wrong.status_code, words_of(wrong)) == (404, words_of(right))
    assert Client().post(short).status_code == 405


def test_whoever_tries_many_short_links_is_stopped_and_others_are_not(short: str) -> None:
    for _try in range(30):
        assert Client().get("/s/1-33333333").status_code == 404
    # Also for one that is right: a refusal tells nothing.
    assert Client().get(short).status_code == 429
    assert Client().get("/s/1-33333333").status_code == 429
    assert Client(REMOTE_ADDR="192.0.2.1").get(short).status_code == 302


def test_an_address_keeps_its_short_link_and_another_one_has_another(office: Office) -> None:
    here = office.initiative.pk
    one, two = StopLink(here, "sms", "a" * 22, "ar"), StopLink(here, "sms", "b" * 22, "ar")
    first = actions.short_link(link=one, now=NOON)
    assert actions.short_link(link=one, now=NOON + timedelta(days=1)).code == first.code
    assert actions.short_link(link=two, now=NOON).code != first.code
    assert ShortLink.objects.count() == 2


def test_an_sms_by_hand_and_one_that_waits(office: Office, gateway: Gateway, settings: Settings) -> None:
    to = Recipient("Amal", phone="+32470123456", channels=("sms",))
    by_hand = queue("hand", to)
    assert queries.letter_of(by_hand, "X").stop_url == ""
    settings.NOTIFY_URL_SMS = gateway.url
    waiting = queue("machine", to)
    assert (
        queries.letter_of(waiting, "X").stop_url == f"http://127.0.0.1:8000/s/{office.initiative.pk}-22222222"
    )
    page = office.client().get(office.url(f"messages/{waiting.pk}/")).content.decode()
    assert "één sms" in page
    assert "Stoppen? http" in page
