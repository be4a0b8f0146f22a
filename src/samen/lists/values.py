"""What a column seems to hold, by its cells alone."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from statistics import median
from typing import Final

from samen.base.dates import parse_birth_year, parse_date
from samen.base.emails import read_email
from samen.base.phones import to_e164
from samen.intake.dayparts import parse_availability
from samen.lists import fields
from samen.lists.cells import says_nothing
from samen.people.words import parse_gender, parse_role
from samen.places.postal import parse_postal

LOOKED_AT = 50
ENOUGH = 3
FEW, HALF, MOST = 0.2, 0.5, 0.8
YOUNGEST = 12
# Fields that a title alone does not make: with other cells under it the column is left out.
DROPPED_WHEN_UNLIKE = frozenset(
    {
        fields.ROLE,
        fields.GENDER,
        fields.WISH_GENDER,
        fields.CAPACITY,
        fields.WISH_AGE_MIN,
        fields.WISH_AGE_MAX,
    }
)

ANY_DAY: Final = date(2100, 1, 1)


def _reads(reader: Callable[[str], object]) -> Callable[[str], bool]:
    def fits(text: str) -> bool:
        try:
            reader(text)
        except ValueError:
            return False
        return True

    return fits


def _is_availability(text: str) -> bool:
    slots, unread = parse_availability(text)
    return bool(slots) and not unread


def _is_full_name(text: str) -> bool:
    return (
        bool(re.fullmatch(r"[^\W\d_][^\d@]*\s[^\d@]+", text))
        and len(text) < 60
        and text[0].upper() == text[0]
    )


_TESTS: dict[str, Callable[[str], bool]] = {
    fields.EMAIL: lambda text: "@" in text and _reads(read_email)(text),
    fields.PHONE: lambda text: sum(c.isdigit() for c in text) >= 8 and _reads(to_e164)(text),
    fields.GENDER: _reads(parse_gender),
    fields.WISH_GENDER: _reads(parse_gender),
    fields.ROLE: _reads(parse_role),
    fields.POSTAL_CODE: _reads(parse_postal),
    fields.REGISTERED_ON: _reads(parse_date),
    fields.BIRTH: _reads(lambda text: parse_birth_year(text, ANY_DAY)),
    fields.AGE: lambda text: bool(re.match(r"\d{1,3}\b", text)),
    fields.CAPACITY: lambda text: bool(re.match(r"\d\b", text)),
    fields.WISH_AGE_MIN: lambda text: bool(re.match(r"\d{1,3}\b", text)),
    fields.WISH_AGE_MAX: lambda text: bool(re.match(r"\d{1,3}\b", text)),
    fields.AVAILABILITY: _is_availability,
    fields.NAME: _is_full_name,
}
_CHECKED = frozenset(_TESTS) - {fields.AVAILABILITY, fields.NAME, fields.BIRTH}


def fits(field: str, text: str) -> bool:
    """Whether a text could stand in a column of this field."""
    return _TESTS[field](text)


def share(field: str, cells: Sequence[str]) -> float | None:
    """Which part of the filled cells fits a field; None when too few are filled or any text fits."""
    filled = [cell for cell in cells if not says_nothing(cell)]
    if field not in _CHECKED or len(filled) < ENOUGH:
        return None
    return sum(fits(field, cell) for cell in filled) / len(filled)


def guess(cells: Sequence[str], today: date) -> str | None:
    """The field that most cells fit, None when nothing stands out."""
    filled = [cell for cell in cells if not says_nothing(cell)]
    if not filled:
        return None

    def most(field: str) -> bool:
        return sum(fits(field, cell) for cell in filled) >= MOST * len(filled)

    for field in (fields.EMAIL, fields.PHONE, fields.ROLE, fields.GENDER):
        if most(field):
            return field
    if all(re.fullmatch(r"(?:19|20)\d\d", cell) and int(cell) <= today.year - YOUNGEST for cell in filled):
        return fields.BIRTH
    if most(fields.POSTAL_CODE):
        return fields.POSTAL_CODE
    if most(fields.REGISTERED_ON):
        years = [parse_date(cell).year for cell in filled if fits(fields.REGISTERED_ON, cell)]
        return fields.BIRTH if median(years) <= today.year - YOUNGEST else fields.REGISTERED_ON
    if most(fields.AVAILABILITY):
        return fields.AVAILABILITY
    return fields.NAME if len(filled) >= ENOUGH and most(fields.NAME) else None
