"""What the rules need to know, as plain values: no table, no clock."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from samen.duos.choices import CheckInMoment
from samen.duos.rules import Span
from samen.initiatives.rules import FollowUp
from samen.papers.rules import State


@dataclass(frozen=True)
class Hours:
    """Hours of a newcomer: those of this duo grow, those beside it do not."""

    met: Decimal
    beside: Decimal = Decimal(0)


@dataclass(frozen=True)
class DuoFacts:
    """A duo that runs. `since` is the day it last met, or its first day."""

    duo_id: int
    starts_on: date
    ends_on: date
    since: date
    rhythm_days: int
    pauses: tuple[Span, ...] = ()
    # How this initiative follows its duos, as it is set now.
    follow_up: FollowUp = field(default_factory=FollowUp)
    # The day of each check-in, and who answered which.
    check_ins: Mapping[CheckInMoment, date] | None = None
    answered: frozenset[tuple[str, str]] = frozenset()
    # Who proposed each meeting of which it is known, newest first, and the day of the newest.
    proposed_by: tuple[str, ...] = ()
    proposed_on: date | None = None
    # None where nobody counts them, or where this newcomer needs none.
    hours: Hours | None = None


@dataclass(frozen=True)
class EndedFacts:
    """A duo that stopped early: from which day its two are asked how it was, and who did not say it."""

    duo_id: int
    asked_from: date
    waits_for: tuple[str, ...]


@dataclass(frozen=True)
class SaidFacts:
    """What one of the two said at a check-in, and nobody spoke to them about it yet."""

    duo_id: int
    role: str
    moment: str
    said_on: date
    answers: tuple[str, ...]
    wants_call: bool = False


@dataclass(frozen=True)
class CandidateFacts:
    """Somebody who came in and heard nothing: no contact, no decision."""

    part_id: int
    received_on: date


@dataclass(frozen=True)
class RecallFacts:
    """Somebody who waits, and the day that was chosen to look again."""

    part_id: int
    recall_on: date


@dataclass(frozen=True)
class ClearanceFacts:
    """The declaration of a coach about benefits that counts."""

    part_id: int
    state: State
    asked_on: date
    told_on: date | None = None
    filed_on: date | None = None


@dataclass(frozen=True)
class NoteFacts:
    """A coach of whom papers were noted: the newest note they got, if any, and the newest there is."""

    part_id: int
    got: int | None
    newest: int
    since: date


@dataclass(frozen=True)
class Facts:
    """Everything about one initiative on one day."""

    duos: tuple[DuoFacts, ...] = ()
    ended: tuple[EndedFacts, ...] = ()
    said: tuple[SaidFacts, ...] = ()
    candidates: tuple[CandidateFacts, ...] = ()
    recalls: tuple[RecallFacts, ...] = ()
    clearances: tuple[ClearanceFacts, ...] = ()
    notes: tuple[NoteFacts, ...] = ()
