"""What stands around the words of a message, in the reader's language."""

from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import gettext as _
from django.utils.translation import override


@dataclass(frozen=True)
class Footer:
    """The sentences of the frame."""

    open_page: str
    in_dutch: str
    why: str
    stop: str
    stop_short: str


@lru_cache(maxsize=1024)
def footer(initiative: str, language: str) -> Footer:
    """The frame's sentences for one initiative."""
    with override(language):
        return Footer(
            open_page=_("Open de pagina"),
            in_dutch=_("Dezelfde tekst in het Nederlands"),
            why=_("Je krijgt dit bericht van %(initiative)s.") % {"initiative": initiative},
            stop=_("Wil je geen mails meer? Stop hier."),
            # Translators: the end of an SMS, just before a short web address; as short as it can be.
            stop_short=_("Stoppen?"),
        )
