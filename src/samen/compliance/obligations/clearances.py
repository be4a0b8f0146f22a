"""What a coach said about benefits is asked again after some time.

FAQ question 12 and R80: a clearance that was given long ago may not hold any more. How long is a rule of the
rulebook; the day it gives stands with each clearance.
"""

from collections.abc import Iterator
from datetime import date

from samen.compliance.choices import Level, Rule
from samen.compliance.facts import ClearanceFacts
from samen.compliance.findings import Finding
from samen.papers import rules
from samen.papers.choices import Waits


def find(clearance: ClearanceFacts, today: date) -> Iterator[Finding]:
    """A clearance that is to be asked about again."""
    if rules.waits_for(clearance.state, today) == Waits.ASK_AGAIN:
        yield Finding(Rule.CLEARANCE, Level.SOON, clearance.state.ask_again_on, part_id=clearance.part_id)
