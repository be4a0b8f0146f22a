"""Parse one workbook in a process of its own: content on standard input, JSON on standard output.

A few kilobytes of xlsx, xls or ods can ask for more memory than there is, and then the parser ends the
process that it runs in. Here that is this small one, with little memory and little time. It knows nothing of
the site and is run by its path.
"""

import io
import json
import resource
import sys
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from python_calamine import CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

Cell = int | float | str | bool | time | date | datetime | timedelta

MOST_MEMORY = 1 << 30
MOST_SECONDS = 20
# Above this a number has more digits than a spreadsheet keeps.
LARGEST_WHOLE = 1e15


class TooMuch(Exception):
    """More than may be read; the code of the refusal."""


def sheets(
    content: bytes, most_rows: int, most_columns: int, most_text: int
) -> Iterator[tuple[str, list[list[str]]]]:
    """The name and rows of each sheet that a person sees when opening the workbook."""
    rows = text = 0
    with CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
        for tab in workbook.sheets_metadata:
            if tab.typ != SheetTypeEnum.WorkSheet or tab.visible != SheetVisibleEnum.Visible:
                continue
            sheet = workbook.get_sheet_by_name(tab.name)
            rows += sheet.total_height
            if rows > most_rows:
                raise TooMuch("too_many_rows")
            if sheet.total_width > most_columns:
                raise TooMuch("too_many_columns")
            cells = [[as_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
            text += sum(len(cell) for row in cells for cell in row)
            if text > most_text:
                raise TooMuch("too_large_unpacked")
            yield tab.name, cells


def as_text(cell: Cell) -> str:
    """A value as text: 42 without .0, days and moments in ISO order, true and false as 1 and 0."""
    match cell:
        case str():
            return cell
        case bool():
            return str(int(cell))
        case float():
            return str(int(cell)) if cell.is_integer() and abs(cell) < LARGEST_WHOLE else f"{cell:.15g}"
        case datetime() | date() | time():
            return cell.isoformat()
        case _:
            return str(cell)


def answer(content: bytes, *limits: int) -> dict[str, Any]:
    """The sheets, or the code of a refusal."""
    try:
        return {"sheets": list(sheets(content, *limits))}
    except TooMuch as refusal:
        return {"refused": str(refusal)}
    except PasswordError:
        return {"refused": "password"}
    except MemoryError:
        return {"refused": "too_large_unpacked"}
    except Exception:
        return {"refused": "damaged"}


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    json.dump(answer(sys.stdin.buffer.read(), *map(int, sys.argv[1:])), sys.stdout)
