"""Each obligation as a table of examples, and what must hold on any day."""

from calendar import isleap
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from samen.compliance.choices import Level, Rule
from samen.compliance.facts import (
    CandidateFacts,
    ClearanceFacts,
    DuoFacts,
    Facts,
    Hours,
    NoteFacts,
    RecallFacts,
    SaidFacts,
)
from samen.compliance.findings import Finding
from samen.compliance.obligations import (
    balance,
    candidates,
    check_ins,
    clearances,
    endings,
    hours,
    papers,
    period,
    recalls,
    rhythm,
)
from samen.compliance.rules import MOST_DAYS_BACK, evaluate, may_be_postponed_until, missed_days
from samen.duos.rules import check_in_days
from samen.initiatives.rules import FollowUp
from samen.papers.choices import ClearanceStatus, Duty, Waits
from samen.papers.rules import State

pytestmark = pytest.mark.pure

TODAY = date(2026, 11, 24)
EVERY_START = [
    date(2024, 1, 1) + timedelta(days=n) for n in range((date(2033, 1, 1) - date(2024, 1, 1)).days)
]
# The Sunday on which the clocks change, and the days around it.
CLOCKS = [date(2026, 3, 29), date(2026, 10, 25)]


def day(count: int) -> date:
    return TODAY + timedelta(days=count)


def duo(**known: Any) -> DuoFacts:
    values = {
        "duo_id": 7,
        "starts_on": day(-100),
        "ends_on": day(200),
        "since": day(-3),
        "rhythm_days": 14,
        **known,
    }
    return DuoFacts(**values)


def levels(found: Iterator[Finding]) -> list[str]:
    return [str(one.level) for one in found]


def first_day(find: Any, facts: DuoFacts, begin: date, most: int = 800) -> date | None:
    """The first day on which a rule speaks."""
    return next((on for n in range(most) if list(find(facts, on := begin + timedelta(days=n)))), None)


