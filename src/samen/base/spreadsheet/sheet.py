"""One sheet of a workbook, and how large a workbook may be."""

from dataclasses import dataclass, field

LARGEST_FILE = 10 * 1024 * 1024
LARGEST_UNPACKED = 100 * 1024 * 1024
MOST_ENTRIES = 1000
MOST_ROWS = 10_000
MOST_COLUMNS = 200


@dataclass
class Sheet:
    """A tab: its name ("" for csv) and its cells as text.

    Row n of the sheet is `rows[n - 1]`, empty rows included. A row of csv with a cell of several lines
    is one row, as a spreadsheet program shows it.
    """

    name: str
    rows: list[list[str]] = field(default_factory=list)
