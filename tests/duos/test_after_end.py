"""Who stopped early is asked once how it was (R100): who is, until when, and whom nobody asks."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.base import clock
from samen.base.errors import RuleBroken
from samen.compliance.actions import refresh
from samen.compliance.models import Alert
from samen.duos import check_in_actions
from samen.duos.after_queries import asked_after, late_after
from samen.duos.check_in_actions import Said
from samen.duos.check_in_guide import topics
from samen.duos.choices import CheckInMoment, CheckInWay, ClosingReason, DuoStatus
from samen.duos.life_actions import reopen
from samen.duos.models import CheckIn, Duo
from samen.duos.rules import asked_after_from
from samen.initiatives.choices import Role as StaffRole
from samen.messaging.actions.stopping import stop
from samen.messaging.models import OutboxMessage
from samen.messaging.stops import StopLink, digest_of
from samen.people.actions import end_part
from samen.people.choices import AskedFor, Role
from samen.people.link_actions import ask_to_be_called, note_called
from samen.signals import actions as signals
from samen.signals.choices import CameFrom, Category, Seriousness
from samen.signals.queries import told_seriously
from tests.compliance.recomputed import Raw
from tests.support.initiative import ACTOR, Office, close_duo, make_office

FINE = {"going": "good", "enough": "good", "limits": "good"}
START, END = date(2026, 1, 15), date(2026, 10, 15)


def stopped(
    office: Office, days_ago: int = 8, reason: ClosingReason = ClosingReason.NO_TIME, started: int = 90
) -> Duo:
    duo = office.duo(
        office.newcomer("Amal", email="amal@example.org"),
        office.coach("Bart", email="bart@example.org"),
        started_days=started,
    )
    close_duo(duo, reason, clock.today() - timedelta(days=days_ago))
    duo.refresh_from_db()
    return duo


def asked(spared: set[int] | None = None, in_days: int = 0) -> list[str]:
    today = clock.today() + timedelta(days=in_days)
    return [one.part.person.given_name for one in asked_after(today, spared or set())]


def say(duo: Duo, role: Role, moment: CheckInMoment = CheckInMoment.AFTER_END) -> CheckIn:
    return check_in_actions.answer(
        duo=duo,
        moment=moment,
        by_role=role,
        said=Said("good", "good", "good"),
        way=CheckInWay.OWN_PAGE,
        now=clock.now(),
        actor=ACTOR,
    )


# ---------- When ----------


@given(st.integers(-10, 400), st.sampled_from(ClosingReason))
def test_only_a_duo_that_began_and_stopped_early(days: int, reason: ClosingReason) -> None:
    closed_on = START + timedelta(days=days)
    found = asked_after_from(starts_on=START, ends_on=END, closed_on=closed_on, reason=reason)
    is_early = START < closed_on < END and reason != ClosingReason.BROKE_AGREEMENTS
    assert found == (closed_on + timedelta(days=7) if is_early else None)
    assert asked_after_from(starts_on=START, ends_on=END, closed_on=None, reason="") is None


def test_from_a_week_until_five_weeks_after_the_end(office: Office) -> None:
    stopped(office, days_ago=0)
    both = ["Amal", "Bart"]
    assert [asked(in_days=n) for n in (0, 6, 7, 35, 36)] == [[], [], both, both, []]
    late = [late_after(clock.today() + timedelta(days=n), set()) for n in (14, 15, 35, 36)]
    assert [len(one) for one in late] == [0, 2, 2, 0]


def test_who_reached_the_end_is_not_asked_again(office: Office) -> None:
    duo = office.duo(started_days=200, months=6)
    close_duo(duo, ClosingReason.PERIOD_OVER, clock.today() - timedelta(days=8))
    assert Duo.objects.get().status == DuoStatus.COMPLETED
    assert asked() == []


def test_what_was_said_is_not_asked_again(office: Office) -> None:
    duo = stopped(office)
    say(duo, Role.COACH, CheckInMoment.BEFORE_END)
    assert asked() == ["Amal"]
    say(duo, Role.NEWCOMER)
    assert asked() == []


def test_a_duo_that_begins_again_is_not_asked(office: Office) -> None:
    duo = stopped(office)
    reopen(duo=duo, capacity=1, why="Zij willen weer.", today=clock.today(), actor=ACTOR)
    assert asked() == []


# ---------- Whom nobody asks ----------


@pytest.mark.parametrize("about", [AskedFor.STOP, AskedFor.ERASE])
def test_who_asked_to_stop_is_left_alone(office: Office, about: AskedFor) -> None:
    duo = stopped(office)
    ask_to_be_called(part=duo.newcomer, now=clock.now(), about=AskedFor.CALL)
    assert asked() == ["Amal", "Bart"]
    ask_to_be_called(part=duo.newcomer, now=clock.now(), about=about)
    assert asked() == ["Bart"]


def test_who_was_called_about_stopping_and_goes_on_is_asked(office: Office) -> None:
    duo = stopped(office)
    request = ask_to_be_called(part=duo.newcomer, now=clock.now(), about=AskedFor.STOP)
    note_called(asked=request, now=clock.now(), actor=ACTOR)
    assert asked() == ["Amal", "Bart"]
    end_part(part=duo.newcomer, today=clock.today(), actor=ACTOR)
    assert asked() == ["Bart"]


def test_who_wants_no_messages_at_all_is_left_alone(office: Office) -> None:
    duo = stopped(office)
    here, person = office.initiative.pk, duo.coach.person
    for channel, address in (("email", person.email), ("sms", person.phone), ("chat", person.phone)):
        assert asked() == ["Amal", "Bart"]
        stop(link=StopLink(here, channel, digest_of(here, channel, address), "nl"), now=clock.now())
    assert asked() == ["Amal"]


@pytest.mark.parametrize("of_the_duo", [True, False])
def test_after_something_serious_nobody_is_asked(office: Office, of_the_duo: bool) -> None:
    duo = stopped(office, days_ago=16)
    told = signals.Told(Category.UNSAFE, came_from=CameFrom.PHONE, seriousness=Seriousness.LOOK)
    signal = signals.report(
        told=told, part=duo.newcomer, duo=duo if of_the_duo else None, now=clock.now(), actor=ACTOR
    )
    type(signal).objects.update(seriousness=Seriousness.LOOK)
    assert told_seriously() == set()
    refresh(today=clock.today())
    assert Alert.objects.filter(detail="after_end", closed_on=None).count() == 2
    type(signal).objects.update(seriousness=Seriousness.SERIOUS)
    assert told_seriously() == {duo.pk}
    assert asked(told_seriously()) == []
    refresh(today=clock.today())
    assert not Alert.objects.filter(detail="after_end", closed_on=None).exists()


def test_agreements_broken_nobody_is_asked(office: Office) -> None:
    stopped(office, reason=ClosingReason.BROKE_AGREEMENTS)
    assert asked() == []


# ---------- How ----------


@pytest.mark.postgres
def test_each_hears_it_once_also_who_left(office: Office) -> None:
    duo = stopped(office)
    duo.newcomer.ended_on = clock.today()
    duo.newcomer.save()
    say(duo, Role.COACH)
    assert check_in_actions.ask_after(now=clock.now(), spared={duo.pk}) == 0
    assert check_in_actions.ask_after(now=clock.now(), spared=set()) == 1
    assert check_in_actions.ask_after(now=clock.now(), spared=set()) == 0
    message = OutboxMessage.objects.get()
    assert (message.kind, message.about) == ("check_in_after", f"part:{duo.newcomer_id}")
    assert ["/my/after/" in message.body, "Bart ziet jouw antwoord niet" in message.body] == [True, True]


def test_it_holds_no_scores_and_only_of_an_early_stop(office: Office) -> None:
    duo, runs = stopped(office), office.duo()
    with pytest.raises(RuleBroken):
        say(runs, Role.COACH)
    with pytest.raises(RuleBroken):
        check_in_actions.answer(
            duo=duo,
            moment=CheckInMoment.AFTER_END,
            by_role=Role.COACH,
            said=Said("good", "good", "good", scores={"experience": 5}),
            way=CheckInWay.TALK,
            now=clock.now(),
            actor=ACTOR,
        )


def test_the_talk_is_short_and_without_blame() -> None:
    titles = ["Hoe het was", "Wat wij kunnen leren", "Verder"]
    for role in Role:
        assert [str(one.title) for one in topics(role, CheckInMoment.AFTER_END)] == titles
        assert not set(titles) & {str(one.title) for one in topics(role, CheckInMoment.BEFORE_END)}


# ---------- The coordinator ----------


def test_it_stands_at_today_after_a_week_and_goes_quiet(office: Office) -> None:
    duo = stopped(office, days_ago=15)
    refresh(today=clock.today())
    client, ask = office.client(), "Vraag aan Amal hoe het was"
    page = client.get(office.url()).content.decode()
    assert [ask in page, "Vraag aan Bart hoe het was" in page] == [True, True]
    talk = office.url(f"duos/{duo.pk}/check-ins/after_end/newcomer/")
    assert talk in client.get(office.url(f"duos/{duo.pk}/")).content.decode()
    shown = client.get(talk).content.decode()
    assert ["Was het te veel?" in shown, "Vraagt de ander te veel?" in shown] == [True, False]
    assert client.post(talk, {**FINE, "going": "x"}).status_code == 422
    client.post(talk, {**FINE, "note": "Zij vond het fijn."})
    page = client.get(office.url()).content.decode()
    assert [ask in page, "Vraag aan Bart hoe het was" in page] == [False, True]
    refresh(today=clock.today())
    assert [(one.role, one.detail) for one in Alert.objects.filter(closed_on=None)] == [
        ("coach", "after_end")
    ]
    assert "Amal zei hoe het was" in client.get(office.url(f"duos/{duo.pk}/")).content.decode()


def test_a_bad_answer_asks_for_a_call(office: Office) -> None:
    duo = stopped(office)
    CheckIn.objects.filter(pk=say(duo, Role.NEWCOMER).pk).update(going="bad")
    page = office.client().get(office.url()).content.decode()
    assert "Het was niet goed, zegt Amal over het duo met Bart" in page


def test_no_talk_about_a_duo_that_runs_and_none_for_others(office: Office) -> None:
    duo, runs = stopped(office), office.duo()
    assert office.client().get(office.url(f"duos/{runs.pk}/check-ins/after_end/coach/")).status_code == 404
    path = f"duos/{duo.pk}/check-ins/after_end/coach/"
    assert office.client(StaffRole.READER).get(office.url(path)).status_code == 403
    other = make_office("gent", "Samen in Gent")
    assert other.client().get(other.url(path)).status_code == 404


def test_told_a_second_time_it_is_the_same(office: Office) -> None:
    """Who asked to stop, who said it, something serious, a closing noted later: day by day."""
    today = clock.today()
    stops, called, says, serious, _plain = (stopped(office, days_ago=n) for n in (30, 24, 20, 16, 9))
    ask_to_be_called(part=stops.newcomer, now=clock.now(), about=AskedFor.STOP)
    for part in (called.newcomer, called.coach):
        asked_now = ask_to_be_called(part=part, now=clock.now(), about=AskedFor.STOP)
        note_called(asked=asked_now, now=clock.now(), actor=ACTOR)
    end_part(part=called.coach, today=today + timedelta(days=2), actor=ACTOR)
    say(says, Role.COACH)
    told = signals.Told(Category.UNSAFE, came_from=CameFrom.PHONE, seriousness=Seriousness.SERIOUS)
    signals.report(told=told, part=serious.coach, duo=None, now=clock.now(), actor=ACTOR)
    raw, found = Raw(), []
    for n in range(-30, 40):
        day = today + timedelta(days=n)
        Alert.objects.all().delete()
        refresh(today=day, known_on=day)
        kept = {
            (one.duo_id, one.role)
            for one in Alert.objects.filter(rule="unanswered", detail="after_end", closed_on=None)
        }
        expected = {
            (duo, role)
            for rule, _kind, duo, role, what in raw.due(day)
            if (rule, what) == ("unanswered", "after_end")
        }
        assert kept == expected, day
        found.append(len(kept))
    # All four were noted today: nothing was asked before.
    assert set(found[:30]) == {0}
    assert max(found) > 2
