"""Spreadsheets in and out."""

import csv
import io
import json
import struct
import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samen.base.errors import Refused
from samen.base.spreadsheet import (
    ENCODINGS,
    LARGEST_FILE,
    MOST_COLUMNS,
    MOST_ROWS,
    Sheet,
    parse_pasted,
    read_workbook,
    write_csv,
    write_xlsx,
)

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OASIS = "urn:oasis:names:tc:opendocument:xmlns"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

CELL = '<c r="{}" t="inlineStr"><is><t>Naam</t></is></c>'
WORKBOOK = f"""<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">
<sheets><sheet name="Lijst" sheetId="1" r:id="rId1"/></sheets></workbook>"""
WORKSHEET = f'<worksheet xmlns="{MAIN}"><sheetData>{{}}</sheetData></worksheet>'
WORKBOOK_RELATIONS = f"""<Relationships xmlns="{PACKAGE}/relationships">
<Relationship Id="rId1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="rId2" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>"""
ROOT_RELATIONS = f"""<Relationships xmlns="{PACKAGE}/relationships">
<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""


def zipped(files: dict[str, str | bytes]) -> bytes:
    """A zip file."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name, content)
    return target.getvalue()


def xlsx(rows: str, shared: str = "") -> bytes:
    """The smallest workbook with these rows."""
    return zipped(
        {
            "_rels/.rels": ROOT_RELATIONS,
            "xl/workbook.xml": WORKBOOK,
            "xl/_rels/workbook.xml.rels": WORKBOOK_RELATIONS,
            "xl/worksheets/sheet1.xml": WORKSHEET.format(rows),
            "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{shared}</sst>',
        }
    )


def ods(rows: str) -> bytes:
    """The smallest OpenDocument sheet with these rows."""
    spaces = " ".join(f'xmlns:{name}="{OASIS}:{name}:1.0"' for name in ("office", "table", "text"))
    table = f'<table:table table:name="Lijst">{rows}</table:table>'
    body = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
    document = f"<office:document-content {spaces}>{body}</office:document-content>"
    return zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": document})


def refusal(read: Callable[[], object]) -> str:
    """The code with which something is refused; its sentence is there, and tells what to do."""
    with pytest.raises(Refused) as refused:
        read()
    sentence = str(refused.value)
    assert sentence.endswith(".")
    assert sentence.count(".") > 1
    assert "%(" not in sentence
    return refused.value.code


def code_of(content: bytes) -> str:
    return refusal(lambda: read_workbook(content))


# ---------- csv ----------


def test_every_reference_csv_parses_to_its_json(reference_data: Path) -> None:
    """A list of lists is all rows; a list of objects is the records below the header."""
    cases = sorted((reference_data / "csv").glob("*.json"))
    assert cases
    for case in cases:
        expected = json.loads(case.read_text(encoding="utf-8"))
        (sheet,) = read_workbook(case.with_suffix(".csv"))
        header, *records = sheet.rows
        if expected and isinstance(expected[0], list):
            assert sheet == Sheet("", expected), case.name
        else:
            assert [dict(zip(header, record, strict=True)) for record in records] == expected, case.name


def test_the_other_reference_csv_are_read_or_refused(reference_data: Path) -> None:
    for case in sorted((reference_data / "csv").glob("*.csv")):
        with suppress(Refused):
            (sheet,) = read_workbook(case)
            assert sheet.rows


def test_the_reference_csv_with_a_stray_quote_is_refused(reference_data: Path) -> None:
    bad = reference_data / "csv" / "ctd_bad-quotes-with-unescaped-quote.csv"
    assert refusal(lambda: read_workbook(bad)) == "stray_quote"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1252"]
)
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_encoding_delimiter_and_line_ends_follow_from_the_bytes(
    encoding: str, delimiter: str, line_end: str
) -> None:
    rows = [["Naam", "Plaats", "Vrij"], ["José", "Liège", "ma"], ["Zoë", "", "di – wo"]]
    text = "".join(delimiter.join(row) + line_end for row in rows)
    assert read_workbook(text.encode(encoding)) == [Sheet("", rows)]


def test_cyrillic_utf16_with_its_mark() -> None:
    text = "Naam\tGsm\r\nЮлія\t0470123456\r\n"
    assert read_workbook(text.encode("utf-16"))[0].rows[1] == ["Юлія", "0470123456"]


def test_a_person_may_choose_another_encoding() -> None:
    assert read_workbook("Naam\nЮлія\n".encode("windows-1251"), encoding="windows-1251")[0].rows[1] == [
        "Юлія"
    ]
    for encoding in ENCODINGS:
        assert read_workbook(b"Naam\n", encoding=encoding) or encoding == "utf-16"


