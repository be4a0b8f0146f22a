"""A newcomer reaches the hours that the participation trajectory asks.

R92: at least 40 hours, in force since 1 January 2023 (O-3, O-4, O-5). Domain table 4.3, 12: told when two
thirds of the period are over.
"""

from collections.abc import Iterator
from datetime import date

from samen.compliance.choices import Level, Rule
from samen.compliance.facts import DuoFacts
from samen.compliance.findings import Finding
from samen.duos import rules


def find(duo: DuoFacts, today: date) -> Iterator[Finding]:
    """A duo that will end with too few hours, when the two go on as they did."""
    if duo.hours is None:
        return
    at_end = rules.hours_at_end(
        met=duo.hours.met,
        beside=duo.hours.beside,
        starts_on=duo.starts_on,
        ends_on=duo.ends_on,
        today=today,
    )
    if rules.hours_fall_short(at_end=at_end, starts_on=duo.starts_on, ends_on=duo.ends_on, today=today):
        yield Finding(Rule.TOO_FEW_HOURS, Level.SOON, duo.ends_on, duo_id=duo.duo_id)
