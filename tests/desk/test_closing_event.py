"""A closing event (R101): planned from the list, with the two of each duo asked, also who left."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samen.base import clock
from samen.duos.choices import ClosingReason
from samen.duos.closing_list import ends_between, to_invite
from samen.duos.models import Duo
from samen.duos.rules import usual_ends
from samen.events import actions as events
from samen.events.invitation_actions import invite
from samen.events.links import link_to
from samen.events.models import Event, Invitation
from samen.events.queries import coming, public
from samen.initiatives.choices import Role as StaffRole
from samen.messaging.models import OutboxMessage
from samen.people.choices import AskedFor
from samen.people.link_actions import ask_to_be_called
from samen.people.models import Participation
from tests.support.initiative import ACTOR, Office, close_duo, make_office

PATH = "events/closing/"


@pytest.fixture
def duo(office: Office) -> Duo:
    duo = office.duo(
        office.newcomer("Amal", email="amal@example.org"),
        office.coach("Bart", email="bart@example.org"),
        started_days=300,
        met_days_ago=[20],
    )
    close_duo(duo, ClosingReason.GOAL_REACHED, clock.today() - timedelta(days=10))
    Participation.objects.filter(pk=duo.newcomer_id).update(ended_on=clock.today())
    return duo


def when(**changes: str) -> dict[str, object]:
    day = clock.today() + timedelta(days=30)
    return {"day": day.isoformat(), "starts": "14:00", "ends": "16:00", "place": "De bib", **changes}


def both(duo: Duo) -> list[int]:
    return [duo.newcomer_id, duo.coach_id]


def names(office: Office) -> list[str]:
    return [part.person.given_name for part in to_invite(ends_between(*usual_ends(clock.today())))]


@pytest.mark.postgres
def test_it_is_planned_and_both_are_asked(duo: Duo, office: Office) -> None:
    client = office.client()
    page = client.get(office.url(PATH)).content.decode()
    assert ["Amal" in page, "doet niet meer mee" in page] == [True, True]
    answer = client.post(office.url(PATH), {**when(), "part": both(duo)})
    event = Event.objects.get()
    assert (event.kind, answer["Location"]) == ("closing", office.url(f"events/{event.pk}/"))
    assert sorted(Invitation.objects.values_list("participation", flat=True)) == sorted(both(duo))
    sent = list(OutboxMessage.objects.order_by("id"))
    assert {one.kind for one in sent} == {"closing_invited"}
    assert "Feest voor de duo’s" in sent[0].calendar
    shown = client.get(office.url(f"events/{event.pk}/")).content.decode()
    assert ["Slotmoment" in shown, "Infomoment" in shown] == [True, False]
    # Who left answers by the link, and hears of it when it is called off.
    link = link_to(Invitation.objects.get(participation=duo.newcomer_id)).partition("/come/")[2]
    Client().post(f"/come/{link}", {"reply": "yes"})
    assert Invitation.objects.get(participation=duo.newcomer_id).reply == "yes"
    assert events.cancel(event=event, now=clock.now(), actor=ACTOR) == 2
    assert OutboxMessage.objects.filter(kind="event_cancelled").count() == 2


def test_the_public_does_not_read_of_it(duo: Duo, office: Office) -> None:
    office.client().post(office.url(PATH), {**when(place="Canaryplace"), "part": both(duo)})
    assert [coming(clock.now()).count(), public(clock.now()).count()] == [1, 0]
    assert "Canaryplace" not in Client().get(f"/{office.slug}/").content.decode()
    assert "Slotmoment" in office.client().get(office.url("events/")).content.decode()


def test_who_left_is_asked_to_no_information_session(duo: Duo, office: Office) -> None:
    start = clock.now() + timedelta(days=3)
    event = events.plan(
        starts_at=start,
        ends_at=start + timedelta(hours=2),
        place="De bib",
        note="",
        now=clock.now(),
        actor=ACTOR,
    )
    duo.newcomer.refresh_from_db()
    assert invite(event=event, parts=[duo.newcomer, duo.coach], now=clock.now(), actor=ACTOR) == 1


def test_who_wanted_to_stop_is_not_in_the_list_and_nobody_twice(duo: Duo, office: Office) -> None:
    again = office.duo(office.newcomer("Zij"), duo.coach, started_days=170, months=6)
    assert names(office) == ["Amal", "Bart", "Zij"]
    ask_to_be_called(part=again.newcomer, now=clock.now(), about=AskedFor.STOP)
    assert names(office) == ["Amal", "Bart"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"day": ""},
        {"day": "2020-01-01"},
        {"ends": "13:00"},
        {"place": "\x00"},
        {"place": "x" * 200},
        {"part": "x"},
    ],
)
def test_bad_input_is_told_and_nothing_is_lost(duo: Duo, office: Office, wrong: dict[str, str]) -> None:
    said = {**when(note="Breng iets lekkers mee"), "part": [duo.coach_id], **wrong}
    answer = office.client().post(office.url(PATH), said)
    assert answer.status_code == 422
    assert "Breng iets lekkers mee" in answer.content.decode()
    assert (Event.objects.count(), Invitation.objects.count()) == (0, 0)


def test_only_people_of_the_list_are_asked(duo: Duo, office: Office) -> None:
    stranger = office.newcomer("Vreemd")
    office.client().post(office.url(PATH), {**when(), "part": [stranger.pk, duo.coach_id]})
    assert [one.participation_id for one in Invitation.objects.all()] == [duo.coach_id]


def test_roles_and_strangers(duo: Duo, office: Office) -> None:
    assert office.client(StaffRole.READER).get(office.url(PATH)).status_code == 403
    other = make_office("gent", "Samen in Gent")
    page = other.client().get(other.url(PATH)).content.decode()
    assert ["Amal" in page, "In deze periode eindigt geen enkel duo" in page] == [False, True]
    answer = other.client().post(other.url(PATH), {**when(), "part": both(duo)})
    assert (answer.status_code, Invitation.objects.count()) == (422, 0)


def test_it_reads_as_often_for_two_duos_as_for_one(duo: Duo, office: Office) -> None:
    client, counts = office.client(), []
    for _round in range(2):
        client.get(office.url(PATH))
        with CaptureQueriesContext(connection) as seen:
            client.get(office.url(PATH))
        counts.append(len(seen))
        office.duo(started_days=170, months=6)
    assert counts == [counts[0]] * 2
