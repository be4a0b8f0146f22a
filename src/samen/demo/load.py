"""Make the demo initiative, once, through the actions that everything else goes through."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path

from django.db import transaction

from samen.accounts.actions import add_user, make_administrator
from samen.base import audit, clock
from samen.base.private_file import write_private
from samen.base.scoping import scope
from samen.compliance.actions import refresh
from samen.demo import coaches, duos, newcomers, pairs
from samen.demo.gatherings import gather
from samen.demo.notation import Asked, Hunch, Someone, Story, details_of, phone_number, read_diary
from samen.demo.own_pages import OwnPage, use_own_pages
from samen.demo.past import PAST_DAYS, live_past
from samen.demo.proposing import propose
from samen.demo.recruiting import find_people
from samen.demo.worries import tell_worries
from samen.desk.actions import take_part_again
from samen.duos import actions as duo_actions
from samen.duos import life_actions as life
from samen.duos.choices import SignedWay
from samen.duos.guards import Ground
from samen.duos.life_actions import Farewell
from samen.duos.models import Duo
from samen.duos.rules import add_months
from samen.duos.signature_actions import Signed, sign
from samen.events.actions import plan
from samen.initiatives.actions import (
    Presentation,
    accept_ground_rules,
    add_initiative,
    add_member,
    open_page,
    present,
)
from samen.initiatives.choices import Role as StaffRole
from samen.initiatives.models import Initiative
from samen.intake.actions import decide, note_facts
from samen.intake.choices import Outcome
from samen.matching import actions as matching
from samen.matching.choices import Answer
from samen.matching.models import Proposal
from samen.papers.actions import NoteWords, write_note
from samen.papers.choices import Arranged, LegalForm, RecordWhy
from samen.papers.policy_actions import Insured, keep_policy
from samen.papers.record_actions import note_seen
from samen.people import actions as people
from samen.people.choices import Role
from samen.people.models import Participation

SLUG = "samen-deinze"
NAME = "Samen in Deinze"
ORGANISATION = "Welkomhuis Drie Beuken"
PRESENTATION = Presentation(
    name=NAME,
    organisation=ORGANISATION,
    contact_name="Leen Vanhoutte",
    contact_phone="+3292110034",
    contact_email="hallo@samen-deinze.example",
    contact_hours="Maandag en donderdag, van 9 tot 16 uur",
    contact_place="Welkomhuis Drie Beuken, Markt 3, Deinze",
    area=("9800", "9850", "9870"),
)
SESSION_IN_DAYS = 10
POLICY_BEGAN_DAYS, POLICY_ENDS_DAYS = 760, 50
STAFF = (
    (StaffRole.COORDINATOR, "Leen Vanhoutte"),
    (StaffRole.ASSISTANT, "Dounia Belkacem"),
    (StaffRole.READER, "Frank Tack"),
)
STAFF_MAIL = "samen-deinze.example"

# How long a proposal takes before the duo begins.
TALKED_OVER_DAYS = 11
# The extract of a coach of a family is read before the start, and was then so old.
CHECKED_BEFORE_DAYS, EXTRACT_DAYS = 3, 9

SignIn = dict[str, str]
Told = dict[str, list[SignIn] | list[OwnPage]]


def load(demo_file: Path, *, past_days: int = PAST_DAYS) -> None:
    """Make the demo initiative and write its sign-ins to `demo_file`: both, or neither."""
    if demo_file.exists():
        return
    is_written = False
    try:
        with transaction.atomic():
            made = make(clock.today(), past_days=past_days)
            write_private(demo_file, json.dumps({"initiative": SLUG, **made}, indent=1))
            is_written = True
    except BaseException:
        # Only what was written here goes: another process may just have loaded the demo.
        if is_written:
            demo_file.unlink(missing_ok=True)
        raise


def make(today: date, *, past_days: int = PAST_DAYS) -> Told:
    """The initiative as it would stand on this day; returns who may sign in, and two own pages to open.

    `past_days`: how long it was lived in before, by people who have left; none with 0.
    """
    initiative = add_initiative(slug=SLUG, name=NAME, organisation=ORGANISATION, actor=audit.COMMAND)
    sign_ins, actor = _staff(initiative)
    _open(initiative, today, actor)
    _insure(initiative, today, today - timedelta(days=past_days), actor)
    if past_days:
        live_past(initiative, today, past_days, actor)
    with scope(initiative.pk):
        town = Town(today, actor)
        town.register_everybody()
        for story in sorted((*duos.FORMER, *duos.RUNNING), key=lambda story: -story.days):
            town.tell(story)
        for asked in pairs.PROPOSALS:
            town.ask(asked)
        for hunch in pairs.HUNCHES:
            town.note(hunch)
        find_people(town.parts, today, actor)
        tell_worries(town.parts, today, actor)
        gather(today, actor)
        town.say_goodbye()
        town.come_back()
        own_pages = use_own_pages(town.parts, actor)
        refresh(today=today)
    return {"sign_ins": sign_ins, "own_pages": own_pages}


def _insure(initiative: Initiative, today: date, began_on: date, actor: audit.Actor) -> None:
    """The organisation note, and a policy that began two years ago and ends in seven weeks."""
    with scope(initiative.pk):
        insurance = "Je bent verzekerd voor schade aan anderen, tijdens de momenten van jouw duo."
        write_note(
            words=NoteWords(legal_form=LegalForm.MUNICIPALITY, insurance=insurance),
            now=datetime.combine(began_on, time(9), clock.BRUSSELS),
            actor=actor,
        )
        insured = Insured(
            insurer="Scheldezicht Verzekeringen",
            number="45.021.338",
            arranged_by=Arranged.OWN,
            starts_on=today - timedelta(days=POLICY_BEGAN_DAYS),
            ends_on=today + timedelta(days=POLICY_ENDS_DAYS),
            covers_accidents=True,
            claims="Bel de dienst verzekeringen van de stad binnen acht dagen: 09 381 00 00.",
        )
        keep_policy(insured=insured, actor=actor)


def _staff(initiative: Initiative) -> tuple[list[SignIn], audit.Actor]:
    """Make the staff, the coordinator first; returns their sign-ins, and the coordinator as who acts."""
    sign_ins, actors = [], []
    for role, name in STAFF:
        email = f"{role}@{STAFF_MAIL}"
        user, password = add_user(email=email, name=name)
        add_member(initiative=initiative, user=user, role=role, actor=audit.COMMAND)
        sign_ins.append({"email": email, "password": password, "role": str(role)})
        actors.append(audit.Actor.user(user.pk))
        if role == StaffRole.COORDINATOR:
            make_administrator(user=user)
    return sign_ins, actors[0]


def _open(initiative: Initiative, today: date, actor: audit.Actor) -> None:
    """The public page, bound by the four rules, with an information session in ten days."""
    with scope(initiative.pk):
        present(initiative=initiative, presentation=PRESENTATION, actor=actor)
        accept_ground_rules(initiative=initiative, carries_programme_name=True, today=today, actor=actor)
        open_page(initiative=initiative, is_public=True, actor=actor)
        day = today + timedelta(days=SESSION_IN_DAYS)
        plan(
            starts_at=datetime.combine(day, time(19), clock.BRUSSELS),
            ends_at=datetime.combine(day, time(20, 30), clock.BRUSSELS),
            place="De bib, Markt 21, Deinze",
            note="Koffie en thee staan klaar. Kinderen zijn welkom.",
            now=clock.now(),
            actor=actor,
        )


@dataclass
class Town:
    """The demo on its day: whoever was registered is known by name."""

    today: date
    actor: audit.Actor
    parts: dict[str, Participation] = field(default_factory=dict)
    known: dict[str, Someone] = field(default_factory=dict)

    def ago(self, days: int) -> date:
        """The day so many days before today."""
        return self.today - timedelta(days=days)

    def register_everybody(self) -> None:
        """Register all people in the order in which they came; accept all but the newest."""
        everybody = [(Role.NEWCOMER, someone) for someone in newcomers.EVERYBODY]
        everybody += [(Role.COACH, someone) for someone in coaches.EVERYBODY]
        undecided = {someone.name for someone in (*newcomers.NEW, *coaches.NEW)}
        in_order = sorted(everybody, key=lambda entry: -entry[1].days)
        for nth, (role, someone) in enumerate(in_order, start=1):
            self._register(role, someone, phone_number(nth))
            if someone.name not in undecided:
                self._accept(someone)

    def _register(self, role: Role, someone: Someone, number: str) -> None:
        part = people.register(
            details=details_of(someone, number, self.today.year),
            role=role,
            registered_on=self.ago(someone.days),
            remark=someone.remark,
            actor=self.actor,
        )
        note_facts(part=part, facts=someone.facts, wishes=someone.wishes, actor=self.actor)
        self.parts[someone.name], self.known[someone.name] = part, someone

    def _accept(self, someone: Someone) -> None:
        """The first conversation came four to twelve days after they registered."""
        talked = min(someone.days, 4 + someone.days % 9)
        decide(
            part=self.parts[someone.name],
            outcome=Outcome.ACCEPTED,
            today=self.ago(someone.days - talked),
            actor=self.actor,
        )

    def tell(self, story: Story) -> None:
        """A duo from its proposal to its last meeting, and to its end if it has one."""
        duo = self._start(story)
        if story.is_signed:
            self._sign(duo)
        if story.rest:
            duo_actions.pause(
                duo=duo,
                from_on=self.ago(story.rest.first),
                until_on=self.ago(story.rest.last),
                reason=story.rest.why,
                actor=self.actor,
            )
        for met in read_diary(story.diary):
            duo_actions.log_meeting(
                duo=duo,
                met_on=self.ago(met.days),
                minutes=met.minutes,
                activity=met.activity,
                proposed_by=met.proposed_by or "",
                way=met.way,
                today=self.today,
                actor=self.actor,
            )
        if story.closed is not None and story.why:
            on = self.ago(story.closed)
            life.close(duo=duo, farewell=Farewell(story.why, on), today=on, actor=self.actor)

    def _start(self, story: Story) -> Duo:
        proposal = self.ask(
            Asked(
                newcomer=story.newcomer,
                coach=story.coach,
                days=story.days + TALKED_OVER_DAYS,
                newcomer_says=Answer.YES,
                coach_says=Answer.YES,
            )
        )
        starts_on = self.ago(story.days)
        if story.with_children:
            self._check(self.parts[story.coach], story.days + CHECKED_BEFORE_DAYS)
        return matching.confirm(
            proposal=proposal,
            starts_on=starts_on,
            ends_on=add_months(starts_on, story.months),
            coach_capacity=self.known[story.coach].room,
            ground=Ground(rules_told=True, note_given=True),
            today=starts_on,
            with_children=story.with_children,
            actor=self.actor,
        )

    def _sign(self, duo: Duo) -> None:
        """Both signed the agreement on the first day, on the coordinator's screen."""
        for role, part in ((Role.NEWCOMER, duo.newcomer), (Role.COACH, duo.coach)):
            signed = Signed(duo.starts_on, SignedWay.SCREEN, str(part.person))
            sign(duo=duo, by_role=role, signed=signed, today=self.today, actor=self.actor)

    def _check(self, coach: Participation, days: int) -> None:
        """Somebody read the criminal-record extract of a coach who will see children."""
        note_seen(
            part=coach,
            why=RecordWhy.FAMILY,
            issued_on=self.ago(days + EXTRACT_DAYS),
            checked_on=self.ago(days),
            today=self.today,
            actor=self.actor,
        )

    def ask(self, asked: Asked) -> Proposal:
        """A proposal with the engine's reasons, and what the two said."""
        newcomer, coach = self.parts[asked.newcomer], self.parts[asked.coach]
        proposal = propose(newcomer=newcomer, coach=coach, on=self.ago(asked.days), actor=self.actor)
        answers: Mapping[Role, Answer] = {Role.NEWCOMER: asked.newcomer_says, Role.COACH: asked.coach_says}
        for side, answer in answers.items():
            if answer != Answer.NOT_YET:
                matching.record_answer(proposal=proposal, side=side, answer=answer, actor=self.actor)
        return proposal

    def note(self, hunch: Hunch) -> None:
        """A pin, a ban or a gut feeling."""
        matching.mark_pair(
            newcomer=self.parts[hunch.newcomer],
            coach=self.parts[hunch.coach],
            mark=hunch.mark,
            note=hunch.note,
            bonus=hunch.bonus,
            actor=self.actor,
        )

    def say_goodbye(self) -> None:
        """Whoever left, left on their day."""
        for name, someone in self.known.items():
            if someone.left is not None:
                people.end_part(part=self.parts[name], today=self.ago(someone.left), actor=self.actor)

    def come_back(self) -> None:
        """Whoever was a newcomer and wants to be a coach now; nobody spoke to them about it yet."""
        for name, days in duos.BACK_AS_COACH.items():
            moment = datetime.combine(self.ago(days), time(10), clock.BRUSSELS)
            take_part_again(part=self.parts[name], role=Role.COACH, now=moment, actor=self.actor)
