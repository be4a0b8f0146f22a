"""From a word to what came of it: each action, each refusal, and what is let go."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from samen.base import audit, clock
from samen.base.dates import add_months
from samen.base.errors import Conflict, Refused, RuleBroken
from samen.base.models import AuditLine
from samen.base.scoping import scope
from samen.duos.choices import ClosingReason
from samen.duos.models import Duo
from samen.initiatives.choices import Role as StaffRole
from samen.initiatives.models import Membership
from samen.signals import actions, queries
from samen.signals.actions import ServiceWords, Told
from samen.signals.choices import Category, Feedback, HelpKind, Outcome, Seriousness, Why
from samen.signals.models import HandOver, Service, Signal, SignalStep
from samen.site.tick import tick
from tests.support.initiative import ACTOR, Office, close_duo, make_office

pytestmark = pytest.mark.postgres

TOO_MUCH = Told(Category.TOO_MUCH, text="Elke dag een vraag.")


@pytest.fixture
def duo(office: Office) -> Duo:
    return office.duo(office.newcomer("Amal Saleh"), office.coach("Bart Goossens"))


def report(of: Duo, told: Told = TOO_MUCH, **more: object) -> Signal:
    values = {"part": of.coach, "now": clock.now(), "actor": ACTOR, **more}
    return actions.report(told=told, **values)  # type: ignore[arg-type]


def step(signal: Signal, *, done: bool = True, days: int = 0) -> SignalStep:
    today = clock.today()
    return actions.add_step(
        signal=signal,
        what="Gebeld",
        due_on=today + timedelta(days=days),
        is_done=done,
        today=today,
        actor=ACTOR,
    )


def close(signal: Signal, outcome: Outcome = Outcome.SOLVED, days_ago: int = 0) -> None:
    today = clock.today() - timedelta(days=days_ago)
    actions.close(signal=signal, outcome=outcome, today=today, actor=ACTOR)


def refused(act: Callable[[], object], code: str, kind: type[Refused] = RuleBroken) -> None:
    with pytest.raises(kind) as refusal:
        act()
    assert refusal.value.code == code


def why(signal: Signal) -> Why | None:
    return next((row.why for row in queries.on_today(clock.today()) if row.signal == signal), None)


# ---------- Signals ----------


def test_a_signal_knows_its_duo_and_how_serious_it_is(duo: Duo) -> None:
    signal = report(duo)
    assert (signal.duo, signal.seriousness, signal.owner) == (duo, Seriousness.LOOK, None)
    assert report(duo, Told(Category.UNSAFE)).seriousness == Seriousness.SERIOUS
    chosen = Told(Category.UNSAFE, text="x", seriousness=Seriousness.SOON)
    assert report(duo, chosen).seriousness == Seriousness.SOON


def test_with_two_duos_nobody_guesses_which(office: Office, duo: Duo) -> None:
    office.duo(office.newcomer("Omar"), duo.coach)
    assert report(duo).duo is None
    assert report(duo, Told(Category.MONEY), duo=duo).duo == duo


def test_the_audit_line_tells_nothing_of_what_was_said(duo: Duo) -> None:
    signal = report(duo)
    line = audit.history(signal).get()
    assert (line.verb, line.facts) == ("report_signal", {})
    assert "Elke dag" not in str(list(AuditLine.objects.values()))


def test_pressed_twice_it_is_one_signal(duo: Duo) -> None:
    now = clock.now()
    first = report(duo, now=now)
    assert report(duo, now=now + timedelta(minutes=9)) == first
    assert report(duo, Told(Category.TOO_MUCH, text="Nog iets."), now=now) != first
    assert report(duo, part=duo.newcomer, now=now) != first
    assert report(duo, now=now, actor=audit.Actor("user:77")) != first
    assert report(duo, now=now + timedelta(minutes=10)) != first
    assert Signal.objects.count() == 5


def test_what_was_closed_may_be_said_again(duo: Duo) -> None:
    first = report(duo)
    close(first)
    assert report(duo) != first


def test_a_signal_is_about_somebody_of_that_duo(office: Office, duo: Duo) -> None:
    other = office.newcomer("Omar")
    refused(lambda: report(duo, part=other, duo=duo), "not_of_this_duo")
    assert report(duo, part=None).participation is None


@pytest.mark.parametrize("role", [StaffRole.ASSISTANT, StaffRole.READER])
def test_only_who_may_read_it_follows_it_up(office: Office, duo: Duo, role: StaffRole) -> None:
    signal, helper = report(duo), office.user(role)
    refused(lambda: actions.take(signal=signal, owner=helper.pk, actor=ACTOR), "may_not_read")
    refused(lambda: report(duo, Told(Category.MONEY), owner=helper.pk), "may_not_read")


def test_the_coordinator_of_another_initiative_follows_nothing_up(duo: Duo) -> None:
    there = make_office("gent", "Samen in Gent")
    refused(lambda: actions.take(signal=report(duo), owner=there.user().pk, actor=ACTOR), "may_not_read")


def test_who_takes_it_takes_it_off_today_and_leaving_the_staff_puts_it_back(office: Office, duo: Duo) -> None:
    signal, owner = report(duo), office.user().pk
    assert why(signal) == Why.NEW
    for _twice in range(2):
        actions.take(signal=signal, owner=owner, actor=ACTOR)
    assert audit.history(signal).filter(verb="take_signal").count() == 1
    assert why(signal) is None
    Membership.objects.filter(user_id=owner).delete()
    assert why(signal) == Why.NEW


def test_it_may_be_more_serious_than_it_seemed(office: Office, duo: Duo) -> None:
    signal = report(duo, owner=office.user().pk)
    for _twice in range(2):
        actions.weigh(signal=signal, seriousness=Seriousness.SERIOUS, actor=ACTOR)
    assert why(signal) == Why.SERIOUS
    assert audit.history(signal).filter(verb="weigh_signal").count() == 1


def test_steps_have_a_day_and_come_back_on_it(office: Office, duo: Duo) -> None:
    signal = report(duo, owner=office.user().pk)
    planned = step(signal, done=False, days=1)
    assert why(signal) is None
    with clock.shifted(timedelta(days=1)):
        assert why(signal) == Why.STEP_DUE
        for _twice in range(2):
            actions.do_step(step=planned, today=clock.today(), actor=ACTOR)
        assert why(signal) is None
    with clock.shifted(timedelta(days=15)):
        assert why(signal) == Why.QUIET
    planned.refresh_from_db()
    assert planned.done_on == clock.today() + timedelta(days=1)


def test_a_step_pressed_twice_stands_once(duo: Duo) -> None:
    signal = report(duo)
    assert step(signal) == step(signal)
    assert audit.history(signal).filter(verb="did_step").count() == 1


def test_steps_that_cannot_be(duo: Duo) -> None:
    signal, today = report(duo), clock.today()
    refused(lambda: step(signal, days=1), "in_the_future")
    refused(lambda: step(signal, done=False, days=-1), "in_the_past")
    refused(
        lambda: actions.add_step(
            signal=signal, what="  ", due_on=today, is_done=True, today=today, actor=ACTOR
        ),
        "no_words",
    )


def test_what_is_serious_asks_for_something_done_before_it_closes(duo: Duo) -> None:
    signal = report(duo, Told(Category.UNSAFE))
    refused(lambda: close(signal), "nothing_done")
    step(signal, done=False)
    refused(lambda: close(signal), "nothing_done")
    assert why(signal) == Why.SERIOUS
    actions.do_step(step=SignalStep.objects.get(), today=clock.today(), actor=ACTOR)
    close(signal, Outcome.DUO_ENDED)
    assert why(signal) is None


def test_what_is_closed_stays_so_until_it_is_opened_again(office: Office, duo: Duo) -> None:
    signal = report(duo)
    planned = step(signal, done=False)
    close(signal)
    owner = office.user().pk
    for act in (
        lambda: close(signal),
        lambda: step(signal),
        lambda: actions.do_step(step=planned, today=clock.today(), actor=ACTOR),
        lambda: actions.take(signal=signal, owner=owner, actor=ACTOR),
        lambda: actions.weigh(signal=signal, seriousness=Seriousness.SOON, actor=ACTOR),
    ):
        refused(act, "closed", Conflict)
    actions.reopen(signal=signal, actor=ACTOR)
    signal.refresh_from_db()
    assert (signal.outcome, signal.closed_on) == ("", None)
    refused(lambda: actions.reopen(signal=signal, actor=ACTOR), "not_closed", Conflict)


@pytest.mark.parametrize("values", [{"outcome": "solved"}, {"closed_on": "2026-11-25"}])
def test_the_database_knows_no_half_closed_signal(duo: Duo, values: dict[str, str]) -> None:
    signal = report(duo)
    with pytest.raises(IntegrityError), transaction.atomic():
        Signal.objects.filter(pk=signal.pk).update(**values)


def test_a_signal_outlives_its_duo(duo: Duo) -> None:
    signal = report(duo)
    close_duo(duo, ClosingReason.NO_TIME, clock.today())
    signal.refresh_from_db()
    assert signal.duo == duo


def test_signals_of_one_side_are_not_of_the_other(duo: Duo) -> None:
    report(duo)
    assert len(queries.signals_of(duo.coach)) == 1
    assert queries.signals_of(duo.newcomer) == []


# ---------- Services and hand-overs ----------


def a_service(name: str = "Woonloket", kind: HelpKind = HelpKind.HOUSING) -> Service:
    return actions.add_service(words=ServiceWords(name, kind), now=clock.now(), actor=ACTOR)


def send(duo: Duo, service: Service, **more: object) -> HandOver:
    values = {"part": duo.newcomer, "agreed": True, "today": clock.today(), "actor": ACTOR, **more}
    return actions.hand_over(service=service, **values)  # type: ignore[arg-type]


def test_a_service_stands_once_for_what_it_helps_with(office: Office) -> None:
    service = a_service()
    refused(lambda: a_service("WOONLOKET"), "service_exists")
    other = a_service(kind=HelpKind.MONEY)
    words = ServiceWords("Woonloket", HelpKind.HOUSING)
    refused(
        lambda: actions.change_service(service=other, words=words, now=clock.now(), actor=ACTOR),
        "service_exists",
    )
    actions.end_service(service=service, today=clock.today(), actor=ACTOR)
    again = a_service()
    refused(lambda: actions.reopen_service(service=service, actor=ACTOR), "service_exists")
    actions.end_service(service=again, today=clock.today(), actor=ACTOR)
    actions.reopen_service(service=service, actor=ACTOR)
    refused(lambda: actions.reopen_service(service=service, actor=ACTOR), "not_ended", Conflict)


def test_the_audit_line_of_a_service_names_the_fields(office: Office) -> None:
    service = a_service()
    words = ServiceWords("Woonloket", HelpKind.HOUSING, hours="dinsdag")
    actions.change_service(service=service, words=words, now=clock.now(), actor=ACTOR)
    assert audit.history(service)[0].facts == {"fields": ["hours"]}


def test_nobody_is_handed_over_without_being_asked(office: Office, duo: Duo) -> None:
    service = a_service()
    refused(lambda: send(duo, service, agreed=False), "not_agreed")
    signal = report(duo)
    refused(lambda: send(duo, service, signal=signal), "not_of_this_signal")
    duo.newcomer.ended_on = clock.today()
    refused(lambda: send(duo, service), "left")
    duo.newcomer.ended_on = None
    actions.end_service(service=service, today=clock.today(), actor=ACTOR)
    service.refresh_from_db()
    refused(lambda: send(duo, service), "service_ended", Conflict)
    refused(
        lambda: actions.end_service(service=service, today=clock.today(), actor=ACTOR),
        "already_ended",
        Conflict,
    )
    assert HandOver.objects.count() == 0


def test_handed_over_twice_a_day_is_once(duo: Duo) -> None:
    service = a_service()
    made = send(duo, service)
    assert send(duo, service) == made
    assert send(duo, a_service("OCMW", HelpKind.MONEY)) != made


def test_after_three_weeks_we_ask_how_it_went(duo: Duo) -> None:
    made = send(duo, a_service())
    today = clock.today()
    assert queries.to_ask(today + timedelta(days=20)) == []
    assert queries.to_ask(today + timedelta(days=21)) == [made]
    actions.note_feedback(made=made, feedback=Feedback.WAITS, today=today, actor=ACTOR)
    assert queries.to_ask(today + timedelta(days=21)) == []


def test_feedback_comes_after_the_hand_over(duo: Duo) -> None:
    made = send(duo, a_service())
    yesterday = clock.today() - timedelta(days=1)
    with pytest.raises(IntegrityError):
        actions.note_feedback(made=made, feedback=Feedback.HELPED, today=yesterday, actor=ACTOR)


# ---------- What goes ----------


def test_words_go_half_a_year_after_closing_and_the_rest_after_two_years(office: Office, duo: Duo) -> None:
    signal, kept = report(duo), report(duo, Told(Category.MONEY, text="Blijft."))
    step(signal)
    send(duo, a_service(), part=duo.coach, signal=signal)
    close(signal)
    today = clock.today()
    tick(add_months(today, 6) - timedelta(days=1))
    signal.refresh_from_db()
    assert signal.text == "Elke dag een vraag."
    with scope(office.initiative.pk):
        actions.forget_old(today=add_months(today, 6))
        actions.forget_old(today=add_months(today, 6))
    signal.refresh_from_db()
    assert (signal.text, signal.steps.get().what) == ("", "")
    assert signal.category == Category.TOO_MUCH
    assert audit.history(signal).filter(verb="forget_words").count() == 1
    actions.forget_old(today=add_months(today, 12))
    assert not HandOver.objects.exists()
    actions.forget_old(today=add_months(today, 24))
    assert list(Signal.objects.all()) == [kept]
    assert kept.text == "Blijft."
