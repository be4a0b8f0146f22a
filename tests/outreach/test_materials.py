"""Materials: each design in each kind and language holds its words and its code, and prints well."""

import io
import itertools
import json
import logging
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PIL import Image, ImageChops
from pypdf import PdfReader

from samen.base import languages
from samen.base.qr import matrix
from samen.documents import pdf
from samen.messaging.kinds import Words as Own
from samen.outreach import materials
from samen.outreach.choices import Design, MaterialKind
from samen.outreach.flyer_words import words
from samen.outreach.materials import Flyer
from samen.people.choices import Role
from tests.support.looks import FULL_GRID

DAY = date(2026, 3, 1)
ADDRESS = "https://samen.example/deinze/via/K7M4QX/"
MM = 72 / 25.4
PRINTED = [kind for kind in MaterialKind if kind != MaterialKind.SOCIAL]
# What a translation may become: 40 % longer than the Dutch, in each script.
LONGER = {
    "nl": (
        "Ben je hier nieuw? Leer dan ook iemand kennen die hier woont.",
        "Jullie kiezen zelf wat jullie doen. ",
    ),
    "uk": (
        "Ви тут нещодавно? Познайомтеся з кимось, хто тут живе.",
        "Розмовляєте, гуляєте чи готуєте разом. ",
    ),
    "ar": ("هل أنت جديد هنا؟ تعرّف على شخص يعيش في المنطقة.", "تتحدثان أو تمشيان أو تطبخان معًا. "),
    "fa": ("تازه به اینجا آمده‌اید؟ با کسی آشنا شوید.", "با هم حرف می‌زنید یا قدم می‌زنید. "),
    "ro": ("Sunteți aici de puțin timp? Cunoașteți pe cineva.", "Vorbiți, vă plimbați sau gătiți împreună. "),
}
# The smallest letters on each, in points; of a social image in pixels.
SMALLEST = {
    MaterialKind.FLYER_A5: 7.5,
    MaterialKind.FLYER_A6: 6.5,
    MaterialKind.POSTER_A3: 13.5,
    MaterialKind.POSTER_A4: 9.5,
    MaterialKind.CARD: 5.3,
    MaterialKind.SOCIAL: 20,
}
FACES = {
    pdf.LATIN: "AtkinsonHyperlegibleNext",
    pdf.CYRILLIC: "NotoSans",
    pdf.ARABIC: "NotoSansArabic",
}
OUR_FACES = {f"{name}-{weight}" for name in FACES.values() for weight in ("Regular", "Bold")}


def a_flyer(**known: object) -> Flyer:
    start = Flyer(
        kind=MaterialKind.FLYER_A5,
        design=Design.PATHS,
        role=Role.NEWCOMER,
        languages=("nl",),
        title="",
        body="",
        initiative_name="Samen in Deinze",
        phone="09 381 12 34",
        email="samen@deinze.example",
        hours="dinsdag en donderdag, 9 tot 12 uur",
        address_text="Sociaal Huis, Kerkstraat 12, Deinze",
        url=ADDRESS,
        colour="",
    )
    return replace(start, **known)  # type: ignore[arg-type]


def a_picture(kind: str = "PNG") -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (300, 120), "#2255aa").save(stream, kind)
    return stream.getvalue()


def grid() -> list[tuple[str, str, tuple[str, ...]]]:
    """Every design, kind and choice of languages; in the quick run each design with each kind once."""
    spoken = [(code,) for code in languages.codes()] + [
        ("nl", "ar"),
        ("uk", "nl"),
        ("fa", "ar"),
        ("fr", "ro"),
    ]
    every = list(itertools.product(Design.values, MaterialKind.values, spoken))
    if FULL_GRID:
        return every
    return [choice for number, choice in enumerate(every) if number % 13 == 0]


@pytest.fixture(params=grid(), ids=lambda choice: f"{choice[0]}-{choice[1]}-{'+'.join(choice[2])}")
def flyer(request: pytest.FixtureRequest) -> Flyer:
    design, kind, spoken = request.param
    return a_flyer(design=design, kind=kind, languages=spoken)


def in_full(flyer: Flyer) -> Flyer:
    """With as many words as a translation may bring, in the script of its first language."""
    title, line = LONGER.get(flyer.languages[0], LONGER["nl"])
    return replace(flyer, title=title, body=f"{line}\n{line}\n{line}")


# ---------- Every one ----------


