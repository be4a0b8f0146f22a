"""What happened with somebody, newest first: read from the facts themselves, not from a log."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from samen.duos.choices import MeetingWay
from samen.duos.models import Duo, Meeting
from samen.intake.models import Decision
from samen.matching.choices import ProposalStatus
from samen.matching.models import Proposal
from samen.people.choices import Role
from samen.people.models import Participation

LENGTH = 30


@dataclass(frozen=True)
class Moment:
    """One entry of the story."""

    on: date
    icon: str
    title: str
    text: str = ""
    address: tuple[str, int] | None = field(default=None)


def story(
    part: Participation, *, duos: list[Duo], proposals: list[Proposal], decisions: list[Decision]
) -> list[Moment]:
    """The story of one participant."""
    moments = [Moment(part.registered_on, "user-round-plus", _("Aangemeld"))]
    moments += [
        Moment(d.decided_on, "list-checks", _("Beslist: %(what)s") % {"what": d.get_outcome_display()})
        for d in decisions
    ]
    moments += [_proposed(proposal, part) for proposal in proposals]
    for duo in duos:
        moments += _duo_moments(duo, part)
    meetings = Meeting.objects.filter(duo__in=duos)[:LENGTH]
    moments += [_met(meeting) for meeting in meetings]
    if part.ended_on:
        moments.append(Moment(part.ended_on, "user-round-x", _("Gestopt met het programma")))
    return sorted(moments, key=lambda moment: moment.on, reverse=True)[:LENGTH]


def partner(pair: Any, part: Participation) -> str:
    """First name of the other of the two."""
    other: Participation = pair.coach if part.role == Role.NEWCOMER else pair.newcomer
    return other.person.given_name


def _proposed(proposal: Proposal, part: Participation) -> Moment:
    words = {"name": partner(proposal, part), "status": ProposalStatus(proposal.status).label}
    return Moment(proposal.proposed_on, "handshake", _("Voorstel met %(name)s: %(status)s") % words)


def _met(meeting: Meeting) -> Moment:
    icon, title = {
        MeetingWay.ONLINE: ("video", _("Ontmoeting, online")),
        MeetingWay.PHONE: ("phone", _("Ontmoeting, aan de telefoon")),
    }.get(MeetingWay(meeting.way), ("calendar-check", _("Ontmoeting")))
    return Moment(meeting.met_on, icon, title, meeting.activity)


def _duo_moments(duo: Duo, part: Participation) -> list[Moment]:
    name = {"name": partner(duo, part)}
    moments = [
        Moment(
            duo.starts_on, "handshake", _("Start van het duo met %(name)s") % name, address=("duo", duo.pk)
        )
    ]
    if duo.closed_on:
        reason = duo.get_closing_reason_display()
        moments.append(
            Moment(duo.closed_on, "flag", _("Duo met %(name)s afgerond") % name, reason, ("duo", duo.pk))
        )
    return moments
