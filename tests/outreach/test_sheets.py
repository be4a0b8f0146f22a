"""Information sheets on paper: each language on one page, two on two; and the desk's pages."""

import io
import itertools
import logging
import re
from collections.abc import Callable
from datetime import date
from html import unescape
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Page
from pypdf import PdfReader

from samen.base import clock
from samen.base.languages import codes
from samen.documents import pdf
from samen.initiatives import actions as initiatives
from samen.initiatives.actions import Presentation
from samen.initiatives.choices import Role as StaffRole
from samen.messaging import actions
from samen.messaging.kinds import Words
from samen.outreach import sheets
from samen.outreach.choices import Sheet
from samen.outreach.sheet_texts import KIND_OF
from tests.outreach.test_materials import OUR_FACES, a_picture, faces_of
from tests.support.initiative import ACTOR, Office
from tests.support.looks import FULL_GRID

pytestmark = pytest.mark.django_db

DAY = date(2026, 3, 1)
# Nothing that is read on paper is smaller, in points.
SMALLEST = 10.5
SHOWN = Presentation(
    name="Samen in Deinze",
    contact_name="Griet Maes",
    contact_phone="+3293811234",
    contact_email="samen@deinze.example",
    contact_hours="dinsdag en donderdag, 9 tot 12 uur",
    contact_place="Sociaal Huis, Kerkstraat 12, Deinze",
    colour="#005f73",
)
PAIRS = [("nl", other) for other in codes() if other != "nl"]


@pytest.fixture(autouse=True)
def _shown(office: Office) -> None:
    initiatives.present(initiative=office.initiative, presentation=SHOWN, actor=ACTOR)


def drawn(office: Office, sheet: Sheet, *spoken: str, images: dict[str, bytes] | None = None) -> bytes:
    texts = sheets.words(sheet, spoken, office.initiative)
    return sheets.render(texts, office.initiative, images or {}, on=DAY)


def made(office: Office, sheet: Sheet, *spoken: str, images: dict[str, bytes] | None = None) -> PdfReader:
    return PdfReader(io.BytesIO(drawn(office, sheet, *spoken, images=images)))


def size_of(office: Office, sheet: Sheet, *spoken: str) -> float:
    (size,) = sheets.facts(sheets.words(sheet, spoken, office.initiative), office.initiative)
    return float(size)


