"""Why a duo stands as it does: the reason of its light first, then what asks for attention beside it."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from samen.duos.choices import Light
from samen.duos.reasons import Because, Facts, Why, reasons
from samen.initiatives.rules import FollowUp

TODAY = date(2026, 11, 25)
FINE = Facts(
    light=Light.GOOD,
    quiet_days=3,
    rhythm_days=14,
    ever_met=True,
    ends_on=date(2027, 6, 1),
    today=TODAY,
    follow_up=FollowUp(),
)


def why(**known: object) -> list[Why]:
    return [one.why for one in reasons(replace(FINE, **known))]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({}, [Why.SAW_EACH_OTHER]),
        ({"ever_met": False}, [Why.BEGAN]),
        ({"light": Light.WARN}, [Why.QUIET]),
        ({"light": Light.BAD, "ever_met": False}, [Why.NEVER_MET]),
        ({"light": Light.PAUSE, "rests_until": TODAY}, [Why.RESTS]),
        ({"only_coach": True}, [Why.SAW_EACH_OTHER, Why.ONLY_COACH]),
        ({"wants_call": ["Amal"]}, [Why.SAW_EACH_OTHER, Why.WANTS_A_CALL]),
        ({"goes_badly": ["Amal", "Bart"]}, [Why.SAW_EACH_OTHER, Why.GOES_BADLY, Why.GOES_BADLY]),
        ({"ends_on": TODAY + timedelta(days=22)}, [Why.SAW_EACH_OTHER]),
        ({"ends_on": TODAY + timedelta(days=21)}, [Why.SAW_EACH_OTHER, Why.END_IS_NEAR]),
        ({"ends_on": TODAY}, [Why.SAW_EACH_OTHER, Why.END_IS_NEAR]),
        ({"ends_on": TODAY - timedelta(days=1)}, [Why.SAW_EACH_OTHER, Why.END_IS_PAST]),
        ({"hours_at_end": Decimal(31)}, [Why.SAW_EACH_OTHER, Why.HOURS_SHORT]),
    ],
)
def test_each_reason_has_its_cause(known: dict[str, object], expected: list[Why]) -> None:
    assert why(**known) == expected


@pytest.mark.parametrize(
    ("because", "sentence"),
    [
        (Because(Why.QUIET, 19, 14), "19 dagen zonder ontmoeting; afgesproken is hoogstens 14."),
        (
            Because(Why.SAW_EACH_OTHER, 1, 14),
            "1 dag sinds de laatste ontmoeting; afgesproken is hoogstens 14.",
        ),
        (Because(Why.RESTS, on=TODAY), "Het duo rust tot en met 25 november 2026."),
        (Because(Why.WANTS_A_CALL, name="Amal"), "Amal vraagt om te bellen."),
        (Because(Why.END_IS_NEAR, on=TODAY), "Het einde is dichtbij: 25 november 2026."),
        (
            Because(Why.HOURS_SHORT, hours=Decimal("31.4")),
            "Als zij zo verder doen, zijn het op het einde 31 uur van 40.",
        ),
    ],
)
def test_each_reason_is_a_whole_sentence(because: Because, sentence: str) -> None:
    assert because.sentence == sentence


@given(
    light=some.sampled_from(Light),
    ever_met=some.booleans(),
    only_coach=some.booleans(),
    names=some.lists(some.sampled_from(["Amal", "100%", "%(n)s"]), max_size=2),
    days=some.integers(-400, 400),
)
def test_the_first_reason_is_about_seeing_each_other_and_each_can_be_read(
    light: Light, ever_met: bool, only_coach: bool, names: list[str], days: int
) -> None:
    facts = replace(
        FINE,
        light=light,
        ever_met=ever_met,
        only_coach=only_coach,
        wants_call=names,
        ends_on=TODAY + timedelta(days=days),
        rests_until=TODAY,
    )
    found = reasons(facts)
    assert found[0].why in {Why.RESTS, Why.SAW_EACH_OTHER, Why.BEGAN, Why.QUIET, Why.NEVER_MET}
    assert all(one.sentence.endswith(".") for one in found)
    assert {one.name for one in found if one.why is Why.WANTS_A_CALL} == set(names)
