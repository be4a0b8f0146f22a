"""The benefit duty of a coach, on plain values: what must be done, by when, and what may follow.

FAQ question 12: "als organisator moet je de betrokkene erop attent maken dat hij de betreffende
instanties moet contacteren en/of om toelating vragen". The duty holds for volunteers, thus for coaches (R83).
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from samen.initiatives.rules import PROGRAMME_RHYTHM, FollowUp
from samen.papers.choices import ClearanceStatus as S
from samen.papers.choices import Duty, Knows, Waits

# Domain section 6: "benefit state 12 months after end".
KEPT_MONTHS = 12
# Change these with the Dutch of the sheets and of the note: what somebody was told is proof (R78).
TOLD_TEXT = "2026-11"
NOTE_TEXT = "2026-11"
SATURDAY = 5


def note_standard(follow_up: FollowUp) -> str:
    """Which standard text a note of today has: with a looser rhythm (R3) it reads otherwise."""
    return f"{NOTE_TEXT}/{follow_up.rhythm}" if follow_up.is_looser else NOTE_TEXT


def rhythm_of(standard: str) -> int:
    """The rhythm in days that a note with this standard text tells."""
    _text, _slash, days = standard.partition("/")
    return int(days) if days else PROGRAMME_RHYTHM


@dataclass(frozen=True)
class Answers:
    """Who pays the coach something: the four questions that decide."""

    unemployment_office: str = Knows.NO
    health_fund: str = Knows.NO
    social_welfare: str = Knows.NO
    reception: str = Knows.NO


def duty_of(answers: Answers) -> Duty:
    """The strictest duty that follows (domain 5.3). Who does not know is not free of it: nothing is guessed.

    The doctor of the health fund must agree; the unemployment office, the OCMW and Fedasil must be told.
    """
    if answers.health_fund != Knows.NO:
        return Duty.ASK
    others = (answers.unemployment_office, answers.social_welfare, answers.reception)
    return Duty.NONE if all(answer == Knows.NO for answer in others) else Duty.NOTIFY


def has_tacit_term(answers: Answers) -> bool:
    """Whether silence is a yes: only of the unemployment office, when nobody else is asked (O-14)."""
    others = (answers.health_fund, answers.social_welfare, answers.reception)
    return answers.unemployment_office != Knows.NO and all(answer == Knows.NO for answer in others)


# ---------- Working days ----------


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm, Nature, 20 April 1876)."""
    golden = year % 19
    century, in_century = divmod(year, 100)
    leaps, rest = divmod(century, 4)
    moon = (century + 8) // 25
    correction = (century - moon + 1) // 3
    epact = (19 * golden + century - leaps - correction + 15) % 30
    fours, ones = divmod(in_century, 4)
    weekday = (32 + 2 * rest + 2 * fours - epact - ones) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


@lru_cache(maxsize=64)
def belgian_holidays(year: int) -> frozenset[date]:
    """The ten public holidays of Belgium (royal decree of 18 April 1974, art. 1)."""
    sunday = easter(year)
    fixed = ((1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25))
    moving = (1, 39, 50)  # Easter Monday, Ascension, Whit Monday
    return frozenset(
        [date(year, month, day) for month, day in fixed] + [sunday + timedelta(days) for days in moving]
    )


def working_days_after(
    day: date, n: int, holidays: Callable[[int], Collection[date]] = belgian_holidays
) -> date:
    """The n-th working day after a day. Saturdays are left out: the later day is the safe one.

    Some pages say twelve days, the unemployment office itself twelve *working* days (O-14 against O-16).
    """
    while n:
        day += timedelta(days=1)
        if day.weekday() < SATURDAY and day not in holidays(day.year):
            n -= 1
    return day


# ---------- States ----------

ANSWERS = (S.ACCEPTED, S.LIMITED, S.REFUSED)
# Domain 4.2. A later answer of the authority counts for the future, also after a silent yes (O-14).
STEPS: Mapping[S, frozenset[S]] = {
    S.UNKNOWN: frozenset({S.NONE_NEEDED, S.MUST_NOTIFY, S.MUST_ASK, S.TOLD}),
    S.NONE_NEEDED: frozenset({S.EXPIRED}),
    S.MUST_NOTIFY: frozenset({S.TOLD, S.EXPIRED}),
    S.MUST_ASK: frozenset({S.TOLD, S.EXPIRED}),
    S.TOLD: frozenset({S.FILED, S.EXPIRED}),
    S.FILED: frozenset({*ANSWERS, S.TACIT, S.EXPIRED}),
    S.TACIT: frozenset({*ANSWERS, S.EXPIRED}),
    S.ACCEPTED: frozenset({S.LIMITED, S.REFUSED, S.EXPIRED}),
    S.LIMITED: frozenset({S.ACCEPTED, S.REFUSED, S.EXPIRED}),
    S.REFUSED: frozenset({S.ACCEPTED, S.LIMITED, S.EXPIRED}),
    # Nothing changed: back to where it stood.
    S.EXPIRED: frozenset({S.NONE_NEEDED, S.TOLD, S.FILED, S.TACIT, *ANSWERS}),
}

