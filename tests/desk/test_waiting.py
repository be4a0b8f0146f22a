"""Who waits and heard nothing for four weeks: found, told, and quiet again."""

from datetime import timedelta

import pytest

from samen.base import clock
from samen.desk.waiting import WORD_EVERY_DAYS, waiting_long
from samen.desk.worklist import worklist
from samen.intake.messages import STILL_LOOKING
from samen.intake.models import Decision
from samen.messaging.choices import Status
from samen.messaging.models import OutboxMessage
from samen.people.models import Participation
from tests.support.initiative import Office

pytestmark = pytest.mark.postgres


def waiting(office: Office, days: int, name: str = "Amal Saleh") -> Participation:
    """Somebody who was accepted so many days ago."""
    part = office.newcomer(name, waits_days=days + 5, email=f"{name.split()[0].lower()}@example.org")
    day = clock.today() - timedelta(days=days)
    Decision.objects.filter(participation=part).update(decided_on=day)
    return part


@pytest.mark.parametrize(("days", "found"), [(WORD_EVERY_DAYS - 1, []), (WORD_EVERY_DAYS, ["Amal Saleh"])])
def test_four_weeks_without_a_word(office: Office, days: int, found: list[str]) -> None:
    waiting(office, days)
    assert [str(part) for part in waiting_long(clock.now())] == found


def test_who_has_a_duo_or_a_proposal_or_left_is_not_told(office: Office) -> None:
    waiting(office, 40)
    office.duo(waiting(office, 40, "Metduo A"), waiting_coach(office))
    gone = waiting(office, 40, "Weg B")
    Participation.objects.filter(pk=gone.pk).update(ended_on=clock.today())
    assert [str(part) for part in waiting_long(clock.now())] == ["Amal Saleh"]


def waiting_coach(office: Office) -> Participation:
    return office.coach("Bart Goossens")


def test_told_they_are_quiet_again_for_four_weeks(office: Office) -> None:
    part, desk = waiting(office, 40), office.client()
    assert worklist(clock.now()).without_word == 1
    assert "Laat iets weten aan wie wacht" in desk.get(office.url("")).content.decode()
    told = desk.post(office.url("waiting/word/"), {"part": [part.pk]}, follow=True).content.decode()
    assert "Eén mens krijgt een bericht." in told
    message = OutboxMessage.objects.get(kind=STILL_LOOKING)
    assert "Wij zijn je niet vergeten." in message.body
    assert worklist(clock.now()).without_word == 0
    assert worklist(clock.now() + timedelta(days=WORD_EVERY_DAYS)).without_word == 1


def test_a_word_that_did_not_arrive_is_no_word(office: Office) -> None:
    part = waiting(office, 40)
    office.client().post(office.url("waiting/word/"), {"part": [part.pk]})
    OutboxMessage.objects.update(status=Status.FAILED, next_attempt_at=None)
    assert worklist(clock.now()).without_word == 1


def test_pressed_twice_it_is_sent_once(office: Office) -> None:
    part, desk = waiting(office, 40), office.client()
    for _ in range(2):
        desk.post(office.url("waiting/word/"), {"part": [part.pk]})
    assert OutboxMessage.objects.filter(kind=STILL_LOOKING).count() == 1


def test_who_does_not_wait_is_not_told_whatever_is_sent(office: Office) -> None:
    fresh = waiting(office, 3)
    answer = office.client().post(office.url("waiting/word/"), {"part": [fresh.pk]})
    assert answer.status_code == 422
    assert not OutboxMessage.objects.exists()
