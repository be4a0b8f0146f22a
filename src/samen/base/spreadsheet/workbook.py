"""xlsx, xls and ods, parsed by a process apart that may fail without harm."""

import json
import subprocess
import sys
from pathlib import Path

from samen.base.spreadsheet.refusals import refused
from samen.base.spreadsheet.sheet import LARGEST_UNPACKED, MOST_COLUMNS, MOST_ROWS, Sheet
from samen.base.spreadsheet.text import without_controls

CHILD = Path(__file__).with_name("calamine_child.py")
MOST_SECONDS = 30


def read(content: bytes) -> list[Sheet]:
    """The sheets of a workbook, every cell as text."""
    limits = [str(limit) for limit in (MOST_ROWS, MOST_COLUMNS, LARGEST_UNPACKED)]
    try:
        done = subprocess.run(  # noqa: S603 - our own program with fixed arguments
            [sys.executable, "-I", CHILD, *limits],
            input=content,
            capture_output=True,
            timeout=MOST_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise refused("too_large_unpacked") from None
    if done.returncode:
        # Ended by a signal: out of memory or time. Else the parser panicked.
        raise refused("too_large_unpacked" if done.returncode < 0 else "damaged")
    answer = json.loads(done.stdout)
    if "refused" in answer:
        raise refused(answer["refused"])
    return [
        Sheet(without_controls(name), [[without_controls(cell) for cell in row] for row in rows])
        for name, rows in answer["sheets"]
    ]