def same_day_later(on: date, months: int) -> date:
    """Told a second time: the same day of the month, or the last one that the month has."""
    index = on.month - 1 + months
    year, month = on.year + index // 12, index % 12 + 1
    longest = [31, 29 if isleap(year) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    return date(year, month, min(on.day, longest))


# ---------- Rhythm and period: every start from 2024 to 2032 ----------


@pytest.mark.parametrize("rhythm_days", [7, 14])
def test_a_duo_is_silent_from_the_day_after_its_rhythm(rhythm_days: int) -> None:
    """Whatever the day: across 29 February, the last of a month, both changes of the clock."""
    for start in EVERY_START:
        facts = duo(starts_on=start, since=start, rhythm_days=rhythm_days, ends_on=same_day_later(start, 9))
        said = [levels(rhythm.find(facts, start + timedelta(days=n))) for n in range(3 * rhythm_days)]
        expected = [
            [] if n <= rhythm_days else ["soon"] if n <= 2 * rhythm_days else ["now"]
            for n in range(3 * rhythm_days)
        ]
        assert said == expected, start


def test_a_period_of_six_to_twelve_months_is_allowed_whatever_the_start() -> None:
    for start in EVERY_START:
        shortest, longest = same_day_later(start, 6), same_day_later(start, 12)
        for ends_on, is_allowed in (
            (shortest - timedelta(days=1), False),
            (shortest, True),
            (longest, True),
            (longest + timedelta(days=1), False),
        ):
            facts = duo(starts_on=start, ends_on=ends_on)
            assert levels(period.find(facts, start)) == ([] if is_allowed else ["soon"]), (start, ends_on)
        facts = duo(starts_on=start, ends_on=longest)
        assert levels(period.find(facts, longest)) == []
        assert levels(period.find(facts, longest + timedelta(days=1))) == ["now"]


@pytest.mark.parametrize(
    ("start", "shortest", "longest"),
    [
        (date(2024, 2, 29), date(2024, 8, 29), date(2025, 2, 28)),
        (date(2027, 8, 31), date(2028, 2, 29), date(2028, 8, 31)),
        (date(2026, 8, 31), date(2027, 2, 28), date(2027, 8, 31)),
        (date(2026, 3, 31), date(2026, 9, 30), date(2027, 3, 31)),
        (date(2031, 12, 31), date(2032, 6, 30), date(2032, 12, 31)),
    ],
)
def test_the_ends_of_awkward_starts(start: date, shortest: date, longest: date) -> None:
    assert list(period.find(duo(starts_on=start, ends_on=shortest), start)) == []
    assert list(period.find(duo(starts_on=start, ends_on=shortest - timedelta(days=1)), start)) != []
    assert period.last_day(duo(starts_on=start)) == longest


@pytest.mark.parametrize("change", CLOCKS, ids=str)
def test_a_day_is_a_day_when_the_clocks_change(change: date) -> None:
    for before in range(16):
        facts = duo(since=change - timedelta(days=before))
        assert levels(rhythm.find(facts, change)) == (["soon"] if before > 14 else [])


@given(
    start=some.dates(date(2024, 1, 1), date(2032, 12, 31)),
    first=some.integers(1, 60),
    length=some.integers(0, 60),
)
def test_a_pause_moves_the_silence_by_its_own_days(start: date, first: int, length: int) -> None:
    rest = (start + timedelta(days=first), start + timedelta(days=first + length))
    facts = duo(starts_on=start, since=start, pauses=(rest,))
    found = first_day(rhythm.find, facts, start)
    # A pause that begins later finds the duo silent already.
    moved = length + 1 if first <= 15 else 0
    assert found == start + timedelta(days=15 + moved)


def test_the_rhythm_rests_on_the_last_meeting() -> None:
    assert list(rhythm.find(duo(since=day(-15)), TODAY)) == [
        Finding(Rule.SILENT_DUO, Level.SOON, day(-15), duo_id=7)
    ]


# ---------- Ends ----------


def test_the_end_is_told_three_weeks_before_until_the_longest_period_is_over() -> None:
    for start in EVERY_START[::5]:
        facts = duo(starts_on=start, ends_on=same_day_later(start, 12))
        ends_on = facts.ends_on
        assert first_day(endings.find, facts, start) == ends_on - timedelta(days=21)
        assert levels(endings.find(facts, ends_on - timedelta(days=1))) == ["soon"]
        assert levels(endings.find(facts, ends_on)) == ["now"]
        # One of the two rules speaks, never both.
        over = ends_on + timedelta(days=1)
        assert (levels(endings.find(facts, over)), levels(period.find(facts, over))) == ([], ["now"])


def test_a_shorter_duo_that_goes_on_is_told_until_twelve_months() -> None:
    facts = duo(starts_on=day(-200), ends_on=day(-10))
    assert levels(endings.find(facts, TODAY)) == ["now"]


# ---------- Balance ----------


@pytest.mark.parametrize(
    ("started", "proposed_by", "is_uneven"),
    [
        (91, "cccc", True),
        (90, "cccc", False),
        (91, "ccc", False),
        (200, "cccn", False),
        (200, "sccc", False),
        (200, "ccccn", True),
        (200, "", False),
    ],
)
def test_only_the_coach_proposes(started: int, proposed_by: str, is_uneven: bool) -> None:
    names = {"c": "coach", "n": "newcomer", "s": "together"}
    facts = duo(
        starts_on=day(-started),
        proposed_by=tuple(names[letter] for letter in proposed_by),
        proposed_on=day(-3) if proposed_by else None,
    )
    expected = [Finding(Rule.ONLY_COACH, Level.SOON, day(-3), duo_id=7)] if is_uneven else []
    assert list(balance.find(facts, TODAY)) == expected


# ---------- Check-ins ----------


def asked(started: int, answered: tuple[tuple[str, str], ...] = (), **known: Any) -> list[tuple[str, str]]:
    starts_on, ends_on = day(-started), day(-started + 365)
    facts = duo(
        starts_on=starts_on,
        ends_on=ends_on,
        check_ins=check_in_days(starts_on=starts_on, ends_on=ends_on, follow_up=FollowUp()),
        answered=frozenset(answered),
        **known,
    )
    return [(str(one.role), str(one.detail)) for one in check_ins.find_unanswered(facts, TODAY)]


@pytest.mark.parametrize(
    ("started", "moment"),
    [(21, ""), (22, "first_weeks"), (41, "first_weeks"), (42, ""), (49, ""), (50, "six_weeks"), (71, "")],
)
def test_who_did_not_answer_after_a_week(started: int, moment: str) -> None:
    both = [("newcomer", moment), ("coach", moment)] if moment else []
    assert asked(started) == both
    one = [("coach", moment)] if moment else []
    assert asked(started, (("first_weeks", "newcomer"), ("six_weeks", "newcomer"))) == one


def test_nobody_is_called_about_a_check_in_during_a_pause() -> None:
    assert asked(22, pauses=((TODAY, TODAY),)) == []


@pytest.mark.parametrize(
    ("answers", "wants_call", "worries"),
    [
        (("good", "good", "good"), False, False),
        (("good", "so_so", "good"), False, False),
        (("so_so", "so_so", "good"), False, True),
        (("bad", "good", "good"), False, True),
        (("good", "good", "good"), True, True),
    ],
)
def test_what_asks_for_a_call(answers: tuple[str, ...], wants_call: bool, worries: bool) -> None:
    said = SaidFacts(7, "coach", "halfway", day(-2), answers, wants_call)
    finding = Finding(Rule.WORRYING, Level.NOW, day(-2), duo_id=7, role="coach", detail="halfway")
    assert list(check_ins.find_worrying(said)) == ([finding] if worries else [])


# ---------- Hours ----------


@pytest.mark.parametrize(
    ("past", "met", "beside", "is_short"),
    [
        (119, 10, 0, False),
        (120, 10, 0, True),
        # 26 hours in 120 days are 39 in 180: one short; with one from elsewhere it is enough.
        (120, 26, 0, True),
        (120, 26, 1, False),
        (120, 27, 0, False),
        (200, 39, 0, True),
        (200, 40, 0, False),
    ],
)
def test_hours_are_forecast_at_two_thirds(past: int, met: int, beside: int, is_short: bool) -> None:
    facts = duo(
        starts_on=day(-past),
        ends_on=day(180 - past),
        hours=Hours(Decimal(met), Decimal(beside)),
    )
    assert levels(hours.find(facts, TODAY)) == (["soon"] if is_short else [])


def test_where_hours_are_not_counted_nobody_is_short() -> None:
    assert list(hours.find(duo(starts_on=day(-300), ends_on=day(1)), TODAY)) == []


# ---------- People ----------


@pytest.mark.parametrize(("days", "is_silent"), [(0, False), (6, False), (7, True), (60, True)])
def test_who_came_in_hears_something_within_a_week(days: int, is_silent: bool) -> None:
    found = list(candidates.find(CandidateFacts(3, day(-days)), TODAY))
    assert found == ([Finding(Rule.SILENT_CANDIDATE, Level.SOON, day(-days), part_id=3)] if is_silent else [])


@pytest.mark.parametrize(("days", "is_due"), [(1, False), (0, True), (-40, True)])
def test_who_waits_is_called_on_their_day(days: int, is_due: bool) -> None:
    found = list(recalls.find(RecallFacts(3, day(days)), TODAY))
    assert found == ([Finding(Rule.RECALL, Level.SOON, day(days), part_id=3)] if is_due else [])


# ---------- Papers ----------

S = ClearanceStatus


@pytest.mark.parametrize(
    ("status", "duty", "due", "why", "since"),
    [
        (S.NONE_NEEDED, Duty.NONE, None, None, 0),
        (S.MUST_NOTIFY, Duty.NOTIFY, None, Waits.TELL, -30),
        (S.MUST_ASK, Duty.ASK, None, Waits.TELL, -30),
        (S.TOLD, Duty.ASK, None, Waits.FILE, -20),
        (S.FILED, Duty.ASK, None, Waits.ANSWER, -10),
        (S.FILED, Duty.NOTIFY, None, None, 0),
        (S.FILED, Duty.NOTIFY, 0, Waits.ANSWER, -10),
        (S.FILED, Duty.NOTIFY, -1, Waits.TERM_OVER, -1),
        (S.TACIT, Duty.NOTIFY, -1, None, 0),
        (S.ACCEPTED, Duty.ASK, None, None, 0),
    ],
)
def test_what_a_paper_waits_for(
    status: ClearanceStatus, duty: Duty, due: int | None, why: Waits | None, since: int
) -> None:
    state = State(status, duty, day(100), day(due) if due is not None else None)
    facts = ClearanceFacts(3, state, asked_on=day(-30), told_on=day(-20), filed_on=day(-10))
    expected = [Finding(Rule.PAPERS, Level.SOON, day(since), part_id=3, detail=why)] if why else []
    assert list(papers.find(facts, TODAY)) == expected
    assert list(clearances.find(facts, TODAY)) == []


@pytest.mark.parametrize("status", [S.NONE_NEEDED, S.ACCEPTED, S.TACIT, S.TOLD])
def test_a_clearance_is_asked_about_again_and_nothing_else(status: ClearanceStatus) -> None:
    for days, expected in ((1, []), (0, [day(0)]), (-9, [day(-9)])):
        facts = ClearanceFacts(3, State(status, Duty.ASK, day(days)), day(-300), day(-300), day(-290))
        assert [one.basis for one in clearances.find(facts, TODAY)] == expected
        assert not expected or list(papers.find(facts, TODAY)) == []


@pytest.mark.parametrize(("got", "why"), [(None, Waits.NOTE), (1, Waits.NEW_NOTE), (2, None)])
def test_a_coach_gets_the_note_that_counts(got: int | None, why: Waits | None) -> None:
    found = list(papers.find_note(NoteFacts(3, got, 2, day(-5))))
    assert found == ([Finding(Rule.PAPERS, Level.SOON, day(-5), part_id=3, detail=why)] if why else [])


# ---------- All together ----------

ANY_DAY = some.integers(-400, 40).map(day)
DUOS = some.builds(
    duo,
    duo_id=some.integers(1, 5),
    starts_on=ANY_DAY,
    since=ANY_DAY,
    ends_on=some.integers(-50, 400).map(day),
    pauses=some.lists(some.tuples(ANY_DAY, ANY_DAY).map(sorted).map(tuple), max_size=2).map(tuple),
    proposed_by=some.lists(some.sampled_from(["coach", "newcomer"]), max_size=5).map(tuple),
    proposed_on=ANY_DAY,
    hours=some.none() | some.builds(Hours, some.decimals(0, 90, places=1), some.decimals(0, 20, places=1)),
)


@given(some.lists(DUOS, max_size=5, unique_by=lambda one: one.duo_id), some.integers(0, 60).map(day))
def test_each_finding_has_a_key_of_its_own_and_one_subject(duos: list[DuoFacts], on: date) -> None:
    found = list(evaluate(Facts(duos=tuple(duos)), on))
    assert len({one.key for one in found}) == len(found)
    assert all((one.duo_id is None) != (one.part_id is None) for one in found)
    # The same facts give the same findings, in the same order.
    assert found == list(evaluate(Facts(duos=tuple(duos)), on))


# ---------- What may wait, and what was missed ----------


@given(some.integers(-10, 80))
def test_what_may_wait_waits_for_eight_weeks_at_most(days: int) -> None:
    assert may_be_postponed_until(day(days), TODAY) == (1 <= days <= 56)


@pytest.mark.parametrize(
    ("last", "missed"),
    [(None, []), (0, []), (1, []), (-1, []), (-3, [-2, -1]), (-22, list(range(-21, 0)))],
)
def test_the_days_between_two_ticks(last: int | None, missed: list[int]) -> None:
    assert missed_days(None if last is None else day(last), TODAY) == [day(n) for n in missed]


def test_no_more_than_three_months_are_made_up_for() -> None:
    assert missed_days(day(-1000), TODAY) == [day(n) for n in range(-MOST_DAYS_BACK, 0)]
