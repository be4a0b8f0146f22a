"""The wall in the database itself: whatever writes, no row points into another initiative."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from samen.base import clock
from samen.base.scoping import scope
from samen.compliance.actions import postpone, refresh
from samen.compliance.choices import Rule
from samen.compliance.models import Alert
from samen.duos.choices import PauseReason
from samen.events import actions as events
from samen.events.invitation_actions import invite
from samen.events.models import Invitation, Opinion
from samen.exchanges.models import PairWish, Seat, Session
from samen.files.actions import put_picture
from samen.files.choices import PictureKind
from samen.files.pictures import Drawn
from samen.initiatives.tenancy import TenantModel, tenant_models
from samen.initiatives.walls import PREFIX, links, raise_walls
from samen.intake.actions import Facts, WishedFor
from samen.intake.choices import Strength, Wanted
from samen.lists.models import ImportedPart, PeopleList
from samen.matching import actions as matching
from samen.matching.choices import Mark
from samen.messaging.models import (
    Choice,
    Mailing,
    OutboxMessage,
    ShortLink,
    StaffFeed,
    StoppedAddress,
    Text,
)
from samen.outreach import registration
from samen.outreach.models import Material
from samen.papers import actions as papers
from samen.papers import record_actions
from samen.papers.choices import Duty, RecordWhy, Way
from samen.people import link_actions
from samen.people.actions import Details
from samen.people.choices import Role
from samen.people.models import Participation
from tests.support.initiative import ACTOR, Office, make_office
from tests.support.world import (
    make_appointment,
    make_check_in,
    make_hours,
    make_intake,
    make_library,
    make_policy,
    make_recruiting,
    make_signals,
    make_signature,
)

pytestmark = pytest.mark.postgres

# Every relation between two tables of an initiative. A new one is guarded by itself; write it down here.
RELATIONS = {
    ("people_participation", "person_id", "people_person"),
    ("intake_profile", "participation_id", "people_participation"),
    ("intake_wish", "participation_id", "people_participation"),
    ("intake_decision", "participation_id", "people_participation"),
    ("intake_decision", "referred_to_id", "intake_otherinitiative"),
    ("intake_appointment", "slot_id", "intake_slot"),
    ("intake_appointment", "participation_id", "people_participation"),
    ("intake_talk", "participation_id", "people_participation"),
    ("intake_answer", "participation_id", "people_participation"),
    ("intake_notwith", "participation_id", "people_participation"),
    ("intake_notwith", "other_id", "people_participation"),
    ("duos_duo", "newcomer_id", "people_participation"),
    ("duos_duo", "coach_id", "people_participation"),
    ("duos_meeting", "duo_id", "duos_duo"),
    ("duos_toldapart", "first_id", "duos_meeting"),
    ("duos_toldapart", "second_id", "duos_meeting"),
    ("duos_pause", "duo_id", "duos_duo"),
    ("duos_checkin", "duo_id", "duos_duo"),
    ("duos_notmet", "duo_id", "duos_duo"),
    ("duos_plan", "duo_id", "duos_duo"),
    ("duos_moment", "plan_id", "duos_plan"),
    ("duos_ideamark", "duo_id", "duos_duo"),
    ("duos_goal", "newcomer_id", "people_participation"),
    ("duos_goalstep", "goal_id", "duos_goal"),
    ("duos_statuschange", "duo_id", "duos_duo"),
    ("duos_signature", "duo_id", "duos_duo"),
    ("duos_signature", "scan_id", "files_scan"),
    ("duos_trajectory", "newcomer_id", "people_participation"),
    ("duos_hourselsewhere", "trajectory_id", "duos_trajectory"),
    ("matching_pairmark", "newcomer_id", "people_participation"),
    ("matching_pairmark", "coach_id", "people_participation"),
    ("matching_proposal", "newcomer_id", "people_participation"),
    ("matching_proposal", "coach_id", "people_participation"),
    ("matching_proposal", "duo_id", "duos_duo"),
    ("compliance_alert", "duo_id", "duos_duo"),
    ("compliance_alert", "participation_id", "people_participation"),
    ("compliance_postponement", "alert_id", "compliance_alert"),
    ("events_invitation", "event_id", "events_event"),
    ("events_invitation", "participation_id", "people_participation"),
    ("events_event", "twin_id", "events_event"),
    ("events_opinion", "event_id", "events_event"),
    ("exchanges_session", "event_id", "events_event"),
    ("exchanges_seat", "session_id", "exchanges_session"),
    ("exchanges_seat", "invitation_id", "events_invitation"),
    ("exchanges_pairwish", "session_id", "exchanges_session"),
    ("exchanges_pairwish", "one_id", "people_participation"),
    ("exchanges_pairwish", "other_id", "people_participation"),
    ("lists_importedpart", "people_list_id", "lists_peoplelist"),
    ("lists_importedpart", "participation_id", "people_participation"),
    ("messaging_outboxmessage", "mailing_id", "messaging_mailing"),
    ("outreach_contactmoment", "intermediary_id", "outreach_intermediary"),
    ("outreach_draft", "source_id", "outreach_source"),
    ("outreach_handout", "material_id", "outreach_material"),
    ("outreach_handout", "intermediary_id", "outreach_intermediary"),
    ("outreach_intermediary", "kind_id", "outreach_intermediarykind"),
    ("outreach_intermediarykind", "parent_id", "outreach_intermediarykind"),
    ("outreach_registration", "participation_id", "people_participation"),
    ("outreach_registration", "source_id", "outreach_source"),
    ("outreach_registration", "same_as_id", "people_participation"),
    ("outreach_source", "intermediary_id", "outreach_intermediary"),
    ("outreach_source", "material_id", "outreach_material"),
    ("outreach_yeartaskdone", "task_id", "outreach_yeartask"),
    ("people_callrequest", "participation_id", "people_participation"),
    ("people_personallink", "participation_id", "people_participation"),
    ("people_visit", "link_id", "people_personallink"),
    ("papers_clearance", "participation_id", "people_participation"),
    ("papers_notereceipt", "note_id", "papers_organisationnote"),
    ("papers_notereceipt", "participation_id", "people_participation"),
    ("papers_recordcheck", "participation_id", "people_participation"),
    ("people_consent", "participation_id", "people_participation"),
    ("signals_signal", "participation_id", "people_participation"),
    ("signals_signal", "duo_id", "duos_duo"),
    ("signals_signal", "check_in_id", "duos_checkin"),
    ("signals_signalstep", "signal_id", "signals_signal"),
    ("signals_handover", "participation_id", "people_participation"),
    ("signals_handover", "service_id", "signals_service"),
    ("signals_handover", "signal_id", "signals_signal"),
}


def relations() -> Iterator[tuple[type[TenantModel], str, str]]:
    for model in tenant_models():
        for column, target in links(model):
            yield model, column, target


def each_relation() -> list[pytest.param]:
    return [pytest.param(*one, id=f"{one[0]._meta.db_table}.{one[1]}") for one in relations()]


def fill(office: Office) -> None:
    """One row in every table of an initiative."""
    wish = WishedFor(Wanted.TIME, Strength.PREFER)
    newcomer = office.newcomer(facts=Facts(profession="bakker"), wishes=[wish])
    coach = office.coach(facts=Facts(profession="kok"))
    today = clock.today()
    with scope(office.initiative.pk):
        duo = office.duo(newcomer, coach, met_days_ago=[41, 40])
        first, second = duo.meetings.all()
        first.told_apart_from.create(
            initiative=office.initiative, second=second, said_by="test", said_on=today
        )
        refresh(today=today)
        alert = Alert.objects.get(rule=Rule.SILENT_DUO)
        postpone(alert=alert, until_on=today + timedelta(days=1), reason="reis", today=today, actor=ACTOR)
        duo.pauses.create(
            initiative=office.initiative, from_on=today, until_on=today, reason=PauseReason.WORK
        )
        plan = duo.plans.create(initiative=office.initiative, by_role="coach", made_at=clock.now())
        plan.moments.create(initiative=office.initiative, starts_at=clock.now())
        make_check_in(duo)
        make_hours(duo)
        make_signature(duo)
        make_policy()
        duo.times_not_met.create(
            initiative=office.initiative, by_role="coach", reason="no_time", said_on=today
        )
        duo.idea_marks.create(
            initiative=office.initiative, code="make-soup", by_role="coach", marked_at=clock.now()
        )
        goal = newcomer.goals.create(initiative=office.initiative, words="praten", made_at=clock.now())
        goal.steps.create(initiative=office.initiative, said_on=today, how_far="little")
        waiting = office.newcomer()
        matching.mark_pair(newcomer=waiting, coach=coach, mark=Mark.PIN, note="", bonus=0, actor=ACTOR)
        proposal = matching.propose(
            newcomer=waiting,
            coach=coach,
            score=1.0,
            reasons=[],
            engine_version="1",
            today=today,
            actor=ACTOR,
        )
        proposal.duo = duo
        proposal.save()
        brought = PeopleList.objects.create(initiative=office.initiative, added_by="test")
        ImportedPart.objects.create(initiative=office.initiative, people_list=brought, participation=newcomer)
        fill_coming_in(office, newcomer)
        fill_papers(coach)
        make_signals(duo)


def fill_papers(coach: Participation) -> None:
    """One row in every table of what must be in order."""
    papers.tell_duty(
        part=coach, duty=Duty.NOTIFY, has_tacit_term=True, language="nl", now=clock.now(), actor=ACTOR
    )
    papers.note_receipt(part=coach, way=Way.PAPER, language="nl", today=clock.today(), actor=ACTOR)
    today = clock.today()
    record_actions.note_not_required(
        part=coach, why=RecordWhy.EXEMPT, checked_on=today, today=today, actor=ACTOR
    )
    # A declaration of a coach waits to be filed: an alert about a part.
    refresh(today=clock.today())


def fill_coming_in(office: Office, newcomer: Participation) -> None:
    """One row in every table of how people come in and are written to."""
    here, now, today = office.initiative, clock.now(), clock.today()
    recruiting = make_recruiting(today)
    make_intake(office)
    make_appointment(newcomer)
    make_library()
    link, _token, _code = link_actions.make_link(part=newcomer, now=now, actor=ACTOR)
    link_actions.open_link(link=link, now=now)
    link_actions.ask_to_be_called(part=newcomer, now=now)
    source = recruiting.source
    source.material = Material.objects.get()
    source.save()
    registration.start(role=Role.COACH, language="nl", source=source, is_together=False, now=now)
    details = Details(given_name="Zij", family_name="", email="zij@example.org", written_language="nl")
    came = registration.receive(
        received=registration.Received(role=Role.NEWCOMER, details=details, language="nl", source=source),
        now=now,
        today=today,
    )
    came.same_as = newcomer
    came.save()
    mailing = Mailing.objects.create(initiative=here, subject="Nieuws", body="Dag", made_by="test")
    OutboxMessage.objects.update(mailing=mailing)
    StoppedAddress.objects.create(initiative=here, digest="0" * 32, channel="email")
    Choice.objects.create(initiative=here, digest="0" * 22, language="ar")
    ShortLink.objects.create(initiative=here, code="2" * 8, channel="sms", digest="0" * 22, language="ar")
    StaffFeed.objects.create(initiative=here, user_id=office.user().pk, token_hash=here.slug)
    Text.objects.create(
        initiative=here, kind="mailing", language="nl", subject="x", body="y", changed_by="test"
    )
    soon, later = now + timedelta(hours=1), now + timedelta(hours=3)
    event = events.plan(starts_at=soon, ends_at=later, place="Dorpshuis", note="", now=now, actor=ACTOR)
    invite(event=event, parts=[newcomer], now=now, actor=ACTOR)
    Opinion.objects.create(initiative=here, event=event, liked="good", useful="yes")
    later_event = events.plan(
        starts_at=soon, ends_at=later, place="Dorpshuis", note="", twin=event, now=now, actor=ACTOR
    )
    assert later_event.twin == event
    session = Session.objects.create(initiative=here, event=event)
    Seat.objects.create(initiative=here, session=session, invitation=Invitation.objects.get(), group=1)
    PairWish.objects.create(
        initiative=here, session=session, one=newcomer, other=office.coach("Ander"), together=True
    )
    put_picture(kind=PictureKind.LOGO, drawn=Drawn(b"png", "image/png", 1, 1), actor=ACTOR)


@pytest.fixture
def other(office: Office) -> Office:
    """A second initiative; both have a row in every table."""
    made = make_office("gent", "Samen in Gent")
    fill(office)
    fill(made)
    return made


def sql(statement: str, *values: object) -> None:
    """Straight to the database, past every model."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)


