"""Two spreadsheets as the engine's people: columns recognised, cells checked, faults told by place."""

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from django.utils.translation import gettext as _

from duomatch import COACH, NEWCOMER, AgeWish, DistanceWish, GenderWish, Profile, Strength, TimeWish, Wish
from duomatch import availability as engine_availability
from duomatch.profiles import EXTRAVERT, INTROVERT
from samen.base.dates import parse_date
from samen.base.errors import Refused
from samen.base.spreadsheet import Sheet, read_workbook
from samen.intake.dayparts import parse_availability
from samen.people.words import parse_gender
from samen.places import postal

# Each column with the other names it is known by, as `_key` writes them.
COLUMNS = {
    "id": ("nummer", "nr", "code"),
    "name": ("naam",),
    "gender": ("geslacht",),
    "birth_year": ("geboortejaar",),
    "postal_code": ("postcode",),
    "latitude": ("breedtegraad", "lat"),
    "longitude": ("lengtegraad", "lon", "lng"),
    "availability": ("beschikbaarheid", "beschikbaar"),
    "interests": ("topics", "interesses", "onderwerpen", "hobby_s", "hobbys"),
    "profession": ("beroep",),
    "personality": ("persoonlijkheid",),
    "languages": ("talen",),
    "registered_on": ("registered_at", "aangemeld_op", "aangemeld", "aanmelding", "aanmelddatum"),
    "capacity": ("capaciteit", "aantal_duo_s"),
    "wish_gender": ("wens_geslacht",),
    "wish_gender_strength": ("wens_geslacht_sterkte",),
    "wish_age_min": ("wens_leeftijd_min", "wens_minimumleeftijd"),
    "wish_age_max": ("wens_leeftijd_max", "wens_maximumleeftijd"),
    "wish_age_strength": ("wens_leeftijd_sterkte",),
    "wish_max_km": ("wens_max_km", "wens_afstand"),
    "wish_km_strength": ("wens_km_sterkte", "wens_afstand_sterkte"),
    "wish_time_strength": ("wens_tijd_sterkte", "wens_moment_sterkte"),
}
RECOGNISED = {alias: column for column, aliases in COLUMNS.items() for alias in (column, *aliases)}
STRENGTHS = {
    "must": Strength.MUST,
    "moet": Strength.MUST,
    "prefer": Strength.PREFER,
    "liever": Strength.PREFER,
    "no_matter": Strength.NO_MATTER,
    "maakt_niet_uit": Strength.NO_MATTER,
}
HEADER_WITHIN = 20
EARLIEST_BIRTH, LATEST_BIRTH = 1900, 2100
OLDEST = 120
MOST_DUOS_OF_ONE = 100
HALF_THE_EARTH_KM = 20_040

Read = TypeVar("Read")


@dataclass(frozen=True)
class SheetPool:
    """Everybody of both files, their names by (role, id), the day that counts, and what to warn of."""

    newcomers: list[Profile]
    coaches: list[Profile]
    names: dict[tuple[str, str], str]
    on: date | None
    warnings: list[str]

    def name(self, role: str, person_id: str) -> str:
        """The name in the sheet, or else the id."""
        return self.names.get((role, person_id)) or person_id

    def label(self, role: str, person_id: str) -> str:
        """The id and, where there is one, the name."""
        name = self.names.get((role, person_id))
        return f"{person_id} ({name})" if name else person_id


@dataclass(frozen=True)
class Row:
    """One person's cells by column name, and where they stand, for a refusal."""

    file: str
    number: int
    cells: dict[str, str]

    def text(self, column: str) -> str:
        """The cell without outer spaces; "" when the column is not there."""
        return self.cells.get(column, "").strip()

    def read(self, column: str, reader: Callable[[str], Read], remedy: str) -> Read | None:
        """What the reader makes of a cell, None when it is empty; its ValueError becomes a refusal."""
        text = self.text(column)
        if not text:
            return None
        try:
            return reader(text)
        except ValueError:
            raise self.refusal(column, text, remedy) from None

    def refusal(self, column: str, text: str, remedy: str) -> Refused:
        """A refusal of one cell."""
        words = {"file": self.file, "row": self.number, "column": column, "text": text[:60], "remedy": remedy}
        sentence = _("%(file)s, rij %(row)s, kolom %(column)s: “%(text)s” kunnen wij niet lezen. %(remedy)s")
        return Refused("bad_cell", sentence % words)


