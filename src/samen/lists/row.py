"""One row: from the texts in its cells to a person, or to everything that stands in the way."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from samen.base.emails import EmailUnreadable, read_email
from samen.base.phones import PhoneUnreadable, read_phone
from samen.intake.dayparts import Slot, parse_availability
from samen.lists import cells, fields
from samen.lists.corrections import key
from samen.lists.outcome import PersonRow, Problem
from samen.people.words import fold, parse_gender, parse_role, split_name

Read = TypeVar("Read")
Unreadable = (cells.CellUnreadable, EmailUnreadable, PhoneUnreadable)

# As long as the columns of the tables are.
LONGEST = {
    fields.GIVEN_NAME: 80,
    fields.FAMILY_NAME: 80,
    fields.PLACE: 80,
    fields.PROFESSION: 80,
    fields.LANGUAGE_LEVEL: 20,
}
TOTALS = frozenset({"totaal", "totalen", "total", "som", "subtotaal", "aantal", "totaux"})
NO_MATTER = frozenset(
    {
        "geen voorkeur",
        "maakt niet uit",
        "maakt niets uit",
        "om het even",
        "beide",
        "allebei",
        "egal",
        "no preference",
    }
)


@dataclass
class Row:
    """The cells of one row by field, and where it stands."""

    sheet: str
    number: int
    cells: dict[str, str]

    def text(self, field: str) -> str:
        """A cell without outer spaces; "" when it says that there is nothing."""
        text = self.cells.get(field, "").strip()
        return "" if not text or cells.says_nothing(text) else text

    def name(self) -> tuple[str, str]:
        """Given and family name; a single name is a given name."""
        given, family = (
            " ".join(text.split()) if cells.is_name(text) else ""
            for text in (self.text(fields.GIVEN_NAME), self.text(fields.FAMILY_NAME))
        )
        whole = self.text(fields.NAME)
        if not given and not family and cells.is_name(whole):
            given, family = split_name(whole)
        return (given, family) if given else (family, "")

    def is_nobody(self) -> bool:
        """No name, no phone and no e-mail: a total, a formula, a remark."""
        if self.text(fields.PHONE) or self.text(fields.EMAIL):
            return False
        given, _family = self.name()
        return not given or fold(given) in TOTALS


@dataclass
class RowReader:
    """Reads one row and gathers what is the matter with it: errors refuse the row, warnings do not."""

    row: Row
    values: dict[tuple[str, str], str]
    today: date
    errors: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)

    def read(self, role: str, is_role_given: bool) -> PersonRow:
        """The person of this row, worth something only when there are no errors."""
        given, family = self._name()
        phone, email = self._phone(), self._email()
        if not phone and not email and not {p.field for p in self.errors} & {fields.PHONE, fields.EMAIL}:
            self.errors.append(Problem(fields.PHONE, "unreachable"))
        postal_code, place = self._place()
        birth_year = self._must(fields.BIRTH, lambda text: cells.read_birth(text, self.today))
        age_year = self._must(fields.AGE, lambda text: cells.read_age(text, self.today))
        return PersonRow(
            sheet=self.row.sheet,
            row=self.row.number,
            role=self._role(role, is_role_given),
            given_name=given,
            family_name=family,
            phone=phone,
            email=email,
            gender=self._gender(fields.GENDER),
            birth_year=age_year if birth_year is None else birth_year,
            postal_code=postal_code,
            place=place,
            availability=self._availability(),
            interests=cells.split_words(self.row.text(fields.INTERESTS)),
            profession=self._short(fields.PROFESSION),
            language_level=self._short(fields.LANGUAGE_LEVEL),
            languages=cells.split_words(self.row.text(fields.LANGUAGES)),
            registered_on=self._must(fields.REGISTERED_ON, cells.read_day),
            capacity=self._may(fields.CAPACITY, cells.read_capacity),
            wish_gender=self._gender(fields.WISH_GENDER),
            wish_age_min=self._may(fields.WISH_AGE_MIN, cells.read_wished_age),
            wish_age_max=self._may(fields.WISH_AGE_MAX, cells.read_wished_age),
            wish_max_km=self._may(fields.WISH_MAX_KM, cells.read_km),
            note=self.row.text(fields.NOTE),
        )

    def _must(self, name: str, reader: Callable[[str], Read]) -> Read | None:
        return self._one(name, reader, self.errors)

    def _may(self, name: str, reader: Callable[[str], Read]) -> Read | None:
        return self._one(name, reader, self.warnings)

    def _one(self, name: str, reader: Callable[[str], Read], problems: list[Problem]) -> Read | None:
        text = self.row.text(name)
        if not text:
            return None
        try:
            return reader(text)
        except Unreadable as fault:
            problems.append(Problem(name, fault.code, text))
            return None

    def _name(self) -> tuple[str, str]:
        given, family = self.row.name()
        if not given:
            self.errors.append(Problem(fields.NAME, "missing"))
        return self._within(fields.GIVEN_NAME, given), self._within(fields.FAMILY_NAME, family)

    def _short(self, name: str) -> str:
        return self._within(name, " ".join(self.row.text(name).split()))

    def _within(self, name: str, text: str) -> str:
        """The text, with an error when it is longer than its column."""
        if len(text) > LONGEST[name]:
            self.errors.append(Problem(name, "too_long", text))
        return text

    def _phone(self) -> str:
        found = self._must(fields.PHONE, read_phone)
        if found is None:
            return ""
        if found.rest:
            self.warnings.append(Problem(fields.PHONE, "rest", found.rest))
        return found.number

    def _email(self) -> str:
        found = self._must(fields.EMAIL, read_email)
        if found is None:
            return ""
        if found.rest:
            self.warnings.append(Problem(fields.EMAIL, "rest", found.rest))
        if "." not in found.address.rpartition("@")[2]:
            self.warnings.append(Problem(fields.EMAIL, "no_point", found.address))
        return found.address

    def _role(self, role: str, is_role_given: bool) -> str:
        """The role in the row, or else that of the sheet."""
        text = self.row.text(fields.ROLE)
        found = self._meaning(fields.ROLE, text, parse_role) if text else None
        if found:
            return found
        if text and found is None and not is_role_given:
            self.errors.append(Problem(fields.ROLE, "unread", text))
        elif not role:
            self.errors.append(Problem(fields.ROLE, "missing"))
        return role

    def _gender(self, name: str) -> str:
        text = self.row.text(name)
        if not text or fold(text) in NO_MATTER:
            return ""
        found = self._meaning(name, text, parse_gender)
        if found is None:
            self.warnings.append(Problem(name, "unread", text))
        return found or ""

    def _meaning(self, name: str, text: str, reader: Callable[[str], str]) -> str | None:
        """What words mean: as corrected, or as read; None when nobody knows."""
        corrected = self.values.get((name, key(text)))
        if corrected is not None:
            return corrected
        try:
            return reader(text)
        except ValueError:
            return None

    def _place(self) -> tuple[str, str]:
        """Postal code and place, from one column or two."""
        code_text, place_text = self.row.text(fields.POSTAL_CODE), self.row.text(fields.PLACE)
        code = self._must(fields.POSTAL_CODE, cells.read_postal_code) or ""
        if not code_text and re.search(r"\d{4}", place_text):
            code = self._must(fields.PLACE, cells.read_postal_code) or ""
        elif not code_text:
            code = cells.only_code_of(place_text)
        place = cells.place_name(place_text, code) or cells.place_name(code_text, code)
        return code, self._within(fields.PLACE, place)

    def _availability(self) -> frozenset[Slot] | None:
        """Everything that free text and the crosses of a grid say; None when both say nothing."""
        slots: set[Slot] = set()
        filled = False
        if text := self.row.text(fields.AVAILABILITY):
            filled = True
            slots |= self._slots(text)
        for name, of_column in fields.GRID.items():
            text = self.row.cells.get(name, "").strip()
            filled = filled or bool(text)
            crossed = cells.read_cross(text)
            if crossed is None:
                slots |= self._slots(text) & of_column
            elif crossed:
                slots |= of_column
        return frozenset(slots) if filled else None

    def _slots(self, text: str) -> frozenset[Slot]:
        for (name, word), meaning in self.values.items():
            if name == fields.AVAILABILITY:
                text = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", meaning, text, flags=re.IGNORECASE)
        slots, unread = parse_availability(text)
        self.warnings += [Problem(fields.AVAILABILITY, "unread", word) for word in unread]
        return slots
