"""Each of the two is asked how it goes, and heard when it does not go well.

R44 and domain table 4.1: after two weeks and six weeks, halfway, and with the closing talk. R20: what
somebody finds hard to say no to is a reason to call. R100: who stopped early is asked afterwards, once.
"""

from collections.abc import Iterator
from datetime import date

from samen.compliance.choices import Level, Rule
from samen.compliance.facts import DuoFacts, EndedFacts, SaidFacts
from samen.compliance.findings import Finding
from samen.duos import rules
from samen.duos.choices import CheckInMoment
from samen.people.choices import Role


def find_unanswered(duo: DuoFacts, today: date) -> Iterator[Finding]:
    """Who was asked a week ago and did not answer."""
    days = duo.check_ins or {}
    moment = rules.asked_check_in(days, is_paused=rules.is_paused(duo.pauses, today), today=today)
    if moment is None or not rules.answer_is_late(day=days[moment], today=today):
        return
    for role in (Role.NEWCOMER, Role.COACH):
        if (moment, role) not in duo.answered:
            yield Finding(
                Rule.UNANSWERED, Level.SOON, days[moment], duo_id=duo.duo_id, role=role, detail=moment
            )


def find_unheard(ended: EndedFacts, today: date) -> Iterator[Finding]:
    """Who was asked a week ago how it was, after a duo that stopped early, and did not answer."""
    if rules.answer_is_late(day=ended.asked_from, today=today):
        for role in ended.waits_for:
            yield Finding(
                Rule.UNANSWERED,
                Level.SOON,
                ended.asked_from,
                duo_id=ended.duo_id,
                role=role,
                detail=CheckInMoment.AFTER_END,
            )


def find_worrying(said: SaidFacts) -> Iterator[Finding]:
    """What somebody said that asks for a call and had none yet."""
    if rules.needs_attention(answers=said.answers, wants_call=said.wants_call):
        yield Finding(
            Rule.WORRYING, Level.NOW, said.said_on, duo_id=said.duo_id, role=said.role, detail=said.moment
        )