# Where taking back what was noted by mistake leads.
BACK: Mapping[S, S] = {**dict.fromkeys(ANSWERS, S.FILED), S.FILED: S.TOLD}


def may_step(before: str, after: str) -> bool:
    """Whether a status may follow another."""
    return S(after) in STEPS[S(before)]


def first_status(duty: str, *, is_told: bool) -> S:
    """Where a duty starts."""
    if duty == Duty.NONE:
        return S.NONE_NEEDED
    if is_told:
        return S.TOLD
    return S.MUST_ASK if duty == Duty.ASK else S.MUST_NOTIFY


@dataclass(frozen=True)
class State:
    """What is known of one clearance. `answer_due_on`: the last day on which silence is not yet a yes."""

    status: str
    duty: str
    ask_again_on: date
    answer_due_on: date | None = None
    expired_from: str = ""


def state_on(state: State, day: date) -> S:
    """Where it stands on a day: silence past the term is a yes, and a yes is asked about again in time."""
    status = S(state.status)
    if status == S.EXPIRED or day >= state.ask_again_on:
        return S.EXPIRED
    if status == S.FILED and state.answer_due_on and day > state.answer_due_on:
        return S.TACIT
    return status


def stood(state: State, day: date) -> S:
    """Where it stands apart from being asked again: what the authority said holds until it says otherwise."""
    status = state.expired_from if state.status == S.EXPIRED else state.status
    return state_on(State(status, state.duty, date.max, state.answer_due_on), day)


def may_start(state: State, day: date) -> bool:
    """Whether this coach may be active: notified where that is the duty, with a yes where asked (R80).

    The unemployment office must be told before the start and need not have answered (O-13, O-14); permission
    of the doctor comes first (O-15, O-18), and is to be asked about again in time.
    """
    was = stood(state, day)
    if state.duty == Duty.NONE:
        return True
    if was == S.REFUSED:
        return False
    granted = was in {S.ACCEPTED, S.LIMITED, S.TACIT}
    if state.duty == Duty.ASK:
        return granted and state_on(state, day) != S.EXPIRED
    return granted or was == S.FILED


def waits_for(state: State, day: date) -> Waits | None:
    """What the desk still has to do about it, if anything."""
    now = state_on(state, day)
    if now == S.TACIT and state.status == S.FILED:
        return Waits.TERM_OVER
    return {
        S.EXPIRED: Waits.ASK_AGAIN,
        S.MUST_NOTIFY: Waits.TELL,
        S.MUST_ASK: Waits.TELL,
        S.TOLD: Waits.FILE,
        S.FILED: Waits.ANSWER if state.duty == Duty.ASK or state.answer_due_on else None,
    }.get(now)


def waits_since(
    why: Waits, state: State, *, asked_on: date, told_on: date | None, filed_on: date | None
) -> date:
    """Since when the desk has to do this."""
    since = {
        Waits.ASK_AGAIN: state.ask_again_on,
        Waits.TERM_OVER: state.answer_due_on,
        Waits.ANSWER: filed_on,
        Waits.FILE: told_on,
    }.get(why)
    return since or asked_on


def note_waits(*, got: int | None, newest: int) -> Waits | None:
    """What a coach still has to get: their first organisation note, or the one that changed."""
    if got is None:
        return Waits.NOTE
    return Waits.NEW_NOTE if got < newest else None


def status_by(
    day: date, duty: str, *, told_on: date | None, filed_on: date | None, answer: tuple[date, str] | None
) -> S:
    """Where a declaration stood at the end of a day, from the days of its steps.

    Whether silence was a yes by then, or whether it was to be asked again, is for `state_on` to say.
    """
    if answer and answer[0] <= day:
        return S(answer[1])
    if filed_on and filed_on <= day:
        return S.FILED
    return first_status(duty, is_told=bool(told_on and told_on <= day))
