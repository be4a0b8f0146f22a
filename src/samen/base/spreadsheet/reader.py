"""One door for every file: what it is, is told by its content and not by its name."""

from pathlib import Path

from samen.base.errors import Refused
from samen.base.spreadsheet import delimited, package, workbook
from samen.base.spreadsheet.refusals import in_file, refused
from samen.base.spreadsheet.sheet import LARGEST_FILE, Sheet

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# How an OLE file names the stream of a protected xlsx, and the first stream of an xls.
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
XLS_STREAMS = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
OTHER_KINDS = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"{\\rtf",
    b"PK\x05\x06",
    b"7z\xbc\xaf",
    b"Rar!",
    b"\x1f\x8b",
)


def read_workbook(source: Path | bytes, filename: str = "", *, encoding: str | None = None) -> list[Sheet]:
    """The sheets of a file, every cell as text; the only sheet of a csv file is called "".

    `encoding` overrules what the bytes of a csv file seem to be. Raises Refused and nothing else; its
    sentence names the file when its name is known.
    """
    content = source if isinstance(source, bytes) else read_file(source)
    try:
        return _read(content, encoding)
    except Refused as refusal:
        raise in_file(refusal, filename or ("" if isinstance(source, bytes) else source.name)) from None


def read_file(path: Path) -> bytes:
    """The content of a file, which is not opened when it is too large. Raises Refused."""
    try:
        return _load(path)
    except Refused as refusal:
        raise in_file(refusal, path.name) from None


def parse_pasted(text: str) -> list[Sheet]:
    """Cells that were copied in a spreadsheet and pasted as text."""
    if len(text) > LARGEST_FILE:
        raise refused("too_large")
    if not text.strip():
        raise refused("nothing_pasted")
    delimiter = "\t" if "\t" in text else None
    try:
        return [Sheet("", delimited.parse(text, delimiter))]
    except Refused as refusal:
        if refusal.code != "stray_quote":
            raise
        # Excel puts quotation marks around a copied cell only when it has several lines.
        return [Sheet("", delimited.parse(text, delimiter, is_quoted=False))]


def _read(content: bytes, encoding: str | None) -> list[Sheet]:
    if not content.strip(b"\xef\xbb\xbf\xff\xfe\x00"):
        raise refused("empty")
    if len(content) > LARGEST_FILE:
        raise refused("too_large")
    if content.startswith(ZIP):
        package.check_package(content)
        return workbook.read(content)
    if content.startswith(OLE):
        _check_ole(content)
        return workbook.read(content)
    if content.startswith(OTHER_KINDS):
        raise refused("not_a_spreadsheet")
    return [Sheet("", delimited.parse(delimited.decode(content, encoding)))]


def _load(path: Path) -> bytes:
    if not path.is_file():
        raise refused("no_file")
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise refused("too_large")
        return path.read_bytes()
    except OSError:
        raise refused("no_file") from None


def _check_ole(content: bytes) -> None:
    if ENCRYPTED in content:
        raise refused("password")
    if not any(stream in content for stream in XLS_STREAMS):
        raise refused("not_a_spreadsheet")
