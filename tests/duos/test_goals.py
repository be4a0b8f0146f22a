"""A newcomer's own questions and goals: who speaks, what stands there once, what goes for good."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from samen.base import clock
from samen.base.audit import Actor
from samen.base.errors import Conflict, RuleBroken
from samen.base.models import AuditLine
from samen.duos.goal_actions import MOST_GOALS, add_goal, pick_goal, remove_goal, say_how_far
from samen.duos.goal_choices import GoalStanding
from samen.duos.goal_queries import count_goals, find_goal, goals_of, picked
from samen.duos.models import Goal, GoalStep
from samen.people.models import Participation
from tests.support.initiative import ACTOR, Office

TODAY = date(2026, 3, 20)


@pytest.fixture
def amal(office: Office) -> Participation:
    return office.newcomer("Amal Saleh")


def own(part: Participation) -> Actor:
    return Actor(f"part:{part.pk}")


def add(part: Participation, words: str = "Ik wil leren zwemmen") -> Goal:
    return add_goal(newcomer=part, words=words, now=clock.now(), actor=own(part))


def pick(part: Participation, code: str = "find-work") -> Goal:
    return pick_goal(newcomer=part, code=code, now=clock.now(), actor=own(part))


def say(goal: Goal, how_far: GoalStanding, today: date = TODAY) -> None:
    say_how_far(goal=goal, how_far=how_far, today=today, actor=own(goal.newcomer))


def said(goal: Goal) -> list[tuple[date, str]]:
    return list(GoalStep.objects.filter(goal=goal).values_list("said_on", "how_far"))


# ---------- The list ----------


def test_the_list_may_be_empty_and_grows(amal: Participation) -> None:
    assert goals_of(amal) == []
    add(amal)
    pick(amal)
    first, second = goals_of(amal)
    assert (first.goal.words, first.example, first.how_far) == (
        "Ik wil leren zwemmen",
        None,
        GoalStanding.NOT_YET,
    )
    assert str(second.example) == "Ik wil werk vinden."
    assert picked(amal) == {"find-work"}


def test_the_same_words_or_example_stand_there_once(amal: Participation) -> None:
    assert add(amal) == add(amal)
    assert pick(amal) == pick(amal)
    assert count_goals(amal) == 2
    with pytest.raises(IntegrityError), transaction.atomic():
        Goal.objects.create(
            initiative_id=amal.initiative_id, newcomer=amal, code="find-work", made_at=clock.now()
        )


@pytest.mark.postgres
@pytest.mark.parametrize("values", [{}, {"words": "zwemmen", "code": "find-work"}])
def test_the_database_wants_own_words_or_an_example(amal: Participation, values: dict[str, str]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Goal.objects.create(initiative_id=amal.initiative_id, newcomer=amal, made_at=clock.now(), **values)


@pytest.mark.parametrize("code", ["", "no-such-goal", "\x00", "x" * 300])
def test_an_example_that_is_not_there_is_not_picked(amal: Participation, code: str) -> None:
    with pytest.raises(LookupError):
        pick(amal, code)


def test_a_full_list_says_so_and_what_stands_there_is_no_refusal(amal: Participation) -> None:
    for number in range(MOST_GOALS):
        add(amal, f"vraag {number}")
    with pytest.raises(RuleBroken, match="er staan 30 vragen op") as refusal:
        add(amal, "nog een vraag")
    assert refusal.value.code == "list_is_full"
    assert add(amal, "vraag 3").words == "vraag 3"
    remove_goal(goal=add(amal, "vraag 3"), actor=own(amal))
    assert add(amal, "nog een vraag")


def test_each_list_is_its_own(office: Office, amal: Participation) -> None:
    sara = office.newcomer("Sara")
    goal = add(amal)
    add(sara)
    assert count_goals(sara) == 1
    assert find_goal(sara, goal.pk) is None


def test_the_list_stays_when_another_coach_comes(office: Office, amal: Participation) -> None:
    duo = office.duo(amal, office.coach("Bart"))
    add(amal)
    duo.delete()
    assert count_goals(amal) == 1


# ---------- How far ----------


def test_how_far_keeps_the_days(amal: Participation) -> None:
    goal = add(amal)
    say(goal, GoalStanding.LITTLE)
    say(goal, GoalStanding.WORKS, TODAY + timedelta(days=9))
    found = find_goal(amal, goal.pk)
    assert found is not None
    assert found.how_far == GoalStanding.WORKS
    assert said(goal) == [(TODAY, "little"), (TODAY + timedelta(days=9), "works")]


def test_of_one_day_the_last_word_counts(amal: Participation) -> None:
    goal = add(amal)
    say(goal, GoalStanding.DONE)
    say(goal, GoalStanding.LITTLE)
    assert said(goal) == [(TODAY, "little")]
    say(goal, GoalStanding.NOT_YET)
    assert said(goal) == []


def test_the_same_said_again_changes_nothing(amal: Participation) -> None:
    goal = add(amal)
    say(goal, GoalStanding.LITTLE)
    lines = AuditLine.objects.count()
    say(goal, GoalStanding.LITTLE, TODAY + timedelta(days=3))
    assert said(goal) == [(TODAY, "little")]
    assert AuditLine.objects.count() == lines


def test_it_may_also_go_back(amal: Participation) -> None:
    goal = add(amal)
    say(goal, GoalStanding.DONE)
    say(goal, GoalStanding.NOT_YET, TODAY + timedelta(days=1))
    assert [how_far for _on, how_far in said(goal)] == ["done", "not_yet"]


def test_what_is_done_stands_at_the_end(amal: Participation) -> None:
    done, other = add(amal), pick(amal)
    say(done, GoalStanding.DONE)
    assert [one.goal for one in goals_of(amal)] == [other, done]


def test_what_is_taken_off_is_gone(amal: Participation) -> None:
    goal = add(amal)
    say(goal, GoalStanding.LITTLE)
    remove_goal(goal=goal, actor=own(amal))
    assert not Goal.objects.exists()
    assert not GoalStep.objects.exists()
    for verb in verbs(goal, own(amal))[2:]:
        with pytest.raises(Conflict, match="niet meer op jouw lijst"):
            verb()


def test_the_log_holds_no_words(amal: Participation) -> None:
    say(add(amal, "een groot geheim"), GoalStanding.LITTLE)
    assert "geheim" not in "".join(str(line.__dict__) for line in AuditLine.objects.all())


# ---------- Only the newcomer speaks (R49) ----------


def verbs(goal: Goal, actor: Actor) -> list[Callable[[], object]]:
    """Everything that changes a list, by somebody."""
    amal = goal.newcomer
    return [
        lambda: add_goal(newcomer=amal, words="van mij", now=clock.now(), actor=actor),
        lambda: pick_goal(newcomer=amal, code="find-work", now=clock.now(), actor=actor),
        lambda: say_how_far(goal=goal, how_far=GoalStanding.DONE, today=TODAY, actor=actor),
        lambda: remove_goal(goal=goal, actor=actor),
    ]


def test_nobody_else_writes_on_the_list(office: Office, amal: Participation) -> None:
    coach = office.coach("Bart")
    office.duo(amal, coach)
    goal = add(amal)
    for actor in (ACTOR, own(coach), own(office.newcomer("Sara"))):
        for verb in verbs(goal, actor):
            with pytest.raises(RuleBroken, match="Alleen wie de lijst maakt"):
                verb()
    assert [(one.goal, one.how_far) for one in goals_of(amal)] == [(goal, GoalStanding.NOT_YET)]


def test_a_coach_has_no_list(office: Office) -> None:
    with pytest.raises(RuleBroken):
        add(office.coach("Bart"))


@pytest.mark.parametrize("length", [1, 3])
def test_a_list_of_any_length_is_two_reads(
    amal: Participation, length: int, django_assert_num_queries: object
) -> None:
    for number in range(length):
        say(add(amal, f"vraag {number}"), GoalStanding.LITTLE)
    with django_assert_num_queries(2):  # type: ignore[operator]
        assert [one.how_far for one in goals_of(amal)] == [GoalStanding.LITTLE] * length
