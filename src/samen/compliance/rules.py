"""Facts in, findings out: every obligation asked about one day."""

from collections.abc import Iterator
from datetime import date, timedelta

from samen.compliance.facts import Facts
from samen.compliance.findings import Finding
from samen.compliance.obligations import (
    balance,
    candidates,
    check_ins,
    clearances,
    endings,
    hours,
    papers,
    period,
    recalls,
    rhythm,
)

OF_A_DUO = (
    rhythm.find,
    endings.find,
    period.find,
    balance.find,
    check_ins.find_unanswered,
    hours.find,
)

# Whoever waits longer forgets why; the tick catches up with no more days than this.
LONGEST_POSTPONED = timedelta(weeks=8)
MOST_DAYS_BACK = 92
# How long a postponement stays after its day.
POSTPONED_KEPT_MONTHS = 2


def evaluate(facts: Facts, today: date) -> Iterator[Finding]:
    """Every finding about these facts on this day."""
    for duo in facts.duos:
        for find in OF_A_DUO:
            yield from find(duo, today)
    for ended in facts.ended:
        yield from check_ins.find_unheard(ended, today)
    for said in facts.said:
        yield from check_ins.find_worrying(said)
    for candidate in facts.candidates:
        yield from candidates.find(candidate, today)
    for recall in facts.recalls:
        yield from recalls.find(recall, today)
    for clearance in facts.clearances:
        yield from papers.find(clearance, today)
        yield from clearances.find(clearance, today)
    for note in facts.notes:
        yield from papers.find_note(note)


def may_be_postponed_until(until_on: date, today: date) -> bool:
    """Whether something may wait until that day: from tomorrow, for eight weeks at most."""
    return today < until_on <= today + LONGEST_POSTPONED


def missed_days(last_on: date | None, today: date) -> list[date]:
    """The days between the last that was done and today, today left out; a first time misses nothing."""
    if last_on is None:
        return []
    first = max(last_on, today - timedelta(days=MOST_DAYS_BACK + 1)) + timedelta(days=1)
    return [first + timedelta(days=n) for n in range((today - first).days)]
