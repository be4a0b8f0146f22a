"""One page of every text an initiative may change, and each text with how it will look."""

import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from playwright.sync_api import Page

from samen.base import clock
from samen.initiatives import actions as initiatives
from samen.initiatives.actions import Presentation
from samen.initiatives.choices import Role as StaffRole
from samen.messaging import actions
from samen.messaging.kinds import Words, kind
from samen.messaging.models import Text
from tests.support.initiative import ACTOR, Office

pytestmark = [pytest.mark.postgres, pytest.mark.django_db]

EVERY_OTHER = "English · Français · العربيّة · فارسی · Türkçe · Українська · Русский · Español · Română"


def text_of(answer: Any) -> str:
    """The page in plain words."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def write(code: str, subject: str, body: str, language: str = "nl") -> None:
    actions.write_text(kind=kind(code), words=Words(subject, body, language), now=clock.now(), actor=ACTOR)


def test_texts_stand_by_where_they_are_read(office: Office) -> None:
    page = text_of(office.client().get(office.url("messages/texts/")))
    places = [
        page.index(name) for name in ("Berichten", "Publieke pagina", "Flyers en affiches", "Infobladen")
    ]
    assert places[1:] == sorted(places[1:])
    for name in ("Bericht aan veel mensen", "Welkom", "Flyer voor coaches", "Infoblad voor tussenpersonen"):
        assert name in page
    assert "Lezen nu" not in page
    assert "Lezen nog" not in page


def test_the_coordinator_sees_who_reads_dutch_now(office: Office) -> None:
    write("page_welcome", "Welkom in Deinze", "Dag")
    page = text_of(office.client().get(office.url("messages/texts/")))
    assert f"Lezen nu jullie Nederlands: {EVERY_OTHER}" in page
    write("page_welcome", "أهلا", "أهلا", "ar")
    page = text_of(office.client().get(office.url("messages/texts/")))
    assert f"Lezen nu jullie Nederlands: {EVERY_OTHER.replace('العربيّة · ', '')}" in page
    one = text_of(office.client().get(office.url("messages/texts/page_welcome/fr/")))
    assert "Lezers krijgen het Nederlands." in one


def test_the_coordinator_sees_which_flyers_still_say_what_is_ours(office: Office) -> None:
    write("flyer_coach", "Word coach in Deinze", "Kom langs.")
    page = text_of(office.client().get(office.url("messages/texts/")))
    assert f"Lezen nog de tekst van Samen: {EVERY_OTHER}" in page
    one = text_of(office.client().get(office.url("messages/texts/flyer_coach/ar/")))
    assert "Jullie Nederlands is anders, maar staat nog niet in deze taal." in one


@pytest.mark.parametrize("code", ["page_activities", "flyer_newcomer", "sheet_coach"])
def test_a_translation_is_marked_when_the_dutch_changes(office: Office, code: str) -> None:
    client = office.client()
    write(code, "Titre", "Texte", "fr")
    assert "Nederlands veranderde" not in text_of(client.get(office.url("messages/texts/")))
    write(code, "Nieuw", "Nieuw")
    assert "Français : Nederlands veranderde" in text_of(client.get(office.url("messages/texts/")))
    page = text_of(client.get(office.url(f"messages/texts/{code}/fr/")))
    assert "Het Nederlands is veranderd sinds deze vertaling." in page


@pytest.mark.parametrize("code", ["page_welcome", "flyer_newcomer", "sheet_newcomer"])
def test_an_unknown_name_is_refused_and_nothing_is_lost(office: Office, code: str) -> None:
    page = office.client().post(
        office.url(f"messages/texts/{code}/nl/"), {"subject": "Mijn titel", "body": "Dag {x.__class__}"}
    )
    assert page.status_code == 422
    said = text_of(page)
    assert "‘{x.__class__}’ kennen wij niet. Gebruik: {contact_name}, {contact_phone}, " in said
    assert 'value="Mijn titel"' in page.content.decode()
    assert "Dag {x.__class__}" in said
    assert not Text.objects.exists()


def test_a_page_is_looked_at_as_it_will_be_read_and_escaped(office: Office) -> None:
    client, url = office.client(), office.url("messages/texts/page_not/nl/")
    typed = {"subject": "Niet & nooit", "body": "Wel:\n- <b>vet</b>\n- {initiative}\n\n# Kop"}
    page = client.post(url, {**typed, "do": "look"}).content.decode()
    shown = page.partition('id="preview"')[2]
    assert "Niet &amp; nooit" in shown
    assert '<ul class="ticks not">' in shown
    assert "&lt;b&gt;vet&lt;/b&gt;" in shown
    assert f"<span>{office.initiative.name}</span>" in shown
    assert "Dit is nog niet bewaard." in shown
    assert not Text.objects.exists()
    assert "De tekst is bewaard." in text_of(client.post(url, typed, follow=True))


def test_a_text_in_another_language_is_shown_in_its_direction_with_the_dutch_beside(office: Office) -> None:
    write("sheet_coach", "Blad", "# Kop\nTekst")
    write("sheet_coach", "ورقة", "# عنوان\nنص", "ar")
    page = office.client().get(office.url("messages/texts/sheet_coach/ar/")).content.decode()
    shown = page.partition('id="preview"')[2]
    assert 'lang="ar" dir="rtl"' in shown
    assert 'ورقة<span class="dutch" lang="nl" dir="ltr">Blad</span>' in shown
    assert 'عنوان<span class="dutch" lang="nl" dir="ltr">Kop</span>' in shown


def test_a_flyer_is_looked_at_as_a_picture(office: Office) -> None:
    client = office.client()
    typed = {"subject": "Dag {initiative}", "body": "Elke zondag naar de kerk.", "do": "look"}
    page = client.post(office.url("messages/texts/flyer_coach/fr/"), typed)
    said = text_of(page)
    assert "‘kerk’ gaat over geloof." in said
    (source,) = re.findall(r'<img src="([^"]*materials/look[^"]*)"', page.content.decode())
    asked = unescape(source)
    assert "for_role=coach" in asked
    assert "language=fr" in asked
    assert "title=Dag+Samen+in+Deinze" in asked
    picture = client.get(asked)
    assert (picture.status_code, picture["Content-Type"]) == (200, "image/png")


def test_hints_stand_by_own_words_alone(office: Office) -> None:
    client, url = office.client(), office.url("messages/texts/sheet_coach/nl/")
    assert "Dit is een tip." not in text_of(client.get(url))
    write("sheet_coach", "Blad", "Het kost 10 euro.\n" + "Lange tekst. " * 40)
    page = text_of(client.get(url))
    assert "gaat over geld" in page
    assert "Daardoor worden de letters klein." not in page
    write("mailing", "Nieuws", "Het kost 10 euro.")
    assert "Dit is een tip." not in text_of(client.get(office.url("messages/texts/mailing/nl/")))


def test_a_name_that_the_initiative_never_told_is_pointed_at(office: Office) -> None:
    write("page_welcome", "Dag", "Bel {contact_phone}.")
    url = office.url("messages/texts/page_welcome/nl/")
    assert "Dit is nog leeg bij jullie: {contact_phone}" in text_of(office.client().get(url))
    shown = Presentation(name="Samen in Deinze", contact_phone="+3292110034")
    initiatives.present(initiative=office.initiative, presentation=shown, actor=ACTOR)
    page = text_of(office.client().get(url))
    assert "Dit is nog leeg" not in page
    assert "Bel 09 211 00 34." in page


def test_the_standard_text_comes_back(office: Office) -> None:
    write("page_welcome", "Welkom in Deinze", "Dag")
    url = office.url("messages/texts/page_welcome/nl/standard/")
    page = text_of(office.client().post(url, follow=True))
    assert "De standaardtekst staat er weer." in page
    assert "Leer jouw gemeente kennen. Samen." in page


def test_a_reader_may_not(office: Office) -> None:
    for path in ("messages/texts/", "messages/texts/page_welcome/nl/"):
        assert office.client(StaffRole.READER).get(office.url(path)).status_code == 403


def test_the_list_asks_as_often_for_many_texts_as_for_none(office: Office) -> None:
    client, counts = office.client(), []
    for language in ("nl", "fr", "ar"):
        client.get(office.url("messages/texts/"))
        with CaptureQueriesContext(connection) as seen:
            client.get(office.url("messages/texts/"))
        counts.append(len(seen))
        for code in ("page_welcome", "flyer_coach", "sheet_coach"):
            write(code, "x", "y", language)
    assert counts == [counts[0]] * 3


@pytest.mark.django_db(transaction=True)
def test_in_a_browser(
    office: Office,
    page: Page,
    sign_in: Callable[..., None],
    screens: Callable[[Page, str], None],
    axe: Callable[[Page], list[str]],
) -> None:
    write(
        "page_activities", "Wat doen wij in {initiative}?", "Elke maand koken wij samen.\n\n- Markt\n- Park"
    )
    write("flyer_coach", "Word coach in Deinze", "Elke zondag naar de kerk.")
    sign_in(page, office)
    for name, path in {
        "texts": "",
        "page": "page_activities/nl/",
        "page-ar": "page_activities/ar/",
        "flyer": "flyer_coach/nl/",
        "sheet-ar": "sheet_newcomer/ar/",
    }.items():
        page.goto(office.url(f"messages/texts/{path}"))
        assert axe(page) == []
        screens(page, name)
