"""What should have asked for attention on each day, told a second time: plain loops over raw rows.

Nothing here knows the rules of the site. It reads the tables and the log as they are at the end, and says for
each day what was due by what could be known that evening.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

from django.db import models

from samen.base.models import AuditLine
from samen.base.scoping import current_initiative_id
from samen.compliance.models import Alert
from samen.duos.models import CheckIn, Duo, HoursElsewhere, Meeting, Pause, Trajectory
from samen.intake.models import Decision
from samen.outreach.models import Registration
from samen.papers.models import Clearance, NoteReceipt, OrganisationNote
from samen.people.models import CallRequest, Participation
from samen.signals.models import Signal

Row = dict[str, Any]
# Rule, "duo" or "part" with its number, which of the two, what of it.
Due = tuple[str, str, int, str, str]
Span = tuple[Due, date, date | None]
BRUSSELS = ZoneInfo("Europe/Brussels")


def days(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += timedelta(days=1)


def day_of(moment: datetime) -> date:
    return moment.astimezone(BRUSSELS).date()


def months_later(day: date, months: int) -> date:
    year, month = day.year, day.month
    for _month in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def rows(model: type[models.Model], *order: str) -> list[Row]:
    return list(model._default_manager.order_by(*order or ("id",)).values())


def by(found: Iterable[Row], column: str) -> dict[int, list[Row]]:
    grouped: dict[int, list[Row]] = {}
    for row in found:
        grouped.setdefault(row[column], []).append(row)
    return grouped


@dataclass
class Raw:
    """The tables and the log, once."""

    duos: list[Row] = field(default_factory=lambda: rows(Duo))
    meetings: dict[int, list[Row]] = field(
        default_factory=lambda: by(rows(Meeting, "met_on", "id"), "duo_id")
    )
    pauses: dict[int, list[Row]] = field(default_factory=lambda: by(rows(Pause), "duo_id"))
    said: dict[int, list[Row]] = field(default_factory=lambda: by(rows(CheckIn), "duo_id"))
    parts: dict[int, Row] = field(default_factory=lambda: {row["id"]: row for row in rows(Participation)})
    signals: list[Row] = field(default_factory=lambda: rows(Signal))
    calls: list[Row] = field(default_factory=lambda: rows(CallRequest))
    registrations: list[Row] = field(default_factory=lambda: rows(Registration))
    decisions: dict[int, list[Row]] = field(default_factory=lambda: by(rows(Decision), "participation_id"))
    clearances: list[Row] = field(default_factory=lambda: rows(Clearance))
    receipts: dict[int, list[Row]] = field(default_factory=lambda: by(rows(NoteReceipt), "participation_id"))
    notes: list[Row] = field(default_factory=lambda: rows(OrganisationNote, "version"))
    trajectories: dict[int, Row] = field(
        default_factory=lambda: {row["newcomer_id"]: row for row in rows(Trajectory)}
    )
    elsewhere: dict[int, list[Row]] = field(default_factory=lambda: by(rows(HoursElsewhere), "trajectory_id"))
    log: list[AuditLine] = field(
        default_factory=lambda: list(AuditLine.objects.filter(initiative_id=current_initiative_id()))
    )

    def __post_init__(self) -> None:
        self.noted: dict[tuple[str, int], list[AuditLine]] = {}
        for line in self.log:
            self.noted.setdefault((line.verb, line.subject_id or 0), []).append(line)

    def lines(self, verb: str, subject: int) -> list[AuditLine]:
        return self.noted.get((verb, subject), [])

    # ---------- One day ----------

    def due(self, day: date) -> set[Due]:
        found: set[Due] = set()
        for duo in self.duos:
            found |= {(rule, "duo", duo["id"], who, what) for rule, who, what in self.of_duo(duo, day)}
            found |= {("unanswered", "duo", duo["id"], who, "after_end") for who in self.unheard(duo, day)}
            found |= {("worrying", "duo", duo["id"], who, what) for who, what in self.worries(duo, day)}
        for rule, part, what in [
            *self.candidates(day),
            *self.recalls(day),
            *self.papers(day),
            *self.note(day),
        ]:
            found.add((rule, "part", part, "", what))
        return found

    def of_duo(self, duo: Row, day: date) -> Iterator[tuple[str, str, str]]:
        began = day_of(self.lines("start", duo["id"])[0].at)
        if began > day or duo["starts_on"] > day or (duo["closed_on"] and duo["closed_on"] <= day):
            return
        ends_on = duo["ends_on"]
        for line in reversed(self.lines("change_end", duo["id"])):
            if day_of(line.at) > day:
                ends_on = date.fromisoformat(line.facts["was"])
        met = [
            one
            for one in self.meetings.get(duo["id"], [])
            if one["met_on"] <= day and day_of(one["logged_at"]) <= day
        ]
        rested = self.rest_days(duo, day)
        if day not in rested:
            last = max([duo["starts_on"], *(one["met_on"] for one in met)])
            quiet = sum(one not in rested for one in days(last + timedelta(days=1), day))
            if quiet > duo["rhythm_days"]:
                yield "silent_duo", "", ""
        longest = months_later(duo["starts_on"], 12)
        if day > longest or not months_later(duo["starts_on"], 6) <= ends_on <= longest:
            yield "period", "", ""
        if day <= longest and day + timedelta(days=21) >= ends_on:
            yield "end_is_near", "", ""
        proposed = [one["proposed_by"] for one in met if one["proposed_by"]][-4:]
        if day >= duo["starts_on"] + timedelta(days=91) and proposed == ["coach"] * 4:
            yield "only_coach", "", ""
        for moment, who in self.unanswered(duo, ends_on, day, rests=day in rested):
            yield "unanswered", who, moment
        if self.hours_fall_short(duo, ends_on, met, day):
            yield "too_few_hours", "", ""

    def rest_days(self, duo: Row, day: date) -> set[date]:
        rested: set[date] = set()
        for rest in self.pauses.get(duo["id"], []):
            told = [
                line
                for line in self.lines("pause", duo["id"])
                if line.facts["from_on"] == rest["from_on"].isoformat()
            ]
            if day_of(told[0].at) <= day:
                rested |= set(days(rest["from_on"], rest["until_on"]))
        return rested

    def unanswered(self, duo: Row, ends_on: date, day: date, *, rests: bool) -> Iterator[tuple[str, str]]:
        starts_on = duo["starts_on"]
        moments = (
            ("first_weeks", starts_on + timedelta(days=14)),
            ("six_weeks", starts_on + timedelta(days=42)),
            ("halfway", starts_on + timedelta(days=(ends_on - starts_on).days // 2)),
            ("before_end", ends_on - timedelta(days=21)),
        )
        open_now = [(name, on) for name, on in moments if on <= day <= on + timedelta(days=28)]
        if rests or not open_now:
            return
        name, on = open_now[-1]
        if day > on + timedelta(days=7):
            for who in ("newcomer", "coach"):
                if not any(
                    one["moment"] == name and one["by_role"] == who and day_of(one["answered_at"]) <= day
                    for one in self.said.get(duo["id"], [])
                ):
                    yield name, who

    def unheard(self, duo: Row, day: date) -> Iterator[str]:
        """Who was asked how it was after an early stop, a week after the end, and said nothing for a week."""
        closed_on = duo["closed_on"]
        if closed_on is None or not duo["starts_on"] < closed_on < duo["ends_on"]:
            return
        closings = self.lines("close", duo["id"])
        if duo["closing_reason"] == "broke_agreements" or not any(day_of(one.at) <= day for one in closings):
            return
        if not closed_on + timedelta(days=14) < day <= closed_on + timedelta(days=35):
            return
        if any(self.is_serious(one, duo, day) for one in self.signals):
            return
        for who in ("newcomer", "coach"):
            part = duo[f"{who}_id"]
            said = any(
                one["moment"] in {"before_end", "after_end"}
                and one["by_role"] == who
                and day_of(one["answered_at"]) <= day
                for one in self.said.get(duo["id"], [])
            )
            wants_none = any(
                one["participation_id"] == part
                and one["about"] in {"stop", "erase"}
                and day_of(one["asked_at"]) <= day
                and not (
                    one["about"] == "stop"
                    and one["done_at"]
                    and day_of(one["done_at"]) <= day
                    and self.is_there(part, day)
                )
                for one in self.calls
            )
            if not said and not wants_none:
                yield who

    @staticmethod
    def is_serious(signal: Row, duo: Row, day: date) -> bool:
        of_the_duo = signal["duo_id"] == duo["id"]
        of_one = signal["duo_id"] is None and signal["participation_id"] in (
            duo["newcomer_id"],
            duo["coach_id"],
        )
        is_told = day_of(signal["reported_at"]) <= day
        return signal["seriousness"] == "serious" and is_told and (of_the_duo or of_one)

    def worries(self, duo: Row, day: date) -> Iterator[tuple[str, str]]:
        for one in self.said.get(duo["id"], []):
            faces = [one["going"], one["enough"], one["limits"]]
            is_bad = one["wants_call"] or "bad" in faces or faces.count("so_so") >= 2
            is_open = one["handled_on"] is None or one["handled_on"] > day
            if is_bad and is_open and day_of(one["answered_at"]) <= day:
                yield one["by_role"], one["moment"]

    def hours_fall_short(self, duo: Row, ends_on: date, met: list[Row], day: date) -> bool:
        whole, past = (ends_on - duo["starts_on"]).days, (day - duo["starts_on"]).days
        if past * 3 < whole * 2:
            return False
        known = self.trajectories.get(duo["newcomer_id"])
        if known and known["obligation"] == "not_applicable":
            return False
        minutes = sum(one["minutes"] for one in met)
        beside = Fraction(0)
        for other in self.duos:
            if other["newcomer_id"] == duo["newcomer_id"] and other["id"] != duo["id"]:
                beside += Fraction(sum(one["minutes"] for one in self.meetings.get(other["id"], [])), 60)
        for row in self.elsewhere.get(known["id"], []) if known else []:
            beside += Fraction(row["hours"]) if row["on"] <= day else 0
        return Fraction(minutes * whole, 60 * min(past, whole)) + beside < 40

    # ---------- People ----------

    def is_there(self, part: int, day: date) -> bool:
        ended_on = self.parts[part]["ended_on"]
        return ended_on is None or ended_on > day

    def candidates(self, day: date) -> Iterator[tuple[str, int, str]]:
        for row in self.registrations:
            part = row["participation_id"]
            decided = any(one["decided_on"] <= day for one in self.decisions.get(part, []))
            contacted = row["contacted_on"] is not None and row["contacted_on"] <= day
            is_old = day_of(row["received_at"]) + timedelta(days=7) <= day
            if is_old and not decided and not contacted and self.is_there(part, day):
                yield "silent_candidate", part, ""

    def recalls(self, day: date) -> Iterator[tuple[str, int, str]]:
        for part, decided in self.decisions.items():
            known = [one for one in decided if one["decided_on"] <= day]
            if (
                known
                and known[-1]["recall_on"]
                and known[-1]["recall_on"] <= day
                and self.is_there(part, day)
            ):
                yield "recall", part, ""

    def papers(self, day: date) -> Iterator[tuple[str, int, str]]:
        for row in self.clearances:
            part = row["participation_id"]
            gone = row["ended_on"] is not None and row["ended_on"] <= day
            if row["asked_on"] > day or gone or not self.is_there(part, day):
                continue
            again = row["ask_again_on"]
            for line in reversed(self.lines("still_so", row["id"])):
                if day_of(line.at) > day:
                    again = date.fromisoformat(line.facts["was"])
            if day >= again:
                yield "clearance", part, ""
            elif why := self.paper_step(row, day):
                yield "papers", part, why

    def paper_step(self, row: Row, day: date) -> str:
        answered = any(day_of(line.at) <= day for line in self.lines("note_answer", row["id"]))
        filed = any(day_of(line.at) <= day for line in self.lines("note_filed", row["id"]))
        if answered or row["duty"] == "none":
            return ""
        if filed:
            due_on = row["answer_due_on"]
            waits = row["duty"] == "ask" if due_on is None else day <= due_on
            return "answer" if waits else ""
        return "file" if row["told_on"] and row["told_on"] <= day else "tell"

    def note(self, day: date) -> Iterator[tuple[str, int, str]]:
        versions = [row["version"] for row in self.notes if day_of(row["made_at"]) <= day]
        if not versions:
            return
        begun = {row["participation_id"] for row in self.clearances if row["asked_on"] <= day}
        begun |= {part for part, got in self.receipts.items() if any(one["given_on"] <= day for one in got)}
        number = {row["id"]: row["version"] for row in self.notes}
        for part in begun:
            got = [number[one["note_id"]] for one in self.receipts.get(part, []) if one["given_on"] <= day]
            if self.is_there(part, day) and max(got, default=0) < versions[-1]:
                yield "papers", part, "new_note" if got else "note"


def spans(raw: Raw, first: date, last: date) -> set[Span]:
    """Every time that something was due: from the day it began to the day it was over."""
    open_since: dict[Due, date] = {}
    found: set[Span] = set()
    for day in days(first, last):
        due = raw.due(day)
        for over in open_since.keys() - due:
            found.add((over, open_since.pop(over), day))
        for fresh in due - open_since.keys():
            open_since[fresh] = day
    return found | {(due, since, None) for due, since in open_since.items()}


def as_kept() -> set[Span]:
    """The alerts as the tick left them."""
    return {
        (
            (
                one.rule,
                "duo" if one.duo_id else "part",
                one.duo_id or one.participation_id or 0,
                one.role,
                one.detail,
            ),
            one.opened_on,
            one.closed_on,
        )
        for one in Alert.objects.all()
    }
