"""Words about people."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.people.words import fold, parse_gender, parse_role, split_name

pytestmark = pytest.mark.pure


@pytest.mark.parametrize(
    ("text", "role"),
    [
        *(
            (word, "newcomer")
            for word in ("inburgeraar", "Inburgeraars", "ANDERSTALIGE", "nieuwkomer ", "newcomer")
        ),
        *(
            (word, "newcomer")
            for word in ("deelnemer", "Deelneemsters", "anderstalige nieuwkomer", "cursisten")
        ),
        *(
            (word, "coach")
            for word in ("coach", "Coaches", "vrijwilliger", "Vrijwilligers", "buddy", "Buddy's")
        ),
        *(
            (word, "coach")
            for word in ("buddies", "taalcoach", "Inburgeringscoaches", "bénévole", "volunteers")
        ),
    ],
)
def test_roles_in_many_words(text: str, role: str) -> None:
    assert parse_role(text) == role


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        *((word, "f") for word in ("f", "V", "vrouw", "Vrouwen", "woman", "femme", "Mevr.")),
        *((word, "m") for word in ("m", "M", "man", "homme", "dhr.", " male ")),
        *((word, "x") for word in ("x", "X", "non-binair", "anders")),
    ],
)
def test_genders_in_many_words(text: str, gender: str) -> None:
    assert parse_gender(text) == gender


@pytest.mark.parametrize("text", ["", "?", "coördinator", "m/v"])
def test_other_words_are_no_role_and_no_gender(text: str) -> None:
    for read in (parse_role, parse_gender):
        with pytest.raises(ValueError, match="not read"):
            read(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tom Van den Broeck", ("Tom", "Van den Broeck")),
        ("Van den Broeck, Tom", ("Tom", "Van den Broeck")),
        ("  Ann-Sofie   Claeys ", ("Ann-Sofie", "Claeys")),
        ("Khadija Шевченко", ("Khadija", "Шевченко")),
        ("Sami", ("Sami", "")),
        ("Sami,", ("Sami", "")),
        ("منير النجار", ("منير", "النجار")),
        ("", ("", "")),
    ],
)
def test_a_whole_name_has_its_given_name_first(text: str, name: tuple[str, str]) -> None:
    assert split_name(text) == name


@pytest.mark.parametrize(
    ("name", "found_by"),
    [
        ("Yılmaz", "yilmaz"),
        ("İbrahim Öztürk", "ibrahim ozturk"),
        ("Шевченко", "shevchenko"),
        ("Юлія Щербак", "iuliia shcherbak"),
        ("Αθηνά", "athina"),
        ("محمد", "mhmd"),
        ("أحمد", "احمد"),
        ("Łukasz Đorđević", "lukasz dordevic"),
        ("Straße", "strasse"),
        ("D'hondt", "d’hondt"),
        ("Al-Sayed", "al sayed"),
        ("Ｊａｎ\u200f", "jan"),
        ("Ngọc", "ngoc"),
    ],
)
def test_a_name_is_found_across_accents_and_scripts(name: str, found_by: str) -> None:
    assert fold(name) == fold(found_by)


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=60))
def test_capitals_do_not_matter(text: str) -> None:
    assert fold(text.lower().upper()) == fold(text.upper())


def test_naughty_strings_are_folded(reference_data: Path) -> None:
    for text in json.loads((reference_data / "strings" / "naughty_even.json").read_text(encoding="utf-8")):
        assert fold(fold(text)) == fold(text)
