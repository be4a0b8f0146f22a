"""Today: everything that asks for the coordinator's attention, and why."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from samen.compliance.choices import Level
from samen.compliance.findings import Key
from samen.compliance.models import Alert
from samen.compliance.queries import Call, calls, open_alerts, waiting_until_later
from samen.desk.alert_keys import key_of
from samen.desk.choices import Stage
from samen.desk.queries import with_stage
from samen.desk.unheard import unheard
from samen.desk.waiting import waiting_long
from samen.duos.after_queries import late_after
from samen.duos.check_in_queries import Asked, late, worrying
from samen.duos.hours_queries import Short, short_of_hours
from samen.duos.models import CheckIn, Duo
from samen.duos.queries import live_duos, standing, with_minors
from samen.duos.signature_queries import unsigned
from samen.intake.appointment_queries import of_the_day
from samen.intake.models import Appointment, Decision
from samen.intake.queries import due_recalls
from samen.matching.choices import Answer
from samen.matching.models import Proposal
from samen.matching.pool import read_pool
from samen.messaging import queries as messages
from samen.messaging.choices import Status as MessageStatus
from samen.messaging.models import OutboxMessage
from samen.outreach.models import Intermediary, Registration, YearTask
from samen.outreach.queries import due_calls
from samen.outreach.year_queries import due_tasks
from samen.papers.policy_queries import Cover, cover_that_waits
from samen.papers.queries import Waiting, waiting
from samen.papers.record_queries import waiting_for_checks
from samen.people.link_queries import calls_asked, disowned
from samen.people.models import CallRequest, PersonalLink
from samen.people.queries import parts
from samen.signals.models import HandOver
from samen.signals.queries import Row, on_today, to_ask, told_seriously

FAILED_SHOWN = 3

T = TypeVar("T")


@dataclass(frozen=True)
class Worklist:
    """Today: who needs me, why, and the button."""

    now: list[Call | Proposal] = field(default_factory=list)
    week: list[Call | Proposal] = field(default_factory=list)
    waiting_newcomers: int = 0
    free_coaches: int = 0
    new_people: int = 0
    unheard: list[Registration] = field(default_factory=list)
    # Who waits for somebody and heard nothing for four weeks.
    without_word: int = 0
    # What did not arrive, the first few and how many in all; and what somebody sends by hand.
    failed: list[OutboxMessage] = field(default_factory=list)
    failed_count: int = 0
    by_hand: int = 0
    # Those who find people for us, whom to call again.
    intermediaries: list[Intermediary] = field(default_factory=list)
    # Who asked to be called; whose link went to somebody else.
    calls_asked: list[CallRequest] = field(default_factory=list)
    disowned: list[PersonalLink] = field(default_factory=list)
    # Who comes to talk today, or came without a word about it.
    appointments: list[Appointment] = field(default_factory=list)
    # Coaches whose papers ask for attention.
    papers: list[Waiting] = field(default_factory=list)
    # Duos whose agreement was not signed; the insurance when it ends soon, or ended.
    unsigned: list[Duo] = field(default_factory=list)
    cover: Cover | None = None
    # Whose day came to talk again.
    recalls: list[Decision] = field(default_factory=list)
    # What is to do for recruiting this month.
    year_tasks: list[YearTask] = field(default_factory=list)
    # What one of the two said that asks for a call; who did not answer how it goes.
    worrying: list[CheckIn] = field(default_factory=list)
    unanswered: list[Asked] = field(default_factory=list)
    # Whose duo ends with too few hours for the trajectory: only where they are counted.
    short: list[Short] = field(default_factory=list)
    # Worries, and who was sent on to a service: only for who may read them.
    signals: list[Row] = field(default_factory=list)
    handed_over: list[HandOver] = field(default_factory=list)
    lights: dict[str, int] = field(default_factory=dict)
    # What may wait until a later day; and the alert about each obligation, by which it is put off.
    later: int = 0
    alerts: Mapping[Key, Alert] = field(default_factory=dict)

    @property
    def who_ask(self) -> int:
        """How many ask something of the coordinator."""
        return len(self.calls_asked) + len(self.disowned)

    @property
    def how_it_goes(self) -> int:
        """How many check-ins ask for a word."""
        return len(self.worrying) + len(self.unanswered)

    @property
    def size(self) -> int:
        """How many things ask for attention."""
        return (
            len(self.now)
            + len(self.week)
            + bool(self.waiting_newcomers and self.free_coaches)
            + bool(self.new_people)
            + len(self.unheard)
            + bool(self.without_word)
            + self.failed_count
            + bool(self.by_hand)
            + len(self.intermediaries)
            + self.who_ask
            + len(self.appointments)
            + len(self.papers)
            + len(self.unsigned)
            + (self.cover is not None)
            + len(self.recalls)
            + bool(self.year_tasks)
            + self.how_it_goes
            + len(self.short)
            + len(self.signals)
            + len(self.handed_over)
        )


def worklist(now: datetime, *, reads_signals: bool = False, counts_hours: bool = False) -> Worklist:
    """Everything that asks for attention, in a fixed number of queries; signals for who may read them."""
    today = now.date()
    alerts = open_alerts()
    later = {one.alert.key for one in waiting_until_later(today)}
    urgent = _still(calls(today, alerts), later)
    pool = read_pool()
    ready = [proposal for proposal in pool.open_proposals if _both_said_yes(proposal)]
    asking = [proposal for proposal in pool.open_proposals if not _both_said_yes(proposal)]
    duos = list(live_duos())
    lights = Counter(str(standing(duo, today).light) for duo in duos)
    sent = messages.status_counts()
    return Worklist(
        now=[call for call in urgent if call.alert.level == Level.NOW] + ready,
        week=[call for call in urgent if call.alert.level == Level.SOON] + asking,
        waiting_newcomers=len(pool.newcomers),
        free_coaches=len(pool.coaches),
        new_people=with_stage(parts()).filter(stage=Stage.NEW).count(),  # type: ignore[misc]
        unheard=_still(unheard(now), later),
        without_word=waiting_long(now).count(),
        failed=list(messages.failed_messages()[:FAILED_SHOWN]),
        failed_count=sent.get(MessageStatus.FAILED, 0),
        by_hand=sent.get(MessageStatus.BY_HAND, 0),
        intermediaries=due_calls(today),
        calls_asked=list(calls_asked()),
        disowned=list(disowned()),
        appointments=of_the_day(now),
        papers=[*_still(waiting(today), later), *waiting_for_checks(with_minors(duos), today)],
        unsigned=unsigned(today),
        cover=cover_that_waits(today),
        recalls=_still(due_recalls(today), later),
        year_tasks=due_tasks(today),
        worrying=_still(worrying(), later),
        unanswered=_still([*late(today), *late_after(today, told_seriously())], later),
        short=_still(short_of_hours(duos, today), later) if counts_hours else [],
        signals=on_today(today) if reads_signals else [],
        handed_over=to_ask(today) if reads_signals else [],
        lights=lights,
        later=len(later),
        alerts={alert.key: alert for alert in alerts},
    )


def _still(things: Iterable[T], later: Collection[Key]) -> list[T]:
    """Without what may wait until later."""
    return [thing for thing in things if key_of(thing) not in later]


def _both_said_yes(proposal: Proposal) -> bool:
    return proposal.newcomer_answer == proposal.coach_answer == Answer.YES
