"""The one way out: xlsx and csv in which no cell is ever a formula."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Sequence

import xlsxwriter  # type: ignore[import-untyped]

from samen.base.spreadsheet.sheet import Sheet
from samen.base.spreadsheet.text import without_controls

LONGEST_CELL = 32_767
LONGEST_TAB = 31
FORMULA = "=+-@"

_NOT_IN_A_TAB = re.compile(r"[\[\]:*?/\\\x00-\x1f]")


def write_xlsx(sheets: Iterable[Sheet]) -> bytes:
    """A workbook; every cell is text, so that nothing in it is calculated. The first row stays in sight."""
    target = io.BytesIO()
    used: set[str] = set()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as workbook:
        bold = workbook.add_format({"bold": True})
        for sheet in sheets:
            page = workbook.add_worksheet(_tab(sheet.name, used))
            page.freeze_panes(1, 0)
            for number, row in enumerate(sheet.rows):
                for column, cell in enumerate(row):
                    page.write_string(
                        number, column, without_controls(cell)[:LONGEST_CELL], None if number else bold
                    )
            for column, width in enumerate(_widths(sheet.rows)):
                page.set_column(column, column, width)
    return target.getvalue()


def write_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """Rows as Belgian Excel opens them: semicolons, UTF-8 with its mark."""
    target = io.StringIO(newline="")
    csv.writer(target, delimiter=";").writerows(
        [[neutral(without_controls(cell)) for cell in row] for row in rows]
    )
    return target.getvalue().encode("utf-8-sig")


def neutral(cell: str) -> str:
    """The cell with an apostrophe before it when a spreadsheet program could take it for a formula.

    Programs skip spaces and invisible marks and read full-width signs as plain ones, and so does this.
    """
    if cell.startswith(("\t", "\r", "\n")):
        return "'" + cell
    seen = (
        c
        for c in unicodedata.normalize("NFKC", cell)
        if not c.isspace() and unicodedata.category(c) not in ("Cf", "Cc")
    )
    return "'" + cell if next(seen, "").startswith(tuple(FORMULA)) else cell


def _tab(name: str, used: set[str]) -> str:
    """A name that Excel accepts for a tab, each only once."""
    plain = _NOT_IN_A_TAB.sub(" ", name).strip(" '")[:LONGEST_TAB] or "Lijst"
    wanted, number = plain, 2
    while wanted.casefold() in used:
        wanted = f"{plain[: LONGEST_TAB - 4]} {number}"
        number += 1
    used.add(wanted.casefold())
    return wanted


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    """How wide each column is shown, by its longest cell."""
    columns = max(map(len, rows), default=0)
    longest = [max((len(row[at]) for row in rows if at < len(row)), default=0) for at in range(columns)]
    return [min(max(length + 2, 8), 50) for length in longest]
