"""An initiative with one of everything that an address can name, and every address of the site in it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.urls import URLPattern, reverse

from samen.base import clock
from samen.base.audit import Actor
from samen.base.scoping import current_initiative_id
from samen.compliance.actions import refresh
from samen.compliance.models import Alert
from samen.duos import actions as duos
from samen.duos import check_in_actions, hours_actions
from samen.duos.after_links import token_of as after_token_of
from samen.duos.check_in_actions import Said
from samen.duos.choices import (
    CheckInMoment,
    CheckInWay,
    ClosingReason,
    DuoStatus,
    PauseReason,
    SignedWay,
)
from samen.duos.goal_actions import add_goal, say_how_far
from samen.duos.goal_choices import GoalStanding
from samen.duos.models import CheckIn, Duo, Goal, HoursElsewhere, Meeting, Pause, Signature
from samen.duos.plan_actions import propose
from samen.duos.signature_actions import Signed, sign
from samen.events.actions import plan
from samen.events.attendance_actions import note_attendance
from samen.events.choices import EventKind
from samen.events.invitation_actions import invite
from samen.events.links import link_to
from samen.events.models import Event, Invitation, Opinion
from samen.exchanges.actions import How, Where, sum_up
from samen.exchanges.actions import plan as plan_session
from samen.exchanges.choices import Who
from samen.exchanges.group_actions import make_groups, wish_pair
from samen.exchanges.models import PairWish, Session
from samen.files.choices import PictureKind
from samen.files.scans import Scanned
from samen.initiatives.actions import count_hours
from samen.intake import actions as intake
from samen.intake import appointment_actions as appointments
from samen.intake import talk_actions
from samen.intake.choices import Outcome
from samen.intake.guide import questions
from samen.intake.links import token_of as talk_token_of
from samen.intake.models import Appointment, Decision, Slot
from samen.languages import actions as languages
from samen.library import actions as library
from samen.library import tip_actions
from samen.library.choices import Domain, GoalArea, Method, PlaceKind, Theme
from samen.library.models import LocalPlace, OwnIdea, OwnTip
from samen.lists import actions as lists
from samen.lists.models import PeopleList
from samen.matching import actions as matching
from samen.matching.models import Proposal
from samen.messaging import actions as messaging
from samen.messaging.actions import Entry, Recipient
from samen.messaging.kinds import Words
from samen.messaging.messages import MAILING
from samen.messaging.models import Mailing, OutboxMessage
from samen.messaging.stops import StopLink, digest_of, token_of
from samen.outreach import actions as outreach
from samen.outreach import year_actions
from samen.outreach.choices import ContactKind, Sheet
from samen.outreach.models import (
    ContactMoment,
    HandOut,
    Intermediary,
    IntermediaryKind,
    Material,
    Registration,
    Source,
    YearTask,
)
from samen.papers.choices import Arranged, Situation
from samen.papers.models import Policy
from samen.papers.policy_actions import Insured, keep_policy
from samen.people.choices import Role
from samen.people.door import door_to
from samen.people.link_actions import ask_to_be_called, make_link
from samen.people.models import CallRequest, Participation
from samen.rulebook.choices import Key
from samen.rulebook.models import Rule
from samen.signals import actions as signals
from samen.signals.choices import Category, HelpKind
from samen.signals.models import HandOver, Service, Signal, SignalStep
from samen.site.checks import patterns
from tests.support.initiative import ACTOR, Office, close_duo

DESK = "desk/<slug:initiative>/"


@dataclass
class Recruiting:
    """Somebody who finds people, with one of everything."""

    kind: IntermediaryKind
    intermediary: Intermediary
    contact: ContactMoment
    given: HandOut
    source: Source


@dataclass
class World:
    """An initiative with one of everything that an address can name."""

    office: Office
    newcomer: Participation
    coach: Participation
    duo: Duo
    meeting: Meeting
    rest: Pause
    proposal: Proposal
    people_list: PeopleList
    recruiting: Recruiting
    message: OutboxMessage
    mailing: Mailing
    event: Event
    invitation: Invitation
    link_token: str


# What stands in for a part of an address: the word before it, and its name there.
SAMPLES: dict[str, Callable[[World], object]] = {
    "desk/initiative": lambda world: world.office.slug,
    "alerts/pk": lambda _world: Alert.objects.order_by("pk").first().pk,  # type: ignore[union-attr]
    "people/pk": lambda world: world.newcomer.pk,
    "duos/pk": lambda world: world.duo.pk,
    "own-ideas/pk": lambda _world: OwnIdea.objects.get().pk,
    "places/pk": lambda _world: LocalPlace.objects.get().pk,
    "tips/pk": lambda _world: OwnTip.objects.get().pk,
    "methods/method": lambda _world: Method.THEME_CENTRED,
    "signals/pk": lambda _world: Signal.objects.get().pk,
    "steps/step": lambda _world: SignalStep.objects.get().pk,
    "services/pk": lambda _world: Service.objects.get().pk,
    "handovers/pk": lambda _world: HandOver.objects.get().pk,
    "tell/category": lambda _world: Category.TOO_MUCH,
    "meetings/meeting": lambda world: world.meeting.pk,
    "signatures/signature": lambda _world: Signature.objects.get().pk,
    "sign/role": lambda _world: Role.COACH,
    "insurance/pk": lambda _world: Policy.objects.get().pk,
    "hours/row": lambda _world: HoursElsewhere.objects.get().pk,
    "pauses/rest": lambda world: world.rest.pk,
    "pairs/newcomer": lambda world: world.newcomer.pk,
    "<int:newcomer>/coach": lambda world: world.coach.pk,
    "mark/name": lambda _world: "pin",
    "proposals/pk": lambda world: world.proposal.pk,
    "answer/side": lambda _world: "newcomer",
    "reopen/side": lambda _world: "newcomer",
    "lists/pk": lambda world: world.people_list.pk,
    "intermediaries/pk": lambda world: world.recruiting.intermediary.pk,
    "kinds/pk": lambda world: world.recruiting.kind.pk,
    "contacts/contact": lambda world: world.recruiting.contact.pk,
    "handouts/handout": lambda world: world.recruiting.given.pk,
    "sources/pk": lambda world: world.recruiting.source.pk,
    "materials/pk": lambda world: world.recruiting.given.material_id,
    "sheets/who": lambda _world: Sheet.COACH,
    "file/how": lambda _world: "own",
    "events/pk": lambda world: world.event.pk,
    "replies/invitation": lambda world: world.invitation.pk,
    "attendance/part": lambda world: world.newcomer.pk,
    "year/pk": lambda _world: YearTask.objects.get().pk,
    "link/token": lambda world: world.link_token,
    "after/token": lambda _world: after_token_of(Duo.objects.get(status=DuoStatus.STOPPED), Role.COACH),
    "go/token": lambda world: door_token(world),
    "my/duo": lambda world: world.duo.pk,
    "duos/duo": lambda world: world.duo.pk,
    "goals/goal": lambda _world: Goal.objects.get().pk,
    "examples/area": lambda _world: GoalArea.SCHOOL,
    "sessions/invitation": lambda world: (
        Invitation.objects.get(participation=world.duo.newcomer, event__kind="information").pk
    ),
    "check-ins/moment": lambda _world: CheckInMoment.HALFWAY,
    "<slug:moment>/role": lambda _world: Role.COACH,
    "from-check-in/check_in": lambda _world: CheckIn.objects.get().pk,
    "check-in/check_in": lambda _world: CheckIn.objects.get().pk,
    "calls/pk": lambda _world: CallRequest.objects.get().pk,
    "talk/token": lambda world: talk_token_of(world.newcomer),
    "tell/question": lambda _world: "wishes",
    "moments/pk": lambda _world: Slot.objects.order_by("pk").first().pk,  # type: ignore[union-attr]
    "plan/slot": lambda _world: Slot.objects.order_by("pk").last().pk,  # type: ignore[union-attr]
    "appointments/pk": lambda _world: Appointment.objects.order_by("pk").first().pk,  # type: ignore[union-attr]
    "talk/section": lambda _world: "wishes",
    "guide/role": lambda _world: "coach",
    "decide/outcome": lambda _world: "accepted",
    "elsewhere/pk": lambda _world: Decision.objects.get(outcome=Outcome.REFERRED).pk,
    "come/token": lambda world: link_to(world.invitation).rstrip("/").rpartition("/")[2],
    "picture/kind": lambda _world: PictureKind.LOGO,
    "via/code": lambda world: world.recruiting.source.code,
    "start/role": lambda _world: "coach",
    "question/name": lambda _world: "name",
    "partner/secret": lambda _world: "no-such-secret",
    "facilitate/secret": lambda _world: "no-such-secret",
    "sessions/event": lambda _world: Session.objects.get().event_id,
    "pairs/pk": lambda _world: PairWish.objects.get().pk,
    "print/what": lambda _world: "cards",
    "/initiative": lambda world: world.office.slug,
    "messages/pk": lambda world: world.message.pk,
    "mailings/pk": lambda world: world.mailing.pk,
    "texts/code": lambda _world: MAILING,
    "<slug:code>/written_in": lambda _world: "ar",
    "languages/code": lambda _world: "ti",
    "stop/token": lambda world: stop_token(world),
    "s/code": lambda world: short_code(world),
    "rules/key": lambda _world: Key.UNEMPLOYMENT_ANSWER,
    "rule-rows/pk": lambda _world: Rule.objects.filter(key=Key.UNEMPLOYMENT_ANSWER).get().pk,
    "note/written_in": lambda _world: "fr",
    "sheets/situation": lambda _world: Situation.TIME_CREDIT,
    "<slug:situation>/written_in": lambda _world: "ar",
    "feeds/token": lambda _world: "1-no-such-token",
    "keys/pk": lambda _world: 1,
    "confirm-email/key": lambda _world: "no-such-key",
    "key/uidb36": lambda _world: "1",
    "key/key": lambda _world: "no-such-key",
}


def door_token(world: World) -> str:
    """The address in a message to the newcomer of the duo."""
    return door_to(world.duo.newcomer, "/my/", clock.now()).rstrip("/").rpartition("/")[2]


def stop_token(world: World) -> str:
    """The link in a mail to whoever the message is for."""
    here, message = world.office.initiative.pk, world.message
    digest = digest_of(here, "email", message.email)
    return token_of(StopLink(here, "email", digest, message.language, knows_both=True))


def short_code(world: World) -> str:
    """The short address of somebody who gets SMS."""
    link = StopLink(world.office.initiative.pk, "sms", "0" * 22, "ar", knows_both=True)
    return f"{link.initiative_id}-{messaging.short_link(link=link, now=clock.now()).code}"


def make_world(office: Office) -> World:
    """One of everything, in the initiative in scope."""
    today = clock.today()
    duo = office.duo(office.newcomer("Canarynew Een"), office.coach("Canarycoach Een"), met_days_ago=[5])
    rest = duos.pause(
        duo=duo, from_on=today, until_on=today + timedelta(days=3), reason=PauseReason.HOLIDAY, actor=ACTOR
    )
    newcomer, coach = office.newcomer("Canarynew Twee"), office.coach("Canarycoach Twee")
    proposal = matching.propose(
        newcomer=office.newcomer("Canarynew Drie"),
        coach=office.coach("Canarycoach Drie"),
        score=1.0,
        reasons=[],
        engine_version="1",
        today=today,
        actor=ACTOR,
    )
    people_list = lists.keep(
        content=b"Rol,Voornaam,Telefoon\ncoach,Canarylist,0470 12 34 56\n",
        filename="canarylist.csv",
        today=today,
        actor=ACTOR,
    )
    met = Meeting.objects.get()
    make_intake(office)
    make_appointment(newcomer)
    _link, token, _code = make_link(part=duo.newcomer, now=clock.now(), actor=ACTOR)
    make_plan(duo)
    make_check_in(duo)
    make_goal(duo.newcomer)
    make_stopped(office)
    count_hours(initiative=office.initiative, counts=True, actor=ACTOR)
    make_hours(duo)
    make_signature(duo)
    make_policy()
    ask_to_be_called(part=newcomer, now=clock.now())
    message, mailing = make_messages()
    make_language()
    make_library()
    make_signals(duo)
    make_session([newcomer, duo.newcomer, duo.coach])
    found = make_recruiting(today)
    session = make_public(office, newcomer, duo.newcomer)
    # What the newcomer said at a check-in asks for a call.
    refresh(today=today)
    return World(
        *(office, newcomer, coach, duo, met, rest),
        *(proposal, people_list, found, message, mailing, session),
        *(invitation_of(newcomer), token),
    )


def make_plan(duo: Duo) -> None:
    """The coach asks the newcomer when they see each other."""
    now = clock.now()
    propose(
        duo=duo,
        by_role=Role.COACH,
        moments=[now + timedelta(days=2), now + timedelta(days=3)],
        place="Canaryplace",
        now=now,
        actor=ACTOR,
    )


def make_check_in(duo: Duo) -> CheckIn:
    """The newcomer says that it does not go well."""
    return check_in_actions.answer(
        duo=duo,
        moment=CheckInMoment.SIX_WEEKS,
        by_role=Role.NEWCOMER,
        said=Said("bad", "so_so", "good", words="Canarywords"),
        way=CheckInWay.OWN_PAGE,
        now=clock.now(),
        actor=ACTOR,
    )


def make_stopped(office: Office) -> Duo:
    """A duo that stopped early, nine days ago; both take part again."""
    duo = office.duo(office.newcomer("Canarynew Vijf"), office.coach("Canarycoach Vijf"))
    close_duo(duo, ClosingReason.NO_TIME, clock.today() - timedelta(days=9))
    return duo


def make_goal(newcomer: Participation) -> None:
    """The newcomer wants to learn something, and said how far they are."""
    actor = Actor(f"part:{newcomer.pk}")
    goal = add_goal(newcomer=newcomer, words="Canarygoal", now=clock.now(), actor=actor)
    say_how_far(goal=goal, how_far=GoalStanding.LITTLE, today=clock.today(), actor=actor)


def make_signature(duo: Duo) -> Signature:
    """The newcomer signed on paper, and somebody scanned it."""
    today = clock.today()
    signed = Signed(on=today, way=SignedWay.PAPER, scanned=Scanned(b"%PDF-1.7 Canaryscan", "application/pdf"))
    return sign(duo=duo, by_role=Role.NEWCOMER, signed=signed, today=today, actor=ACTOR)


def make_policy() -> Policy:
    """A policy that holds all year."""
    insured = Insured(insurer="Canaryinsurer", arranged_by=Arranged.OWN, starts_on=clock.today())
    return keep_policy(insured=insured, actor=ACTOR)


def make_hours(duo: Duo) -> HoursElsewhere:
    """The newcomer did something elsewhere that counts, and asked for the certificate."""
    today = clock.today()
    known = hours_actions.Certificate("obliged", "Canarycounsellor", asked_on=today)
    hours_actions.keep_certificate(duo=duo, certificate=known, today=today, actor=ACTOR)
    return hours_actions.add_elsewhere(
        duo=duo, what="Canarycafe", hours=Decimal("2.5"), on=today, today=today, actor=ACTOR
    )


def make_intake(office: Office) -> None:
    """Somebody who was referred, and a conversation with an answer of each kind."""
    now, today = clock.now(), clock.today()
    other = intake.add_other_initiative(card={"name": "Canaryelsewhere"}, actor=ACTOR)
    part = office.newcomer("Canarynew Vier", accepted=False)
    intake.decide(part=part, outcome=Outcome.REFERRED, referred_to=other, today=today, actor=ACTOR)
    talk_actions.look(part=part, section="wishes", by=ACTOR.label, now=now)
    asked = {question.code: question for question in questions(part.role)}
    answers = {
        "motive": {"text": "Canarymotive"},
        "not_with": {"not_with": [office.coach("Canarycoach Vier").pk]},
    }
    for code, values in answers.items():
        talk_actions.keep(
            part=part,
            question=asked[code],
            values=values,
            note="Canarynote",
            language="nl",
            now=now,
            actor=ACTOR,
        )


def make_language() -> None:
    """A language of the whole site, that visitors do not see."""
    languages.add_language(code="ti", name="ትግርኛ", is_rtl=False, now=clock.now(), actor=ACTOR)


def make_library() -> None:
    """An idea, a tip and a place of the neighbourhood."""
    now = clock.now()
    idea = library.IdeaWords("Canaryidea", "Ga kijken.", Domain.NATURE, place="Markt", postal_code="9800")
    library.add_idea(words=idea, now=now, actor=ACTOR)
    place = library.PlaceWords(
        "Canaryplace", PlaceKind.CULTURE, phone="+3293861234", web="https://bib.example"
    )
    library.add_place(words=place, now=now, actor=ACTOR)
    tip_actions.add_tip(words="Canarytip", now=now, actor=ACTOR)


def make_signals(duo: Duo) -> None:
    """A worry of the newcomer with a step to do, and a service to which they were sent on."""
    now, today = clock.now(), clock.today()
    told = signals.Told(Category.TOO_MUCH, text="Canaryworry")
    made = signals.report(told=told, part=duo.newcomer, duo=duo, now=now, actor=ACTOR)
    signals.add_step(signal=made, what="Canarystep", due_on=today, is_done=False, today=today, actor=ACTOR)
    words = signals.ServiceWords("Canaryservice", HelpKind.HOUSING, phone="+3293861235")
    service = signals.add_service(words=words, now=now, actor=ACTOR)
    signals.hand_over(part=duo.newcomer, service=service, agreed=True, signal=made, today=today, actor=ACTOR)


def make_appointment(part: Participation) -> None:
    """Somebody comes to talk, and there are moments left."""
    now = clock.now()
    begins = (now + timedelta(days=4)).replace(hour=9, minute=0, second=0, microsecond=0)
    appointments.offer(
        starts_at=begins,
        ends_at=begins + timedelta(hours=2),
        minutes=45,
        place="Dorpshuis",
        seats=1,
        now=now,
        actor=ACTOR,
    )
    slot = Slot.objects.order_by("pk").first()
    assert slot
    appointments.choose(part=part, slot=slot, now=now, actor=ACTOR)


def make_public(office: Office, newcomer: Participation, other: Participation) -> Event:
    """The page is open, a newcomer came in there, and there is a session to come and listen to."""
    office.initiative.is_public = True
    office.initiative.save()
    now = clock.now()
    Registration.objects.create(
        initiative=office.initiative, participation=newcomer, received_at=now, language="nl"
    )
    soon, later = now + timedelta(days=3), now + timedelta(days=3, hours=2)
    event = plan(starts_at=soon, ends_at=later, place="Dorpshuis", note="", now=now, actor=ACTOR)
    invite(event=event, parts=[newcomer, other], now=now, actor=ACTOR)
    return event


def invitation_of(part: Participation) -> Invitation:
    """The one to the information session."""
    return Invitation.objects.get(participation=part, event__kind=EventKind.INFORMATION)


def make_session(people: list[Participation]) -> None:
    """An exchange session of yesterday: who came, in two groups, with a wish and what was learnt."""
    starts, now = clock.now() - timedelta(days=1), clock.now()
    (session,) = plan_session(
        who=Who.TOGETHER,
        moments=[Where(starts, starts + timedelta(hours=2), "Dorpshuis")],
        how=How(themes=[Theme.ROLE], method=Method.INCIDENT, facilitator_name="Hilde"),
        note="",
        chairs=None,
        now=starts - timedelta(days=9),
        actor=ACTOR,
    )
    invite(event=session.event, parts=people, now=starts - timedelta(days=8), actor=ACTOR)
    asked = list(Invitation.objects.filter(event=session.event))
    note_attendance(event=session.event, came=[one.pk for one in asked], guests=1, now=now, actor=ACTOR)
    wish_pair(session=session, one=people[0].pk, other=people[1].pk, together=False, actor=ACTOR)
    make_groups(session=session, count=2, actor=ACTOR)
    sum_up(session=session, text="Samen koken helpt.", today=now.date(), now=now, actor=ACTOR)
    Opinion.objects.create(initiative=session.initiative, event=session.event, liked="good", useful="yes")


def make_messages() -> tuple[OutboxMessage, Mailing]:
    """A message that somebody sends by hand, and one to many, in the initiative in scope."""
    now = clock.now()
    mailing = messaging.make_mailing(
        words=Words("Canarysubject", "Dag {given_name}"), audience={}, total=1, now=now, actor=ACTOR
    )
    to = Recipient(
        "Canarynew Een", "canary@example.org", "+32470123456", language="ar", channels=("whatsapp",)
    )
    entry = Entry("mailing:canary", MAILING, to, {"given_name": "Canarynew"})
    (message,) = messaging.enqueue_all([entry], now=now, in_bulk=mailing)
    return message, mailing


def make_recruiting(today: date) -> Recruiting:
    """One of everything about finding people, in the initiative in scope."""
    outreach.seed_kinds(actor=ACTOR)
    task = year_actions.add_task(month=today.month, what="Canarytask", actor=ACTOR)
    year_actions.mark_done(task=task, today=today, actor=ACTOR)
    kind = outreach.add_kind(name="Canarykind", parent=None, actor=ACTOR)
    intermediary = outreach.add_intermediary(
        card=outreach.Card(name="Canarypartner", kind=kind, phone="+32470123499"), today=today, actor=ACTOR
    )
    contact = outreach.note_contact(
        intermediary=intermediary,
        on=today,
        kind=ContactKind.PHONE,
        note="Canarynote",
        call_again_on=today,
        today=today,
        actor=ACTOR,
    )
    material = Material.objects.create(
        initiative_id=current_initiative_id(), name="Canaryflyer", kind="flyer-a5", design="paths", stock=50
    )
    given = outreach.hand_out(
        intermediary=intermediary, material=material, number=20, on=today, today=today, actor=ACTOR
    )
    source = outreach.make_link(intermediary=intermediary, today=today, actor=ACTOR)
    return Recruiting(kind, intermediary, contact, given, source)


def addresses(*, desk: bool) -> list[tuple[str, URLPattern]]:
    """Every pattern of the desk, or every other one, as (route, pattern)."""
    return [(route, pattern) for route, pattern in patterns() if route.startswith(DESK) is desk]


def parts(route: str) -> Iterator[tuple[str, str]]:
    """Each name in a route with its key in SAMPLES."""
    before = ""
    for segment in route.replace("^", "").split("/"):
        for name in re.findall(r"<(?:\w+:)?(\w+)>", segment):
            yield name, f"{before}/{name}"
        before = segment


def address(world: World, route: str, pattern: URLPattern) -> str:
    """The address of a page, with what really exists in this initiative."""
    values = {}
    for name, key in parts(route):
        assert key in SAMPLES, (
            f"Add “{key}” to SAMPLES in tests/support/world.py: what stands for it in {route}?"
        )
        values[name] = SAMPLES[key](world)
    return reverse(pattern.name, kwargs=values)
