"""My data: a code first, then see, correct, take along, stop."""

import json
import re
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client

from samen.base import clock
from samen.desk.actions import take_part_again
from samen.duos.choices import ClosingReason
from samen.duos.models import Duo
from samen.intake.actions import Facts, WishedFor
from samen.intake.choices import Strength, Wanted
from samen.intake.models import Profile, Wish
from samen.messaging.models import OutboxMessage
from samen.people.access import COOKIE
from samen.people.choices import AskedFor, Role
from samen.people.link_actions import make_link, open_link
from samen.people.models import CallRequest, Participation, Visit
from samen.people.sure_actions import check_code, is_sure, send_code
from samen.portal.my_data import everything
from tests.support.initiative import ACTOR, Office, close_duo
from tests.support.mailbox import Mailbox

BEHIND_A_CODE = ("data", "data/contact", "data/likes", "data/download", "data/stop")


@pytest.fixture
def duo(office: Office) -> Duo:
    cache.clear()
    wishes = [
        WishedFor(Wanted.GENDER, Strength.PREFER, gender="f"),
        WishedFor(Wanted.AGE, Strength.MUST, age_min=30),
    ]
    facts = Facts(availability=5, interests=["koken"], profession="bakker", language_level="1.2")
    newcomer = office.newcomer("Amal Saleh", email="amal@example.org", facts=facts, wishes=wishes)
    return office.duo(newcomer, office.coach("Bart Goossens"), met_days_ago=[3])


def phone(part: Participation) -> Client:
    link, _token, _code = make_link(part=part, now=clock.now(), actor=ACTOR)
    client = Client()
    client.cookies[COOKIE] = open_link(link=link, now=clock.now())
    return client


def code_sent() -> str:
    found = re.search(
        r"Jouw code is (\d{6})", OutboxMessage.objects.filter(kind="sure_code").latest("pk").body
    )
    assert found
    return found[1]


@pytest.fixture
def sure(duo: Duo) -> Client:
    client = phone(duo.newcomer)
    client.post("/my/sure/", {"do": "send", "next": "/my/data/"})
    answer = client.post("/my/sure/", {"code": code_sent(), "next": "/my/data/"})
    assert answer["Location"] == "/my/data/"
    return client


# ---------- A code first ----------


@pytest.mark.parametrize("page", BEHIND_A_CODE)
def test_each_page_asks_for_a_code_first(duo: Duo, page: str) -> None:
    client = phone(duo.newcomer)
    assert client.get(f"/my/{page}/")["Location"] == f"/my/sure/?next=/my/{page}/"
    assert client.post(f"/my/{page}/", {"do": "erase"}).status_code in {302, 405}
    assert not CallRequest.objects.exists()


def test_the_code_goes_by_mail_and_its_address_is_covered(duo: Duo, mailbox: Mailbox) -> None:
    client = phone(duo.newcomer)
    assert "a•••@example.org" in client.get("/my/sure/?next=/my/data/").content.decode()
    client.post("/my/sure/", {"do": "send"})
    message = OutboxMessage.objects.get(kind="sure_code")
    assert (message.channel, message.email) == ("email", "amal@example.org")


@pytest.mark.parametrize("typed", ["123", "", "abcdef", "\x00", "9" * 500, "١٢٣"])
def test_a_wrong_code_opens_nothing(duo: Duo, typed: str) -> None:
    client = phone(duo.newcomer)
    client.post("/my/sure/", {"do": "send"})
    assert client.post("/my/sure/", {"code": typed}).status_code == 422
    assert client.get("/my/data/").status_code == 302


def test_digits_of_another_script_are_the_same_digits(duo: Duo) -> None:
    client = phone(duo.newcomer)
    client.post("/my/sure/", {"do": "send"})
    typed = code_sent().translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    assert client.post("/my/sure/", {"code": f" {typed[:3]} {typed[3:]} "}).status_code == 302


def visit_of(client: Client) -> Visit:
    return Visit.objects.select_related("link__participation__person").latest("pk")


