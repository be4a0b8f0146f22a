"""Words about people as lists write them: role, gender, name; and a name as it is searched."""

import re
import unicodedata
from typing import Final

from samen.people.letters import TO_LATIN

NEWCOMER: Final = "newcomer"
COACH: Final = "coach"
WOMAN, MAN, OTHER = "f", "m", "x"

_ROLES = {
    NEWCOMER: (
        "newcomer nieuwkomer nieuwkomster inburgeraar inburgeraarster anderstalige anderstalig cursist "
        "cursiste deelnemer deelneemster leerder vluchteling participant primoarrivant apprenant mentee "
        "learner anderstaligenieuwkomer nouvelarrivant"
    ),
    COACH: (
        "coach vrijwilliger vrijwilligster buddy taalcoach inburgeringscoach begeleider begeleidster mentor "
        "meter peter volunteer benevole taalbuddy duocoach taalvrijwilliger parrain marraine gids"
    ),
}
_GENDERS = {
    WOMAN: (
        "f v w vrouw vrouwelijk female woman femme feminin feminine mevrouw mevr mvr mw mme madame dame "
        "meisje she zij elle mrs ms"
    ),
    MAN: "m man mannelijk male homme masculin masculine meneer mijnheer dhr heer mr monsieur h jongen he hij",
    OTHER: "x anders ander other autre nonbinair nonbinary nonbinaire divers genderx",
}
ROLES = {word: role for role, words in _ROLES.items() for word in words.split()}
GENDERS = {word: gender for gender, words in _GENDERS.items() for word in words.split()}
# Nobody types an apostrophe, a mark on a letter or a mark of direction to search.
_SILENT = re.compile("['’‘`´]")
_MARKS = frozenset({"Mn", "Me", "Cf", "Lm"})
_BETWEEN_WORDS = re.compile(r"[\W_]+")

PLURALS = ("s", "es", "n", "en")


def parse_role(text: str) -> str:
    """`newcomer` or `coach`. Raises ValueError."""
    return _meaning(text, ROLES)


def parse_gender(text: str) -> str:
    """`f`, `m` or `x`. Raises ValueError."""
    return _meaning(text, GENDERS)


def split_name(text: str) -> tuple[str, str]:
    """Given and family name: the first word, and the rest. A single name is a given name.

    "Tom Van den Broeck" and "Van den Broeck, Tom" give the same.
    """
    before, comma, after = text.partition(",")
    if comma and before.strip() and after.strip():
        return " ".join(after.split()), " ".join(before.split())
    given, _, family = " ".join(text.replace(",", " ").split()).partition(" ")
    return given, family


def fold(text: str) -> str:
    """A name as it is searched: plain small Latin letters, digits and single spaces, whatever the script."""
    plain = text.casefold() if text.isascii() else _latin(text)
    return " ".join(_BETWEEN_WORDS.sub(" ", _SILENT.sub("", plain)).split())


def _latin(text: str) -> str:
    """Small letters without accents; other scripts letter by letter."""
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    latin = decomposed.translate(TO_LATIN)
    return "".join(c for c in latin if unicodedata.category(c) not in _MARKS)


def _meaning(text: str, meanings: dict[str, str]) -> str:
    word = fold(text).replace(" ", "")
    for form in (word, *(word.removesuffix(ending) for ending in PLURALS if word.endswith(ending))):
        if form in meanings:
            return meanings[form]
    if word.endswith("ies") and f"{word[:-3]}y" in meanings:
        return meanings[f"{word[:-3]}y"]
    raise ValueError(f"not read: {text!r}")
