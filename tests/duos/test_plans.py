"""The next time of a duo: one proposes, the other picks, both hear; it moves, is off, is remembered."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from samen.base import clock
from samen.base.clock import BRUSSELS
from samen.base.errors import Conflict, RuleBroken
from samen.duos import actions, plan_actions, rules
from samen.duos.choices import ClosingReason, PauseReason, PlanStatus
from samen.duos.messages import PLAN_AGREED, PLAN_ASKED, PLAN_OFF, PLAN_SOON
from samen.duos.models import Duo, Plan
from samen.duos.plan_queries import plan_of, suggested
from samen.intake.actions import Facts
from samen.messaging import kinds
from samen.messaging.choices import Status
from samen.messaging.models import OutboxMessage
from samen.people.choices import Role
from tests.support.initiative import ACTOR, Office, close_duo

pytestmark = pytest.mark.postgres
TUESDAY_MORNING, TUESDAY_AFTERNOON, SATURDAY_MORNING = 1 << 3, 1 << 4, 1 << 15


@pytest.fixture
def duo(office: Office) -> Duo:
    return office.duo(
        office.newcomer(
            "Amal Saleh",
            email="amal@example.org",
            written_language="tr",
            facts=Facts(availability=TUESDAY_MORNING | TUESDAY_AFTERNOON | SATURDAY_MORNING),
        ),
        office.coach(
            "Bart Goossens",
            email="bart@example.org",
            facts=Facts(availability=TUESDAY_AFTERNOON | SATURDAY_MORNING | 1 << 20),
        ),
    )


def ask(duo: Duo, *days: int, by: str = Role.COACH, place: str = "De bib") -> Plan:
    now = clock.now()
    moments = [now + timedelta(days=day) for day in days or (2, 5)]
    return plan_actions.propose(duo=duo, by_role=by, moments=moments, place=place, now=now, actor=ACTOR)


def pick(plan: Plan, by: str = Role.NEWCOMER) -> Plan:
    starts_at = plan.moments.all()[0].starts_at
    return plan_actions.pick(plan=plan, by_role=by, starts_at=starts_at, now=clock.now(), actor=ACTOR)


def told(kind: str) -> dict[str, OutboxMessage]:
    return {
        message.to_name: message
        for message in OutboxMessage.objects.filter(kind=kind).exclude(status=Status.STOPPED)
    }


# ---------- When both are free ----------


def test_both_were_free_on_the_days_that_are_suggested(duo: Duo) -> None:
    found = suggested(duo, clock.now())
    assert found
    assert {(moment.weekday(), moment.hour) for moment in found} == {(1, 14), (5, 10)}
    assert len(found) in (3, 4)


def test_a_pause_is_kept_free(duo: Duo) -> None:
    today = clock.today()
    actions.pause(
        duo=duo, from_on=today, until_on=today + timedelta(days=30), reason=PauseReason.WORK, actor=ACTOR
    )
    assert suggested(duo, clock.now()) == []


def test_who_told_nothing_of_their_days_gets_no_suggestion(office: Office) -> None:
    assert suggested(office.duo(), clock.now()) == []


@given(
    free=st.sets(st.tuples(st.integers(0, 6), st.integers(0, 2))),
    today=st.dates(date(2026, 1, 1), date(2030, 1, 1)),
    rest=st.integers(0, 20),
)
def test_suggestions_are_free_soon_in_order_and_one_a_day(
    free: set[tuple[int, int]], today: date, rest: int
) -> None:
    pauses = [(today, today + timedelta(days=rest))]
    found = rules.suggested(free, pauses, today)
    days = [day for day, _hour in found]
    assert days == sorted(set(days))
    assert len(days) <= rules.MOST_SUGGESTED
    for day, hour in found:
        assert today + timedelta(days=rest) < day <= today + timedelta(days=rules.DAYS_AHEAD)
        assert (day.weekday(), rules.HOUR_OF.index(hour)) in free
    assert bool(found) == any(
        (today + timedelta(days=n)).weekday() in {weekday for weekday, _part in free}
        for n in range(rest + 1, rules.DAYS_AHEAD + 1)
    )


# ---------- Ask and pick ----------


def test_only_the_other_hears_the_question_in_their_language(duo: Duo) -> None:
    plan = ask(duo)
    assert list(told(PLAN_ASKED)) == ["Amal Saleh"]
    message = told(PLAN_ASKED)["Amal Saleh"]
    assert "/my/go/" in message.body
    assert message.language == "tr"
    assert (plan.status, plan.moments.count()) == (PlanStatus.ASKED, 2)


def test_both_hear_what_was_agreed_with_a_file_for_the_calendar(duo: Duo) -> None:
    plan = pick(ask(duo))
    messages = told(PLAN_AGREED)
    assert set(messages) == {"Amal Saleh", "Bart Goossens"}
    assert "Je ziet Amal" in messages["Bart Goossens"].subject
    assert "De bib" in messages["Bart Goossens"].body
    event = Calendar.from_ical(messages["Bart Goossens"].calendar).walk("VEVENT")[0]
    assert plan.starts_at is not None
    assert event["DTSTART"].dt.astimezone(UTC) == plan.starts_at.replace(microsecond=0).astimezone(UTC)
    assert str(event["SUMMARY"]) == "Afspraak met Amal"


def test_pressing_twice_agrees_once(duo: Duo) -> None:
    plan = ask(duo)
    pick(plan)
    pick(plan)
    assert OutboxMessage.objects.filter(kind=PLAN_AGREED).count() == 2


def test_who_asked_does_not_pick(duo: Duo) -> None:
    with pytest.raises(Conflict, match="intussen veranderd"):
        pick(ask(duo), by=Role.COACH)


def test_a_moment_that_was_not_proposed_is_refused(duo: Duo) -> None:
    plan = ask(duo)
    for moment in (clock.now() + timedelta(days=9), datetime(1970, 1, 1, tzinfo=BRUSSELS)):
        with pytest.raises(Conflict, match="kan niet meer"):
            plan_actions.pick(
                plan=plan, by_role=Role.NEWCOMER, starts_at=moment, now=clock.now(), actor=ACTOR
            )


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        ((), "Kies één, twee of drie"),
        ((1, 2, 3, 4), "hoogstens drie"),
        ((-1,), "al voorbij"),
        ((400,), "jullie duo al voorbij"),
    ],
)
def test_moments_that_cannot_be_are_refused(duo: Duo, days: tuple[int, ...], sentence: str) -> None:
    now = clock.now()
    with pytest.raises(RuleBroken, match=sentence):
        plan_actions.propose(
            duo=duo,
            by_role=Role.COACH,
            moments=[now + timedelta(days=day) for day in days],
            place="",
            now=now,
            actor=ACTOR,
        )
    assert not Plan.objects.exists()


def test_a_duo_that_is_over_plans_nothing(duo: Duo) -> None:
    close_duo(duo, ClosingReason.MOVED, clock.today())
    duo.refresh_from_db()
    with pytest.raises(Conflict, match="afgerond"):
        ask(duo)


# ---------- It changes ----------


def test_a_new_question_takes_the_place_of_the_old_one(duo: Duo) -> None:
    ask(duo)
    ask(duo, 3, by=Role.NEWCOMER)
    assert Plan.objects.exclude(status=PlanStatus.OFF).count() == 1
    assert list(told(PLAN_ASKED)) == ["Bart Goossens"]


def test_moving_what_was_agreed_takes_it_out_of_both_calendars(duo: Duo) -> None:
    pick(ask(duo))
    ask(duo, 6, by=Role.NEWCOMER)
    off = told(PLAN_OFF)
    assert set(off) == {"Amal Saleh", "Bart Goossens"}
    assert "METHOD:CANCEL" in off["Bart Goossens"].calendar
    assert told(PLAN_AGREED) == {}


def test_called_off_twice_is_told_once(duo: Duo) -> None:
    plan = pick(ask(duo))
    for _time in range(2):
        plan_actions.call_off(plan=plan, now=clock.now(), actor=ACTOR)
    assert OutboxMessage.objects.filter(kind=PLAN_OFF).count() == 2
    assert plan_of(duo, clock.now()) is None


def test_a_question_that_nobody_answered_is_no_plan_after_its_moments(duo: Duo) -> None:
    ask(duo)
    assert plan_of(duo, clock.now() + timedelta(days=4)) is not None
    assert plan_of(duo, clock.now() + timedelta(days=6)) is None


# ---------- The tick ----------


def test_the_day_before_both_hear_once_more(duo: Duo) -> None:
    pick(ask(duo))
    now = clock.now()
    assert plan_actions.remind(now=now) == 0
    for _time in range(2):
        plan_actions.remind(now=now + timedelta(days=1))
    assert set(told(PLAN_SOON)) == {"Amal Saleh", "Bart Goossens"}
    assert OutboxMessage.objects.filter(kind=PLAN_SOON).count() == 2


def test_who_agreed_just_now_needs_no_reminder() -> None:
    now = datetime(2026, 11, 20, 12, tzinfo=BRUSSELS)
    soon = now + timedelta(hours=10)
    assert not rules.reminder_is_due(starts_at=soon, agreed_at=now, now=now)
    assert rules.reminder_is_due(starts_at=soon, agreed_at=now - timedelta(days=2), now=now)
    assert not rules.reminder_is_due(starts_at=now, agreed_at=now - timedelta(days=2), now=now)


def test_plans_are_forgotten_two_months_after_their_moment(duo: Duo) -> None:
    pick(ask(duo))
    ask(duo, 3)
    today = clock.today()
    assert plan_actions.forget_old(today=today + timedelta(days=50)) == 0
    plan_actions.forget_old(today=today + timedelta(days=70))
    assert not Plan.objects.exists()


def test_a_reminder_keeps_the_night_quiet_and_an_answer_does_not() -> None:
    assert kinds.kind(PLAN_SOON).keeps_quiet
    assert not kinds.kind(PLAN_OFF).keeps_quiet
