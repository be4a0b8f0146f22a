"""Days and hours in words, in the reader's language, as the common table of languages has them (CLDR)."""

import re
from datetime import date, datetime
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from django.utils.functional import lazy
from django.utils.timezone import localtime
from django.utils.translation import get_language

from samen.base.languages import DUTCH

# English as it is written on this side of the sea.
EUROPEAN = {"en": "en_GB"}
# Without its year the table knows a day in short letters: the order is taken, the words are written out.
DAY_SKELETONS = ("MMMMEd", "MMMEd")
_WEEKDAY, _MONTH = re.compile("[Ec]+"), re.compile("M+")


def full_day(moment: date | datetime) -> str:
    """A day as somebody writes it down: vrijdag 27 november."""
    locale = _locale(get_language() or DUTCH)
    return str(format_date(_day(moment), _pattern(locale), locale=locale))


def whole_date(day: date) -> str:
    """A day with its year, as on a paper that is signed: 27 november 2026."""
    return str(format_date(day, "long", locale=_locale(get_language() or DUTCH)))


def hour(moment: datetime) -> str:
    """The hour of the clock in Brussels: 19:00."""
    return str(format_skeleton("Hm", localtime(moment).time(), locale=_locale(get_language() or DUTCH)))


# Asked when it is shown: a message tells the same day in the language of its reader and in Dutch.
full_day_lazy = lazy(full_day, str)
hour_lazy = lazy(hour, str)


def _day(moment: date | datetime) -> date:
    return localtime(moment).date() if isinstance(moment, datetime) else moment


@lru_cache(maxsize=64)
def _locale(code: str) -> Locale:
    """The table of a language; that of Dutch for one that has none."""
    try:
        return Locale.parse(EUROPEAN.get(code, code.replace("-", "_")))
    except (UnknownLocaleError, ValueError):
        return Locale.parse(DUTCH)


@lru_cache(maxsize=64)
def _pattern(locale: Locale) -> str:
    known = locale.datetime_skeletons
    short = next(str(known[name].pattern) for name in DAY_SKELETONS if name in known)
    return _MONTH.sub("MMMM", _WEEKDAY.sub("EEEE", short))