def test_an_encoding_outside_the_list_is_refused() -> None:
    assert refusal(lambda: read_workbook(b"Naam\n", encoding="zlib")) == "unknown_encoding"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a;b\n\n1;2\n\n", [["a", "b"], [""], ["1", "2"], [""]]),
        ('a;b\n"één\ntwee";2\n3;4\n', [["a", "b"], ["één\ntwee", "2"], ["3", "4"]]),
        ("a;b\n 1 ;\t2 \n", [["a", "b"], [" 1 ", "\t2 "]]),
        ('a;b\n5" scherm;2\n', [["a", "b"], ['5" scherm', "2"]]),
        ("sep=;\r\na;b\r\n", [[""], ["a", "b"]]),
        ("a;b\n=SOM(A1:A2);'1\n", [["a", "b"], ["=SOM(A1:A2)", "'1"]]),
        ("a;b\nJan\0 Peeters;2\x07\n", [["a", "b"], ["Jan Peeters", "2"]]),
        (
            "Naam;Vrij\nAn;ma, di\nJo;wo\nLi;do, vr, za\n",
            [["Naam", "Vrij"], ["An", "ma, di"], ["Jo", "wo"], ["Li", "do, vr, za"]],
        ),
        ("naam\nPeeters\n", [["naam"], ["Peeters"]]),
    ],
)
def test_rows_of_csv(text: str, rows: list[list[str]]) -> None:
    assert read_workbook(text.encode()) == [Sheet("", rows)]


def test_an_open_quote_is_refused_with_its_row() -> None:
    with pytest.raises(Refused, match="rij 2"):
        read_workbook(b'a,b\n"1,2\n')


def test_a_cell_that_is_far_too_long_is_refused() -> None:
    assert code_of(b'a,"' + b"x" * 200_000 + b'"\n') == "cell_too_long"


def test_as_many_rows_and_columns_as_allowed_and_no_more() -> None:
    assert len(read_workbook(b"a\n" * MOST_ROWS)[0].rows) == MOST_ROWS
    assert code_of(b"a\n" * (MOST_ROWS + 1)) == "too_many_rows"
    assert len(read_workbook(b",".join([b"a"] * MOST_COLUMNS))[0].rows[0]) == MOST_COLUMNS
    assert code_of(b",".join([b"a"] * (MOST_COLUMNS + 1))) == "too_many_columns"


# ---------- pasted ----------


def test_pasted_cells() -> None:
    assert parse_pasted("Naam\tVrij\r\nAn\tma, di\r\n") == [Sheet("", [["Naam", "Vrij"], ["An", "ma, di"]])]
    assert parse_pasted('Naam\tNota\n"An"\t"één\ntwee"') == [
        Sheet("", [["Naam", "Nota"], ["An", "één\ntwee"]])
    ]


def test_pasted_cells_may_begin_with_a_quotation_mark() -> None:
    assert parse_pasted('Naam\tGsm\n"Jef" Peeters\t1')[0].rows[1] == ['"Jef" Peeters', "1"]


def test_nothing_pasted_or_too_much_is_refused() -> None:
    assert refusal(lambda: parse_pasted(" \n\t")) == "nothing_pasted"
    assert refusal(lambda: parse_pasted("a" * (LARGEST_FILE + 1))) == "too_large"


# ---------- workbooks ----------


def test_the_reference_workbooks(reference_data: Path) -> None:
    folder = reference_data / "spreadsheets"
    dates = [["2021-01-01", "15"], ["2021-01-02", "16"], ["10 days, 15:10:10", "17"]]
    people = [["Name", "Age", "When"], ["Bob", "20", "2010-10-10"], ["Jane", "23", "2012-01-01"]]
    assert read_workbook(folder / "cal_date.xlsx") == [Sheet("Sheet1", dates)]
    assert read_workbook(folder / "cal_date_1904.xlsx") == [Sheet("Sheet1", dates)]
    assert read_workbook(folder / "cal_empty_sheet.xlsx") == [Sheet("Sheet1", [])]
    assert read_workbook(folder / "cal_header-row.xlsx")[0].rows[8:] == [
        ["Columns", "Column A", "Column B", "Column C"],
        ["put data here", "1", "2", "3"],
    ]
    assert read_workbook(folder / "horror_simple.ods")[0].rows[:3] == people
    assert read_workbook(folder / "horror_blank_line.ods")[0].rows[3:] == [
        ["", "", ""],
        ["Ian", "34", "2015-11-11"],
    ]
    assert read_workbook(folder / "horror_simple.xlsx")[0].rows[1] == ["2011-01-01", "1", "Galway"]
    assert [sheet.name for sheet in read_workbook(folder / "cal_errors.xlsx")] == [
        "Feuil1",
        "Feuil2",
        "Feuil3",
    ]


