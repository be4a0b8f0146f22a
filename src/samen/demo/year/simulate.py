"""An initiative lives from one day to another: people come, talk, meet, fall silent and say goodbye.

The same seed gives the same year. Each day has a morning (reminders, and a coordinator who looks at what the
rules found the evening before), a day on which things happen, and an evening on which the tick looks again.
What is queued for people never leaves: it is stopped the same evening, or told by hand.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from random import Random

from django.db import transaction
from django.utils.translation import gettext as _

from samen.base import audit, clock
from samen.base.dates import add_months
from samen.base.errors import Refused
from samen.base.scoping import scope
from samen.compliance.actions import catch_up, postpone, refresh
from samen.compliance.choices import Rule
from samen.compliance.models import Alert
from samen.demo.notation import details_of
from samen.demo.proposing import propose
from samen.demo.year.life import BALANCED, EARLY, GOOD, IN_TIME, Life, draw, onward
from samen.demo.year.names import phone_of, somebody
from samen.demo.year.words import (
    FOLLOWED_UP,
    GOES_LESS_WELL,
    GOES_WELL,
    WORRIES,
    Did,
    the_last_time,
    what_they_did,
)
from samen.desk.actions import close_duo, leave_programme
from samen.duos import actions as duos
from samen.duos import (
    check_in_actions,
    hours_actions,
    life_actions,
    plan_actions,
    quiet_actions,
    signature_actions,
)
from samen.duos.check_in_actions import SCORES, Said
from samen.duos.check_in_queries import asked_from, find_check_in
from samen.duos.choices import (
    CheckInMoment,
    CheckInWay,
    ClosingReason,
    HowItGoes,
    Obligation,
    Onward,
    PauseReason,
    SignedWay,
)
from samen.duos.guards import Ground
from samen.duos.life_actions import Farewell
from samen.duos.messages import OVER
from samen.duos.models import MOST_SCORE, Duo
from samen.duos.news import tell_over
from samen.duos.rules import check_in_days
from samen.duos.signature_actions import Signed
from samen.initiatives.actions import count_hours
from samen.initiatives.models import Initiative
from samen.initiatives.queries import follow_up_here
from samen.intake.actions import decide, note_facts
from samen.intake.choices import Outcome
from samen.matching import actions as matching
from samen.matching.choices import Answer
from samen.matching.models import Proposal
from samen.messaging.actions import mark_done, take_back
from samen.messaging.choices import Status
from samen.messaging.models import OutboxMessage
from samen.outreach.heard import HeardFrom
from samen.outreach.models import Registration, Source
from samen.outreach.registration import Received, note_contact, receive
from samen.papers import actions as papers
from samen.papers.choices import ClearanceStatus, Duty, Way
from samen.papers.policy_queries import policy_on
from samen.papers.queries import clearance_of, current_note, may_be_active
from samen.people import actions as people
from samen.people.actions import Details
from samen.people.choices import Role
from samen.people.models import Participation, Person
from samen.signals import actions as signals
from samen.signals.choices import CameFrom, Seriousness
from samen.signals.choices import Outcome as SignalOutcome
from samen.signals.models import Signal
from samen.signals.queries import readers, told_seriously

# An organisation without a policy: what is passed over has a reason.
NOT_INSURED = "proefjaar"
ACTOR = audit.Actor("simulation")
MORNING = time(9)
LONGEST_DAYS, MOST_DUOS = 5 * 366, 500
MONTHS = (6, 6, 7, 9, 12)
ROLES = (Role.NEWCOMER, Role.COACH)
# How long the longest talks take from a proposal to a first day, and what comes after an agreed end.
UNTIL_START, AFTER_END = timedelta(days=20), timedelta(days=21)
WEEK = 7
NOT_GONE = (Status.WAITING, Status.BY_HAND)
# How much higher somebody scores at each moment at which it is asked.
GROWN = {CheckInMoment.FIRST_WEEKS: 0, CheckInMoment.HALFWAY: 1, CheckInMoment.BEFORE_END: 2}
# So long before the last day nobody comes in any more, and those without a duo begin to leave.
LAST_COMES_BEFORE, LEAVE_BEFORE = 250, timedelta(days=150)

Progress = Callable[[date, int], None]


@dataclass(frozen=True)
class Manner:
    """How an initiative lives its days."""

    actor: audit.Actor = ACTOR
    counts_hours: bool = True
    is_daily: bool = True
    """The tick looks and reminds each day; else it looks once a week, and nobody is reminded."""
    comes_to_rest: bool = False
    """On the last day no duo runs and nobody waits."""
    sources: tuple[Source, ...] = ()
    """By which links newcomers come in."""


AS_EVERYBODY = Manner()


def refuse(initiative: Initiative, first: date, last: date, today: date, duo_count: int) -> None:
    """Raise when this year cannot be lived here."""
    if last <= first:
        raise Refused("bad_period", _("De laatste dag komt niet na de eerste. Draai de twee dagen om."))
    if last > today:
        raise Refused("in_the_future", _("De laatste dag moet nog komen. Kies vandaag of een vroegere dag."))
    if (last - first).days > LONGEST_DAYS:
        raise Refused("too_long", _("Dat is langer dan vijf jaar. Kies een kortere tijd."))
    if not 1 <= duo_count <= MOST_DUOS:
        raise Refused("duos", _("Kies een aantal duo’s van 1 tot %(most)s.") % {"most": MOST_DUOS})
    with scope(initiative.pk):
        if Person.objects.exists():
            sentence = _("In ‘%(name)s’ staan al mensen. Neem een leeg initiatief: samen initiative add …")
            raise Refused("not_empty", sentence % {"name": initiative.name})


@transaction.atomic
def simulate(
    *,
    initiative: Initiative,
    first: date,
    last: date,
    seed: int,
    duo_count: int,
    progress: Progress,
    manner: Manner = AS_EVERYBODY,
) -> "Year":
    """Live from the first day to the last, both counted: all of it, or nothing."""
    with scope(initiative.pk):
        rng = Random(seed)  # noqa: S311 - a story, no secret
        year = Year(initiative, first, last, duo_count, rng, manner)
        year.begin()
        day = first
        while day <= last:
            with _morning_of(day):
                year.live(day)
            progress(day, year.done["duos_started"])
            day += timedelta(days=1)
    return year


@contextmanager
def _morning_of(day: date) -> Iterator[None]:
    """Let the clock of the process stand at the morning of this day."""
    with clock.shifted(datetime.combine(day, MORNING, clock.BRUSSELS) - clock.now()):
        yield


@dataclass
class Year:
    """The initiative on its way: who waits, which duos live, and what is to happen on which day."""

    initiative: Initiative
    first: date
    last: date
    duo_count: int
    rng: Random
    manner: Manner
    day: date = date.min
    looked_on: date = date.min
    agenda: defaultdict[date, list[Callable[[], None]]] = field(default_factory=lambda: defaultdict(list))
    waiting: dict[Role, list[Participation]] = field(default_factory=lambda: {role: [] for role in Role})
    lives: dict[int, Life] = field(default_factory=dict)
    asked: int = 0
    names: set[str] = field(default_factory=set)
    owner: int | None = None
    done: Counter[str] = field(default_factory=Counter)

    # ---------- Days ----------

    def begin(self) -> None:
        """Hours may count here; and everybody who will come, comes on a day."""
        if self.manner.counts_hours:
            count_hours(initiative=self.initiative, counts=True, actor=self.manner.actor)
        self.owner = next(iter(readers()), None)
        span = (self.last - self.first).days
        later = span * 6 // 10
        if self.manner.comes_to_rest:
            later = min(later, max(0, span - LAST_COMES_BEFORE))
        for role, share in ((Role.NEWCOMER, 1.2), (Role.COACH, 1.1)):
            for n in range(round(self.duo_count * share) + 1):
                # A first wave from the information sessions, the others little by little.
                latest = min(30, span) if n < self.duo_count * 0.4 else later
                self.after(self.rng.randint(0, latest), lambda role=role: self.come_in(role), of=self.first)  # type: ignore[misc]

    def after(self, days: int, act: Callable[[], None], *, of: date | None = None) -> None:
        """Let something happen so many days from now."""
        self.agenda[(of or self.day) + timedelta(days=days)].append(act)

    def live(self, day: date) -> None:
        """One day, from the reminders of the morning to the tick of the evening."""
        self.day = day
        if current_note() is None:
            papers.write_note(words=papers.NoteWords(), now=clock.now(), actor=self.manner.actor)
        if self.manner.is_daily:
            self.remind()
        if self.looked_on == day - timedelta(days=1):
            for alert in Alert.objects.filter(closed_on=None, opened_on=self.looked_on).order_by("id"):
                self.look_at(alert)
        while acts := self.agenda.pop(day, []):
            for act in acts:
                act()
        self.match()
        if self.manner.comes_to_rest and self.last - day <= LEAVE_BEFORE:
            self.leave_one_by_one()
        if self.manner.is_daily or (day - self.first).days % WEEK == 0 or day == self.last:
            self.evening()

    def evening(self) -> None:
        """The tick looks at how things stand."""
        papers.settle(today=self.day)
        if self.manner.is_daily:
            catch_up(day=self.day, today=self.day)
        else:
            refresh(today=self.day)
        self.looked_on = self.day
        self.stop_messages()

    def remind(self) -> None:
        """What the tick sends to participants by itself."""
        now = clock.now()
        plan_actions.remind(now=now)
        quiet_actions.ask_after(now=now)
        check_in_actions.ask(now=now)
        check_in_actions.ask_after(now=now, spared=told_seriously())

    def stop_messages(self) -> None:
        """Nobody here exists: what would leave, never leaves; as a past it was all told by hand."""
        waiting = OutboxMessage.objects.filter(status__in=NOT_GONE)
        if self.manner.comes_to_rest:
            self.tell_by_hand(waiting)
        else:
            self.done["messages"] += take_back(keys=list(waiting.values_list("key", flat=True)))

    def tell_by_hand(self, waiting: Iterable[OutboxMessage]) -> None:
        """The coordinator said it to each of them, in another way."""
        for message in waiting:
            mark_done(message=message, now=clock.now(), actor=self.manner.actor)
            self.done["messages"] += 1

    def may_begin(self) -> bool:
        """Whether a duo that is proposed today can still come to its end."""
        return self.fits(add_months(self.day + UNTIL_START, min(MONTHS)))

    def fits(self, ends_on: date) -> bool:
        """Whether a duo may end on this day."""
        return not self.manner.comes_to_rest or ends_on + AFTER_END <= self.last

    def chance(self, share: float) -> bool:
        """Whether it happens, so often in a hundred times a hundredth."""
        return self.rng.random() < share

    # ---------- Coming in ----------

    def come_in(self, role: Role) -> None:
        """Somebody registers on the website, or is noted by the coordinator."""
        self.done["newcomers" if role == Role.NEWCOMER else "coaches"] += 1
        someone = somebody(self.rng, role, self.names)
        details = details_of(someone, phone_of(len(self.names)), self.day.year)
        if self.chance(0.7):
            came = receive(received=self.received(role, details), now=clock.now(), today=self.day)
            part = came.participation
            self.after(self.rng.choice((1, 2, 3, 5, 6, 9, 13)), lambda: self.first_word(part))
        else:
            part = people.register(
                details=details, role=role, registered_on=self.day, actor=self.manner.actor
            )
        note_facts(part=part, facts=someone.facts, wishes=(), actor=self.manner.actor)
        self.after(self.rng.randint(4, 16), lambda: self.decide_about(part))

    def received(self, role: Role, details: Details) -> Received:
        """By the link of an intermediary, or with a word on how they heard of us."""
        source = None
        if role == Role.NEWCOMER and self.manner.sources and self.chance(0.6):
            source = self.rng.choice(self.manner.sources)
        heard_from = "" if source else self.rng.choice(HeardFrom.values)
        return Received(role, details, language="nl", heard_from=heard_from, source=source)

    def first_word(self, part: Participation) -> None:
        """The coordinator is in touch."""
        registration = Registration.objects.filter(participation=part, contacted_on=None).first()
        if registration:
            note_contact(registration=registration, today=self.day, actor=self.manner.actor)

    def decide_about(self, part: Participation) -> None:
        """After the conversation: most may start, some wait, a few go elsewhere."""
        luck = self.rng.random()
        if luck < 0.12:
            recall_on = self.day + timedelta(days=self.rng.randint(30, 100))
            decide(
                part=part,
                outcome=Outcome.WAITING_LANGUAGE,
                recall_on=recall_on,
                today=self.day,
                actor=self.manner.actor,
            )
            return
        if luck < 0.17:
            decide(part=part, outcome=Outcome.WITHDRAWN, today=self.day, actor=self.manner.actor)
            return
        self.accept(part)

    def accept(self, part: Participation) -> None:
        """Somebody may start; of a coach the papers are looked at."""
        decide(part=part, outcome=Outcome.ACCEPTED, today=self.day, actor=self.manner.actor)
        self.waiting[Role(part.role)].append(part)
        if part.role == Role.COACH and self.may_begin() and self.chance(0.7):
            self.after(self.rng.randint(0, 5), lambda: self.ask_papers(part))

    # ---------- Papers of a coach ----------

    def ask_papers(self, coach: Participation) -> None:
        """Whether a benefit asks something of them; and the organisation note, now or later."""
        duty = self.rng.choice((Duty.NONE, Duty.NONE, Duty.NONE, Duty.NOTIFY, Duty.ASK))
        papers.note_duty(
            part=coach, duty=duty, has_tacit_term=duty == Duty.NOTIFY, today=self.day, actor=self.manner.actor
        )
        self.after(self.rng.choice((0, 0, 3, 20)), lambda: self.give_note(coach))
        if duty != Duty.NONE:
            self.after(self.rng.randint(0, 4), lambda: self.tell_duty(coach, duty))

    def give_note(self, coach: Participation) -> None:
        """The coach gets the organisation note."""
        papers.note_receipt(part=coach, way=Way.PAPER, language="nl", today=self.day, actor=self.manner.actor)

    def tell_duty(self, coach: Participation, duty: Duty) -> None:
        """The coach hears what to do, and does it after some days."""
        papers.tell_duty(
            part=coach,
            duty=duty,
            has_tacit_term=duty == Duty.NOTIFY,
            language="nl",
            now=clock.now(),
            actor=self.manner.actor,
        )
        self.after(self.rng.randint(1, 12), lambda: self.note_filed(coach))

    def note_filed(self, coach: Participation) -> None:
        """It was filed, some days ago or today; the answer comes, or silence decides."""
        clearance = clearance_of(coach)
        if clearance and clearance.status == ClearanceStatus.TOLD:
            filed_on = self.day - timedelta(days=self.rng.choice((0, 0, 2)))
            filed_on = max(filed_on, clearance.told_on or filed_on)
            papers.note_filed(clearance=clearance, filed_on=filed_on, today=self.day, actor=self.manner.actor)
            if clearance.duty == Duty.ASK or self.chance(0.3):
                self.after(self.rng.randint(5, 40), lambda: self.note_answer(coach))

    def note_answer(self, coach: Participation) -> None:
        """The authority says yes."""
        clearance = clearance_of(coach)
        if clearance and clearance.status in {ClearanceStatus.FILED, ClearanceStatus.TACIT}:
            answered_on = max(
                self.day - timedelta(days=self.rng.choice((0, 3))), clearance.filed_on or self.day
            )
            papers.note_answer(
                clearance=clearance,
                answer=ClearanceStatus.ACCEPTED,
                answered_on=answered_on,
                today=self.day,
                actor=self.manner.actor,
            )

    # ---------- From proposal to duo ----------

    def match(self) -> None:
        """Now and then the coordinator proposes the two who wait longest."""
        while self.may_ask() and self.chance(0.6):
            coach = next((one for one in self.waiting[Role.COACH] if may_be_active(one, self.day).ok), None)
            if coach is None:
                return
            newcomer = self.waiting[Role.NEWCOMER].pop(0)
            self.waiting[Role.COACH].remove(coach)
            self.asked += 1
            proposal = propose(newcomer=newcomer, coach=coach, on=self.day, actor=self.manner.actor)
            self.after(self.rng.randint(1, 4), lambda p=proposal: self.answer_proposal(p))  # type: ignore[misc]

    def may_ask(self) -> bool:
        """Whether there is somebody for whom a duo may still be proposed."""
        return self.asked < self.duo_count and bool(self.waiting[Role.NEWCOMER]) and self.may_begin()

    def answer_proposal(self, proposal: Proposal) -> None:
        """Both say yes, or one says no and both wait for somebody else."""
        if self.chance(0.08):
            side = self.rng.choice(ROLES)
            matching.record_answer(proposal=proposal, side=side, answer=Answer.NO, actor=self.manner.actor)
            self.wait_again(proposal.newcomer, proposal.coach)
            self.asked -= 1
            return
        for side in ROLES:
            matching.record_answer(proposal=proposal, side=side, answer=Answer.YES, actor=self.manner.actor)
        self.after(self.rng.randint(1, 9), lambda: self.start_duo(proposal))

    def start_duo(self, proposal: Proposal) -> None:
        """The first day: agreed for six to twelve months, sometimes from next week on."""
        if not may_be_active(proposal.coach, self.day).ok:
            matching.withdraw(proposal=proposal, actor=self.manner.actor)
            self.wait_again(proposal.newcomer, proposal.coach)
            self.asked -= 1
            return
        life = draw(self.rng, self.confirm(proposal))
        self.lives[life.duo.pk] = life
        self.done["duos_started"] += 1
        self.plan_life(life)

    def confirm(self, proposal: Proposal) -> Duo:
        """Both said yes: the duo starts."""
        starts_on = self.day + timedelta(days=self.rng.choice((0, 0, 1, 4)))
        ends = [ends_on for months in MONTHS if self.fits(ends_on := add_months(starts_on, months))]
        why = "" if policy_on(starts_on) else NOT_INSURED
        return matching.confirm(
            proposal=proposal,
            starts_on=starts_on,
            ends_on=self.rng.choice(ends),
            coach_capacity=1,
            ground=Ground(rules_told=True, note_given=current_note() is not None, why=why),
            today=self.day,
            actor=self.manner.actor,
        )

    def wait_again(self, newcomer: Participation, coach: Participation) -> None:
        """Both go back to those who wait: the coach last, so that they meet somebody else."""
        self.waiting[Role.NEWCOMER].append(newcomer)
        self.waiting[Role.COACH].append(coach)

    # ---------- The life of a duo ----------

    def plan_life(self, life: Life) -> None:
        """What will come: the signatures, meetings, check-ins, a pause, a worry, the end."""
        duo = life.duo
        for role in ROLES:
            if self.chance(0.9):
                self.after(self.rng.choice((0, 0, 1, 6)), lambda r=role: self.sign(life, r))  # type: ignore[misc]
        self.after(self.rng.randint(1, 9), lambda: self.meet(life), of=duo.starts_on)
        days = check_in_days(starts_on=duo.starts_on, ends_on=duo.ends_on, follow_up=follow_up_here())
        for moment, day in days.items():
            self.plan_answers(life, moment, day)
        if self.chance(0.4):
            self.after(self.rng.randint(20, 150), lambda: self.rest(life), of=duo.starts_on)
        if self.chance(0.35):
            self.after(self.rng.randint(20, 200), lambda: self.worry(life), of=duo.starts_on)
        if life.stops_after:
            self.after(life.stops_after, lambda: self.close(life, self.rng.choice(EARLY)), of=duo.starts_on)
        longest = add_months(duo.starts_on, 12)
        if life.goes_longer and duo.ends_on < longest and self.fits(longest):
            self.after(-self.rng.randint(2, 18), lambda: self.go_longer(life), of=duo.ends_on)
        else:
            life.goes_longer = False
            self.plan_end(life)
        if self.manner.counts_hours:
            self.note_obligation(duo)

    def note_obligation(self, duo: Duo) -> None:
        """Whether the newcomer must take part, and so many hours."""
        obligation = self.rng.choice((Obligation.OBLIGED, Obligation.OPTIONAL, Obligation.NOT_APPLICABLE))
        hours_actions.keep_certificate(
            duo=duo,
            certificate=hours_actions.Certificate(obligation),
            today=self.day,
            actor=self.manner.actor,
        )

    def sign(self, life: Life, role: Role) -> None:
        """One of the two puts their name under the agreement."""
        if life.closed_on:
            return
        part = life.duo.newcomer if role == Role.NEWCOMER else life.duo.coach
        way = self.rng.choice((SignedWay.SCREEN, SignedWay.SCREEN, SignedWay.PAPER))
        name = str(part.person) if way == SignedWay.SCREEN else ""
        signature_actions.sign(
            duo=life.duo,
            by_role=role,
            signed=Signed(self.day, way, name),
            today=self.day,
            actor=audit.Actor(f"part:{part.pk}"),
        )

    def meet(self, life: Life) -> None:
        """They see each other; one of them notes it, today or some days later. Then the next time."""
        if not life.runs_on(self.day) or life.is_lost:
            return
        if life.rests_on(self.day):
            self.after(0, lambda: self.meet(life), of=life.after_rest(self.day))
            return
        met_on = self.day
        life.met.append(met_on)
        is_last = not life.goes_longer and life.duo.ends_on - met_on < timedelta(days=life.every)
        did = the_last_time(self.rng) if is_last else what_they_did(self.rng, life.habit, life.met, life.told)
        self.after(self.rng.choice((0, 0, 0, 1, 3)), lambda: self.note_meeting(life, met_on, did))
        if is_last:
            return
        if life.silent_from == len(life.met):
            life.is_lost = True
            return
        days = max(1, life.every + self.rng.randint(-3, 4))
        if self.manner.is_daily and days > 4 and self.chance(0.2):
            self.agree_on_next(life, self.day + timedelta(days=days))
        self.after(days, lambda: self.meet(life))

    def note_meeting(self, life: Life, met_on: date, did: Did) -> None:
        """One of the two notes that they met."""
        if life.closed_on and met_on > life.closed_on:
            return
        duos.log_meeting(
            duo=life.duo,
            met_on=met_on,
            minutes=max(30, life.minutes + self.rng.choice((-30, -15, 0, 0, 0, 30))),
            activity=did.activity,
            way=did.way,
            proposed_by=self.rng.choice(life.leads) if self.chance(0.85) else "",
            today=self.day,
            actor=self.one_of(life)[1],
        )
        self.done["meetings"] += 1

    def agree_on_next(self, life: Life, day: date) -> None:
        """The coach proposes the next time and the newcomer picks it."""
        if day > life.duo.ends_on:
            return
        moment = datetime.combine(day, time(14), clock.BRUSSELS)
        plan = plan_actions.propose(
            duo=life.duo,
            by_role=Role.COACH,
            moments=[moment],
            place="",
            now=clock.now(),
            actor=self.manner.actor,
        )
        plan_actions.pick(
            plan=plan, by_role=Role.NEWCOMER, starts_at=moment, now=clock.now(), actor=self.manner.actor
        )

    def rest(self, life: Life) -> None:
        """One takes a pause, and may go on sooner; or it is noted afterwards that they were away."""
        duo = life.duo
        if not life.runs_on(self.day) or life.rests_on(self.day) or self.day >= duo.ends_on:
            return
        self.done["pauses"] += 1
        if self.chance(0.25):
            first = max(self.day - timedelta(days=9), duo.starts_on)
            rest = duos.pause(
                duo=duo, from_on=first, until_on=self.day, reason=PauseReason.HOLIDAY, actor=self.manner.actor
            )
            life.rests.append((rest.from_on, rest.until_on))
            return
        role, actor = self.one_of(life)
        rest = quiet_actions.take_pause(
            duo=duo,
            by_role=role,
            days=self.rng.choice((14, 28)),
            reason=PauseReason.WORK,
            now=clock.now(),
            actor=actor,
        )
        life.rests.append((rest.from_on, rest.until_on))
        if self.chance(0.3):
            self.after(self.rng.randint(5, 12), lambda: self.go_on(life, role))

    def go_on(self, life: Life, role: Role) -> None:
        """The pause ends sooner than was said."""
        if life.runs_on(self.day) and life.rests_on(self.day):
            quiet_actions.go_on(duo=life.duo, by_role=role, now=clock.now(), actor=self.manner.actor)
            yesterday = self.day - timedelta(days=1)
            life.rests = [(first, min(last, yesterday)) for first, last in life.rests]

    def plan_answers(self, life: Life, moment: CheckInMoment, day: date) -> None:
        """Each of the two answers within a week, later, or not at all."""
        for role in ROLES:
            if self.chance(life.answers):
                days = self.rng.choice((0, 1, 2, 4, 6, 9, 15))
                self.after(days, lambda r=role: self.answer(life, moment, r), of=max(day, self.day))  # type: ignore[misc]

    def answer(
        self, life: Life, moment: CheckInMoment, role: Role, way: CheckInWay = CheckInWay.OWN_PAGE
    ) -> None:
        """One of the two says how it goes, once."""
        is_over = moment == CheckInMoment.AFTER_END
        if (not is_over and not life.runs_on(self.day)) or find_check_in(life.duo, moment, role):
            return
        going, enough, limits = (self.rng.choice(life.moods) for _question in range(3))
        check_in_actions.answer(
            duo=life.duo,
            moment=moment,
            by_role=role,
            said=Said(
                going,
                enough,
                limits,
                wants_call=self.chance(0.04),
                words=self.words_of(going),
                scores=self.scores(life, moment, role),
            ),
            way=way,
            now=clock.now(),
            actor=self.manner.actor,
        )
        self.done["check_ins"] += 1

    def words_of(self, going: HowItGoes) -> str:
        """A sentence of their own, from some."""
        if not self.chance(0.3):
            return ""
        return self.rng.choice(GOES_WELL if going == GOOD else GOES_LESS_WELL)

    def scores(self, life: Life, moment: CheckInMoment, role: Role) -> dict[str, int | None]:
        """What they give themselves: a little more each time, not always."""
        if moment not in GROWN:
            return {}
        nth = GROWN[moment]
        return {
            name: min(MOST_SCORE, life.scored + nth + self.rng.choice((-1, 0, 0, 0, 1)))
            for name in SCORES[role]
        }

    def worry(self, life: Life) -> None:
        """One of the two tells what is difficult; the coordinator speaks to them."""
        if not life.runs_on(self.day):
            return
        role, actor = self.one_of(life)
        category, text, step, outcome = WORRIES[self.done["signals"] % len(WORRIES)]
        came_from = self.rng.choice((CameFrom.OWN_PAGE, CameFrom.PHONE, CameFrom.GATHERING))
        signal = signals.report(
            told=signals.Told(category, text, came_from=came_from, seriousness=Seriousness.LOOK),
            part=life.duo.newcomer if role == Role.NEWCOMER else life.duo.coach,
            duo=life.duo,
            owner=self.owner,
            now=clock.now(),
            actor=actor,
        )
        self.done["signals"] += 1
        self.after(self.rng.randint(2, 10), lambda: self.speak(signal, step, outcome))

    def speak(self, signal: Signal, step: str, outcome: SignalOutcome) -> None:
        """The coordinator does something about it, and that is enough."""
        signals.add_step(
            signal=signal, what=step, due_on=self.day, is_done=True, today=self.day, actor=self.manner.actor
        )
        signals.close(signal=signal, outcome=outcome, today=self.day, actor=self.manner.actor)

    def go_longer(self, life: Life) -> None:
        """At the closing talk they agree on a later end."""
        if life.closed_on is None:
            ends_on = add_months(life.duo.starts_on, 12)
            life_actions.change_end(duo=life.duo, ends_on=ends_on, today=self.day, actor=self.manner.actor)
            self.done["ends_changed"] += 1
            life.goes_longer = False
            self.plan_end(life)

    def plan_end(self, life: Life) -> None:
        """Around the agreed end the coordinator closes the duo."""
        days = self.rng.choice((0, 0, 0, 1, 2, 6, 12))
        self.after(days, lambda: self.close(life, self.rng.choice(IN_TIME)), of=life.duo.ends_on)

    def close(self, life: Life, reason: ClosingReason) -> None:
        """The duo ends and both are thanked; each of the two leaves or waits for somebody new."""
        if life.closed_on is not None:
            return
        newcomer = onward(self.rng, Role.NEWCOMER)
        coach = onward(self.rng, Role.COACH)
        shares = reason == ClosingReason.GOES_ON_PRIVATELY or (reason in IN_TIME and self.chance(0.4))
        farewell = Farewell(
            reason,
            self.day,
            newcomer_onward=newcomer,
            coach_onward=coach,
            newcomer_shares=shares,
            coach_shares=shares,
        )
        close_duo(duo=life.duo, farewell=farewell, today=self.day, actor=self.manner.actor)
        life.closed_on = self.day
        self.done["duos_closed"] += 1
        self.done["left"] += (newcomer != Onward.AGAIN) + (coach != Onward.AGAIN)
        if coach == Onward.AGAIN:
            self.waiting[Role.COACH].append(life.duo.coach)
        self.thank(life)
        life.duo.refresh_from_db()
        if after := asked_from(life.duo):
            self.plan_answers(life, CheckInMoment.AFTER_END, after)

    def thank(self, life: Life) -> None:
        """The coordinator says thanks to both, in their own way."""
        tell_over(duo=life.duo, now=clock.now())
        about = [f"part:{part.pk}" for part in (life.duo.newcomer, life.duo.coach)]
        self.tell_by_hand(OutboxMessage.objects.filter(kind=OVER, about__in=about, status__in=NOT_GONE))

    def leave_one_by_one(self) -> None:
        """Whoever has no duo stops waiting, some day; the last of them today."""
        busy = {
            pk
            for life in self.lives.values()
            if life.closed_on is None
            for pk in (life.duo.newcomer_id, life.duo.coach_id)
        }
        for part in Participation.objects.filter(ended_on=None).exclude(pk__in=busy).order_by("pk"):
            if self.day == self.last or self.chance(0.02):
                self.leave(part)

    def leave(self, part: Participation) -> None:
        """Somebody leaves the programme."""
        leave_programme(part=part, today=self.day, actor=self.manner.actor)
        self.done["left"] += 1

    def one_of(self, life: Life) -> tuple[Role, audit.Actor]:
        """One of the two, as who acts."""
        part = self.rng.choice((life.duo.newcomer, life.duo.coach))
        return Role(part.role), audit.Actor(f"part:{part.pk}")

    # ---------- The coordinator ----------

    def look_at(self, alert: Alert) -> None:
        """What was found yesterday evening: acted upon soon, let wait, or left."""
        luck = self.rng.random()
        if luck < 0.05:
            until_on = self.day + timedelta(days=self.rng.randint(3, 30))
            postpone(
                alert=alert,
                until_on=until_on,
                reason="Wij spreken volgende week.",
                today=self.day,
                actor=self.manner.actor,
            )
            self.done["postponed"] += 1
            self.after(0, lambda: self.act_on(alert), of=until_on)
        elif luck < 0.9 or self.manner.comes_to_rest:
            self.after(self.rng.randint(0, 8), lambda: self.act_on(alert))

    def act_on(self, alert: Alert) -> None:
        """Call, write down, agree: whatever this alert asks."""
        self.done["acted"] += 1
        if alert.duo_id:
            self.act_on_duo(alert, self.lives[alert.duo_id])
        elif alert.participation:
            self.act_on_part(alert, alert.participation)

    def act_on_duo(self, alert: Alert, life: Life) -> None:
        """What a duo needs."""
        if alert.rule == Rule.WORRYING:
            said = find_check_in(life.duo, alert.detail, alert.role)
            if said and said.handled_on is None:
                note = self.rng.choice(FOLLOWED_UP)
                check_in_actions.follow_up(said=said, note=note, today=self.day, actor=self.manner.actor)
        elif alert.detail == CheckInMoment.AFTER_END:
            self.answer(life, CheckInMoment.AFTER_END, Role(alert.role), CheckInWay.TALK)
        elif not life.runs_on(self.day):
            return
        elif alert.rule == Rule.SILENT_DUO and life.is_lost:
            self.find_again(life)
        elif alert.rule == Rule.UNANSWERED:
            self.answer(life, CheckInMoment(alert.detail), Role(alert.role), CheckInWay.TALK)
        elif alert.rule == Rule.ONLY_COACH:
            life.leads = BALANCED
        elif alert.rule == Rule.TOO_FEW_HOURS and self.chance(0.6):
            hours_actions.add_elsewhere(
                duo=life.duo,
                what="Praatcafé",
                hours=Decimal(12),
                on=self.day,
                today=self.day,
                actor=self.manner.actor,
            )

    def find_again(self, life: Life) -> None:
        """The two are called: they see each other again, or it is over."""
        if self.chance(0.25):
            self.close(life, ClosingReason.LOST_CONTACT)
            return
        life.is_lost, life.silent_from = False, None
        self.after(self.rng.randint(1, 9), lambda: self.meet(life))

    def act_on_part(self, alert: Alert, part: Participation) -> None:
        """What somebody needs who came in, waits, or is a coach."""
        if part.ended_on:
            return
        if alert.rule == Rule.SILENT_CANDIDATE:
            self.first_word(part)
        elif alert.rule == Rule.RECALL:
            self.accept(part)
        elif alert.rule == Rule.CLEARANCE and (clearance := clearance_of(part)):
            papers.still_so(clearance=clearance, today=self.day, actor=self.manner.actor)
