"""The programme's rules for a duo, on plain values."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from samen.base.dates import add_months as add_months
from samen.duos.choices import CheckInMoment, ClosingReason, HowItGoes, Light, TookInitiative
from samen.initiatives.rules import PROGRAMME_RHYTHM, FollowUp

RHYTHM_DAYS = PROGRAMME_RHYTHM
# R43 and domain table 4.1: after twice the rhythm the coordinator calls.
RED_AFTER_RHYTHMS = 2
# FAQ question 1, rule 2: "minimum zes en maximum twaalf maanden", read as calendar months (R4).
SHORTEST_MONTHS = 6
LONGEST_MONTHS = 12

# R99: start, halfway, end.
MEASURED_AT = frozenset({CheckInMoment.FIRST_WEEKS, CheckInMoment.HALFWAY, CheckInMoment.BEFORE_END})
# So long an answer may take before the coordinator calls, and so long after its day one is still asked for.
ANSWER_DAYS, ASKED_FOR_DAYS = 7, 28
# R100: whoever stopped early is asked too how it was. A week after the end, so that it is no part of the
# farewell, and then as long as any check-in: five weeks after the end nobody is asked any more.
ASKED_AFTER_DAYS = 7
# An end with a hard talk: nobody is asked once more how it was.
SPARED = frozenset({ClosingReason.BROKE_AGREEMENTS})
# Each of the two may remember another day of the same time: so many days apart. After six weeks nobody is
# asked any more, and they stay two.
DAYS_APART, ASKED_SAME_DAYS = 2, 42
# R101: whom a closing event is for, unless another period is chosen: in months before and after today.
ENDED_MONTHS, ENDING_MONTHS = 6, 2
# FAQ question 3: the coach takes the initiative at first, the newcomer more and more; looked at later.
BALANCE_AFTER_DAYS, BALANCE_MEETINGS = 91, 4

# A part of a day begins for two who see each other: after the school run, after lunch, after the meal.
HOUR_OF = (time(10), time(14), time(19))
# So far ahead somebody can see their own days, and so many moments still fit on one small screen.
DAYS_AHEAD, MOST_SUGGESTED = 14, 6
MOST_PROPOSED = 3
# A reminder comes the day before; who agrees later than that just agreed.
REMIND_BEFORE = timedelta(hours=26)
NO_REMINDER_WITHIN = timedelta(hours=12)

# After that a question whether they met comes too late to be remembered.
ASKED_WITHIN = timedelta(days=3)
# What a participant may take by themselves; a longer pause is agreed with the coordinator.
LONGEST_OWN_PAUSE = timedelta(days=28)

# R92: the participation trajectory asks for at least 40 hours, in force since 1 January 2023 (O-3, O-4, O-5).
HOURS_NEEDED = Decimal(40)
LEAST_ELSEWHERE, MOST_ELSEWHERE = Decimal("0.5"), Decimal(500)

FORTNIGHT = timedelta(days=14)

Span = tuple[date, date]


def allowed_ends(starts_on: date) -> Span:
    """First and last day on which a duo that starts then may end (FAQ question 1, rule 2)."""
    return add_months(starts_on, SHORTEST_MONTHS), add_months(starts_on, LONGEST_MONTHS)


def period_is_allowed(starts_on: date, ends_on: date) -> bool:
    """Whether the agreed period lasts six to twelve calendar months."""
    first, last = allowed_ends(starts_on)
    return first <= ends_on <= last


def is_paused(pauses: Iterable[Span], today: date) -> bool:
    """Whether the duo rests today; both days of a pause count."""
    return any(first <= today <= last for first, last in pauses)


def leaves_a_day(pauses: Iterable[Span], *, first: date, last: date) -> bool:
    """Whether at least one day of a period is not a pause; both days of a pause count."""
    day = first
    for start, end in sorted(pauses):
        if start > day:
            break
        day = max(day, end + timedelta(days=1))
    return day <= last


def quiet_days(*, since: date, pauses: Iterable[Span], today: date) -> int:
    """Days without a meeting since `since` (the last meeting, or the start), pauses left out."""
    rested = set()
    for first, last in pauses:
        day = max(first, since + timedelta(days=1))
        while day <= min(last, today):
            rested.add(day)
            day += timedelta(days=1)
    return max((today - since).days - len(rested), 0)


def light(*, since: date, pauses: Sequence[Span], rhythm_days: int, today: date) -> Light:
    """Orange after one rhythm without a meeting, red after two, quiet during a pause (R43)."""
    if is_paused(pauses, today):
        return Light.PAUSE
    quiet = quiet_days(since=since, pauses=pauses, today=today)
    if quiet > RED_AFTER_RHYTHMS * rhythm_days:
        return Light.BAD
    return Light.WARN if quiet > rhythm_days else Light.GOOD


@dataclass(frozen=True)
class Fortnight:
    """One bead of the strip: two weeks of the agreed period."""

    first: date
    last: date
    meetings: int
    state: str  # met | missed | paused | now | ahead


def fortnights(
    *, starts_on: date, ends_on: date, met_on: Iterable[date], pauses: Sequence[Span], today: date
) -> list[Fortnight]:
    """The agreed period in steps of two weeks, each with its number of meetings."""
    days = list(met_on)
    strip = []
    first = starts_on
    while first <= ends_on:
        last = min(first + FORTNIGHT - timedelta(days=1), ends_on)
        meetings = sum(first <= day <= last for day in days)
        strip.append(Fortnight(first, last, meetings, _state(first, last, meetings, pauses, today)))
        first += FORTNIGHT
    return strip


def _state(first: date, last: date, meetings: int, pauses: Sequence[Span], today: date) -> str:
    if meetings:
        return "met"
    if first > today:
        return "ahead"
    if any(start <= last and end >= first for start, end in pauses):
        return "paused"
    return "now" if last >= today else "missed"


def end_is_near(*, ends_on: date, today: date, follow_up: FollowUp) -> bool:
    """Whether it is time for the closing talk: so many days before the end, or later."""
    return (ends_on - today).days <= follow_up.closing_talk


def suggested(
    free: Iterable[tuple[int, int]], pauses: Sequence[Span], today: date
) -> list[tuple[date, time]]:
    """When both are free in the coming two weeks, at most one moment a day.

    `free` holds (weekday, part of the day), Monday and morning being 0. Not today: the other must read it.
    """
    parts: dict[int, int] = {}
    for weekday, part in sorted(free):
        parts.setdefault(weekday, part)
    days = (today + timedelta(days=n) for n in range(1, DAYS_AHEAD + 1))
    found = [
        (day, HOUR_OF[parts[day.weekday()]])
        for day in days
        if day.weekday() in parts and not is_paused(pauses, day)
    ]
    return found[:MOST_SUGGESTED]


def reminder_is_due(*, starts_at: datetime, agreed_at: datetime, now: datetime) -> bool:
    """Whether the two hear once more: within a day and a bit, and not right after they agreed."""
    return now < starts_at <= now + REMIND_BEFORE and starts_at - agreed_at > NO_REMINDER_WITHIN


def asking_is_due(*, planned_on: date, today: date) -> bool:
    """Whether the two are asked if they saw each other: from the day after, for three days."""
    return planned_on < today <= planned_on + ASKED_WITHIN


def nudge_is_due(*, quiet: int, rhythm_days: int) -> bool:
    """Whether a quiet duo hears a word: after one rhythm, before the coordinator calls (R43)."""
    return rhythm_days < quiet <= RED_AFTER_RHYTHMS * rhythm_days


def check_in_days(*, starts_on: date, ends_on: date, follow_up: FollowUp) -> dict[CheckInMoment, date]:
    """The day of each check-in of a duo, in order of time (R44).

    The days follow what the initiative chose today; a moment that was answered stays answered.
    """
    return {
        CheckInMoment.FIRST_WEEKS: starts_on + timedelta(days=follow_up.first_check_in),
        CheckInMoment.SIX_WEEKS: starts_on + timedelta(days=follow_up.second_check_in),
        CheckInMoment.HALFWAY: starts_on + (ends_on - starts_on) // 2,
        CheckInMoment.BEFORE_END: ends_on - timedelta(days=follow_up.closing_talk),
    }


def check_in_is_open(*, day: date, today: date) -> bool:
    """Whether the two may answer: from its day, for four weeks; later the next one counts."""
    return day <= today <= day + timedelta(days=ASKED_FOR_DAYS)


def asked_check_in(
    days: Mapping[CheckInMoment, date], *, is_paused: bool, today: date
) -> CheckInMoment | None:
    """The check-in that is open, the last one when two are; none while the duo rests."""
    if is_paused:
        return None
    open_now = [moment for moment, day in days.items() if check_in_is_open(day=day, today=today)]
    return open_now[-1] if open_now else None


def asked_after_from(
    *, starts_on: date, ends_on: date, closed_on: date | None, reason: ClosingReason | str
) -> date | None:
    """From which day both are asked how it was: only of a duo that began and stopped early (R100).

    Who reached the agreed end was asked before it; who never began has nothing to tell.
    """
    if closed_on is None or reason in SPARED or not starts_on < closed_on < ends_on:
        return None
    return closed_on + timedelta(days=ASKED_AFTER_DAYS)


@dataclass(frozen=True)
class Noted:
    """A meeting as it was noted: by which of the two (nobody: by staff), and whether that day was agreed."""

    number: int
    met_on: date
    by: str
    noted_on: date
    was_planned: bool = False


def may_be_the_same(one: Noted, other: Noted) -> bool:
    """Whether the two may have noted one meeting on two days: each one of them, close by, none agreed."""
    is_close = 0 < abs((one.met_on - other.met_on).days) <= DAYS_APART
    each_their_own = bool(one.by and other.by) and one.by != other.by
    return is_close and each_their_own and not (one.was_planned or other.was_planned)


def maybe_the_same(
    noted: Iterable[Noted], *, told_apart: Collection[tuple[int, int]], today: date
) -> list[tuple[int, int]]:
    """Pairs of which nobody said yet whether they are one; first in each what was noted first."""
    known = sorted(noted, key=lambda one: one.number)
    return [
        (one.number, other.number)
        for n, one in enumerate(known)
        for other in known[n + 1 :]
        if may_be_the_same(one, other)
        and (one.number, other.number) not in told_apart
        and today <= other.noted_on + timedelta(days=ASKED_SAME_DAYS)
    ]


def usual_ends(today: date) -> Span:
    """The ends that a closing event is usually about: of the last half year, and of the coming two months."""
    return add_months(today, -ENDED_MONTHS), add_months(today, ENDING_MONTHS)


def answer_is_late(*, day: date, today: date) -> bool:
    """Whether the coordinator calls whoever did not answer."""
    return check_in_is_open(day=day, today=today) and today > day + timedelta(days=ANSWER_DAYS)


def needs_attention(*, answers: Iterable[HowItGoes | str], wants_call: bool) -> bool:
    """Whether what somebody said is a reason to call: anything bad, twice so-so, or they ask for it."""
    said = list(answers)
    return wants_call or HowItGoes.BAD in said or said.count(HowItGoes.SO_SO) > 1


def only_coach_takes_initiative(*, starts_on: date, proposed_by: Sequence[str], today: date) -> bool:
    """Whether after three months the coach still proposed each of the last meetings (FAQ question 3, R19).

    `proposed_by` holds who proposed each meeting of which it is known, newest first.
    """
    last = proposed_by[:BALANCE_MEETINGS]
    return (
        (today - starts_on).days >= BALANCE_AFTER_DAYS
        and len(last) == BALANCE_MEETINGS
        and all(who == TookInitiative.COACH for who in last)
    )


def is_mostly_apart(*, apart: int, times: int) -> bool:
    """Whether more than half of the meetings were online or by telephone (R106).

    FAQ question 1, rule 1 says "iets samen doen": they count, and the coordinator hears it.
    """
    return 2 * apart > times


def hours_at_end(*, met: Decimal, beside: Decimal, starts_on: date, ends_on: date, today: date) -> Decimal:
    """How many hours there will be when the period is over and the two go on as they did.

    Hours `beside` this duo do not grow. On the first day nobody can say: it is what there is.
    """
    whole, past = (ends_on - starts_on).days, (min(today, ends_on) - starts_on).days
    return beside + (met * whole / past if past > 0 else met)


def hours_fall_short(*, at_end: Decimal, starts_on: date, ends_on: date, today: date) -> bool:
    """Whether two thirds of the period are over and the hours needed will not be reached (R92)."""
    is_late = 3 * (today - starts_on).days >= 2 * (ends_on - starts_on).days
    return is_late and at_end < HOURS_NEEDED
