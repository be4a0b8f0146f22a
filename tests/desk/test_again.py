"""Somebody comes back or takes the other role (R102): one person, dated parts, matching that knows them."""

from datetime import timedelta

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext

from samen.base import clock
from samen.base.models import AuditLine
from samen.desk.actions import leave_programme, take_part_again
from samen.desk.choices import Stage
from samen.desk.queries import with_stage
from samen.duos.choices import ClosingReason
from samen.initiatives.choices import Role as StaffRole
from samen.intake.actions import Facts, WishedFor, decide
from samen.intake.choices import Outcome, Strength, Wanted
from samen.intake.models import Appointment, NotWith, Profile, Wish
from samen.matching.actions import mark_pair, propose, record_answer
from samen.matching.choices import Answer, Mark
from samen.matching.pool import read_pool
from samen.people.choices import Role
from samen.people.link_actions import make_link
from samen.people.link_queries import living_link
from samen.people.models import Participation, Person
from samen.people.queries import parts
from tests.support.initiative import ACTOR, Office, close_duo, make_office
from tests.support.world import make_appointment

pytestmark = pytest.mark.postgres

TODAY = clock.today()
FACTS = Facts(interests=["fietsen"], profession="kok", children_bands=["3-5"], availability=7, personality=4)


@pytest.fixture
def newcomer(office: Office) -> Participation:
    wish = WishedFor(Wanted.GENDER, Strength.MUST, gender="f")
    return office.newcomer("Amal Saleh", facts=FACTS, wishes=[wish])


def again(part: Participation, role: Role = Role.COACH) -> Participation:
    return take_part_again(part=part, role=role, now=clock.now(), actor=ACTOR)


def accept(part: Participation) -> None:
    decide(part=part, outcome=Outcome.ACCEPTED, today=TODAY, actor=ACTOR)


def of(office: Office, part: Participation, path: str = "again/") -> str:
    return office.url(f"people/{part.pk}/{path}")


def text(answer: HttpResponse) -> str:
    return answer.content.decode()


def stage(part: Participation) -> str:
    return str(with_stage(parts()).get(pk=part.pk).stage)  # type: ignore[attr-defined]


def tried(office: Office) -> tuple[Participation, Participation]:
    """A newcomer and a coach whose duo is over."""
    duo = office.duo()
    close_duo(duo, ClosingReason.MISMATCH, TODAY)
    return duo.newcomer, duo.coach


# ---------- The step ----------


def test_a_newcomer_becomes_a_coach_and_stays_one_person(office: Office, newcomer: Participation) -> None:
    make_link(part=newcomer, now=clock.now(), actor=ACTOR)
    make_appointment(newcomer)
    client = office.client()
    assert "Amal wordt coach" in text(client.get(of(office, newcomer, "")))
    answer = client.post(of(office, newcomer), {"role": "coach"}, follow=True)
    assert "Amal Saleh doet nu mee als coach." in text(answer)
    made = Participation.objects.get(role=Role.COACH)
    newcomer.refresh_from_db()
    assert (made.person_id, made.registered_on, newcomer.ended_on) == (newcomer.person_id, TODAY, TODAY)
    assert (Person.objects.count(), stage(made), stage(newcomer)) == (1, Stage.NEW, Stage.FORMER)
    assert living_link(newcomer) is None
    assert Appointment.objects.get().status == "cancelled"
    verbs = AuditLine.objects.filter(actor=f"user:{office.user().pk}").values_list("verb", flat=True)
    assert {"end_part", "begin_part", "revoke_link"} <= set(verbs)


def test_what_is_about_the_person_goes_along_and_what_is_about_the_role_does_not(
    newcomer: Participation,
) -> None:
    profile = Profile.objects.get(participation=again(newcomer))
    assert (profile.interests, profile.profession, profile.children_bands) == (["fietsen"], "kok", ["3-5"])
    assert (profile.availability, profile.personality) == (None, None)
    assert Wish.objects.get().participation_id == newcomer.pk


def test_both_parts_stand_on_the_page_with_a_way_between(office: Office, newcomer: Participation) -> None:
    made, client = again(newcomer), office.client()
    for one, other in ((newcomer, made), (made, newcomer)):
        page = text(client.get(of(office, one, "")))
        assert f'<a href="{of(office, other, "")}">' in page
    assert "deed al eerder mee" not in text(client.get(of(office, office.coach("Nele"), "")))


