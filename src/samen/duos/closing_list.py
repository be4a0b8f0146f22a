"""Duos whose end lies in a period: who comes to a closing event, and who gets a certificate (R101)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q, Sum
from django.utils.translation import gettext as _

from samen.duos.after_queries import leave_alone
from samen.duos.choices import ClosingReason, DuoStatus
from samen.duos.models import Duo
from samen.duos.paper_words import in_hours
from samen.duos.queries import thanked, with_people
from samen.people.models import Participation


@dataclass(frozen=True)
class Row:
    """One duo with its end, and how often and how long the two met."""

    duo: Duo
    meetings: int
    minutes: int

    @property
    def end(self) -> date:
        """The day on which it ended, or is to end."""
        return self.duo.closed_on or self.duo.ends_on

    @property
    def has_certificate(self) -> bool:
        """Whether there is something to thank somebody for: it is over and they met."""
        return self.duo.status != DuoStatus.ACTIVE and self.meetings > 0 and bool(thanked(self.duo))


def ends_between(first: date, last: date) -> list[Row]:
    """Duos that ended in a period or are to end in it, the first to end first; in two queries.

    Who agreed and never began has nothing to close.
    """
    runs = Q(status=DuoStatus.ACTIVE, ends_on__range=(first, last))
    ended = Q(closed_on__range=(first, last), closed_on__gt=F("starts_on"))
    found = with_people(Duo.objects.filter(runs | ended)).annotate(
        times=Count("meetings"), minutes=Sum("meetings__minutes", default=0)
    )
    rows = [Row(duo, duo.times, duo.minutes) for duo in found]
    return sorted(rows, key=lambda row: (row.end, row.duo.pk))


def table(rows: Iterable[Row]) -> list[list[str]]:
    """The list as rows of cells, with a line of titles."""
    header = [
        *(_("Nieuwkomer"), _("Telefoon"), _("E-mail")),
        *(_("Coach"), _("Telefoon van de coach"), _("E-mail van de coach")),
        *(_("Start"), _("Einde"), _("Stand"), _("Ontmoetingen"), _("Uren")),
    ]
    return [header, *(_cells(row) for row in rows)]


def _cells(row: Row) -> list[str]:
    newcomer, coach = row.duo.newcomer.person, row.duo.coach.person
    return [
        *(str(newcomer), newcomer.phone, newcomer.email),
        *(str(coach), coach.phone, coach.email),
        *(row.duo.starts_on.isoformat(), row.end.isoformat(), row.duo.get_status_display()),
        *(str(row.meetings), in_hours(row.minutes)),
    ]


def to_invite(rows: Iterable[Row]) -> list[Participation]:
    """The two of each duo, each person once; not whoever asked to stop or wants no messages, in any part."""
    parts = [part for row in rows for part in (row.duo.newcomer, row.duo.coach)]
    once = {part.person_id: part for part in parts}
    alone = leave_alone(parts)
    silent = {part.person_id for part in parts if part.pk in alone}
    return [part for person_id, part in once.items() if person_id not in silent]


def set_apart(rows: Iterable[Row], serious: Collection[int]) -> set[int]:
    """People whom something serious separated, by id: they meet only when the coordinator means it.

    `serious` are the duos about which something serious was told: who knows that sees further than this app.
    """
    return {
        part.person_id
        for row in rows
        if row.duo.pk in serious or row.duo.closing_reason == ClosingReason.BROKE_AGREEMENTS
        for part in (row.duo.newcomer, row.duo.coach)
    }
