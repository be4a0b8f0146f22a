"""The day itself and after: who came, who came unasked, thank you, and what people thought of it."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from samen.base import audit, clock
from samen.base.errors import Conflict, RuleBroken
from samen.events import actions, queries
from samen.events import attendance_actions as after
from samen.events import invitation_actions as asking
from samen.events.actions import About
from samen.events.attendance_actions import Said
from samen.events.choices import EventKind
from samen.events.links import link_to
from samen.events.messages import THANKS
from samen.events.models import Event, Invitation, Opinion
from samen.events.opinions import Liked, Useful
from samen.messaging.models import OutboxMessage
from samen.people.models import Participation
from tests.support.initiative import ACTOR, Office

pytestmark = pytest.mark.postgres

GOOD = Said(Liked.GOOD, Useful.A_BIT, " Meer koffie ")


@pytest.fixture
def people(office: Office) -> list[Participation]:
    return [office.newcomer(name, email=f"{name}@example.org") for name in ("Amal", "Bo", "Cato")]


def gather(people: list[Participation], *, days_ago: int = 0, **about: Any) -> Event:
    """A gathering that began an hour ago and is over, to which these people were asked two days before."""
    starts = clock.now() - timedelta(days=days_ago, hours=2)
    event = actions.plan(
        starts_at=starts,
        ends_at=starts + timedelta(hours=1),
        place="De bib",
        note="",
        about=About(kind=EventKind.SOCIAL, is_public=False, **about),
        now=starts - timedelta(days=2),
        actor=ACTOR,
    )
    asking.invite(event=event, parts=people, now=starts - timedelta(days=2), actor=ACTOR)
    return event


@pytest.fixture
def over(people: list[Participation]) -> Event:
    return gather(people)


def number(event: Event, name: str) -> int:
    return Invitation.objects.get(event=event, participation__person__given_name=name).pk


def note(event: Event, *names: str, guests: int = 0, now: datetime | None = None) -> int:
    came = [number(event, name) for name in names]
    return after.note_attendance(event=event, came=came, guests=guests, now=now or clock.now(), actor=ACTOR)


def came(event: Event) -> dict[str, bool | None]:
    return {one.participation.person.given_name: one.came for one in queries.invited_people(event)}


# ---------- Who came ----------


def test_who_is_not_ticked_was_not_there_and_it_can_be_put_right(over: Event) -> None:
    assert note(over, "Amal", "Bo", guests=3) == 2
    assert came(over) == {"Amal": True, "Bo": True, "Cato": False}
    assert note(over, "Cato") == 1
    assert came(over) == {"Amal": False, "Bo": False, "Cato": True}
    over.refresh_from_db()
    assert over.guests == 0


def test_two_telephones_at_the_door_do_not_undo_each_other(office: Office, over: Event) -> None:
    first, second = office.client(), office.client()
    url = office.url(f"events/{over.pk}/attendance/")
    amal, bo, cato = (number(over, name) for name in ("Amal", "Bo", "Cato"))
    everybody = {"seen": [amal, bo, cato], "guests": 0}
    first.post(url, {**everybody, "came": [amal]})
    # The second page was opened before that: Amal is not ticked on it, and not taken away by it.
    second.post(url, {**everybody, "came": [bo]})
    assert came(over) == {"Amal": True, "Bo": True, "Cato": False}
    # Who was ticked on the page itself may be unticked.
    first.post(url, {**everybody, "was": [amal, bo], "came": [bo]})
    assert came(over) == {"Amal": False, "Bo": True, "Cato": False}


def test_a_number_without_end_is_nobody(office: Office, over: Event) -> None:
    url = office.url(f"events/{over.pk}/attendance/")
    assert office.client().post(url, {"came": ["9" * 5000], "guests": 0}).status_code == 302


def test_one_who_came_unasked_is_no_list_of_who_was_there(office: Office, over: Event) -> None:
    after.walk_in(event=over, part=office.coach("Dirk"), now=clock.now(), actor=ACTOR)
    held = queries.with_replies(Event.objects.all()).get(pk=over.pk)
    assert held.noted == 0  # type: ignore[attr-defined]


def test_nobody_is_there_more_than_an_hour_before(over: Event) -> None:
    with pytest.raises(RuleBroken) as refused:
        note(over, "Amal", now=over.starts_at - timedelta(minutes=61))
    assert refused.value.code == "too_early"
    assert note(over, "Amal", now=over.starts_at - timedelta(minutes=60)) == 1


def test_nobody_is_noted_at_what_was_called_off(over: Event) -> None:
    actions.cancel(event=over, now=over.starts_at - timedelta(hours=3), actor=ACTOR)
    with pytest.raises(Conflict):
        note(over, "Amal")


def test_somebody_came_unasked_and_twice_is_once(office: Office, over: Event) -> None:
    extra = office.coach("Dirk")
    for _time in range(2):
        after.walk_in(event=over, part=extra, now=clock.now(), actor=ACTOR)
    assert came(over)["Dirk"] is True
    held = queries.with_replies(Event.objects.all()).get(pk=over.pk)
    # Who was not asked does not count as asked.
    assert (held.asked, held.came) == (3, 1)  # type: ignore[attr-defined]


def test_who_was_asked_often_and_never_came_is_a_hint(people: list[Participation]) -> None:
    for days in (30, 20, 10):
        note(gather(people, days_ago=days), "Amal")
    here = [part.pk for part in people]
    assert queries.never_came(here, clock.now()) == {people[1].pk: 3, people[2].pk: 3}
    note(gather(people, days_ago=5), "Bo")
    assert queries.never_came(here, clock.now()) == {people[2].pk: 4}


def test_where_nobody_noted_anything_nothing_is_held_against_anyone(people: list[Participation]) -> None:
    for days in (30, 20, 10):
        gather(people, days_ago=days)
    assert queries.never_came([part.pk for part in people], clock.now()) == {}


# ---------- Thank you ----------


def test_who_was_there_is_thanked_once(over: Event) -> None:
    note(over, "Amal", "Bo")
    today, words = clock.today(), "Wij lachten veel.\nEn aten taart."
    assert after.thank(event=over, words=words, today=today, now=clock.now(), actor=ACTOR) == 2
    thanked = OutboxMessage.objects.filter(kind=THANKS)
    assert sorted(one.to_name for one in thanked) == ["Amal", "Bo"]
    assert all(words in one.body and one.calendar == "" for one in thanked)
    with pytest.raises(Conflict):
        after.thank(event=over, words="Nog eens.", today=today, now=clock.now(), actor=ACTOR)


def test_nobody_is_thanked_before_somebody_is_noted(over: Event) -> None:
    with pytest.raises(RuleBroken) as refused:
        after.thank(event=over, words="Dank!", today=clock.today(), now=clock.now(), actor=ACTOR)
    assert refused.value.code == "nobody_came"


# ---------- What they thought of it ----------


def test_an_opinion_stands_apart_from_who_gave_it(over: Event) -> None:
    note(over, "Amal")
    one = Invitation.objects.get(pk=number(over, "Amal"))
    after.give_opinion(invitation=one, said=GOOD, now=clock.now())
    said = Opinion.objects.get()
    assert (said.liked, said.useful, said.next_time) == ("good", "a_bit", "Meer koffie")
    line = audit.AuditLine.objects.filter(verb="give_opinion").get()
    assert (line.subject_kind, line.subject_id, line.actor) == ("events.event", over.pk, "reader")
    with pytest.raises(Conflict):
        after.give_opinion(invitation=one, said=GOOD, now=clock.now())
    assert Opinion.objects.count() == 1


def test_who_was_not_there_or_was_not_yet_there_says_nothing(over: Event) -> None:
    note(over, "Amal")
    away = Invitation.objects.get(pk=number(over, "Bo"))
    with pytest.raises(Conflict):
        after.give_opinion(invitation=away, said=GOOD, now=clock.now())
    there = Invitation.objects.get(pk=number(over, "Amal"))
    with pytest.raises(Conflict):
        after.give_opinion(invitation=there, said=GOOD, now=over.starts_at)
    assert not Opinion.objects.exists()


def test_how_many_said_what_is_told_of_three_not_of_two(over: Event) -> None:
    note(over, "Amal", "Bo", "Cato")
    seen = []
    for name in ("Amal", "Bo", "Cato"):
        one = Invitation.objects.get(pk=number(over, name))
        after.give_opinion(invitation=one, said=GOOD, now=clock.now())
        seen.append(dict(queries.thought(over).liked))
    assert seen == [{}, {}, {"Goed": 3, "Het ging": 0, "Niet goed": 0}]
    assert queries.thought(over).next_time == ["Meer koffie"] * 3


# ---------- On the pages ----------


def path_of(event: Event, name: str) -> str:
    link = link_to(Invitation.objects.select_related("event").get(pk=number(event, name)))
    return "/" + link.split("/", 3)[3]


def test_from_the_door_to_the_opinion(office: Office, over: Event) -> None:
    desk, url = office.client(), office.url(f"events/{over.pk}/")
    office.coach("Dirk Peeters")
    listed = desk.get(f"{url}attendance/?q=dirk").content.decode()
    assert "Dirk Peeters" in listed
    extra = Participation.objects.get(person__given_name="Dirk")
    desk.post(f"{url}attendance/{extra.pk}/")
    ticked = [number(over, "Amal"), number(over, "Dirk")]
    told = desk.post(f"{url}attendance/", {"came": [*ticked, "x", 999999], "guests": 2}, follow=True)
    assert "2 mensen waren er." in told.content.decode()
    assert "En 2 andere bezoekers." in told.content.decode()
    refused = desk.post(f"{url}attendance/", {"came": ticked, "guests": "-1"})
    assert refused.status_code == 422
    assert desk.post(f"{url}thanks/", {"words": ""}).status_code == 422
    thanked = desk.post(f"{url}thanks/", {"words": "Tot ziens"}, follow=True).content.decode()
    assert "2 mensen krijgen een dank je wel." in thanked
    assert "Aanwezigheidslijst" in desk.get(f"{url}sheet/").content.decode()


def test_three_questions_behind_the_link(client: Any, office: Office, over: Event) -> None:
    note(over, "Amal")
    path = path_of(over, "Amal")
    assert "Hoe vond jij het?" in client.get(path).content.decode()
    refused = client.post(path, {"do": "opinion", "liked": "good", "next_time": "Meer koffie"})
    assert refused.status_code == 422
    assert "Meer koffie" in refused.content.decode()
    said = {"do": "opinion", "liked": "good", "useful": "yes", "next_time": "<b>"}
    assert "Dank je wel voor jouw antwoord." in client.post(path, said, follow=True).content.decode()
    client.post(path, said)
    assert Opinion.objects.count() == 1
    assert "Hoe vond jij het?" not in client.get(path_of(over, "Bo")).content.decode()


@pytest.fixture
def open_event(office: Office, people: list[Participation]) -> Event:
    starts = clock.now() + timedelta(days=3)
    event = actions.plan(
        starts_at=starts,
        ends_at=starts + timedelta(hours=1),
        place="De bib",
        note="",
        about=About(
            kind=EventKind.CLOSING, is_public=False, chairs=1, asks_child_care=True, asks_transport=True
        ),
        now=clock.now(),
        actor=ACTOR,
    )
    asking.invite(event=event, parts=people, now=clock.now(), actor=ACTOR)
    return event


def test_child_care_transport_and_a_full_room(client: Any, office: Office, open_event: Event) -> None:
    first, second = path_of(open_event, "Amal"), path_of(open_event, "Bo")
    assert "Fijn. Jij komt." in client.post(first, {"reply": "yes"}, follow=True).content.decode()
    client.post(first, {"need": "child_care", "wants": "yes"})
    client.post(first, {"need": "transport", "wants": "no"})
    client.post(first, {"need": "money", "wants": "yes"})
    held = Invitation.objects.get(pk=number(open_event, "Amal"))
    assert (held.needs_child_care, held.needs_transport) == (True, False)
    page = office.client().get(office.url(f"events/{open_event.pk}/")).content.decode()
    assert "opvang voor kinderen" in page
    waits = client.post(second, {"reply": "yes"}, follow=True).content.decode()
    assert "Het is vol. Jij staat op de wachtlijst." in waits
    client.post(first, {"reply": "no"})
    assert "Fijn. Jij komt." in client.get(second).content.decode()


@pytest.mark.parametrize("people_there", [1, 3])
def test_the_list_to_tick_asks_as_often_for_three_as_for_one(
    office: Office, people_there: int, django_assert_num_queries: Callable[[int], Any]
) -> None:
    event = gather([office.newcomer(f"Amal {n}") for n in range(people_there)])
    desk = office.client()
    desk.get(office.url(f"events/{event.pk}/attendance/"))
    with django_assert_num_queries(5):
        desk.get(office.url(f"events/{event.pk}/attendance/"))
