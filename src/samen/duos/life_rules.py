"""The life of a duo: which stage follows which (domain 4.2), on plain values."""

from collections.abc import Iterable, Mapping
from datetime import date

from samen.duos import rules
from samen.duos.choices import DuoStatus, Stage

# A duo that was closed may be opened again, with a reason; a proposal that ends leaves no stage behind.
NEXT: Mapping[Stage, frozenset[Stage]] = {
    Stage.PROPOSED: frozenset({Stage.INTRODUCED, Stage.CONFIRMED}),
    Stage.INTRODUCED: frozenset({Stage.CONFIRMED}),
    Stage.CONFIRMED: frozenset({Stage.ACTIVE, Stage.PAUSED, Stage.STOPPED}),
    Stage.ACTIVE: frozenset({Stage.PAUSED, Stage.COMPLETED, Stage.STOPPED}),
    Stage.PAUSED: frozenset({Stage.ACTIVE, Stage.COMPLETED, Stage.STOPPED}),
    Stage.COMPLETED: frozenset({Stage.CONFIRMED, Stage.ACTIVE, Stage.PAUSED}),
    Stage.STOPPED: frozenset({Stage.CONFIRMED, Stage.ACTIVE, Stage.PAUSED}),
}
# What every duo goes through, in order; a pause and an early stop are no stations.
STATIONS = (Stage.PROPOSED, Stage.INTRODUCED, Stage.CONFIRMED, Stage.ACTIVE, Stage.COMPLETED)
BEFORE = (Stage.PROPOSED, Stage.INTRODUCED)
CLOSED = {DuoStatus.COMPLETED: Stage.COMPLETED, DuoStatus.STOPPED: Stage.STOPPED}


def may_follow(before: Stage, after: Stage) -> bool:
    """Whether one stage may come right after another."""
    return after in NEXT[before]


def stage_of_proposal(*, is_introduced: bool, both_said_yes: bool) -> Stage:
    """Where two people stand before there is a duo."""
    if both_said_yes:
        return Stage.CONFIRMED
    return Stage.INTRODUCED if is_introduced else Stage.PROPOSED


def stage(*, status: DuoStatus | str, starts_on: date, pauses: Iterable[rules.Span], today: date) -> Stage:
    """Where a duo stands on a day: agreed until its first day, then it runs or rests, until it is closed."""
    closed = CLOSED.get(DuoStatus(status))
    if closed:
        return closed
    if today < starts_on:
        return Stage.CONFIRMED
    return Stage.PAUSED if rules.is_paused(pauses, today) else Stage.ACTIVE


def closes_as(*, on: date, ends_on: date) -> DuoStatus:
    """Completed once the agreed period is over, else stopped early; neither is a failure (R8)."""
    return DuoStatus.COMPLETED if on >= ends_on else DuoStatus.STOPPED


def trail(now: Stage, *, was_introduced: bool) -> list[tuple[Stage, str]]:
    """The stations of a duo, each past, now or ahead; a pause or an early stop stands in for its station."""
    stands_for = {Stage.PAUSED: Stage.ACTIVE, Stage.STOPPED: Stage.COMPLETED}
    # A first meeting that was never noted is no station that was passed.
    passes = [one for one in STATIONS if one != Stage.INTRODUCED or was_introduced or now in BEFORE]
    here = passes.index(stands_for.get(now, now))
    states = ["past"] * here + ["now"] + ["ahead"] * (len(passes) - here - 1)
    stations = [*passes[:here], now, *passes[here + 1 :]]
    return list(zip(stations, states, strict=True))