def refused(write: Callable[[], None], why: str) -> None:
    with pytest.raises(DatabaseError, match=why):
        write()


def one_id(table: str, initiative: int, column: str = "id") -> int:
    with connection.cursor() as cursor:
        where = f'"initiative_id" = %s AND "{column}" IS NOT NULL'
        cursor.execute(f'SELECT "{column}" FROM "{table}" WHERE {where} ORDER BY "id"', [initiative])  # noqa: S608
        row = cursor.fetchone()
    assert row, f"{table} is empty: let fill() in {__name__} make a row."
    number: int = row[0]
    return number


@pytest.mark.parametrize(("model", "column", "target"), each_relation())
def test_a_row_cannot_be_turned_to_another_initiative(
    office: Office, other: Office, model: type[TenantModel], column: str, target: str
) -> None:
    table, here, there = model._meta.db_table, office.initiative.pk, other.initiative.pk
    theirs = one_id(target, there)
    row = one_id(table, here)
    update = f'UPDATE "{table}" SET "{column}" = %s WHERE "id" = %s'  # noqa: S608
    refused(lambda: sql(update, theirs, row), "points into another initiative")


@pytest.mark.parametrize(("model", "column", "target"), each_relation())
def test_a_row_is_not_added_that_points_to_another_initiative(
    office: Office, other: Office, model: type[TenantModel], column: str, target: str
) -> None:
    """A copy of a row of ours, with one column pointing at theirs."""
    table, here, there = model._meta.db_table, office.initiative.pk, other.initiative.pk
    theirs, row = one_id(target, there), one_id(table, here)
    columns = [field.column for field in model._meta.concrete_fields if not field.primary_key]
    names = ", ".join(f'"{name}"' for name in columns)
    values = ", ".join("%s" if name == column else f'"{name}"' for name in columns)
    insert = f'INSERT INTO "{table}" ({names}) SELECT {values} FROM "{table}" WHERE "id" = %s'  # noqa: S608
    refused(lambda: sql(insert, theirs, row), "points into another initiative")


