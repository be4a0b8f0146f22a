"""Verbs about the questions and goals of a newcomer: add, pick, say how far, take off.

Only the newcomer speaks here: only they know where they stand (R49; FAQ question 10).
"""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samen.base import audit
from samen.base.errors import Conflict, RuleBroken
from samen.base.scoping import current_initiative_id
from samen.duos.goal_choices import GoalStanding
from samen.duos.models import Goal, GoalStep
from samen.library.queries import one_goal_example
from samen.people.choices import Role
from samen.people.models import Participation

# More than somebody can look over; the list is theirs to shorten.
MOST_GOALS = 30


def add_goal(*, newcomer: Participation, words: str, now: datetime, actor: audit.Actor) -> Goal:
    """In own words; the same words twice stand there once."""
    return _add(newcomer, {"words": words}, now, actor)


def pick_goal(*, newcomer: Participation, code: str, now: datetime, actor: audit.Actor) -> Goal:
    """An example of the library, once. LookupError for no such example."""
    if one_goal_example(code) is None:
        raise LookupError(code)
    return _add(newcomer, {"code": code}, now, actor)


@transaction.atomic
def _add(newcomer: Participation, what: dict[str, str], now: datetime, actor: audit.Actor) -> Goal:
    _refuse_others(newcomer, actor)
    # Two who press at once wait for each other here.
    Participation.objects.select_for_update().get(pk=newcomer.pk)
    mine = Goal.objects.filter(newcomer=newcomer)
    if known := mine.filter(**{"words": "", "code": "", **what}).first():
        return known
    if mine.count() >= MOST_GOALS:
        raise RuleBroken(
            "list_is_full",
            _("Jouw lijst is vol: er staan %(n)s vragen op. Haal er eerst één weg.") % {"n": MOST_GOALS},
        )
    goal = Goal.objects.create(initiative_id=current_initiative_id(), newcomer=newcomer, made_at=now, **what)
    audit.write(actor, "add_goal", goal)
    return goal


@transaction.atomic
def say_how_far(*, goal: Goal, how_far: GoalStanding, today: date, actor: audit.Actor) -> None:
    """How far the newcomer is, from today on; what was said earlier today was a slip."""
    held = _held(goal, actor)
    last, earlier = held.steps.last(), held.steps.exclude(said_on=today).last()
    if how_far == _said(last):
        return
    held.steps.filter(said_on=today).delete()
    if how_far != _said(earlier):
        GoalStep.objects.create(
            initiative_id=current_initiative_id(), goal=held, said_on=today, how_far=how_far
        )
    audit.write(actor, "say_how_far", held)


def _said(step: GoalStep | None) -> str:
    return step.how_far if step else GoalStanding.NOT_YET


@transaction.atomic
def remove_goal(*, goal: Goal, actor: audit.Actor) -> None:
    """Off the list, with what was said about it: nothing stays."""
    held = _held(goal, actor)
    audit.write(actor, "remove_goal", held)
    held.delete()


def _held(goal: Goal, actor: audit.Actor) -> Goal:
    held = Goal.objects.select_for_update().filter(pk=goal.pk).first()
    if held is None:
        raise Conflict("goal_gone", _("Deze vraag staat niet meer op jouw lijst."))
    _refuse_others(held.newcomer, actor)
    return held


def _refuse_others(newcomer: Participation, actor: audit.Actor) -> None:
    if newcomer.role != Role.NEWCOMER or actor.label != f"part:{newcomer.pk}":
        raise RuleBroken("not_your_list", _("Alleen wie de lijst maakt, kan ze veranderen."))
