"""E-mail addresses as they stand in a list."""

import csv
import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.base.emails import EmailUnreadable, check_email, read_email

pytestmark = pytest.mark.pure

MUST_ACCEPT = {"ISEMAIL_VALID_CATEGORY", "ISEMAIL_DNSWARN"}
MUST_REFUSE = "ISEMAIL_ERR"


def test_the_reference_addresses(reference_data: Path) -> None:
    with (reference_data / "validation" / "isemail_addresses.csv").open(encoding="utf-8", newline="") as file:
        for case in csv.DictReader(file):
            address = json.loads(case["address_json"])
            if case["category"] in MUST_ACCEPT:
                local, _, domain = address.rpartition("@")
                assert check_email(address) == f"{local}@{domain.lower()}"
            elif case["category"] == MUST_REFUSE:
                with pytest.raises(EmailUnreadable):
                    check_email(address)


@pytest.mark.parametrize(
    ("text", "address", "rest"),
    [
        (" jan@example.org ", "jan@example.org", ""),
        ("Jan.Peeters@Example.ORG", "Jan.Peeters@example.org", ""),
        ("Jan Peeters <jan@example.org>", "jan@example.org", ""),
        ("mailto:jan@example.org", "jan@example.org", ""),
        ("jan@example.org; an@example.org", "jan@example.org", "an@example.org"),
        ("jan@example.org of an@example.org", "jan@example.org", "of an@example.org"),
        ("jan@example.org / an@example.org", "jan@example.org", "an@example.org"),
        ("jan@example.org (zoon)", "jan@example.org", "zoon"),
    ],
)
def test_the_first_address_is_taken_and_the_rest_told(text: str, address: str, rest: str) -> None:
    assert read_email(text) == (address, rest)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        ("janexample.org", "no_at"),
        ("jan peeters@example.org", "before_at"),
        ("jan..peeters@example.org", "before_at"),
        ("@example.org", "before_at"),
        ("jan@", "after_at"),
        ("jan@ example.org", "after_at"),
        ("jan@example,org", "after_at"),
        ("jan@-example.org", "after_at"),
        ("j" * 65 + "@example.org", "too_long"),
    ],
)
def test_what_is_no_address_says_why(text: str, code: str) -> None:
    with pytest.raises(EmailUnreadable) as refusal:
        read_email(text)
    assert refusal.value.code == code


@given(st.text(max_size=60) | st.text("ab@.<>; ,", max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(EmailUnreadable):
        address = read_email(text).address
        assert check_email(address) == address
