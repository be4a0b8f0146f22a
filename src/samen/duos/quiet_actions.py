"""Verbs for a duo that does not meet: say so, take a pause, go on; and the word that the tick gives."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from samen.base import audit
from samen.base.clock import BRUSSELS
from samen.base.errors import Conflict, RuleBroken
from samen.base.scoping import current_initiative_id
from samen.duos import actions, quiet, rules
from samen.duos.choices import NotMetReason, PauseReason
from samen.duos.models import Duo, NotMet, Pause
from samen.duos.plan_queries import plan_of
from samen.duos.queries import pause_spans
from samen.duos.quiet_queries import quiet_duos, to_ask_if_met
from samen.messaging.actions.outbox import enqueue_all

DAY = timedelta(days=1)


@transaction.atomic
def say_not_met(*, duo: Duo, by_role: str, reason: NotMetReason, today: date, actor: audit.Actor) -> NotMet:
    """One of the two says that they did not see each other; the last word of a day counts."""
    said, _is_new = NotMet.objects.update_or_create(
        initiative_id=current_initiative_id(),
        duo=duo,
        by_role=by_role,
        said_on=today,
        defaults={"reason": reason},
    )
    audit.write(actor, "say_not_met", duo, reason=str(reason))
    return said


@transaction.atomic
def take_pause(
    *, duo: Duo, by_role: str, days: int, reason: PauseReason, now: datetime, actor: audit.Actor
) -> Pause:
    """One of the two takes a pause from today on, and the other hears it; four weeks at most."""
    today = now.astimezone(BRUSSELS).date()
    if not 0 < days <= rules.LONGEST_OWN_PAUSE.days:
        raise RuleBroken("own_pause", _("Kies twee weken of vier weken. Wil je langer? Bel ons."))
    held = Duo.objects.select_for_update().get(pk=duo.pk)
    if rules.is_paused(pause_spans(held), today):
        raise Conflict("rests_already", _("Jullie hebben al een pauze."))
    first = max(today, held.starts_on)
    last = min(first + timedelta(days=days) - DAY, held.ends_on)
    rest = actions.pause(duo=held, from_on=first, until_on=last, reason=reason, actor=actor)
    enqueue_all([quiet.rests(rest, by_role, now)], now=now)
    return rest


@transaction.atomic
def go_on(*, duo: Duo, by_role: str, now: datetime, actor: audit.Actor) -> None:
    """The pause of today ends; its days that are over stay a pause, and the other hears it."""
    today = now.astimezone(BRUSSELS).date()
    for rest in Pause.objects.select_for_update().filter(duo=duo, from_on__lte=today, until_on__gte=today):
        entry = quiet.goes_on(rest, by_role, now)
        actions.end_pause(rest=rest, today=today, actor=actor)
        enqueue_all([entry], now=now)


@transaction.atomic
def ask_after(*, now: datetime) -> int:
    """The tick's verb: the day after an agreed time, and once for each quiet spell; returns how many hear it.

    Nobody is asked who told already, either that they met or that they did not.
    """
    today = now.astimezone(BRUSSELS).date()
    entries = [entry for plan in to_ask_if_met(today) for entry in quiet.asked_if_met(plan, now)]
    for duo, since in quiet_duos(today):
        if plan_of(duo, now) is None:
            entries += quiet.nudged(duo, since, now)
    return len(enqueue_all(entries, now=now))
