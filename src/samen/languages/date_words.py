"""Names of days and months from Unicode's tables, for a language that Django does not speak."""

from collections.abc import Iterator
from pathlib import Path

import django
from babel import Locale
from django.utils import dates
from django.utils.translation import override, to_locale

from samen.languages.plurals import locale_of

_DJANGO = Path(django.__file__).parent / "conf" / "locale"
# Babel counts days from Monday as Django does.
_WIDTHS = {"wide": (dates.WEEKDAYS, dates.MONTHS), "abbreviated": (dates.WEEKDAYS_ABBR, dates.MONTHS_3)}


def date_words(code: str) -> Iterator[tuple[str | None, str, str]]:
    """(context, Django's own English, translation); nothing when Django has them, or nobody has."""
    locale = locale_of(code)
    if locale is None or _django_speaks(code) or _is_empty(locale):
        return
    with override("en"):
        for width, (days, months) in _WIDTHS.items():
            for number, name in days.items():
                yield None, str(name), locale.days["format"][width][number]
            for number, name in months.items():
                yield None, str(name), locale.months["format"][width][number]
        for number, name in dates.MONTHS_ALT.items():
            yield "alt. month", str(name), locale.months["format"]["wide"][number]


def _django_speaks(code: str) -> bool:
    folders = {to_locale(code), code.split("-")[0]}
    return any((_DJANGO / folder).is_dir() for folder in folders)


def _is_empty(locale: Locale) -> bool:
    """Whether the table of a language only repeats the root of all tables."""
    root = Locale.parse("root")
    return bool(
        locale.months["format"]["wide"][1] == root.months["format"]["wide"][1]
        or locale.days["format"]["wide"][0] == root.days["format"]["wide"][0]
    )
