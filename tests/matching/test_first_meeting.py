"""The first meeting of two people: agreed, moved, called off, held; each hears it in their own language."""

from datetime import timedelta

import icalendar
import pytest

from samen.base import clock
from samen.base.scoping import scope
from samen.matching import actions
from samen.matching.models import Proposal
from samen.messaging.models import OutboxMessage
from tests.support.initiative import ACTOR, Office

pytestmark = pytest.mark.django_db
SOON = clock.today() + timedelta(days=6)


@pytest.fixture
def proposal(office: Office) -> Proposal:
    with scope(office.initiative.pk):
        return actions.propose(
            newcomer=office.newcomer(email="amal@example.org", written_language="ar"),
            coach=office.coach(email="bart@example.org"),
            score=1.0,
            reasons=[],
            engine_version="1",
            today=clock.today(),
            actor=ACTOR,
        )


def agree(office: Office, proposal: Proposal, **known: object) -> int:
    sent = {"day": SOON, "time": "14:30", "where": "De bib", "tell": "on", **known}
    url = office.url(f"matching/proposals/{proposal.pk}/first-meeting/")
    return office.client().post(url, sent).status_code


def calendars(kind: str) -> list[icalendar.Component]:
    sent = OutboxMessage.objects.filter(kind=kind).order_by("pk")
    return [icalendar.Calendar.from_ical(message.calendar).walk("VEVENT")[0] for message in sent]


def test_both_hear_it_and_their_calendar_moves_with_it(office: Office, proposal: Proposal) -> None:
    assert agree(office, proposal) == 302
    assert agree(office, proposal, time="16:00") == 302
    first = calendars("first_meeting")
    assert [int(event["SEQUENCE"]) for event in first] == [0, 0, 1, 1]
    assert len({str(event["UID"]) for event in first}) == 1
    assert first[-1].start.hour == 16
    languages = set(OutboxMessage.objects.values_list("language", flat=True))
    assert languages == {"ar", "nl"}
    page = office.client().get(office.url(f"matching/proposals/{proposal.pk}/")).content.decode()
    assert "16:00" in page
    office.client().post(office.url(f"matching/proposals/{proposal.pk}/first-meeting/off/"))
    assert {str(event["STATUS"]) for event in calendars("first_meeting_off")} == {"CANCELLED"}
    again = office.client().post(office.url(f"matching/proposals/{proposal.pk}/first-meeting/off/"))
    assert again.status_code == 409


@pytest.mark.parametrize(
    "wrong", [{"day": clock.today() - timedelta(days=1)}, {"time": "25:99"}, {"day": ""}]
)
def test_what_cannot_be_is_told_at_the_field(
    office: Office, proposal: Proposal, wrong: dict[str, object]
) -> None:
    assert agree(office, proposal, **wrong) == 422
    proposal.refresh_from_db()
    assert proposal.meets_at is None
    assert not OutboxMessage.objects.exists()


def test_they_know_each_other(office: Office, proposal: Proposal) -> None:
    office.client().post(office.url(f"matching/proposals/{proposal.pk}/introduced/"))
    proposal.refresh_from_db()
    assert proposal.introduced_on == clock.today()
    page = office.client().get(office.url(f"matching/proposals/{proposal.pk}/")).content.decode()
    assert 'aria-current="step"><span>kennisgemaakt' in page


def test_who_was_not_told_of_it_hears_nothing_when_it_is_off(office: Office, proposal: Proposal) -> None:
    sent = {"day": SOON, "time": "14:30", "where": "De bib"}
    url = office.url(f"matching/proposals/{proposal.pk}/first-meeting/")
    assert office.client().post(url, sent).status_code == 302
    told = office.client().post(f"{url}off/", follow=True).content.decode()
    assert "De eerste ontmoeting gaat niet door." in told
    assert "Allebei horen het." not in told
    assert not OutboxMessage.objects.exists()


def test_planned_anew_untold_and_called_off_nobody_is_told_twice(office: Office, proposal: Proposal) -> None:
    url, client = office.url(f"matching/proposals/{proposal.pk}/first-meeting/"), office.client()
    agree(office, proposal)
    client.post(f"{url}off/")
    client.post(url, {"day": SOON, "time": "16:00", "where": "De bib"})
    client.post(f"{url}off/")
    assert len(calendars("first_meeting_off")) == 2
    # Told again, it is called off again.
    agree(office, proposal)
    client.post(f"{url}off/")
    assert len(calendars("first_meeting_off")) == 4
