"""The life of a duo: its stages, what must be in order before it starts, how it ends and begins again."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from samen.base.errors import Conflict, RuleBroken
from samen.duos import life_actions as life
from samen.duos import life_rules
from samen.duos.actions import pause
from samen.duos.choices import ClosingReason, DuoStatus, LifeStage, Onward, PauseReason, Turn
from samen.duos.guards import Ground
from samen.duos.life_actions import Farewell
from samen.duos.models import Duo, StatusChange
from samen.duos.rules import add_months, leaves_a_day
from samen.papers import actions as papers
from samen.papers.choices import Arranged, Way
from samen.papers.models import NoteReceipt
from samen.papers.policy_actions import Insured, keep_policy
from tests.support.initiative import ACTOR, GROUND, Office, close_duo

TODAY = date(2026, 11, 24)
A_DAY = timedelta(days=1)

# ---------- Stages ----------

days = some.dates(date(2024, 1, 1), date(2032, 12, 31))


@given(
    starts_on=days,
    months=some.integers(6, 12),
    rests=some.lists(some.tuples(some.integers(-20, 400), some.integers(0, 60)), max_size=4),
    closed_after=some.none() | some.integers(0, 400),
)
def test_from_day_to_day_a_duo_only_takes_steps_of_the_table(
    starts_on: date, months: int, rests: list[tuple[int, int]], closed_after: int | None
) -> None:
    ends_on = add_months(starts_on, months)
    pauses = [(starts_on + first * A_DAY, starts_on + (first + length) * A_DAY) for first, length in rests]
    closed_on = None if closed_after is None else starts_on + closed_after * A_DAY
    before = None
    for n in range(-3, 420, 7):
        for today in (starts_on + n * A_DAY, starts_on + (n + 1) * A_DAY):
            is_over = closed_on is not None and today >= closed_on
            status = life_rules.closes_as(on=closed_on or today, ends_on=ends_on) if is_over else "active"
            now = life_rules.stage(status=status, starts_on=starts_on, pauses=pauses, today=today)
            if before is not None and now != before[0] and today - before[1] == A_DAY:
                assert life_rules.may_follow(before[0], now), (before[0], now)
            before = (now, today)


def test_every_stage_can_be_reached_and_stands_on_the_trail() -> None:
    reached = {LifeStage.PROPOSED}
    for _round in LifeStage:
        reached |= {after for before in reached for after in life_rules.NEXT[before]}
    assert reached == set(LifeStage)
    for stage in LifeStage:
        for was_introduced in (True, False):
            trail = life_rules.trail(stage, was_introduced=was_introduced)
            assert [now for now, state in trail if state == "now"] == [stage]
            passed = [now for now, state in trail if state == "past"]
            assert (LifeStage.INTRODUCED in passed) == (was_introduced and stage not in life_rules.BEFORE)


@pytest.mark.parametrize(
    ("introduced", "both_yes", "stage"),
    [
        (False, False, LifeStage.PROPOSED),
        (True, False, LifeStage.INTRODUCED),
        (False, True, LifeStage.CONFIRMED),
    ],
)
def test_stages_before_there_is_a_duo(introduced: bool, both_yes: bool, stage: LifeStage) -> None:
    assert life_rules.stage_of_proposal(is_introduced=introduced, both_said_yes=both_yes) == stage


@given(
    first=days,
    length=some.integers(0, 60),
    rests=some.lists(some.tuples(some.integers(-10, 70), some.integers(0, 40)), max_size=5),
)
def test_a_day_is_left_when_some_day_is_not_paused(
    first: date, length: int, rests: list[tuple[int, int]]
) -> None:
    last = first + length * A_DAY
    spans = [(first + start * A_DAY, first + (start + long) * A_DAY) for start, long in rests]
    free = [n for n in range(length + 1) if not any(s <= first + n * A_DAY <= e for s, e in spans)]
    assert leaves_a_day(spans, first=first, last=last) == bool(free)


# ---------- Before the start ----------


def start(office: Office, ground: Ground, **known: object) -> Duo:
    asked: dict[str, object] = {
        "newcomer": office.newcomer(),
        "coach": office.coach(),
        "capacity": 1,
        "starts_on": TODAY,
        "ends_on": add_months(TODAY, 9),
        "today": TODAY,
        "actor": ACTOR,
        **known,
    }
    return life.start(ground=ground, **asked)  # type: ignore[arg-type]


def refused(office: Office, ground: Ground, **known: object) -> str:
    with pytest.raises(RuleBroken) as raised:
        start(office, ground, **known)
    assert not Duo.objects.exists()
    assert not NoteReceipt.objects.exists()
    return raised.value.code


def insure(**known: object) -> None:
    insured = {"insurer": "Ons Huis", "arranged_by": Arranged.OWN, "starts_on": TODAY, **known}
    keep_policy(insured=Insured(**insured), actor=ACTOR)  # type: ignore[arg-type]


def test_no_reason_helps_when_the_rules_were_not_told(office: Office) -> None:
    insure()
    assert refused(office, Ground(rules_told=False, note_given=True, why="haast")) == "rules_not_told"


def test_the_note_is_given_at_the_start(office: Office) -> None:
    insure()
    coach = office.coach()
    papers.note_receipt(part=office.coach(), way=Way.PAPER, language="nl", today=TODAY, actor=ACTOR)
    NoteReceipt.objects.all().delete()
    assert refused(office, Ground(rules_told=True, why="haast"), coach=coach) == "no_receipt"
    start(office, Ground(rules_told=True, note_given=True), coach=coach)
    assert NoteReceipt.objects.get().participation == coach
    assert StatusChange.objects.get().why == ""


@pytest.mark.parametrize(
    "policy",
    [
        None,
        {"starts_on": TODAY + A_DAY},
        {"starts_on": TODAY - 9 * A_DAY, "ends_on": TODAY - A_DAY},
        {"covers_liability": False},
    ],
    ids=["none", "later", "over", "no liability"],
)
def test_without_insurance_a_reason_is_asked_and_kept(
    office: Office, policy: dict[str, object] | None
) -> None:
    if policy is not None:
        insure(**policy)
    assert refused(office, Ground(rules_told=True, note_given=True, why="  ")) == "needs_reason"
    start(office, Ground(rules_told=True, note_given=True, why=" de polis komt morgen "))
    change = StatusChange.objects.get()
    assert (change.turn, change.on, change.noted_on) == (Turn.STARTED, TODAY, TODAY)
    assert change.why == "de polis komt morgen"


def test_a_start_noted_afterwards_asks_why(office: Office) -> None:
    insure(starts_on=TODAY - 99 * A_DAY)
    ground = Ground(rules_told=True, note_given=True)
    yesterday = {"starts_on": TODAY - A_DAY}
    assert refused(office, ground, **yesterday) == "needs_reason"
    assert start(office, Ground(True, True, "was ziek"), **yesterday).starts_on == TODAY - A_DAY


# ---------- The end, and again ----------


@pytest.fixture
def duo(office: Office) -> Duo:
    return start(office, GROUND)


def ends(duo: Duo, on: date, *, today: date, why: str = "") -> str:
    with pytest.raises(RuleBroken) as raised:
        life.close(duo=duo, farewell=Farewell(ClosingReason.MOVED, on, why), today=today, actor=ACTOR)
    return raised.value.code


def test_the_last_day_is_real(office: Office, duo: Duo) -> None:
    later = TODAY + 40 * A_DAY
    assert ends(duo, later + A_DAY, today=later) == "closes_in_the_future"
    assert ends(duo, TODAY - A_DAY, today=later, why="toen al") == "closes_before_start"
    assert ends(duo, later - A_DAY, today=later) == "needs_reason"
    duo.meetings.create(
        initiative=office.initiative,
        met_on=TODAY + 9 * A_DAY,
        minutes=60,
        logged_by="x",
        logged_at="2026-12-03T10:00Z",
    )
    assert ends(duo, TODAY + 8 * A_DAY, today=later, why="toen al") == "met_later"
    farewell = Farewell(ClosingReason.MOVED, TODAY + 9 * A_DAY, "hoorde het nu pas", Onward.STOPS)
    life.close(duo=duo, farewell=farewell, today=later, actor=ACTOR)
    duo.refresh_from_db()
    assert (duo.closed_on, duo.status, duo.newcomer_onward) == (farewell.on, DuoStatus.STOPPED, Onward.STOPS)
    change = StatusChange.objects.get(turn=Turn.CLOSED)
    assert (change.on, change.noted_on, change.why) == (farewell.on, later, farewell.why)


def test_who_agreed_may_stop_before_the_first_day(office: Office) -> None:
    duo = start(office, GROUND, starts_on=TODAY + 9 * A_DAY, ends_on=add_months(TODAY + 9 * A_DAY, 6))
    close_duo(duo, ClosingReason.NO_TIME, TODAY)
    duo.refresh_from_db()
    assert (duo.status, duo.closed_on) == (DuoStatus.STOPPED, TODAY)


def test_opened_again_later_only_with_a_reason(duo: Duo) -> None:
    close_duo(duo, ClosingReason.MOVED, TODAY)
    duo.refresh_from_db()
    again = {"duo": duo, "capacity": 1, "today": TODAY + A_DAY, "actor": ACTOR}
    with pytest.raises(RuleBroken, match="Schrijf waarom"):
        life.reopen(why="", **again)  # type: ignore[arg-type]
    life.reopen(why="zij zijn terug", **again)  # type: ignore[arg-type]
    duo.refresh_from_db()
    assert (duo.status, duo.newcomer_onward, duo.coach_shares) == (DuoStatus.ACTIVE, "", None)
    assert [change.turn for change in duo.changes.all()] == [Turn.STARTED, Turn.CLOSED, Turn.REOPENED]


def test_another_end_is_kept_as_a_turn(duo: Duo) -> None:
    life.change_end(duo=duo, ends_on=add_months(TODAY, 12), today=TODAY + A_DAY, actor=ACTOR)
    change = duo.changes.get(turn=Turn.END_CHANGED)
    assert (change.on, change.ends_on) == (TODAY + A_DAY, date(2027, 11, 24))
    with pytest.raises(RuleBroken, match="zes tot twaalf maanden"):
        life.change_end(duo=duo, ends_on=date(2027, 11, 25), today=TODAY, actor=ACTOR)
    rest = {"from_on": TODAY, "until_on": add_months(TODAY, 10), "reason": PauseReason.WORK}
    pause(duo=duo, actor=ACTOR, **rest)  # type: ignore[arg-type]
    with pytest.raises(RuleBroken, match="altijd pauze"):
        life.change_end(duo=duo, ends_on=add_months(TODAY, 10), today=TODAY, actor=ACTOR)
    close_duo(duo, ClosingReason.MOVED, TODAY + A_DAY)
    duo.refresh_from_db()
    with pytest.raises(Conflict, match="al afgerond"):
        life.change_end(duo=duo, ends_on=add_months(TODAY, 11), today=TODAY, actor=ACTOR)


def test_the_end_that_stands_already_is_no_turn(duo: Duo) -> None:
    with pytest.raises(RuleBroken, match="het einde dat er al staat"):
        life.change_end(duo=duo, ends_on=duo.ends_on, today=TODAY, actor=ACTOR)
    assert [change.turn for change in duo.changes.all()] == [Turn.STARTED]


def test_closed_meanwhile_it_gets_no_other_end(duo: Duo) -> None:
    close_duo(Duo.objects.get(pk=duo.pk), ClosingReason.MOVED, TODAY)
    with pytest.raises(Conflict, match="al afgerond"):
        life.change_end(duo=duo, ends_on=add_months(TODAY, 11), today=TODAY, actor=ACTOR)
