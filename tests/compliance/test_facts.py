"""Facts of any day: what was known then, and what is known now."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samen.base import clock
from samen.base.dates import add_months
from samen.compliance.fact_queries import facts_on
from samen.compliance.facts import ClearanceFacts, DuoFacts
from samen.duos import actions as duos
from samen.duos import life_actions
from samen.duos.choices import ClosingReason, PauseReason
from samen.papers import actions as papers
from samen.papers.choices import ClearanceStatus, Duty
from samen.papers.queries import clearance_of
from samen.people.models import Participation
from tests.support.initiative import ACTOR, Office, close_duo

pytestmark = pytest.mark.django_db


def ago(days: int) -> date:
    return clock.today() - timedelta(days=days)


def the_duo(day: date, *, then: bool = True) -> DuoFacts:
    (found,) = facts_on(day, day if then else None).duos
    return found


def the_clearance(day: date) -> ClearanceFacts:
    (found,) = facts_on(day, day).clearances
    return found


def test_a_meeting_counts_once_it_is_noted(office: Office) -> None:
    with clock.shifted(-timedelta(days=40)):
        duo = office.duo(started_days=30, met_days_ago=[0])
    office.meeting(duo, ago(20))
    assert the_duo(ago(10)).since == ago(40)
    assert the_duo(ago(10), then=False).since == ago(20)
    assert the_duo(ago(21), then=False).since == ago(40)
    assert the_duo(ago(0)).since == ago(20)


def test_a_duo_is_there_from_the_day_it_was_started_until_it_ended(office: Office) -> None:
    with clock.shifted(-timedelta(days=40)):
        duo = office.duo(started_days=5)
    close_duo(duo, ClosingReason.MOVED, ago(10))
    there = [day for day in range(45, -1, -1) if facts_on(ago(day), ago(day)).duos]
    assert there == list(range(40, 10, -1))
    assert facts_on(ago(45)).duos


def test_the_end_and_a_pause_are_those_that_were_agreed_then(office: Office) -> None:
    with clock.shifted(-timedelta(days=40)):
        duo = office.duo(started_days=100, months=6)
        first = duo.ends_on
    with clock.shifted(-timedelta(days=20)):
        life_actions.change_end(
            duo=duo, ends_on=add_months(duo.starts_on, 9), today=clock.today(), actor=ACTOR
        )
        duos.pause(duo=duo, from_on=ago(10), until_on=ago(0), reason=PauseReason.WORK, actor=ACTOR)
    with clock.shifted(-timedelta(days=5)):
        life_actions.change_end(
            duo=duo, ends_on=add_months(duo.starts_on, 12), today=clock.today(), actor=ACTOR
        )
    ends = [add_months(duo.starts_on, months) for months in (9, 12)]
    assert [the_duo(ago(day)).ends_on for day in (21, 20, 6, 5, 0)] == [
        first,
        ends[0],
        ends[0],
        *ends[1:] * 2,
    ]
    assert [bool(the_duo(ago(day)).pauses) for day in (21, 20)] == [False, True]
    assert bool(the_duo(ago(21), then=False).pauses)


def test_a_clearance_stands_where_its_steps_were_by_then(office: Office) -> None:
    coach = office.coach()
    steps = (
        (
            40,
            lambda: papers.note_duty(
                part=coach, duty=Duty.ASK, has_tacit_term=False, today=clock.today(), actor=ACTOR
            ),
        ),
        (35, lambda: tell(coach)),
        (30, lambda: file(coach)),
        (20, lambda: say_yes(coach)),
    )
    for days, act in steps:
        with clock.shifted(-timedelta(days=days)):
            act()
    days = (41, 40, 36, 35, 31, 30, 21, 20, 0)
    assert [str(the_clearance(ago(day)).state.status) if day < 41 else "" for day in days] == [
        "",
        "must_ask",
        "must_ask",
        "told",
        "told",
        "filed",
        "filed",
        "accepted",
        "accepted",
    ]
    assert facts_on(ago(41)).clearances == ()


def tell(coach: Participation) -> None:
    papers.tell_duty(
        part=coach, duty=Duty.ASK, has_tacit_term=False, language="nl", now=clock.now(), actor=ACTOR
    )


def file(coach: Participation) -> None:
    """Noted two days late."""
    found, day = clearance_of(coach), clock.today()
    assert found
    papers.note_filed(clearance=found, filed_on=day - timedelta(days=2), today=day, actor=ACTOR)


def say_yes(coach: Participation) -> None:
    found, day = clearance_of(coach), clock.today()
    assert found
    yes = ClearanceStatus.ACCEPTED
    papers.note_answer(
        clearance=found, answer=yes, answered_on=day - timedelta(days=3), today=day, actor=ACTOR
    )


def test_when_it_was_to_be_asked_again_is_known_of_any_day(office: Office) -> None:
    coach = office.coach()
    with clock.shifted(-timedelta(days=800)):
        made = papers.note_duty(
            part=coach, duty=Duty.NONE, has_tacit_term=False, today=clock.today(), actor=ACTOR
        )
    first = made.ask_again_on
    with clock.shifted(-timedelta(days=100)):
        papers.still_so(clearance=made, today=clock.today(), actor=ACTOR)
    made.refresh_from_db()
    assert [the_clearance(ago(day)).state.ask_again_on for day in (101, 100)] == [first, made.ask_again_on]


def test_facts_read_as_often_for_three_duos_as_for_one(office: Office) -> None:
    counts = []
    for _round in range(3):
        office.duo(met_days_ago=[3])
        papers.note_duty(part=office.coach(), duty=Duty.NONE, has_tacit_term=False, today=ago(0), actor=ACTOR)
        with CaptureQueriesContext(connection) as seen:
            facts_on(ago(0), ago(0))
        counts.append(len(seen))
    assert counts == [counts[0]] * 3
