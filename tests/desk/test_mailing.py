"""A message to many: who gets it, each once, in the background, with a brake."""

import re
from datetime import time, timedelta
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from samen.base import clock
from samen.base.scoping import scope
from samen.desk.mailing import Audience, audience_people, make_copies, reach
from samen.initiatives.actions import keep_quiet
from samen.messaging import actions
from samen.messaging.choices import MailingStatus, Status
from samen.messaging.models import Mailing, OutboxMessage
from samen.people.models import Person
from samen.site.tick import tick
from tests.support.initiative import ACTOR, Office, make_office
from tests.support.mailbox import Mailbox

pytestmark = pytest.mark.postgres

WORDS = {"subject": "Feest", "body": "Dag {given_name}\n\nKom je ook?"}


def text_of(answer: Any) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def send(client: Client, office: Office, people: int, **more: str) -> Any:
    data = {**WORDS, "do": "send", "people": str(people), **more}
    return client.post(office.url("messages/mailings/new/"), data, follow=True)


def names(**chosen: str) -> list[str]:
    return [person.given_name for person in audience_people(Audience.read(chosen))]


@pytest.fixture
def town(office: Office) -> Office:
    """Two newcomers and two coaches, one of whom reads Arabic, one without e-mail, and one who left."""
    office.newcomer("Amal", email="amal@example.org", written_language="ar")
    office.newcomer("Fatima", place="Gent", postal_code="9000")
    office.coach("Bart", email="bart@example.org")
    office.coach("Nele", email="nele@example.org", accepted=False)
    gone = office.newcomer("Weg", email="weg@example.org")
    from samen.people.actions import end_part

    end_part(part=gone, today=clock.today(), actor=ACTOR)
    return office


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({}, ["Amal", "Bart", "Fatima", "Nele"]),
        ({"role": "coach"}, ["Bart", "Nele"]),
        ({"stage": "waiting"}, ["Amal", "Bart", "Fatima"]),
        ({"stage": "former"}, ["Weg"]),
        ({"place": "Gent"}, ["Fatima"]),
        ({"language": "ar"}, ["Amal"]),
        ({"language": "nl"}, ["Bart", "Fatima", "Nele"]),
        ({"language": "nonsense", "role": "<b>"}, ["Amal", "Bart", "Fatima", "Nele"]),
    ],
)
def test_who_gets_it(town: Office, chosen: dict[str, str], expected: list[str]) -> None:
    assert names(**chosen) == expected


def test_somebody_with_two_parts_gets_it_once(town: Office) -> None:
    from samen.people.models import Participation

    amal = Person.objects.get(given_name="Amal")
    Participation.objects.create(
        initiative_id=town.initiative.pk, person=amal, role="coach", registered_on=clock.today()
    )
    assert names().count("Amal") == 1


def test_it_is_looked_at_before_anything_leaves(town: Office) -> None:
    client = town.client()
    url = town.url("messages/mailings/new/")
    assert "Er vertrekt niets voor je het zag." in text_of(client.get(url))
    page = text_of(client.post(url, {**WORDS, "do": "look", "role": "newcomer"}))
    assert "2 mensen krijgen dit" in page
    assert "Amal, Fatima" in page
    assert "Eén van hen heeft geen e-mail." in page
    assert "Dag Amal" in page
    assert (Mailing.objects.count(), OutboxMessage.objects.count()) == (0, 0)


def test_where_a_gateway_sends_sms_it_is_told_how_many(town: Office, settings: Settings) -> None:
    client, url = town.client(), town.url("messages/mailings/new/")
    assert "sms" not in text_of(client.post(url, {**WORDS, "do": "look"}))
    settings.NOTIFY_URL_SMS = "json://127.0.0.1:9/{phone}"
    assert "Wie sms’en krijgt, krijgt dit in één sms." in text_of(client.post(url, {**WORDS, "do": "look"}))
    # With the end "Stoppen? http://…" it no longer fits in one.
    longer = {**WORDS, "body": "a" * 130, "do": "look"}
    assert "Wie sms’en krijgt, krijgt dit in 2 sms’en." in text_of(client.post(url, longer))


def test_the_hours_at_night_are_told(town: Office) -> None:
    keep_quiet(initiative=town.initiative, begin=time(20, 30), end=time(7), actor=ACTOR)
    page = text_of(town.client().post(town.url("messages/mailings/new/"), {**WORDS, "do": "look"}))
    assert "Tussen 20:30 en 07:00 vertrekt er niets: Samen wacht tot de morgen." in page


def test_a_trial_goes_to_whoever_wrote_it(town: Office, mailbox: Mailbox) -> None:
    client = town.client()
    page = client.post(town.url("messages/mailings/new/"), {**WORDS, "do": "trial"})
    assert "De proef is op weg naar coordinator@deinze.example." in text_of(page)
    actions.deliver(now=clock.now())
    (got,) = mailbox.messages
    plain = got.get_body(("plain",))
    assert plain is not None
    assert got["To"].addresses[0].addr_spec == "coordinator@deinze.example"
    assert "Dag Griet" in plain.get_content()


