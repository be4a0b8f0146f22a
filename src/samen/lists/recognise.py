"""What a sheet holds: where its titles stand, what each column is, and whose list it is."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from samen.base.spreadsheet.sheet import Sheet
from samen.lists import fields, headings, values
from samen.lists.corrections import Corrections
from samen.people.words import fold, parse_role

HEADER_WITHIN = 30
SAMPLES = 3
# Titles that stand alone tell more than words inside a longer title.
EXACT_WEIGHT, HINT_WEIGHT = 2, 1


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its place from 0, its title, the field it is taken for, and some of its cells."""

    index: int
    title: str
    field: str
    is_sure: bool
    samples: tuple[str, ...] = ()

    @property
    def letter(self) -> str:
        """The letter a spreadsheet program shows above it."""
        letters, left = "", self.index + 1
        while left:
            left, last = divmod(left - 1, 26)
            letters = chr(ord("A") + last) + letters
        return letters


@dataclass(frozen=True, slots=True)
class Layout:
    """One sheet as it was understood. `header_row` is 0 when the list has no titles."""

    name: str
    header_row: int
    columns: tuple[Column, ...]
    role: str
    is_role_sure: bool

    @property
    def is_list_of_people(self) -> bool:
        """Whether a name, a telephone or an e-mail address stands in it; a page of explanation is none."""
        return fold(self.name) not in headings.NO_LIST and any(
            column.field in fields.WHO for column in self.columns
        )


class CellBesideHeader(ValueError):
    """A filled cell to the right of the last title."""

    def __init__(self, sheet: str, row: int) -> None:
        super().__init__(f"{sheet}, {row}")
        self.sheet, self.row = sheet, row


def recognise(sheet: Sheet, corrections: Corrections, today: date) -> Layout:
    """How a sheet is understood. Raises CellBesideHeader."""
    header_row = corrections.header_rows.get(sheet.name)
    if header_row is None or not 0 <= header_row <= len(sheet.rows):
        header_row = find_header(sheet.rows)
    titles = _titles(sheet.rows, header_row)
    body = sheet.rows[header_row:]
    corrected = {index: field for (name, index), field in corrections.columns.items() if name == sheet.name}
    columns = [_column(index, title, body, today) for index, title in enumerate(titles)]
    role = corrections.roles.get(sheet.name) or role_in(sheet.name)
    layout = Layout(sheet.name, header_row, tuple(_settled(columns, corrected)), role, bool(role))
    if layout.is_list_of_people:
        _check_width(sheet, layout)
    return layout


def _check_width(sheet: Sheet, layout: Layout) -> None:
    for number, row in enumerate(sheet.rows[layout.header_row :], start=layout.header_row + 1):
        if any(cell.strip() for cell in row[len(layout.columns) :]):
            raise CellBesideHeader(sheet.name, number)


def find_header(rows: Sequence[Sequence[str]]) -> int:
    """The row with the most known titles; else the first filled one, or 0 when somebody stands in that."""
    best, header_row = 0, 0
    first_filled = 0
    for number, row in enumerate(rows[:HEADER_WITHIN], start=1):
        if not any(cell.strip() for cell in row):
            continue
        first_filled = first_filled or number
        weight = _weight(row)
        if weight > best:
            best, header_row = weight, number
    if header_row or not first_filled:
        return header_row
    return 0 if _is_person(rows[first_filled - 1]) else first_filled


def role_in(words: str) -> str:
    """The role that a tab is named after; "" when it names none, or both."""
    found = set()
    plain = fold(words)
    for word in {*plain.split(), plain}:
        try:
            found.add(parse_role(word))
        except ValueError:
            continue
    return found.pop() if len(found) == 1 else ""


def _weight(row: Sequence[str]) -> int:
    """How much a row looks like titles; 0 when no title tells who, or when somebody stands in it."""
    exact = {field for cell in row if (field := headings.exact(cell))}
    hinted = {field for cell in row if not headings.exact(cell) and (field := headings.hinted(cell))}
    if not (exact | hinted) & fields.WHO or _is_person(row):
        return 0
    return EXACT_WEIGHT * len(exact) + HINT_WEIGHT * len(hinted - exact)


def _is_person(row: Sequence[str]) -> bool:
    return any(values.fits(fields.EMAIL, cell) or values.fits(fields.PHONE, cell) for cell in row if cell)


def _titles(rows: Sequence[Sequence[str]], header_row: int) -> list[str]:
    """The titles of the columns, empty ones included."""
    if header_row == 0:
        return [""] * max(map(len, rows), default=0)
    titles = [" ".join(cell.split()) for cell in rows[header_row - 1]]
    above = rows[header_row - 2] if header_row > 1 else []
    return _with_days_above(titles, above)


def _with_days_above(titles: list[str], above: Sequence[str]) -> list[str]:
    """Titles like vm, nm, av under one cell for a whole day, read as "maandag vm"."""
    parts = [title for title in titles if (headings.exact(title) or "").startswith("free_part_")]
    if len(parts) < 2:
        return titles
    joined, day = list(titles), ""
    for index, title in enumerate(titles):
        day = (above[index].strip() if index < len(above) else "") or day
        if title in parts and headings.exact(f"{day} {title}"):
            joined[index] = f"{day} {title}"
    return joined


def _column(index: int, title: str, body: Sequence[Sequence[str]], today: date) -> Column:
    """One column, by its title, and by its cells where the title tells nothing."""
    cells = [cell for row in body if index < len(row) and (cell := row[index].strip())]
    field, is_sure = _field(title, cells[: values.LOOKED_AT], today)
    return Column(index, title, field, is_sure, tuple(dict.fromkeys(cells))[:SAMPLES])


def _field(title: str, cells: list[str], today: date) -> tuple[str, bool]:
    exact, hinted = headings.exact(title), headings.hinted(title)
    guess = exact or hinted
    if guess is None:
        guess = values.guess(cells, today)
        return (guess or fields.IGNORE, guess is None and not cells)
    share = values.share(guess, cells)
    if share is not None and share < values.FEW and guess in values.DROPPED_WHEN_UNLIKE:
        return fields.IGNORE, False
    if exact is None:
        return guess, share is not None and share >= values.MOST
    return guess, share is None or share >= values.HALF


def _settled(columns: list[Column], corrected: dict[int, str]) -> Iterator[Column]:
    """Columns with corrections in, and each field once where it can be there only once."""
    taken = set(corrected.values())
    for column in _names_settled(columns, corrected):
        if column.index in corrected:
            yield replace(column, field=corrected[column.index], is_sure=True)
        elif column.field in taken and column.field not in fields.MANY | {fields.IGNORE}:
            yield replace(column, field=fields.IGNORE, is_sure=False)
        else:
            taken.add(column.field)
            yield column


def _names_settled(columns: Iterable[Column], corrected: dict[int, str]) -> Iterator[Column]:
    """ "Naam" beside "Voornaam" is a family name, beside "Familienaam" a given name."""
    columns = list(columns)
    there = {corrected.get(column.index, column.field) for column in columns}
    means = fields.NAME
    if fields.GIVEN_NAME in there and fields.FAMILY_NAME not in there:
        means = fields.FAMILY_NAME
    elif fields.FAMILY_NAME in there:
        means = fields.IGNORE if fields.GIVEN_NAME in there else fields.GIVEN_NAME
    for column in columns:
        yield replace(column, field=means) if column.field == fields.NAME else column
