"""Facts for the rules, and the alerts that still hold."""

from dataclasses import dataclass
from datetime import date

from samen.compliance import rules
from samen.compliance.choices import Rule
from samen.compliance.models import Alert
from samen.duos.choices import Light
from samen.duos.models import Duo
from samen.duos.queries import live_duos, pause_spans, standing
from samen.initiatives.queries import follow_up_here


def facts(duos: list[Duo]) -> list[rules.DuoFacts]:
    """What the rules need to know of these live duos."""
    follow_up = follow_up_here()
    return [
        rules.DuoFacts(
            duo_id=duo.pk,
            since=standing(duo, duo.starts_on).since,
            ends_on=duo.ends_on,
            rhythm_days=duo.rhythm_days,
            pauses=tuple(pause_spans(duo)),
            follow_up=follow_up,
        )
        for duo in duos
    ]


@dataclass(frozen=True)
class Call:
    """An alert that still holds, with its duo."""

    alert: Alert
    duo: Duo

    day: date

    @property
    def quiet_days(self) -> int:
        """Days without a meeting, on the day that counts."""
        return standing(self.duo, self.day).quiet_days


def calls(today: date) -> list[Call]:
    """What asks for attention now, most urgent first.

    An alert stays as the tick left it while the fact it rests on stands. Once that fact changed (a meeting
    was logged, a pause or another end was agreed) the rule is asked again: nobody waits for the next tick.
    """
    duos = {duo.pk: duo for duo in live_duos()}
    found = {(finding.rule, finding.duo_id) for finding in rules.evaluate(facts(list(duos.values())), today)}
    held = []
    for alert in Alert.objects.filter(closed_on=None):
        duo = duos.get(alert.duo_id)
        if duo and (_still_stands(alert, duo, today) or (alert.rule, duo.pk) in found):
            held.append(Call(alert, duo, max(today, alert.checked_on)))
    return sorted(held, key=lambda call: (call.alert.level, call.alert.basis, call.alert.pk))


def _still_stands(alert: Alert, duo: Duo, today: date) -> bool:
    if alert.rule == Rule.END_IS_NEAR:
        return alert.basis == duo.ends_on
    if standing(duo, today).light is Light.PAUSE:
        return False
    # The tick may have counted for a later day than today.
    then = standing(duo, max(today, alert.checked_on))
    return alert.basis == then.since and then.light in {Light.WARN, Light.BAD}