def test_five_tries_ten_minutes_and_once(duo: Duo) -> None:
    client, now = phone(duo.newcomer), clock.now()
    visit = visit_of(client)
    assert send_code(visit=visit, now=now)
    for _try in range(5):
        assert not check_code(visit=visit, typed="x", now=now)
    assert not check_code(visit=visit, typed=code_sent(), now=now)
    assert send_code(visit=visit, now=now + timedelta(seconds=1))
    assert not check_code(visit=visit, typed=code_sent(), now=now + timedelta(minutes=11))
    assert check_code(visit=visit, typed=code_sent(), now=now + timedelta(minutes=9))
    assert not check_code(visit=visit, typed=code_sent(), now=now + timedelta(minutes=9))
    visit.refresh_from_db()
    assert is_sure(visit, now + timedelta(minutes=38))
    assert not is_sure(visit, now + timedelta(minutes=40))


def test_a_code_is_of_one_telephone(duo: Duo) -> None:
    client = phone(duo.newcomer)
    first = visit_of(client)
    send_code(visit=first, now=clock.now())
    phone(duo.coach)
    assert not check_code(visit=visit_of(client), typed=code_sent(), now=clock.now())


def test_who_has_no_mail_is_asked_to_call(duo: Duo) -> None:
    client = phone(duo.coach)
    assert "Wij kunnen jou geen code sturen." in client.get("/my/sure/").content.decode()
    client.post("/my/sure/", {"do": "send"})
    assert not OutboxMessage.objects.exists()


def test_codes_are_not_sent_without_end(duo: Duo) -> None:
    client = phone(duo.newcomer)
    answers = [client.post("/my/sure/", {"do": "send"}).status_code for _n in range(13)]
    assert answers == [302] * 12 + [429]


@pytest.mark.parametrize(
    "to", ["https://evil.example", "//evil.example", "/my/", "/my/data//evil", "/desk/", ""]
)
def test_it_leads_nowhere_else(sure: Client, to: str) -> None:
    assert sure.get("/my/sure/", {"next": to})["Location"] == "/my/data/"


# ---------- See and correct ----------


def test_everything_of_mine_is_shown_and_nothing_of_the_other(sure: Client, duo: Duo) -> None:
    shown = sure.get("/my/data/").content.decode()
    for known in ("Amal Saleh", "amal@example.org", "9800", "Liefst een vrouw", "koken"):
        assert known in shown
    assert "Goossens" not in shown
    assert duo.coach.person.phone not in shown


def test_contact_is_corrected(sure: Client, duo: Duo) -> None:
    form = {
        "given_name": " Amal ",
        "family_name": "Saleh-Ali",
        "phone": "0471 22 33 44",
        "email": "",
        "postal_code": "9000",
        "written_language": "uk",
        "phone_language": "ar",
    }
    answer = sure.post("/my/data/contact/", form)
    assert (answer.status_code, answer.cookies["django_language"].value) == (302, "uk")
    person = duo.newcomer.person
    person.refresh_from_db()
    assert (person.given_name, person.phone, person.place) == ("Amal", "+32471223344", "Gent")
    assert "saleh" in person.search


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"given_name": "123"}, "Schrijf jouw naam met letters."),
        ({"phone": "abc", "email": ""}, "is geen telefoonnummer"),
        ({"phone": "", "email": ""}, "Anders vinden wij jou niet."),
        ({"email": "x@"}, "mail"),
        ({"postal_code": "0000"}, "bestaat niet"),
        ({"written_language": "xx"}, "Kies"),
        ({"family_name": "\x00"}, "tekens"),
    ],
)
def test_what_cannot_be_is_told_at_the_field(
    sure: Client, duo: Duo, wrong: dict[str, str], sentence: str
) -> None:
    form = {"given_name": "Amal", "phone": "0471 22 33 44", **wrong}
    answer = sure.post("/my/data/contact/", form)
    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.content.decode()
    duo.newcomer.person.refresh_from_db()
    assert duo.newcomer.person.given_name == "Amal"


def test_free_moments_change_and_the_rest_stays(duo: Duo) -> None:
    client = phone(duo.newcomer)
    assert client.get("/my/free/").status_code == 200
    assert client.post("/my/free/", {"availability": ["1", "20"]}).status_code == 302
    profile = Profile.objects.get(participation=duo.newcomer)
    assert profile.availability == (1 << 1) | (1 << 20)
    assert (profile.profession, profile.language_level, profile.interests) == ("bakker", "1.2", ["koken"])
    assert Wish.objects.filter(participation=duo.newcomer).count() == 2


