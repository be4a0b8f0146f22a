"""Verbs about check-ins: ask, answer, note a talk, follow up."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from samen.base import audit
from samen.base.errors import RuleBroken
from samen.base.scoping import current_initiative_id
from samen.duos.after_links import link_to
from samen.duos.after_queries import asked_after
from samen.duos.check_in_queries import Asked, asked_from, side, unanswered
from samen.duos.choices import CheckInMoment, CheckInWay
from samen.duos.messages import CHECK_IN, CHECK_IN_AFTER
from samen.duos.models import CheckIn, Duo
from samen.duos.plans import sides
from samen.duos.rules import MEASURED_AT
from samen.messaging.actions.outbox import Entry, enqueue_all
from samen.messaging.notify import needs_no_hand
from samen.messaging.queries import queued
from samen.people.actions import hold
from samen.people.choices import Role
from samen.people.door import door_to
from samen.people.recipients import recipient

SCORES = {Role.NEWCOMER: ("speaking", "network", "finding_way"), Role.COACH: ("experience",)}


@dataclass(frozen=True)
class Said:
    """What one of the two says: three answers, whether they want a call, their own words and scores."""

    going: str
    enough: str
    limits: str
    wants_call: bool = False
    words: str = ""
    scores: Mapping[str, int | None] = field(default_factory=dict)


@transaction.atomic
def answer(
    *,
    duo: Duo,
    moment: CheckInMoment,
    by_role: str,
    said: Said,
    way: CheckInWay,
    now: datetime,
    actor: audit.Actor,
    note: str = "",
) -> CheckIn:
    """Keep what somebody says; said again, the last word counts and is looked at anew."""
    known = set(SCORES[Role(by_role)]) if moment in MEASURED_AT else set()
    if set(said.scores) - known:
        raise RuleBroken("not_their_score", _("Dit vragen wij hier niet."))
    if moment == CheckInMoment.AFTER_END and asked_from(duo) is None:
        raise RuleBroken("not_stopped_early", _("Dit vragen wij alleen na een duo dat vroeger stopte."))
    hold(person=side(duo, by_role).person)
    kept, _is_new = CheckIn.objects.update_or_create(
        initiative_id=current_initiative_id(),
        duo=duo,
        moment=moment,
        by_role=by_role,
        defaults={
            "way": way,
            "going": said.going,
            "enough": said.enough,
            "limits": said.limits,
            "wants_call": said.wants_call,
            "words": said.words,
            **said.scores,
            "answered_at": now,
            "handled_on": now.date() if way == CheckInWay.TALK else None,
            **({"note": note} if way == CheckInWay.TALK else {}),
        },
    )
    audit.write(actor, "answer_check_in", duo, moment=str(moment), by_role=by_role)
    return kept


@transaction.atomic
def follow_up(*, said: CheckIn, note: str, today: date, actor: audit.Actor) -> None:
    """The coordinator spoke to them about it."""
    if note:
        said.note = f"{said.note}\n{note}".strip()
    said.handled_on = today
    said.save(update_fields=["note", "handled_on"])
    audit.write(actor, "follow_up_check_in", said.duo, check_in=said.pk)


@transaction.atomic
def ask(*, now: datetime) -> int:
    """The tick's verb: who is asked how it goes hears it once; returns how many hear it now."""
    return _send(unanswered(now.date()), now)


@transaction.atomic
def ask_after(*, now: datetime, spared: Collection[int]) -> int:
    """The tick's verb: who stopped early is asked once how it was; `spared` are duos of whom nobody is."""
    return _send(asked_after(now.date(), spared), now)


def _send(asked: Sequence[Asked], now: datetime) -> int:
    reached = {_key(one): one for one in asked if needs_no_hand(recipient(one.part.person))}
    fresh = reached.keys() - queued(reached)
    return len(enqueue_all([_entry(one, now) for key, one in reached.items() if key in fresh], now=now))


def _key(asked: Asked) -> str:
    return f"{CHECK_IN}:{asked.duo.pk}:{asked.moment}:{asked.part.role}"


def _entry(asked: Asked, now: datetime) -> Entry:
    partner = next(other for part, other in sides(asked.duo) if part == asked.part)
    is_over = asked.moment == CheckInMoment.AFTER_END
    page = reverse("my_check_in", args=[asked.duo.pk])
    return Entry(
        key=_key(asked),
        kind=CHECK_IN_AFTER if is_over else CHECK_IN,
        to=recipient(asked.part.person),
        values={
            "given_name": asked.part.person.given_name,
            "partner_name": partner.person.given_name,
            # Whoever left has no page of their own any more.
            "link": link_to(asked.duo, asked.part.role) if is_over else door_to(asked.part, page, now),
        },
        about=f"part:{asked.part.pk}",
    )
