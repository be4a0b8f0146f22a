"""Files that a person takes along."""

from collections.abc import Iterable, Sequence
from urllib.parse import quote

from django.http import HttpResponse

from samen.base.spreadsheet import Sheet, write_csv, write_xlsx

CALENDAR = "text/calendar; charset=utf-8"
CSV = "text/csv; charset=utf-8"
PDF = "application/pdf"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def xlsx(filename: str, sheets: Iterable[Sheet]) -> HttpResponse:
    """A workbook to download."""
    response = HttpResponse(write_xlsx(sheets), content_type=XLSX)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(filename)}"
    return response


def csv(filename: str, rows: Iterable[Sequence[str]]) -> HttpResponse:
    """Plain rows to download, for any program."""
    response = HttpResponse(write_csv(rows), content_type=CSV)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(filename)}"
    return response


def calendar(filename: str, content: bytes) -> HttpResponse:
    """A file that a calendar opens."""
    response = HttpResponse(content, content_type=CALENDAR)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(filename)}"
    return response


def pdf(filename: str, content: bytes) -> HttpResponse:
    """A document to print."""
    response = HttpResponse(content, content_type=PDF)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(filename)}"
    return response
