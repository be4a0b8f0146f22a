"""Reads about the questions and goals of a newcomer."""

from dataclasses import dataclass

from django.utils.functional import Promise

from samen.duos.goal_choices import STANDING_ICONS, GoalStanding
from samen.duos.models import Goal, GoalStep
from samen.library.queries import one_goal_example
from samen.people.models import Participation


@dataclass(frozen=True)
class Listed:
    """A goal as it stands on the list."""

    goal: Goal
    # Of the library; None when these are the newcomer's own words.
    example: Promise | None
    steps: list[GoalStep]

    @property
    def how_far(self) -> GoalStanding:
        """What the newcomer said last; nobody else has a say in it (R49)."""
        return GoalStanding(self.steps[-1].how_far) if self.steps else GoalStanding.NOT_YET

    @property
    def icon(self) -> str:
        """The sign of how far."""
        return STANDING_ICONS[self.how_far]

    @property
    def is_done(self) -> bool:
        """Whether the newcomer said that it is done."""
        return self.how_far == GoalStanding.DONE


def goals_of(newcomer: Participation) -> list[Listed]:
    """The whole list in the order in which it grew, what is done at the end; two queries."""
    found = [_listed(goal) for goal in Goal.objects.filter(newcomer=newcomer).prefetch_related("steps")]
    return sorted(found, key=lambda one: one.is_done)


def find_goal(newcomer: Participation, pk: int) -> Listed | None:
    """One of the list; None if it is not there."""
    goal = Goal.objects.filter(newcomer=newcomer, pk=pk).prefetch_related("steps").first()
    return _listed(goal) if goal else None


def picked(newcomer: Participation) -> set[str]:
    """Codes of the examples on the list."""
    return set(Goal.objects.filter(newcomer=newcomer, words="").values_list("code", flat=True))


def count_goals(newcomer: Participation) -> int:
    """How long the list is."""
    return Goal.objects.filter(newcomer=newcomer).count()


def _listed(goal: Goal) -> Listed:
    example = one_goal_example(goal.code)
    return Listed(goal, example.words if example else None, list(goal.steps.all()))
