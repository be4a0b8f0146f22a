"""Reads about the hours of a newcomer for the participation trajectory (R92-R95)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count, Sum

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


@dataclass(frozen=True)
class Short:
    """A duo whose newcomer will not have enough hours."""

    duo: Duo
    hours: Hours


def hours_of(duos: Sequence[Duo], today: date) -> dict[int, Hours]:
    """The hours of the newcomer of each of these duos up to today, by id of the duo."""
    newcomers = {duo.newcomer_id for duo in duos}
    minutes: dict[tuple[int, int], int] = {
        (newcomer, duo): total
        for newcomer, duo, total in Meeting.objects.filter(duo__newcomer__in=newcomers)
        .order_by()
        .values_list("duo__newcomer_id", "duo_id")
        .annotate(total=Sum("minutes"))
    }
    elsewhere: dict[int, Decimal] = dict(
        HoursElsewhere.objects.filter(trajectory__newcomer__in=newcomers)
        .order_by()
        .values_list("trajectory__newcomer_id")
        .annotate(total=Sum("hours"))
    )
    return {
        duo.pk: _hours(
            duo,
            here=minutes.get((duo.newcomer_id, duo.pk), 0),
            earlier=sum(n for key, n in minutes.items() if key[0] == duo.newcomer_id and key[1] != duo.pk),
            elsewhere=elsewhere.get(duo.newcomer_id, Decimal(0)),
            today=today,
        )
        for duo in duos
    }


def _hours(duo: Duo, *, here: int, earlier: int, elsewhere: Decimal, today: date) -> Hours:
    met, before = Decimal(here) / HOUR, Decimal(earlier) / HOUR
    span = {"starts_on": duo.starts_on, "ends_on": duo.ends_on, "today": today}
    at_end, runs = met + before + elsewhere, duo.status == DuoStatus.ACTIVE
    if runs:
        at_end = rules.hours_at_end(met=met, beside=before + elsewhere, **span)
    short = runs and rules.hours_fall_short(at_end=at_end, **span)
    return Hours(here=met, earlier=before, elsewhere=elsewhere, at_end=at_end, falls_short=short)


def short_of_hours(duos: Sequence[Duo], today: date) -> list[Short]:
    """Which of these duos end with too few hours; without those who need none."""
    free = set(
        Trajectory.objects.filter(
            newcomer__in=[duo.newcomer_id for duo in duos], obligation=Obligation.NOT_APPLICABLE
        ).values_list("newcomer_id", flat=True)
    )
    known = hours_of(duos, today)
    return [
        Short(duo, known[duo.pk]) for duo in duos if known[duo.pk].falls_short and duo.newcomer_id not in free
    ]


def met(duo: Duo) -> tuple[int, int]:
    """How often the two met, and how many minutes together."""
    found = Meeting.objects.filter(duo=duo).aggregate(times=Count("id"), minutes=Sum("minutes", default=0))
    return found["times"], found["minutes"]
