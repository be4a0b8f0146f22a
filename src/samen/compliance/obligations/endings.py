"""Before the end comes a closing talk.

Domain table 4.1: the closing talk, three weeks before the agreed end (the third measuring point, R99). After
the longest period the rule of `period` speaks in its place.
"""

from collections.abc import Iterator
from datetime import date

from samen.compliance.choices import Level, Rule
from samen.compliance.facts import DuoFacts
from samen.compliance.findings import Finding
from samen.compliance.obligations import period
from samen.duos import rules


def find(duo: DuoFacts, today: date) -> Iterator[Finding]:
    """A duo whose agreed period is nearly over, or is over."""
    is_near = rules.end_is_near(ends_on=duo.ends_on, today=today, follow_up=duo.follow_up)
    if is_near and not period.is_over(duo, today):
        level = Level.NOW if today >= duo.ends_on else Level.SOON
        yield Finding(Rule.END_IS_NEAR, level, duo.ends_on, duo_id=duo.duo_id)
