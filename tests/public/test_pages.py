"""What anybody may read: the front door, an initiative's page, and what it looks like."""

import gzip
import re
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samen.base import clock
from samen.base.languages import every
from samen.base.scoping import scope
from samen.events import actions as events
from samen.files import actions as files
from samen.files.choices import PictureKind
from samen.files.pictures import Drawn
from samen.initiatives import actions
from samen.initiatives.actions import Presentation
from samen.initiatives.rules import FollowUp
from tests.support.initiative import ACTOR, Office, make_office

pytestmark = pytest.mark.postgres

SHOWN = Presentation(
    name="Samen in Deinze",
    organisation="Stad Deinze",
    contact_name="Griet",
    contact_phone="+3292110034",
    contact_email="griet@deinze.example",
    contact_hours="maandag, 9 tot 12 uur",
    area=("9800", "9850"),
    colour="#005f73",
)


@pytest.fixture
def site(office: Office) -> Office:
    actions.present(initiative=office.initiative, presentation=SHOWN, actor=ACTOR)
    actions.open_page(initiative=office.initiative, is_public=True, actor=ACTOR)
    return office


@pytest.fixture
def client() -> Client:
    return Client()


def text(answer: Any) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


@pytest.mark.parametrize(("days", "words"), [(14, "om de twee weken"), (21, "om de 21 dagen")])
def test_the_rhythm_is_that_of_the_initiative(site: Office, client: Client, days: int, words: str) -> None:
    actions.follow_duos(
        initiative=site.initiative, days=FollowUp(rhythm=days), gives_up_name=True, actor=ACTOR
    )
    assert words in text(client.get("/deinze/join/"))
    page = text(client.get("/deinze/"))
    assert f"{words.capitalize()}, zes tot twaalf maanden." in page


@pytest.mark.parametrize("wanted", ["9800", "9850", "Deinze", "deinze", "Stad D", "Nevele"])
def test_an_initiative_is_found_by_postal_code_place_or_name(
    site: Office, client: Client, wanted: str
) -> None:
    page = client.get("/", {"q": wanted}).content.decode()
    assert 'href="/deinze/"' in page


@pytest.mark.parametrize("wanted", ["1000", "Oostende", "%", "x" * 200, "\x00"])
def test_nothing_found_says_what_to_do(site: Office, client: Client, wanted: str) -> None:
    answer = client.get("/", {"q": wanted})
    assert answer.status_code == 200
    assert 'href="/deinze/"' not in answer.content.decode()


def test_a_page_that_is_not_open_is_not_there(office: Office, client: Client) -> None:
    for path in ("", "join/", "privacy/", "colours.css", "join/check/"):
        assert client.get(f"/deinze/{path}").status_code == 404
    assert 'href="/deinze/"' not in client.get("/", {"q": "deinze"}).content.decode()


def test_the_page_tells_who_where_and_when(site: Office, client: Client) -> None:
    now = clock.now()
    for days in (3, 10):
        starts_at = now + timedelta(days=days)
        ends_at = starts_at + timedelta(hours=1)
        events.plan(starts_at=starts_at, ends_at=ends_at, place=f"Zaal {days}", note="", now=now, actor=ACTOR)
    page = text(client.get("/deinze/"))
    for words in ("Griet", "09 211 00 34", "griet@deinze.example", "maandag, 9 tot 12 uur", "Zaal 3"):
        assert words in page
    assert page.index("Zaal 3") < page.index("Kom je ook?") < page.index("Zaal 10")


def test_the_four_rules_and_the_programme_stand_there_only_when_accepted(
    site: Office, client: Client
) -> None:
    assert "Onze vier afspraken" not in text(client.get("/deinze/"))
    actions.accept_ground_rules(
        initiative=site.initiative, carries_programme_name=True, today=clock.today(), actor=ACTOR
    )
    page = text(client.get("/deinze/"))
    assert "Onze vier afspraken" in page
    assert "Dit initiatief hoort bij Samen Inburgeren." in page
    actions.leave_ground_rules(initiative=site.initiative, actor=ACTOR)
    assert "Samen Inburgeren" not in text(client.get("/deinze/"))


