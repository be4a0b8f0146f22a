"""Reads about check-ins: what is asked of somebody now, who did not answer, what asks for a call."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from samen.duos import rules
from samen.duos.choices import CheckInMoment
from samen.duos.models import CheckIn, Duo, Meeting
from samen.duos.queries import live_duos, pause_spans
from samen.initiatives.queries import follow_up_here
from samen.initiatives.rules import FollowUp
from samen.people.choices import Role
from samen.people.models import Participation

ROLES = (Role.NEWCOMER, Role.COACH)


def side(duo: Duo, role: str) -> Participation:
    """The one of the two with this role."""
    return duo.newcomer if role == Role.NEWCOMER else duo.coach


def asked_now(duo: Duo, today: date, follow_up: FollowUp) -> CheckInMoment | None:
    """The check-in that a duo may answer today; none while it rests."""
    if duo.closed_on:
        return None
    days = rules.check_in_days(starts_on=duo.starts_on, ends_on=duo.ends_on, follow_up=follow_up)
    return rules.asked_check_in(days, is_paused=rules.is_paused(pause_spans(duo), today), today=today)


def asked_of(duo: Duo, role: str, today: date, follow_up: FollowUp) -> CheckInMoment | None:
    """The check-in that one of the two did not answer yet."""
    moment = asked_now(duo, today, follow_up)
    answered = moment and CheckIn.objects.filter(duo=duo, moment=moment, by_role=role).exists()
    return None if answered else moment


def asked_from(duo: Duo) -> date | None:
    """From which day both are asked how it was, after a duo that stopped early; None when nobody is."""
    return rules.asked_after_from(
        starts_on=duo.starts_on, ends_on=duo.ends_on, closed_on=duo.closed_on, reason=duo.closing_reason
    )


def find_check_in(duo: Duo, moment: str, role: str) -> CheckIn | None:
    """What one of the two said at a moment."""
    return CheckIn.objects.filter(duo=duo, moment=moment, by_role=role).first()


@dataclass(frozen=True)
class Asked:
    """Somebody who is asked how it goes, at a moment."""

    duo: Duo
    part: Participation
    moment: CheckInMoment
    day: date

    @property
    def moment_words(self) -> str:
        """When, in words."""
        return str(self.moment.label)


def unanswered(today: date, duos: Iterable[Duo] | None = None) -> list[Asked]:
    """Everybody who is asked now and did not answer, longest asked first."""
    found, follow_up = list(live_duos() if duos is None else duos), follow_up_here()
    answered = set(
        CheckIn.objects.filter(duo__in=[duo.pk for duo in found]).values_list("duo_id", "moment", "by_role")
    )
    asked = []
    for duo in found:
        moment = asked_now(duo, today, follow_up)
        if moment is None:
            continue
        day = rules.check_in_days(starts_on=duo.starts_on, ends_on=duo.ends_on, follow_up=follow_up)[moment]
        asked += [
            Asked(duo, side(duo, role), moment, day)
            for role in ROLES
            if (duo.pk, moment, role) not in answered
        ]
    return sorted(asked, key=lambda one: (one.day, one.duo.pk))


def late(today: date) -> list[Asked]:
    """Who was asked a week ago and did not answer: the coordinator calls."""
    return [one for one in unanswered(today) if rules.answer_is_late(day=one.day, today=today)]


def worrying() -> list[CheckIn]:
    """What somebody said that asks for a call and had none yet, oldest first."""
    said = CheckIn.objects.filter(handled_on=None).select_related(
        "duo__newcomer__person", "duo__coach__person"
    )
    return [one for one in reversed(said) if is_worrying(one)]


def is_worrying(said: CheckIn) -> bool:
    """Whether what was said is a reason to call."""
    return rules.needs_attention(answers=(said.going, said.enough, said.limits), wants_call=said.wants_call)


@dataclass(frozen=True)
class Line:
    """One moment of a duo with what each of the two said."""

    moment: CheckInMoment
    day: date
    newcomer: CheckIn | None
    coach: CheckIn | None
    is_past: bool
    can_be_noted: bool = False


def lines(duo: Duo, today: date, follow_up: FollowUp) -> list[Line]:
    """Every moment of a duo, in order of time; the one after the end only when it stopped early."""
    said = {(one.moment, one.by_role): one for one in CheckIn.objects.filter(duo=duo)}
    days = rules.check_in_days(starts_on=duo.starts_on, ends_on=duo.ends_on, follow_up=follow_up)
    if duo.closed_on and (after := asked_from(duo)):
        # Moments that the two did not reach are asked of nobody; what was said stays.
        reached = {moment for moment, day in days.items() if day <= duo.closed_on}
        told = {moment for moment, _role in said}
        days = {moment: day for moment, day in days.items() if moment in reached | told}
        days[CheckInMoment.AFTER_END] = after
    return [
        Line(
            moment,
            day,
            said.get((moment, Role.NEWCOMER)),
            said.get((moment, Role.COACH)),
            day <= today,
            day <= today and (duo.closed_on is None or moment == CheckInMoment.AFTER_END),
        )
        for moment, day in days.items()
    ]


def only_coach_takes_initiative(duo: Duo, today: date) -> bool:
    """Whether after three months only the coach still proposes."""
    known = Meeting.objects.filter(duo=duo).exclude(proposed_by="").values_list("proposed_by", flat=True)
    return rules.only_coach_takes_initiative(
        starts_on=duo.starts_on, proposed_by=list(known[: rules.BALANCE_MEETINGS]), today=today
    )