def test_cells_come_out_as_a_person_would_type_them(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    page.title = "Mensen"
    page.append([42, 42.5, 0.1 + 0.2, 32470123456, True, False, None, "tekst", " ruimte "])
    page.append([date(2026, 9, 3), datetime(2026, 9, 3, 10, 30), "=1+1", 1e21])  # noqa: DTZ001 - Excel has none
    hidden = book.create_sheet("Verborgen")
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "cellen.xlsx")
    assert read_workbook(tmp_path / "cellen.xlsx") == [
        Sheet(
            "Mensen",
            [
                ["42", "42.5", "0.3", "32470123456", "1", "0", "", "tekst", " ruimte "],
                ["2026-09-03", "2026-09-03T10:30:00", "", "1e+21", *[""] * 5],
            ],
        )
    ]


def test_empty_rows_above_keep_their_number() -> None:
    row = '<row r="5">' + CELL.format("C5") + "</row>"
    assert read_workbook(xlsx(row)) == [Sheet("Lijst", [*[["", "", ""]] * 4, ["", "", "Naam"]])]


def test_the_kind_follows_from_the_content_and_not_from_the_name(tmp_path: Path) -> None:
    file = tmp_path / "lijst.csv"
    file.write_bytes(write_xlsx([Sheet("Lijst", [["Naam"]])]))
    assert read_workbook(file) == [Sheet("Lijst", [["Naam"]])]


# ---------- what is refused ----------

BOMB = zipped({"xl/workbook.xml": WORKBOOK, "xl/worksheets/sheet1.xml": bytes(200 << 20)})


