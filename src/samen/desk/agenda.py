"""One calendar of everything: gatherings, talks, first meetings, and when duos end; read, never kept."""

from calendar import Calendar
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from samen.base.clock import BRUSSELS
from samen.base.dates import add_months
from samen.desk.choices import AgendaKind, AgendaView
from samen.duos.queries import live_duos
from samen.events.models import Event
from samen.initiatives.models import Initiative
from samen.intake.appointment_queries import appointments
from samen.intake.choices import AppointmentStatus
from samen.matching.choices import ProposalStatus
from samen.matching.models import Proposal

LIST_DAYS = 60
WEEK = 7


@dataclass(frozen=True)
class Item:
    """One thing on a day: at an hour, or the whole day."""

    day: date
    kind: AgendaKind
    icon: str
    title: str
    url: str = ""
    at: datetime | None = None
    place: str = ""

    @property
    def order(self) -> tuple[date, bool, datetime, str]:
        """The whole day first, then by the hour."""
        whole = datetime.combine(self.day, time(0), BRUSSELS)
        return self.day, self.at is not None, self.at or whole, self.title


@dataclass(frozen=True)
class Day:
    """A day with what is on it."""

    on: date
    items: list[Item] = field(default_factory=list)
    is_in_month: bool = True


@dataclass(frozen=True)
class Span:
    """The days that are shown, and where one goes from here."""

    first: date
    last: date
    before: date
    after: date


def span(view: AgendaView, on: date) -> Span:
    """Which days belong to a view: the weeks that touch a month, one week, or the next two months."""
    if view == AgendaView.MONTH:
        month = on.replace(day=1)
        days = list(Calendar().itermonthdates(on.year, on.month))
        return Span(days[0], days[-1], add_months(month, -1), add_months(month, 1))
    if view == AgendaView.WEEK:
        monday = on - timedelta(days=on.weekday())
        step = timedelta(days=WEEK)
        return Span(monday, monday + timedelta(days=WEEK - 1), monday - step, monday + step)
    step = timedelta(days=LIST_DAYS)
    return Span(on, on + step - timedelta(days=1), on - step, on + step)


def days(view: AgendaView, on: date, items: Sequence[Item]) -> list[Day]:
    """Every day of a view with its items; of a list only the days that have one."""
    shown = span(view, on)
    by_day: dict[date, list[Item]] = {}
    for item in sorted(items, key=lambda one: one.order):
        by_day.setdefault(item.day, []).append(item)
    every = (shown.first + timedelta(days=n) for n in range((shown.last - shown.first).days + 1))
    return [
        Day(day, by_day.get(day, []), view != AgendaView.MONTH or day.month == on.month)
        for day in every
        if view != AgendaView.LIST or day in by_day
    ]


def items(here: Initiative, first: date, last: date, *, may_match: bool) -> list[Item]:
    """Everything from the first day to the last; four queries."""
    begin = datetime.combine(first, time(0), BRUSSELS)
    end = datetime.combine(last + timedelta(days=1), time(0), BRUSSELS)
    found = [
        *_gatherings(here, begin, end),
        *_talks(here, begin, end),
        *_first_meetings(here, begin, end, may_match=may_match),
        *_of_duos(here),
    ]
    return [one for one in found if first <= one.day <= last]


def _gatherings(here: Initiative, begin: datetime, end: datetime) -> Iterator[Item]:
    for event in Event.objects.filter(starts_at__gte=begin, starts_at__lt=end, cancelled_on=None):
        yield _at(
            event.starts_at,
            AgendaKind.GATHERING,
            event.icon,
            event.name,
            reverse("event", args=[here.slug, event.pk]),
            event.place,
        )


def _talks(here: Initiative, begin: datetime, end: datetime) -> Iterator[Item]:
    planned = appointments().filter(
        status=AppointmentStatus.PLANNED, slot__starts_at__gte=begin, slot__starts_at__lt=end
    )
    for talk in planned:
        yield _at(
            talk.slot.starts_at,
            AgendaKind.TALK,
            "messages-square",
            _("Gesprek met %(name)s") % {"name": talk.participation.person.given_name},
            reverse("person", args=[here.slug, talk.participation_id]),
        )


def _first_meetings(here: Initiative, begin: datetime, end: datetime, *, may_match: bool) -> Iterator[Item]:
    planned = Proposal.objects.filter(
        status=ProposalStatus.OPEN, meets_at__gte=begin, meets_at__lt=end
    ).select_related("newcomer__person", "coach__person")
    for one in planned:
        assert one.meets_at is not None, "only those with a moment are read"
        yield _at(
            one.meets_at,
            AgendaKind.FIRST_MEETING,
            "handshake",
            _("Eerste ontmoeting van %(a)s en %(b)s")
            % {"a": one.newcomer.person.given_name, "b": one.coach.person.given_name},
            reverse("matching_proposal", args=[here.slug, one.pk]) if may_match else "",
            one.meets_where,
        )


def _of_duos(here: Initiative) -> Iterator[Item]:
    for duo in live_duos():
        names = {"a": duo.newcomer.person.given_name, "b": duo.coach.person.given_name}
        url = reverse("duo", args=[here.slug, duo.pk])
        talk_on = max(duo.ends_on - timedelta(days=here.closing_talk_days), duo.starts_on)
        yield Item(
            talk_on, AgendaKind.DUO, "message-circle", _("Slotgesprek met %(a)s en %(b)s") % names, url
        )
        yield Item(duo.ends_on, AgendaKind.DUO, "flag", _("Einde van %(a)s en %(b)s") % names, url)


def _at(moment: datetime, kind: AgendaKind, icon: str, title: str, url: str, place: str = "") -> Item:
    local = moment.astimezone(BRUSSELS)
    return Item(local.date(), kind, icon, title, url, local, place)
