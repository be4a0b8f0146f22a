"""A closing event (R101): planned from the list, with the two of each duo asked, also who left."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samen.base import clock
from samen.desk.actions import take_part_again
from samen.duos.choices import ClosingReason
from samen.duos.closing_list import ends_between, to_invite
from samen.duos.models import Duo
from samen.duos.rules import usual_ends
from samen.events import actions as events
from samen.events.invitation_actions import invite
from samen.events.links import link_to
from samen.events.models import Event, Invitation
from samen.events.queries import coming, public
from samen.initiatives.choices import Permission
from samen.initiatives.choices import Role as StaffRole
from samen.initiatives.rules import ALLOWED
from samen.messaging.models import OutboxMessage
from samen.people.choices import AskedFor, Role
from samen.people.link_actions import ask_to_be_called, note_called
from samen.people.models import Participation
from samen.signals import actions as signals
from samen.signals.choices import Category
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


def test_who_stopped_in_one_part_is_not_asked_by_another(duo: Duo, office: Office) -> None:
    # The duo of their other part ends later, so that one stands last.
    coach = take_part_again(part=duo.coach, role=Role.NEWCOMER, now=clock.now(), actor=ACTOR)
    office.duo(coach, office.coach("Nieuw"), started_days=170, months=6)
    assert names(office) == ["Amal", "Bart", "Nieuw"]
    ask_to_be_called(part=duo.coach, now=clock.now(), about=AskedFor.STOP)
    assert names(office) == ["Amal", "Nieuw"]


def test_who_was_called_about_stopping_and_goes_on_is_asked(duo: Duo, office: Office) -> None:
    asked = [
        ask_to_be_called(part=part, now=clock.now(), about=AskedFor.STOP)
        for part in (duo.newcomer, duo.coach)
    ]
    page = office.client().get(office.url(PATH)).content.decode()
    assert "Iedereen in deze lijst vroeg om te stoppen of om geen berichten." in page
    for one in asked:
        note_called(asked=one, now=clock.now(), actor=ACTOR)
    # The newcomer left after all.
    assert names(office) == ["Bart"]


@pytest.mark.parametrize("why", ["agreements", "signal"])
def test_whom_something_serious_separated_are_not_ticked(duo: Duo, office: Office, why: str) -> None:
    office.duo(office.newcomer("Zij"), office.coach("Jan"), started_days=170, months=6)
    if why == "agreements":
        Duo.objects.filter(pk=duo.pk).update(closing_reason=ClosingReason.BROKE_AGREEMENTS)
    else:
        told = signals.Told(Category.UNSAFE, text="…")
        signals.report(told=told, part=duo.newcomer, duo=duo, now=clock.now(), actor=ACTOR)
    client = office.client()
    page = client.get(office.url(PATH))
    ticked = {part.person.given_name for part in page.context["people"] if part.pk in page.context["ticked"]}
    assert (len(page.context["people"]), ticked) == (4, {"Zij", "Jan"})
    # Whoever ticks them means it.
    client.post(office.url(PATH), {**when(), "part": both(duo)})
    assert Invitation.objects.count() == 2


def test_pressed_twice_it_is_planned_once(duo: Duo, office: Office) -> None:
    client, sent = office.client(), {**when(), "part": both(duo)}
    client.post(office.url(PATH), sent)
    again = client.post(office.url(PATH), sent)
    assert (again.status_code, Event.objects.count()) == (422, 1)
    assert "Dit slotmoment staat er al. Kijk bij de momenten." in again.content.decode()
    events.cancel(event=Event.objects.get(), now=clock.now(), actor=ACTOR)
    assert client.post(office.url(PATH), sent).status_code == 302


def test_a_number_too_long_to_be_one_is_nobody(duo: Duo, office: Office) -> None:
    answer = office.client().post(office.url(PATH), {**when(), "part": "9" * 5000})
    assert answer.status_code == 422


def test_it_asks_for_both_permissions(duo: Duo, office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    plans, follows = Permission.PLAN_EVENTS, Permission.FOLLOW_DUOS
    for held, status in (({plans, follows}, 200), ({plans}, 403), ({follows}, 403)):
        monkeypatch.setitem(ALLOWED, StaffRole.ASSISTANT, frozenset(held))
        client = office.client(StaffRole.ASSISTANT)
        assert client.get(office.url(PATH)).status_code == status
        if follows in held:
            page = client.get(office.url("duos/closing/")).content.decode()
            assert (office.url(PATH) in page) is (plans in held)


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
