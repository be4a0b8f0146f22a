"""Reads about meetings that each of the two noted on another day, and that may be one."""

from dataclasses import dataclass
from datetime import date

from samen.base.clock import BRUSSELS
from samen.duos import rules
from samen.duos.choices import PlanStatus
from samen.duos.models import Duo, Meeting, Plan, ToldApart
from samen.people.choices import Role


@dataclass(frozen=True)
class Pair:
    """Two meetings that may be one, in the order in which they were noted."""

    first: Meeting
    second: Meeting
    first_by: Role


def side_of(duo: Duo, noted_by: str) -> Role | None:
    """Which of the two noted it on their own page; nobody when staff did."""
    sides = {f"part:{duo.newcomer_id}": Role.NEWCOMER, f"part:{duo.coach_id}": Role.COACH}
    return sides.get(noted_by)


def maybe_the_same(duo: Duo, today: date) -> list[Pair]:
    """The pairs of a duo of which nobody said yet whether they are one; three queries at most."""
    meetings = {one.pk: one for one in Meeting.objects.filter(duo=duo)}
    if len({side_of(duo, one.logged_by) for one in meetings.values()} - {None}) < len(Role):
        return []
    agreed = Plan.objects.filter(duo=duo, status=PlanStatus.AGREED).values_list("starts_at", flat=True)
    planned = {moment.astimezone(BRUSSELS).date() for moment in agreed if moment}
    told_apart = set(ToldApart.objects.filter(first__duo=duo).values_list("first_id", "second_id"))
    noted = [
        rules.Noted(
            number=one.pk,
            met_on=one.met_on,
            by=side_of(duo, one.logged_by) or "",
            noted_on=one.logged_at.astimezone(BRUSSELS).date(),
            was_planned=one.met_on in planned,
        )
        for one in meetings.values()
    ]
    found = rules.maybe_the_same(noted, told_apart=told_apart, today=today)
    return [
        Pair(meetings[first], meetings[second], Role(side_of(duo, meetings[first].logged_by) or ""))
        for first, second in found
    ]


def asked_about(duo: Duo, meeting: Meeting, today: date) -> Pair | None:
    """What whoever noted this meeting is asked: whether it is the one that the other noted before."""
    return next((pair for pair in maybe_the_same(duo, today) if pair.second == meeting), None)


def find_pair(duo: Duo, first: int, second: int, today: date) -> Pair | None:
    """One pair of a duo, while nobody answered."""
    pairs = maybe_the_same(duo, today)
    return next((pair for pair in pairs if (pair.first.pk, pair.second.pk) == (first, second)), None)
