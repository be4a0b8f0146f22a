"""Whoever came in and hears nothing for a week is on Today."""

from datetime import timedelta

import pytest

from samen.base import clock
from samen.desk.worklist import worklist
from samen.intake.actions import decide
from samen.intake.choices import Outcome
from samen.outreach.models import Registration
from samen.outreach.registration import Received, receive
from samen.people.actions import Details
from samen.people.choices import Role
from tests.support.initiative import ACTOR, Office

pytestmark = pytest.mark.postgres


def came_in(phone: str = "+32470123456", days_ago: int = 0, name: str = "Amal") -> Registration:
    moment = clock.now() - timedelta(days=days_ago)
    details = Details(given_name=name, phone=phone, phone_language="ar")
    received = Received(role=Role.NEWCOMER, details=details, language="ar")
    return receive(received=received, now=moment, today=moment.date())


def names() -> list[str]:
    return [one.participation.person.given_name for one in worklist(clock.now()).unheard]


def test_after_seven_days_and_not_before(office: Office) -> None:
    came_in(days_ago=6)
    assert names() == []
    came_in("+32470123457", 7, "Tesfay")
    came_in("+32470123458", 20, "Rosa")
    assert names() == ["Rosa", "Tesfay"]
    page = office.client().get(office.url()).content.decode()
    assert "Laat iets weten aan Rosa" in page
    assert "Rosa meldde zich aan en hoort al 2 weken niets." in page
    assert "Taal aan de telefoon: العربيّة." in page


def test_a_word_or_a_decision_takes_somebody_off(office: Office) -> None:
    one, other = came_in(days_ago=9), came_in("+32470123457", 9, "Tesfay")
    answer = office.client().post(
        office.url(f"people/{one.participation_id}/contacted/"), {"next": office.url()}, follow=True
    )
    assert "Je sprak met Amal. Dat is bewaard." in answer.content.decode()
    assert answer.redirect_chain[0][0] == office.url()
    assert names() == ["Tesfay"]
    decide(part=other.participation, outcome=Outcome.ACCEPTED, today=clock.today(), actor=ACTOR)
    assert names() == []


def test_the_page_of_somebody_tells_how_they_came_in(office: Office) -> None:
    came = came_in()
    page = office.client().get(office.url(f"people/{came.participation_id}/")).content.decode()
    assert "Hoe kwam deze mens binnen?" in page
    assert "Ik sprak Amal" in page