def read_pool(newcomers: Path, coaches: Path, on: date | None = None) -> SheetPool:
    """The people of two files; without a day given, the latest day of registration counts.

    Raises Refused for a file, row or cell that cannot be read.
    """
    spelling: dict[str, str] = {}
    warnings: list[str] = []
    names: dict[tuple[str, str], str] = {}
    people: dict[str, list[Profile]] = {}
    for role, path in ((NEWCOMER, newcomers), (COACH, coaches)):
        rows = list(_rows(path))
        _refuse_doubles(rows)
        people[role] = [_profile(row, role, spelling, warnings) for row in rows]
        names |= {(role, row.cells["id"]): row.text("name") for row in rows}
    everybody = [*people[NEWCOMER], *people[COACH]]
    on = on or max((one.registered_on for one in everybody if one.registered_on), default=None)
    if on is None and any(isinstance(wish, AgeWish) for one in everybody for wish in one.wishes):
        warnings.append(
            _("Wij weten niet welke dag telt en kennen dus geen leeftijden. Geef de dag met --on.")
        )
    return SheetPool(people[NEWCOMER], people[COACH], names, on, warnings)


def _rows(path: Path) -> Iterator[Row]:
    """The rows with something in them, below the row that names the columns."""
    if not path.is_file():
        raise Refused("no_file", _("Het bestand %(file)s is er niet. Kijk de naam na.") % {"file": path})
    sheet, header = _find_header(path)
    columns = _columns(path.name, sheet.rows[header])
    for number, cells in enumerate(sheet.rows[header + 1 :], start=header + 2):
        if any(cell.strip() for cell in cells):
            row = Row(
                path.name, number, {columns[at]: cell for at, cell in enumerate(cells) if at in columns}
            )
            if not row.text("id"):
                raise Refused(
                    "no_id",
                    _("%(file)s, rij %(row)s: er staat geen id. Vul het in, of maak de rij leeg.")
                    % {"file": row.file, "row": number},
                )
            yield row


def _find_header(path: Path) -> tuple[Sheet, int]:
    """The first sheet and row with a column for the id; titles may stand above it."""
    for sheet in read_workbook(path):
        for number, cells in enumerate(sheet.rows[:HEADER_WITHIN]):
            if any(RECOGNISED.get(_key(cell)) == "id" for cell in cells):
                return sheet, number
    sentence = _(
        "In %(file)s staat geen kolom “id”. Zet bovenaan de namen van de kolommen; alleen “id” is verplicht."
    )
    raise Refused("no_id_column", sentence % {"file": path.name})


def _columns(file: str, header: list[str]) -> dict[int, str]:
    """Which column stands where; columns of another name are not read."""
    columns = {at: RECOGNISED[_key(cell)] for at, cell in enumerate(header) if _key(cell) in RECOGNISED}
    for column in columns.values():
        if list(columns.values()).count(column) > 1:
            sentence = _("In %(file)s staat de kolom %(column)s twee keer. Laat er één staan.")
            raise Refused("double_column", sentence % {"file": file, "column": column})
    return columns


def _key(header: str) -> str:
    """A column name as it is compared: small letters, words joined by one underscore."""
    return re.sub(r"[\W_]+", "_", header.casefold()).strip("_")


def _refuse_doubles(rows: list[Row]) -> None:
    first: dict[str, Row] = {}
    for row in rows:
        earlier = first.setdefault(row.cells["id"], row)
        if earlier is not row:
            words = {"file": row.file, "first": earlier.number, "second": row.number, "id": row.cells["id"]}
            sentence = _(
                "%(file)s: id “%(id)s” staat in rij %(first)s en rij %(second)s. Geef ieder een eigen id."
            )
            raise Refused("duplicate_id", sentence % words)


def _profile(row: Row, role: str, spelling: dict[str, str], warnings: list[str]) -> Profile:
    year = _("Schrijf een jaartal van vier cijfers, zoals 1985.")
    scale = _("Schrijf een cijfer van 1 (introvert) tot 5 (extravert).")
    day = _("Schrijf een datum, zoals 2026-03-31 of 31/3/2026.")
    duos = _("Schrijf een heel getal, zoals 1 of 2.")
    return Profile(
        id=row.cells["id"],
        role=role,
        birth_year=row.read("birth_year", _whole(EARLIEST_BIRTH, LATEST_BIRTH), year),
        gender=_gender(row, "gender"),
        place=_place(row),
        availability=_availability(row, warnings),
        interests=frozenset(spelling.setdefault(word.casefold(), word) for word in _words(row, "interests")),
        profession=row.text("profession"),
        personality=row.read("personality", _whole(INTROVERT, EXTRAVERT), scale),
        languages=frozenset(word.casefold() for word in _words(row, "languages")),
        registered_on=row.read("registered_on", parse_date, day),
        capacity=_capacity(row, duos) if role == COACH else 1,
        wishes=tuple(_wishes(row)),
    )


