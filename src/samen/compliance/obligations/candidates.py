"""Whoever comes in hears something within a week.

Domain table 4.3, 1: a candidate without an answer for seven days.
"""

from collections.abc import Iterator
from datetime import date

from samen.compliance.choices import Level, Rule
from samen.compliance.facts import CandidateFacts
from samen.compliance.findings import Finding
from samen.outreach import rules


def find(candidate: CandidateFacts, today: date) -> Iterator[Finding]:
    """Somebody who heard nothing for a week."""
    if rules.is_silent(received_on=candidate.received_on, today=today):
        yield Finding(Rule.SILENT_CANDIDATE, Level.SOON, candidate.received_on, part_id=candidate.part_id)
