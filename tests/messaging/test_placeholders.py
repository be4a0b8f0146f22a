"""What is filled in is flat text; whatever looks like code stays as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.messaging.placeholders import clean_body, one_line, render, unknown

pytestmark = pytest.mark.pure

VALUES = {"given_name": "Amal", "initiative": "Samen in Deinze"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dag {given_name}", "Dag Amal"),
        ("{given_name} en {given_name}", "Amal en Amal"),
        ("{given_name.__class__}", "{given_name.__class__}"),
        ("{given_name!r}", "{given_name!r}"),
        ("{given_name:>99999999}", "{given_name:>99999999}"),
        ("{x.__class__}", "{x.__class__}"),
        ("{0}", "{0}"),
        ("{}", "{}"),
        ("{{", "{{"),
        ("}} {{", "}} {{"),
        ("{{given_name}}", "{Amal}"),
        ("{stranger}", "{stranger}"),
        ("%(given_name)s {% now %}", "%(given_name)s {% now %}"),
    ],
)
def test_only_known_names_are_filled_in(text: str, expected: str) -> None:
    assert render(text, VALUES) == expected


def test_what_is_filled_in_is_not_filled_in_again() -> None:
    assert render("{given_name}", {"given_name": "{initiative}", "initiative": "X"}) == "{initiative}"


def test_from_right_to_left_a_number_keeps_its_order() -> None:
    assert render("{phone}", {"phone": "0470 12 34 56"}, is_rtl=True) == "\u20680470 12 34 56\u2069"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dag {given_name}", []),
        ("Dag {naam} en {naam}", ["naam"]),
        ("{x.__class__} {0}", ["x.__class__", "0"]),
        ("een { los haakje", []),
        ("{}", []),
    ],
)
def test_a_name_that_we_do_not_know_is_told(text: str, expected: list[str]) -> None:
    assert unknown(text, VALUES) == expected


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x00"])
def test_no_line_ends_in_a_subject_or_a_name(end: str) -> None:
    assert one_line(f"Amal{end}Bcc: x@evil.example") == "Amal Bcc: x@evil.example"


def test_a_body_keeps_its_lines_and_loses_what_nobody_sees() -> None:
    assert clean_body("een\r\ntwee\u2028drie\x00\x07\tvier\n") == "een\ntwee\ndrie\tvier"


@given(st.text())
def test_no_text_breaks_filling_in(text: str) -> None:
    assert render(text, {}) == text
    assert not any(sign in one_line(text) for sign in "\r\n\u2028\u2029\x00")
    assert one_line(one_line(text)) == one_line(text)
