"""What every visitor meets: the front door, the health page, refusals in plain Dutch, headers on all."""

import json
import re
from datetime import datetime, timedelta

import pytest
from django.conf import settings as site
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from samen.base import clock
from samen.base.scoping import ScopeMissingError, current_initiative_id, scope
from samen.initiatives.actions import add_member
from samen.initiatives.choices import Role
from samen.people.models import Person
from samen.site.tick import tick
from tests.support.initiative import ACTOR, Office, make_office

pytestmark = pytest.mark.django_db


def text(answer: HttpResponse) -> str:
    return answer.content.decode()


def heading(answer: HttpResponse) -> str:
    (found,) = re.findall(r"<h1[^>]*>\s*(.*?)\s*</h1>", text(answer), re.S)
    return found


def break_table(name: str) -> None:
    """Take a table away; the end of the test brings it back."""
    with connection.cursor() as cursor:
        cursor.execute(f'ALTER TABLE "{name}" RENAME TO "{name}_gone"')


@pytest.fixture
def client() -> Client:
    """A visitor, who sees an answer also when the site fails."""
    return Client(raise_request_exception=False)


# ---------- The front door ----------


def test_the_front_door_says_what_samen_is(client: Client) -> None:
    answer = client.get("/")
    assert answer.status_code == 200
    assert heading(answer) == "Twee mensen, een jaar lang samen."
    assert 'href="/accounts/login/"' in text(answer)


def test_staff_goes_straight_to_the_desk(office: Office) -> None:
    answer = office.client().get("/", follow=True)
    assert [place for place, _status in answer.redirect_chain] == ["/desk/", office.url()]


def test_staff_of_two_initiatives_chooses(office: Office) -> None:
    other = make_office("aalter", "Samen in Aalter")
    make_office("gent", "Samen in Gent")
    add_member(initiative=other.initiative, user=office.user(), role=Role.READER, actor=ACTOR)
    page = text(office.client().get("/desk/"))
    assert re.findall(r'href="(/desk/\w+/)">([^<]+)', page) == [
        ("/desk/aalter/", "Samen in Aalter"),
        ("/desk/deinze/", "Samen in Deinze"),
    ]


def test_staff_of_nothing_reads_what_to_do(office: Office) -> None:
    client = office.client()
    office.user().memberships.all().delete()
    assert "Vraag aan wie Samen beheert om jou toe te voegen." in text(client.get("/desk/"))


# ---------- The health page ----------


def health(client: Client) -> tuple[int, dict[str, object]]:
    answer = client.get("/healthz")
    return answer.status_code, json.loads(answer.content)


def test_health_before_the_first_tick(client: Client) -> None:
    assert health(client) == (
        200,
        {"status": "ok", "database": "ok", "last_tick": None, "queue_age_seconds": 0},
    )


def test_health_tells_when_the_tick_ran(client: Client) -> None:
    before = clock.now()
    tick(clock.today())
    _status, answer = health(client)
    moment = datetime.fromisoformat(str(answer["last_tick"]))
    assert before <= moment <= clock.now()


def test_health_tells_how_long_work_waits(client: Client) -> None:
    DBTaskResult.objects.create(
        args_kwargs={"args": [], "kwargs": {}}, task_path="samen.nothing", queue_name="default"
    )
    DBTaskResult.objects.update(enqueued_at=clock.now() - timedelta(minutes=5))
    _status, answer = health(client)
    assert answer["queue_age_seconds"] == pytest.approx(300, abs=5)


def test_health_says_when_the_database_is_away(client: Client) -> None:
    break_table("base_heartbeat")
    assert health(client) == (503, {"status": "unavailable", "database": "unavailable"})


# ---------- Refusals are sentences ----------


def test_a_page_that_is_not_there(client: Client) -> None:
    answer = client.get("/nergens/")
    assert (answer.status_code, heading(answer)) == (404, "Deze pagina is er niet")


def test_what_samen_does_not_understand(client: Client) -> None:
    answer = client.get("/", headers={"host": "evil.example"})
    assert (answer.status_code, heading(answer)) == (400, "Dit begreep Samen niet")
    assert "evil" not in text(answer)


def test_a_form_that_comes_from_elsewhere() -> None:
    answer = Client(enforce_csrf_checks=True).post("/language/", {"language": "fr"})
    assert (answer.status_code, heading(answer)) == (403, "Dit formulier stond te lang open")
    assert site.LANGUAGE_COOKIE_NAME not in answer.cookies


def test_what_is_not_ones_task(office: Office) -> None:
    answer = office.client(Role.READER).get(office.url("people/add/"))
    assert (answer.status_code, heading(answer)) == (403, "Dit hoort niet bij jouw taak")


def test_what_a_rule_refuses(office: Office) -> None:
    duo = office.duo(office.newcomer("Amal"))
    answer = office.client().post(office.url(f"people/{duo.newcomer_id}/leave/"))
    assert (answer.status_code, heading(answer)) == (409, "Dat kan nu niet")
    assert "Amal heeft nog een duo. Rond dat eerst af, met de reden erbij." in text(answer)


