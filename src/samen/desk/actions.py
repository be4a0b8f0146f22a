"""Use cases that span several apps, each in one transaction."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samen.base import audit, clock
from samen.base.errors import Conflict, RuleBroken
from samen.base.scoping import current_initiative_id
from samen.duos import life_actions as life
from samen.duos.choices import DuoStatus, Onward
from samen.duos.life_actions import Farewell
from samen.duos.models import Duo
from samen.duos.news import untell_over
from samen.events import actions as events
from samen.events.actions import About
from samen.events.invitation_actions import invite
from samen.events.models import Event
from samen.initiatives.models import Initiative
from samen.intake import actions as intake
from samen.intake.actions import Facts, WishedFor
from samen.intake.appointment_actions import give_up
from samen.intake.appointment_queries import appointment_of
from samen.intake.choices import Outcome
from samen.intake.models import Profile
from samen.matching.actions import withdraw
from samen.matching.choices import ProposalStatus
from samen.matching.queries import proposals_of
from samen.people import actions as people
from samen.people.actions import Details
from samen.people.choices import Role
from samen.people.link_actions import revoke_link
from samen.people.models import Participation, Person
from samen.people.queries import parts_of


@transaction.atomic
def add_person(
    *,
    details: Details,
    role: Role,
    registered_on: date,
    remark: str,
    facts: Facts,
    wishes: Sequence[WishedFor],
    today: date,
    actor: audit.Actor,
) -> Participation:
    """Somebody whom the coordinator knows already: registered, noted and accepted at once."""
    part = people.register(
        details=details, role=role, registered_on=registered_on, remark=remark, actor=actor
    )
    intake.note_facts(part=part, facts=facts, wishes=wishes, actor=actor)
    intake.decide(part=part, outcome=Outcome.ACCEPTED, today=today, actor=actor)
    return part


@transaction.atomic
def correct_person(
    *,
    part: Participation,
    details: Details,
    remark: str,
    facts: Facts,
    wishes: Sequence[WishedFor],
    actor: audit.Actor,
) -> None:
    """Correct everything that the form shows."""
    # The form asks no languages; and a place that a list brought in stays while its postal code does.
    kept = {"languages", "phone_language", "written_language", "channels"} | (
        {"place"} if details.postal_code == part.person.postal_code else set()
    )
    changes = {name: value for name, value in vars(details).items() if name not in kept}
    people.correct(person=part.person, changes=changes, remark=remark, part=part, actor=actor)
    intake.note_facts(part=part, facts=facts, wishes=wishes, actor=actor)


@transaction.atomic
def leave_programme(*, part: Participation, today: date, actor: audit.Actor) -> None:
    """Somebody stops: open proposals are withdrawn; a running duo must be ended first, with its reason."""
    _refuse_in_a_duo(part)
    for proposal in proposals_of(part).filter(status=ProposalStatus.OPEN):
        withdraw(proposal=proposal, actor=actor)
    people.end_part(part=part, today=today, actor=actor)


@transaction.atomic
def take_part_again(*, part: Participation, role: Role, now: datetime, actor: audit.Actor) -> Participation:
    """Somebody comes back, or takes the other role (R102): one person, another part, dated today.

    What is about the person goes along; wishes, motives and the decision are of a role and are asked again.
    """
    person = Person.objects.select_for_update().get(pk=part.person_id)
    running = [one for one in parts_of(person) if one.ended_on is None]
    if role in {one.role for one in running}:
        raise Conflict(
            "takes_part_already",
            _("%(name)s doet al mee als %(role)s.") % {"name": person.given_name, "role": role.label},
        )
    today = now.astimezone(clock.BRUSSELS).date()
    for one in running:
        _refuse_in_a_duo(one)
        _refuse_asked(one)
    for one in running:
        if appointment := appointment_of(one):
            give_up(appointment=appointment, actor=actor)
        revoke_link(part=one, now=now, actor=actor)
        people.end_part(part=one, today=today, actor=actor)
    again = people.begin_part(person=person, role=role, today=today, actor=actor)
    if facts := _about_the_person(part):
        intake.note_facts(part=again, facts=facts, wishes=(), actor=actor)
    return again


def _refuse_in_a_duo(part: Participation) -> None:
    if _runs(part):
        raise RuleBroken(
            "has_a_duo",
            _("%(name)s heeft nog een duo. Rond dat eerst af, met de reden erbij.")
            % {"name": part.person.given_name},
        )


def _refuse_asked(part: Participation) -> None:
    if proposals_of(part).filter(status=ProposalStatus.OPEN).exists():
        raise RuleBroken(
            "has_a_proposal",
            _("Voor %(name)s loopt nog een voorstel. Trek dat eerst terug.")
            % {"name": part.person.given_name},
        )


def _about_the_person(part: Participation) -> Facts | None:
    """Interests, work and the family: they stay with somebody in any role."""
    profile = Profile.objects.filter(participation=part).first()
    kept = ("interests", "profession", "household", "children_bands")
    return Facts(**{name: getattr(profile, name) for name in kept}) if profile else None


@transaction.atomic
def close_duo(*, duo: Duo, farewell: Farewell, today: date, actor: audit.Actor) -> None:
    """A duo ends, and whoever stops with the programme leaves it, unless another duo of theirs runs."""
    life.close(duo=duo, farewell=farewell, today=today, actor=actor)
    for part, onward in ((duo.newcomer, farewell.newcomer_onward), (duo.coach, farewell.coach_onward)):
        if onward != Onward.AGAIN and not part.ended_on and not _runs(part):
            leave_programme(part=part, today=today, actor=actor)


@transaction.atomic
def plan_closing_event(
    *,
    starts_at: datetime,
    ends_at: datetime,
    place: str,
    note: str,
    about: About,
    parts: Sequence[Participation],
    now: datetime,
    actor: audit.Actor,
) -> Event:
    """Plan a closing event and ask these people to it (R101)."""
    # Pressed twice: the second waits here and sees what the first planned.
    Initiative.objects.select_for_update().get(pk=current_initiative_id())
    stands = Event.objects.filter(kind=about.kind, starts_at=starts_at, place=place, cancelled_on=None)
    if stands.exists():
        raise RuleBroken("stands_already", _("Dit slotmoment staat er al. Kijk bij de momenten."))
    event = events.plan(
        about=about,
        starts_at=starts_at,
        ends_at=ends_at,
        place=place,
        note=note,
        now=now,
        actor=actor,
    )
    invite(event=event, parts=parts, now=now, actor=actor)
    return event


@transaction.atomic
def undo_closing(*, duo: Duo, capacity: int, today: date, actor: audit.Actor) -> None:
    """Take back a closing of today, that somebody left with it, and what both would hear of it."""
    for part, onward in ((duo.newcomer, duo.newcomer_onward), (duo.coach, duo.coach_onward)):
        if part.ended_on == today and onward != Onward.AGAIN:
            people.resume_part(part=part, actor=actor)
            part.ended_on = None
    life.reopen(duo=duo, capacity=capacity, why="", today=today, actor=actor)
    untell_over(duo=duo)


def _runs(part: Participation) -> bool:
    running = Duo.objects.filter(status=DuoStatus.ACTIVE)
    return running.filter(newcomer=part).exists() or running.filter(coach=part).exists()
