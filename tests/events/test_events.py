"""Information sessions: planned, called off, taken back."""

from datetime import date, datetime, timedelta

import pytest
from django.test import Client

from samen.base import clock
from samen.events.actions import forget_old, plan
from samen.events.models import Event
from samen.initiatives.choices import Role as StaffRole
from tests.support.initiative import ACTOR, Office

pytestmark = pytest.mark.postgres


def form(**changes: object) -> dict[str, object]:
    day = clock.today() + timedelta(days=5)
    return {"day": day.isoformat(), "starts": "19:00", "ends": "20:30", "place": "De bib", **changes}


@pytest.fixture
def client(office: Office) -> Client:
    return office.client()


def test_plan_and_call_off_and_take_back(office: Office, client: Client) -> None:
    answer = client.post(office.url("events/plan/?kind=information"), form(), follow=True)
    assert "Het is gepland. Nodig nu mensen uit." in answer.content.decode()
    event = Event.objects.get()
    assert event.starts_at.astimezone(clock.BRUSSELS).strftime("%H:%M") == "19:00"
    client.post(office.url(f"events/{event.pk}/cancel/"))
    assert "Voorbij of afgelast" in client.get(office.url("events/")).content.decode()
    assert client.post(office.url(f"events/{event.pk}/cancel/")).status_code == 409
    client.post(office.url(f"events/{event.pk}/restore/"))
    event.refresh_from_db()
    assert event.cancelled_on is None


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"ends": "18:00"}, "Het einde ligt voor het begin."),
        ({"day": "2020-01-01"}, "Dat moment is al voorbij."),
        ({"day": "nonsense"}, "datum"),
        ({"place": ""}, "Waar?"),
        ({"place": "x" * 10_000}, "tekens"),
        ({"starts": "25:99"}, "tijd"),
    ],
)
def test_refusals_keep_what_was_typed(
    office: Office, client: Client, changes: dict[str, object], sentence: str
) -> None:
    answer = client.post(office.url("events/plan/?kind=information"), form(note="Kom maar", **changes))
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert "Kom maar" in answer.content.decode()
    assert not Event.objects.exists()


def test_who_only_reads_plans_nothing(office: Office) -> None:
    assert office.client(StaffRole.READER).get(office.url("events/")).status_code == 403
    assert office.client(StaffRole.ASSISTANT).get(office.url("events/")).status_code == 200


def test_a_gathering_goes_two_years_after_its_day(office: Office) -> None:
    begins = datetime(2026, 11, 25, 22, 30, tzinfo=clock.BRUSSELS)
    for days in (0, 1):
        at = begins + timedelta(days=days)
        plan(
            starts_at=at,
            ends_at=at + timedelta(hours=1),
            place="De bib",
            note="",
            now=begins - timedelta(1),
            actor=ACTOR,
        )
    assert forget_old(today=date(2028, 11, 25)) == 0
    assert forget_old(today=date(2028, 11, 26)) == 1
    assert Event.objects.get().starts_at == begins + timedelta(days=1)
    assert forget_old(today=date(2028, 11, 27)) == 1
