"""What the text of one cell means, by the field of its column."""

import re
from collections.abc import Callable
from datetime import date

from samen.base.dates import parse_birth_year, parse_date
from samen.people.words import fold
from samen.places import postal

OLDEST = 120
MOST_DUOS = 9
FARTHEST_KM = 500

# What people write in a cell to say that there is nothing.
NOTHING = frozenset(
    {
        "geen",
        "nvt",
        "n v t",
        "onbekend",
        "none",
        "no",
        "null",
        "nihil",
        "n a",
        "na",
        "weet niet",
        "niet gekend",
    }
    | {f"geen {thing}" for thing in ("gsm", "telefoon", "mail", "e mail", "email", "nummer", "adres")}
)
LONGEST_NOTHING = 20
CROSSES = frozenset(
    {"x", "xx", "v", "ja", "j", "1", "ok", "oke", "yes", "y", "oui", "o", "vrij", "true", "waar"}
)
CROSS_MARKS = frozenset("✓✔✗✘☑☒●•*+√×")
NO_CROSSES = frozenset({"", "0", "nee", "neen", "n", "no", "non", "niet", "false", "onwaar", "bezet"})


class CellUnreadable(ValueError):
    """A cell that means nothing for its field. `code` tells why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def says_nothing(text: str) -> bool:
    """An empty cell, only marks, or a word for nothing."""
    return not re.search(r"\w", text) or (len(text) <= LONGEST_NOTHING and fold(text) in NOTHING)


def is_name(text: str) -> bool:
    """Something with a letter in it that is no formula."""
    return any(c.isalpha() for c in text) and not text.lstrip().startswith("=")


def read_day(text: str) -> date:
    """A day of registration."""
    try:
        return parse_date(text)
    except ValueError:
        raise CellUnreadable("no_date") from None


def read_birth(text: str, today: date) -> int:
    """A year of birth. Two digits could be a year as well as an age, so they are not read."""
    if re.fullmatch(r"\D?\d{1,3}", text):
        raise CellUnreadable("short_year")
    return _birth_year(text, today)


def read_age(text: str, today: date) -> int:
    """The year of birth that goes with an age."""
    return _birth_year(text, today)


def read_postal_code(text: str) -> str:
    """A postal code, or the code of the only place of this name."""
    try:
        return postal.parse_postal(text)
    except postal.PostalCodeUnknown as fault:
        if fault.code == "no_code" and (code := only_code_of(text)):
            return code
        raise CellUnreadable(fault.code) from None


def only_code_of(place: str) -> str:
    """The postal code of a place when its name leaves no doubt; "" otherwise."""
    found = postal.search_place(place)
    first = [place_ for place_ in found if fold(place_.name) == fold(place)]
    if len(found) == 1 or len(first) == 1:
        return (first or list(found))[0].code
    return ""


def read_number(least: int, most: int) -> Callable[[str], int]:
    """A reader of a whole number within bounds; a unit may stand behind it: 10 km."""

    def read(text: str) -> int:
        found = re.fullmatch(
            r"(\d{1,4})(?:[.,]0+)?\s*(?:km|kilometer|jaar|j|duo'?s?)?\.?", text.strip(), re.I | re.A
        )
        if found is None or not least <= int(found[1]) <= most:
            raise CellUnreadable("no_number")
        return int(found[1])

    return read


read_capacity = read_number(1, MOST_DUOS)
read_wished_age = read_number(0, OLDEST)
read_km = read_number(0, FARTHEST_KM)


def read_cross(text: str) -> bool | None:
    """Whether a cell of a grid says yes; None when it says something else."""
    word = text.strip().casefold()
    if word in NO_CROSSES or word in {"-", "–", "/", "."}:
        return False
    if word in CROSSES or (word and set(word) <= CROSS_MARKS):
        return True
    return None


def split_words(text: str) -> tuple[str, ...]:
    """The words of a list in one cell, in small letters, each once, sorted."""
    parts = (" ".join(part.split()).lower() for part in re.split(r"[,;\n\r|•·]", text))
    return tuple(sorted({part for part in parts if not says_nothing(part)}))


def _birth_year(text: str, today: date) -> int:
    try:
        return parse_birth_year(text, today)
    except ValueError:
        raise CellUnreadable("no_birth_year") from None


def place_name(text: str, code: str) -> str:
    """The name of the place in "9800 Deinze" or "Deinze"; of an address, the name that goes with its code."""
    if not re.search(r"\d", text):
        return " ".join(text.split())
    name = (
        re.sub(rf"^\W*(?:B\W?)?{code}\W+|\W+(?:B\W?)?{code}\W*$", "", text, flags=re.IGNORECASE)
        if code
        else ""
    )
    if name and not re.search(r"\d", name):
        return " ".join(name.split())
    place = postal.find(code)
    return place.name if place else ""
