"""Reads about exchange sessions: one with its gathering, who can come when, groups, who met before."""

import hashlib
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import combinations

from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404

from samen.base.clock import BRUSSELS
from samen.duos.choices import DuoStatus
from samen.duos.models import Duo
from samen.events.choices import Reply
from samen.events.models import Event, Invitation
from samen.events.queries import waiting_for_a_chair
from samen.exchanges.models import PairWish, Seat, Session
from samen.exchanges.rules import Slot, better_moment, names_in, page_is_open
from samen.intake.models import Profile
from samen.library import queries as library
from samen.library.choices import Theme
from samen.library.queries import SuggestedMethod
from samen.people.choices import Role
from samen.people.models import Participation

# Whoever is in a duo for so long helps who just began.
EXPERIENCED_AFTER = timedelta(days=90)
NOON, EVENING_BEGINS = 12, 17


def find_session(event: int) -> Session:
    """The session of a gathering, or 404."""
    return get_object_or_404(Session.objects.select_related("event"), event=event)


def by_secret(secret: str, now: datetime) -> Session | None:
    """The session whose facilitator's page this secret opens, as long as it does."""
    found = Session.objects.select_related("event").filter(page_hash=hash_of(secret)).first()
    if found is None or found.event.cancelled_on or not page_is_open(ends_at=found.event.ends_at, now=now):
        return None
    return found


def hash_of(secret: str) -> str:
    """What is kept of a secret. It is as long as a key, so it needs no salt and no slow hash."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def themes_of(session: Session) -> list[str]:
    """What it is about, in words: those of the programme in their order, then its own."""
    named = [str(theme.label) for theme in Theme if theme in session.themes]
    return [*named, session.own_theme] if session.own_theme else named


def suggested_methods(session: Session) -> list[SuggestedMethod]:
    """Methods that fit its theme, how many come and, where newcomers come, the lowest level of Dutch."""
    people = who_sits(session.event)
    known = levels([one.participation_id for one in people if one.participation.role == Role.NEWCOMER])
    lowest = min(known.values()) if known else None
    return library.suggested_methods(session.themes, len(people) or None, lowest)


def names_in_summary(session: Session, text: str) -> list[str]:
    """The names of who was asked to this gathering, as far as they stand in a text."""
    people = Invitation.objects.filter(event=session.event_id).order_by("pk")
    names = people.values_list("participation__person__given_name", "participation__person__family_name")
    return names_in(text, [name for both in names for name in both if name])


def who_takes_part(role: str = "") -> QuerySet[Participation]:
    """Who is in a duo that runs, of one role or of both."""
    running = Duo.objects.filter(status=DuoStatus.ACTIVE)
    found = Participation.objects.filter(ended_on=None)
    newcomers = found.filter(pk__in=running.values("newcomer"))
    coaches = found.filter(pk__in=running.values("coach"))
    if role:
        return newcomers if role == Role.NEWCOMER else coaches
    return newcomers | coaches


def free_moments(role: str = "") -> list[int]:
    """When those who take part are free, as bits; who never told is left out."""
    told = Profile.objects.filter(participation__in=who_takes_part(role), availability__isnull=False)
    return [bits for bits in told.values_list("availability", flat=True) if bits is not None]


def by_moment(
    event: Event, others: Sequence[Event], parts: Sequence[Participation]
) -> list[tuple[Event, list[Participation]]]:
    """To which of two moments each of these people is asked: the one that suits them, else the first."""
    if len(others) != 1:
        return [(event, list(parts))]
    other = others[0]
    free = dict(
        Profile.objects.filter(participation__in=parts).values_list("participation_id", "availability")
    )
    suits_other = [
        part
        for part in parts
        if better_moment(free.get(part.pk), _slot(event.starts_at), _slot(other.starts_at))
    ]
    return [(event, [part for part in parts if part not in suits_other]), (other, suits_other)]


def _slot(moment: datetime) -> Slot:
    """The weekday and the part of the day of a moment; an evening begins at five, an afternoon at noon."""
    local = moment.astimezone(BRUSSELS)
    return local.weekday(), sum(local.hour >= begins for begins in (NOON, EVENING_BEGINS))


# ---------- Groups ----------


def who_sits(event: Event) -> list[Invitation]:
    """Who is to be divided: those who were there, once that is noted; before that, who has a chair."""
    asked = Invitation.objects.filter(event=event).select_related("participation__person").order_by("pk")
    if asked.filter(walked_in=False, came__isnull=False).exists():
        return list(asked.filter(came=True))
    coming = asked.filter(Q(reply=Reply.YES, participation__ended_on=None) | Q(came=True))
    return list(coming.exclude(pk__in=waiting_for_a_chair(event)))


@dataclass(frozen=True)
class Group:
    """One group and who sits in it."""

    number: int
    people: list[Invitation]


def groups(session: Session) -> list[Group]:
    """Every group, in order; people by name. Whoever does not come after all sits nowhere."""
    seats = Seat.objects.filter(session=session).exclude(
        Q(invitation__came=False) | Q(invitation__reply=Reply.NO, invitation__came=None)
    )
    seats = seats.select_related("invitation__participation__person")
    by_number: dict[int, list[Invitation]] = {}
    for seat in seats.order_by("group", "invitation__participation__person__search", "pk"):
        by_number.setdefault(seat.group, []).append(seat.invitation)
    return [Group(number, people) for number, people in sorted(by_number.items())]


def without_a_group(people: Sequence[Invitation], made: Sequence[Group]) -> list[Invitation]:
    """Who of these has no group yet: they said so after the groups were made."""
    seated = {one.pk for group in made for one in group.people}
    return [one for one in people if one.pk not in seated] if seated else []


def duo_pairs(parts: Collection[int]) -> list[tuple[int, int]]:
    """The pairs of these people that are a duo which runs."""
    running = Duo.objects.filter(status=DuoStatus.ACTIVE, newcomer__in=parts, coach__in=parts)
    return list(running.values_list("newcomer_id", "coach_id"))


def pair_wishes(session: Session) -> list[PairWish]:
    """Who is to sit together or apart."""
    return list(PairWish.objects.filter(session=session).select_related("one__person", "other__person"))


def met_before(session: Session, parts: Collection[int]) -> Counter[tuple[int, int]]:
    """How often two of these people sat in one group at an earlier session; the lower number first."""
    seats = Seat.objects.filter(
        session__event__starts_at__lt=session.event.starts_at,
        session__event__cancelled_on=None,
        invitation__participation__in=parts,
    ).exclude(invitation__came=False)
    sat: dict[tuple[int, int], list[int]] = {}
    for held, group, part in seats.order_by().values_list(
        "session_id", "group", "invitation__participation_id"
    ):
        sat.setdefault((held, group), []).append(part)
    return Counter(pair for people in sat.values() for pair in combinations(sorted(people), 2))


def experienced(parts: Collection[int], on: date) -> set[int]:
    """Who of these is, or was, in a duo that began long enough ago."""
    long_ago = Duo.objects.filter(starts_on__lte=on - EXPERIENCED_AFTER).order_by()
    newcomers = long_ago.filter(newcomer__in=parts).values_list("newcomer_id", flat=True)
    coaches = long_ago.filter(coach__in=parts).values_list("coach_id", flat=True)
    return set(newcomers) | set(coaches)


def levels(parts: Collection[int]) -> dict[int, str]:
    """The level of Dutch of these people, where it is known."""
    found = Profile.objects.filter(participation__in=parts).exclude(language_level__in=["", "unknown"])
    return dict(found.values_list("participation_id", "language_level"))