def test_it_renders_with_our_faces_only(flyer: Flyer, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger="samen.documents.pdf"):
        for for_printer in (False, True):
            made = materials.render(flyer, for_printer=for_printer, on=DAY)
            if flyer.kind == MaterialKind.SOCIAL:
                assert Image.open(io.BytesIO(made)).size == (1080, 1080)
            else:
                assert faces_of(made) <= OUR_FACES
    assert caplog.messages == []


def faces_of(made: bytes) -> set[str]:
    return {
        str(font.get_object()["/BaseFont"]).partition("+")[2]
        for page in PdfReader(io.BytesIO(made)).pages
        for font in page["/Resources"].get("/Font", {}).values()
    }


def test_no_text_leaves_its_box_nor_a_box_the_paper(flyer: Flyer) -> None:
    for full in (flyer, in_full(flyer)):
        width, height = materials.FORMATS[full.kind].width, materials.FORMATS[full.kind].height
        boxes = materials.fitted(full)
        assert len(boxes) >= 5
        for box in boxes:
            assert box["holds"], box
            assert box["x"] >= 3, box
            assert box["y"] >= 3, box
            assert box["x"] + box["width"] <= width - 3, box
            assert box["y"] + box["height"] <= height - 3, box
        assert [box for box in boxes if box["size"] < SMALLEST[full.kind]] == []


@pytest.mark.parametrize(
    "spoken", [*((code,) for code in languages.codes()), ("nl", "ar"), ("fa", "ar"), ("fr", "ro")]
)
@pytest.mark.parametrize("design", Design)
def test_on_the_smallest_flyer_every_language_can_be_read(design: str, spoken: tuple[str, ...]) -> None:
    small = a_flyer(kind=MaterialKind.FLYER_A6, design=design, languages=spoken)
    for full in (small, in_full(small)):
        assert min(box["size"] for box in materials.fitted(full)) >= SMALLEST[MaterialKind.FLYER_A6]


def test_no_box_cuts_its_words(flyer: Flyer) -> None:
    """A box would cut what leaves it; without its edges the picture is the same, but for a softer edge."""
    for full in (flyer, in_full(flyer)):
        whole, cut = (
            pdf.render(
                materials.DESIGNS / f"{full.design}.typ",
                materials._values(full, layout=layout),
                on=DAY,
                format="png",
                ppi=60 if full.kind.startswith("poster") else 110,
            )
            for layout in ("unclipped", "single")
        )
        images = [Image.open(io.BytesIO(content)).convert("L") for content in (whole, cut)]
        assert ImageChops.difference(*images).getextrema()[1] < 80


def test_the_code_leads_to_its_address(flyer: Flyer) -> None:
    """The squares in the middle of each dark and light place, as a telephone reads them."""
    wanted = matrix(ADDRESS)
    image = Image.open(io.BytesIO(materials.preview(flyer, 1400))).convert("L")
    assert code_in(image, len(wanted)) == [row[2:-2] for row in wanted[2:-2]]


def code_in(image: Image.Image, size: int) -> list[list[bool]]:
    """The squares of the code without its border: nothing else on a material is as dark."""
    dark = image.point(lambda value: 255 if value < 20 else 0)
    left, top, right, bottom = dark.getbbox() or (0, 0, 1, 1)
    modules = size - 4
    unit = (right - left) / modules
    assert unit == pytest.approx((bottom - top) / modules, abs=0.2)
    return [
        [
            bool(dark.getpixel((int(left + (x + 0.5) * unit), int(top + (y + 0.5) * unit))))
            for x in range(modules)
        ]
        for y in range(modules)
    ]


# ---------- Words and letters ----------


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("language", languages.codes())
def test_the_face_of_a_language_holds_its_words(language: str, role: str) -> None:
    """Letters stand in its own face, other signs there or in Noto Sans; what is still Dutch is Latin."""
    for said, source in zip(spoken(role, language), dutch(role), strict=True):
        script = pdf.LATIN if said == source else pdf.SCRIPTS.get(language, pdf.LATIN)
        for weight in ("Regular", "Bold"):
            own, noto = held(FACES[script], weight), held("NotoSans", weight)
            assert [sign for sign in said if sign.isalpha() and sign not in own] == []
            assert [sign for sign in said if sign not in own | noto] == []


def held(face: str, weight: str) -> set[str]:
    return {chr(code) for code in TTFont(pdf.FONTS / f"{face}-{weight}.ttf").getBestCmap()}


def spoken(role: str, language: str) -> list[str]:
    said = words(role, language)
    return [said.title, *said.lines, said.call, said.free, said.no_obligation, said.ask]


