"""Somebody about whom something stands in every table, and a mark in every field that can hold one."""

from collections.abc import Iterator
from datetime import timedelta

from django.db import DatabaseError, models, transaction

from samen.base import clock
from samen.duos.models import Duo, Meeting
from samen.events.models import Opinion
from samen.exchanges.models import PairWish, Seat, Session
from samen.files.models import Scan
from samen.initiatives.tenancy import tenant_models
from samen.lists.models import ImportedPart, PeopleList
from samen.messaging.choices import Channel, Status
from samen.messaging.models import Choice, OutboxMessage, ShortLink
from samen.messaging.stops import digest_of
from samen.outreach.models import Draft
from samen.papers.models import OrganisationNote
from samen.people.choices import Role
from samen.people.models import Participation, Person
from samen.signals.models import Service
from tests.support.initiative import Office

# No word of any language, so that a hit is no accident.
MARK = "Zwalq"
PHONE = "+32470998871"
EMAIL = f"{MARK.lower()}adres@example.org"
GIVEN, FAMILY = f"{MARK}voor", f"{MARK}achter"
# As each stands somewhere, in small letters; a number is written with and without its country.
TRACES = (MARK.lower().encode(), b"470998871", b"470 99 88 71")

Rows = dict[type[models.Model], set[int]]


def of_person(person: Person) -> Rows:
    """Every row that leads to this person, the rows of their duos included."""
    found: Rows = {Person: {person.pk}}
    grows = True
    while grows:
        grows = False
        for model in tenant_models():
            known = found.setdefault(model, set())
            more = {pk for field in _links(model) for pk in _leading(model, field, found)} - known
            known |= more
            grows = grows or bool(more)
    found[Scan] |= set(Scan.objects.values_list("pk", flat=True))
    numbers = [f"part:{pk}" for pk in found[Participation]]
    found[OutboxMessage] |= set(OutboxMessage.objects.filter(about__in=numbers).values_list("pk", flat=True))
    for model in (PeopleList, Draft, Choice, ShortLink):
        found[model] |= set(model.objects.values_list("pk", flat=True))
    return found


def _links(model: type[models.Model]) -> Iterator[models.ForeignKey]:
    for field in model._meta.concrete_fields:
        if isinstance(field, models.ForeignKey) and field.name != "initiative":
            yield field


def _leading(model: type[models.Model], field: models.ForeignKey, found: Rows) -> set[int]:
    pks = found.get(field.related_model, set())
    rows = model._default_manager.filter(**{f"{field.name}__in": pks}) if pks else ()
    return {row.pk for row in rows}


def plant(office: Office, role: Role) -> tuple[Person, Duo]:
    """Somebody in a duo that is over, with a row in every table that can speak of them."""
    person, known = (
        f"{GIVEN} {FAMILY}",
        {"phone": PHONE, "email": EMAIL, "languages": [MARK], "channels": ["phone"]},
    )
    mine = office.person(person, role, **known)
    other = office.coach() if role == Role.NEWCOMER else office.newcomer()
    two = (mine, other) if role == Role.NEWCOMER else (other, mine)
    duo = office.duo(*two, started_days=90, met_days_ago=[41, 40])
    _of_part(office, mine, other)
    _of_duo(office, duo, role)
    _messages(office, mine, other)
    _lists(office, mine)
    Duo.objects.filter(pk=duo.pk).update(
        status="stopped",
        closed_on=clock.today(),
        closing_reason="no_time",
        newcomer_onward="again",
        coach_onward="again",
        newcomer_shares=True,
        coach_shares=True,
    )
    _mark_every_field(mine.person, role)
    return mine.person, Duo.objects.get(pk=duo.pk)


