"""The stop link: looking changes nothing, pressing stops, and one press by a mail program too (RFC 8058)."""

from datetime import datetime

import pytest
from django.test import Client

from samen.base.clock import BRUSSELS
from samen.messaging import actions, queries
from samen.messaging.actions import Recipient
from samen.messaging.messages import MAILING
from samen.messaging.models import StoppedAddress
from samen.messaging.stops import StopLink, read_token, stop_url
from tests.support.initiative import Office

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
