"""QR codes: what a telephone scans."""

from typing import Any

import segno
from django.utils.html import format_html
from django.utils.safestring import SafeString

BORDER = 2


def matrix(text: str) -> list[list[bool]]:
    """The rows of a code with its quiet border, dark squares True."""
    code = segno.make(text, error="m", micro=False)
    return [[bool(square) for square in row] for row in code.matrix_iter(border=BORDER)]


def drawing(text: str) -> dict[str, Any]:
    """The code for paper: how many squares wide, and each run of dark squares as [column, row, how many]."""
    rows = matrix(text)
    runs = []
    for y, row in enumerate(rows):
        start = None
        for x, dark in enumerate([*row, False]):
            if dark and start is None:
                start = x
            elif not dark and start is not None:
                runs.append([start, y, x - start])
                start = None
    return {"size": len(rows), "runs": runs}


def picture(text: str) -> str:
    """The code for paper as an SVG of its own: one shape for each run of dark squares."""
    drawn = drawing(text)
    shapes = "".join(f"M{x} {y}h{n}v1h-{n}z" for x, y, n in drawn["runs"])
    side = drawn["size"]
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}"><path d="{shapes}"/></svg>'


def svg(text: str, size: int = 240) -> SafeString:
    """The code as a drawing of so many pixels: one square per dark module."""
    rows = matrix(text)
    squares = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    return format_html(
        '<svg viewBox="0 0 {0} {0}" width="{1}" height="{1}" aria-hidden="true">'
        '<rect width="{0}" height="{0}" fill="#fff"/><path d="{2}" fill="#000"/></svg>',
        len(rows),
        size,
        squares,
    )
