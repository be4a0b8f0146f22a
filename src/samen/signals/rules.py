"""How serious a signal is at first, and why it stands on Today. Pure: values in, values out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from samen.duos.choices import HowItGoes
from samen.signals.choices import Category, Seriousness, Why

# The same words of the same person within so many minutes are one signal: a button pressed twice.
SAME_WITHIN = timedelta(minutes=10)
# An open signal without a step to come, for so long, comes back to Today.
QUIET_DAYS = 14
# After so many days we ask how it went at the service.
ASK_FEEDBACK_DAYS = 21
# The words go as other notes do; what is left tells of nobody in particular what was said.
MONTHS_WORDS, MONTHS_ROW, MONTHS_HAND_OVER = 6, 24, 12

_AT_FIRST: Mapping[str, Seriousness] = {
    Category.UNSAFE: Seriousness.SERIOUS,
    Category.UNFAIR: Seriousness.SOON,
    Category.MONEY: Seriousness.SOON,
    Category.MOTIVES: Seriousness.SOON,
    Category.NO_CONTACT: Seriousness.SOON,
}


@dataclass(frozen=True)
class State:
    """An open signal as plain values."""

    seriousness: str
    has_owner: bool
    last_on: date
    """When something last happened: it came in, or a step was done."""
    next_on: date | None = None
    """The day of the first step that is still to do."""


def seriousness_of(category: str) -> Seriousness:
    """How serious a category is until somebody weighed it."""
    return _AT_FIRST.get(category, Seriousness.LOOK)


def category_of(*, going: str, enough: str, limits: str) -> Category | None:
    """What a check-in is about at first sight; a person decides. None when its answers do not tell."""
    if limits != HowItGoes.GOOD:
        return Category.TOO_MUCH
    if enough != HowItGoes.GOOD:
        return Category.NO_CONTACT
    return Category.NO_CLICK if going != HowItGoes.GOOD else None


def is_same(reported_at: datetime, now: datetime) -> bool:
    """Whether the same words came so shortly before that they are the same signal."""
    return now - reported_at < SAME_WITHIN


def why_today(state: State, today: date) -> Why | None:
    """Why an open signal asks for attention today; the first reason that counts.

    "So you can pick up all kinds of signals and take action where needed" (FAQ question 8).
    """
    if state.seriousness == Seriousness.SERIOUS:
        return Why.SERIOUS
    if not state.has_owner:
        return Why.NEW
    if state.next_on is not None:
        return Why.STEP_DUE if state.next_on <= today else None
    return Why.QUIET if today - state.last_on >= timedelta(days=QUIET_DAYS) else None


def may_close(seriousness: str, steps_done: int) -> bool:
    """Whether it may be closed: what is serious asks for at least one step that was done."""
    return seriousness != Seriousness.SERIOUS or steps_done > 0
