"""When the tick last ran: read by the health page and by whoever wonders why nothing became due."""

from datetime import date

from samen.base import clock
from samen.base.models import Heartbeat

TICK = "tick"


def beat(day: date) -> None:
    """Note that the tick ran now for `day`."""
    Heartbeat.objects.update_or_create(name=TICK, defaults={"beat_at": clock.now(), "day": day})


def last_tick() -> Heartbeat | None:
    """The last tick, or None before the first."""
    return Heartbeat.objects.filter(name=TICK).first()
