"""Gentle hints about own words on a flyer: the programme is for everybody, free and without obligation.

A hint never holds anybody back: a word may be there for a good reason, and whoever writes decides.
"""

import re
from collections.abc import Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# Beginnings of words, in small letters; "=" asks for the whole word.
_RELIGION = (
    "kerk moskee synagoge bijbel koran =god allah geloof gelovig christ islam moslim katholiek protestant "
    "joods priester pastoor imam bidden gebed parochie église mosquée church mosque prayer"
)
_POLITICS = (
    "politiek partij verkiezing =stem =stemmen kandidaat gemeenteraadslid =nva =n-va =cd&v =pvda "
    "=vld =vlaams_belang =vooruit_vlaanderen election politic"
)
_MONEY = (
    "€ =euro =euro’s prijs betaal betalen =kost =kosten korting loon vergoeding bijdrage inschrijvingsgeld "
    "=geld tarief =price =prix"
)
_DUTY = "verplicht =moet =moeten obligatoire mandatory"
# What says the opposite: it is taken out before the words are looked for.
_OPPOSITE = re.compile(
    r"zonder verplichting(?:en)?|niet verplicht|niets? moet|moet(?:en)? niets?|kost niets?|kost niks|"
    r"kost geen geld|geen kosten|geen politiek|geen geloof|zonder kosten|"
    # A street is an address and no church.
    r"kerk(?:straat|plein|weg|laan|hof)\w*",
)

_HINTS: tuple[tuple[str, str | Promise], ...] = (
    (_RELIGION, _("‘%(word)s’ gaat over geloof. Jullie initiatief is voor iedereen. Kan het ook zonder?")),
    (_POLITICS, _("‘%(word)s’ gaat over politiek. Jullie initiatief is voor iedereen. Kan het ook zonder?")),
    (_MONEY, _("‘%(word)s’ gaat over geld. Meedoen is altijd gratis. Is dat duidelijk?")),
    (_DUTY, _("‘%(word)s’ klinkt als een plicht. Niemand moet meedoen. Kan het zachter?")),
)
_LONG = _("Jouw tekst is lang. Daardoor worden de letters klein. Korter leest beter.")
LONG_TEXT = 240


def hints(text: str, *, has_room: bool = False) -> list[str]:
    """What to think about once more, at most one hint a subject, in the order of the rules.

    Unless it has room, as on a page, a long text gets a hint too.
    """
    read = _OPPOSITE.sub(" ", text.casefold())
    found = [
        str(sentence) % {"word": word} for words, sentence in _HINTS if (word := next(_seen(words, read), ""))
    ]
    return [*found, *([str(_LONG)] if len(text) > LONG_TEXT and not has_room else [])]


def _seen(words: str, text: str) -> Iterator[str]:
    """The words of the text that begin as one of these, as they stand there."""
    for word in words.split():
        pattern = re.escape(word.removeprefix("=").replace("_", " "))
        begins = r"(?<!\w)" if word[0].isalpha() or word[0] == "=" else ""
        rest = r"(?!\w)" if word.startswith("=") else r"\w*"
        if match := re.search(begins + pattern + rest, text):
            yield match[0]
