"""Sessions are planned, one or more at once; the facilitator's page; what was learnt is kept."""

from datetime import datetime, timedelta

import pytest

from samen.base import clock
from samen.base.clock import BRUSSELS
from samen.base.errors import Conflict, RuleBroken
from samen.events import actions as events
from samen.events import invitation_actions as asking
from samen.events.choices import EventKind, Reply
from samen.events.models import Event, Invitation
from samen.events.queries import other_moments
from samen.exchanges import actions, queries
from samen.exchanges.actions import Where
from samen.exchanges.choices import Who
from samen.exchanges.models import Session
from tests.exchanges.gathering import HOW, make_session, say_yes
from tests.support.initiative import ACTOR, Office

pytestmark = pytest.mark.postgres

NOON = datetime(2026, 11, 20, 12, tzinfo=BRUSSELS)
MORNING = datetime(2026, 12, 10, 10, tzinfo=BRUSSELS)
EVENING = datetime(2026, 12, 10, 19, tzinfo=BRUSSELS)


def two_hours(starts: datetime) -> Where:
    return Where(starts, starts + timedelta(hours=2), "De bib")


def plan(who: Who, *starts: datetime) -> list[Session]:
    return actions.plan(
        who=who,
        moments=[two_hours(one) for one in starts],
        how=HOW,
        note="",
        chairs=None,
        now=NOON,
        actor=ACTOR,
    )


# ---------- Planned ----------


@pytest.mark.parametrize(
    ("who", "roles"),
    [
        (Who.COACHES, ["coach"]),
        (Who.NEWCOMERS, ["newcomer"]),
        (Who.TOGETHER, [""]),
        (Who.APART, ["coach", "newcomer"]),
    ],
)
def test_apart_there_is_one_for_each_role(office: Office, who: Who, roles: list[str]) -> None:
    made = plan(who, MORNING)
    assert [one.event.for_role for one in made] == roles
    assert {one.event.kind for one in made} == {EventKind.EXCHANGE}
    assert not any(one.event.is_public for one in made)


def test_twins_know_each_other_and_apart_each_has_its_own(office: Office) -> None:
    coaches, coaches_later, newcomers, newcomers_later = (
        one.event for one in plan(Who.APART, MORNING, EVENING)
    )
    assert other_moments(coaches, NOON) == [coaches_later]
    assert other_moments(coaches_later, NOON) == [coaches]
    assert other_moments(newcomers, NOON) == [newcomers_later]
    events.cancel(event=coaches_later, now=NOON, actor=ACTOR)
    assert other_moments(coaches, NOON) == []


def test_twins_of_one_hour_are_refused_and_nothing_is_kept(office: Office) -> None:
    with pytest.raises(RuleBroken) as refused:
        plan(Who.TOGETHER, MORNING, MORNING + timedelta(hours=1))
    assert refused.value.code == "twins_overlap"
    assert not Event.objects.exists()


def test_what_is_past_is_refused_and_nothing_is_kept(office: Office) -> None:
    with pytest.raises(RuleBroken):
        plan(Who.TOGETHER, MORNING, NOON - timedelta(days=1))
    assert not Event.objects.exists()


def test_over_the_change_of_the_clock_a_session_lasts_as_long_as_the_clock_says(office: Office) -> None:
    starts = datetime(2027, 3, 28, 1, 30, tzinfo=BRUSSELS)
    where = Where(starts, datetime(2027, 3, 28, 3, 30, tzinfo=BRUSSELS), "De bib")
    made = actions.plan(
        who=Who.TOGETHER, moments=[where], how=HOW, note="", chairs=None, now=NOON, actor=ACTOR
    )
    event = Event.objects.get(pk=made[0].event_id)
    assert event.ends_at.astimezone(BRUSSELS).hour == 3
    assert event.ends_at - event.starts_at == timedelta(hours=1)


def test_who_cannot_come_comes_to_the_other_moment(office: Office) -> None:
    first, second = plan(Who.TOGETHER, MORNING, EVENING)
    amal = office.newcomer("Amal")
    asking.invite(event=first.event, parts=[amal], now=NOON, actor=ACTOR)
    asked = Invitation.objects.get()
    there = asking.come_at_other(invitation=asked, other=second.event, now=NOON, actor=ACTOR)
    asked.refresh_from_db()
    there.refresh_from_db()
    assert (asked.reply, there.event, there.reply) == (Reply.NO, second.event, Reply.YES)
    back = asking.come_at_other(invitation=there, other=first.event, now=NOON, actor=ACTOR)
    assert back == asked
    assert Invitation.objects.filter(participation=amal).count() == 2


# ---------- The facilitator's page ----------


def test_the_page_opens_by_its_secret_until_a_week_after(office: Office) -> None:
    session = make_session()
    secret = actions.open_page(session=session, now=clock.now(), actor=ACTOR)
    assert queries.by_secret(secret, clock.now()) == session
    assert queries.by_secret("other", clock.now()) is None
    assert queries.by_secret(secret, session.event.ends_at + timedelta(days=7)) == session
    assert queries.by_secret(secret, session.event.ends_at + timedelta(days=8)) is None
    session.refresh_from_db()
    assert secret not in session.page_hash


def test_a_new_link_closes_the_one_before_and_it_can_be_taken_back(office: Office) -> None:
    session = make_session()
    first = actions.open_page(session=session, now=clock.now(), actor=ACTOR)
    second = actions.open_page(session=session, now=clock.now(), actor=ACTOR)
    assert queries.by_secret(first, clock.now()) is None
    assert queries.by_secret(second, clock.now()) == session
    actions.close_page(session=session, actor=ACTOR)
    assert queries.by_secret(second, clock.now()) is None
    with pytest.raises(Conflict):
        actions.close_page(session=session, actor=ACTOR)


def test_no_page_for_what_is_called_off_or_long_over(office: Office) -> None:
    called_off, over = make_session(), make_session(days=-10)
    secret = actions.open_page(session=called_off, now=clock.now(), actor=ACTOR)
    events.cancel(event=called_off.event, now=clock.now(), actor=ACTOR)
    called_off.refresh_from_db()
    called_off.event.refresh_from_db()
    assert queries.by_secret(secret, clock.now()) is None
    for session in (called_off, over):
        with pytest.raises(Conflict):
            actions.open_page(session=session, now=clock.now(), actor=ACTOR)


# ---------- What was learnt ----------


def test_what_was_learnt_is_kept_once_it_began(office: Office) -> None:
    later, over = make_session(), make_session(days=-1)
    with pytest.raises(Conflict):
        actions.sum_up(session=later, text="Veel", today=clock.today(), now=clock.now(), actor=ACTOR)
    actions.sum_up(session=over, text=" Veel ", today=clock.today(), now=clock.now(), actor=ACTOR)
    over.refresh_from_db()
    assert (over.summary, over.summary_on) == ("Veel", clock.today())
    actions.sum_up(session=over, text=" ", today=clock.today(), now=clock.now(), actor=ACTOR)
    over.refresh_from_db()
    assert (over.summary, over.summary_on) == ("", None)


def test_a_name_of_who_was_asked_is_found_in_what_was_learnt(office: Office) -> None:
    session = make_session(days=-1)
    say_yes(session, [office.newcomer("Amal Saleh"), office.coach("Bart Goossens")])
    assert queries.names_in_summary(session, "Amal en mevrouw Goossens zeiden dat.") == ["Amal", "Goossens"]
    assert queries.names_in_summary(session, "Dirk zei dat.") == []
