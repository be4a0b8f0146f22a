"""Facts for the rules, as they stood on any day, in a fixed number of queries.

Rows carry their own days: what is dated later does not count. Asked for what was *known* on a day
(`known_on`), what was noted afterwards does not count either: meetings and answers tell when they were noted,
of the rest the audit log does. What was taken back by now counts as if it never was.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.db.models import Q, Sum

from samen.base import audit
from samen.base.clock import BRUSSELS
from samen.base.scoping import current_initiative_id
from samen.compliance.facts import (
    CandidateFacts,
    ClearanceFacts,
    DuoFacts,
    EndedFacts,
    Facts,
    Hours,
    NoteFacts,
    RecallFacts,
    SaidFacts,
)
from samen.duos.after_queries import asked_after
from samen.duos.choices import DuoStatus, Obligation
from samen.duos.models import CheckIn, Duo, HoursElsewhere, Meeting, Trajectory
from samen.duos.rules import Span, check_in_days
from samen.initiatives.models import Initiative
from samen.initiatives.queries import follow_up_here
from samen.intake.models import Decision
from samen.outreach.models import Registration
from samen.papers.choices import ClearanceStatus
from samen.papers.models import Clearance, NoteReceipt, OrganisationNote
from samen.papers.rules import State, status_by
from samen.signals.queries import told_seriously

HOUR = Decimal(60)


def facts_on(day: date, known_on: date | None = None) -> Facts:
    """What the rules need to know of a day, with what is known now or what was known then."""
    known = _Known.on(known_on)
    decided, recalls = _decisions(day)
    clearances, notes = _papers(day, known)
    counts_hours = Initiative.objects.values_list("counts_hours", flat=True).get(pk=current_initiative_id())
    return Facts(
        duos=duo_facts(_ran_on(day), day, known, counts_hours=counts_hours),
        ended=_ended(day, known),
        said=_said(day),
        candidates=_candidates(day, decided),
        recalls=recalls,
        clearances=clearances,
        notes=notes,
    )


# ---------- What was known ----------


@dataclass(frozen=True)
class _Known:
    """What was noted after a day, read from the audit log; nothing when all that is known now counts."""

    until: datetime | None = None
    started: frozenset[int] = frozenset()
    closed: frozenset[int] = frozenset()
    pauses: frozenset[tuple[int, str]] = frozenset()
    # The end that a duo had before it changed; when a clearance was to be asked again before that moved.
    ends: dict[int, date] = field(default_factory=dict)
    asks_again: dict[int, date] = field(default_factory=dict)
    steps: frozenset[tuple[int, str]] = frozenset()

    @classmethod
    def on(cls, day: date | None) -> "_Known":
        if day is None:
            return cls()
        until = _end_of(day)
        ends: dict[int, date] = {}
        asks_again: dict[int, date] = {}
        started, closed, pauses, steps = set(), set(), set(), set()
        for line in audit.noted_after(Duo, ("start", "close", "pause", "change_end"), until):
            subject = line.subject_id or 0
            if line.verb == "start":
                started.add(subject)
            elif line.verb == "close":
                closed.add(subject)
            elif line.verb == "pause":
                pauses.add((subject, line.facts["from_on"]))
            elif "was" in line.facts:
                ends.setdefault(subject, date.fromisoformat(line.facts["was"]))
        for line in audit.noted_after(Clearance, ("note_filed", "note_answer", "still_so"), until):
            subject = line.subject_id or 0
            steps.add((subject, line.verb))
            if "was" in line.facts:
                asks_again.setdefault(subject, date.fromisoformat(line.facts["was"]))
        return cls(
            *(until, frozenset(started), frozenset(closed), frozenset(pauses)),
            *(ends, asks_again, frozenset(steps)),
        )

    def pauses_of(self, duo: Duo) -> tuple[Span, ...]:
        return tuple(
            (rest.from_on, rest.until_on)
            for rest in duo.pauses.all()
            if (duo.pk, rest.from_on.isoformat()) not in self.pauses
        )


def _end_of(day: date) -> datetime:
    """The first moment that no longer belongs to this day in Brussels, also when the clocks change."""
    return datetime.combine(day + timedelta(days=1), time(0), BRUSSELS)


# ---------- Duos ----------


def _ran_on(day: date) -> list[Duo]:
    """Duos that ran at the end of this day, with their pauses."""
    ran = Q(status=DuoStatus.ACTIVE) | Q(closed_on__gt=day)
    return list(Duo.objects.filter(ran, starts_on__lte=day).prefetch_related("pauses"))


def duo_facts(
    duos: Sequence[Duo], day: date, known: _Known | None = None, *, counts_hours: bool = False
) -> tuple[DuoFacts, ...]:
    """What the rules need to know of these duos."""
    known = known or _Known()
    duos = [duo for duo in duos if duo.pk not in known.started]
    met = _meetings(duos, day, known)
    answered = _answered(duos, day)
    hours = _hours(duos, met, day) if counts_hours else {}
    follow_up = follow_up_here()
    facts = []
    for duo in duos:
        mine = met.of_duo[duo.pk]
        proposed = [one for one in mine if one.proposed_by]
        ends_on = known.ends.get(duo.pk, duo.ends_on)
        facts.append(
            DuoFacts(
                duo_id=duo.pk,
                starts_on=duo.starts_on,
                ends_on=ends_on,
                since=max([duo.starts_on, *(one.met_on for one in mine[:1])]),
                rhythm_days=duo.rhythm_days,
                pauses=known.pauses_of(duo),
                follow_up=follow_up,
                check_ins=check_in_days(starts_on=duo.starts_on, ends_on=ends_on, follow_up=follow_up),
                answered=frozenset(answered[duo.pk]),
                proposed_by=tuple(one.proposed_by for one in proposed),
                proposed_on=proposed[0].met_on if proposed else None,
                hours=hours.get(duo.pk),
            )
        )
    return tuple(facts)


@dataclass(frozen=True)
class _Met:
    met_on: date
    minutes: int
    proposed_by: str


@dataclass(frozen=True)
class _Meetings:
    """Newest first, by duo; and all minutes of a newcomer, also in an earlier duo."""

    of_duo: defaultdict[int, list[_Met]]
    minutes_of: defaultdict[int, int]


def _meetings(duos: Sequence[Duo], day: date, known: _Known) -> _Meetings:
    found = Meeting.objects.filter(met_on__lte=day, duo__newcomer__in={duo.newcomer_id for duo in duos})
    if known.until:
        found = found.filter(logged_at__lt=known.until)
    meetings = _Meetings(defaultdict(list), defaultdict(int))
    rows = found.order_by("-met_on", "-id").values_list(
        "duo_id", "duo__newcomer_id", "met_on", "minutes", "proposed_by"
    )
    for duo_id, newcomer_id, met_on, minutes, proposed_by in rows:
        meetings.of_duo[duo_id].append(_Met(met_on, minutes, proposed_by))
        meetings.minutes_of[newcomer_id] += minutes
    return meetings


def _answered(duos: Iterable[Duo], day: date) -> defaultdict[int, set[tuple[str, str]]]:
    found = CheckIn.objects.filter(duo__in=[duo.pk for duo in duos], answered_at__lt=_end_of(day))
    answered: defaultdict[int, set[tuple[str, str]]] = defaultdict(set)
    for duo_id, moment, role in found.order_by().values_list("duo_id", "moment", "by_role"):
        answered[duo_id].add((moment, role))
    return answered


def _hours(duos: Sequence[Duo], met: _Meetings, day: date) -> dict[int, Hours]:
    """By duo, without the newcomers who need none."""
    newcomers = [duo.newcomer_id for duo in duos]
    free = set(
        Trajectory.objects.filter(newcomer__in=newcomers, obligation=Obligation.NOT_APPLICABLE).values_list(
            "newcomer_id", flat=True
        )
    )
    elsewhere: dict[int, Decimal] = dict(
        HoursElsewhere.objects.filter(trajectory__newcomer__in=newcomers, on__lte=day)
        .order_by()
        .values_list("trajectory__newcomer_id")
        .annotate(total=Sum("hours"))
    )
    hours = {}
    for duo in duos:
        if duo.newcomer_id not in free:
            here = sum(one.minutes for one in met.of_duo[duo.pk])
            earlier = met.minutes_of[duo.newcomer_id] - here
            beside = earlier / HOUR + elsewhere.get(duo.newcomer_id, Decimal(0))
            hours[duo.pk] = Hours(here / HOUR, beside)
    return hours


def _ended(day: date, known: _Known) -> tuple[EndedFacts, ...]:
    """Duos that stopped early, with who was asked how it was and did not say it by this day."""
    until = _end_of(day)
    waits: dict[tuple[int, date], list[str]] = {}
    for one in asked_after(day, told_seriously(until), until=until):
        if one.duo.pk not in known.closed:
            waits.setdefault((one.duo.pk, one.day), []).append(one.part.role)
    return tuple(
        EndedFacts(duo_id, asked_from, tuple(roles)) for (duo_id, asked_from), roles in waits.items()
    )


def _said(day: date) -> tuple[SaidFacts, ...]:
    """What was said by this day and not followed up by then, also in a duo that ended."""
    waits = Q(handled_on=None) | Q(handled_on__gt=day)
    found = CheckIn.objects.filter(waits, answered_at__lt=_end_of(day))
    return tuple(
        SaidFacts(
            duo_id=one.duo_id,
            role=one.by_role,
            moment=one.moment,
            said_on=one.answered_at.astimezone(BRUSSELS).date(),
            answers=(one.going, one.enough, one.limits),
            wants_call=one.wants_call,
        )
        for one in found
    )


# ---------- People ----------


def _decisions(day: date) -> tuple[set[int], tuple[RecallFacts, ...]]:
    """About whom something was decided by this day; and who waits for a day, by the latest decision."""
    latest: dict[int, tuple[date | None, date | None]] = {}
    rows = Decision.objects.filter(decided_on__lte=day).order_by("id")
    for part_id, recall_on, ended_on in rows.values_list(
        "participation_id", "recall_on", "participation__ended_on"
    ):
        latest[part_id] = (recall_on, ended_on)
    recalls = [
        RecallFacts(part_id, recall_on)
        for part_id, (recall_on, ended_on) in latest.items()
        if recall_on and (ended_on is None or ended_on > day)
    ]
    return set(latest), tuple(recalls)


def _candidates(day: date, decided: set[int]) -> tuple[CandidateFacts, ...]:
    rows = Registration.objects.filter(
        Q(contacted_on=None) | Q(contacted_on__gt=day),
        Q(participation__ended_on=None) | Q(participation__ended_on__gt=day),
        received_at__lt=_end_of(day),
    ).values_list("participation_id", "received_at")
    return tuple(
        CandidateFacts(part_id, received_at.astimezone(BRUSSELS).date())
        for part_id, received_at in rows
        if part_id not in decided
    )


# ---------- Papers ----------


def _papers(day: date, known: _Known) -> tuple[tuple[ClearanceFacts, ...], tuple[NoteFacts, ...]]:
    clearances = list(Clearance.objects.filter(asked_on__lte=day).select_related("participation"))
    receipts = list(NoteReceipt.objects.filter(given_on__lte=day).select_related("note", "participation"))
    counting = tuple(
        _clearance(one, day, known)
        for one in clearances
        if one.ended_on is None or one.ended_on > day
        if one.participation.ended_on is None or one.participation.ended_on > day
    )
    return counting, _notes(day, clearances, receipts)


def _clearance(clearance: Clearance, day: date, known: _Known) -> ClearanceFacts:
    filed_on = None if (clearance.pk, "note_filed") in known.steps else clearance.filed_on
    is_known = clearance.answered_on and (clearance.pk, "note_answer") not in known.steps
    answer = clearance.expired_from or clearance.status
    status = status_by(
        day,
        clearance.duty,
        told_on=clearance.told_on,
        filed_on=filed_on,
        answer=(clearance.answered_on, answer) if is_known and clearance.answered_on else None,
    )
    is_filed = filed_on is not None and filed_on <= day
    due_on = clearance.answer_due_on if is_filed else None
    # The tick notes a silent yes on the day itself: on any day that is over it was noted.
    if due_on and due_on < day and status == ClearanceStatus.FILED:
        status = ClearanceStatus.TACIT
    ask_again_on = known.asks_again.get(clearance.pk, clearance.ask_again_on)
    return ClearanceFacts(
        part_id=clearance.participation_id,
        state=State(status, clearance.duty, ask_again_on, due_on),
        asked_on=clearance.asked_on,
        told_on=clearance.told_on,
        filed_on=filed_on,
    )


def _notes(
    day: date, clearances: Iterable[Clearance], receipts: Iterable[NoteReceipt]
) -> tuple[NoteFacts, ...]:
    """Coaches of whom papers were noted, with the newest note that each got."""
    note = OrganisationNote.objects.filter(made_at__lt=_end_of(day)).first()
    if note is None:
        return ()
    parts = {one.participation_id: one.participation for one in clearances}
    parts |= {one.participation_id: one.participation for one in receipts}
    got: dict[int, int] = {}
    for receipt in receipts:
        got[receipt.participation_id] = max(receipt.note.version, got.get(receipt.participation_id, 0))
    made_on = note.made_at.astimezone(BRUSSELS).date()
    return tuple(
        NoteFacts(pk, got.get(pk), note.version, max(made_on, part.registered_on))
        for pk, part in parts.items()
        if part.ended_on is None or part.ended_on > day
    )
