"""Days as people write them in a list: 2026-09-03, 3/9/2026, 3.9.26, 3 sept. 2026."""

import calendar
import re
from datetime import date

OLDEST = 120

_MONTHS = (
    "januari jan january janvier janv",
    "februari feb february fevrier fevr fev",
    "maart mrt maa march mar mars",
    "april apr avril avr",
    "mei may mai",
    "juni jun june juin",
    "juli jul july juillet juil",
    "augustus aug august aout",
    "september sept sep septembre",
    "oktober okt october oct octobre",
    "november nov novembre",
    "december dec decembre",
)
MONTHS = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()}
_WITHOUT_ACCENTS = str.maketrans("éèêëûüôâà", "eeeeuuoaa")

_TIME = r"(?:,?\s+|T)\d{1,2}[:.u]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s?(?:Z|[+-]\d{2}:?\d{2})?"
_YEAR_FIRST = re.compile(rf"(\d{{4}})-(\d{{1,2}})-(\d{{1,2}})(?:{_TIME})?", re.ASCII)
_DAY_FIRST = re.compile(
    rf"(\d{{1,2}})\s?([/.\s-])\s?(\d{{1,2}})\s?\2\s?(\d{{4}}|\d{{2}})(?:{_TIME})?", re.ASCII
)
_NAMED_MONTH = re.compile(
    r"(?:[^\W\d]{2,9}\.?,?\s+)?(\d{1,2})(?:er|e|de|ste|st|nd|rd|th)?[\s.-]+(?:of\s+|van\s+)?([a-z]{3,9})\.?[\s,-]+'?(\d{4}|\d{2})",
    re.ASCII,
)
_AGE = re.compile(r"(\d{1,3})\s?(?:j|jr|jaar|jaren|y|years?(?: old)?|ans?)?\.?", re.ASCII)


def parse_date(text: str) -> date:
    """The day this text names, in Belgian order; a time behind it is left out. Raises ValueError.

    Years of two digits run from 1950 to 2049, as in Excel.
    """
    written = " ".join(text.split()).casefold().translate(_WITHOUT_ACCENTS)
    if found := _YEAR_FIRST.fullmatch(written.upper()):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY_FIRST.fullmatch(written.upper().replace("U", "u")):
        return date(_whole_year(found[4]), int(found[3]), int(found[1]))
    if (found := _NAMED_MONTH.fullmatch(written)) and found[2] in MONTHS:
        return date(_whole_year(found[3]), MONTHS[found[2]], int(found[1]))
    raise ValueError(f"not a date: {text!r}")


def parse_birth_year(text: str, today: date) -> int:
    """The year of birth in a year, a whole date or an age (42, 42 jaar). Raises ValueError.

    An age gives the year in which somebody of that age had their birthday already.
    """
    written = text.strip().removeprefix("°").strip()
    if (age := _AGE.fullmatch(written.casefold())) and int(age[1]) <= OLDEST:
        return today.year - int(age[1])
    if re.fullmatch(r"\d{4}", written, re.ASCII):
        year = int(written)
    else:
        year = parse_date(written).year
        # 12/5/38 is a day of birth in 1938, whatever the year means elsewhere.
        if year > today.year and not re.search(str(year), written):
            year -= 100
    if not today.year - OLDEST <= year <= today.year:
        raise ValueError(f"not a year of birth: {text!r}")
    return year


def add_months(day: date, months: int) -> date:
    """The same day so many calendar months later; the last of the month where that day is missing."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def _whole_year(digits: str) -> int:
    """The year in four digits."""
    year = int(digits)
    if len(digits) == 4:
        return year
    return year + (1900 if year >= 50 else 2000)
