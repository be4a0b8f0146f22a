"""The page about groups tells the truth: its worked example, its weights and its codes are computed."""

from dataclasses import fields
from pathlib import Path

import pytest

from duomatch import Asked, GroupWeights, Member, make_groups, swap_effect
from duomatch.groups import least_alike

pytestmark = pytest.mark.pure

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "engine" / "groups.md").read_text(encoding="utf-8")


def newcomer(name: str, gender: str, level: str, language: str) -> Member:
    return Member(id=name, role="newcomer", gender=gender, level=level, languages=frozenset({"nl", language}))


def coach(name: str, gender: str, *, is_experienced: bool, language: str = "nl") -> Member:
    languages = frozenset({"nl", language})
    return Member(id=name, role="coach", gender=gender, is_experienced=is_experienced, languages=languages)


EVENING = Asked(
    members=(
        newcomer("Amal", "f", "1.1", "ar"),
        newcomer("Biniam", "m", "1.1", "ti"),
        newcomer("Senait", "f", "1.2", "ti"),
        newcomer("Yusuf", "m", "1.2", "ar"),
        coach("An", "f", is_experienced=True, language="fr"),
        coach("Bart", "m", is_experienced=False),
        coach("Cleo", "f", is_experienced=True, language="ar"),
        coach("Dirk", "m", is_experienced=False, language="en"),
    ),
    groups=2,
    apart=frozenset({("Amal", "An"), ("Biniam", "Bart"), ("Senait", "Cleo"), ("Yusuf", "Dirk")}),
    together=frozenset({("An", "Biniam")}),
    met_before={("Amal", "Bart"): 1, ("Biniam", "Senait"): 1},
)


def test_the_worked_example_is_what_the_engine_says() -> None:
    split = make_groups(EVENING)
    assert " and ".join(f"**{', '.join(group)}**" for group in split.groups) in PAGE
    swaps = [swap_effect(split.groups, EVENING, *pair)[1] for pair in (("Bart", "Dirk"), ("Cleo", "Senait"))]
    costs = [cost.as_dict() for cost in (split.cost, *swaps)]
    for part in costs[0].keys() - {"points"}:
        assert f"| `{part}` | {' | '.join(str(cost[part]) for cost in costs)} |" in PAGE
    points = [f"**{cost['points']}**" for cost in costs]
    assert f"| **points** | {' | '.join(points)} |" in PAGE


def test_ten_women_in_four_groups() -> None:
    assert "make at least eight pairs" in PAGE
    assert least_alike(10, 4) == 8


def test_every_weight_stands_in_the_table_with_its_default() -> None:
    missing = [one.name for one in fields(GroupWeights) if f"| `{one.name}` | {one.default} |" not in PAGE]
    assert missing == []
