"""Whoever must wait is called again on the day that was chosen.

Domain tables 4.1 and 4.3, 3: after three months, unless another day was chosen with the decision.
"""

from collections.abc import Iterator
from datetime import date

from samen.compliance.choices import Level, Rule
from samen.compliance.facts import RecallFacts
from samen.compliance.findings import Finding
from samen.intake import rules


def find(recall: RecallFacts, today: date) -> Iterator[Finding]:
    """Somebody whose day came to talk again."""
    if rules.recall_is_due(recall_on=recall.recall_on, today=today):
        yield Finding(Rule.RECALL, Level.SOON, recall.recall_on, part_id=recall.part_id)
