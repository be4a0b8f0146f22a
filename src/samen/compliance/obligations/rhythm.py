"""The two see each other at least every two weeks.

FAQ question 1, rule 1: "minstens tweewekelijks". R43 and domain table 4.1: orange after one rhythm without a
meeting, red after two, and nothing while the duo rests.
"""

from collections.abc import Iterator
from datetime import date

from samen.compliance.choices import Level, Rule
from samen.compliance.facts import DuoFacts
from samen.compliance.findings import Finding
from samen.duos import rules
from samen.duos.choices import Light

LEVELS = {Light.WARN: Level.SOON, Light.BAD: Level.NOW}


def find(duo: DuoFacts, today: date) -> Iterator[Finding]:
    """A duo that is silent for longer than its rhythm."""
    light = rules.light(since=duo.since, pauses=duo.pauses, rhythm_days=duo.rhythm_days, today=today)
    if light in LEVELS:
        yield Finding(Rule.SILENT_DUO, LEVELS[light], duo.since, duo_id=duo.duo_id)