def _of_part(office: Office, part: Participation, other: Participation) -> None:
    here, now, today = {"initiative": office.initiative}, clock.now(), clock.today()
    waiting = office.coach() if part.role == Role.NEWCOMER else office.newcomer()
    pair = {part.role: part, waiting.role: waiting}
    note = OrganisationNote.objects.create(
        **here, version=1, organisation="Dorp", standard="1", made_at=now, made_by="test"
    )
    for manager, values in (
        (
            part.clearances,
            {"duty": "none", "status": "none_needed", "asked_on": today, "ask_again_on": today},
        ),
        (part.note_receipts, {"note": note, "given_on": today, "way": "paper", "language": "nl"}),
        (part.record_checks, {"required": False, "why": "exempt", "checked_on": today, "checked_by": "t"}),
        (part.wishes, {"about": "age", "strength": "must", "age_min": 20, "age_max": 40}),
        (part.answers, {"question": "motive", "value": {"text": MARK}, "changed_by": "test"}),
        (part.not_with, {"other": other}),
        (part.not_with_by, {"participation": other}),
        (
            part.consents,
            {"kind": "privacy", "text_version": "1", "language": "nl", "way": "web", "given_on": today},
        ),
        (part.call_requests, {"about": "erase"}),
        (
            part.hand_overs,
            {
                "service": Service.objects.create(**here, name="Dienst", helps_with="other"),
                "made_on": today,
                "feedback": "helped",
                "feedback_on": today,
            },
        ),
        (part.alerts, {"rule": "silent_duo", "basis": today, "opened_on": today, "checked_on": today}),
        (part.goals, {"code": MARK, "made_at": now}),
    ):
        manager.create(**here, **values)
    profile = type(part).profile.related.related_model
    profile.objects.update_or_create(
        participation=part,
        defaults={
            **here,
            "availability": 7,
            "interests": [MARK],
            "personality": 3,
            "children_bands": [MARK],
            "household": "family",
            "capacity": 2,
        },
    )
    for name in ("talk", "registration", "trajectory"):
        model = getattr(type(part), name).related.related_model
        more = {"received_at": now} if name == "registration" else {}
        owner = "newcomer" if name == "trajectory" else "participation"
        model.objects.create(**here, **more, **{owner: part})
    part.trajectory.elsewhere.create(**here, what=MARK, hours=2, on=today)
    link = part.links.create(**here, token_hash=MARK, made_by="test")
    link.visits.create(**here, secret_hash=MARK)
    goal = part.goals.get()
    goal.steps.create(**here, said_on=today, how_far="little")
    for name in ("marks_as", "proposals_as"):
        manager = getattr(part, f"{name}_{part.role}")
        more = (
            {"mark": "ban", "bonus": 2}
            if name == "marks_as"
            else {"score": 0.5, "reasons": [{"code": MARK}], "proposed_on": today, "engine_version": "1"}
        )
        manager.create(**here, **pair, **more)
    slot = part.appointments.model._meta.get_field("slot").related_model.objects.create(
        **here, starts_at=now, ends_at=now + timedelta(hours=1), place="Dorpshuis"
    )
    part.appointments.create(**here, slot=slot, seat=1)
    event = part.invitations.model._meta.get_field("event").related_model.objects.create(
        **here, starts_at=now, ends_at=now + timedelta(hours=1), place="Dorpshuis"
    )
    invitation = part.invitations.create(**here, event=event, reply="yes", replied_at=now)
    told = f"{GIVEN} {FAMILY} kookt graag."
    session = Session.objects.create(**here, event=event, summary=told, summary_on=now.date())
    Seat.objects.create(**here, session=session, invitation=invitation, group=1)
    first, second = sorted((part.pk, other.pk))
    PairWish.objects.create(**here, session=session, one_id=first, other_id=second, together=True)
    Opinion.objects.create(**here, event=event, liked="good", useful="yes", next_time=told)
    signal = part.signals.create(
        **here, category="other", seriousness="look", came_from="staff", reported_at=now, reported_by="test"
    )
    signal.steps.create(**here, due_on=today, made_by="test")


def _of_duo(office: Office, duo: Duo, role: Role) -> None:
    here, now, today = {"initiative": office.initiative}, clock.now(), clock.today()
    first, second = Meeting.objects.filter(duo=duo)
    Meeting.objects.filter(duo=duo).update(smile="good", proposed_by="newcomer", activity=MARK)
    first.told_apart_from.create(**here, second=second, said_by="test", said_on=today)
    duo.pauses.create(**here, from_on=today, until_on=today, reason="work")
    plan = duo.plans.create(**here, by_role=role, place=MARK, made_at=now)
    plan.moments.create(**here, starts_at=now)
    for by_role in Role:
        scan = Scan.objects.create(**here, content=f"%PDF {MARK}scan".encode(), media_type="application/pdf")
        duo.signatures.create(
            **here,
            by_role=by_role,
            signed_on=today,
            way="paper",
            scan=scan,
            name="" if by_role == role else "B",
        )
        duo.times_not_met.create(**here, by_role=by_role, reason="no_time", said_on=today)
        duo.idea_marks.create(**here, code="make-soup", by_role=by_role, marked_at=now)
        scores = (
            {"experience": 4} if by_role == Role.COACH else {"speaking": 2, "network": 3, "finding_way": 4}
        )
        duo.check_ins.create(
            **here,
            moment="halfway",
            by_role=by_role,
            way="own_page",
            going="bad",
            enough="good",
            limits="good",
            wants_call=True,
            answered_at=now,
            # What the other said was followed up: it comes first.
            handled_on=None if by_role == role else today,
            **scores,
        )
    alert = duo.alerts.create(
        **here, rule="silent_duo", basis=today, opened_on=today, checked_on=today, closed_on=today
    )
    _postponed(office, alert)
    beside = duo.signals.create(
        **here,
        participation=duo.coach if role == Role.NEWCOMER else duo.newcomer,
        category="other",
        seriousness="serious",
        came_from="phone",
        reported_at=now,
        reported_by="test",
        text=MARK,
        closed_on=today,
        outcome="solved",
        call_when="morning",
    )
    beside.steps.create(**here, what=MARK, due_on=today, made_by="test")


