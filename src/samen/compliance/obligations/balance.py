"""After some months the newcomer takes initiative too.

FAQ question 3: "Wie bijvoorbeeld initiatief neemt voor een nieuwe afspraak te maken zou best in evenwicht
zijn. Het is dus niet de bedoeling dat de coach de ‘trekker’ wordt en blijft" (R19).
"""

from collections.abc import Iterator
from datetime import date

from samen.compliance.choices import Level, Rule
from samen.compliance.facts import DuoFacts
from samen.compliance.findings import Finding
from samen.duos import rules


def find(duo: DuoFacts, today: date) -> Iterator[Finding]:
    """A duo in which only the coach still proposes."""
    is_uneven = rules.only_coach_takes_initiative(
        starts_on=duo.starts_on, proposed_by=duo.proposed_by, today=today
    )
    if is_uneven and duo.proposed_on:
        yield Finding(Rule.ONLY_COACH, Level.SOON, duo.proposed_on, duo_id=duo.duo_id)
