"""Telephone numbers in every writing."""

from contextlib import suppress

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.base.phones import PhoneUnreadable, read_phone, to_e164

pytestmark = pytest.mark.pure


@pytest.mark.parametrize(
    "text",
    [
        *(
            "0470123456",
            "0470 12 34 56",
            "0470/12.34.56",
            "0470-12-34-56",
            "(0470) 12 34 56",
            "04 70 12 34 56",
        ),
        *("0032470123456", "0032 470 123456", "+32470123456", "+32 (0)470 12 34 56", "0032(0)470123456"),
        *("470123456", "32470123456", "'0470123456", "tel. 0470 12 34 56", "gsm: 0470 12 34 56"),
        *(
            "٠٤٧٠١٢٣٤٥٦",
            "０４７０１２３４５６",
            "\u202a+32 470 12 34 56\u202c",
            " 0470 12 34 56\n",
            "0470–12–34–56",
        ),
    ],
)
def test_a_mobile_number_in_every_writing(text: str) -> None:
    assert read_phone(text) == ("+32470123456", "")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("09 225 12 34", "+3292251234"),
        ("02/279.22.11", "+3222792211"),
        ("+380 67 123 45 67", "+380671234567"),
        ("0031 6 12345678", "+31612345678"),
    ],
)
def test_landlines_and_foreign_numbers(text: str, number: str) -> None:
    assert to_e164(text) == number


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("0470 12 34 56 / 09 225 12 34", "+32470123456", "09 225 12 34"),
        ("09 225 12 34 of 0470 12 34 56", "+3292251234", "of 0470 12 34 56"),
        ("0470 00 00 / 0470 12 34 56", "+32470123456", "0470 00 00"),
        ("0470 12 34 56 (zoon)", "+32470123456", "(zoon)"),
    ],
)
def test_the_first_readable_number_of_several_is_taken_and_the_rest_told(
    text: str, number: str, rest: str
) -> None:
    assert read_phone(text) == (number, rest)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        (" \u200b", "empty"),
        ("047 12 34", "too_short"),
        ("0470 00 00", "too_short"),
        ("0470 12 34 5", "too_short"),
        ("0470 12 34 56 7", "too_long"),
        ("0570123456", "too_long"),
        ("0" * 300, "too_long"),
        ("09 123 45 67", "no_such_number"),
        ("0420 12 34 56", "no_such_number"),
        ("+31 6 12", "too_short"),
        ("+99999", "not_a_number"),
        ("geen", "not_a_number"),
        ("0800 FLOWERS", "not_a_number"),
        ("4,70123E+08", "rounded"),
    ],
)
def test_what_is_no_number_says_why(text: str, code: str) -> None:
    with pytest.raises(PhoneUnreadable) as refusal:
        to_e164(text)
    assert refusal.value.code == code


@given(
    st.sampled_from(["0", "+32", "0032"]),
    st.from_regex(r"4[4-9][0-9]{7}", fullmatch=True),
    st.lists(st.sampled_from(["", " ", ".", "/", "-"]), min_size=8, max_size=8),
)
def test_the_short_cut_for_mobile_numbers_gives_what_the_library_gives(
    prefix: str, national: str, marks: list[str]
) -> None:
    text = prefix + "".join(digit + mark for digit, mark in zip(national, [*marks, ""], strict=True))
    number = phonenumbers.parse(text, "BE")
    if phonenumbers.is_valid_number(number):
        assert to_e164(text) == phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    else:
        with pytest.raises(PhoneUnreadable):
            to_e164(text)


@given(st.text(max_size=60) | st.text("0123456789+ ./-()", max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(PhoneUnreadable):
        assert to_e164(text).startswith("+")
