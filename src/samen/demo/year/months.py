"""The months of a duo: signed, met, rested, worried about."""

from datetime import date, datetime, time, timedelta

from samen.base import audit, clock
from samen.base.dates import add_months
from samen.demo.year import asking, ending
from samen.demo.year.life import EARLY, Life
from samen.demo.year.words import (
    WORRIES,
    Did,
    the_last_time,
    what_they_did,
)
from samen.demo.year.year import ROLES, Year
from samen.duos import actions as duos
from samen.duos import (
    hours_actions,
    plan_actions,
    quiet_actions,
    signature_actions,
)
from samen.duos.choices import (
    Obligation,
    PauseReason,
    SignedWay,
)
from samen.duos.models import Duo
from samen.duos.rules import check_in_days
from samen.duos.signature_actions import Signed
from samen.initiatives.queries import follow_up_here
from samen.people.choices import Role
from samen.signals import actions as signals
from samen.signals.choices import CameFrom, Seriousness
from samen.signals.choices import Outcome as SignalOutcome
from samen.signals.models import Signal


def plan_life(year: Year, life: Life) -> None:
    """What will come: the signatures, meetings, check-ins, a pause, a worry, the end."""
    duo = life.duo
    for role in ROLES:
        if year.chance(0.9):
            year.after(year.rng.choice((0, 0, 1, 6)), lambda r=role: sign(year, life, r))  # type: ignore[misc]
    year.after(year.rng.randint(1, 9), lambda: meet(year, life), of=duo.starts_on)
    days = check_in_days(starts_on=duo.starts_on, ends_on=duo.ends_on, follow_up=follow_up_here())
    for moment, day in days.items():
        asking.plan_answers(year, life, moment, day)
    if year.chance(0.4):
        year.after(year.rng.randint(20, 150), lambda: rest(year, life), of=duo.starts_on)
    if year.chance(0.35):
        year.after(year.rng.randint(20, 200), lambda: worry(year, life), of=duo.starts_on)
    if life.stops_after:
        year.after(
            life.stops_after, lambda: ending.close(year, life, year.rng.choice(EARLY)), of=duo.starts_on
        )
    longest = add_months(duo.starts_on, 12)
    if life.goes_longer and duo.ends_on < longest and year.fits(longest):
        year.after(-year.rng.randint(2, 18), lambda: ending.go_longer(year, life), of=duo.ends_on)
    else:
        life.goes_longer = False
        ending.plan_end(year, life)
    if year.manner.counts_hours:
        note_obligation(year, duo)


def note_obligation(year: Year, duo: Duo) -> None:
    """Whether the newcomer must take part, and so many hours."""
    obligation = year.rng.choice((Obligation.OBLIGED, Obligation.OPTIONAL, Obligation.NOT_APPLICABLE))
    hours_actions.keep_certificate(
        duo=duo,
        certificate=hours_actions.Certificate(obligation),
        today=year.day,
        actor=year.manner.actor,
    )


def sign(year: Year, life: Life, role: Role) -> None:
    """One of the two puts their name under the agreement."""
    if life.closed_on:
        return
    part = life.duo.newcomer if role == Role.NEWCOMER else life.duo.coach
    way = year.rng.choice((SignedWay.SCREEN, SignedWay.SCREEN, SignedWay.PAPER))
    name = str(part.person) if way == SignedWay.SCREEN else ""
    signature_actions.sign(
        duo=life.duo,
        by_role=role,
        signed=Signed(year.day, way, name),
        today=year.day,
        actor=audit.Actor(f"part:{part.pk}"),
    )


def meet(year: Year, life: Life) -> None:
    """They see each other; one of them notes it, today or some days later. Then the next time."""
    if not life.runs_on(year.day) or life.is_lost:
        return
    if life.rests_on(year.day):
        year.after(0, lambda: meet(year, life), of=life.after_rest(year.day))
        return
    met_on = year.day
    life.met.append(met_on)
    is_last = not life.goes_longer and life.duo.ends_on - met_on < timedelta(days=life.every)
    did = the_last_time(year.rng) if is_last else what_they_did(year.rng, life.habit, life.met, life.told)
    year.after(year.rng.choice((0, 0, 0, 1, 3)), lambda: note_meeting(year, life, met_on, did))
    if is_last:
        return
    if life.silent_from == len(life.met):
        life.is_lost = True
        return
    days = max(1, life.every + year.rng.randint(-3, 4))
    if year.manner.is_daily and days > 4 and year.chance(0.2):
        agree_on_next(year, life, year.day + timedelta(days=days))
    year.after(days, lambda: meet(year, life))


