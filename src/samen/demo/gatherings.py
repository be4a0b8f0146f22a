"""What the demo does together: an evening that was, twins to come, and a walk for everybody."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from samen.base import audit, clock
from samen.events import attendance_actions as after
from samen.events import invitation_actions as asking
from samen.events.actions import About, plan
from samen.events.attendance_actions import Said
from samen.events.choices import EventKind, Reply
from samen.events.models import Event, Invitation
from samen.events.opinions import Liked, Useful
from samen.exchanges import actions as exchanges
from samen.exchanges.actions import How, Where
from samen.exchanges.choices import Who
from samen.exchanges.group_actions import make_groups
from samen.exchanges.models import Session
from samen.exchanges.queries import by_moment, who_takes_part
from samen.library.choices import Method, Theme
from samen.library.tip_actions import add_tip
from samen.messaging.actions import mark_done
from samen.messaging.choices import Status
from samen.messaging.models import OutboxMessage
from samen.people.choices import Role
from samen.people.models import Participation

PLACE = "Welkomhuis Drie Beuken, Markt 3, Deinze"
SUMMARY = (
    "Een afspraak lukt beter als je samen in de kalender kijkt.\n"
    "Wie de plek kiest, mag wisselen: de ene keer jij, de andere keer de ander.\n"
    "Nee zeggen mag. Zeg dan meteen wanneer het wel kan."
)
TIP = "Kijk op het einde van elke ontmoeting samen in de kalender."
KINDS = ("exchange_invited", "gathering_invited", "event_thanks")
THEN_DAYS, TWINS_DAYS, WALK_DAYS = 24, 26, 12


def gather(today: date, actor: audit.Actor) -> None:
    """Three moments together, one of them past, in the initiative in scope."""
    people = list(who_takes_part().order_by("pk"))
    _evening_that_was(people, today, actor)
    _twins(people, today, actor)
    _walk(people, today, actor)
    for message in OutboxMessage.objects.filter(kind__in=KINDS, status__in=(Status.WAITING, Status.BY_HAND)):
        # Everybody was told in another way: what is in the outbox is of today.
        mark_done(message=message, now=clock.now(), actor=actor)


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), clock.BRUSSELS)


def _evening_that_was(people: Sequence[Participation], today: date, actor: audit.Actor) -> None:
    """Coaches among each other, three weeks ago: who came, what was learnt, what they thought of it."""
    day = today - timedelta(days=THEN_DAYS)
    begins, ends, before = _at(day, 19), _at(day, 21), _at(day - timedelta(days=20), 10)
    how = How(themes=[Theme.APPOINTMENTS, Theme.INITIATIVE], method=Method.INCIDENT)
    (session,) = exchanges.plan(
        who=Who.COACHES,
        moments=[Where(begins, ends, PLACE)],
        how=how,
        note="Koffie en thee staan klaar.",
        chairs=None,
        now=before,
        actor=actor,
    )
    coaches = [part for part in people if part.role == Role.COACH]
    asked = _ask(session.event, coaches, before, actor)
    came = [one for nth, one in enumerate(asked) if nth % 4 != 3]
    _say(came, Reply.YES, before, actor)
    make_groups(session=session, count=2, actor=actor)
    after.note_attendance(event=session.event, came=[one.pk for one in came], guests=0, now=ends, actor=actor)
    exchanges.sum_up(session=session, text=SUMMARY, today=day, now=ends, actor=actor)
    after.thank(event=session.event, words=SUMMARY, today=day, now=ends, actor=actor)
    for nth, one in enumerate(came[:5]):
        said = Said(
            Liked.GOOD if nth else Liked.SO_SO,
            Useful.YES if nth % 2 else Useful.A_BIT,
            "Iets langer, graag." if nth == 1 else "",
        )
        after.give_opinion(invitation=one, said=said, now=ends + timedelta(days=1))
    add_tip(words=TIP, now=ends, actor=actor)


def _twins(people: Sequence[Participation], today: date, actor: audit.Actor) -> None:
    """Everybody together, once by day and once in the evening; most have answered."""
    day = today + timedelta(days=TWINS_DAYS)
    moments = [Where(_at(day, hour), _at(day, hour + 2), PLACE) for hour in (10, 19)]
    first, second = exchanges.plan(
        who=Who.TOGETHER,
        moments=moments,
        how=How(
            themes=[Theme.LANGUAGE_USE],
            method=Method.SOCRATIC,
            facilitator_name="Hilde Claeys",
            facilitator_email="hilde.claeys@post.example",
        ),
        note="",
        chairs=None,
        now=clock.now(),
        actor=actor,
    )
    for event, parts in by_moment(first.event, [second.event], people):
        asked = _ask(event, parts, clock.now(), actor)
        _say([one for nth, one in enumerate(asked) if nth % 3], Reply.YES, clock.now(), actor)
        _say(asked[:1], Reply.NO, clock.now(), actor)
    _groups_of(first, actor)


def _groups_of(session: Session, actor: audit.Actor) -> None:
    if Invitation.objects.filter(event=session.event, reply=Reply.YES).count() >= 4:
        make_groups(session=session, count=2, actor=actor)


def _walk(people: Sequence[Participation], today: date, actor: audit.Actor) -> None:
    """A walk for everybody, on the page of the initiative too."""
    day = today + timedelta(days=WALK_DAYS)
    about = About(
        kind=EventKind.SOCIAL,
        title="Wandeling langs de Leie",
        chairs=20,
        is_public=True,
        asks_child_care=True,
        asks_transport=True,
    )
    event = plan(
        starts_at=_at(day, 14),
        ends_at=_at(day, 16),
        place="Kouter, Deinze",
        note="Warme chocolademelk na de wandeling. Kinderen zijn welkom.",
        about=about,
        now=clock.now(),
        actor=actor,
    )
    asked = _ask(event, people, clock.now(), actor)
    _say([one for nth, one in enumerate(asked) if nth % 2], Reply.YES, clock.now(), actor)
    for one in asked[1:4:2]:
        asking.note_needs(invitation=one, transport=True, now=clock.now(), actor=actor)


def _ask(
    event: Event, people: Sequence[Participation], now: datetime, actor: audit.Actor
) -> list[Invitation]:
    asking.invite(event=event, parts=people, now=now, actor=actor)
    found = Invitation.objects.filter(event=event).select_related("event")
    return list(found.order_by("participation"))


def _say(asked: Sequence[Invitation], reply: Reply, now: datetime, actor: audit.Actor) -> None:
    for one in asked:
        asking.answer(invitation=one, reply=reply, now=now, actor=actor)