@pytest.mark.parametrize("model", tenant_models(), ids=lambda model: model._meta.db_table)
def test_a_row_never_moves_to_another_initiative(
    office: Office, other: Office, model: type[TenantModel]
) -> None:
    row = one_id(model._meta.db_table, office.initiative.pk)
    move = f'UPDATE "{model._meta.db_table}" SET "initiative_id" = %s WHERE "id" = %s'  # noqa: S608
    refused(lambda: sql(move, other.initiative.pk, row), "moves to|points into")


def test_within_an_initiative_the_wall_lets_through(office: Office, other: Office) -> None:
    newcomer = office.newcomer()
    duo = one_id("duos_duo", office.initiative.pk)
    sql('UPDATE "duos_duo" SET "newcomer_id" = %s WHERE "id" = %s', newcomer.pk, duo)
    assert one_id("duos_duo", office.initiative.pk, "newcomer_id") == newcomer.pk


# ---------- Every relation has its wall, also after migrating ----------


def walls() -> dict[str, str]:
    """Name and text of every wall that stands in this database."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        else:
            cursor.execute("SELECT tgname, pg_get_functiondef(tgfoid) FROM pg_trigger WHERE NOT tgisinternal")
        return {name: text for name, text in cursor.fetchall() if name.startswith(PREFIX)}


def expected_walls() -> set[str]:
    tables = {f"{PREFIX}{model._meta.db_table}" for model in tenant_models()}
    if connection.vendor != "sqlite":
        return tables
    by_link = {
        f"{PREFIX}{table}_{column}_{event}"
        for table, column, _target in RELATIONS
        for event in ("INSERT", "UPDATE")
    }
    return by_link | {f"{name}_stay" for name in tables}


def test_every_relation_between_tables_of_an_initiative_is_written_down() -> None:
    assert {(model._meta.db_table, column, target) for model, column, target in relations()} == RELATIONS


def test_every_relation_has_its_wall(db: None) -> None:
    standing = walls()
    assert set(standing) == expected_walls()
    missing = {
        (table, column)
        for table, column, target in RELATIONS
        if not any(
            f'NEW."{column}"' in text and f'FROM "{target}"' in text
            for name, text in standing.items()
            if name.startswith(f"{PREFIX}{table}")
        )
    }
    assert missing == set()


def drop_walls() -> None:
    with connection.cursor() as cursor:
        for name in walls():
            on = "" if connection.vendor == "sqlite" else f' ON "{name.removeprefix(PREFIX)}"'
            cursor.execute(f'DROP TRIGGER "{name}"{on}')


def test_the_walls_are_back_after_migrating(db: None) -> None:
    drop_walls()
    assert walls() == {}
    call_command("migrate", verbosity=0, interactive=False)
    assert set(walls()) == expected_walls()


def test_raising_the_walls_twice_changes_nothing(db: None) -> None:
    before = walls()
    raise_walls("default")
    assert walls() == before
