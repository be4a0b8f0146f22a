"""Spreadsheets in and out: xlsx, xls, ods, csv and pasted cells become text; text becomes xlsx or csv."""

from samen.base.spreadsheet.delimited import ENCODINGS
from samen.base.spreadsheet.reader import parse_pasted, read_file, read_workbook
from samen.base.spreadsheet.sheet import LARGEST_FILE, MOST_COLUMNS, MOST_ROWS, Sheet
from samen.base.spreadsheet.writer import write_csv, write_xlsx

__all__ = [
    "ENCODINGS",
    "LARGEST_FILE",
    "MOST_COLUMNS",
    "MOST_ROWS",
    "Sheet",
    "parse_pasted",
    "read_file",
    "read_workbook",
    "write_csv",
    "write_xlsx",
]
