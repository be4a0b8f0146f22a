"""What is looked at before a zipped workbook is parsed: kind, size once unpacked, and the farthest cell."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from samen.base.spreadsheet.refusals import refused
from samen.base.spreadsheet.sheet import LARGEST_UNPACKED, MOST_COLUMNS, MOST_ENTRIES, MOST_ROWS

CHUNK = 1 << 20
OVERLAP = 4096
LOCAL_HEADER = 30
IS_ENCRYPTED = 1

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml|xl/worksheets/[^/]+\.bin", re.IGNORECASE)
# A cell with something in it, and where it stands.
_CELL = re.compile(
    rb"<(?:\w+:)?c\s[^<>]{0,200}?\br\s*=\s*[\"']([A-Za-z]{1,4})(\d{1,9})[\"'][^<>]{0,200}(?<!/)>"
)


def check_package(content: bytes) -> None:
    """Refuse a zip file that is no workbook, is protected, damaged, or becomes too large."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            entries = package.infolist()
    except Exception:
        raise refused("damaged") from None
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > LARGEST_UNPACKED:
        raise refused("too_large_unpacked")
    names = {entry.filename for entry in entries}
    if not names & {"xl/workbook.xml", "xl/workbook.bin", "content.xml"}:
        raise refused("not_a_spreadsheet")
    if any(entry.flag_bits & IS_ENCRYPTED for entry in entries):
        raise refused("password")
    _check_entries(content, entries)


def _check_entries(content: bytes, entries: list[zipfile.ZipInfo]) -> None:
    unpacked = 0
    for entry in entries:
        tail = b""
        for chunk in _unpack(content, entry):
            unpacked += len(chunk)
            if unpacked > LARGEST_UNPACKED:
                raise refused("too_large_unpacked")
            if _SHEET.fullmatch(entry.filename):
                check_cells(tail + chunk)
                tail = chunk[-OVERLAP:]
            elif entry.filename == "META-INF/manifest.xml" and b"encryption-data" in chunk:
                raise refused("password")


def check_cells(xml: bytes) -> None:
    """Refuse filled cells too far down or aside; the parser makes room for all that lies before them."""
    for column, row in _CELL.findall(xml):
        if int(row) > MOST_ROWS:
            raise refused("too_many_rows")
        if _column_number(column) > MOST_COLUMNS:
            raise refused("too_many_columns")


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number


def _unpack(content: bytes, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """The real content of an entry, whatever size it declares."""
    header = content[entry.header_offset : entry.header_offset + LOCAL_HEADER]
    if len(header) < LOCAL_HEADER:
        raise refused("damaged")
    start = entry.header_offset + LOCAL_HEADER + int.from_bytes(header[26:28], "little")
    start += int.from_bytes(header[28:30], "little")
    packed = content[start : start + entry.compress_size]
    if entry.compress_type == zipfile.ZIP_STORED:
        yield packed
    elif entry.compress_type == zipfile.ZIP_DEFLATED:
        yield from _inflate(packed)
    else:
        raise refused("damaged")


def _inflate(packed: bytes) -> Iterator[bytes]:
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        while packed and not stream.eof:
            yield stream.decompress(packed, CHUNK)
            packed = stream.unconsumed_tail
    except zlib.error:
        raise refused("damaged") from None
