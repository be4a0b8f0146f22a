"""Belgian postal codes: the name of the place, its municipality and the middle of it.

Coordinates and places: GeoNames, CC BY 4.0; one row per code, the mean of its places.
"""

import csv
import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

TABLE = Path(__file__).with_name("postal_codes_be.csv")
SEPARATOR = ";"
COLUMNS = ("code", "name", "also", "municipality", "latitude", "longitude")

_CODE = re.compile(r"(?<![\d+])(?:B\s?-?|BE\s?-?)?(\d{4})(?!\d)", re.IGNORECASE | re.ASCII)
# 4561 AB is a Dutch code, but 9840 DE PINTE a Belgian place.
_DUTCH_CODE = re.compile(r"\d{4}\s?[A-Z]{2}(?![\w-]|\s+[A-Z])")


class PostalCodeUnknown(ValueError):
    """A text without a Belgian postal code. `code` is one of no_code, no_such_code, two_codes, abroad."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class PostalCode:
    """One postal code; `municipality` is "" where the table does not tell."""

    code: str
    name: str
    also: tuple[str, ...]
    municipality: str
    latitude: float
    longitude: float


def find(code: str) -> PostalCode | None:
    """The place of a postal code, None when there is no such code."""
    return _table().get(code)


def parse_postal(text: str) -> str:
    """The postal code in "9800 Deinze", "B-9800" or "Deinze (9800)". Raises PostalCodeUnknown."""
    written = unicodedata.normalize("NFKC", text)
    if _DUTCH_CODE.search(written):
        raise PostalCodeUnknown("abroad")
    codes = set(_CODE.findall(written))
    if len(codes) != 1:
        raise PostalCodeUnknown("two_codes" if codes else "no_code")
    code: str = codes.pop()
    if find(code) is None:
        raise PostalCodeUnknown("no_such_code")
    return code


def search_place(name: str) -> tuple[PostalCode, ...]:
    """The postal codes of a place of this name: those that carry it first, then those with such a village."""
    return _by_name().get(_key(name), ())


@lru_cache(maxsize=1)
def _table() -> Mapping[str, PostalCode]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader((line for line in file if not line.startswith("#")), delimiter=SEPARATOR)
        return MappingProxyType({row["code"]: _read(row) for row in rows})


def _read(row: Mapping[str, str]) -> PostalCode:
    return PostalCode(
        code=row["code"],
        name=row["name"],
        also=tuple(row["also"].split("|")) if row["also"] else (),
        municipality=row["municipality"],
        latitude=float(row["latitude"]),
        longitude=float(row["longitude"]),
    )


@lru_cache(maxsize=1)
def _by_name() -> Mapping[str, tuple[PostalCode, ...]]:
    """Codes by each name, those that carry it as their first name before the others."""
    found: defaultdict[str, dict[str, PostalCode]] = defaultdict(dict)
    places = _table().values()
    for place in places:
        found[_key(place.name)][place.code] = place
    for place in places:
        for name in (*place.also, place.municipality):
            found[_key(name)].setdefault(place.code, place)
    return MappingProxyType({name: tuple(codes.values()) for name, codes in found.items() if name})


def _key(name: str) -> str:
    """A name without accents, marks and capitals; "St." is "Sint"."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return re.sub(r"[\W_]", "", re.sub(r"\bst[.\s-]+", "sint", plain))
