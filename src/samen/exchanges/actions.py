"""Verbs that change an exchange session: plan it, say how, open the facilitator's page, sum up."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samen.base import audit
from samen.base.errors import Conflict, RuleBroken
from samen.base.scoping import current_initiative_id
from samen.events import actions as events
from samen.events.actions import About
from samen.events.choices import EventKind
from samen.events.models import Event
from samen.exchanges.choices import Who
from samen.exchanges.models import Session
from samen.exchanges.queries import hash_of
from samen.exchanges.rules import page_is_open
from samen.people.choices import Role

# 256 bits: as long as a key.
SECRET_BYTES = 32
ROLES = {
    Who.COACHES: (Role.COACH,),
    Who.NEWCOMERS: (Role.NEWCOMER,),
    Who.TOGETHER: ("",),
    Who.APART: (Role.COACH, Role.NEWCOMER),
}


@dataclass(frozen=True)
class How:
    """What a session is about and how it is led."""

    themes: Sequence[str] = ()
    own_theme: str = ""
    method: str = ""
    facilitator_name: str = ""
    facilitator_email: str = ""
    keeps_duos_apart: bool = True


@dataclass(frozen=True)
class Where:
    """One moment and its place."""

    starts_at: datetime
    ends_at: datetime
    place: str


@transaction.atomic
def plan(
    *,
    who: Who,
    moments: Sequence[Where],
    how: How,
    note: str,
    chairs: int | None,
    now: datetime,
    actor: audit.Actor,
) -> list[Session]:
    """Plan one session or more: apart one for each role; a second moment is the twin of the first."""
    _refuse_same_moment(moments)
    made = []
    for role in ROLES[who]:
        first: Event | None = None
        for where in moments:
            event = events.plan(
                starts_at=where.starts_at,
                ends_at=where.ends_at,
                place=where.place,
                note=note,
                about=About(kind=EventKind.EXCHANGE, for_role=role, chairs=chairs, is_public=False),
                twin=first,
                now=now,
                actor=actor,
            )
            first = first or event
            made.append(_session(event, how, actor))
    return made


def _refuse_same_moment(moments: Sequence[Where]) -> None:
    for number, one in enumerate(moments):
        if any(one.starts_at < other.ends_at and other.starts_at < one.ends_at for other in moments[:number]):
            raise RuleBroken(
                "twins_overlap",
                _(
                    "De twee momenten vallen samen. Kies een ander uur, of laat het tweede leeg."
                ),
            )


def _session(event: Event, how: How, actor: audit.Actor) -> Session:
    session = Session.objects.create(initiative_id=current_initiative_id(), event=event, **_values(how))
    audit.write(actor, "plan_session", session, method=how.method)
    return session


def _values(how: How) -> dict[str, object]:
    return {**vars(how), "themes": [str(theme) for theme in how.themes]}


@transaction.atomic
def change(*, session: Session, how: How, actor: audit.Actor) -> None:
    """Another theme, method or facilitator."""
    Session.objects.filter(pk=session.pk).update(**_values(how))
    audit.write(actor, "change_session", session, method=how.method)


# ---------- The facilitator's page ----------


@transaction.atomic
def open_page(*, session: Session, now: datetime, actor: audit.Actor) -> str:
    """Make the secret of the facilitator's page; one from before no longer works. It is told only here."""
    if session.event.cancelled_on or not page_is_open(ends_at=session.event.ends_at, now=now):
        raise Conflict(
            "session_over", _("Dit moment is voorbij of afgelast.")
        )
    secret = secrets.token_urlsafe(SECRET_BYTES)
    Session.objects.filter(pk=session.pk).update(page_hash=hash_of(secret))
    audit.write(actor, "open_page", session)
    return secret


@transaction.atomic
def close_page(*, session: Session, actor: audit.Actor) -> None:
    """The secret that was passed on opens nothing any more."""
    if not Session.objects.filter(pk=session.pk).exclude(page_hash="").update(page_hash=""):
        raise Conflict("no_page", _("Die link was al ingetrokken. Laad de pagina opnieuw."))
    audit.write(actor, "close_page", session)


# ---------- What was learnt ----------


@transaction.atomic
def sum_up(*, session: Session, text: str, today: date, now: datetime, actor: audit.Actor) -> None:
    """Keep what was said and learnt, without names; only of what began (R70)."""
    if session.event.cancelled_on or session.event.starts_at > now:
        raise Conflict("not_begun", _("Dit moment moet nog beginnen."))
    Session.objects.filter(pk=session.pk).update(
        summary=text.strip(), summary_on=today if text.strip() else None
    )
    audit.write(actor, "sum_up", session)
