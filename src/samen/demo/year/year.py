"""The initiative on its way: its manner, who waits, which duos live, what is to happen on which day."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from samen.base import audit, clock
from samen.base.dates import add_months
from samen.demo.year.life import Life
from samen.initiatives.models import Initiative
from samen.messaging.actions import mark_done, take_back
from samen.messaging.choices import Status
from samen.messaging.models import OutboxMessage
from samen.outreach.models import Source
from samen.people.choices import Role
from samen.people.models import Participation

ACTOR = audit.Actor("simulation")
MONTHS = (6, 6, 7, 9, 12)
ROLES = (Role.NEWCOMER, Role.COACH)
# How long the longest talks take from a proposal to a first day, and what comes after an agreed end.
UNTIL_START, AFTER_END = timedelta(days=20), timedelta(days=21)
NOT_GONE = (Status.WAITING, Status.BY_HAND)


@dataclass(frozen=True)
class Manner:
    """How an initiative lives its days."""

    actor: audit.Actor = ACTOR
    counts_hours: bool = True
    is_daily: bool = True
    """The tick looks and reminds each day; else it looks once a week, and nobody is reminded."""
    comes_to_rest: bool = False
    """On the last day no duo runs and nobody waits."""
    sources: tuple[Source, ...] = ()
    """By which links newcomers come in."""


AS_EVERYBODY = Manner()


@dataclass
class Year:
    """The initiative on its way: who waits, which duos live, and what is to happen on which day."""

    initiative: Initiative
    first: date
    last: date
    duo_count: int
    rng: Random
    manner: Manner
    day: date = date.min
    looked_on: date = date.min
    agenda: defaultdict[date, list[Callable[[], None]]] = field(default_factory=lambda: defaultdict(list))
    waiting: dict[Role, list[Participation]] = field(default_factory=lambda: {role: [] for role in Role})
    lives: dict[int, Life] = field(default_factory=dict)
    asked: int = 0
    names: set[str] = field(default_factory=set)
    owner: int | None = None
    done: Counter[str] = field(default_factory=Counter)

    def after(self, days: int, act: Callable[[], None], *, of: date | None = None) -> None:
        """Let something happen so many days from now."""
        self.agenda[(of or self.day) + timedelta(days=days)].append(act)

    def stop_messages(self) -> None:
        """Nobody here exists: what would leave, never leaves; as a past it was all told by hand."""
        waiting = OutboxMessage.objects.filter(status__in=NOT_GONE)
        if self.manner.comes_to_rest:
            self.tell_by_hand(waiting)
        else:
            self.done["messages"] += take_back(keys=list(waiting.values_list("key", flat=True)))

    def tell_by_hand(self, waiting: Iterable[OutboxMessage]) -> None:
        """The coordinator said it to each of them, in another way."""
        for message in waiting:
            mark_done(message=message, now=clock.now(), actor=self.manner.actor)
            self.done["messages"] += 1

    def may_begin(self) -> bool:
        """Whether a duo that is proposed today can still come to its end."""
        return self.fits(add_months(self.day + UNTIL_START, min(MONTHS)))

    def fits(self, ends_on: date) -> bool:
        """Whether a duo may end on this day."""
        return not self.manner.comes_to_rest or ends_on + AFTER_END <= self.last

    def chance(self, share: float) -> bool:
        """Whether it happens, so often in a hundred times a hundredth."""
        return self.rng.random() < share
