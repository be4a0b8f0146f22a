"""What may be done with a duo, each refusal, and what the database refuses whoever writes."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier

import pytest
from django.db import IntegrityError, connection, transaction

from samen.base import clock
from samen.base.errors import Conflict, Refused, RuleBroken
from samen.base.models import AuditLine
from samen.base.scoping import scope
from samen.duos import actions
from samen.duos import life_actions as life
from samen.duos.choices import ClosingReason, DuoStatus, PauseReason, Turn
from samen.duos.models import Duo, Meeting, Pause
from samen.duos.rules import add_months
from samen.people.actions import end_part
from samen.people.models import Participation
from tests.support.initiative import ACTOR, GROUND, Office, close_duo

pytestmark = pytest.mark.postgres

TODAY = date(2026, 11, 24)


def start(newcomer: Participation, coach: Participation, **known: object) -> Duo:
    day = {"starts_on": TODAY, "ends_on": add_months(TODAY, 9), "today": TODAY}
    asked = {"capacity": 1, **day, "ground": GROUND, "actor": ACTOR, **known}
    return life.start(newcomer=newcomer, coach=coach, **asked)  # type: ignore[arg-type]


def log(duo: Duo, **known: object) -> Meeting:
    asked = {"met_on": TODAY, "minutes": 90, "today": TODAY, "actor": ACTOR, **known}
    return actions.log_meeting(duo=duo, **asked)  # type: ignore[arg-type]


def rest(duo: Duo, first: int, last: int) -> Pause:
    """A pause from the so manieth until the so manieth day of a duo."""
    from_on, until_on = (duo.starts_on + timedelta(days=day) for day in (first, last))
    return actions.pause(duo=duo, from_on=from_on, until_on=until_on, reason=PauseReason.HOLIDAY, actor=ACTOR)


def close(duo: Duo, today: date = TODAY) -> None:
    close_duo(duo, ClosingReason.MOVED, today)
    duo.refresh_from_db()


def refusal(act: Callable[[], object], kind: type[Refused] = RuleBroken) -> str:
    """The code with which an action is refused; nothing is written, not even to the log."""
    before = AuditLine.objects.count()
    with pytest.raises(kind) as raised:
        act()
    assert type(raised.value) is kind
    assert AuditLine.objects.count() == before
    return raised.value.code


def verbs() -> list[str]:
    return list(AuditLine.objects.filter(subject_kind="duos.duo").values_list("verb", flat=True))


@pytest.fixture
def duo(office: Office) -> Duo:
    return start(office.newcomer(), office.coach())


# ---------- Starting ----------


def test_start(office: Office) -> None:
    newcomer, coach = office.newcomer(), office.coach()
    duo = start(newcomer, coach)
    stored = Duo.objects.get()
    assert (stored.newcomer, stored.coach, stored.seat) == (newcomer, coach, 1)
    assert (stored.starts_on, stored.ends_on, stored.rhythm_days) == (TODAY, date(2027, 8, 24), 14)
    assert (stored.status, stored.closed_on) == (DuoStatus.ACTIVE, None)
    line = AuditLine.objects.get(verb="start")
    assert (line.actor, line.subject_id) == (ACTOR.label, duo.pk)
    lacking = ["no_note", "no_policy"]
    assert line.facts == {"newcomer": newcomer.pk, "coach": coach.pk, "lacking": lacking}
    assert stored.rules_told_on == TODAY
    change = stored.changes.get()
    assert (change.turn, change.on, change.why) == (Turn.STARTED, TODAY, GROUND.why)


@pytest.mark.parametrize(
    ("ends_on", "allowed"),
    [
        (date(2027, 5, 23), False),
        (date(2027, 5, 24), True),
        (date(2027, 11, 24), True),
        (date(2027, 11, 25), False),
        (date(2026, 11, 24), False),
    ],
)
def test_a_duo_starts_for_six_to_twelve_months_only(office: Office, ends_on: date, allowed: bool) -> None:
    newcomer, coach = office.newcomer(), office.coach()
    if allowed:
        assert start(newcomer, coach, ends_on=ends_on).ends_on == ends_on
    else:
        assert refusal(lambda: start(newcomer, coach, ends_on=ends_on)) == "period"
        assert not Duo.objects.exists()


def test_the_refused_period_says_which_ends_are_allowed(office: Office) -> None:
    with pytest.raises(RuleBroken) as raised:
        start(office.newcomer(), office.coach(), ends_on=date(2027, 1, 1))
    assert str(raised.value) == (
        "Een duo duurt zes tot twaalf maanden. Kies een einde tussen 24 mei 2027 en 24 november 2027."
    )


def test_a_duo_is_one_newcomer_and_one_coach(office: Office) -> None:
    newcomer, other, coach = office.newcomer(), office.newcomer(), office.coach()
    assert refusal(lambda: start(coach, newcomer)) == "wrong_roles"
    assert refusal(lambda: start(newcomer, other)) == "wrong_roles"


def test_a_duo_is_two_different_people(office: Office) -> None:
    newcomer = office.newcomer()
    also_coach = Participation.objects.create(
        initiative=office.initiative, person=newcomer.person, role="coach", registered_on=TODAY
    )
    assert refusal(lambda: start(newcomer, also_coach)) == "same_person"


def test_who_left_starts_no_duo(office: Office) -> None:
    newcomer, coach = office.newcomer(), office.coach()
    end_part(part=coach, today=TODAY, actor=ACTOR)
    coach.refresh_from_db()
    assert refusal(lambda: start(newcomer, coach)) == "left"


def test_a_newcomer_has_one_duo(office: Office, duo: Duo) -> None:
    other = office.coach()
    assert refusal(lambda: start(duo.newcomer, other), Conflict) == "already_in_a_duo"


def test_a_coach_has_as_many_duos_as_there_is_room_for(office: Office) -> None:
    coach, third = office.coach(), office.newcomer()
    seats = [start(office.newcomer(), coach, capacity=2).seat for _newcomer in range(2)]
    assert seats == [1, 2]
    assert refusal(lambda: start(third, coach, capacity=2), Conflict) == "coach_is_full"


def test_the_seat_of_a_duo_that_ended_is_free_again(office: Office) -> None:
    coach = office.coach()
    first = start(office.newcomer(), coach, capacity=2)
    start(office.newcomer(), coach, capacity=2)
    close(first)
    assert start(office.newcomer(), coach, capacity=2).seat == 1


# ---------- Meetings ----------


def test_log_a_meeting_and_take_it_back(duo: Duo) -> None:
    meeting = log(duo, activity="naar de markt", proposed_by="newcomer")
    stored = Meeting.objects.get()
    assert (stored.met_on, stored.minutes, stored.activity) == (TODAY, 90, "naar de markt")
    assert (stored.proposed_by, stored.logged_by) == ("newcomer", ACTOR.label)
    actions.undo_meeting(meeting=meeting, actor=ACTOR)
    assert not Meeting.objects.exists()
    assert verbs() == ["start", "log_meeting", "undo_meeting"]
    # The log tells that they met and when, not what they did.
    assert "markt" not in str(list(AuditLine.objects.values()))


@pytest.mark.parametrize(
    ("known", "code"),
    [
        ({"met_on": TODAY + timedelta(days=1)}, "in_the_future"),
        ({"met_on": TODAY - timedelta(days=1)}, "before_start"),
        ({"minutes": 0}, "length"),
        ({"minutes": -60}, "length"),
        ({"minutes": 12 * 60 + 1}, "length"),
    ],
)
def test_a_meeting_that_cannot_be(duo: Duo, known: dict[str, object], code: str) -> None:
    assert refusal(lambda: log(duo, **known)) == code


def test_a_meeting_on_the_first_day_of_the_longest_length(duo: Duo) -> None:
    assert log(duo, met_on=duo.starts_on, minutes=12 * 60).minutes == 720


def test_a_day_counts_one_meeting(duo: Duo) -> None:
    log(duo)
    assert refusal(lambda: log(duo, minutes=30), Conflict) == "already_logged"
    assert Meeting.objects.get().minutes == 90


def test_a_meeting_is_noted_afterwards_but_not_after_the_closing(duo: Duo) -> None:
    close(duo, TODAY + timedelta(days=3))
    later = TODAY + timedelta(days=10)
    assert log(duo, met_on=TODAY + timedelta(days=3), today=later).pk
    assert refusal(lambda: log(duo, met_on=TODAY + timedelta(days=4), today=later)) == "after_closing"


# ---------- Pauses and another end ----------


def test_pause_and_lift(duo: Duo) -> None:
    pause = rest(duo, 0, 20)
    assert Pause.objects.get() == pause
    actions.lift_pause(rest=pause, actor=ACTOR)
    assert not Pause.objects.exists()
    assert verbs() == ["start", "pause", "lift_pause"]


def test_a_pause_ends_after_it_starts(duo: Duo) -> None:
    assert refusal(lambda: rest(duo, 5, 4)) == "pause_order"
    assert rest(duo, 5, 5).pk


def test_a_pause_lies_within_the_agreement(duo: Duo) -> None:
    length = (duo.ends_on - duo.starts_on).days
    assert refusal(lambda: rest(duo, -1, 4)) == "pause_outside"
    assert refusal(lambda: rest(duo, 5, length + 1)) == "pause_outside"
    assert rest(duo, 1, length).until_on == duo.ends_on
    assert refusal(lambda: rest(duo, 0, 0)) == "pause_of_everything"


def test_another_end(duo: Duo) -> None:
    life.change_end(duo=duo, ends_on=date(2027, 11, 24), today=TODAY, actor=ACTOR)
    duo.refresh_from_db()
    assert duo.ends_on == date(2027, 11, 24)
    too_late = date(2027, 11, 25)
    assert refusal(lambda: life.change_end(duo=duo, ends_on=too_late, today=TODAY, actor=ACTOR)) == "period"
    assert AuditLine.objects.get(verb="change_end").facts == {"ends_on": "2027-11-24", "was": "2027-08-24"}


def test_a_duo_that_ended_is_not_changed(duo: Duo) -> None:
    close(duo)
    assert refusal(lambda: rest(duo, 0, 3), Conflict) == "already_closed"
    change = refusal(
        lambda: life.change_end(duo=duo, ends_on=date(2027, 11, 24), today=TODAY, actor=ACTOR), Conflict
    )
    assert change == "already_closed"


# ---------- Closing and reopening ----------


@pytest.mark.parametrize(
    ("days_before_end", "status"),
    [(1, DuoStatus.STOPPED), (0, DuoStatus.COMPLETED), (-5, DuoStatus.COMPLETED)],
)
def test_closing_before_the_end_is_stopping(duo: Duo, days_before_end: int, status: DuoStatus) -> None:
    today = duo.ends_on - timedelta(days=days_before_end)
    close(duo, today)
    assert (duo.status, duo.closed_on, duo.closing_reason) == (status, today, ClosingReason.MOVED)


def test_a_duo_closes_once(duo: Duo) -> None:
    close(duo)
    assert refusal(lambda: close(duo, TODAY + timedelta(days=9)), Conflict) == "already_closed"
    duo.refresh_from_db()
    assert duo.closed_on == TODAY


def test_closing_taken_back(duo: Duo) -> None:
    close(duo)
    life.reopen(duo=duo, capacity=1, why="", today=TODAY, actor=ACTOR)
    duo.refresh_from_db()
    assert (duo.status, duo.closed_on, duo.closing_reason) == (DuoStatus.ACTIVE, None, "")
    assert verbs() == ["start", "close", "reopen"]


def reopening(duo: Duo, capacity: int = 1) -> Callable[[], None]:
    return lambda: life.reopen(duo=duo, capacity=capacity, why="", today=TODAY, actor=ACTOR)


def test_a_duo_that_runs_is_not_reopened(duo: Duo) -> None:
    assert refusal(reopening(duo, 2), Conflict) == "still_runs"


def test_no_reopening_when_the_newcomer_has_another_duo(office: Office, duo: Duo) -> None:
    close(duo)
    start(duo.newcomer, office.coach())
    assert refusal(reopening(duo), Conflict) == "already_in_a_duo"


def test_no_reopening_when_the_coach_is_full(office: Office, duo: Duo) -> None:
    close(duo)
    start(office.newcomer(), duo.coach)
    assert refusal(reopening(duo), Conflict) == "coach_is_full"
    life.reopen(duo=duo, capacity=2, why="", today=TODAY, actor=ACTOR)
    assert Duo.objects.get(pk=duo.pk).seat == 2


def test_no_reopening_when_one_of_the_two_left(duo: Duo) -> None:
    close(duo)
    end_part(part=duo.newcomer, today=TODAY, actor=ACTOR)
    duo.newcomer.refresh_from_db()
    assert refusal(reopening(duo)) == "left"


# ---------- The database refuses, whoever writes ----------


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("duo_ends_after_start", {"ends_on": TODAY}),
        ("closed_duo_has_a_day", {"status": DuoStatus.STOPPED}),
        ("closed_duo_has_a_day", {"closed_on": TODAY}),
        ("rhythm_of_a_day_or_more", {"rhythm_days": 0}),
    ],
)
def test_the_database_refuses_a_duo_that_cannot_be(duo: Duo, name: str, change: dict[str, object]) -> None:
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Duo.objects.filter(pk=duo.pk).update(**change)


def test_the_database_refuses_a_second_duo(office: Office, duo: Duo) -> None:
    def copy(**changes: object) -> None:
        known = {name: getattr(duo, name) for name in ("newcomer", "coach", "seat", "starts_on", "ends_on")}
        with transaction.atomic():
            Duo.objects.create(initiative=office.initiative, **{**known, **changes})

    with pytest.raises(IntegrityError):
        copy(coach=office.coach())
    with pytest.raises(IntegrityError):
        copy(newcomer=office.newcomer())
    copy(newcomer=office.newcomer(), seat=2)
    copy(status=DuoStatus.STOPPED, closed_on=TODAY)


def test_the_database_refuses_a_second_meeting_on_a_day(office: Office, duo: Duo) -> None:
    log(duo)
    with pytest.raises(IntegrityError), transaction.atomic():
        Meeting.objects.create(
            initiative=office.initiative, duo=duo, met_on=TODAY, minutes=1, logged_at=clock.now()
        )


# ---------- Several at once ----------


def at_once(office: Office, acts: list[Callable[[], object]]) -> list[str]:
    """What became of each, started at the same moment in a thread of its own."""
    together = Barrier(len(acts))

    def attempt(act: Callable[[], object]) -> str:
        together.wait(timeout=20)
        try:
            with scope(office.initiative.pk):
                act()
        except Conflict:
            return "conflict"
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(len(acts)) as threads:
        return sorted(threads.map(attempt, acts))


def test_of_eight_at_once_one_gets_the_newcomer(transactional_db: None, office: Office) -> None:
    newcomer, coaches = office.newcomer(), [office.coach() for _coach in range(8)]
    acts = [lambda coach=coach: start(newcomer, coach) for coach in coaches]
    assert at_once(office, acts) == ["conflict"] * 7 + ["done"]
    assert Duo.objects.filter(newcomer=newcomer).count() == 1


def test_no_race_gives_a_coach_too_many_duos(transactional_db: None, office: Office) -> None:
    coach = office.coach()
    newcomers = [office.newcomer() for _newcomer in range(6)]
    acts = [lambda newcomer=newcomer: start(newcomer, coach, capacity=2) for newcomer in newcomers]
    done = at_once(office, acts).count("done")
    assert sorted(Duo.objects.values_list("seat", flat=True)) == list(range(1, done + 1))
    assert done in {1, 2}


def test_pressing_twice_at_once_stores_one_meeting(transactional_db: None, office: Office) -> None:
    duo = start(office.newcomer(), office.coach())
    assert at_once(office, [lambda: log(duo)] * 4) == ["conflict"] * 3 + ["done"]
    assert Meeting.objects.count() == 1


def test_closing_at_once_counts_once(transactional_db: None, office: Office) -> None:
    duo = start(office.newcomer(), office.coach())

    def act() -> None:
        close_duo(duo, ClosingReason.MOVED, TODAY)

    assert at_once(office, [act] * 4) == ["conflict"] * 3 + ["done"]
    assert AuditLine.objects.filter(verb="close").count() == 1
