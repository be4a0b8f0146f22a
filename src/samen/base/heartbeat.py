"""When the tick last ran: read by the health page and by whoever wonders why nothing became due."""

from datetime import date

from samen.base import clock
from samen.base.models import Heartbeat
from samen.base.scoping import current_initiative_id

TICK = "tick"


def beat(day: date) -> None:
    """Note that the tick ran now for `day`."""
    _beat(TICK, day)


def last_tick() -> Heartbeat | None:
    """The last tick, or None before the first."""
    return Heartbeat.objects.filter(name=TICK).first()


def beat_here(work: str, day: date) -> None:
    """Note that some work of the tick was done for `day` in the initiative in scope."""
    _beat(_here(work), day)


def last_day_here(work: str) -> date | None:
    """For which day that work was last done in the initiative in scope."""
    return Heartbeat.objects.filter(name=_here(work)).values_list("day", flat=True).first()


def _here(work: str) -> str:
    return f"{work}:{current_initiative_id()}"


def _beat(name: str, day: date) -> None:
    Heartbeat.objects.update_or_create(name=name, defaults={"beat_at": clock.now(), "day": day})
