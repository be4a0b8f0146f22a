"""Verbs about alerts: the tick lets them follow the facts; somebody of the staff lets one wait."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from samen.base import audit, heartbeat
from samen.base.dates import add_months
from samen.base.errors import Conflict, RuleBroken
from samen.base.forgetting import delete_in_pieces
from samen.base.scoping import current_initiative_id
from samen.compliance import rules
from samen.compliance.fact_queries import facts_on
from samen.compliance.findings import Finding, Key
from samen.compliance.models import LONGEST_REASON, Alert, Postponement
from samen.initiatives.models import Initiative

WORK = "alerts"

# ---------- The tick ----------


@transaction.atomic
def catch_up(*, day: date, today: date) -> tuple[int, int]:
    """The tick's verb: each day that was missed, as it could be known then, and the day that counts.

    Two hosts at once: the second waits, and finds the work done. A day that is over stays as it was written,
    unless the last tick was for a day that is still to come. Returns (opened, closed).
    """
    _hold_initiative()
    last = heartbeat.last_day_here(WORK)
    if last and day < last <= today:
        return 0, 0
    done = [refresh(today=missed, known_on=missed) for missed in rules.missed_days(last, day)]
    done.append(refresh(today=day))
    heartbeat.beat_here(WORK, day)
    return sum(opened for opened, _closed in done), sum(closed for _opened, closed in done)


@transaction.atomic
def refresh(*, today: date, known_on: date | None = None) -> tuple[int, int]:
    """Open what a rule finds, close what no longer holds; returns (opened, closed).

    A second run changes nothing. `known_on`: what was noted after that day does not count.
    """
    _hold_initiative()
    found = {finding.key: finding for finding in rules.evaluate(facts_on(today, known_on), today)}
    held = {alert.key: alert for alert in Alert.objects.filter(closed_on=None)}
    fresh = [finding for key, finding in found.items() if key not in held]
    over = [alert for key, alert in held.items() if key not in found]
    _open(fresh, today)
    _keep(held, found, today)
    _close(over, today)
    return len(fresh), len(over)


def _hold_initiative() -> None:
    Initiative.objects.select_for_update().get(pk=current_initiative_id())


def _open(fresh: Collection[Finding], today: date) -> None:
    opened = Alert.objects.bulk_create(
        Alert(
            initiative_id=current_initiative_id(),
            rule=finding.rule,
            duo_id=finding.duo_id,
            participation_id=finding.part_id,
            role=finding.role,
            detail=finding.detail,
            level=finding.level,
            basis=finding.basis,
            opened_on=today,
            checked_on=today,
        )
        for finding in fresh
    )
    _write("open_alert", opened)


def _keep(held: Mapping[Key, Alert], found: Mapping[Key, Finding], today: date) -> None:
    changed = []
    for key in held.keys() & found.keys():
        alert, finding = held[key], found[key]
        now = (str(finding.level), finding.basis, today)
        if now != (alert.level, alert.basis, alert.checked_on):
            alert.level, alert.basis, alert.checked_on = now
            changed.append(alert)
    Alert.objects.bulk_update(changed, ["level", "basis", "checked_on"])


def _close(over: Sequence[Alert], today: date) -> None:
    for alert in over:
        # Somebody may let the tick count for a later day, and then for today.
        alert.closed_on = max(today, alert.opened_on)
    Alert.objects.bulk_update(over, ["closed_on"])
    _write("close_alert", over)


def _write(verb: str, alerts: Sequence[Alert]) -> None:
    for alert in alerts:
        about = {"duo": alert.duo_id} if alert.duo_id else {"part": alert.participation_id}
        audit.write(audit.TICK, verb, alert, rule=str(alert.rule), **about)


def forget_old(*, today: date) -> int:
    """The tick's verb: what was postponed, and why, goes two months after its day."""
    before = add_months(today, -rules.POSTPONED_KEPT_MONTHS)
    return delete_in_pieces(Postponement.objects.filter(until_on__lt=before))


# ---------- Waiting ----------


@transaction.atomic
def postpone(*, alert: Alert, until_on: date, reason: str, today: date, actor: audit.Actor) -> Postponement:
    """Let an alert wait until a day in the coming eight weeks; said again, the last word counts."""
    held = Alert.objects.select_for_update().get(pk=alert.pk)
    if held.closed_on:
        raise Conflict("closed_alert", _("Dit is al opgelost. Het staat niet meer op Vandaag."))
    if not rules.may_be_postponed_until(until_on, today):
        raise RuleBroken("until_on", _("Kies een dag na vandaag, ten laatste over acht weken."))
    reason = reason.strip()[:LONGEST_REASON]
    if not reason:
        raise RuleBroken("reason", _("Schrijf waarom dit mag wachten. Een collega leest het ook."))
    kept, _is_new = Postponement.objects.update_or_create(
        initiative_id=current_initiative_id(),
        alert=held,
        defaults={"until_on": until_on, "reason": reason, "made_on": today, "made_by": actor.label},
    )
    audit.write(actor, "postpone", held, until_on=until_on.isoformat())
    return kept


@transaction.atomic
def bring_back(*, postponement: Postponement, actor: audit.Actor) -> None:
    """It waits no longer: back to Today."""
    audit.write(actor, "bring_back", postponement.alert)
    postponement.delete()
