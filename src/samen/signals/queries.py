"""Reads about signals, services and hand-overs; each list in a fixed number of queries."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet

from samen.accounts.models import User
from samen.base import audit
from samen.base.clock import BRUSSELS
from samen.base.scoping import current_initiative_id
from samen.duos.models import CheckIn, Duo
from samen.initiatives.choices import Permission
from samen.initiatives.models import Membership
from samen.initiatives.rules import ALLOWED
from samen.people.models import Participation
from samen.signals import rules
from samen.signals.choices import HelpKind, Seriousness, Why
from samen.signals.models import HandOver, Service, Signal
from samen.signals.rules import State

READ = "read_signal"
_ORDER = list(Seriousness)


# ---------- Signals ----------


def signals() -> QuerySet[Signal]:
    """Every signal, with whom it is about, who follows it up, and its steps."""
    return Signal.objects.select_related(
        "participation__person", "duo__newcomer__person", "duo__coach__person"
    ).prefetch_related("steps")


def open_signals() -> list[Signal]:
    """Those that are not closed: the serious ones first, then the oldest."""
    found = signals().filter(closed_on=None).order_by("reported_at", "id")
    return sorted(found, key=lambda one: _ORDER.index(Seriousness(one.seriousness)))


def closed_signals() -> QuerySet[Signal]:
    """Those that are closed, the last one first."""
    return signals().exclude(closed_on=None).order_by("-closed_on", "-id")


def signals_of(part: Participation) -> list[Signal]:
    """The open signals that somebody gave, or that are about them; not those of the other of the duo."""
    return list(signals().filter(participation=part, closed_on=None))


def find_said(pk: int) -> CheckIn | None:
    """What somebody said about how it goes, with its duo, and its signal when there is one."""
    found = CheckIn.objects.select_related("duo__newcomer__person", "duo__coach__person", "signal")
    return found.filter(pk=pk).first()


def state_of(signal: Signal, staff: Mapping[int, str]) -> State:
    """As plain values for the rules; `staff` are those who may follow it up."""
    steps = list(signal.steps.all())
    done = [step.done_on for step in steps if step.done_on]
    return State(
        seriousness=signal.seriousness,
        has_owner=signal.owner in staff,
        last_on=max([signal.reported_at.astimezone(BRUSSELS).date(), *done]),
        next_on=min((step.due_on for step in steps if step.done_on is None), default=None),
    )


@dataclass(frozen=True)
class Row:
    """One line of the list: a signal, who follows it up, why it asks for attention, its next step."""

    signal: Signal
    owner: str
    why: Why | None
    next_on: date | None


def rows(found: Iterable[Signal], today: date) -> list[Row]:
    """Lines of the list for these signals."""
    staff, lines = readers(), []
    for signal in found:
        state, owner = state_of(signal, staff), staff.get(signal.owner or 0, "")
        why = None if signal.closed_on else rules.why_today(state, today)
        lines.append(Row(signal, owner, why, None if signal.closed_on else state.next_on))
    return lines


def on_today(today: date) -> list[Row]:
    """Open signals that ask for attention today, the serious ones first (R112)."""
    return [row for row in rows(open_signals(), today) if row.why]


def told_seriously(until: datetime | None = None) -> set[int]:
    """Duos about which, or about one of whose two, something serious was told: until a moment, or ever.

    Nobody asks those two afterwards how it was: somebody talks with them already.
    """
    serious = Signal.objects.filter(seriousness=Seriousness.SERIOUS)
    if until:
        serious = serious.filter(reported_at__lt=until)
    of_one = serious.filter(duo=None).values("participation")
    found = Duo.objects.filter(
        Q(pk__in=serious.exclude(duo=None).values("duo")) | Q(newcomer__in=of_one) | Q(coach__in=of_one)
    )
    return set(found.order_by().values_list("pk", flat=True))


def told_since(part: Participation, moment: datetime) -> int:
    """How many signals this participant gave since a moment."""
    return Signal.objects.filter(participation=part, reported_at__gte=moment).count()


def readers() -> dict[int, str]:
    """Number and name of the staff of this initiative who may read signals, and so follow one up."""
    roles = [role for role, allowed in ALLOWED.items() if Permission.READ_SIGNALS in allowed]
    found = Membership.objects.filter(initiative_id=current_initiative_id(), role__in=roles)
    return {one.user_id: str(one.user) for one in found.select_related("user").order_by("user__name", "pk")}


@dataclass(frozen=True)
class Event:
    """One line of what happened: who did what, and when."""

    who: str
    verb: str
    at: datetime


def story(signal: Signal) -> tuple[list[Event], list[Event]]:
    """What was done to a signal and who opened it, newest first: read from the audit lines."""
    lines = list(audit.history(signal))
    names = _names(line.actor for line in lines)
    events = [Event(names.get(line.actor, ""), line.verb, line.at) for line in lines]
    done = [event for event in events if event.verb != READ]
    return done, _once_a_day([event for event in events if event.verb == READ])


def _once_a_day(reads: list[Event]) -> list[Event]:
    """The last time that each opened it on each day."""
    last: dict[tuple[str, date], Event] = {}
    for event in reads:
        last.setdefault((event.who, event.at.astimezone(BRUSSELS).date()), event)
    return list(last.values())


def _names(actors: Iterable[str]) -> dict[str, str]:
    """Name of each member of staff, by the label of an audit line."""
    labels = {actor for actor in actors if actor.startswith("user:")}
    numbers = [int(number) for label in labels if (number := label.removeprefix("user:")).isdecimal()]
    return {f"user:{user.pk}": str(user) for user in User.objects.filter(pk__in=numbers)}


# ---------- Of whom ----------


def running_duos(part: Participation) -> list[Duo]:
    """The duos of somebody that run."""
    found = Duo.objects.filter(Q(newcomer=part) | Q(coach=part), closed_on=None)
    return list(found.select_related("newcomer__person", "coach__person"))


def who_may_be_meant() -> list[Participation]:
    """Everybody who takes part now, by name."""
    found = Participation.objects.filter(ended_on=None).select_related("person")
    return list(found.order_by("person__given_name", "person__family_name", "pk"))


# ---------- Services and hand-overs ----------


def services(kinds: Iterable[str] = ()) -> QuerySet[Service]:
    """Services in use; only those that help with these kinds, if any are named."""
    found = Service.objects.filter(ended_on=None)
    return found.filter(helps_with__in=list(kinds)) if kinds else found


def past_services() -> QuerySet[Service]:
    """Services that were put away."""
    return Service.objects.exclude(ended_on=None)


def by_kind(found: Iterable[Service]) -> list[tuple[HelpKind, list[Service]]]:
    """Services grouped by what they help with, in the order of the list."""
    every = list(found)
    groups = [(kind, [one for one in every if one.helps_with == kind]) for kind in HelpKind]
    return [(kind, ones) for kind, ones in groups if ones]


def hand_overs() -> QuerySet[HandOver]:
    """Every hand-over, newest first."""
    return HandOver.objects.select_related("participation__person", "service")


def to_ask(today: date) -> list[HandOver]:
    """Hand-overs of three weeks and more ago of which we heard nothing: to ask how it went."""
    until = today - timedelta(days=rules.ASK_FEEDBACK_DAYS)
    found = hand_overs().filter(feedback="", made_on__lte=until, participation__ended_on=None)
    return list(found.order_by("made_on", "id"))
