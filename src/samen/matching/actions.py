"""Verbs that change marks and proposals."""

from collections.abc import Sequence
from copy import copy
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from samen.base import audit
from samen.base.errors import Conflict, RuleBroken
from samen.base.scoping import current_initiative_id
from samen.duos import life_actions as duos
from samen.duos.guards import Ground
from samen.duos.models import Duo
from samen.initiatives.queries import follow_up_here
from samen.matching.choices import Answer, Mark, ProposalStatus
from samen.matching.models import PairMark, Proposal
from samen.people.actions import hold_all
from samen.people.choices import Role
from samen.people.models import Participation


def mark_pair(
    *, newcomer: Participation, coach: Participation, mark: Mark, note: str, bonus: int, actor: audit.Actor
) -> PairMark | None:
    """Pin or ban a pair, or note a gut feeling; an empty mark without note or bonus is removed."""
    _refuse_roles(newcomer, coach)
    try:
        with transaction.atomic():
            return _store_mark(newcomer, coach, mark, note.strip(), bonus, actor)
    except IntegrityError as error:
        raise Conflict(
            "pinned_elsewhere",
            _("%(name)s staat al vast bij een andere coach. Maak dat eerst los.")
            % {"name": newcomer.person.given_name},
        ) from error


def _store_mark(
    newcomer: Participation, coach: Participation, mark: Mark, note: str, bonus: int, actor: audit.Actor
) -> PairMark | None:
    audit.write(actor, "mark_pair", newcomer, coach=coach.pk, mark=str(mark), bonus=bonus)
    if not mark and not note and not bonus:
        PairMark.objects.filter(newcomer=newcomer, coach=coach).delete()
        return None
    stored, _created = PairMark.objects.update_or_create(
        newcomer=newcomer,
        coach=coach,
        defaults={"initiative_id": current_initiative_id(), "mark": mark, "note": note, "bonus": bonus},
    )
    return stored


def propose(
    *,
    newcomer: Participation,
    coach: Participation,
    score: float,
    reasons: Sequence[dict[str, Any]],
    engine_version: str,
    today: date,
    actor: audit.Actor,
) -> Proposal:
    """Put a pair to both of them."""
    _refuse_roles(newcomer, coach)
    try:
        with transaction.atomic():
            hold_all(parts=(newcomer, coach))
            proposal = Proposal.objects.create(
                initiative_id=current_initiative_id(),
                newcomer=newcomer,
                coach=coach,
                score=score,
                reasons=list(reasons),
                engine_version=engine_version,
                proposed_on=today,
            )
            audit.write(actor, "propose", proposal, newcomer=newcomer.pk, coach=coach.pk)
    except IntegrityError as error:
        raise Conflict(
            "already_proposed",
            _("Voor %(name)s loopt al een voorstel. Wacht op het antwoord of trek het eerst terug.")
            % {"name": newcomer.person.given_name},
        ) from error
    return proposal


@transaction.atomic
def record_answer(*, proposal: Proposal, side: Role, answer: Answer, actor: audit.Actor) -> None:
    """Note what one of the two said; a no ends the proposal, and the pair is not proposed again (R36)."""
    proposal = _open(proposal)
    name = f"{side}_answer"
    setattr(proposal, name, answer)
    if answer == Answer.NO:
        proposal.status = ProposalStatus.DECLINED
    proposal.save(update_fields=[name, "status"])
    audit.write(actor, "record_answer", proposal, side=str(side), answer=str(answer))


@transaction.atomic
def reopen(*, proposal: Proposal, side: Role, actor: audit.Actor) -> None:
    """Take back a no that was noted by mistake."""
    proposal = _locked(proposal)
    if proposal.status != ProposalStatus.DECLINED:
        raise Conflict("not_declined", _("Dit voorstel staat niet meer op nee. Laad de pagina opnieuw."))
    setattr(proposal, f"{side}_answer", Answer.NOT_YET)
    proposal.status = ProposalStatus.OPEN
    try:
        with transaction.atomic():
            proposal.save()
    except IntegrityError as error:
        raise Conflict("already_proposed", _("Er loopt intussen een ander voorstel.")) from error
    audit.write(actor, "reopen", proposal, side=str(side))


