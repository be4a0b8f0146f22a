"""What the two hear when they do not see each other: each in their own language, with the page that helps."""

from collections.abc import Mapping
from datetime import date, datetime

from django.urls import reverse

from samen.base.moments import full_day_lazy
from samen.duos.messages import GOES_ON, MET_ASKED, QUIET, RESTS
from samen.duos.models import Duo, Pause, Plan
from samen.duos.plans import key, sides
from samen.messaging.actions.outbox import Entry, Value
from samen.messaging.notify import needs_no_hand
from samen.people.door import door_to
from samen.people.models import Participation
from samen.people.recipients import recipient


def asked_if_met(plan: Plan, now: datetime) -> list[Entry]:
    """To both, the day after: did you see each other?"""
    assert plan.starts_at is not None, "only an agreed plan has a day to ask about"
    values = {"day": full_day_lazy(plan.starts_at)}
    return [
        _entry(key(MET_ASKED, plan, part), MET_ASKED, plan.duo, (part, other), "my_met", now, values)
        for part, other in _reached(plan.duo)
    ]


def nudged(duo: Duo, since: date, now: datetime) -> list[Entry]:
    """To both, once for each time that they are quiet: when do you see each other again?"""
    return [
        _entry(f"{QUIET}:{duo.pk}:{since}:{part.role}", QUIET, duo, (part, other), "my_plan", now, {})
        for part, other in _reached(duo)
    ]


def rests(rest: Pause, asked_by: str, now: datetime) -> Entry:
    """To the other: there is a pause, and until when."""
    values = {"day": full_day_lazy(rest.until_on)}
    part, other = _other_side(rest.duo, asked_by)
    return _entry(f"{RESTS}:{rest.pk}", RESTS, rest.duo, (part, other), "my_plan", now, values)


def goes_on(rest: Pause, asked_by: str, now: datetime) -> Entry:
    """To the other: the pause is over."""
    sides_seen = _other_side(rest.duo, asked_by)
    return _entry(f"{GOES_ON}:{rest.pk}", GOES_ON, rest.duo, sides_seen, "my_plan", now, {})


def _reached(duo: Duo) -> list[tuple[Participation, Participation]]:
    """Whom a machine reaches, each with the other: nobody sends a kind word by hand."""
    return [side for side in sides(duo) if needs_no_hand(recipient(side[0].person))]


def _other_side(duo: Duo, asked_by: str) -> tuple[Participation, Participation]:
    return next((part, other) for part, other in sides(duo) if other.role == asked_by)


def _entry(
    known_by: str,
    kind: str,
    duo: Duo,
    side: tuple[Participation, Participation],
    page: str,
    now: datetime,
    values: Mapping[str, Value],
) -> Entry:
    part, other = side
    return Entry(
        key=known_by,
        kind=kind,
        to=recipient(part.person),
        values={
            **values,
            "given_name": part.person.given_name,
            "partner_name": other.person.given_name,
            "link": door_to(part, reverse(page, args=[duo.pk]), now),
        },
        about=f"part:{part.pk}",
    )