def dutch(role: str) -> list[str]:
    return spoken(role, "nl")


@pytest.mark.parametrize("role", Role)
def test_the_dutch_words_are_easy(role: str) -> None:
    """Flesch-Douma of at least 70: 206.84 - 0.93 * words a sentence - 77 * syllables a word."""
    text = " ".join(part if part.endswith((".", "?")) else f"{part}." for part in dutch(role))
    said = re.findall(r"[a-zë]+", text.lower())
    sentences = len(re.findall(r"[.?!]", text))
    syllables = sum(
        max(1, len(re.findall(r"aa|ee|oo|uu|ie|oe|eu|ij|ei|ui|ou|au|[aeiouyë]", word))) for word in said
    )
    assert 206.84 - 0.93 * len(said) / sentences - 77 * syllables / len(said) >= 70


def test_two_languages_stand_beside_each_other_in_their_own_direction() -> None:
    made = materials.fitted(a_flyer(languages=("ar", "nl")))
    middle = 148 / 2
    titles = [box for box in made if box["height"] > 40]
    assert [box["x"] < middle for box in titles] == [True, False]
    assert [
        text["lang"] for text in materials._values(a_flyer(languages=("ar", "nl")), layout="single")["texts"]
    ] == [
        "nl",
        "ar",
    ]
    made = materials.render(a_flyer(languages=("ar", "nl")), for_printer=False, on=DAY)
    assert faces_of(made) <= OUR_FACES


def test_what_the_initiative_says_on_every_flyer_goes_before_ours() -> None:
    own = (Own("Dag Deinze", "Kom maar.\n\nGraag.", "nl"), Own("Salut", "Viens.", "fr"))
    flyer = a_flyer(languages=("nl", "fr"), own=own)
    first, second = materials._values(flyer, layout="single")["texts"]
    assert (first["title"], first["lines"]) == ("Dag Deinze", ["Kom maar.", "Graag."])
    assert (second["title"], second["lines"]) == ("Salut", ["Viens."])
    # What was written for this one alone goes first, each by itself, and in the first language only.
    alone = replace(flyer, title="Kom koken!")
    first, second = materials._values(alone, layout="single")["texts"]
    assert (first["title"], first["lines"]) == ("Kom koken!", ["Kom maar.", "Graag."])
    assert second["title"] == "Salut"
    arabic, dutch = materials._values(a_flyer(languages=("ar", "nl"), own=own), layout="single")["texts"][
        ::-1
    ]
    assert (arabic["title"], dutch["title"]) == (words(Role.NEWCOMER, "ar").title, "Dag Deinze")


@pytest.mark.parametrize(
    ("design", "kind", "shows"),
    [
        (design, kind, design != Design.TABLE and kind != MaterialKind.CARD)
        for design in Design
        for kind in MaterialKind
    ],
)
def test_a_photo_stands_where_the_form_says(design: str, kind: str, shows: bool) -> None:
    plain = a_flyer(design=design, kind=kind)
    with_photo = replace(plain, photo=a_picture("JPEG"))
    assert (materials.preview(plain, 200) != materials.preview(with_photo, 200)) is shows


def test_own_words_are_in_the_first_language_and_the_second_keeps_ours() -> None:
    flyer = a_flyer(languages=("nl", "fr"), title="Kom koken!", body="Elke woensdag.\n\nIn de bib.")
    first, second = materials._values(flyer, layout="single")["texts"]
    assert (first["title"], first["lines"]) == ("Kom koken!", ["Elke woensdag.", "In de bib."])
    assert second["title"] == words(Role.NEWCOMER, "fr").title


HOSTILE = [
    '#panic("x") [a](b) $x$ @r <l>',
    "\\u{41} \"q\" 'q' `c` *b* _i_",
    "W" * 80,
    "أ" * 80,
    "\u202eomgekeerd\x00\ud800",
]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("design", Design)
def test_hostile_words_stay_words_and_stay_inside(design: str, text: str) -> None:
    for kind in MaterialKind:
        flyer = a_flyer(
            design=design,
            kind=kind,
            title=text,
            body=text * 6,
            initiative_name=text,
            hours=text,
            address_text=text,
        )
        assert [box for box in materials.fitted(flyer) if not box["holds"]] == []
        assert materials.render(flyer, for_printer=True, on=DAY)


def test_hostile_words_are_read_back_as_they_were() -> None:
    text = '#panic("x") [a](b) $x$ @r <l>'
    made = materials.render(a_flyer(kind=MaterialKind.POSTER_A4, title=text), for_printer=False, on=DAY)
    read = "".join(PdfReader(io.BytesIO(made)).pages[0].extract_text().split())
    assert "".join(text.split()) in read


