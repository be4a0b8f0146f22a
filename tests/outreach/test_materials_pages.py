"""Making, looking at, taking along and counting materials, page by page."""

import io
import re
from collections.abc import Callable
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from PIL import Image
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from samen.base import clock
from samen.base.errors import Conflict
from samen.base.models import AuditLine
from samen.files.actions import put_picture
from samen.files.choices import PictureKind
from samen.files.pictures import redraw
from samen.initiatives.choices import Role as StaffRole
from samen.messaging import actions as texts
from samen.messaging.kinds import Words, kind
from samen.outreach import actions, materials_actions, materials_queries
from samen.outreach.choices import MaterialKind, SourceKind
from samen.outreach.materials_actions import Made
from samen.outreach.models import Material, Source
from tests.support.initiative import ACTOR, Office
from tests.support.looks import PHONE
from tests.support.recruiting import an_intermediary
from tests.support.screens import Screens

pytestmark = pytest.mark.django_db

CHOSEN = {
    "kind": "flyer-a5",
    "design": "beads",
    "for_role": "coach",
    "language": "nl",
    "second_language": "ar",
}


def text_of(answer: Any) -> str:
    """The page in plain words."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def made(**known: object) -> Material:
    chosen = Made(**{"kind": "flyer-a5", "design": "paths", **known})  # type: ignore[arg-type]
    return materials_actions.make(made=chosen, today=clock.today(), actor=ACTOR)


def keep(client: Client, office: Office, **changed: str) -> Any:
    return client.post(office.url("materials/make/"), {**CHOSEN, "do": "keep", **changed}, follow=True)


# ---------- Making ----------


def test_from_nothing_to_a_flyer(office: Office) -> None:
    client = office.client()
    assert "Er is nog geen materiaal" in text_of(client.get(office.url("materials/")))
    page = keep(client, office)
    assert "‘Flyer A5, kralen, Nederlands + العربيّة’ is klaar." in text_of(page)
    material = Material.objects.get()
    assert (material.design, material.for_role, material.second_language) == ("beads", "coach", "ar")
    source = Source.objects.get()
    assert (source.kind, source.material, source.label) == (SourceKind.MATERIAL, material, material.name)
    assert re.fullmatch(r"[2-9B-DF-HJKMNP-TV-Z]{6}", source.code)
    assert f"/deinze/via/{source.code}" in text_of(page)
    verbs = list(AuditLine.objects.order_by("id").values_list("verb", flat=True))
    assert verbs[-2:] == ["make_material", "make_source"]


def test_a_look_before_it_is_kept(office: Office) -> None:
    client = office.client()
    words = {"title": "Kom naar de kerk!", "body": "Elke woensdag.", "do": "show"}
    page = client.post(office.url("materials/make/"), {**CHOSEN, **words})
    assert page.status_code == 200
    assert "‘kerk’ gaat over geloof." in text_of(page)
    assert "Dit is een tip. Jij beslist." in text_of(page)
    assert not Material.objects.exists()
    pictures = [
        unescape(found) for found in re.findall(r'src="([^"]*materials/look/[^"]*)"', page.content.decode())
    ]
    assert len(pictures) == 4
    assert "title=Kom+naar+de+kerk" in pictures[-1]
    for address in pictures:
        picture = client.get(address)
        assert picture["Content-Type"] == "image/png"
        assert "private" in picture["Cache-Control"]
        assert Image.open(io.BytesIO(picture.content)).width in {280, 720}


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"second_language": "nl"}, "Dat is dezelfde taal. Kies een andere, of geen."),
        ({"title": "x" * 81}, "80"),
        ({"body": "x" * 601}, "600"),
        ({"kind": "boek"}, "boek"),
        ({"design": "vlag"}, "vlag"),
        ({"language": "tlh"}, "tlh"),
    ],
)
def test_what_cannot_be_made_is_told_and_kept_in_the_form(
    office: Office, changed: dict[str, str], sentence: str
) -> None:
    answer = keep(office.client(), office, **changed)
    assert answer.status_code == 422
    assert sentence in text_of(answer)
    assert not Material.objects.exists()


def test_nonsense_in_the_address_of_a_picture_is_refused(office: Office) -> None:
    client = office.client()
    assert client.get(office.url("materials/look/")).status_code == 200
    assert client.get(office.url("materials/look/?kind=boek")).status_code == 422
    assert client.get(office.url("materials/look/?size=huge")).status_code == 200


def test_a_change_keeps_the_code(office: Office) -> None:
    client, material = office.client(), made(language="nl")
    code = Source.objects.get().code
    page = client.get(office.url(f"materials/{material.pk}/edit/"))
    assert "De QR-code blijft dezelfde." in text_of(page)
    changed = {**CHOSEN, "design": "table", "name": "Flyer bib", "do": "keep"}
    client.post(office.url(f"materials/{material.pk}/edit/"), changed)
    material.refresh_from_db()
    assert (material.name, material.design) == ("Flyer bib", "table")
    source = Source.objects.get()
    assert (source.code, source.label) == (code, "Flyer bib")
    shown = client.post(
        office.url(f"materials/{material.pk}/edit/"), {**changed, "name": "Anders", "do": "show"}
    )
    assert shown.status_code == 200
    material.refresh_from_db()
    assert material.name == "Flyer bib"


def test_what_stands_on_it_comes_from_the_initiative(office: Office) -> None:
    initiative = office.initiative
    initiative.contact_phone, initiative.colour, initiative.contact_place = (
        "+3293811234",
        "#006a4e",
        "Sociaal Huis",
    )
    picture = io.BytesIO()
    Image.new("RGB", (40, 40), "#2255aa").save(picture, "PNG")
    put_picture(kind=PictureKind.PHOTO, drawn=redraw(picture.getvalue()), actor=ACTOR)
    images = materials_queries.pictures()
    material = made(with_photo=True)
    flyer = materials_queries.flyer_of(material, initiative, images)
    assert (flyer.phone, flyer.colour, flyer.address_text) == ("09 381 12 34", "#006a4e", "Sociaal Huis")
    assert flyer.photo is not None
    assert flyer.url.endswith(f"/deinze/via/{Source.objects.get().code}/")
    material.with_photo = False
    assert materials_queries.flyer_of(material, initiative, images).photo is None


def test_own_flyer_words_of_this_role_and_language_stand_on_it(office: Office) -> None:
    for code, language, title in (
        ("flyer_coach", "nl", "Dag coach"),
        ("flyer_newcomer", "fr", "Bonjour {initiative}"),
    ):
        words = Words(title, "Een.", language)
        texts.write_text(kind=kind(code), words=words, now=clock.now(), actor=ACTOR)

    def own(**known: object) -> list[str]:
        flyer = materials_queries.flyer_of(made(**known), office.initiative, {})
        return [one.subject for one in flyer.own]

    assert own(for_role="coach") == ["Dag coach"]
    assert own(for_role="coach", language="ar", second_language="nl") == ["Dag coach"]
    assert own(for_role="newcomer") == []
    assert own(for_role="newcomer", language="fr") == ["Bonjour Samen in Deinze"]


# ---------- Taking along ----------


def test_files_for_the_printer_and_for_ourselves(office: Office) -> None:
    client, material = office.client(), made()
    printer = client.get(office.url(f"materials/{material.pk}/file/printer/"))
    assert printer["Content-Type"] == "application/pdf"
    assert printer["Content-Disposition"] == (
        "attachment; filename*=UTF-8''Flyer%20A5%2C%20twee%20paden%2C%20Nederlands%2C%20drukker.pdf"
    )
    assert (
        PdfReader(io.BytesIO(printer.content)).pages[0].bleedbox
        != PdfReader(io.BytesIO(printer.content)).pages[0].mediabox
    )
    own = client.get(office.url(f"materials/{material.pk}/file/own/"))
    page = PdfReader(io.BytesIO(own.content)).pages[0]
    assert float(page.mediabox.width) == pytest.approx(297 * 72 / 25.4, abs=0.1)
    assert Source.objects.get().code in page.extract_text()
    assert client.get(office.url(f"materials/{material.pk}/file/else/")).status_code == 404


def test_an_image_for_social_media(office: Office) -> None:
    client, material = office.client(), made(kind=MaterialKind.SOCIAL)
    image = client.get(office.url(f"materials/{material.pk}/file/own/"))
    assert (image["Content-Type"], Image.open(io.BytesIO(image.content)).size) == ("image/png", (1080, 1080))
    page = text_of(client.get(office.url(f"materials/{material.pk}/")))
    assert "Haal het beeld" in page
    assert "Voorraad" not in page


# ---------- Counting ----------


def test_stock_is_counted_and_what_was_given_is_told(office: Office) -> None:
    client, material = office.client(), made()
    answer = client.post(office.url(f"materials/{material.pk}/stock/"), {"stock": "80"}, follow=True)
    assert "Geteld: 80 van ‘Flyer A5, twee paden, Nederlands’." in text_of(answer)
    today = clock.today()
    for number in (20, 5):
        actions.hand_out(
            intermediary=an_intermediary(f"Hilde {number}"),
            material=material,
            number=number,
            on=today,
            today=today,
            actor=ACTOR,
        )
    page = text_of(client.get(office.url("materials/")))
    assert "55 in voorraad" in page
    assert "25 uitgedeeld" in page
    assert "25 stuks zijn uitgedeeld" in text_of(client.get(office.url(f"materials/{material.pk}/")))


@pytest.mark.parametrize("stock", ["-1", "veel", "", "99999999"])
def test_a_count_that_is_none_is_told(office: Office, stock: str) -> None:
    client, material = office.client(), made()
    answer = client.post(office.url(f"materials/{material.pk}/stock/"), {"stock": stock})
    assert answer.status_code == 422
    material.refresh_from_db()
    assert material.stock == 0


def test_put_away_and_back(office: Office) -> None:
    client, material = office.client(), made()
    away = client.post(office.url(f"materials/{material.pk}/end/"), follow=True)
    assert "is weggelegd." in text_of(away)
    assert "Maak ongedaan" in text_of(away)
    with pytest.raises(Conflict):
        materials_actions.end(material=material, today=clock.today() + timedelta(days=1), actor=ACTOR)
    client.post(office.url(f"materials/{material.pk}/reopen/"))
    material.refresh_from_db()
    assert material.ended_on is None
    with pytest.raises(Conflict):
        materials_actions.reopen(material=material, actor=ACTOR)
    # Paper lives on: the link was never stopped.
    assert Source.objects.get().ended_on is None


# ---------- Who, and how often is asked ----------


def test_a_reader_may_not_and_an_assistant_may(office: Office) -> None:
    material = made()
    paths = ("materials/", "materials/make/", "materials/look/", f"materials/{material.pk}/file/own/")
    for path in (*paths, f"materials/{material.pk}/picture/"):
        assert office.client(StaffRole.READER).get(office.url(path)).status_code == 403
        assert office.client(StaffRole.ASSISTANT).get(office.url(path)).status_code == 200


def test_the_gallery_asks_as_often_for_one_as_for_three(office: Office) -> None:
    client = office.client()
    client.get(office.url("materials/"))
    counts = []
    for _round in range(3):
        made()
        with CaptureQueriesContext(connection) as seen:
            assert client.get(office.url("materials/")).status_code == 200
        counts.append(len(seen))
    assert counts[0] == counts[2], counts


# ---------- In a browser ----------


@pytest.mark.django_db(transaction=True)
def test_materials(
    office: Office,
    page: Page,
    sign_in: Callable[..., None],
    axe: Callable[[Page], list[str]],
    screens: Screens,
) -> None:
    office.initiative.contact_phone = "+3293811234"
    office.initiative.save()
    sign_in(page, office)

    def look(step: str) -> None:
        page.wait_for_load_state("networkidle")
        screens(page, step)
        assert axe(page) == []
        page.set_viewport_size({"width": PHONE, "height": 900})
        assert axe(page) == []
        page.set_viewport_size({"width": 1280, "height": 900})

    page.goto(office.url("materials/"))
    look("empty")
    page.get_by_role("link", name="Maak een flyer").click()
    page.get_by_label("Aan tafel").check()
    page.get_by_label("Tweede taal").select_option("ar")
    page.get_by_label("Eigen tekst").fill("Elke week 5 euro.")
    page.get_by_role("button", name="Toon het voorbeeld").click()
    expect(page.get_by_text("gaat over geld")).to_be_visible()
    look("look")
    page.get_by_label("Eigen tekst").fill("")
    page.get_by_role("button", name="Bewaar het materiaal").click()
    look("one")
    with page.expect_download() as download:
        page.get_by_role("link", name="Haal het bestand voor de drukker").click()
    assert download.value.suggested_filename.endswith("drukker.pdf")
    made(kind=MaterialKind.POSTER_A3, design="beads", language="uk")
    made(kind=MaterialKind.CARD, design="paths")
    made(kind=MaterialKind.SOCIAL, design="table", language="fa")
    page.goto(office.url("materials/"))
    look("gallery")


def test_letters_that_no_face_holds_are_told(office: Office) -> None:
    client, material = office.client(), made(language="nl")
    warning = "Samen heeft nog geen lettertype voor deze letters"
    assert warning not in text_of(client.get(office.url(f"materials/{material.pk}/")))
    assert warning not in text_of(client.get(office.url("materials/make/")))
    page = client.post(office.url("materials/make/"), {**CHOSEN, "title": "ሰላም"})
    assert f"{warning}: ሰ ላ ም." in text_of(page)
    Material.objects.update(title="ሰላም")
    assert f"{warning}: ሰ ላ ም." in text_of(client.get(office.url(f"materials/{material.pk}/")))
