"""The agreement on somebody's own page: read in the language of the page, signed once, by oneself alone."""

import pytest
from django.test import Client
from django.urls import reverse

from samen.base import clock
from samen.duos.choices import ClosingReason, SignedWay
from samen.duos.models import Duo, Signature
from samen.people.access import COOKIE
from samen.people.link_actions import make_link, open_link
from samen.people.models import Participation
from tests.support.initiative import ACTOR, Office, close_duo


@pytest.fixture
def duo(office: Office) -> Duo:
    return office.duo(office.newcomer("Amal Saleh"), office.coach("Bart Goossens"))


def phone(part: Participation) -> Client:
    link, _token, _code = make_link(part=part, now=clock.now(), actor=ACTOR)
    client = Client()
    client.cookies[COOKIE] = open_link(link=link, now=clock.now())
    return client


def test_read_in_the_language_of_the_page_and_signed_once(duo: Duo) -> None:
    client, url = phone(duo.newcomer), reverse("my_agreement", args=[duo.pk])
    assert url in client.get(reverse("my_home")).content.decode()
    client.cookies["django_language"] = "ar"
    page = client.get(url).content.decode()
    assert 'lang="ar" dir="rtl"' in page
    assert "Dit spreken wij af" in page
    for wrong in (
        {},
        {"name": "Amal"},
        {"agrees": "on", "name": "\x00"},
        {"agrees": "on", "name": "x" * 999},
    ):
        assert client.post(url, wrong).status_code == 422
    for _pressed in range(2):
        assert client.post(url, {"agrees": "on", "name": "Amal Saleh"}).status_code == 302
    signature = Signature.objects.get()
    assert (signature.by_role, signature.way, signature.name) == (
        "newcomer",
        SignedWay.OWN_PAGE,
        "Amal Saleh",
    )
    assert url not in client.get(reverse("my_home")).content.decode()
    assert url in phone(duo.coach).get(reverse("my_home")).content.decode()


def test_nobody_signs_for_somebody_else_or_after_the_end(office: Office, duo: Duo) -> None:
    url, signed = reverse("my_agreement", args=[duo.pk]), {"agrees": "on", "name": "Zij"}
    other = office.duo().newcomer
    assert phone(other).post(url, signed).status_code == 404
    close_duo(duo, ClosingReason.MOVED, clock.today())
    assert phone(duo.newcomer).post(url, signed).status_code == 404
    assert not Signature.objects.exists()
