"""Documents: what stands in a value comes out as it is, nothing else is read, and our typefaces suffice."""

import io
import json
import threading
import unicodedata
from datetime import date
from pathlib import Path

import pytest
import typst
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from samen.documents import pdf

pytestmark = pytest.mark.pure

SHEET = Path(__file__).parent / "templates" / "sheet.typ"
DAY = date(2026, 3, 1)

# Every letter of a language, of its capitals and of its marks; what a face must hold.
ALPHABETS = {
    (
        "Atkinson",
        "nl en fr es",
    ): "abcdefghijklmnopqrstuvwxyzàâäæçéèêëîïíìñóòôöœùúûüÿ¿¡‘’“”«»–…€ij0123456789.,:;?!()@/&'\"",
    ("Atkinson", "tr ro"): "çğıöşüâîûăâîșțşţİ",
    ("NotoSans", "uk ru"): "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяёъыэ’«»—№",
    ("NotoSans", "nl tr ro"): "abcdefghijklmnopqrstuvwxyzçğıöşüăâîșțİ0123456789@/:.",
    (
        "NotoSansArabic",
        "ar fa",
    ): "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىةپچژگکیۀًٌٍَُِّْ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹،؛؟ـ\u200c\u200d",
}
FILES = {"Atkinson": "AtkinsonHyperlegibleNext", "NotoSans": "NotoSans", "NotoSansArabic": "NotoSansArabic"}


def text_of(content: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
@pytest.mark.parametrize(("face", "spoken"), ALPHABETS)
def test_a_face_holds_every_letter_of_its_languages(face: str, spoken: str, weight: str) -> None:
    letters = ALPHABETS[face, spoken]
    held = TTFont(pdf.FONTS / f"{FILES[face]}-{weight}.ttf").getBestCmap()
    capitals = {letter.upper() for letter in letters if len(letter.upper()) == 1}
    assert sorted(letter for letter in {*letters, *capitals} if ord(letter) not in held) == []


def test_letters_without_a_face_are_those_that_no_face_holds() -> None:
    faces = [TTFont(file).getBestCmap() for file in pdf.FONTS.glob("*-Regular.ttf")]
    letters = [chr(number) for number in range(0x41, 0x3000) if unicodedata.category(chr(number))[0] == "L"]
    missing = [letter for letter in letters if not any(ord(letter) in face for face in faces)]
    assert pdf.letters_without_face("".join(letters)) == "".join(missing)


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Dag, zoë! 12 %", ""),
        ("مرحبا پښتو ڕۆژ", ""),
        ("ትግርኛ ትግ", "ትግርኛ"),
        ("Ɛna ɓaleejo", "ɓ"),
        ("Γεια", "Γεια"),
    ],
)
def test_which_letters_would_be_boxes(text: str, missing: str) -> None:
    assert pdf.letters_without_face(text) == missing


@pytest.mark.parametrize(
    ("language", "is_rtl", "script"),
    [
        ("prs", True, pdf.ARABIC),
        ("fa-af", True, pdf.ARABIC),
        ("so", False, pdf.LATIN),
        ("uk", False, pdf.CYRILLIC),
    ],
)
def test_which_script_a_language_is_set_in(language: str, is_rtl: bool, script: str) -> None:
    assert pdf.script_of(language, is_rtl=is_rtl) == script


def test_each_face_is_light_and_brings_its_licence() -> None:
    files = sorted(pdf.FONTS.glob("*.ttf"))
    assert len(files) == 6
    assert [file.name for file in files if file.stat().st_size >= 400_000] == []
    assert {file.name for file in pdf.FONTS.glob("OFL-*.txt")} == {"OFL-atkinson.txt", "OFL-noto.txt"}
    arabic = TTFont(pdf.FONTS / "NotoSansArabic-Regular.ttf")
    shaping = {record.FeatureTag for record in arabic["GSUB"].table.FeatureList.FeatureRecord}
    assert {"init", "medi", "fina", "rlig"} <= shaping
    assert "mark" in {record.FeatureTag for record in arabic["GPOS"].table.FeatureList.FeatureRecord}


HOSTILE = [
    '#panic("x")',
    "[a](b) *c* _d_ `e`",
    "$x^2$ @ref <label>",
    "back\\slash \\u{41}",
    "\"q\" 'q' //c /*d*/",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_signs_of_the_template_language_come_out_as_they_are(name: str) -> None:
    assert squeezed(text_of(pdf.render(SHEET, {"name": name}, on=DAY))) == squeezed(name)


@given(st.text(alphabet=st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=40))
def test_any_plain_text_comes_out_as_it_is(name: str) -> None:
    assert squeezed(text_of(pdf.render(SHEET, {"name": name}, on=DAY))) == squeezed(name)


def test_the_naughty_corpora_make_a_document(reference_data: Path) -> None:
    folder = reference_data / "strings"
    naughty = [str(text) for text in json.loads((folder / "naughty_even.json").read_text(encoding="utf-8"))]
    for file in sorted(folder.glob("*.txt")):
        naughty += file.read_text(encoding="utf-8", errors="replace").splitlines()
    for text in naughty:
        made = pdf.render(SHEET, {"name": text}, on=DAY, standard=None)
        assert made.startswith(b"%PDF"), text
        if text.isascii() and text.isprintable() and len(text) < 60:
            assert squeezed(text_of(made)) == squeezed(text)


def test_equal_values_give_equal_bytes_in_every_thread() -> None:
    made: list[bytes] = []

    def make() -> None:
        made.extend(pdf.render(SHEET, {"name": "Amal أمل Амаль"}, on=DAY) for _ in range(3))

    threads = [threading.Thread(target=make) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 9
    assert len(set(made)) == 1
    assert pdf.render(SHEET, {"name": "Amal أمل Амаль"}, on=date(2026, 3, 2)) != made[0]


@pytest.mark.parametrize("path", ["/etc/passwd", "../test_pdf.py", "../../../pyproject.toml"])
def test_nothing_outside_the_folder_of_the_template_is_read(path: str) -> None:
    with pytest.raises(typst.TypstError):
        pdf.render(SHEET, {"name": "x", "read": path}, on=DAY)


def test_no_template_asks_for_a_package_from_elsewhere() -> None:
    source = Path(pdf.__file__).resolve().parents[1]
    templates = sorted(source.rglob("*.typ"))
    assert templates
    assert [file.name for file in templates if '"@' in file.read_text(encoding="utf-8")] == []


def test_only_our_faces_are_embedded_and_the_document_is_for_everybody() -> None:
    made = pdf.render(SHEET, {"name": "Amal أمل Амаль"}, on=DAY)
    reader = PdfReader(io.BytesIO(made))
    assert faces_of(reader) == {
        "AtkinsonHyperlegibleNext-Regular",
        "NotoSans-Regular",
        "NotoSansArabic-Regular",
    }
    assert "/StructTreeRoot" in reader.trailer["/Root"]
    assert b"pdfuaid" in made


def faces_of(reader: PdfReader) -> set[str]:
    return {
        str(font.get_object()["/BaseFont"]).partition("+")[2]
        for page in reader.pages
        for font in page["/Resources"].get("/Font", {}).values()
    }


def test_a_letter_that_no_face_holds_still_makes_a_document() -> None:
    assert pdf.render(SHEET, {"name": "日本 😀"}, on=DAY).startswith(b"%PDF")


def test_a_picture_of_the_first_page() -> None:
    assert pdf.render(SHEET, {"name": "x"}, on=DAY, format="png", ppi=254).startswith(b"\x89PNG")