def test_somebody_who_stopped_comes_back_in_the_same_role(office: Office, newcomer: Participation) -> None:
    leave_programme(part=newcomer, today=TODAY - timedelta(days=9), actor=ACTOR)
    newcomer.refresh_from_db()
    client = office.client()
    assert 'value="newcomer" required id="id_role_0" checked' in text(client.get(of(office, newcomer)))
    client.post(of(office, newcomer), {"role": "newcomer"})
    assert Participation.objects.filter(ended_on=None, role=Role.NEWCOMER).count() == 1
    newcomer.refresh_from_db()
    assert newcomer.ended_on == TODAY - timedelta(days=9)


def test_a_running_duo_or_an_open_proposal_comes_first(office: Office, newcomer: Participation) -> None:
    client, duo = office.client(), office.duo()
    answer = client.post(of(office, duo.coach), {"role": "newcomer"})
    assert (answer.status_code, "Bart heeft nog een duo." in text(answer)) == (422, True)
    propose(
        newcomer=newcomer,
        coach=office.coach(),
        score=1.0,
        reasons=[],
        engine_version="1",
        today=TODAY,
        actor=ACTOR,
    )
    answer = client.post(of(office, newcomer), {"role": "coach"})
    assert "Voor Amal loopt nog een voorstel." in text(answer)
    answer = client.post(of(office, newcomer), {"role": "newcomer"})
    assert "Amal doet al mee als nieuwkomer." in text(answer)
    assert client.post(of(office, newcomer), {"role": "guest"}).status_code == 422
    assert not Participation.objects.exclude(ended_on=None).exists()


def test_strangers_and_readers_change_no_role(office: Office, newcomer: Participation) -> None:
    elsewhere, coach = make_office("gent", "Samen in Gent"), {"role": "coach"}
    assert elsewhere.client().post(of(office, newcomer), coach).status_code == 404
    assert elsewhere.client().post(of(elsewhere, newcomer), coach).status_code == 404
    assert office.client(StaffRole.READER).post(of(office, newcomer), coach).status_code == 403
    assert Participation.objects.count() == 1


# ---------- Matching knows the person ----------


@pytest.mark.parametrize("how", ["duo", "no", "ban", "not_with"])
def test_what_held_of_two_people_holds_in_a_later_part(office: Office, how: str) -> None:
    if how == "duo":
        newcomer, coach = tried(office)
    else:
        newcomer, coach = office.newcomer(), office.coach()
    if how == "no":
        proposal = propose(
            newcomer=newcomer,
            coach=coach,
            score=1.0,
            reasons=[],
            engine_version="1",
            today=TODAY,
            actor=ACTOR,
        )
        record_answer(proposal=proposal, side=Role.COACH, answer=Answer.NO, actor=ACTOR)
    elif how == "ban":
        mark_pair(newcomer=newcomer, coach=coach, mark=Mark.BAN, note="", bonus=0, actor=ACTOR)
    elif how == "not_with":
        NotWith.objects.create(initiative=office.initiative, participation=newcomer, other=coach)
    leave_programme(part=newcomer, today=TODAY, actor=ACTOR)
    newcomer.refresh_from_db()
    later = again(newcomer, Role.NEWCOMER)
    accept(later)
    assert read_pool().bans == [(str(later.pk), str(coach.pk))]


def test_two_who_were_a_duo_are_not_matched_the_other_way_round(office: Office) -> None:
    newcomer, coach = tried(office)
    one, other = again(newcomer, Role.COACH), again(coach, Role.NEWCOMER)
    for part in (one, other):
        accept(part)
    assert read_pool().bans == [(str(other.pk), str(one.pk))]


def test_nobody_is_proposed_to_oneself(office: Office, newcomer: Participation) -> None:
    """A list may bring in somebody in both roles at once."""
    both = Participation.objects.create(
        initiative=office.initiative, person=newcomer.person, role=Role.COACH, registered_on=TODAY
    )
    accept(both)
    assert read_pool().bans == [(str(newcomer.pk), str(both.pk))]


def test_the_pool_reads_as_often_however_many_came_back(office: Office) -> None:
    def reads() -> int:
        with CaptureQueriesContext(connection) as seen:
            read_pool()
        return len(seen)

    counts = []
    for _round in range(3):
        part = office.newcomer()
        office.coach()
        accept(again(part))
        counts.append(reads())
    assert counts == [counts[0]] * 3
