"""The page behind the link of whoever stopped early: answered once, without a page of one's own."""

from datetime import timedelta

import pytest
from django.core import signing
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samen.base import clock
from samen.base.models import AuditLine
from samen.duos.after_links import SALT, token_of
from samen.duos.choices import ClosingReason
from samen.duos.life_actions import reopen
from samen.duos.models import CheckIn, Duo
from samen.people.access import COOKIE
from samen.people.choices import Role
from samen.people.link_actions import make_link, open_link
from samen.people.models import Participation
from tests.support.initiative import ACTOR, Office, close_duo

FINE = {"going": "good", "enough": "so_so", "limits": "good"}


@pytest.fixture
def duo(office: Office) -> Duo:
    duo = office.duo(office.newcomer("Amal"), office.coach("Bart"), started_days=90)
    close_duo(duo, ClosingReason.MOVED, clock.today() - timedelta(days=8))
    duo.refresh_from_db()
    return duo


def url(duo: Duo, role: Role = Role.NEWCOMER) -> str:
    return f"/my/after/{token_of(duo, role)}/"


def phone(part: Participation) -> Client:
    link, _token, _code = make_link(part=part, now=clock.now(), actor=ACTOR)
    client = Client()
    client.cookies[COOKIE] = open_link(link=link, now=clock.now())
    return client


def test_who_left_answers_by_the_link_alone(duo: Duo) -> None:
    duo.newcomer.ended_on = clock.today()
    duo.newcomer.save()
    client = Client()
    page = client.get(url(duo)).content.decode()
    assert ["Hoe was het voor jou?" in page, "Stoppen mag altijd." in page] == [True, True]
    # It names nobody, and leads to no page that they have no more.
    assert ["Amal" in page, "Bart" in page, "Naar jouw pagina" in page] == [False] * 3
    answer = client.post(url(duo), {**FINE, "words": "Bedankt", "wants_call": "on"}, follow=True)
    assert "Wij bellen jou." in answer.content.decode()
    said = CheckIn.objects.get()
    assert (said.moment, said.by_role, said.way, said.enough, said.words, said.wants_call) == (
        *("after_end", "newcomer", "own_page"),
        *("so_so", "Bedankt", True),
    )
    assert AuditLine.objects.filter(verb="answer_check_in", actor="reader").exists()


def test_it_is_asked_once(duo: Duo) -> None:
    client = Client()
    client.post(url(duo), FINE)
    page = client.get(url(duo)).content.decode()
    assert ["Dank je wel!" in page, "<textarea" in page] == [True, False]
    assert client.post(url(duo), {**FINE, "going": "bad"}).status_code == 200
    assert CheckIn.objects.get().going == "good"
    # The other of the two is asked apart, and reads nothing of it.
    assert "<textarea" in client.get(url(duo, Role.COACH)).content.decode()


@pytest.mark.parametrize(
    "wrong", [{"going": ""}, {"going": "great"}, {"limits": "\x00"}, {"words": "x" * 501}, {"words": "\x00"}]
)
def test_what_cannot_be_is_told_and_nothing_is_lost(duo: Duo, wrong: dict[str, str]) -> None:
    answer = Client().post(url(duo), {**FINE, "wants_call": "on", **wrong})
    assert (answer.status_code, CheckIn.objects.count()) == (422, 0)
    assert "checked" in answer.content.decode()


def test_later_than_five_weeks_nothing_is_asked(duo: Duo) -> None:
    with clock.shifted(timedelta(days=30)):
        assert "Nu vragen wij niets." in Client().get(url(duo)).content.decode()
        assert Client().post(url(duo), FINE).status_code == 200
    assert not CheckIn.objects.exists()


def test_of_a_duo_that_began_again_nothing_is_asked(duo: Duo) -> None:
    Client().post(url(duo), FINE)
    reopen(duo=duo, capacity=1, why="Zij willen weer.", today=clock.today(), actor=ACTOR)
    for role in Role:
        answer = Client().get(url(duo, role))
        assert (answer.status_code, "Nu vragen wij niets." in answer.content.decode()) == (200, True)
    assert Client().post(url(duo, Role.COACH), FINE).status_code == 200
    assert CheckIn.objects.count() == 1


def test_a_link_that_is_not_ours_opens_nothing(duo: Duo) -> None:
    wrong = [
        "nonsense",
        signing.dumps([duo.initiative_id, duo.pk, "newcomer"], salt="other"),
        signing.dumps([duo.initiative_id, duo.pk, "nobody"], salt=SALT),
        signing.dumps([duo.initiative_id, 0, "newcomer"], salt=SALT),
        signing.dumps([0, duo.pk, "newcomer"], salt=SALT),
        signing.dumps([duo.initiative_id], salt=SALT),
    ]
    assert {Client().get(f"/my/after/{token}/").status_code for token in wrong} == {404}


def test_whoever_takes_part_again_finds_it_on_their_page(duo: Duo) -> None:
    client = phone(duo.coach)
    assert url(duo, Role.COACH) in client.get("/my/").content.decode()
    answer = client.post(url(duo, Role.COACH), FINE, follow=True)
    assert "Naar jouw pagina" in answer.content.decode()
    assert "/my/after/" not in client.get("/my/").content.decode()


def test_staff_that_looks_along_answers_nothing(duo: Duo, office: Office) -> None:
    client = office.client()
    client.post(office.url(f"people/{duo.coach_id}/look/"))
    assert url(duo, Role.COACH) in client.get("/my/").content.decode()
    assert client.post(url(duo, Role.COACH), FINE).status_code == 403
    assert not CheckIn.objects.exists()


def test_home_reads_as_often_for_two_duos_as_for_one(duo: Duo, office: Office) -> None:
    client, counts = phone(duo.coach), []
    for _round in range(2):
        client.get("/my/")
        with CaptureQueriesContext(connection) as seen:
            assert "/my/after/" in client.get("/my/").content.decode()
        counts.append(len(seen))
        again = office.duo(office.newcomer("Zij"), duo.coach, started_days=80)
        close_duo(again, ClosingReason.NO_TIME, clock.today() - timedelta(days=9))
    assert counts == [counts[0]] * 2