def lying(package: bytes) -> bytes:
    """The same package, whose largest entry declares to be small."""
    content = bytearray(package)
    directory = content.rfind(b"PK\x01\x02")
    content[directory + 24 : directory + 28] = struct.pack("<I", 1000)
    return bytes(content)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"a" * (LARGEST_FILE + 1), "too_large"),
        (b"%PDF-1.7\n...", "not_a_spreadsheet"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "not_a_spreadsheet"),
        (bytes(range(256)) * 10, "not_a_spreadsheet"),
        (zipped({"word/document.xml": "<document/>"}), "not_a_spreadsheet"),
        (OLE + bytes(2000), "not_a_spreadsheet"),
        (OLE + bytes(500) + "EncryptedPackage".encode("utf-16-le"), "password"),
        (OLE + bytes(500) + "Workbook".encode("utf-16-le") + b"\1" * 4000, "damaged"),
        (b"<!DOCTYPE html><table><tr><td>Naam</td></tr></table>", "web_page"),
        (xlsx("")[:300], "damaged"),
        (xlsx("").replace(b"PK\x01\x02", b"PK\x09\x02"), "damaged"),
        (xlsx("<row><c"), "damaged"),
        (BOMB, "too_large_unpacked"),
        (lying(BOMB), "too_large_unpacked"),
        (zipped({"xl/workbook.xml": WORKBOOK, **{f"{n}": "" for n in range(1000)}}), "too_large_unpacked"),
        (zipped({"content.xml": "", "META-INF/manifest.xml": "<m:encryption-data/>"}), "password"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_is_no_list_is_refused_before_it_is_parsed(content: bytes, code: str) -> None:
    assert code_of(content) == code


def test_cells_far_away_are_refused_and_empty_ones_forgotten() -> None:
    first = '<row r="1">' + CELL.format("A1") + "</row>"
    assert code_of(xlsx(first + '<row r="1048576">' + CELL.format("A1048576") + "</row>")) == "too_many_rows"
    assert (
        code_of(xlsx('<row r="1">' + CELL.format("A1") + CELL.format("XFD1") + "</row>"))
        == "too_many_columns"
    )
    assert read_workbook(xlsx(first + '<row r="1048576"><c r="XFD1048576" s="1"/></row>'))[0].rows == [
        ["Naam"]
    ]


def test_a_workbook_that_asks_for_more_memory_than_there_is_is_refused() -> None:
    cells = "".join(
        f'<row r="{row}">' + "".join(f'<c r="{c}{row}" t="s"><v>0</v></c>' for c in "ABCDEFGHIJ") + "</row>"
        for row in range(1, 9000)
    )
    assert code_of(xlsx(cells, shared=f"<si><t>{'a' * 1_000_000}</t></si>")) == "too_large_unpacked"


def test_a_filled_cell_that_is_repeated_without_end_is_refused() -> None:
    cell = '<table:table-cell table:number-columns-repeated="16384" office:value-type="string">'
    row = f"{cell}<text:p>x</text:p></table:table-cell>"
    repeated = f'<table:table-row table:number-rows-repeated="1048576">{row}</table:table-row>'
    assert code_of(ods(repeated)) in {"damaged", "too_large_unpacked"}


def test_a_file_of_100_megabytes_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "groot.xlsx"
    with file.open("wb") as target:
        target.truncate(100 << 20)
    assert refusal(lambda: read_workbook(file)) == "too_large"


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert refusal(lambda: read_workbook(tmp_path / "weg.xlsx")) == "no_file"
    assert refusal(lambda: read_workbook(tmp_path)) == "no_file"


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    with suppress(Refused):
        assert all(
            isinstance(cell, str) for sheet in read_workbook(content) for row in sheet.rows for cell in row
        )


SMALL = write_xlsx([Sheet("Lijst", [["Naam", "Gsm"], ["An", "0470 12 34 56"]])])


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_a_workbook_with_any_byte_changed_is_read_or_refused(data: st.DataObject) -> None:
    content = bytearray(SMALL)
    for _ in range(data.draw(st.integers(1, 5))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with suppress(Refused):
        read_workbook(bytes(content))


def test_a_refusal_names_the_file_that_it_is_about(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"^‘weg\.xlsx’: Wij vinden"):
        read_workbook(tmp_path / "weg.xlsx")
    with pytest.raises(Refused, match=r"^‘lijst\.csv’: Dit bestand is leeg"):
        read_workbook(b"", "lijst.csv")
    with pytest.raises(Refused, match=r"^Dit bestand is leeg"):
        read_workbook(b"")


# ---------- writing ----------

WRITABLE = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co")), max_size=40)
FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    " =1",
    "\u200b=1",
    "＝1",
    "\u00a0＋1",
    "=cmd|'/c calc'!A0",
]


@settings(max_examples=20, deadline=None)
@given(st.lists(st.lists(WRITABLE, min_size=2, max_size=2), min_size=1, max_size=5))
def test_a_written_workbook_is_read_back(rows: list[list[str]]) -> None:
    padded = [["kop", "kop"], *rows, ["einde", "einde"]]
    assert read_workbook(write_xlsx([Sheet("Lijst", padded)])) == [Sheet("Lijst", padded)]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_written_cell_is_a_formula(text: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx([Sheet("Lijst", [[text]])])))
    assert book.active["A1"].data_type == "s"
    ((cell,),) = csv.reader(io.StringIO(write_csv([[text]]).decode("utf-8-sig"), newline=""))
    assert cell == "'" + text


@pytest.mark.parametrize("text", ["Jan", "1-2", "a=b", "", "0470 12 34 56", "'t Kint", "été"])
def test_other_cells_are_written_as_they_are(text: str) -> None:
    assert write_csv([[text, "x"]]).decode("utf-8-sig") == f"{text};x\r\n"


def test_csv_is_for_belgian_excel() -> None:
    assert (
        write_csv([["Naam", "Vrij"], ["Zoë", "ma; di"]])
        == b'\xef\xbb\xbfNaam;Vrij\r\nZo\xc3\xab;"ma; di"\r\n'
    )


def test_tabs_get_names_that_excel_accepts() -> None:
    names = ["Lijst", "lijst", "a/b:c*d?[e]", "", "x" * 40]
    written = read_workbook(write_xlsx([Sheet(name, [["a"]]) for name in names]))
    assert [sheet.name for sheet in written] == ["Lijst", "lijst 2", "a b c d  e", "Lijst 3", "x" * 31]


def test_naughty_strings_go_out_and_come_back(reference_data: Path) -> None:
    strings = json.loads((reference_data / "strings" / "naughty_even.json").read_text(encoding="utf-8"))
    rows = [["tekst", "x"], *([text, "x"] for text in strings)]
    (back,) = read_workbook(write_xlsx([Sheet("Lijst", rows)]))
    assert len(back.rows) == len(rows)
    pairs = zip(rows, back.rows, strict=True)
    assert [out[0] for into, out in pairs if into[0].isprintable()] == [
        into[0] for into in rows if into[0].isprintable()
    ]
    (plain,) = read_workbook(write_csv(rows))
    assert [row[1] for row in plain.rows] == ["x"] * len(rows)