def note_meeting(year: Year, life: Life, met_on: date, did: Did) -> None:
    """One of the two notes that they met."""
    if life.closed_on and met_on > life.closed_on:
        return
    duos.log_meeting(
        duo=life.duo,
        met_on=met_on,
        minutes=max(30, life.minutes + year.rng.choice((-30, -15, 0, 0, 0, 30))),
        activity=did.activity,
        way=did.way,
        proposed_by=year.rng.choice(life.leads) if year.chance(0.85) else "",
        today=year.day,
        actor=one_of(year, life)[1],
    )
    year.done["meetings"] += 1


def agree_on_next(year: Year, life: Life, day: date) -> None:
    """The coach proposes the next time and the newcomer picks it."""
    if day > life.duo.ends_on:
        return
    moment = datetime.combine(day, time(14), clock.BRUSSELS)
    plan = plan_actions.propose(
        duo=life.duo,
        by_role=Role.COACH,
        moments=[moment],
        place="",
        now=clock.now(),
        actor=year.manner.actor,
    )
    plan_actions.pick(
        plan=plan, by_role=Role.NEWCOMER, starts_at=moment, now=clock.now(), actor=year.manner.actor
    )


def rest(year: Year, life: Life) -> None:
    """One takes a pause, and may go on sooner; or it is noted afterwards that they were away."""
    duo = life.duo
    if not life.runs_on(year.day) or life.rests_on(year.day) or year.day >= duo.ends_on:
        return
    year.done["pauses"] += 1
    if year.chance(0.25):
        first = max(year.day - timedelta(days=9), duo.starts_on)
        rest = duos.pause(
            duo=duo, from_on=first, until_on=year.day, reason=PauseReason.HOLIDAY, actor=year.manner.actor
        )
        life.rests.append((rest.from_on, rest.until_on))
        return
    role, actor = one_of(year, life)
    rest = quiet_actions.take_pause(
        duo=duo,
        by_role=role,
        days=year.rng.choice((14, 28)),
        reason=PauseReason.WORK,
        now=clock.now(),
        actor=actor,
    )
    life.rests.append((rest.from_on, rest.until_on))
    if year.chance(0.3):
        year.after(year.rng.randint(5, 12), lambda: go_on(year, life, role))


def go_on(year: Year, life: Life, role: Role) -> None:
    """The pause ends sooner than was said."""
    if life.runs_on(year.day) and life.rests_on(year.day):
        quiet_actions.go_on(duo=life.duo, by_role=role, now=clock.now(), actor=year.manner.actor)
        yesterday = year.day - timedelta(days=1)
        life.rests = [(first, min(last, yesterday)) for first, last in life.rests]


def worry(year: Year, life: Life) -> None:
    """One of the two tells what is difficult; the coordinator speaks to them."""
    if not life.runs_on(year.day):
        return
    role, actor = one_of(year, life)
    category, text, step, outcome = WORRIES[year.done["signals"] % len(WORRIES)]
    came_from = year.rng.choice((CameFrom.OWN_PAGE, CameFrom.PHONE, CameFrom.GATHERING))
    signal = signals.report(
        told=signals.Told(category, text, came_from=came_from, seriousness=Seriousness.LOOK),
        part=life.duo.newcomer if role == Role.NEWCOMER else life.duo.coach,
        duo=life.duo,
        owner=year.owner,
        now=clock.now(),
        actor=actor,
    )
    year.done["signals"] += 1
    year.after(year.rng.randint(2, 10), lambda: speak(year, signal, step, outcome))


def speak(year: Year, signal: Signal, step: str, outcome: SignalOutcome) -> None:
    """The coordinator does something about it, and that is enough."""
    signals.add_step(
        signal=signal, what=step, due_on=year.day, is_done=True, today=year.day, actor=year.manner.actor
    )
    signals.close(signal=signal, outcome=outcome, today=year.day, actor=year.manner.actor)


def one_of(year: Year, life: Life) -> tuple[Role, audit.Actor]:
    """One of the two, as who acts."""
    part = year.rng.choice((life.duo.newcomer, life.duo.coach))
    return Role(part.role), audit.Actor(f"part:{part.pk}")
