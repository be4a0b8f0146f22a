"""The life of a duo: which stage follows which (domain 4.2), on plain values."""

from collections.abc import Iterable, Mapping
from datetime import date

from samen.duos import rules
from samen.duos.choices import DuoStatus, LifeStage

# A duo that was closed may be opened again, with a reason; a proposal that ends leaves no stage behind.
NEXT: Mapping[LifeStage, frozenset[LifeStage]] = {
    LifeStage.PROPOSED: frozenset({LifeStage.INTRODUCED, LifeStage.CONFIRMED}),
    LifeStage.INTRODUCED: frozenset({LifeStage.CONFIRMED}),
    LifeStage.CONFIRMED: frozenset({LifeStage.ACTIVE, LifeStage.PAUSED, LifeStage.STOPPED}),
    LifeStage.ACTIVE: frozenset({LifeStage.PAUSED, LifeStage.COMPLETED, LifeStage.STOPPED}),
    LifeStage.PAUSED: frozenset({LifeStage.ACTIVE, LifeStage.COMPLETED, LifeStage.STOPPED}),
    LifeStage.COMPLETED: frozenset({LifeStage.CONFIRMED, LifeStage.ACTIVE, LifeStage.PAUSED}),
    LifeStage.STOPPED: frozenset({LifeStage.CONFIRMED, LifeStage.ACTIVE, LifeStage.PAUSED}),
}
# What every duo goes through, in order; a pause and an early stop are no stations.
STATIONS = (
    LifeStage.PROPOSED,
    LifeStage.INTRODUCED,
    LifeStage.CONFIRMED,
    LifeStage.ACTIVE,
    LifeStage.COMPLETED,
)
BEFORE = (LifeStage.PROPOSED, LifeStage.INTRODUCED)
CLOSED = {DuoStatus.COMPLETED: LifeStage.COMPLETED, DuoStatus.STOPPED: LifeStage.STOPPED}


def may_follow(before: LifeStage, after: LifeStage) -> bool:
    """Whether one stage may come right after another."""
    return after in NEXT[before]


def stage_of_proposal(*, is_introduced: bool, both_said_yes: bool) -> LifeStage:
    """Where two people stand before there is a duo."""
    if both_said_yes:
        return LifeStage.CONFIRMED
    return LifeStage.INTRODUCED if is_introduced else LifeStage.PROPOSED


def stage(
    *, status: DuoStatus | str, starts_on: date, pauses: Iterable[rules.Span], today: date
) -> LifeStage:
    """Where a duo stands on a day: agreed until its first day, then it runs or rests, until it is closed."""
    closed = CLOSED.get(DuoStatus(status))
    if closed:
        return closed
    if today < starts_on:
        return LifeStage.CONFIRMED
    return LifeStage.PAUSED if rules.is_paused(pauses, today) else LifeStage.ACTIVE


def closes_as(*, on: date, ends_on: date) -> DuoStatus:
    """Completed once the agreed period is over, else stopped early; neither is a failure (R8)."""
    return DuoStatus.COMPLETED if on >= ends_on else DuoStatus.STOPPED


def trail(now: LifeStage, *, was_introduced: bool) -> list[tuple[LifeStage, str]]:
    """The stations of a duo, each past, now or ahead; a pause or an early stop stands in for its station."""
    stands_for = {LifeStage.PAUSED: LifeStage.ACTIVE, LifeStage.STOPPED: LifeStage.COMPLETED}
    # A first meeting that was never noted is no station that was passed.
    passes = [one for one in STATIONS if one != LifeStage.INTRODUCED or was_introduced or now in BEFORE]
    here = passes.index(stands_for.get(now, now))
    states = ["past"] * here + ["now"] + ["ahead"] * (len(passes) - here - 1)
    stations = [*passes[:here], now, *passes[here + 1 :]]
    return list(zip(stations, states, strict=True))
