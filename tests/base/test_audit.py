"""The log: who did what to which record, without content."""

from datetime import timedelta

import pytest

from samen.base import audit, clock
from samen.base.models import AuditLine
from samen.base.scoping import ScopeMissingError, no_scope, scope
from samen.duos import actions as duos
from samen.intake import actions as intake
from samen.intake.actions import Facts
from samen.people.models import Participation
from tests.support.initiative import ACTOR, Office, make_office

pytestmark = pytest.mark.postgres


def test_a_line_tells_who_did_what_to_which_record_and_when(office: Office) -> None:
    part = office.newcomer()
    before = clock.now()
    audit.write(audit.Actor.user(12), "accept", part, outcome="accepted")
    line = AuditLine.objects.last()
    assert line is not None
    assert (line.actor, line.verb, line.facts) == ("user:12", "accept", {"outcome": "accepted"})
    assert (line.subject_kind, line.subject_id) == ("people.participation", part.pk)
    assert line.initiative_id == office.initiative.pk
    assert before <= line.at <= clock.now()


def test_who_acts_has_no_name() -> None:
    actors = [audit.Actor.user(7), audit.TICK, audit.COMMAND]
    assert [actor.label for actor in actors] == ["user:7", "tick", "command"]


def test_no_line_without_an_initiative(office: Office) -> None:
    part = office.newcomer()
    before = AuditLine.objects.count()
    with no_scope(), pytest.raises(ScopeMissingError):
        audit.write(ACTOR, "accept", part)
    assert AuditLine.objects.count() == before


def test_history_of_one_record_newest_first(office: Office) -> None:
    part, another = office.newcomer(accepted=False), office.newcomer(accepted=False)
    audit.write(ACTOR, "first", part)
    audit.write(ACTOR, "second", part)
    audit.write(ACTOR, "third", another)
    assert [line.verb for line in audit.history(part)] == ["second", "first", "register"]


def test_history_stays_within_the_initiative(office: Office) -> None:
    part = office.newcomer(accepted=False)
    other = make_office("gent", "Samen in Gent")
    with scope(other.initiative.pk):
        audit.write(ACTOR, "spy", Participation(pk=part.pk))
        assert [line.verb for line in audit.history(part)] == ["spy"]
    assert [line.verb for line in audit.history(part)] == ["register"]


def test_the_log_outlives_its_subject(office: Office) -> None:
    part = office.newcomer(accepted=False)
    number = part.pk
    part.person.delete()
    assert [line.verb for line in audit.history(Participation(pk=number))] == ["register"]


def test_an_action_that_fails_leaves_no_line(office: Office) -> None:
    duo = office.duo()
    before = list(AuditLine.objects.values())
    with pytest.raises(Exception, match="moet nog komen"):
        duos.log_meeting(
            duo=duo,
            met_on=clock.today() + timedelta(days=1),
            minutes=60,
            today=clock.today(),
            actor=ACTOR,
        )
    assert list(AuditLine.objects.values()) == before


def test_no_line_holds_what_was_written_about_somebody(office: Office) -> None:
    part = office.newcomer("Canary Achternaam", phone="+32470999888", email="canary@example.org")
    facts = Facts(interests=["canary"], profession="canary")
    intake.note_facts(part=part, facts=facts, wishes=[], actor=ACTOR)
    duo = office.duo(part, office.coach("Canary"))
    duos.log_meeting(
        duo=duo, met_on=clock.today(), minutes=60, activity="canary", today=clock.today(), actor=ACTOR
    )
    log = str(list(AuditLine.objects.values())).lower()
    assert [word in log for word in ("canary", "achternaam", "470999888")] == [False] * 3
