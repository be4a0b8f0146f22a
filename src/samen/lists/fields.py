"""What a column of a list may hold: a closed list."""

from itertools import product
from typing import Final

from samen.intake.dayparts import DAY, WEEK, Slot

NAME: Final = "name"
GIVEN_NAME: Final = "given_name"
FAMILY_NAME: Final = "family_name"
ROLE: Final = "role"
PHONE: Final = "phone"
EMAIL: Final = "email"
GENDER: Final = "gender"
BIRTH: Final = "birth"
AGE: Final = "age"
POSTAL_CODE: Final = "postal_code"
PLACE: Final = "place"
AVAILABILITY: Final = "availability"
INTERESTS: Final = "interests"
PROFESSION: Final = "profession"
LANGUAGE_LEVEL: Final = "language_level"
LANGUAGES: Final = "languages"
REGISTERED_ON: Final = "registered_on"
CAPACITY: Final = "capacity"
WISH_GENDER: Final = "wish_gender"
WISH_AGE_MIN: Final = "wish_age_min"
WISH_AGE_MAX: Final = "wish_age_max"
WISH_MAX_KM: Final = "wish_max_km"
NOTE: Final = "note"
IGNORE: Final = "ignore"

PLAIN = (
    NAME,
    GIVEN_NAME,
    FAMILY_NAME,
    ROLE,
    PHONE,
    EMAIL,
    GENDER,
    BIRTH,
    AGE,
    POSTAL_CODE,
    PLACE,
    AVAILABILITY,
    INTERESTS,
    PROFESSION,
    LANGUAGE_LEVEL,
    LANGUAGES,
    REGISTERED_ON,
    CAPACITY,
    WISH_GENDER,
    WISH_AGE_MIN,
    WISH_AGE_MAX,
    WISH_MAX_KM,
    NOTE,
    IGNORE,
)

# Columns of a grid, one for each part of the week: a cross, or words, in a cell.
GRID: dict[str, frozenset[Slot]] = {
    **{f"free_{weekday}_{part}": frozenset({(weekday, part)}) for weekday, part in product(WEEK, DAY)},
    **{f"free_{weekday}": frozenset(product([weekday], DAY)) for weekday in WEEK},
    **{f"free_part_{part}": frozenset(product(WEEK, [part])) for part in DAY},
    "free_weekend": frozenset(product([5, 6], DAY)),
    "free_week": frozenset(product(range(5), DAY)),
}
FIELD_OF_SLOTS = {slots: field for field, slots in GRID.items()}
FIELDS = (*PLAIN, *GRID)

# Several columns of one list may hold these; their cells are read as one.
MANY = frozenset({PHONE, EMAIL, AVAILABILITY, INTERESTS, LANGUAGES, NOTE})
# A list has at least one of these.
WHO = frozenset({NAME, GIVEN_NAME, FAMILY_NAME, PHONE, EMAIL})
