"""What a translation must keep to."""

import pytest

from samen.languages.rules import (
    INCOMPLETE,
    LOOSE_BRACE,
    LOOSE_PERCENT,
    MARKUP,
    MISSING,
    UNKNOWN,
    Flaw,
    cleaned,
    flaws,
    is_code,
    neat_code,
)

pytestmark = pytest.mark.pure


@pytest.mark.parametrize(
    "code", ["ti", "so", "prs", "fa-af", "sr-latn", "kmr", "sr-cyrl-ba", "es-419", "de-1996"]
)
def test_codes_of_languages(code: str) -> None:
    assert is_code(code)


@pytest.mark.parametrize(
    "code",
    [
        "",
        "t",
        "Ti",
        "tigrinya",
        "sr_latn",
        "sr-",
        "-sr",
        "sr-latn-rs-x",
        "ti/..",
        "../ti",
        "ti\n",
        "sr-cyrl-bab",
        "ትግ",
        "12",
    ],
)
# One of more than ten letters fits no column that holds the language of a person.
def test_what_is_no_code(code: str) -> None:
    assert not is_code(code)


def test_a_code_is_kept_in_one_way() -> None:
    assert neat_code(" sr_Latn ") == "sr-latn"


@pytest.mark.parametrize(
    ("dutch", "text", "wanted"),
    [
        ("Dag", "  Salaan \r\n ", "Salaan"),
        ("Dag", "Salaan\r\ndadka", "Salaan dadka"),
        ("Dag\n\nTot snel", "Salaan\r\n\r\nNabad", "Salaan\n\nNabad"),
        ("Dag", 'Dheh "salaan" (ama "haye")', "Dheh “salaan” (ama “haye”)"),
        ("Dag", "sal\x00aan\x1b", "salaan"),
        ("Dag", "l’eau\u00a0: l'air", "l’eau\u00a0: l'air"),
    ],
)
def test_how_a_translation_is_kept(dutch: str, text: str, wanted: str) -> None:
    assert cleaned(text, dutch) == wanted
    assert cleaned(wanted, dutch) == wanted


def wrong(dutch: str, text: str) -> Flaw | None:
    (flaw,) = flaws([dutch], [text])
    return flaw


@pytest.mark.parametrize(
    ("dutch", "text", "flaw"),
    [
        ("Dag %(name)s", "Salaan %(name)s", None),
        ("Dag %(name)s", "Salaan", Flaw(MISSING, "%(name)s")),
        ("Dag %(name)s", "Salaan %(naam)s", Flaw(UNKNOWN, "%(naam)s")),
        ("Dag %(name)s", "Salaan %(name)s 100%", Flaw(LOOSE_PERCENT, "%")),
        ("Dag %(name)s", "Salaan %(name)s 100%%", None),
        ("100 %% van %(n)s", "%(n)s 100 %%", None),
        ("100 %% zeker", "100 % hubaal", Flaw(LOOSE_PERCENT, "%")),
        ("100 % zeker", "100 % hubaal", None),
        ("Dag {given_name}", "Salaan {given_name}", None),
        ("Dag {given_name}", "Salaan", Flaw(MISSING, "{given_name}")),
        ("Dag {given_name}", "Salaan {given_name} {initiative}", Flaw(UNKNOWN, "{initiative}")),
        ("Dag {given_name}", "Salaan {given_name.__class__}", Flaw(UNKNOWN, "{given_name.__class__}")),
        ("Dag", "Salaan {x.__class__}", Flaw(UNKNOWN, "{x.__class__}")),
        ("Dag", "Salaan {0} {}", Flaw(UNKNOWN, "{0}")),
        ("Dag {given_name}", "Salaan {given_name} }", Flaw(LOOSE_BRACE, "{")),
        ("Dag", "Salaan :-}", None),
        ("Dag", "<b>Salaan</b>", Flaw(MARKUP, "<")),
        ("Dag", "1 > 0", Flaw(MARKUP, ">")),
        ("Dag", "&lt;script", Flaw(MARKUP, "&lt;")),
        ("Dag", "&#60;script", Flaw(MARKUP, "&#60;")),
        ("Dag & welkom", "Salaan & soo dhawoow", None),
        ("Dag", "", None),
    ],
)
def test_what_is_wrong(dutch: str, text: str, flaw: Flaw | None) -> None:
    assert wrong(dutch, text) == flaw


def test_a_single_number_may_be_a_word_but_the_last_form_tells_it() -> None:
    dutch = ["Eén dag", "%(n)s dagen"]
    assert flaws(dutch, ["Hal maalin", "%(n)s maalmood"]) == [None, None]
    assert flaws(dutch, ["%(n)s maalin", "%(n)s maalmood"]) == [None, None]
    assert flaws(dutch, ["Hal maalin", "maalmo"]) == [None, Flaw(MISSING, "%(n)s")]


def test_all_forms_or_none() -> None:
    dutch = ["Eén dag", "%(n)s dagen"]
    assert flaws(dutch, ["", ""]) == [None, None]
    assert flaws(dutch, ["Hal maalin", ""]) == [None, Flaw(INCOMPLETE)]
