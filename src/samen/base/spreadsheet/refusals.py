"""Why a file is not read: one sentence for the person who chose it, with what to do."""

from django.utils.translation import gettext_lazy as _

from samen.base.errors import Refused
from samen.base.spreadsheet.sheet import LARGEST_FILE, MOST_COLUMNS, MOST_ROWS

MEGABYTE = 1024 * 1024

_SENTENCES = {
    "no_file": _("Wij vinden dit bestand niet. Kijk de naam en de map na."),
    "empty": _("Dit bestand is leeg. Kies het bestand waar jouw lijst in staat."),
    "too_large": _(
        "Dit bestand is groter dan %(size)s MB. Bewaar alleen het blad met de mensen en probeer opnieuw."
    ),
    "too_large_unpacked": _(
        "Dit bestand is uitgepakt veel te groot. Kopieer de lijst naar een nieuw werkboek en probeer opnieuw."
    ),
    "too_many_rows": _(
        "Er staan meer dan %(rows)s rijen in dit bestand. Verdeel de lijst over twee bestanden."
    ),
    "too_many_columns": _(
        "Er staan meer dan %(columns)s kolommen in dit bestand. Bewaar alleen de kolommen met gegevens."
    ),
    "password": _(
        "Dit bestand is beveiligd met een wachtwoord. Bewaar het zonder wachtwoord en probeer opnieuw."
    ),
    "damaged": _(
        "Dit bestand is beschadigd. Open het in Excel, bewaar het opnieuw als .xlsx en probeer nog eens."
    ),
    "not_a_spreadsheet": _(
        "Dit is geen rekenblad. Kies een bestand dat eindigt op .xlsx, .xls, .ods of .csv."
    ),
    "web_page": _(
        "Dit is een webpagina met een andere naam. Open het bestand in Excel en bewaar het als .xlsx."
    ),
    "unknown_encoding": _("Deze tekenset kennen wij niet. Kies er een uit de lijst."),
    "stray_quote": _(
        "Rond rij %(row)s staat een aanhalingsteken midden in een cel. Haal het weg en probeer opnieuw."
    ),
    "cell_too_long": _(
        "In rij %(row)s staat een cel met veel te veel tekst. Maak ze korter en probeer opnieuw."
    ),
    "nothing_pasted": _("Er zijn geen cellen geplakt. Kopieer jouw lijst in Excel en plak ze hier."),
}


def refused(code: str, **values: object) -> Refused:
    """The refusal with this code; `values` fill in its sentence."""
    limits = {"size": LARGEST_FILE // MEGABYTE, "rows": MOST_ROWS, "columns": MOST_COLUMNS}
    return Refused(code, _SENTENCES[code] % {**limits, **values})


def in_file(refusal: Refused, filename: str) -> Refused:
    """The same refusal, with the name of the file before its sentence."""
    words = {"file": filename, "sentence": refusal.sentence}
    return Refused(refusal.code, _("‘%(file)s’: %(sentence)s") % words) if filename else refusal
