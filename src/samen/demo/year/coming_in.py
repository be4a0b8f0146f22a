"""People come in, are spoken to, and may start; of a coach the papers are looked at."""

from datetime import timedelta

from samen.base import clock
from samen.demo.notation import details_of
from samen.demo.year.names import phone_of, somebody
from samen.demo.year.year import Year
from samen.intake.actions import decide, note_facts
from samen.intake.choices import Outcome
from samen.outreach.heard import HeardFrom
from samen.outreach.models import Registration
from samen.outreach.registration import Received, note_contact, receive
from samen.papers import actions as papers
from samen.papers.choices import ClearanceStatus, Duty, Way
from samen.papers.queries import clearance_of
from samen.people import actions as people
from samen.people.actions import Details
from samen.people.choices import Role
from samen.people.models import Participation


def come_in(year: Year, role: Role) -> None:
    """Somebody registers on the website, or is noted by the coordinator."""
    year.done["newcomers" if role == Role.NEWCOMER else "coaches"] += 1
    someone = somebody(year.rng, role, year.names)
    details = details_of(someone, phone_of(len(year.names)), year.day.year)
    if year.chance(0.7):
        came = receive(received=received(year, role, details), now=clock.now(), today=year.day)
        part = came.participation
        year.after(year.rng.choice((1, 2, 3, 5, 6, 9, 13)), lambda: first_word(year, part))
    else:
        part = people.register(details=details, role=role, registered_on=year.day, actor=year.manner.actor)
    note_facts(part=part, facts=someone.facts, wishes=(), actor=year.manner.actor)
    year.after(year.rng.randint(4, 16), lambda: decide_about(year, part))


def received(year: Year, role: Role, details: Details) -> Received:
    """By the link of an intermediary, or with a word on how they heard of us."""
    source = None
    if role == Role.NEWCOMER and year.manner.sources and year.chance(0.6):
        source = year.rng.choice(year.manner.sources)
    heard_from = "" if source else year.rng.choice(HeardFrom.values)
    return Received(role, details, language="nl", heard_from=heard_from, source=source)


def first_word(year: Year, part: Participation) -> None:
    """The coordinator is in touch."""
    registration = Registration.objects.filter(participation=part, contacted_on=None).first()
    if registration:
        note_contact(registration=registration, today=year.day, actor=year.manner.actor)


def decide_about(year: Year, part: Participation) -> None:
    """After the conversation: most may start, some wait, a few go elsewhere."""
    luck = year.rng.random()
    if luck < 0.12:
        recall_on = year.day + timedelta(days=year.rng.randint(30, 100))
        decide(
            part=part,
            outcome=Outcome.WAITING_LANGUAGE,
            recall_on=recall_on,
            today=year.day,
            actor=year.manner.actor,
        )
        return
    if luck < 0.17:
        decide(part=part, outcome=Outcome.WITHDRAWN, today=year.day, actor=year.manner.actor)
        return
    accept(year, part)


def accept(year: Year, part: Participation) -> None:
    """Somebody may start; of a coach the papers are looked at."""
    decide(part=part, outcome=Outcome.ACCEPTED, today=year.day, actor=year.manner.actor)
    year.waiting[Role(part.role)].append(part)
    if part.role == Role.COACH and year.may_begin() and year.chance(0.7):
        year.after(year.rng.randint(0, 5), lambda: ask_papers(year, part))


def ask_papers(year: Year, coach: Participation) -> None:
    """Whether a benefit asks something of them; and the organisation note, now or later."""
    duty = year.rng.choice((Duty.NONE, Duty.NONE, Duty.NONE, Duty.NOTIFY, Duty.ASK))
    papers.note_duty(
        part=coach, duty=duty, has_tacit_term=duty == Duty.NOTIFY, today=year.day, actor=year.manner.actor
    )
    year.after(year.rng.choice((0, 0, 3, 20)), lambda: give_note(year, coach))
    if duty != Duty.NONE:
        year.after(year.rng.randint(0, 4), lambda: tell_duty(year, coach, duty))


def give_note(year: Year, coach: Participation) -> None:
    """The coach gets the organisation note."""
    papers.note_receipt(part=coach, way=Way.PAPER, language="nl", today=year.day, actor=year.manner.actor)


def tell_duty(year: Year, coach: Participation, duty: Duty) -> None:
    """The coach hears what to do, and does it after some days."""
    papers.tell_duty(
        part=coach,
        duty=duty,
        has_tacit_term=duty == Duty.NOTIFY,
        language="nl",
        now=clock.now(),
        actor=year.manner.actor,
    )
    year.after(year.rng.randint(1, 12), lambda: note_filed(year, coach))


def note_filed(year: Year, coach: Participation) -> None:
    """It was filed, some days ago or today; the answer comes, or silence decides."""
    clearance = clearance_of(coach)
    if clearance and clearance.status == ClearanceStatus.TOLD:
        filed_on = year.day - timedelta(days=year.rng.choice((0, 0, 2)))
        filed_on = max(filed_on, clearance.told_on or filed_on)
        papers.note_filed(clearance=clearance, filed_on=filed_on, today=year.day, actor=year.manner.actor)
        if clearance.duty == Duty.ASK or year.chance(0.3):
            year.after(year.rng.randint(5, 40), lambda: note_answer(year, coach))


def note_answer(year: Year, coach: Participation) -> None:
    """The authority says yes."""
    clearance = clearance_of(coach)
    if clearance and clearance.status in {ClearanceStatus.FILED, ClearanceStatus.TACIT}:
        answered_on = max(year.day - timedelta(days=year.rng.choice((0, 3))), clearance.filed_on or year.day)
        papers.note_answer(
            clearance=clearance,
            answer=ClearanceStatus.ACCEPTED,
            answered_on=answered_on,
            today=year.day,
            actor=year.manner.actor,
        )