def text_of(answer: Any) -> str:
    """The page in plain words."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


@pytest.mark.parametrize("sheet", Sheet)
@pytest.mark.parametrize("language", codes())
def test_one_language_is_one_page_with_every_letter(
    office: Office, sheet: Sheet, language: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, logger="samen.documents.pdf"):
        paper = made(office, sheet, language)
    assert caplog.messages == []  # a letter that no face holds, or a tag that is missing, would be told
    assert len(paper.pages) == 1
    assert size_of(office, sheet, language) >= SMALLEST
    assert paper.pages[0].mediabox.width == pytest.approx(210 * pdf.POINTS_PER_MM, abs=0.1)
    assert faces_of(drawn(office, sheet, language)) <= OUR_FACES


@pytest.mark.parametrize(
    ("sheet", "pair"), list(itertools.product(Sheet, PAIRS if FULL_GRID else [("nl", "ar"), ("fa", "uk")]))
)
def test_two_languages_are_two_pages_at_most(
    office: Office, sheet: Sheet, pair: tuple[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, logger="samen.documents.pdf"):
        assert len(made(office, sheet, *pair).pages) <= 2
    assert caplog.messages == []
    assert size_of(office, sheet, *pair) >= SMALLEST


def test_a_translation_may_be_a_third_longer(office: Office) -> None:
    for sheet in Sheet:
        text = KIND_OF[sheet].standard("nl")
        longer = re.sub(
            r"^([^#\n].*)$", lambda found: found[1] + found[1][: len(found[1]) // 3], text.body, flags=re.M
        )
        for language in ("nl", "ar", "uk"):
            words = [Words(text.subject, longer, language)]
            paper = sheets.render(words, office.initiative, {}, on=DAY)
            assert len(PdfReader(io.BytesIO(paper)).pages) == 1, (sheet, language)


def test_it_names_the_initiative_and_whom_to_call(office: Office) -> None:
    said = made(office, Sheet.COACH, "nl").pages[0].extract_text()
    for words in (
        "Samen in Deinze",
        "Griet Maes",
        "09 381 12 34",
        "samen@deinze.example",
        "Meedoen als coach",
    ):
        assert words in said


def test_a_logo_stands_on_it(office: Office) -> None:
    assert len(made(office, Sheet.COACH, "nl").pages[0].images) == 0
    assert len(made(office, Sheet.COACH, "nl", images={"logo": a_picture()}).pages[0].images) == 1


def test_an_initiative_that_tells_little_still_has_its_sheet(office: Office) -> None:
    initiatives.present(initiative=office.initiative, presentation=Presentation(name="S"), actor=ACTOR)
    assert len(made(office, Sheet.NEWCOMER, "nl").pages) == 1


def test_own_words_stand_on_it_as_they_are(office: Office) -> None:
    strange = "{x.__class__} #set page() [x] $1$ @a <b> \\n"
    write(office, Words("Eigen blad van {initiative}", f"Eerst dit.\n\n# Kop\n- {strange}"))
    said = made(office, Sheet.COACH, "nl").pages[0].extract_text()
    assert "Eigen blad van Samen in Deinze" in said
    assert "{x.__class__}" in said
    assert "#set page()" in said
    # A paper in another language stays in it.
    assert "Eigen blad" not in made(office, Sheet.COACH, "fr").pages[0].extract_text()


def test_a_wall_of_text_goes_on_on_a_next_page(office: Office) -> None:
    write(office, Words("T" * 80, "Een lange zin over van alles en nog wat. " * 97))
    paper = made(office, Sheet.COACH, "nl")
    assert 1 <= len(paper.pages) <= 2
    assert size_of(office, Sheet.COACH, "nl") >= SMALLEST
    assert len(made(office, Sheet.COACH, "nl", "ar").pages) >= 1


def write(office: Office, words: Words) -> None:
    actions.write_text(kind=KIND_OF[Sheet.COACH], words=words, now=clock.now(), actor=ACTOR)


# ---------- The desk ----------


def test_choose_look_and_take_along(office: Office) -> None:
    client = office.client()
    assert "Infobladen" in text_of(client.get(office.url("materials/")))
    page = text_of(client.get(office.url("materials/sheets/?language=nl&second_language=ar")))
    assert page.count("Nederlands + العربيّة") == 3
    file = client.get(office.url("materials/sheets/coach/file/?language=nl&second_language=ar"))
    assert file["Content-Type"] == "application/pdf"
    assert file["Content-Disposition"].startswith(
        "attachment; filename*=UTF-8''Infoblad%20voor%20coaches%2C%20"
    )
    assert file.content.startswith(b"%PDF")
    picture = client.get(office.url("materials/sheets/coach/picture/"))
    assert Image.open(io.BytesIO(picture.content)).width == 560


def test_the_same_language_twice_is_told(office: Office) -> None:
    page = office.client().get(office.url("materials/sheets/?language=fr&second_language=fr"))
    assert page.status_code == 422
    assert "Dat is dezelfde taal. Kies een andere, of geen." in text_of(page)


@pytest.mark.parametrize("path", ["nobody/file/", "coach/file/?language=xx", "nobody/picture/"])
def test_what_is_not_there(office: Office, path: str) -> None:
    assert office.client().get(office.url(f"materials/sheets/{path}")).status_code == 404


def test_a_reader_may_not_and_an_assistant_may(office: Office) -> None:
    for path in ("", "coach/file/", "coach/picture/"):
        url = office.url(f"materials/sheets/{path}")
        assert office.client(StaffRole.READER).get(url).status_code == 403
        assert office.client(StaffRole.ASSISTANT).get(url).status_code == 200


@pytest.mark.django_db(transaction=True)
def test_in_a_browser(
    office: Office,
    page: Page,
    sign_in: Callable[..., None],
    screens: Callable[[Page, str], None],
    axe: Callable[[Page], list[str]],
) -> None:
    sign_in(page, office)
    page.goto(office.url("materials/"))
    page.get_by_role("link", name="Infobladen").click()
    page.get_by_label("Tweede taal").select_option("ar")
    page.get_by_role("button", name="Toon de bladen").click()
    assert axe(page) == []
    screens(page, "sheets")
