"""Verbs about the next time of a duo: propose, pick, call off, remind, forget."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from samen.base import audit
from samen.base.clock import BRUSSELS
from samen.base.dates import add_months
from samen.base.errors import Conflict, RuleBroken
from samen.base.forgetting import delete_in_pieces
from samen.base.scoping import current_initiative_id
from samen.duos import plans, rules
from samen.duos.choices import DuoStatus, PlanStatus
from samen.duos.messages import PLAN_AGREED, PLAN_ASKED, PLAN_OFF, PLAN_SOON
from samen.duos.models import Duo, Moment, Plan
from samen.duos.plan_queries import LIVE, to_remind
from samen.messaging.actions.outbox import enqueue_all, take_back
from samen.messaging.queries import initiative

MONTHS_KEPT = 2


def propose(
    *, duo: Duo, by_role: str, moments: Sequence[datetime], place: str, now: datetime, actor: audit.Actor
) -> Plan:
    """One asks the other to pick one of these; what stood before is given up, and told when it was agreed."""
    _refuse_moments(duo, moments, now)
    try:
        with transaction.atomic():
            return _propose(duo, by_role, sorted(set(moments)), place, now, actor)
    except IntegrityError as error:
        raise Conflict(
            "plan_changed", _("De ander stelde net ook iets voor. Kijk eerst wat er nu staat.")
        ) from error


def _propose(
    duo: Duo, by_role: str, moments: Sequence[datetime], place: str, now: datetime, actor: audit.Actor
) -> Plan:
    for before in Plan.objects.select_for_update().filter(duo=duo, status__in=LIVE):
        _give_up(before, now, actor)
    plan = Plan.objects.create(
        initiative_id=current_initiative_id(), duo=duo, by_role=by_role, place=place, made_at=now
    )
    Moment.objects.bulk_create(
        Moment(initiative_id=current_initiative_id(), plan=plan, starts_at=moment) for moment in moments
    )
    audit.write(actor, "propose_plan", duo, plan=plan.pk)
    enqueue_all([plans.asked(plan, now)], now=now)
    return plan


def _refuse_moments(duo: Duo, moments: Sequence[datetime], now: datetime) -> None:
    if duo.status != DuoStatus.ACTIVE:
        raise Conflict("already_closed", _("Dit duo is afgerond."))
    if not moments:
        raise RuleBroken("no_moment", _("Kies één, twee of drie momenten."))
    if len(set(moments)) > rules.MOST_PROPOSED:
        raise RuleBroken("too_many", _("Kies hoogstens drie momenten."))
    if any(moment <= now for moment in moments):
        raise RuleBroken("in_the_past", _("Dat moment is al voorbij. Kies een later moment."))
    if any(moment.astimezone(BRUSSELS).date() > duo.ends_on for moment in moments):
        raise RuleBroken("after_end", _("Dan is jullie duo al voorbij. Kies een vroegere dag."))


@transaction.atomic
def pick(*, plan: Plan, by_role: str, starts_at: datetime, now: datetime, actor: audit.Actor) -> Plan:
    """The other picks one of the moments; both hear it. The same press twice agrees once."""
    held = Plan.objects.select_for_update().get(pk=plan.pk)
    if held.status == PlanStatus.AGREED and held.starts_at == starts_at:
        return held
    if held.status != PlanStatus.ASKED or held.by_role == by_role:
        raise Conflict("plan_changed", _("De vraag is intussen veranderd. Kijk eerst wat er nu staat."))
    if starts_at <= now or not held.moments.filter(starts_at=starts_at).exists():
        raise Conflict("moment_gone", _("Dit moment kan niet meer. Kies een ander."))
    held.status, held.starts_at, held.agreed_at = PlanStatus.AGREED, starts_at, now
    held.save(update_fields=["status", "starts_at", "agreed_at"])
    audit.write(actor, "agree_plan", held.duo, plan=held.pk)
    enqueue_all(plans.agreed(held, PLAN_AGREED, initiative(), now), now=now)
    return held


@transaction.atomic
def call_off(*, plan: Plan, now: datetime, actor: audit.Actor) -> None:
    """It does not go on; when it was agreed, both hear it."""
    held = Plan.objects.select_for_update().get(pk=plan.pk)
    if held.status in LIVE:
        _give_up(held, now, actor)


def _give_up(plan: Plan, now: datetime, actor: audit.Actor) -> None:
    was_agreed = plan.status == PlanStatus.AGREED and plan.starts_at is not None and plan.starts_at > now
    Plan.objects.filter(pk=plan.pk).update(status=PlanStatus.OFF)
    take_back(
        keys=[
            plans.key(kind, plan, part)
            for kind in (PLAN_ASKED, PLAN_AGREED, PLAN_SOON)
            for part, _other in plans.sides(plan.duo)
        ]
    )
    audit.write(actor, "give_up_plan", plan.duo, plan=plan.pk)
    if was_agreed:
        enqueue_all(plans.agreed(plan, PLAN_OFF, initiative(), now), now=now)


@transaction.atomic
def remind(*, now: datetime) -> int:
    """The tick's verb: the day before, both hear once more when and where."""
    due = [
        plan
        for plan in to_remind(now)
        if plan.starts_at
        and plan.agreed_at
        and rules.reminder_is_due(starts_at=plan.starts_at, agreed_at=plan.agreed_at, now=now)
    ]
    here = initiative() if due else None
    entries = [entry for plan in due for entry in plans.agreed(plan, PLAN_SOON, here, now)] if here else []
    return len(enqueue_all(entries, now=now))


def forget_old(*, today: date) -> int:
    """The tick's verb: a plan goes two months after its moment, or after it was asked."""
    before = add_months(today, -MONTHS_KEPT)
    past = Q(starts_at__date__lt=before) | Q(starts_at=None, made_at__date__lt=before)
    return delete_in_pieces(Plan.objects.filter(past))
