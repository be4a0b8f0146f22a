"""The words a person sees for what a column holds."""

from django.utils.translation import gettext_lazy as _

from samen.intake.week import DAYPARTS, WEEKDAYS
from samen.lists import fields

_PLAIN = {
    fields.NAME: _("naam"),
    fields.GIVEN_NAME: _("voornaam"),
    fields.FAMILY_NAME: _("familienaam"),
    fields.ROLE: _("nieuwkomer of coach"),
    fields.PHONE: _("telefoon"),
    fields.EMAIL: _("e-mail"),
    fields.GENDER: _("man of vrouw"),
    fields.BIRTH: _("geboortejaar of geboortedatum"),
    fields.AGE: _("leeftijd"),
    fields.POSTAL_CODE: _("postcode"),
    fields.PLACE: _("gemeente"),
    fields.AVAILABILITY: _("vrije momenten"),
    fields.INTERESTS: _("interesses"),
    fields.PROFESSION: _("werk of studie"),
    fields.LANGUAGE_LEVEL: _("niveau Nederlands"),
    fields.LANGUAGES: _("talen"),
    fields.REGISTERED_ON: _("aangemeld op"),
    fields.CAPACITY: _("hoeveel duo’s tegelijk"),
    fields.WISH_GENDER: _("wil liefst een man of vrouw"),
    fields.WISH_AGE_MIN: _("wil iemand vanaf deze leeftijd"),
    fields.WISH_AGE_MAX: _("wil iemand tot deze leeftijd"),
    fields.WISH_MAX_KM: _("niet verder dan (km)"),
    fields.NOTE: _("opmerking"),
    fields.IGNORE: _("niet overnemen"),
}
_GRID = {
    "free_weekend": _("vrij in het weekend"),
    "free_week": _("vrij op weekdagen"),
}


def label(field: str) -> str:
    """What a column with this field holds, in words."""
    if field in _PLAIN:
        return str(_PLAIN[field])
    if field in _GRID:
        return str(_GRID[field])
    slots = fields.GRID[field]
    weekdays, parts = sorted({day for day, _part in slots}), sorted({part for _day, part in slots})
    if len(slots) == 1:
        return f"{WEEKDAYS[weekdays[0]]} {DAYPARTS[parts[0]]}"
    return str(WEEKDAYS[weekdays[0]]) if len(weekdays) == 1 else str(DAYPARTS[parts[0]])


def groups() -> list[tuple[str, list[tuple[str, str]]]]:
    """Every field with its words, in two groups, for a list to choose from."""
    return [
        (str(_("Gegevens")), [(field, label(field)) for field in fields.PLAIN]),
        (str(_("Vrije momenten, één per kolom")), [(field, label(field)) for field in fields.GRID]),
    ]
