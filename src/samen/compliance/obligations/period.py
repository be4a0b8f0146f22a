"""A duo lasts six to twelve months, agreed beforehand.

FAQ question 1, rule 2: "gedurende een vooraf bepaalde periode van minimum zes en maximum twaalf maanden",
read as calendar months (R4).
"""

from collections.abc import Iterator
from datetime import date

from samen.compliance.choices import Level, Rule
from samen.compliance.facts import DuoFacts
from samen.compliance.findings import Finding
from samen.duos import rules


def last_day(duo: DuoFacts) -> date:
    """The last day on which this duo may still run."""
    return rules.allowed_ends(duo.starts_on)[1]


def is_over(duo: DuoFacts, today: date) -> bool:
    """Whether it runs for longer than twelve months."""
    return today > last_day(duo)


def find(duo: DuoFacts, today: date) -> Iterator[Finding]:
    """A duo that runs for too long, or that agreed on a period that is too short or too long."""
    if is_over(duo, today):
        yield Finding(Rule.PERIOD, Level.NOW, last_day(duo), duo_id=duo.duo_id)
    elif not rules.period_is_allowed(duo.starts_on, duo.ends_on):
        yield Finding(Rule.PERIOD, Level.SOON, duo.ends_on, duo_id=duo.duo_id)
