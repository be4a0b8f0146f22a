"""Verbs that change groups: make them, two people change places, somebody comes in late, wishes about two."""

from django.db import transaction
from django.utils.translation import gettext as _

from samen.base import audit
from samen.base.errors import Conflict, RuleBroken
from samen.base.scoping import current_initiative_id
from samen.events.models import Event
from samen.exchanges.grouping import divide, wished_pairs
from samen.exchanges.models import PairWish, Seat, Session
from samen.exchanges.queries import groups, who_sits, without_a_group

# What the engine takes at once (duomatch.groups).
MOST_PEOPLE = 1000


@transaction.atomic
def make_groups(*, session: Session, count: int, actor: audit.Actor) -> None:
    """Divide those who come, or who are there; groups from before are gone. The same people give the same."""
    Event.objects.select_for_update().get(pk=session.event_id)
    people = who_sits(session.event)
    _refuse_number(count, len(people))
    divided = divide(session, people, count)
    Seat.objects.filter(session=session).delete()
    Seat.objects.bulk_create(
        Seat(initiative_id=current_initiative_id(), session=session, invitation_id=one, group=number)
        for number, group in enumerate(divided, start=1)
        for one in group
    )
    audit.write(actor, "make_groups", session, groups=count, people=len(people))


def _refuse_number(count: int, people: int) -> None:
    if not people:
        raise RuleBroken("nobody_comes", _("Nog niemand zei dat hij of zij komt. Maak later groepen."))
    if people > MOST_PEOPLE:
        raise RuleBroken(
            "too_many_people",
            _("Meer dan %(n)s mensen verdeelt Samen niet in één keer.") % {"n": MOST_PEOPLE},
        )
    if count > people:
        raise RuleBroken(
            "too_many_groups", _("Er komen %(n)s mensen. Kies niet meer groepen dan dat.") % {"n": people}
        )


@transaction.atomic
def swap(*, session: Session, one: int, other: int, actor: audit.Actor) -> None:
    """Two people, by the numbers of their invitations, change places."""
    seats = {
        seat.invitation_id: seat
        for seat in Seat.objects.select_for_update().filter(session=session, invitation__in=(one, other))
    }
    if len(seats) != 2:
        raise Conflict("no_seat", _("De groepen zijn intussen veranderd. Laad de pagina opnieuw."))
    first, second = seats[one], seats[other]
    first.group, second.group = second.group, first.group
    Seat.objects.bulk_update([first, second], ["group"])
    audit.write(actor, "swap", session)


@transaction.atomic
def seat_late(*, session: Session, actor: audit.Actor) -> int:
    """Whoever comes in late sits in a small group, apart from who they must; returns how many."""
    Event.objects.select_for_update().get(pk=session.event_id)
    made = groups(session)
    people = who_sits(session.event)
    late = without_a_group(people, made)
    seated = {group.number: [one.participation_id for one in group.people] for group in made}
    _together, apart = wished_pairs(session, [one.participation_id for one in people])
    for one in late:
        number = _smallest(seated, one.participation_id, apart)
        seated[number].append(one.participation_id)
        Seat.objects.create(
            initiative_id=current_initiative_id(), session=session, invitation=one, group=number
        )
    audit.write(actor, "seat_late", session, people=len(late))
    return len(late)


def _smallest(seated: dict[int, list[int]], part: int, apart: set[tuple[int, int]]) -> int:
    def clashes(number: int) -> int:
        return sum((min(part, other), max(part, other)) in apart for other in seated[number])

    return min(seated, key=lambda number: (clashes(number), len(seated[number]), number))


# ---------- Two people ----------


@transaction.atomic
def wish_pair(*, session: Session, one: int, other: int, together: bool, actor: audit.Actor) -> PairWish:
    """Two people, by the numbers of their parts, sit together or apart; the last word counts."""
    if one == other:
        raise RuleBroken("same_two", _("Kies twee verschillende mensen."))
    first, second = sorted((one, other))
    wish, _is_new = PairWish.objects.update_or_create(
        session=session,
        one_id=first,
        other_id=second,
        defaults={"initiative_id": current_initiative_id(), "together": together},
    )
    audit.write(actor, "wish_pair", session, together=together)
    return wish


@transaction.atomic
def forget_pair(*, wish: PairWish, actor: audit.Actor) -> None:
    """They sit as it comes."""
    audit.write(actor, "forget_pair", wish.session)
    wish.delete()
