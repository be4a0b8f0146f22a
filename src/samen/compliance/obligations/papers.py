"""What a coach must have told, filed and received before and while they are one.

FAQ question 12: the organisation draws a coach's attention to the duty to notify or to ask (R78, R80). Law of
3 July 2005 on the rights of volunteers, art. 4: each volunteer gets the organisation note beforehand.
"""

from collections.abc import Iterator
from datetime import date

from samen.compliance.choices import Level, Rule
from samen.compliance.facts import ClearanceFacts, NoteFacts
from samen.compliance.findings import Finding
from samen.papers import rules
from samen.papers.choices import Waits


def find(clearance: ClearanceFacts, today: date) -> Iterator[Finding]:
    """What is still to be said, filed or answered about the benefit duty of a coach."""
    why = rules.waits_for(clearance.state, today)
    if why and why != Waits.ASK_AGAIN:
        since = rules.waits_since(
            why,
            clearance.state,
            asked_on=clearance.asked_on,
            told_on=clearance.told_on,
            filed_on=clearance.filed_on,
        )
        yield Finding(Rule.PAPERS, Level.SOON, since, part_id=clearance.part_id, detail=why)


def find_note(note: NoteFacts) -> Iterator[Finding]:
    """A coach without the version of the organisation note that counts."""
    if why := rules.note_waits(got=note.got, newest=note.newest):
        yield Finding(Rule.PAPERS, Level.SOON, note.since, part_id=note.part_id, detail=why)
