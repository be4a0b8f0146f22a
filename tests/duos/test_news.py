"""What the two hear when they begin and when it is over: each about the other, in their own language."""

import pytest

from samen.base import clock
from samen.duos.messages import KEEP_IN_TOUCH, OVER, STARTED
from samen.duos.news import tell_over, tell_started
from samen.messaging.choices import Status
from samen.messaging.models import OutboxMessage
from tests.support.initiative import Office, farewell

pytestmark = pytest.mark.postgres


def told(kind: str) -> dict[str, OutboxMessage]:
    return {message.to_name: message for message in OutboxMessage.objects.filter(kind=kind)}


def test_each_hears_about_the_other(office: Office) -> None:
    duo = office.duo(
        office.newcomer("Amal Saleh", email="amal@example.org", written_language="tr"),
        office.coach("Bart Goossens", email="bart@example.org"),
    )
    tell_started(duo=duo, now=clock.now())
    tell_started(duo=duo, now=clock.now())
    messages = told(STARTED)
    assert set(messages) == {"Amal Saleh", "Bart Goossens"}
    assert messages["Bart Goossens"].subject == "Jij en Amal beginnen"
    assert "Bart" in messages["Amal Saleh"].subject
    assert "zijn nu een duo" in (messages["Amal Saleh"].dutch or messages["Amal Saleh"].body)


@pytest.mark.parametrize(
    ("days", "words"),
    [(14, "Jullie zien elkaar om de twee weken."), (21, "Jullie zien elkaar minstens om de 21 dagen.")],
)
def test_the_rhythm_is_what_they_agreed(office: Office, days: int, words: str) -> None:
    duo = office.duo()
    duo.rhythm_days = days
    tell_started(duo=duo, now=clock.now())
    assert all(words in (message.dutch or message.body) for message in told(STARTED).values())


def test_over_both_are_thanked_and_no_reason_is_told(office: Office) -> None:
    duo = office.duo()
    form = farewell("mismatch", tell="on")
    office.client().post(office.url(f"duos/{duo.pk}/close/"), form)
    assert {message.body.count("klik") for message in told(OVER).values()} == {0}
    assert len(told(OVER)) == 2


def test_nobody_is_told_unless_it_was_ticked(office: Office) -> None:
    duo = office.duo()
    office.client().post(office.url(f"duos/{duo.pk}/close/"), farewell("mismatch"))
    assert not OutboxMessage.objects.exists()
    tell_over(duo=duo, now=clock.now())
    assert len(told(OVER)) == 2


def test_taken_back_nobody_hears_it_and_a_second_end_is_told(office: Office) -> None:
    duo, client = office.duo(), office.client()
    path = office.url(f"duos/{duo.pk}/close/")
    form = farewell("mismatch", tell="on", newcomer_shares="yes", coach_shares="yes")
    client.post(path, form)
    assert {one.kind for one in OutboxMessage.objects.all()} == {OVER, KEEP_IN_TOUCH}
    client.post(f"{path}undo/")
    assert set(OutboxMessage.objects.values_list("status", flat=True)) == {Status.STOPPED}
    client.post(path, form)
    waits = OutboxMessage.objects.exclude(status=Status.STOPPED)
    assert sorted(waits.values_list("kind", flat=True)) == sorted([OVER, KEEP_IN_TOUCH] * 2)
