"""Facts about a duo in, alerts out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from samen.compliance.choices import Level, Rule
from samen.duos import rules as duo_rules
from samen.duos.choices import Light
from samen.initiatives.rules import FollowUp


@dataclass(frozen=True)
class DuoFacts:
    """What the rules need to know of a running duo."""

    duo_id: int
    since: date
    ends_on: date
    rhythm_days: int
    pauses: tuple[duo_rules.Span, ...]
    follow_up: FollowUp = field(default_factory=FollowUp)


@dataclass(frozen=True)
class Finding:
    """A rule that asks for attention: about which duo, how soon, and the day it rests on."""

    rule: Rule
    duo_id: int
    level: Level
    basis: date


def evaluate(facts: Iterable[DuoFacts], today: date) -> Iterator[Finding]:
    """Every finding about these duos on this day."""
    for duo in facts:
        yield from _silence(duo, today)
        yield from _end(duo, today)


def _silence(duo: DuoFacts, today: date) -> Iterator[Finding]:
    """FAQ question 1, rule 1: at least every two weeks."""
    light = duo_rules.light(since=duo.since, pauses=duo.pauses, rhythm_days=duo.rhythm_days, today=today)
    if light is Light.BAD:
        yield Finding(Rule.SILENT_DUO, duo.duo_id, Level.NOW, duo.since)
    elif light is Light.WARN:
        yield Finding(Rule.SILENT_DUO, duo.duo_id, Level.SOON, duo.since)


def _end(duo: DuoFacts, today: date) -> Iterator[Finding]:
    """Domain table 4.1: the closing talk, three weeks before the agreed end unless chosen otherwise."""
    if duo_rules.end_is_near(ends_on=duo.ends_on, today=today, follow_up=duo.follow_up):
        level = Level.NOW if today >= duo.ends_on else Level.SOON
        yield Finding(Rule.END_IS_NEAR, duo.duo_id, level, duo.ends_on)
