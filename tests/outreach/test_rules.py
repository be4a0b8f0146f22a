"""What holds with intermediaries, on plain values."""

from datetime import date
from itertools import product

import pytest

from samen.outreach import rules
from samen.outreach.choices import AgreementPoint, Progress
from samen.outreach.kinds import KINDS

pytestmark = pytest.mark.pure


def test_the_list_of_the_organisers_is_complete() -> None:
    """Ten kinds; thirteen that have no parts of their own (R88)."""
    parts = [part for _name, parts in KINDS for part in parts]
    without_parts = [name for name, parts in KINDS if not parts]
    assert (len(KINDS), len(parts), len(without_parts) + len(parts)) == (10, 4, 13)
    assert max(len(name) for name in [*parts, *(name for name, _parts in KINDS)]) <= 160


@pytest.mark.parametrize(
    ("day", "then"),
    [
        (date(2026, 8, 25), date(2026, 11, 25)),
        (date(2026, 11, 30), date(2027, 2, 28)),
        (date(2027, 11, 30), date(2028, 2, 29)),
    ],
)
def test_we_call_again_three_months_later(day: date, then: date) -> None:
    assert rules.call_again_on(day) == then


@pytest.mark.parametrize(
    ("last", "refill"),
    [
        (None, False),
        (date(2026, 11, 25), False),
        (date(2026, 8, 26), False),
        (date(2026, 8, 25), True),
        (date(2024, 1, 1), True),
    ],
)
def test_material_is_to_refill_after_three_months(last: date | None, refill: bool) -> None:
    assert rules.is_to_refill(last, date(2026, 11, 25)) is refill


def test_what_is_still_to_be_agreed() -> None:
    assert rules.still_open([]) == list(AgreementPoint)
    assert rules.still_open(["how", "whom"]) == [AgreementPoint.WHAT_FOR, AgreementPoint.CONTACT]
    assert rules.still_open(AgreementPoint.values) == []


@pytest.mark.parametrize(
    ("before", "now", "after"),
    [
        ([], ["how", "whom"], ["whom", "how"]),
        (["how"], ["whom", "how"], ["how", "whom"]),
        (["how", "whom"], ["whom"], ["whom"]),
        (["how"], [], []),
        ([], ["king", "how", "how"], ["how"]),
    ],
)
def test_points_stand_in_the_order_in_which_they_were_agreed(
    before: list[str], now: list[str], after: list[str]
) -> None:
    assert rules.in_order_agreed(before, now) == after


def test_no_sign_of_a_code_is_taken_for_another() -> None:
    assert not set("0O1ILU") & set(rules.CODE_SIGNS)
    assert not set("AEIOU") & set(rules.CODE_SIGNS)
    assert len(set(rules.CODE_SIGNS)) == len(rules.CODE_SIGNS) == 27


@pytest.mark.parametrize("typed", ["BCD234", "bcd234", " bcd-234 ", "bCd 234"])
def test_a_code_is_read_as_it_was_made(typed: str) -> None:
    assert rules.code_as_written(typed) == "BCD234"


@pytest.mark.parametrize(("duo", "further", "contacted"), list(product((True, False), repeat=3)))
def test_progress_is_one_word(duo: bool, further: bool, contacted: bool) -> None:
    word = rules.progress(ever_in_a_duo=duo, goes_no_further=further, was_contacted=contacted)
    expected = (
        Progress.STARTED
        if duo
        else Progress.NOT_STARTED
        if further
        else Progress.CONTACTED
        if contacted
        else Progress.RECEIVED
    )
    assert word == expected
