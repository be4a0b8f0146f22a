"""Verbs that change gatherings: plan, change, call off, and that it goes on after all."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samen.base import audit
from samen.base.dates import add_months
from samen.base.errors import Conflict, RuleBroken
from samen.base.forgetting import delete_in_pieces
from samen.base.scoping import current_initiative_id
from samen.events.chairs import tell_who_moves_up
from samen.events.choices import EventKind, ForWhom, Reply
from samen.events.invitations import entries, older_keys
from samen.events.messages import CANCELLED, MOVED
from samen.events.models import Event
from samen.events.queries import may_be_told, waiting_for_a_chair
from samen.messaging.actions.outbox import enqueue_all, take_back
from samen.messaging.queries import initiative

MONTHS_KEPT = 24


@dataclass(frozen=True)
class About:
    """What a gathering is and for whom; without more it is an information session that everybody may see."""

    kind: str = EventKind.INFORMATION
    title: str = ""
    for_role: str = ForWhom.ALL
    chairs: int | None = None
    is_public: bool = True
    asks_child_care: bool = False
    asks_transport: bool = False


@transaction.atomic
def plan(
    *,
    starts_at: datetime,
    ends_at: datetime,
    place: str,
    note: str,
    now: datetime,
    actor: audit.Actor,
    about: About = About(),
    twin: Event | None = None,
) -> Event:
    """Plan a gathering; with a twin, the same is already planned at another moment."""
    _refuse_moments(starts_at, ends_at, now)
    event = Event.objects.create(
        initiative_id=current_initiative_id(),
        starts_at=starts_at,
        ends_at=ends_at,
        place=place,
        note=note,
        twin=twin,
        **asdict(about),
    )
    audit.write(actor, "plan_event", event, kind=event.kind)
    return event


def _refuse_moments(starts_at: datetime, ends_at: datetime, now: datetime) -> None:
    if starts_at <= now:
        raise RuleBroken("in_the_past", _("Dat moment is al voorbij. Kies een dag en een uur die nog komen."))
    # In UTC: two clocks of one zone compare by what they show, also in the hour that summer time skips.
    if ends_at.astimezone(UTC) <= starts_at.astimezone(UTC):
        raise RuleBroken("event_order", _("Het einde ligt voor het begin. Kies een later uur."))


@transaction.atomic
def change(
    *,
    event: Event,
    starts_at: datetime,
    ends_at: datetime,
    place: str,
    note: str,
    now: datetime,
    actor: audit.Actor,
    about: About | None = None,
) -> int:
    """Another moment, place or note; who was asked is told of a new moment or place. Returns how many.

    Whoever waited for a chair and now has one hears that too.
    """
    held = hold(event)
    refuse_over(held, now)
    _refuse_moments(starts_at, ends_at, now)
    is_moved = (held.starts_at, held.ends_at, held.place) != (starts_at, ends_at, place)
    waited = waiting_for_a_chair(held)
    if about and not is_moved:
        _refuse_fewer_chairs(held, about.chairs, waited)
    held.starts_at, held.ends_at, held.place, held.note = starts_at, ends_at, place, note
    for name, value in asdict(about).items() if about else ():
        setattr(held, name, value)
    if is_moved:
        held.sequence += 1
        # What somebody said was about the other moment.
        held.invitations.update(reply=Reply.NONE, replied_at=None)
    held.save()
    audit.write(actor, "change_event", held, moved=is_moved)
    return _tell(held, MOVED, now) if is_moved else tell_who_moves_up(held, waited, now)


def _refuse_fewer_chairs(event: Event, chairs: int | None, waited: Sequence[int]) -> None:
    """Whoever was told that there is a chair keeps it."""
    seated = may_be_told(event).filter(reply=Reply.YES).exclude(pk__in=waited).count()
    if chairs is not None and chairs < seated:
        raise RuleBroken(
            "too_few_chairs",
            _("Er komen al %(n)s mensen. Kies minstens zoveel plaatsen.") % {"n": seated},
        )


@transaction.atomic
def cancel(*, event: Event, now: datetime, actor: audit.Actor) -> int:
    """Call a gathering off; returns how many who were asked are told."""
    held = hold(event)
    if held.cancelled_on:
        raise Conflict("already_cancelled", _("Dit moment was al afgelast. Laad de pagina opnieuw."))
    held.cancelled_on, held.sequence = now.date(), held.sequence + 1
    held.save(update_fields=["cancelled_on", "sequence"])
    audit.write(actor, "cancel_event", held)
    return _tell(held, CANCELLED, now) if held.ends_at > now else 0


@transaction.atomic
def take_back_cancelling(*, event: Event, now: datetime, actor: audit.Actor) -> int:
    """It goes on after all; returns how many who were asked are told."""
    held = hold(event)
    if not held.cancelled_on:
        raise Conflict("not_cancelled", _("Dit moment gaat gewoon door. Laad de pagina opnieuw."))
    held.cancelled_on, held.sequence = None, held.sequence + 1
    held.save(update_fields=["cancelled_on", "sequence"])
    audit.write(actor, "take_back_cancelling", held)
    return _tell(held, MOVED, now) if held.ends_at > now else 0


def hold(event: Event) -> Event:
    """The gathering as it stands now, locked until the end of the transaction."""
    return Event.objects.select_for_update().get(pk=event.pk)


def refuse_over(event: Event, now: datetime) -> None:
    """Raise when a gathering was called off or is over."""
    if event.cancelled_on:
        raise Conflict("event_cancelled", _("Dit moment is afgelast. Laad de pagina opnieuw."))
    if event.ends_at <= now:
        raise Conflict("event_over", _("Dit moment is al voorbij."))


def _tell(event: Event, kind: str, now: datetime) -> int:
    """A message to everybody who was asked and still takes part; what they were to hear before is old."""
    told = may_be_told(event)
    take_back(keys=older_keys(event, told))
    return len(enqueue_all(entries(event, told, kind, initiative(), now), now=now))


def forget_old(*, today: date) -> int:
    """The tick's verb: a gathering goes 24 months after its day."""
    return delete_in_pieces(Event.objects.filter(ends_at__date__lt=add_months(today, -MONTHS_KEPT)))
