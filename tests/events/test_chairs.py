"""Chairs: when a gathering is full somebody waits, and moves up in the order in which they said yes."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.base.clock import BRUSSELS
from samen.base.errors import RuleBroken
from samen.events import actions, queries, rules
from samen.events import invitation_actions as asking
from samen.events.actions import About
from samen.events.choices import EventKind, Reply
from samen.events.messages import CHAIR, SOON
from samen.events.models import Event, Invitation
from samen.messaging.models import OutboxMessage
from tests.support.initiative import ACTOR, Office

pytestmark = pytest.mark.postgres

NOON = datetime(2026, 11, 20, 12, tzinfo=BRUSSELS)
STARTS = datetime(2026, 11, 27, 19, tzinfo=BRUSSELS)
TWO = About(kind=EventKind.SOCIAL, title="Picknick", chairs=2, is_public=False)


@pytest.fixture
def full(office: Office) -> Event:
    """A picnic with two chairs, to which four are asked; Amal, Bo and Cato said yes, in that order."""
    event = actions.plan(
        starts_at=STARTS,
        ends_at=STARTS + timedelta(hours=2),
        place="Het park",
        note="",
        about=TWO,
        now=NOON,
        actor=ACTOR,
    )
    people = [office.newcomer(name, email=f"{name}@example.org") for name in ("Amal", "Bo", "Cato", "Dia")]
    asking.invite(event=event, parts=people, now=NOON, actor=ACTOR)
    for minutes, name in enumerate(("Amal", "Bo", "Cato"), start=1):
        say(event, name, Reply.YES, NOON + timedelta(minutes=minutes))
    return event


def invitation(event: Event, name: str) -> Invitation:
    return Invitation.objects.get(event=event, participation__person__given_name=name)


def say(event: Event, name: str, reply: Reply, now: datetime) -> None:
    asking.answer(invitation=invitation(event, name), reply=reply, now=now, actor=ACTOR)


def waiting(event: Event) -> list[str]:
    event.refresh_from_db()
    return [
        Invitation.objects.get(pk=number).participation.person.given_name
        for number in queries.waiting_for_a_chair(event)
    ]


def told() -> list[str]:
    return [one.to_name for one in OutboxMessage.objects.filter(kind=CHAIR).order_by("id")]


def test_whoever_says_yes_when_it_is_full_waits(full: Event) -> None:
    assert waiting(full) == ["Cato"]
    assert told() == []


def test_a_free_chair_goes_to_who_waited_longest_and_is_told_once(full: Event) -> None:
    say(full, "Dia", Reply.YES, NOON + timedelta(hours=1))
    assert waiting(full) == ["Cato", "Dia"]
    say(full, "Amal", Reply.NO, NOON + timedelta(hours=2))
    assert waiting(full) == ["Dia"]
    assert told() == ["Cato"]
    say(full, "Amal", Reply.NO, NOON + timedelta(hours=3))
    assert told() == ["Cato"]


def test_yes_again_keeps_the_turn_and_no_and_yes_loses_it(full: Event) -> None:
    say(full, "Amal", Reply.YES, NOON + timedelta(hours=1))
    assert waiting(full) == ["Cato"]
    say(full, "Amal", Reply.NO, NOON + timedelta(hours=2))
    say(full, "Amal", Reply.YES, NOON + timedelta(hours=3))
    assert waiting(full) == ["Amal"]


def test_more_chairs_let_everybody_in_and_tell_them(full: Event) -> None:
    told_now = actions.change(
        event=full,
        starts_at=full.starts_at,
        ends_at=full.ends_at,
        place=full.place,
        note="",
        about=About(kind=EventKind.SOCIAL, title="Picknick", chairs=None, is_public=False),
        now=NOON + timedelta(hours=1),
        actor=ACTOR,
    )
    assert (told_now, waiting(full), told()) == (1, [], ["Cato"])


def test_who_moves_up_a_second_time_hears_it_again(full: Event) -> None:
    for hour, said in ((2, Reply.NO), (3, Reply.YES)):
        say(full, "Amal", said, NOON + timedelta(hours=hour))
    assert (waiting(full), told()) == (["Amal"], ["Cato"])
    say(full, "Cato", Reply.NO, NOON + timedelta(hours=4))
    say(full, "Cato", Reply.YES, NOON + timedelta(hours=5))
    say(full, "Bo", Reply.NO, NOON + timedelta(hours=6))
    assert told() == ["Cato", "Amal", "Cato"]


def test_who_left_needs_no_chair_and_no_word(full: Event) -> None:
    leaver = invitation(full, "Amal").participation
    leaver.ended_on = NOON.date()
    leaver.save()
    assert waiting(full) == []
    asking.remind(now=STARTS - timedelta(hours=20))
    assert "Amal" not in {one.to_name for one in OutboxMessage.objects.filter(kind=SOON)}


def test_who_has_a_chair_keeps_it(full: Event) -> None:
    with pytest.raises(RuleBroken) as refused:
        actions.change(
            event=full,
            starts_at=full.starts_at,
            ends_at=full.ends_at,
            place=full.place,
            note="",
            about=About(kind=EventKind.SOCIAL, title="Picknick", chairs=1, is_public=False),
            now=NOON + timedelta(hours=1),
            actor=ACTOR,
        )
    assert refused.value.code == "too_few_chairs"


def test_an_hour_that_the_clock_skips_is_refused_and_no_fault(office: Office) -> None:
    night = datetime(2027, 3, 28, 2, 30, tzinfo=BRUSSELS)
    with pytest.raises(RuleBroken) as refused:
        actions.plan(
            starts_at=night,
            ends_at=night.replace(hour=3, minute=15),
            place="Het park",
            note="",
            now=NOON,
            actor=ACTOR,
        )
    assert refused.value.code == "event_order"


def test_who_waits_is_not_told_to_come_tomorrow(full: Event) -> None:
    asking.remind(now=STARTS - timedelta(hours=20))
    reminded = {one.to_name for one in OutboxMessage.objects.filter(kind=SOON)}
    assert reminded == {"Amal", "Bo", "Dia"}


@pytest.mark.pure
@given(st.lists(st.integers(), unique=True), st.none() | st.integers(1, 20))
def test_nobody_is_lost_and_nobody_passes_another(said_yes: list[int], chairs: int | None) -> None:
    waits = rules.who_waits(said_yes, chairs)
    assert said_yes == said_yes[: len(said_yes) - len(waits)] + waits
    assert len(said_yes) - len(waits) == (len(said_yes) if chairs is None else min(chairs, len(said_yes)))
