"""The tick's verb: alerts follow the facts."""

from datetime import date

from django.db import transaction

from samen.base import audit
from samen.base.scoping import current_initiative_id
from samen.compliance import rules
from samen.compliance.models import Alert
from samen.compliance.queries import facts
from samen.duos.queries import live_duos


@transaction.atomic
def refresh(*, today: date) -> tuple[int, int]:
    """Open what a rule finds, close what no longer holds; returns (opened, closed).

    A second run changes nothing.
    """
    found = {
        (finding.rule, finding.duo_id): finding for finding in rules.evaluate(facts(list(live_duos())), today)
    }
    open_alerts = {(alert.rule, alert.duo_id): alert for alert in Alert.objects.filter(closed_on=None)}
    for key in open_alerts.keys() - found.keys():
        _close(open_alerts[key], today)
    for key in found.keys() & open_alerts.keys():
        _keep(open_alerts[key], found[key], today)
    fresh = [found[key] for key in found if key not in open_alerts]
    for finding in fresh:
        _open(finding, today)
    return len(fresh), len(open_alerts.keys() - found.keys())


def _open(finding: rules.Finding, today: date) -> None:
    alert = Alert.objects.create(
        initiative_id=current_initiative_id(),
        rule=finding.rule,
        duo_id=finding.duo_id,
        level=finding.level,
        basis=finding.basis,
        opened_on=today,
        checked_on=today,
    )
    audit.write(audit.TICK, "open_alert", alert, rule=str(finding.rule), duo=finding.duo_id)


def _keep(alert: Alert, finding: rules.Finding, today: date) -> None:
    alert.level, alert.basis, alert.checked_on = finding.level, finding.basis, today
    alert.save(update_fields=["level", "basis", "checked_on"])


def _close(alert: Alert, today: date) -> None:
    alert.closed_on = today
    alert.save(update_fields=["closed_on"])
    audit.write(audit.TICK, "close_alert", alert, rule=alert.rule, duo=alert.duo_id)
