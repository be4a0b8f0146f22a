"""What the preview of a list shows, put together from a reading."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from samen.lists import fields
from samen.lists.corrections import SAME, Corrections
from samen.lists.labels import label
from samen.lists.outcome import DuplicateRow, PersonRow, Problem, Reading, RefusedRow, ValueGuess
from samen.lists.recognise import Column, Layout
from samen.lists.sentences import sentence
from samen.people.choices import Role
from samen.people.models import Participation

# A page is read by a person: beyond these the workbook of refused rows is handier.
MOST_ROWS = 50
MOST_PEOPLE = 100


@dataclass(frozen=True)
class SheetView:
    """One sheet of people: how it was understood, and whether we must ask whose list it is."""

    number: int
    layout: Layout
    role: str

    @property
    def must_ask_role(self) -> bool:
        """Nothing tells whether these are newcomers or coaches."""
        return not self.layout.role and all(column.field != fields.ROLE for column in self.layout.columns)

    @property
    def unsure(self) -> list[Column]:
        """Columns to look at."""
        return [column for column in self.layout.columns if not column.is_sure]


@dataclass(frozen=True)
class Mend:
    """One cell to mend: what is the matter, its name in the form, its label and its text."""

    name: str
    field: str
    label: str
    text: str
    sentences: list[str]


@dataclass(frozen=True)
class RefusedView:
    """One row with a fault."""

    sheet: str
    row: int
    who: str
    cells: list[Mend]


@dataclass(frozen=True)
class DoubleView:
    """Somebody who seems to be there already, beside whom they seem to be."""

    name: str
    sheet: str
    row: int
    person: PersonRow
    why: str
    earlier_row: int | None
    earlier: Participation | None
    decision: str


@dataclass(frozen=True)
class Preview:
    """The whole page."""

    reading: Reading
    sheets: list[SheetView]
    refused: list[RefusedView]
    refused_count: int
    doubles: list[DoubleView]
    people: list[PersonRow]
    by_role: Counter[str]
    unsure_values: list[ValueGuess]
    sure_values: list[ValueGuess]
    warnings: list[tuple[str, int, str]]
    rows: int

    @property
    def newcomers(self) -> int:
        """How many newcomers would be stored."""
        return self.by_role[Role.NEWCOMER]

    @property
    def coaches(self) -> int:
        """How many coaches would be stored."""
        return self.by_role[Role.COACH]

    @property
    def has_many_sheets(self) -> bool:
        """Whether a row needs the name of its sheet to be found."""
        return len(self.sheets) > 1


def preview(reading: Reading, corrections: Corrections) -> Preview:
    """Everything the page shows, in two queries whatever the length of the list."""
    sheets = [
        SheetView(number, layout, corrections.roles.get(layout.name, ""))
        for number, layout in enumerate(reading.sheets)
    ]
    numbers = {view.layout.name: view.number for view in sheets}
    asked = {view.layout.name for view in sheets if view.must_ask_role}
    shown = [row for row in reading.refused if not (row.sheet in asked and _only_role(row.problems))]
    return Preview(
        reading=reading,
        sheets=sheets,
        refused=[_refused(row, numbers[row.sheet]) for row in shown[:MOST_ROWS]],
        refused_count=len(reading.refused),
        doubles=_doubles(reading.duplicates[:MOST_ROWS], numbers),
        people=reading.people[:MOST_PEOPLE],
        by_role=Counter(person.role for person in reading.people),
        unsure_values=[guess for guess in reading.values if not guess.is_sure][:MOST_ROWS],
        sure_values=[guess for guess in reading.values if guess.is_sure][:MOST_ROWS],
        warnings=[
            (warned.sheet, warned.row, sentence(warned.problem))
            for warned in reading.warnings
            if warned.problem.field != fields.AVAILABILITY
        ][:MOST_ROWS],
        rows=len(reading.people) + len(reading.refused) + len(reading.duplicates) + len(reading.skipped),
    )


def _only_role(problems: Iterable[Problem]) -> bool:
    return all(problem.field == fields.ROLE and problem.code == "missing" for problem in problems)


def _refused(row: RefusedRow, number: int) -> RefusedView:
    """One cell to mend for each field that is wrong; somebody who cannot be reached gets both ways."""
    told: dict[str, list[str]] = {}
    for problem in row.problems:
        told.setdefault(problem.field, []).append(sentence(problem))
        if problem.code == "unreachable":
            told.setdefault(fields.EMAIL, [])
    cells = [
        Mend(f"cell-{number}-{row.row}-{name}", name, label(name), row.cells.get(name, ""), sentences)
        for name, sentences in told.items()
    ]
    who = " ".join(
        text
        for name in (fields.NAME, fields.GIVEN_NAME, fields.FAMILY_NAME)
        if (text := row.cells.get(name, "").strip())
    )
    return RefusedView(row.sheet, row.row, who, cells)


def _doubles(rows: list[DuplicateRow], numbers: dict[str, int]) -> list[DoubleView]:
    ids = [int(str(row.of).removeprefix("person:")) for row in rows if isinstance(row.of, str)]
    known: dict[int, Participation] = {}
    for part in Participation.objects.filter(person__in=ids).select_related("person").order_by("pk"):
        known.setdefault(part.person_id, part)
    return [
        DoubleView(
            name=f"double-{numbers[row.sheet]}-{row.row}",
            sheet=row.sheet,
            row=row.row,
            person=row.person,
            why=label(row.why),
            earlier_row=row.of if isinstance(row.of, int) else None,
            earlier=known.get(int(row.of.removeprefix("person:"))) if isinstance(row.of, str) else None,
            decision=row.decision or SAME,
        )
        for row in rows
    ]
