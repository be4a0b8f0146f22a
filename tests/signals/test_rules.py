"""How serious a signal is at first, and why it stands on Today. Plain values only."""

from datetime import date, timedelta

import pytest

from samen.signals import rules
from samen.signals.choices import Category, HelpKind, Seriousness, Why
from samen.signals.guidance import GUIDANCE
from samen.signals.rules import State

pytestmark = pytest.mark.pure

TODAY = date(2026, 11, 25)


def state(
    seriousness: str = Seriousness.LOOK, *, owner: bool = True, last: int = 0, due: int | None = None
) -> State:
    next_on = None if due is None else TODAY + timedelta(days=due)
    return State(seriousness, owner, TODAY - timedelta(days=last), next_on)


def test_only_what_is_not_safe_is_serious_from_the_start() -> None:
    serious = {category for category in Category if rules.seriousness_of(category) == Seriousness.SERIOUS}
    assert serious == {Category.UNSAFE}
    assert rules.seriousness_of(Category.MONEY) == Seriousness.SOON
    assert rules.seriousness_of(Category.LANGUAGE) == Seriousness.LOOK


@pytest.mark.parametrize(
    ("found", "why"),
    [
        (state(Seriousness.SERIOUS), Why.SERIOUS),
        (state(Seriousness.SERIOUS, due=9), Why.SERIOUS),
        (state(owner=False), Why.NEW),
        (state(owner=False, due=0), Why.NEW),
        (state(due=0), Why.STEP_DUE),
        (state(due=-3, last=20), Why.STEP_DUE),
        (state(due=1, last=20), None),
        (state(), None),
        (state(last=13), None),
        (state(last=14), Why.QUIET),
    ],
)
def test_why_it_stands_on_today(found: State, why: Why | None) -> None:
    assert rules.why_today(found, TODAY) == why


@pytest.mark.parametrize(
    ("seriousness", "done", "may"),
    [(Seriousness.SERIOUS, 0, False), (Seriousness.SERIOUS, 1, True), (Seriousness.SOON, 0, True)],
)
def test_what_is_serious_does_not_close_with_nothing_done(seriousness: str, done: int, may: bool) -> None:
    assert rules.may_close(seriousness, done) is may


@pytest.mark.parametrize("category", list(Category))
def test_every_category_has_guidance(category: Category) -> None:
    guidance = GUIDANCE[category]
    assert 3 <= len(guidance.steps) <= 5
    assert str(guidance.leave)
    assert set(guidance.refer_to) <= set(HelpKind)


def test_guidance_on_other_motives_says_what_the_programme_says() -> None:
    """FAQ question 8: ask on, be clear, be there at gatherings, refer, match with care."""
    said = " ".join(str(step) for step in GUIDANCE[Category.MOTIVES].steps)
    for word in ("apart", "vraag door", "samenkomst", "verwijs door", "matching"):
        assert word in said
