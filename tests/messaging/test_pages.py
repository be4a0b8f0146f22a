"""The desk's pages about messages: what waits, what failed, another road, the texts."""

import re
from datetime import datetime, timedelta
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samen.base import clock
from samen.base.clock import BRUSSELS
from samen.initiatives.choices import Role as StaffRole
from samen.messaging import actions
from samen.messaging.actions import Recipient
from samen.messaging.choices import Status
from samen.messaging.messages import MAILING
from samen.messaging.models import OutboxMessage, Text
from tests.support.initiative import Office
from tests.support.mailbox import Mailbox

pytestmark = pytest.mark.postgres

NOON = datetime(2026, 11, 25, 12, tzinfo=BRUSSELS)


def queue(name: str = "amal", **to: Any) -> OutboxMessage:
    who = Recipient(name.capitalize(), **{"email": f"{name}@example.org", "phone": "+32470123456", **to})
    return actions.enqueue(key=name, kind=MAILING, to=who, values={"given_name": name}, now=NOON)


def text_of(answer: Any) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def failed(mailbox: Mailbox, name: str = "amal") -> OutboxMessage:
    mailbox.refused.add(f"{name}@example.org")
    message = queue(name)
    actions.deliver(now=NOON)
    message.refresh_from_db()
    return message


def test_an_empty_outbox_says_so(office: Office) -> None:
    assert "Hier komt alles wat Samen stuurt. Nu is er nog niets." in text_of(
        office.client().get(office.url("messages/"))
    )


def test_messages_by_where_they_stand(office: Office, mailbox: Mailbox) -> None:
    failed(mailbox)
    queue("bart")
    queue("fatima", email="")
    client = office.client()
    everything = text_of(client.get(office.url("messages/")))
    assert "Alles 3" in everything
    assert "De mailserver kent dit adres niet. Kijk het adres na, of neem een andere weg." in everything
    for status, name in (("failed", "Amal"), ("waiting", "Bart"), ("by_hand", "Fatima")):
        page = text_of(client.get(office.url(f"messages/?status={status}")))
        assert [n for n in ("Amal", "Bart", "Fatima") if n in page] == [name]
    assert "Alles 3" in text_of(client.get(office.url("messages/?status=nonsense&page=x")))


def test_what_failed_says_why_and_is_tried_again(office: Office, mailbox: Mailbox) -> None:
    message = failed(mailbox)
    client = office.client()
    page = client.get(office.url(f"messages/{message.pk}/"))
    assert "Dit bericht kwam niet aan. De mailserver kent dit adres niet." in text_of(page)
    assert "550 5.1.1 No such mailbox" in text_of(page)
    mailbox.refused.clear()
    client.post(office.url(f"messages/{message.pk}/again/"))
    message.refresh_from_db()
    assert message.status == Status.WAITING


def test_a_mended_address_is_tried(office: Office, mailbox: Mailbox) -> None:
    message = failed(mailbox)
    client, url = office.client(), office.url(f"messages/{message.pk}/again/")
    wrong = client.post(url, {"email": "geen adres"})
    assert (wrong.status_code, "Dit is geen e-mailadres." in text_of(wrong)) == (409, True)
    client.post(url, {"email": " amal@juist.example "})
    actions.deliver(now=clock.now() + timedelta(minutes=1) if clock.now() > NOON else NOON)
    message.refresh_from_db()
    assert (message.status, message.email) == (Status.SENT, "amal@juist.example")
    assert mailbox.addresses() == ["amal@juist.example"]


def test_whoever_it_is_about_can_be_opened(office: Office) -> None:
    part = office.newcomer()
    message = queue()
    OutboxMessage.objects.update(about=f"part:{part.pk}")
    page = office.client().get(office.url(f"messages/{message.pk}/")).content.decode()
    assert f'href="{office.url(f"people/{part.pk}/")}"' in page
    OutboxMessage.objects.update(about="registration:1")
    assert (
        f'href="{office.url(f"people/{part.pk}/")}"'
        not in office.client().get(office.url(f"messages/{message.pk}/")).content.decode()
    )


