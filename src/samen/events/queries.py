"""Reads about gatherings, who is asked, who has a chair and who came."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import Count, Q, QuerySet

from samen.events.choices import EventKind, Reply
from samen.events.models import Event, Invitation, Opinion
from samen.events.opinions import Liked, Useful
from samen.events.rules import OFTEN_ASKED, REMIND_BEFORE, may_note_attendance, who_waits

# What fewer people say is shown as words only: a count of few would point at somebody.
FEWEST_OPINIONS = 3


def coming(now: datetime) -> QuerySet[Event]:
    """Gatherings that are still to come and go on, soonest first."""
    return Event.objects.filter(ends_at__gt=now, cancelled_on=None).order_by("starts_at", "id")


def public(now: datetime) -> QuerySet[Event]:
    """Those of them that everybody may know of."""
    return coming(now).filter(is_public=True)


def information(now: datetime) -> Event | None:
    """The next information session that everybody may know of."""
    return public(now).filter(kind=EventKind.INFORMATION).first()


def past(now: datetime) -> QuerySet[Event]:
    """Gatherings that are over or were cancelled, latest first."""
    return Event.objects.exclude(pk__in=coming(now).values("pk")).order_by("-starts_at", "-id")


def of_kind(found: QuerySet[Event], kind: EventKind | None) -> QuerySet[Event]:
    """Only those of one kind, or all."""
    return found.filter(kind=kind) if kind else found


def with_replies(found: QuerySet[Event]) -> QuerySet[Event]:
    """In the same order, with how many were asked, how many come, do not, and were there."""
    asked = Q(invitations__walked_in=False)
    return found.annotate(
        asked=Count("invitations", filter=asked),
        coming=Count("invitations", filter=Q(invitations__reply=Reply.YES)),
        not_coming=Count("invitations", filter=Q(invitations__reply=Reply.NO)),
        came=Count("invitations", filter=Q(invitations__came=True)),
        noted=Count("invitations", filter=Q(invitations__came__isnull=False, invitations__walked_in=False)),
    )


def invited_people(event: Event) -> QuerySet[Invitation]:
    """Who is asked, each with their person, in the order in which they were."""
    return Invitation.objects.filter(event=event).select_related("participation__person")


def may_be_told(event: Event) -> QuerySet[Invitation]:
    """Those of them who still take part; of a closing event everybody, also who left."""
    found = invited_people(event)
    return found if event.kind == EventKind.CLOSING else found.filter(participation__ended_on=None)


def invitation(pk: int) -> Invitation | None:
    """One invitation with its gathering."""
    return Invitation.objects.select_related("event").filter(pk=pk).first()


def about_to_start(now: datetime) -> QuerySet[Event]:
    """Gatherings of the coming day."""
    return coming(now).filter(starts_at__gt=now, starts_at__lte=now + REMIND_BEFORE)


def other_moments(event: Event, now: datetime) -> list[Event]:
    """The same at another moment, of what is still to come, for who cannot come to this one (R67)."""
    first = event.twin_id or event.pk
    return list(coming(now).filter(Q(pk=first) | Q(twin=first)).exclude(pk=event.pk))


def calendar_of(since: date) -> QuerySet[Event]:
    """Gatherings since a day that go on, for the calendar of staff."""
    return Event.objects.filter(starts_at__date__gte=since, cancelled_on=None)


# ---------- Chairs ----------


@dataclass(frozen=True)
class Room:
    """A gathering, and whether every chair is taken."""

    event: Event
    is_full: bool


def with_room(events: Iterable[Event]) -> list[Room]:
    """Each with whether it is full."""
    return [Room(event, _is_full(event)) for event in events]


def _is_full(event: Event) -> bool:
    return event.chairs is not None and may_be_told(event).filter(reply=Reply.YES).count() >= event.chairs


def waiting_for_a_chair(event: Event) -> list[int]:
    """The numbers of the invitations of who waits for a chair, the first first; no query without a limit."""
    if event.chairs is None:
        return []
    said_yes = may_be_told(event).filter(reply=Reply.YES).order_by("replied_at", "id")
    return who_waits(list(said_yes.values_list("pk", flat=True)), event.chairs)


def waits(invitation: Invitation) -> bool:
    """Whether this one said yes and waits for a chair."""
    return invitation.reply == Reply.YES and invitation.pk in waiting_for_a_chair(invitation.event)


@dataclass(frozen=True)
class Asked:
    """Somebody who is asked: whether they wait for a chair; how often they were asked and never came."""

    invitation: Invitation
    waits: bool
    never_came: int


def asked_people(event: Event, now: datetime) -> list[Asked]:
    """Everybody who is asked to a gathering, in the order in which they were."""
    found = list(invited_people(event))
    unseated = set(waiting_for_a_chair(event))
    seldom = never_came([one.participation_id for one in found], now)
    return [Asked(one, one.pk in unseated, seldom.get(one.participation_id, 0)) for one in found]


# ---------- Who came ----------


def attendance(event: Event) -> list[Invitation]:
    """Everybody who may come in: those who come first, then who did not say, then who does not; by name."""
    order = {Reply.YES: 0, Reply.PERHAPS: 1, Reply.NONE: 2, Reply.NO: 3}
    found = invited_people(event).order_by("participation__person__search", "pk")
    return sorted(found, key=lambda one: (one.walked_in, order[Reply(one.reply)]))


def may_note(event: Event, now: datetime) -> bool:
    """Whether somebody can be there already."""
    return may_note_attendance(starts_at=event.starts_at, now=now)


def never_came(parts: Iterable[int], before: datetime) -> dict[int, int]:
    """How often these people were asked, of those who were asked often and came to nothing.

    Only gatherings that are over, where somebody noted who came.
    """
    asked = Invitation.objects.filter(
        participation__in=list(parts),
        event__ends_at__lt=before,
        event__cancelled_on=None,
        came__isnull=False,
    )
    counted = (
        asked.order_by()
        .values_list("participation")
        .annotate(times=Count("pk"), there=Count("pk", filter=Q(came=True)))
    )
    return {part: times for part, times, there in counted if times >= OFTEN_ASKED and not there}


# ---------- What they thought of it ----------


@dataclass(frozen=True)
class Thought:
    """What people said afterwards: how many said what, and what they want next time."""

    people: int = 0
    liked: list[tuple[str, int]] = field(default_factory=list)
    useful: list[tuple[str, int]] = field(default_factory=list)
    next_time: list[str] = field(default_factory=list)


def thought(event: Event) -> Thought:
    """Opinions of one gathering; how many said what only when they are not few."""
    said = list(Opinion.objects.filter(event=event))
    liked, useful = Counter(one.liked for one in said), Counter(one.useful for one in said)
    tells = len(said) >= FEWEST_OPINIONS
    return Thought(
        people=len(said),
        liked=[(str(one.label), liked[one]) for one in Liked] if tells else [],
        useful=[(str(one.label), useful[one]) for one in Useful] if tells else [],
        next_time=[one.next_time for one in said if one.next_time],
    )