def test_everybody_gets_it_once(town: Office, mailbox: Mailbox) -> None:
    page = send(town.client(), town, 4)
    assert "De berichten worden klaargezet. Je mag deze pagina sluiten." in text_of(page)
    assert page["Refresh"] == "4"
    mailing = Mailing.objects.get()
    assert DBTaskResult.objects.filter(task_path=make_copies.module_path).count() == 1
    assert OutboxMessage.objects.count() == 0
    for _twice in range(2):
        make_copies.call(town.initiative.pk, mailing.pk)
    noon = clock.now().replace(hour=12) + timedelta(days=1)
    assert actions.deliver(now=noon).sent == 3
    assert sorted(mailbox.addresses()) == ["amal@example.org", "bart@example.org", "nele@example.org"]
    (by_hand,) = OutboxMessage.objects.filter(status=Status.BY_HAND)
    assert by_hand.to_name == "Fatima"
    over = town.client().get(town.url(f"messages/mailings/{mailing.pk}/"))
    assert "Alles is gebeurd wat Samen kon doen." in text_of(over)
    assert "4 van 4 berichten" in text_of(over)
    assert "Refresh" not in over


def test_when_others_came_meanwhile_it_is_shown_again(town: Office) -> None:
    page = send(town.client(), town, 3)
    assert "4 mensen krijgen dit" in text_of(page)
    assert Mailing.objects.count() == 0


def test_nobody_is_nobody(town: Office) -> None:
    page = send(town.client(), town, 0, place="Nergens")
    assert "Niemand krijgt dit" in text_of(page)
    assert Mailing.objects.count() == 0


def test_a_brake_holds_goes_on_and_stops(town: Office, mailbox: Mailbox) -> None:
    client = town.client()
    send(client, town, 4)
    mailing = Mailing.objects.get()
    url = town.url(f"messages/mailings/{mailing.pk}/")
    make_copies.call(town.initiative.pk, mailing.pk)
    noon = clock.now().replace(hour=12) + timedelta(days=1)
    assert "wacht tot jij het hervat" in text_of(client.post(f"{url}pause/", follow=True))
    assert actions.deliver(now=noon).sent == 0
    client.post(f"{url}go-on/")
    client.post(f"{url}pause/")
    assert client.post(f"{url}pause/").status_code == 409
    stopped = client.post(f"{url}stop/", follow=True)
    assert "Zoveel mensen krijgen dit bericht niet: 4." in text_of(stopped)
    assert actions.deliver(now=noon).sent == 0
    assert mailbox.messages == []
    mailing.refresh_from_db()
    assert mailing.status == MailingStatus.STOPPED


def test_a_message_stopped_before_its_copies_makes_none(town: Office) -> None:
    send(town.client(), town, 4)
    mailing = Mailing.objects.get()
    actions.stop_mailing(mailing=mailing, actor=ACTOR)
    make_copies.call(town.initiative.pk, mailing.pk)
    assert OutboxMessage.objects.count() == 0


def test_an_unknown_name_stops_it(town: Office) -> None:
    data = {"subject": "x", "body": "{naam}", "do": "send", "people": "4"}
    page = town.client().post(town.url("messages/mailings/new/"), data)
    assert page.status_code == 422
    assert "‘{naam}’ kennen wij niet." in text_of(page)
    assert Mailing.objects.count() == 0


def test_nobody_of_another_initiative_gets_it(town: Office) -> None:
    other = make_office("gent", "Gent")
    with scope(other.initiative.pk):
        other.newcomer("Vreemd", email="vreemd@example.org")
    assert reach(Audience.read({})).total == 4


def test_the_list_reads_as_often_for_three_as_for_one(town: Office) -> None:
    client, counts = town.client(), []
    for _round in range(3):
        send(client, town, 4)
        with CaptureQueriesContext(connection) as seen:
            client.get(town.url("messages/mailings/"))
        counts.append(len(seen))
    assert counts == [counts[0]] * 3


# ---------- Today ----------


def test_today_tells_what_did_not_arrive_and_what_waits_for_a_hand(town: Office, mailbox: Mailbox) -> None:
    mailbox.refused = {"amal@example.org", "bart@example.org", "nele@example.org"}
    send(town.client(), town, 4)
    make_copies.call(town.initiative.pk, Mailing.objects.get().pk)
    actions.deliver(now=clock.now().replace(hour=12) + timedelta(days=1))
    page = town.client().get(town.url())
    text = text_of(page)
    assert "Een bericht aan Amal kwam niet aan Het adres amal@example.org werkt niet." in text
    assert "Stuur zelf wat Samen niet kan sturen Eén bericht staat klaar" in text
    first = OutboxMessage.objects.filter(status=Status.FAILED).order_by("id")[0]
    assert f'href="{town.url(f"messages/{first.pk}/")}"' in page.content.decode()


def test_the_tick_sends_what_waits(town: Office, mailbox: Mailbox) -> None:
    actions.enqueue(
        key="t",
        kind="trial",
        to=actions.Recipient("G", "g@example.org"),
        values={},
        words=actions.outbox.Words("Proef", "Dag"),
        now=clock.now(),
    )
    tick(clock.today())
    assert len(mailbox.messages) == 1
