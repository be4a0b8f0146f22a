"""The only place that asks what time it is.

Everything else takes `today` or `now` as an argument. Days are days in Brussels.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

BRUSSELS = ZoneInfo("Europe/Brussels")

_shift = timedelta(0)


def now() -> datetime:
    """This moment, aware, in Brussels."""
    return datetime.now(BRUSSELS) + _shift


def today() -> date:
    """This day in Brussels."""
    return now().date()


@contextmanager
def shifted(by: timedelta) -> Iterator[None]:
    """Let the whole process live `by` later (or earlier) than it is: for tests that wait fifteen days."""
    global _shift
    before = _shift
    _shift = before + by
    try:
        yield
    finally:
        _shift = before
