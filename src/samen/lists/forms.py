"""Shape of what a person gives: a file or pasted cells, and what they put right on the preview."""

from copy import deepcopy
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samen.base.spreadsheet import ENCODINGS, LARGEST_FILE
from samen.base.spreadsheet.refusals import refused
from samen.lists import fields
from samen.lists.corrections import NEW, SAME, Corrections, key
from samen.lists.outcome import Reading
from samen.lists.recognise import Layout
from samen.people.choices import Gender, Role

MEANINGS = {
    fields.ROLE: Role.values,
    fields.GENDER: Gender.values,
    fields.WISH_GENDER: Gender.values,
}
LONGEST_CELL = 500


class UploadForm(forms.Form):
    """A file, or cells that were copied in Excel."""

    file = forms.FileField(
        label=gettext_lazy("Kies jouw bestand"),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls,.ods,.csv,.txt,.tsv"}),
    )
    pasted = forms.CharField(
        label=gettext_lazy("Of plak hier jouw cellen"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "false"}),
        help_text=gettext_lazy("Kopieer in Excel ook de rij met de titels."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # One of the two is needed, so neither may be called optional.
        for field in self.fields.values():
            field.quiet = True  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """One of the two, and not too large."""
        cleaned = super().clean() or {}
        file = cleaned.get("file")
        if file is not None and file.size > LARGEST_FILE:
            self.add_error("file", refused("too_large").sentence)
        elif file is None and not cleaned.get("pasted", "").strip() and not self.errors:
            self.add_error("file", _("Kies een bestand of plak cellen uit Excel."))
        return cleaned


def put_right(data: QueryDict, reading: Reading, before: Corrections) -> Corrections:
    """The corrections after this form; answers that are on no list are left out."""
    after = deepcopy(before)
    for number, layout in enumerate(reading.sheets):
        _put_right_sheet(data, number, layout, after)
        for column in layout.columns:
            chosen = data.get(f"column-{number}-{column.index}")
            if chosen in fields.FIELDS and chosen != column.field:
                after.columns[layout.name, column.index] = str(chosen)
    sheets = {layout.name: number for number, layout in enumerate(reading.sheets)}
    for wrong in reading.refused:
        for field in (*fields.PLAIN, *fields.GRID):
            text = data.get(f"cell-{sheets[wrong.sheet]}-{wrong.row}-{field}")
            if text is not None and text.strip() != wrong.cells.get(field, "").strip():
                after.cells[wrong.sheet, wrong.row, field] = text.strip()[:LONGEST_CELL]
    for double in reading.duplicates:
        decision = data.get(f"double-{sheets[double.sheet]}-{double.row}")
        if decision in {SAME, NEW} and decision != (double.decision or SAME):
            after.duplicates[double.sheet, double.row] = str(decision)
    _put_right_values(data, reading, after)
    if data.get("encoding") in ENCODINGS:
        after.encoding = str(data["encoding"])
    return after


def _put_right_sheet(data: QueryDict, number: int, layout: Layout, after: Corrections) -> None:
    name, role, row = layout.name, data.get(f"role-{number}"), data.get(f"header-{number}", "")
    if role in Role.values and role != layout.role:
        after.roles[name] = role
    if row.isascii() and row.isdigit() and len(row) < 6 and int(row) != layout.header_row:
        after.header_rows[name] = int(row)
        # Other titles make other columns: what was said about the old ones no longer holds.
        after.columns = {place: field for place, field in after.columns.items() if place[0] != name}


def _put_right_values(data: QueryDict, reading: Reading, after: Corrections) -> None:
    guesses = {(guess.field, guess.text): guess for guess in reading.values}
    asked = zip(
        data.getlist("value-field"), data.getlist("value-text"), data.getlist("value-meaning"), strict=False
    )
    for field, text, meaning in asked:
        guess = guesses.get((field, text))
        is_known = field == fields.AVAILABILITY or meaning == "" or meaning in MEANINGS.get(field, ())
        if guess and is_known and meaning.strip() != guess.meaning:
            after.values[field, key(text)] = meaning.strip()[:LONGEST_CELL]
