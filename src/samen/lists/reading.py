"""A whole list read: sheets recognised, rows judged one by one, nothing stored."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from samen.base.spreadsheet.sheet import Sheet
from samen.lists import cells, fields, sentences
from samen.lists.corrections import NEW, SKIP, Corrections, key
from samen.lists.duplicates import Known, Register
from samen.lists.outcome import DuplicateRow, Reading, RefusedRow, ValueGuess, Warned
from samen.lists.recognise import CellBesideHeader, Layout, recognise
from samen.lists.row import NO_MATTER, Row, RowReader
from samen.people.words import fold, parse_gender, parse_role

_WORDS: dict[str, Callable[[str], str]] = {
    fields.ROLE: parse_role,
    fields.GENDER: parse_gender,
    fields.WISH_GENDER: parse_gender,
}
BETWEEN = {fields.PHONE: " / ", fields.EMAIL: " ; "}


def read_list(
    sheets: Sequence[Sheet], *, corrections: Corrections, known: Sequence[Known], today: date
) -> Reading:
    """Everything a person needs to see before a list is stored.

    Raises Refused when no sheet has a column with names, phones or e-mail addresses, or when a cell stands
    beside the last title.
    """
    reading = Reading()
    register = Register(known)
    counted: Counter[tuple[str, str]] = Counter()
    for sheet in sheets:
        layout = _recognised(sheet, corrections, today)
        if not layout.is_list_of_people:
            reading.left_out += [sheet.name] if any(map(any, sheet.rows)) else []
            continue
        reading.sheets.append(layout)
        for row in _rows(sheet, layout, corrections):
            counted.update((name, " ".join(text.split())) for name in _WORDS if (text := row.text(name)))
            _judge(row, layout, corrections, register, reading, today)
    if not reading.sheets:
        raise sentences.no_list()
    counted.update(
        (fields.AVAILABILITY, warned.problem.text)
        for warned in reading.warnings
        if warned.problem.field == fields.AVAILABILITY
    )
    reading.values = list(_values(counted, corrections))
    return reading


def _recognised(sheet: Sheet, corrections: Corrections, today: date) -> Layout:
    try:
        return recognise(sheet, corrections, today)
    except CellBesideHeader as fault:
        raise sentences.cell_beside_header(fault.row) from None


def _rows(sheet: Sheet, layout: Layout, corrections: Corrections) -> Iterator[Row]:
    """The filled rows below the titles, by field, with cells as they were put right."""
    columns = [(column.index, column.field) for column in layout.columns if column.field != fields.IGNORE]
    fixes: dict[int, dict[str, str]] = {}
    for (name, number, field), text in corrections.cells.items():
        if name == sheet.name:
            fixes.setdefault(number, {})[field] = text
    for number, written in enumerate(sheet.rows[layout.header_row :], start=layout.header_row + 1):
        if any(cell.strip() for cell in written):
            by_field = _by_field(written, columns)
            yield Row(sheet.name, number, by_field | fixes.get(number, {}))


def _by_field(written: list[str], columns: list[tuple[int, str]]) -> dict[str, str]:
    """The cells of a row by field; several columns of one field as one text."""
    by_field: dict[str, str] = {}
    for index, field in columns:
        text = written[index] if index < len(written) else ""
        if field in by_field and by_field[field].strip() and text.strip() and not cells.says_nothing(text):
            by_field[field] += BETWEEN.get(field, "; ") + text
        elif not by_field.get(field, "").strip():
            by_field[field] = text
    return by_field


def _judge(
    row: Row, layout: Layout, corrections: Corrections, register: Register, reading: Reading, today: date
) -> None:
    """Put a row where it belongs: skipped, refused, a duplicate, or a person."""
    where = (row.sheet, row.number)
    decision = corrections.duplicates.get(where, "")
    if row.is_nobody() or decision == SKIP:
        reading.skipped.append(where)
        return
    reader = RowReader(row, corrections.values, today)
    person = reader.read(layout.role, row.sheet in corrections.roles)
    if reader.errors:
        reading.refused.append(RefusedRow(*where, tuple(reader.errors), row.cells))
        return
    reading.warnings += [Warned(*where, problem) for problem in reader.warnings]
    seen = register.find(person)
    register.add(person, seen[0] if seen and decision != NEW else row.number)
    if seen is None or decision == NEW:
        reading.people.append(person)
    else:
        reading.duplicates.append(DuplicateRow(person, *seen, row.cells, decision))


def _values(counted: Counter[tuple[str, str]], corrections: Corrections) -> Iterator[ValueGuess]:
    """Each different text in columns of words, the commonest first, with its meaning."""
    by_key: dict[tuple[str, str], tuple[str, int]] = {}
    for (field, text), rows in counted.most_common():
        shown, before = by_key.get((field, key(text)), (text, 0))
        by_key[field, key(text)] = (shown, before + rows)
    for (field, word), (text, rows) in by_key.items():
        meaning = corrections.values.get((field, word))
        if meaning is None:
            meaning = _meaning(field, text)
            yield ValueGuess(field, text, meaning, bool(meaning) or fold(text) in NO_MATTER, rows)
        else:
            yield ValueGuess(field, text, meaning, True, rows)


def _meaning(field: str, text: str) -> str:
    if field not in _WORDS:
        return ""
    try:
        return _WORDS[field](text)
    except ValueError:
        return ""
