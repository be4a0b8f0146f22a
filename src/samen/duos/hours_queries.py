"""Reads about the hours of a newcomer for the participation trajectory (R92-R95)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count, Q, Sum

from samen.duos import rules
from samen.duos.choices import DuoStatus, Obligation
from samen.duos.models import Duo, HoursElsewhere, Meeting, Trajectory

HOUR = 60


@dataclass(frozen=True)
class Hours:
    """The hours of a newcomer: in this duo, in an earlier one, elsewhere; and what the end will bring."""

    here: Decimal
    earlier: Decimal
    elsewhere: Decimal
    at_end: Decimal
    falls_short: bool
    needed: Decimal = rules.HOURS_NEEDED

    @property
    def total(self) -> Decimal:
        """All of them."""
        return self.here + self.earlier + self.elsewhere

    @property
    def is_enough(self) -> bool:
        """Whether there are as many as needed."""
        return self.total >= self.needed

    @property
    def share(self) -> int:
        """How far, of a hundred."""
        return min(int(100 * self.total / self.needed), 100)


def trajectory_of(duo: Duo) -> Trajectory | None:
    """What is known of the newcomer's trajectory."""
    return Trajectory.objects.filter(newcomer=duo.newcomer_id).first()


def hours_of(duo: Duo, today: date) -> Hours:
    """The hours of the newcomer of this duo, up to today."""
    mine = Meeting.objects.filter(duo__newcomer=duo.newcomer_id)
    sums = mine.aggregate(
        here=Sum("minutes", filter=Q(duo=duo), default=0),
        earlier=Sum("minutes", filter=~Q(duo=duo), default=0),
    )
    told = HoursElsewhere.objects.filter(trajectory__newcomer=duo.newcomer_id)
    elsewhere = Decimal(told.aggregate(hours=Sum("hours", default=Decimal(0)))["hours"])
    here, earlier = (Decimal(sums[name]) / HOUR for name in ("here", "earlier"))
    span = {"starts_on": duo.starts_on, "ends_on": duo.ends_on, "today": today}
    beside = earlier + elsewhere
    at_end = (
        rules.hours_at_end(met=here, beside=beside, **span)
        if duo.status == DuoStatus.ACTIVE
        else here + beside
    )
    return Hours(
        here=here,
        earlier=earlier,
        elsewhere=elsewhere,
        at_end=at_end,
        falls_short=duo.status == DuoStatus.ACTIVE and rules.hours_fall_short(at_end=at_end, **span),
    )


def short_of_hours(duo: Duo, today: date) -> Hours | None:
    """The hours of a newcomer who will not have enough of them; None for whoever needs none."""
    trajectory = trajectory_of(duo)
    if trajectory and trajectory.obligation == Obligation.NOT_APPLICABLE:
        return None
    hours = hours_of(duo, today)
    return hours if hours.falls_short else None


def met(duo: Duo) -> tuple[int, int]:
    """How often the two met, and how many minutes together."""
    found = Meeting.objects.filter(duo=duo).aggregate(times=Count("id"), minutes=Sum("minutes", default=0))
    return found["times"], found["minutes"]
