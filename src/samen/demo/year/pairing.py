"""From those who wait longest to a duo."""

from datetime import timedelta

from samen.base.dates import add_months
from samen.demo.proposing import propose
from samen.demo.year import months
from samen.demo.year.life import draw
from samen.demo.year.year import MONTHS, ROLES, Year
from samen.duos.guards import Ground
from samen.duos.models import Duo
from samen.matching import actions as matching
from samen.matching.choices import Answer
from samen.matching.models import Proposal
from samen.papers.policy_queries import policy_on
from samen.papers.queries import current_note, may_be_active
from samen.people.choices import Role
from samen.people.models import Participation

# An organisation without a policy: what is passed over has a reason.
NOT_INSURED = "proefjaar"


def match(year: Year) -> None:
    """Now and then the coordinator proposes the two who wait longest."""
    while may_ask(year) and year.chance(0.6):
        coach = next((one for one in year.waiting[Role.COACH] if may_be_active(one, year.day).ok), None)
        if coach is None:
            return
        newcomer = year.waiting[Role.NEWCOMER].pop(0)
        year.waiting[Role.COACH].remove(coach)
        year.asked += 1
        proposal = propose(newcomer=newcomer, coach=coach, on=year.day, actor=year.manner.actor)
        year.after(year.rng.randint(1, 4), lambda p=proposal: answer_proposal(year, p))  # type: ignore[misc]


def may_ask(year: Year) -> bool:
    """Whether there is somebody for whom a duo may still be proposed."""
    return year.asked < year.duo_count and bool(year.waiting[Role.NEWCOMER]) and year.may_begin()


def answer_proposal(year: Year, proposal: Proposal) -> None:
    """Both say yes, or one says no and both wait for somebody else."""
    if year.chance(0.08):
        side = year.rng.choice(ROLES)
        matching.record_answer(proposal=proposal, side=side, answer=Answer.NO, actor=year.manner.actor)
        wait_again(year, proposal.newcomer, proposal.coach)
        year.asked -= 1
        return
    for side in ROLES:
        matching.record_answer(proposal=proposal, side=side, answer=Answer.YES, actor=year.manner.actor)
    year.after(year.rng.randint(1, 9), lambda: start_duo(year, proposal))


def start_duo(year: Year, proposal: Proposal) -> None:
    """The first day: agreed for six to twelve months, sometimes from next week on."""
    if not may_be_active(proposal.coach, year.day).ok:
        matching.withdraw(proposal=proposal, actor=year.manner.actor)
        wait_again(year, proposal.newcomer, proposal.coach)
        year.asked -= 1
        return
    life = draw(year.rng, confirm(year, proposal))
    year.lives[life.duo.pk] = life
    year.done["duos_started"] += 1
    months.plan_life(year, life)


def confirm(year: Year, proposal: Proposal) -> Duo:
    """Both said yes: the duo starts."""
    starts_on = year.day + timedelta(days=year.rng.choice((0, 0, 1, 4)))
    ends = [ends_on for months in MONTHS if year.fits(ends_on := add_months(starts_on, months))]
    why = "" if policy_on(starts_on) else NOT_INSURED
    return matching.confirm(
        proposal=proposal,
        starts_on=starts_on,
        ends_on=year.rng.choice(ends),
        coach_capacity=1,
        ground=Ground(rules_told=True, note_given=current_note() is not None, why=why),
        today=year.day,
        actor=year.manner.actor,
    )


def wait_again(year: Year, newcomer: Participation, coach: Participation) -> None:
    """Both go back to those who wait: the coach last, so that they meet somebody else."""
    year.waiting[Role.NEWCOMER].append(newcomer)
    year.waiting[Role.COACH].append(coach)
