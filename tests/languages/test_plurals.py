"""How many forms a counted sentence has."""

import gettext

import pytest
from babel import Locale
from babel.localedata import locale_identifiers

from samen.languages.plurals import Plurals, plurals_of

# Their grammar counts otherwise than Dutch; none of them ships with Samen.
EXAMPLES = {
    "so": ("1", "0, 2, 3, 4 …"),
    "ti": ("0, 1", "2, 3, 4, 5 …"),
    "sr-latn": ("1, 21, 31, 41 …", "2, 3, 4, 22 …", "0, 5, 6, 7 …"),
    "pl": ("1", "2, 3, 4, 22 …", "0, 5, 6, 7 …"),
    "cs": ("1", "2, 3, 4", "0, 5, 6, 7 …"),
    "bo": ("0, 1, 2, 3 …",),
    # Unicode's tables do not know these.
    "prs": ("1", "0, 2, 3, 4 …"),
    "rom": ("1", "0, 2, 3, 4 …"),
}


@pytest.mark.parametrize("code", EXAMPLES)
def test_for_which_numbers_a_form_is(code: str) -> None:
    assert plurals_of(code).examples == EXAMPLES[code]


@pytest.mark.parametrize("code", ["fr-be", *EXAMPLES])
def test_a_form_that_no_number_takes_is_not_asked(code: str) -> None:
    plurals = plurals_of(code)
    assert plurals.count - len(plurals.examples) in {0, 1}


def test_gettext_chooses_the_form_that_unicode_says_in_every_language() -> None:
    wrong = []
    for identifier in locale_identifiers():
        plurals = plurals_of(identifier.replace("_", "-"))
        wrong += [identifier] if not agrees(plurals, Locale.parse(identifier)) else []
    assert wrong == []


def agrees(plurals: Plurals, locale: Locale) -> bool:
    choose = gettext.c2py(plurals.expression)
    placed = plurals.in_place(tuple(str(number) for number in range(len(plurals.examples))))
    seen: dict[str, str] = {}
    return all(
        seen.setdefault(locale.plural_form(number), placed[choose(number)]) == placed[choose(number)]
        for number in range(200)
    ) and len(set(seen.values())) == len(plurals.examples)
