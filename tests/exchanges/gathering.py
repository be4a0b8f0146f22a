"""A session with people of duos who come, made through the site's own actions."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from samen.base import clock
from samen.events import invitation_actions as asking
from samen.events.choices import Reply
from samen.events.models import Invitation
from samen.exchanges import actions
from samen.exchanges.actions import How, Where
from samen.exchanges.choices import Who
from samen.exchanges.models import Session
from samen.library.choices import Method, Theme
from samen.people.models import Participation
from tests.support.initiative import ACTOR, Office

HOW = How(themes=[Theme.ROLE], method=Method.INCIDENT)


def make_session(*, days: int = 5, who: Who = Who.TOGETHER, how: How = HOW, **known: Any) -> Session:
    """One session that begins in so many days (or began so many ago); planned a month before."""
    starts = clock.now() + timedelta(days=days)
    where = Where(starts, starts + timedelta(hours=2), "De bib")
    made = actions.plan(
        who=who,
        moments=[where],
        how=how,
        note="",
        chairs=None,
        now=starts - timedelta(days=30),
        actor=ACTOR,
        **known,
    )
    return made[0]


def say_yes(session: Session, people: Sequence[Participation]) -> list[Invitation]:
    """These people are asked and come."""
    now = session.event.starts_at - timedelta(days=10)
    asking.invite(event=session.event, parts=people, now=now, actor=ACTOR)
    asked = Invitation.objects.filter(event=session.event, participation__in=people).order_by("pk")
    for one in asked:
        asking.answer(invitation=one, reply=Reply.YES, now=now, actor=ACTOR)
    return list(asked.all())


def some_duos(office: Office, number: int, **known: Any) -> list[Participation]:
    """So many duos; newcomers and coaches by turns."""
    people: list[Participation] = []
    for n in range(number):
        duo = office.duo(office.newcomer(f"Nieuw{n}", **known), office.coach(f"Coach{n}"))
        people += [duo.newcomer, duo.coach]
    return people
