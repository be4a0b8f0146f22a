"""The pages about the engine tell the truth: their worked examples and tables of weights are computed."""

from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from duomatch import DistanceWish, GenderWish, Profile, Strength, Weights, explain_pair
from duomatch.availability import from_slots

pytestmark = pytest.mark.pure

PAGE = Path(__file__).resolve().parents[2] / "docs" / "engine" / "how-proposals-are-made.md"

AMAL = Profile(
    id="N1",
    role="newcomer",
    gender="f",
    place=(50.982, 3.531),
    availability=from_slots({(0, 2), (5, 0)}),
    interests=frozenset({"koken", "fietsen"}),
    profession="verpleging",
    personality=2,
    registered_on=date(2025, 11, 21),
    wishes=(GenderWish("f", Strength.MUST), DistanceWish(15, Strength.PREFER)),
)
AN = Profile(
    id="C1",
    role="coach",
    gender="f",
    place=(51.035, 3.549),
    availability=from_slots({(0, 2), (2, 1)}),
    interests=frozenset({"koken", "tuin"}),
    profession="Verpleging",
    personality=3,
    registered_on=date(2026, 1, 20),
)


def test_the_worked_example_is_what_the_engine_says() -> None:
    page = PAGE.read_text(encoding="utf-8")
    pair = explain_pair(AMAL, AN, on=date(2026, 3, 1))
    for reason in pair.reasons:
        assert f"| `{reason.code}` | {reason.points:.3f} |" in page
    assert f"| **score** | **{pair.score:.3f}** |" in page


def test_every_weight_stands_in_the_table_with_its_default() -> None:
    page = PAGE.read_text(encoding="utf-8")
    missing = [
        field.name for field in fields(Weights) if f"| `{field.name}` | {field.default:g} |" not in page
    ]
    assert missing == []