def test_wishes_change_and_those_of_age_stay(sure: Client, duo: Duo) -> None:
    sure.post("/my/data/likes/", {"partner": "m-must", "max_km": "8", "interests": "Fietsen, koken"})
    wishes = {wish.about: wish for wish in Wish.objects.filter(participation=duo.newcomer)}
    assert set(wishes) == {"gender", "age", "distance"}
    assert (wishes["gender"].gender, wishes["gender"].strength) == ("m", "must")
    assert (wishes["distance"].max_km, wishes["age"].age_min) == (8, 30)
    assert Profile.objects.get(participation=duo.newcomer).interests == ["fietsen", "koken"]
    sure.post("/my/data/likes/", {"partner": "", "max_km": "", "interests": ""})
    assert set(Wish.objects.values_list("about", flat=True)) == {"age"}


def test_what_is_left_alone_stays_as_the_conversation_knew_it(sure: Client, duo: Duo) -> None:
    here, part = duo.initiative, duo.newcomer
    Wish.objects.create(initiative=here, participation=part, about="distance", strength="must", max_km=7)
    Wish.objects.filter(participation=part, about="gender").update(gender="x", strength="must")
    sure.post("/my/data/likes/", {"partner": "", "max_km": "8", "interests": "zingen"})
    wishes = {wish.about: wish for wish in Wish.objects.filter(participation=part)}
    assert (wishes["distance"].max_km, wishes["distance"].strength) == (7, "must")
    assert (wishes["gender"].gender, wishes["gender"].strength) == ("x", "must")
    assert Profile.objects.get(participation=part).interests == ["zingen"]


@pytest.mark.parametrize("wrong", [{"partner": "zebra"}, {"max_km": "-1"}, {"interests": "x" * 600}])
def test_wishes_that_do_not_exist_are_refused(sure: Client, duo: Duo, wrong: dict[str, str]) -> None:
    assert sure.post("/my/data/likes/", wrong).status_code == 422
    assert Wish.objects.filter(participation=duo.newcomer).count() == 2


# ---------- Take along, stop ----------


def test_the_file_holds_what_is_mine(sure: Client, duo: Duo) -> None:
    answer = sure.get("/my/data/download/")
    held = json.loads(answer.content)
    assert held["person"]["email"] == "amal@example.org"
    assert [len(one["meetings"]) for one in held["duos"]] == [1]
    assert held["duos"][0]["with"] == "Bart"
    assert "Goossens" not in answer.content.decode()
    assert "hash" not in answer.content.decode()
    assert {wish["about"] for wish in held["wishes"]} == {"gender", "age"}


@pytest.mark.parametrize("what", [AskedFor.STOP, AskedFor.ERASE])
def test_stopping_is_asked_once_and_stands_at_today(sure: Client, office: Office, what: AskedFor) -> None:
    for _twice in range(2):
        assert "Wij weten het." in sure.post("/my/data/stop/", {"do": what}, follow=True).content.decode()
    assert CallRequest.objects.get().about == what
    assert "Amal wil stoppen" in office.client().get(office.url()).content.decode()


def test_asking_for_a_call_stands_beside_it(sure: Client) -> None:
    sure.post("/my/data/stop/", {"do": "stop"})
    sure.post("/my/call/")
    assert sorted(CallRequest.objects.values_list("about", flat=True)) == ["call", "stop"]


def test_nonsense_stops_nothing(sure: Client) -> None:
    sure.post("/my/data/stop/", {"do": "call"})
    sure.post("/my/data/stop/", {"do": "\x00"})
    assert not CallRequest.objects.exists()


def test_who_was_a_newcomer_before_finds_that_part_too(office: Office) -> None:
    duo = office.duo(office.newcomer("Amal"), office.coach("Bart"), met_days_ago=[20])
    close_duo(duo, ClosingReason.GOAL_REACHED, clock.today())
    duo.newcomer.refresh_from_db()
    coach = take_part_again(part=duo.newcomer, role=Role.COACH, now=clock.now(), actor=ACTOR)
    held = everything(coach)
    assert (held["part"]["role"], held["duos"]) == ("coach", [])
    (before,) = held["other_parts"]
    assert before["part"]["role"] == "newcomer"
    assert [one["with"] for one in before["duos"]] == ["Bart"]
    assert "other_parts" not in before