def test_own_colour_comes_as_a_stylesheet(site: Office, client: Client) -> None:
    assert '<link rel="stylesheet" href="/deinze/colours.css">' in client.get("/deinze/").content.decode()
    css = client.get("/deinze/colours.css")
    assert css["Content-Type"] == "text/css; charset=utf-8"
    assert b"--accent:#005f73" in css.content


def test_logo_and_photo(site: Office, client: Client) -> None:
    assert client.get("/deinze/picture/logo/").status_code == 404
    drawn = Drawn(b"\x89PNG", "image/png", 10, 20)
    files.put_picture(kind=PictureKind.LOGO, drawn=drawn, actor=ACTOR)
    answer = client.get("/deinze/picture/logo/")
    assert (answer["Content-Type"], answer.content) == ("image/png", b"\x89PNG")
    assert 'src="/deinze/picture/logo/"' in client.get("/deinze/").content.decode()
    assert client.get("/deinze/picture/passwords/").status_code == 404


@pytest.mark.parametrize("language", [one.code for one in every()])
def test_a_link_chooses_the_language_and_it_stays(site: Office, client: Client, language: str) -> None:
    answer = client.get(f"/deinze/join/?lang={language}&x=1")
    assert (answer.status_code, answer["Location"]) == (302, "/deinze/join/?x=1")
    page = client.get("/deinze/").content.decode()
    direction = "rtl" if language in {"ar", "fa"} else "ltr"
    assert f'<html lang="{language}" dir="{direction}">' in page
    dutch = '<span class="dutch" lang="nl" dir="ltr">Doe mee</span>'
    assert (dutch in page) is (language != "nl")


@pytest.mark.parametrize("language", ["xx", "", "nl\r\nSet-Cookie: a=b", "../nl"])
def test_a_language_that_is_not_there_is_left_alone(site: Office, client: Client, language: str) -> None:
    answer = client.get("/deinze/", {"lang": language})
    assert answer.status_code == 200
    assert "django_language" not in answer.cookies


def test_the_desk_stays_in_its_own_languages(site: Office) -> None:
    staff = site.client()
    staff.get("/deinze/?lang=ar")
    assert '<html lang="nl" dir="ltr">' in staff.get(site.url()).content.decode()


def test_every_language_is_named_by_its_own_name_and_no_flag(site: Office, client: Client) -> None:
    page = client.get("/deinze/").content.decode()
    for one in every():
        assert f'lang="{one.code}" hreflang="{one.code}" dir="{one.direction}"' in page
        assert one.name in page


def test_a_first_visit_is_light(site: Office, client: Client) -> None:
    """The page itself; stylesheet, icons and letters are measured by the benchmark."""
    assert len(gzip.compress(client.get("/deinze/?").content)) < 8_000


def test_two_initiatives_keep_their_own(site: Office, client: Client) -> None:
    other = make_office("gent", "Samen in Gent")
    with scope(other.initiative.pk):
        actions.present(
            initiative=other.initiative,
            presentation=Presentation(name="Samen in Gent", contact_phone="+3292220000"),
            actor=ACTOR,
        )
        actions.open_page(initiative=other.initiative, is_public=True, actor=ACTOR)
    assert "09 211 00 34" not in text(client.get("/gent/"))
    assert "09 222 00 00" not in text(client.get("/deinze/"))


def test_the_page_reads_a_fixed_number_of_times(site: Office, client: Client) -> None:
    counts = []
    for days in (2, 3, 4):
        now = clock.now()
        at = now + timedelta(days=days)
        events.plan(starts_at=at, ends_at=at + timedelta(hours=1), place="x", note="", now=now, actor=ACTOR)
        with CaptureQueriesContext(connection) as seen:
            client.get("/deinze/")
        counts.append(len(seen))
    assert counts == [counts[0]] * 3
    assert counts[0] <= 5


def test_names_the_site_keeps_are_no_initiatives(db: None) -> None:
    from samen.base.errors import RuleBroken

    for slug in ("desk", "accounts", "static", "healthz"):
        with pytest.raises(RuleBroken, match="een adres van de site zelf"):
            actions.add_initiative(slug=slug, name="x", actor=ACTOR)