def test_another_road_opens_the_right_program(office: Office, mailbox: Mailbox) -> None:
    message = failed(mailbox)
    client = office.client()
    url = office.url(f"messages/{message.pk}/")
    for channel, begins in (
        ("whatsapp", 'href="https://wa.me/32470123456?text=Dag%20amal'),
        ("sms", 'href="sms:+32470123456?body=Dag%20amal'),
        ("phone", 'href="tel:+32470123456"'),
        ("letter", f'href="{url}letter/"'),
    ):
        page = client.post(f"{url}by-hand/", {"channel": channel}, follow=True)
        assert begins in page.content.decode()
    assert client.post(f"{url}by-hand/", {"channel": "pigeon"}, follow=True).status_code == 200
    letter = text_of(client.get(f"{url}letter/"))
    assert "Dag amal" in letter
    done = client.post(f"{url}done/", follow=True)
    assert "Het bericht aan Amal is gedaan." in text_of(done)
    message.refresh_from_db()
    assert message.status == Status.DONE


def test_a_message_whose_words_are_gone_still_has_its_page(office: Office) -> None:
    message = queue()
    OutboxMessage.objects.update(body="", subject="", to_name="", email="", phone="", kind="forgotten")
    page = office.client().get(office.url(f"messages/{message.pk}/"))
    assert "De tekst is gewist" in text_of(page)
    assert office.client().get(office.url("messages/")).status_code == 200


def test_html_in_a_message_is_text_on_every_page(office: Office) -> None:
    evil = "<script>alert(1)</script>"
    message = actions.enqueue(
        key="e",
        kind=MAILING,
        to=Recipient(evil, phone="+32470123456", language="ar"),
        values={"given_name": evil},
        now=NOON,
    )
    client = office.client()
    for path in ("", f"{message.pk}/", f"{message.pk}/letter/"):
        html = client.get(office.url(f"messages/{path}")).content.decode()
        assert "<script>alert" not in html
        assert "&lt;script&gt;" in html


# ---------- Texts ----------


def test_a_text_is_looked_at_then_kept_then_given_up(office: Office) -> None:
    client, url = office.client(), office.url(f"messages/texts/{MAILING}/ar/")
    page = client.get(url)
    assert 'dir="rtl"' in page.content.decode()
    words = {"subject": "مرحبا {given_name}", "body": "مرحبا {given_name}\n\nنراك قريبا"}
    looked = client.post(url, {**words, "do": "look"})
    assert "مرحبا \u2068Amal\u2069" in text_of(looked)
    assert "Dit is nog niet bewaard." in text_of(looked)
    assert Text.objects.count() == 0
    kept = client.post(url, words, follow=True)
    assert "De tekst is bewaard." in text_of(kept)
    assert Text.objects.get().body == words["body"]
    client.post(office.url(f"messages/texts/{MAILING}/nl/"), {"subject": "Nieuw", "body": "Nieuw"})
    assert "Het Nederlands is veranderd sinds deze vertaling." in text_of(client.get(url))
    assert "Nederlands veranderde" in text_of(client.get(office.url("messages/texts/")))
    client.post(f"{url}standard/", follow=True)
    assert Text.objects.count() == 1


def test_an_unknown_name_is_told_on_the_page(office: Office) -> None:
    url = office.url(f"messages/texts/{MAILING}/nl/")
    page = office.client().post(url, {"subject": "Dag {naam}", "body": "x"})
    assert page.status_code == 422
    assert "‘{naam}’ kennen wij niet. Gebruik: {given_name}, {initiative}." in text_of(page)


@pytest.mark.parametrize("path", ["no-such-kind/nl", f"{MAILING}/xx", "trial/nl"])
def test_a_text_that_does_not_exist_is_not_there(office: Office, path: str) -> None:
    assert office.client().get(office.url(f"messages/texts/{path}/")).status_code == 404


# ---------- Who, and how often is asked ----------


def test_an_assistant_sends_and_a_reader_does_not(office: Office) -> None:
    url = office.url("messages/")
    assert office.client(StaffRole.ASSISTANT).get(url).status_code == 200
    assert office.client(StaffRole.READER).get(url).status_code == 403
    assert "Berichten" not in text_of(office.client(StaffRole.READER).get(office.url("people/")))


def test_the_list_reads_as_often_for_three_as_for_one(office: Office) -> None:
    client, counts = office.client(), []
    for name in ("een", "twee", "drie"):
        queue(name)
        queue(f"{name}-b", email="")
        client.get(office.url("messages/"))
        with CaptureQueriesContext(connection) as seen:
            client.get(office.url("messages/"))
        counts.append(len(seen))
    assert counts == [counts[0]] * 3
