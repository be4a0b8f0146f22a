"""How one duo of a simulated year lives: drawn once, when it starts."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from samen.demo.year.words import HABITS
from samen.duos.choices import ClosingReason, HowItGoes, Onward, TookInitiative
from samen.duos.models import Duo
from samen.people.choices import Role

EARLY = (ClosingReason.MOVED, ClosingReason.NO_TIME, ClosingReason.MISMATCH, ClosingReason.WORK_OR_STUDY)
IN_TIME = (ClosingReason.PERIOD_OVER, ClosingReason.GOES_ON_PRIVATELY, ClosingReason.GOAL_REACHED)
COACH, NEWCOMER, TOGETHER = TookInitiative.COACH, TookInitiative.NEWCOMER, TookInitiative.TOGETHER
BALANCED = (COACH, NEWCOMER, TOGETHER)
GOOD, SO_SO, BAD = HowItGoes.GOOD, HowItGoes.SO_SO, HowItGoes.BAD


@dataclass
class Life:
    """A duo with its habits, and where it is in its life."""

    duo: Duo
    every: int
    """About so many days from one meeting to the next."""
    minutes: int
    leads: tuple[TookInitiative, ...]
    answers: float
    """How often each of the two answers how it goes by themselves."""
    moods: tuple[HowItGoes, ...]
    silent_from: int | None
    """After so many meetings they lose sight of each other."""
    stops_after: int | None
    """After so many days it stops early."""
    goes_longer: bool
    habit: tuple[str, ...]
    """What they do most."""
    scored: int
    """What each gives themselves in the beginning, about."""
    met: list[date] = field(default_factory=list)
    told: set[str] = field(default_factory=set)
    """What they did once, and noted."""
    rests: list[tuple[date, date]] = field(default_factory=list)
    closed_on: date | None = None
    is_lost: bool = False

    def rests_on(self, day: date) -> bool:
        """Whether there is a pause on this day."""
        return any(first <= day <= last for first, last in self.rests)

    def after_rest(self, day: date) -> date:
        """This day, or the first after the pause in which it falls."""
        while self.rests_on(day):
            day += timedelta(days=1)
        return day

    def runs_on(self, day: date) -> bool:
        """Whether the duo runs on this day."""
        return self.closed_on is None and self.duo.starts_on <= day


def draw(rng: Random, duo: Duo) -> Life:
    """The habits of a new duo."""
    return Life(
        duo=duo,
        every=rng.choice((7, 7, 9, 10, 12, 13)),
        minutes=rng.choice((60, 75, 90, 120, 120, 180)),
        leads=rng.choice(((COACH,), (COACH, COACH, TOGETHER), BALANCED, (NEWCOMER, COACH))),
        answers=rng.choice((0.95, 0.85, 0.7, 0.4)),
        moods=rng.choice(((GOOD,), (GOOD,), (GOOD, GOOD, GOOD, SO_SO), (GOOD, GOOD, SO_SO, BAD))),
        silent_from=rng.randint(3, 14) if rng.random() < 0.35 else None,
        stops_after=rng.randint(40, 170) if rng.random() < 0.15 else None,
        goes_longer=rng.random() < 0.2,
        habit=rng.choice(HABITS),
        scored=rng.choice((2, 2, 3)),
    )


def onward(rng: Random, role: Role) -> Onward:
    """What somebody does once their duo is over: a newcomer stops, a coach mostly begins again."""
    if role == Role.COACH and rng.random() < 0.6:
        return Onward.AGAIN
    return Onward.ALUMNI if rng.random() < 0.7 else Onward.STOPS