def test_a_fault_of_ours(office: Office) -> None:
    client = office.client()
    client.raise_request_exception = False
    break_table("duos_meeting")
    answer = client.get(office.url("duos/"))
    assert (answer.status_code, heading(answer)) == (500, "Er ging iets mis bij ons")
    assert "duos_meeting" not in text(answer)


def test_a_fault_before_anybody_knows_who_asks(office: Office) -> None:
    """The page about a fault asks the database nothing."""
    client = office.client()
    client.raise_request_exception = False
    break_table("django_session")
    answer = client.get(office.url())
    assert (answer.status_code, heading(answer)) == (500, "Er ging iets mis bij ons")


# ---------- Headers ----------

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}


def policy(answer: HttpResponse) -> dict[str, str]:
    return dict(part.strip().split(" ", 1) for part in answer["Content-Security-Policy"].split(";"))


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/healthz", 200),
        ("/accounts/login/", 200),
        ("/accounts/signup/", 200),
        ("/nergens/", 404),
        ("/desk/deinze/", 302),
        ("/language/", 405),
    ],
)
def test_the_content_policy_is_strict_everywhere(client: Client, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert policy(answer) == POLICY
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Referrer-Policy"] == "same-origin"
    assert "Access-Control-Allow-Origin" not in answer


def test_the_content_policy_holds_on_desk_pages_and_faults(office: Office, client: Client) -> None:
    desk = office.client()
    desk.raise_request_exception = False
    answers = [
        desk.get(office.url()),
        desk.get(office.url("people/export/")),
        desk.get("/desk/nergens/"),
        client.get("/", headers={"host": "evil.example"}),
        Client(enforce_csrf_checks=True).post("/language/"),
    ]
    break_table("duos_meeting")
    answers.append(desk.get(office.url("duos/")))
    assert [answer.status_code for answer in answers] == [200, 200, 404, 400, 403, 500]
    assert [policy(answer) for answer in answers] == [POLICY] * len(answers)


def test_no_page_holds_a_script_or_style_of_its_own(office: Office, client: Client) -> None:
    office.duo(met_days_ago=[3])
    desk = office.client()
    pages = [client.get("/"), client.get("/accounts/login/"), client.get("/nergens/")]
    pages += [desk.get(office.url(path)) for path in ("", "people/", "people/add/", "duos/", "matching/")]
    inline = re.compile(r"<style|\sstyle=|<script(?![^>]*\ssrc=)(?![^>]*application/json)|\son\w+=", re.I)
    assert [inline.findall(text(page)) for page in pages] == [[]] * len(pages)


# ---------- Every request starts without an initiative ----------


def test_a_request_sees_no_scope_of_before(office: Office) -> None:
    """Two desks in one thread, one after the other."""
    other = make_office("gent", "Samen in Gent")
    office.newcomer("Van Hier")
    other.newcomer("Van Daar")
    with scope(other.initiative.pk):
        page = text(office.client().get(office.url("people/")))
        assert "Van Hier" in page
        assert "Van Daar" not in page
        assert current_initiative_id() == other.initiative.pk
        office.client().get("/")


def test_without_a_scope_no_row_is_read(db: None) -> None:
    with pytest.raises(ScopeMissingError):
        Person.objects.count()


# ---------- The demo stays on this computer ----------


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("127.0.0.1", 200),
        ("127.8.8.8", 200),
        ("::1", 200),
        ("192.168.1.20", 403),
        ("10.0.0.1", 403),
        ("2a02:a03f::1", 403),
    ],
)
def test_the_demo_answers_this_computer_alone(
    client: Client, settings: Settings, address: str, status: int
) -> None:
    settings.DEMO = True
    answer = client.get("/", REMOTE_ADDR=address)
    assert answer.status_code == status
    if status == 403:
        assert text(answer) == "De demo antwoordt alleen op deze computer."
        assert answer["Content-Type"] == "text/plain; charset=utf-8"


def test_nobody_talks_the_demo_into_being_near(client: Client, settings: Settings) -> None:
    settings.DEMO = True
    spoofed = {"x-forwarded-for": "127.0.0.1", "x-real-ip": "127.0.0.1", "forwarded": "for=127.0.0.1"}
    assert client.get("/healthz", REMOTE_ADDR="192.168.1.20", headers=spoofed).status_code == 403


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "X-Real-Ip", "Via"])
def test_the_demo_does_not_answer_whom_a_proxy_brings(
    client: Client, settings: Settings, header: str
) -> None:
    settings.DEMO = True
    assert client.get("/", headers={header: "for=192.0.2.1"}).status_code == 403


def test_an_address_of_a_button_says_so_when_it_is_followed(office: Office) -> None:
    answer = office.client().get(office.url("people/1/accept/"))
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert "Dit adres hoort bij een knop op een andere pagina. Begin daar opnieuw." in text(answer)


def test_outside_the_demo_everybody_may_come(client: Client, settings: Settings) -> None:
    settings.DEMO = False
    assert client.get("/", REMOTE_ADDR="192.168.1.20").status_code == 200