def _postponed(office: Office, alert: models.Model) -> models.Model:
    model = type(alert).postponement.related.related_model
    today = clock.today()
    return model.objects.create(
        initiative=office.initiative,
        alert=alert,
        until_on=today + timedelta(days=1),
        reason=MARK,
        made_on=today,
        made_by="test",
    )


def _messages(office: Office, part: Participation, other: Participation) -> None:
    here, now = {"initiative": office.initiative}, clock.now()
    sent = {"channel": Channel.EMAIL, "status": Status.SENT, "sent_at": now, "message_id": "<1@x>"}
    calendar = f"SUMMARY:Ontmoeting met {GIVEN[:4]}\r\n {GIVEN[4:]}"
    for key, about, values in (
        ("to-them", f"part:{part.pk}", {"to_name": str(part.person), "email": EMAIL, "phone": PHONE}),
        ("by-address", "", {"to_name": str(part.person), "email": EMAIL}),
        ("about-them", f"part:{other.pk}", {"to_name": "B", "body": f"Jij en {GIVEN} zijn een duo."}),
        ("calendar", f"part:{other.pk}", {"to_name": "B", "body": "Dag", "calendar": calendar}),
    ):
        OutboxMessage.objects.create(**here, key=key, kind="x", about=about, **sent, **values)
    waits = {
        "channel": Channel.EMAIL,
        "status": Status.WAITING,
        "next_attempt_at": now,
        "message_id": "<2@x>",
    }
    OutboxMessage.objects.create(
        **here, key="waits", kind="x", about=f"part:{other.pk}", to_name="B", dutch=f"Bel {GIVEN}.", **waits
    )
    digest = digest_of(office.initiative.pk, Channel.EMAIL, EMAIL)
    Choice.objects.create(**here, digest=digest, language="ar", road="email")
    ShortLink.objects.create(**here, digest=digest, code="2" * 8, channel="sms", language="ar")
    answers = {"name": f"{GIVEN} {FAMILY}", "phone": "0470 99 88 71"}
    Draft.objects.create(**here, secret_hash="a", role=part.role, language="nl", answers=answers)


def _lists(office: Office, part: Participation) -> None:
    here = {"initiative": office.initiative, "added_by": "test"}
    cells = (
        f"Rol,Voornaam,Familienaam,Telefoon\ncoach,{GIVEN},{FAMILY},\ncoach,Bert,Baert,0470123456\n".encode()
    )
    came = PeopleList.objects.create(
        **here,
        filename=f"{MARK}.csv",
        content=cells,
        status="imported",
        imported_at=clock.now(),
        corrections={"2": MARK},
    )
    ImportedPart.objects.create(initiative=office.initiative, people_list=came, participation=part)
    phone = b"Rol,Voornaam,Telefoon\ncoach,Z.,0470 99 88 71\n"
    PeopleList.objects.create(**here, filename="b.csv", content=phone)
    PeopleList.objects.create(
        **here, filename="c.csv", content=phone, status="imported", imported_at=clock.now()
    )


def _mark_every_field(person: Person, role: Role) -> None:
    """Something in every field that is empty and a mark in every field of free words, where it may stand."""
    for model, pks in of_person(person).items():
        for field in model._meta.concrete_fields:
            for row in model._default_manager.filter(pk__in=pks):
                if getattr(row, "by_role", role) == role and _is_theirs(row):
                    _fill(row, field)


def _is_theirs(row: models.Model) -> bool:
    """Not what the other wrote, or was written to them; not what has its words already."""
    if isinstance(row, OutboxMessage):
        return row.key == "to-them"
    return not isinstance(row, Draft | Choice | ShortLink | PeopleList)


# By these somebody is found, or they say that somebody was erased.
_LEFT_ALONE = {
    *("given_name", "family_name", "phone", "email", "erased_on"),
    *("about", "key", "digest", "detail", "media_type"),
}


def _fill(row: models.Model, field: models.Field) -> None:
    value = _for(row, field)
    if value is None or field.name in _LEFT_ALONE or field.name.endswith("_by"):
        return
    try:
        with transaction.atomic():
            type(row)._default_manager.filter(pk=row.pk).update(**{field.name: value})
    except DatabaseError:
        return


def _for(row: models.Model, field: models.Field) -> object:
    """What may stand in a field; nothing when it holds something that is no free words."""
    is_empty = getattr(row, field.attname) in ("", None)
    if isinstance(field, models.CharField | models.TextField) and not field.choices:
        return f"{MARK}{row._meta.model_name}{field.name}"[: field.max_length or 200]
    if field.choices and is_empty:
        return field.choices[0][0]
    kinds = ((models.DateTimeField, clock.now()), (models.DateField, clock.today()), (models.IntegerField, 1))
    return next((value for kind, value in kinds if is_empty and isinstance(field, kind)), None)
