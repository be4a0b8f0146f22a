"""Workbooks that go out: a template to fill in, and the refused rows to mend and bring in again."""

from django.utils.translation import gettext as _

from samen.base.spreadsheet import Sheet
from samen.intake.week import moment
from samen.lists import fields
from samen.lists.labels import label
from samen.lists.outcome import Reading
from samen.lists.recognise import Layout, role_in
from samen.lists.sentences import sentence
from samen.people.choices import Gender, Role

TEMPLATE = (
    fields.ROLE,
    fields.GIVEN_NAME,
    fields.FAMILY_NAME,
    fields.PHONE,
    fields.EMAIL,
    fields.GENDER,
    fields.BIRTH,
    fields.POSTAL_CODE,
    fields.AVAILABILITY,
    fields.INTERESTS,
    fields.PROFESSION,
    fields.LANGUAGE_LEVEL,
    fields.REGISTERED_ON,
    fields.NOTE,
)


def template() -> list[Sheet]:
    """An empty list with its titles; the examples stand on a sheet of their own, which is not read."""
    titles = [label(field).capitalize() for field in TEMPLATE]
    free = f"{moment(0, 2)}, {moment(5, 0)}"
    examples = [
        *(str(Role.NEWCOMER.label), "Amal", _("Voorbeeld"), "0470 00 00 01", "", str(Gender.WOMAN.label)),
        *("1990", "9800", free, _("koken; fietsen"), _("verpleegkundige"), "1.2", "1/9/2026", ""),
    ]
    explained = [
        [_("Kolom"), _("Voorbeeld")],
        *([title, example] for title, example in zip(titles, examples, strict=True)),
    ]
    return [Sheet(_("Mensen"), [titles]), Sheet(_("Uitleg"), explained)]


def refused_rows(reading: Reading, sheets: list[Sheet]) -> list[Sheet]:
    """The refused rows under their own titles, with what is the matter behind them."""
    rows_of = {sheet.name: sheet.rows for sheet in sheets}
    return [
        _refused_sheet(reading, layout, rows_of[layout.name])
        for layout in reading.sheets
        if any(row.sheet == layout.name for row in reading.refused)
    ]


def _refused_sheet(reading: Reading, layout: Layout, rows: list[list[str]]) -> Sheet:
    titles = [column.title or label(column.field) for column in layout.columns]
    wrong = [row for row in reading.refused if row.sheet == layout.name]
    lines = [
        [*_padded(rows[row.row - 1], len(titles)), " ".join(sentence(problem) for problem in row.problems)]
        for row in wrong
    ]
    return Sheet(_tab(layout), [[*titles, _("Wat klopt er niet?")], *lines])


def _padded(row: list[str], width: int) -> list[str]:
    return [*row[:width], *[""] * (width - len(row))]


def _tab(layout: Layout) -> str:
    """A name that tells the role of everybody on the sheet, where that is known."""
    if layout.role and role_in(layout.name) != layout.role:
        return _("Coaches") if layout.role == Role.COACH else _("Nieuwkomers")
    return layout.name or _("Lijst")