@transaction.atomic
def withdraw(*, proposal: Proposal, actor: audit.Actor) -> None:
    """Take a proposal back before it became a duo; the pair may be proposed again."""
    proposal = _open(proposal)
    proposal.status = ProposalStatus.WITHDRAWN
    proposal.save(update_fields=["status"])
    audit.write(actor, "withdraw", proposal)


@transaction.atomic
def plan_first_meeting(
    *, proposal: Proposal, at: datetime, where: str, now: datetime, actor: audit.Actor
) -> Proposal:
    """Agree when the two see each other for the first time, with the coordinator; again: another time."""
    proposal = _open(proposal)
    if at <= now:
        raise RuleBroken("in_the_past", _("Dat moment is al voorbij. Kies een moment dat nog komt."))
    if proposal.meets_at:
        proposal.meets_sequence += 1
    proposal.meets_at, proposal.meets_where = at, where.strip()
    proposal.save(update_fields=["meets_at", "meets_where", "meets_sequence"])
    audit.write(actor, "plan_first_meeting", proposal, at=at.isoformat())
    return proposal


@transaction.atomic
def call_off_first_meeting(*, proposal: Proposal, actor: audit.Actor) -> Proposal:
    """The first meeting does not go on; returns the proposal as it stood, to tell both."""
    proposal = _open(proposal)
    if proposal.meets_at is None:
        raise Conflict("no_first_meeting", _("Er staat geen eerste ontmoeting. Laad de pagina opnieuw."))
    was = copy(proposal)
    was.meets_sequence = proposal.meets_sequence = proposal.meets_sequence + 1
    proposal.meets_at, proposal.meets_where = None, ""
    proposal.save(update_fields=["meets_at", "meets_where", "meets_sequence"])
    audit.write(actor, "call_off_first_meeting", proposal)
    return was


@transaction.atomic
def note_introduced(*, proposal: Proposal, on: date, today: date, actor: audit.Actor) -> None:
    """The two saw each other for the first time."""
    proposal = _open(proposal)
    if on > today:
        raise RuleBroken(
            "in_the_future", _("Die dag moet nog komen. Kies vandaag of een dag die voorbij is.")
        )
    proposal.introduced_on = on
    proposal.save(update_fields=["introduced_on"])
    audit.write(actor, "note_introduced", proposal, on=on.isoformat())


@transaction.atomic
def confirm(
    *,
    proposal: Proposal,
    starts_on: date,
    ends_on: date,
    coach_capacity: int,
    ground: Ground,
    today: date,
    actor: audit.Actor,
    with_children: bool = False,
) -> Duo:
    """Both said yes: start the duo (R35), in the rhythm of the initiative (R3)."""
    proposal = _open(proposal)
    if not proposal.newcomer_answer == proposal.coach_answer == Answer.YES:
        raise RuleBroken("not_both_yes", _("Starten kan nog niet: noteer eerst dat allebei ja zeiden."))
    duo = duos.start(
        newcomer=proposal.newcomer,
        coach=proposal.coach,
        capacity=coach_capacity,
        starts_on=starts_on,
        ends_on=ends_on,
        ground=ground,
        today=today,
        with_children=with_children,
        rhythm_days=follow_up_here().rhythm,
        actor=actor,
    )
    proposal.status, proposal.duo = ProposalStatus.STARTED, duo
    proposal.save(update_fields=["status", "duo"])
    audit.write(actor, "confirm", proposal, duo=duo.pk)
    return duo


def _refuse_roles(newcomer: Participation, coach: Participation) -> None:
    if newcomer.role != Role.NEWCOMER or coach.role != Role.COACH or newcomer.person_id == coach.person_id:
        raise RuleBroken("wrong_roles", _("Kies één nieuwkomer en één coach."))


def _locked(proposal: Proposal) -> Proposal:
    """The proposal as it stands now, held until this action is done: two may press at once."""
    return (
        Proposal.objects.select_for_update(of=("self",))
        .select_related("newcomer", "coach")
        .get(pk=proposal.pk)
    )


def _open(proposal: Proposal) -> Proposal:
    held = _locked(proposal)
    if held.status != ProposalStatus.OPEN:
        raise Conflict("proposal_closed", _("Dit voorstel loopt niet meer. Laad de pagina opnieuw."))
    return held
