"""A gathering on a participant's own page: where, when, and yes, no or perhaps."""

from datetime import timedelta

import pytest
from django.test import Client

from samen.base import clock
from samen.events import actions as events
from samen.events.invitation_actions import invite
from samen.events.models import Event, Invitation
from samen.people.access import COOKIE
from samen.people.link_actions import make_link, open_link
from samen.people.models import Participation
from tests.support.initiative import ACTOR, Office


def phone(part: Participation) -> Client:
    link, _token, _code = make_link(part=part, now=clock.now(), actor=ACTOR)
    client = Client()
    client.cookies[COOKIE] = open_link(link=link, now=clock.now())
    return client


@pytest.fixture
def event(office: Office) -> Event:
    soon, now = clock.now() + timedelta(days=3), clock.now()
    made = events.plan(
        starts_at=soon, ends_at=soon + timedelta(hours=2), place="Dorpshuis", note="", now=now, actor=ACTOR
    )
    invite(event=made, parts=[office.newcomer("Amal"), office.coach("Bart")], now=now, actor=ACTOR)
    return made


@pytest.fixture
def invitation(event: Event) -> Invitation:
    return Invitation.objects.get(event=event, participation__role="newcomer")


@pytest.mark.parametrize(
    ("said", "title"),
    [("yes", "Fijn. Jij komt."), ("perhaps", "Jij komt misschien."), ("no", "Jammer. Jij komt niet.")],
)
def test_one_press_answers_and_the_last_word_counts(invitation: Invitation, said: str, title: str) -> None:
    client, url = phone(invitation.participation), f"/my/sessions/{invitation.pk}/"
    assert "Kom je?" in client.get(url).content.decode()
    client.post(url, {"reply": "yes"})
    assert title in client.post(url, {"reply": said}, follow=True).content.decode()
    invitation.refresh_from_db()
    assert invitation.reply == said


def test_home_leads_to_it_and_forgets_who_says_no(invitation: Invitation) -> None:
    client, url = phone(invitation.participation), f"/my/sessions/{invitation.pk}/"
    assert url in client.get("/my/").content.decode()
    client.post(url, {"reply": "no"})
    assert url not in client.get("/my/").content.decode()


@pytest.mark.parametrize("said", ["", "nonsense", "\x00"])
def test_nonsense_answers_nothing(invitation: Invitation, said: str) -> None:
    client = phone(invitation.participation)
    assert client.post(f"/my/sessions/{invitation.pk}/", {"reply": said}).status_code == 302
    invitation.refresh_from_db()
    assert invitation.reply == ""


def test_what_is_cancelled_takes_no_answer(invitation: Invitation) -> None:
    events.cancel(event=invitation.event, now=clock.now(), actor=ACTOR)
    client, url = phone(invitation.participation), f"/my/sessions/{invitation.pk}/"
    client.post(url, {"reply": "yes"})
    assert "Dit gaat niet door." in client.get(url).content.decode()
    invitation.refresh_from_db()
    assert invitation.reply == ""


def test_it_goes_into_the_calendar(invitation: Invitation) -> None:
    answer = phone(invitation.participation).get(f"/my/sessions/{invitation.pk}/calendar.ics")
    assert answer["Content-Type"].startswith("text/calendar")
    assert "LOCATION:Dorpshuis" in answer.content.decode()


def test_nobody_answers_for_another(invitation: Invitation, event: Event) -> None:
    coach = Invitation.objects.get(event=event, participation__role="coach")
    client = phone(coach.participation)
    for path in ("", "calendar.ics"):
        assert client.get(f"/my/sessions/{invitation.pk}/{path}").status_code == 404
    assert client.post(f"/my/sessions/{invitation.pk}/", {"reply": "no"}).status_code == 404
