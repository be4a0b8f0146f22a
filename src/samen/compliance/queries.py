"""The alerts that still hold, and those that may wait."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from samen.compliance import rules
from samen.compliance.choices import Rule
from samen.compliance.fact_queries import duo_facts, facts_on
from samen.compliance.facts import Facts
from samen.compliance.findings import Finding, Key
from samen.compliance.models import Alert, Postponement
from samen.duos.models import Duo
from samen.duos.queries import live_duos, pause_spans, standing
from samen.duos.rules import is_paused
from samen.people.models import Participation

# What Today tells of a duo as a call; the other rules have a group of their own there.
CALLS = (Rule.SILENT_DUO, Rule.END_IS_NEAR, Rule.PERIOD, Rule.ONLY_COACH)


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


def open_alerts() -> list[Alert]:
    """Every alert that is open, in order of the day it rests on."""
    return list(Alert.objects.filter(closed_on=None))


def calls(today: date, alerts: list[Alert] | None = None) -> list[Call]:
    """Which duos ask for attention now, most urgent first.

    An alert stays as the tick left it while the fact it rests on stands. Once that fact changed (a meeting
    was logged, a pause or another end was agreed) the rule is asked again: nobody waits for the next tick.
    """
    held = [alert for alert in (open_alerts() if alerts is None else alerts) if alert.rule in CALLS]
    duos = {duo.pk: duo for duo in live_duos()}
    facts = Facts(duos=duo_facts(list(duos.values()), today))
    # The tick may have counted for a later day than today.
    days = {today, *(alert.checked_on for alert in held if alert.checked_on > today)}
    found = {day: {finding.key: finding for finding in rules.evaluate(facts, day)} for day in days}
    stand = [
        Call(alert, duos[alert.duo_id], max(today, alert.checked_on))
        for alert in held
        if alert.duo_id in duos and _stands(alert, duos[alert.duo_id], found, today)
    ]
    return sorted(stand, key=lambda call: (call.alert.level, call.alert.basis, call.alert.pk))


def _stands(alert: Alert, duo: Duo, found: Mapping[date, Mapping[Key, Finding]], today: date) -> bool:
    if alert.key in found[today]:
        return True
    if alert.rule == Rule.SILENT_DUO and is_paused(pause_spans(duo), today):
        return False
    later = found[max(today, alert.checked_on)].get(alert.key)
    return later is not None and later.basis == alert.basis


def waiting_until_later(today: date) -> list[Postponement]:
    """What may wait until a day that is still to come, and is not solved by itself; soonest back first."""
    found = Postponement.objects.filter(until_on__gt=today, alert__closed_on=None)
    return list(
        found.select_related(
            "alert__duo__newcomer__person", "alert__duo__coach__person", "alert__participation__person"
        )
    )


@dataclass(frozen=True)
class Line:
    """One finding of a recomputed day, with who it is about."""

    finding: Finding
    who: str


def on_day(day: date, known_on: date | None = None) -> list[Line]:
    """What asked for attention on a day, computed anew from the facts."""
    found = sorted(
        rules.evaluate(facts_on(day, known_on), day), key=lambda one: (one.rule, one.basis, one.key)
    )
    duos = {one.pk: one for one in Duo.objects.select_related("newcomer__person", "coach__person")}
    people = {one.pk: one for one in Participation.objects.select_related("person")}
    return [Line(finding, _who(finding, duos, people)) for finding in found]


def _who(finding: Finding, duos: Mapping[int, Duo], people: Mapping[int, Participation]) -> str:
    if finding.duo_id:
        duo = duos[finding.duo_id]
        return f"{duo.newcomer} + {duo.coach}"
    return str(people[finding.part_id or 0])