def test_names_of_the_naughty_corpus(reference_data: Path) -> None:
    naughty = json.loads((reference_data / "strings" / "naughty_even.json").read_text(encoding="utf-8"))
    for text in naughty[:: 1 if FULL_GRID else 12]:
        flyer = a_flyer(kind=MaterialKind.CARD, title=str(text)[:80], initiative_name=str(text)[:120])
        assert materials.render(flyer, for_printer=False, on=DAY).startswith(b"%PDF")


# ---------- Paper ----------


@pytest.mark.parametrize("kind", PRINTED)
def test_the_printer_gets_the_boxes(kind: str) -> None:
    (boxes,) = pdf.boxes(materials.render(a_flyer(kind=kind), for_printer=True, on=DAY))
    form = materials.FORMATS[kind]
    left, bottom, right, top = boxes["trimbox"]
    assert (right - left) / MM == pytest.approx(form.width, abs=0.01)
    assert (top - bottom) / MM == pytest.approx(form.height, abs=0.01)
    grown = (left - 3 * MM, bottom - 3 * MM, right + 3 * MM, top + 3 * MM)
    assert boxes["bleedbox"] == pytest.approx(grown, abs=0.01)
    assert boxes["mediabox"][2] / MM == pytest.approx(form.width + 20, abs=0.01)


@pytest.mark.parametrize(
    ("kind", "size", "pieces"),
    [
        (MaterialKind.FLYER_A5, (297, 210), 2),
        (MaterialKind.FLYER_A6, (210, 297), 4),
        (MaterialKind.CARD, (210, 297), 10),
        (MaterialKind.POSTER_A4, (210, 297), 1),
        (MaterialKind.POSTER_A3, (297, 420), 1),
    ],
)
def test_for_ourselves_as_many_as_fit_on_a_sheet(kind: str, size: tuple[int, int], pieces: int) -> None:
    made = materials.render(a_flyer(kind=kind), for_printer=False, on=DAY)
    (boxes,) = pdf.boxes(made)
    assert (boxes["mediabox"][2] / MM, boxes["mediabox"][3] / MM) == pytest.approx(size, abs=0.01)
    text = PdfReader(io.BytesIO(made)).pages[0].extract_text()
    assert "".join(text.split()).count("samen.example/deinze/via/K7M4QX") == pieces
    assert b"pdfuaid" in made


def test_equal_flyers_are_equal_bytes() -> None:
    for for_printer in (True, False):
        one, other = (materials.render(a_flyer(), for_printer=for_printer, on=DAY) for _ in "ab")
        assert one == other


# ---------- Colour and pictures ----------


@pytest.mark.parametrize(
    "colour", ["", "#6b2a5b", "#f2c500", "#ffffff", "#000000", "#777777", "#00a0e0", "rood"]
)
def test_text_can_be_read_on_any_colour(colour: str) -> None:
    values = materials._values(a_flyer(colour=colour), layout="single")
    assert materials.contrast(values["on_colour"], values["colour"]) >= 4.5
    assert materials.contrast(values["deep_colour"], "#ffffff") >= 4.5
    assert values["colour"] == (colour if colour.startswith("#") else materials.VLIER)


def test_the_contrast_of_known_colours() -> None:
    assert materials.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert materials.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("design", Design)
@pytest.mark.parametrize("kind", MaterialKind)
def test_own_logo_and_photo(design: str, kind: str) -> None:
    flyer = a_flyer(design=design, kind=kind, logo=a_picture(), photo=a_picture("JPEG"), colour="#f2c500")
    assert materials.render(flyer, for_printer=False, on=DAY)
    assert materials.preview(flyer, 300) != materials.preview(replace(flyer, logo=None), 300)


def test_a_picture_is_drawn_anew() -> None:
    image = Image.new("RGB", (50, 50), "#2255aa")
    stream = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "secret place"
    image.save(stream, "JPEG", exif=exif)
    assert b"secret place" in stream.getvalue()
    made = materials.render(a_flyer(photo=stream.getvalue()), for_printer=True, on=DAY)
    assert b"secret place" not in made
    assert b"secret place" not in materials.drawn(stream.getvalue(), "JPEG")


def test_a_preview_is_as_wide_as_asked() -> None:
    for kind in MaterialKind:
        image = Image.open(io.BytesIO(materials.preview(a_flyer(kind=kind), 280)))
        assert abs(image.width - 280) <= 1