def _gender(row: Row, column: str) -> str | None:
    return row.read(column, parse_gender, _("Schrijf m, f, x, man of vrouw, of laat de cel leeg."))


def _capacity(row: Row, remedy: str) -> int:
    capacity = row.read("capacity", _whole(0, MOST_DUOS_OF_ONE), remedy)
    return 1 if capacity is None else capacity


def _place(row: Row) -> tuple[float, float] | None:
    """Coordinates where they are given, else the middle of the postal code."""
    degrees = _("Schrijf graden met een komma of punt, zoals 50,98, en vul breedte en lengte allebei in.")
    latitude = row.read("latitude", _number(-90, 90), degrees)
    longitude = row.read("longitude", _number(-180, 180), degrees)
    if latitude is not None and longitude is not None:
        return (latitude, longitude)
    if latitude is not None or longitude is not None:
        filled = "longitude" if latitude is None else "latitude"
        raise row.refusal(filled, row.text(filled), degrees)
    return row.read(
        "postal_code", _coordinates, _("Schrijf een Belgische postcode, zoals 9800, of laat de cel leeg.")
    )


def _coordinates(text: str) -> tuple[float, float]:
    """The place of "9800" or "9800 Deinze"."""
    found = re.match(r"\d{4}(?!\d)", text)
    place = postal.find(found[0]) if found else None
    if place is None:
        raise ValueError(text)
    return (place.latitude, place.longitude)


def _availability(row: Row, warnings: list[str]) -> int:
    slots, unread = parse_availability(row.text("availability"))
    if unread:
        words = {"file": row.file, "row": row.number, "words": ", ".join(unread)}
        warnings.append(_("%(file)s, rij %(row)s: in de beschikbaarheid lazen wij niet: %(words)s.") % words)
    return engine_availability.from_slots(slots)


def _words(row: Row, column: str) -> Iterator[str]:
    """The parts between semicolons, as written."""
    return (word.strip() for word in row.text(column).split(";") if word.strip())


def _wishes(row: Row) -> Iterator[Wish]:
    gender_strength, age_strength = (
        _strength(row, "wish_gender_strength"),
        _strength(row, "wish_age_strength"),
    )
    km_strength, time_strength = _strength(row, "wish_km_strength"), _strength(row, "wish_time_strength")
    if gender := _gender(row, "wish_gender"):
        yield GenderWish(gender, gender_strength or Strength.PREFER)
    age = _("Schrijf een leeftijd in jaren, zoals 30; de jongste mag niet ouder zijn dan de oudste.")
    youngest = row.read("wish_age_min", _whole(0, OLDEST), age)
    oldest = row.read("wish_age_max", _whole(0, OLDEST), age)
    if youngest is not None and oldest is not None and youngest > oldest:
        raise row.refusal("wish_age_max", row.text("wish_age_max"), age)
    if youngest is not None or oldest is not None:
        yield AgeWish(youngest, oldest, age_strength or Strength.PREFER)
    km = row.read("wish_max_km", _number(0, HALF_THE_EARTH_KM), _("Schrijf een aantal kilometer, zoals 10."))
    if km is not None:
        yield DistanceWish(km, km_strength or Strength.PREFER)
    if time_strength:
        yield TimeWish(time_strength)


def _strength(row: Row, column: str) -> Strength | None:
    remedy = _("Schrijf moet, liever of maakt-niet-uit.")
    return row.read(column, _one_of_strengths, remedy)


def _one_of_strengths(text: str) -> Strength:
    if _key(text) not in STRENGTHS:
        raise ValueError(text)
    return STRENGTHS[_key(text)]


def _whole(least: int, most: int) -> Callable[[str], int]:
    """A reader of whole numbers within these bounds."""

    def read(text: str) -> int:
        if not re.fullmatch(r"[0-9]{1,6}", text) or not least <= int(text) <= most:
            raise ValueError(text)
        return int(text)

    return read


def _number(least: float, most: float) -> Callable[[str], float]:
    """A reader of numbers with a comma or a point within these bounds."""

    def read(text: str) -> float:
        number = float(text.replace(",", "."))
        if not (math.isfinite(number) and least <= number <= most):
            raise ValueError(text)
        return number

    return read
