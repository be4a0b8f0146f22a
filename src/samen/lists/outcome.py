"""What reading a list gives: people, and for every other row what happened to it and why."""

from dataclasses import dataclass, field
from datetime import date

from samen.intake.dayparts import Slot
from samen.lists.recognise import Layout


@dataclass(frozen=True, slots=True)
class Problem:
    """What is the matter with one cell: its field, a code, and the text that it is about."""

    field: str
    code: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person as the list has them. Texts are "" and numbers None where nothing was filled in."""

    sheet: str
    row: int
    role: str
    given_name: str
    family_name: str
    phone: str
    email: str
    gender: str
    birth_year: int | None
    postal_code: str
    place: str
    availability: frozenset[Slot] | None
    interests: tuple[str, ...]
    profession: str
    language_level: str
    languages: tuple[str, ...]
    registered_on: date | None
    capacity: int | None
    wish_gender: str
    wish_age_min: int | None
    wish_age_max: int | None
    wish_max_km: int | None
    note: str


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that is not taken, every reason at once, and its cells by field."""

    sheet: str
    row: int
    problems: tuple[Problem, ...]
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class DuplicateRow:
    """Somebody who seems to be there already: `of` is an earlier row, or "person:<id>"; `why` a field."""

    person: PersonRow
    of: int | str
    why: str
    cells: dict[str, str]
    decision: str = ""

    @property
    def sheet(self) -> str:
        """The tab."""
        return self.person.sheet

    @property
    def row(self) -> int:
        """The number of the row."""
        return self.person.row


@dataclass(frozen=True, slots=True)
class Warned:
    """Something in a row that was not read, while the row itself is taken."""

    sheet: str
    row: int
    problem: Problem


@dataclass(frozen=True, slots=True)
class ValueGuess:
    """Words in the cells of a column and what they are taken for; `meaning` is "" when that is not known."""

    field: str
    text: str
    meaning: str
    is_sure: bool
    rows: int


@dataclass
class Reading:
    """A whole list.

    Every filled row under the titles is in exactly one of people, refused, duplicates and skipped.
    """

    sheets: list[Layout] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    values: list[ValueGuess] = field(default_factory=list)
    people: list[PersonRow] = field(default_factory=list)
    refused: list[RefusedRow] = field(default_factory=list)
    duplicates: list[DuplicateRow] = field(default_factory=list)
    skipped: list[tuple[str, int]] = field(default_factory=list)
    warnings: list[Warned] = field(default_factory=list)
