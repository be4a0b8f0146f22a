"""Staff looks along on a participant's own pages: who may, for how long, and that nothing changes."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core import signing
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samen.accounts.models import User
from samen.base import audit, clock
from samen.base.models import AuditLine
from samen.duos.models import Duo, Meeting
from samen.initiatives.actions import add_member
from samen.initiatives.choices import Role as StaffRole
from samen.initiatives.models import Membership
from samen.messaging.models import OutboxMessage
from samen.people import look
from samen.people.link_actions import make_link
from samen.people.models import CallRequest, Participation, PersonalLink, Visit
from samen.portal import queries
from tests.support.initiative import ACTOR, BACKEND, Office, make_office
from tests.support.world import World, address, addresses
from tests.test_access import OF_A_PARTICIPANT

pytestmark = pytest.mark.django_db

BANNER = "Je kijkt mee als"


@pytest.fixture
def duo(office: Office) -> Duo:
    return office.duo(office.newcomer("Amal Saleh"), office.coach("Bart Goossens"), met_days_ago=[20])


def looking(office: Office, part: Participation, role: StaffRole = StaffRole.COORDINATOR) -> Client:
    """A browser of staff that looks along."""
    client = office.client(role)
    answer = client.post(office.url(f"people/{part.pk}/look/"))
    assert answer["Location"] == "/my/"
    return client


def phone(part: Participation) -> Client:
    client = Client()
    open_on(client, part)
    return client


def open_on(client: Client, part: Participation) -> None:
    _link, token, _code = make_link(part=part, now=clock.now(), actor=ACTOR)
    client.post(f"/my/link/{token}/", {"do": "open"})


def kept(model: Any) -> list[dict[str, Any]]:
    return list(model.objects.order_by("pk").values())


# ---------- What they see ----------


def test_it_shows_the_page_of_somebody_without_a_link(office: Office, duo: Duo) -> None:
    client = looking(office, duo.newcomer)
    page = client.get("/my/").content.decode()
    assert "Dag Amal" in page
    assert BANNER in page
    assert "Ik zag Bart" in page
    assert not PersonalLink.objects.exists()
    cookie = client.cookies["look"]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/my/", True, "Lax")


def test_a_participant_sees_nothing_of_it(duo: Duo) -> None:
    assert BANNER not in phone(duo.newcomer).get("/my/").content.decode()


def test_every_page_of_a_participant_bears_it(world: World) -> None:
    client = looking(world.office, world.duo.newcomer)
    pages = {url: client.get(url) for _name, url in theirs(world)}
    shown = {url for url, page in pages.items() if page.status_code == 200 and url[-4:] != ".ics"}
    assert len(shown) >= 6
    assert [url for url in shown if BANNER not in pages[url].content.decode()] == []
    assert {page.status_code for page in pages.values()} <= {200, 302, 404, 405}


def theirs(world: World) -> Iterator[tuple[str, str]]:
    for route, pattern in addresses(desk=False):
        if pattern.name in OF_A_PARTICIPANT:
            yield pattern.name, address(world, route, pattern)


# ---------- Nothing changes ----------


def test_every_form_of_a_participant_is_refused(world: World) -> None:
    client = looking(world.office, world.duo.newcomer)
    before = [kept(model) for model in (Meeting, CallRequest, Visit, PersonalLink, OutboxMessage)]
    days = {"day": str(clock.today()), "do": "propose", "code": "make-soup"}
    for name, url in theirs(world):
        for form in ({}, days, {"do": "off"}, {"do": "not-me"}, {"do": "leave"}, {"do": "pick"}):
            answer = client.post(url, form)
            assert answer.status_code in {403, 405}, (name, form)
            assert answer.status_code == 405 or "Er is niets bewaard of veranderd." in answer.content.decode()
    assert before == [kept(model) for model in (Meeting, CallRequest, Visit, PersonalLink, OutboxMessage)]


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options"])
def test_other_ways_to_ask_are_refused_too(office: Office, duo: Duo, method: str) -> None:
    assert getattr(looking(office, duo.newcomer), method)("/my/call/").status_code in {403, 405}


def test_looking_at_every_page_writes_nothing(world: World) -> None:
    part = world.duo.newcomer
    Visit.objects.all().delete()
    open_on(Client(), part)
    Visit.objects.update(seen_at=clock.now() - timedelta(days=2))
    PersonalLink.objects.update(last_used_at=clock.now() - timedelta(days=2))
    client = looking(world.office, part)
    before = [kept(model) for model in (Visit, PersonalLink, AuditLine)]
    with CaptureQueriesContext(connection) as ran:
        for _name, url in theirs(world):
            client.get(url)
    assert before == [kept(model) for model in (Visit, PersonalLink, AuditLine)]
    writes = [q["sql"] for q in ran if q["sql"].split()[0] in {"INSERT", "UPDATE", "DELETE"}]
    assert writes == []


def test_what_a_page_would_note_is_taken_back(
    office: Office, duo: Duo, monkeypatch: pytest.MonkeyPatch
) -> None:
    def notes(part: Participation, now: Any) -> Any:
        CallRequest.objects.create(initiative=office.initiative, participation=part, asked_at=now)
        return home(part, now)

    home = queries.home
    monkeypatch.setattr(queries, "home", notes)
    assert looking(office, duo.newcomer).get("/my/").status_code == 200
    assert not CallRequest.objects.exists()
    assert phone(duo.newcomer).get("/my/").status_code == 200
    assert CallRequest.objects.exists()


# ---------- Who may ----------


@pytest.mark.parametrize(
    ("role", "status"), [(StaffRole.COORDINATOR, 302), (StaffRole.ASSISTANT, 302), (StaffRole.READER, 403)]
)
def test_who_may_look_along(office: Office, duo: Duo, role: StaffRole, status: int) -> None:
    client, url = office.client(role), office.url(f"people/{duo.newcomer_id}/")
    assert client.post(f"{url}look/").status_code == status
    assert ("Kijk mee als Amal" in client.get(url).content.decode()) is (status == 302)
    assert (BANNER in client.get("/my/").content.decode()) is (status == 302)


def test_it_is_begun_by_a_press_only(office: Office, duo: Duo) -> None:
    assert office.client().get(office.url(f"people/{duo.newcomer_id}/look/")).status_code == 405


def test_somebody_of_another_initiative_is_not_there(office: Office, duo: Duo) -> None:
    other = make_office("gent", "Samen in Gent")
    assert other.client().post(other.url(f"people/{duo.newcomer_id}/look/")).status_code == 404
    assert other.client().post(office.url(f"people/{duo.newcomer_id}/look/")).status_code == 404
    for nonsense in ("0", "999999999999999999999"):
        assert office.client().post(office.url(f"people/{nonsense}/look/")).status_code == 404


def sealed(office: Office, part: Participation, user: User, **more: Any) -> str:
    held = {"here": office.initiative.pk, "part": part.pk, "user": user.pk, "at": clock.now().timestamp()}
    return signing.dumps(list((held | more).values()), salt=look.SALT)


def test_only_whoever_began_it_looks(office: Office, duo: Duo) -> None:
    began = office.user()
    second = User.objects.create_user("tweede@example.org", name="Tweede")
    add_member(initiative=office.initiative, user=second, role=StaffRole.COORDINATOR, actor=ACTOR)
    client = Client()
    client.force_login(second, backend=BACKEND)
    client.cookies["look"] = sealed(office, duo.newcomer, began)
    assert client.get("/my/")["Location"] == "/my/code/"
    client.cookies["look"] = sealed(office, duo.newcomer, second)
    assert client.get("/my/").status_code == 200


def signs_out(office: Office, client: Client, _settings: Any) -> None:
    client.logout()


def loses_the_role(office: Office, _client: Client, _settings: Any) -> None:
    Membership.objects.filter(user=office.user()).update(role=StaffRole.READER)


def leaves_the_desk(office: Office, _client: Client, _settings: Any) -> None:
    Membership.objects.filter(user=office.user()).delete()


def has_no_second_factor(_office: Office, _client: Client, settings: Any) -> None:
    settings.SECOND_FACTOR_REQUIRED = True


def the_participant_left(office: Office, _client: Client, _settings: Any) -> None:
    Participation.objects.update(ended_on=clock.today())


@pytest.mark.parametrize(
    "happens", [signs_out, loses_the_role, leaves_the_desk, has_no_second_factor, the_participant_left]
)
def test_it_is_over_as_soon_as_they_may_not(
    office: Office, duo: Duo, settings: Any, happens: Callable[..., None]
) -> None:
    client = looking(office, duo.newcomer)
    cookie = client.cookies["look"].value
    assert client.get("/my/").status_code == 200
    happens(office, client, settings)
    client.cookies["look"] = cookie
    answer = client.get("/my/")
    assert answer.status_code == 302
    assert client.post("/my/call/").status_code == 302
    assert not CallRequest.objects.exists()


def test_it_lasts_a_quarter_of_an_hour_and_leads_back_to_the_desk(office: Office, duo: Duo) -> None:
    client = looking(office, duo.newcomer)
    with clock.shifted(timedelta(minutes=14, seconds=50)):
        assert client.get("/my/").status_code == 200
    with clock.shifted(timedelta(minutes=15, seconds=1)):
        answer = client.get("/my/")
    assert answer["Location"] == office.url(f"people/{duo.newcomer_id}/")
    assert "Je keek een kwartier mee." in client.get(answer["Location"]).content.decode()
    assert client.get("/my/")["Location"] == "/my/code/"


def test_a_look_from_the_future_is_none(office: Office, duo: Duo) -> None:
    client = office.client()
    client.cookies["look"] = sealed(office, duo.newcomer, office.user(), at=clock.now().timestamp() + 600)
    assert client.get("/my/").status_code == 302


@pytest.mark.parametrize("held", ["", "x", "a:b:c", "\x00"])
def test_nonsense_is_no_look(office: Office, duo: Duo, held: str) -> None:
    client = office.client()
    client.cookies["look"] = held
    assert client.get("/my/")["Location"] == "/my/code/"
    assert client.post("/my/look/stop/")["Location"] == "/my/"


@pytest.mark.parametrize("value", [[], "x", [1, 2], [1, 2, 3, "a"], {"a": 1}, [None] * 4])
def test_what_we_signed_for_something_else_is_no_look(value: object) -> None:
    assert look.read_look(signing.dumps(value, salt=look.SALT)) is None
    assert look.read_look(signing.dumps([1, 2, 3, 4.0], salt="another")) is None


def test_whoever_left_the_programme_has_no_page_to_look_at(office: Office, duo: Duo) -> None:
    Participation.objects.filter(pk=duo.newcomer_id).update(ended_on=clock.today())
    client, url = office.client(), office.url(f"people/{duo.newcomer_id}/")
    assert client.post(f"{url}look/")["Location"] == url
    assert "Amal doet niet meer mee." in client.get(url).content.decode()
    assert "look" not in client.cookies


# ---------- Stop ----------


def test_stop_leads_back_and_both_leave_a_line(office: Office, duo: Duo) -> None:
    client = looking(office, duo.newcomer)
    assert client.get("/my/look/stop/").status_code == 405
    answer = client.post("/my/look/stop/")
    assert answer["Location"] == office.url(f"people/{duo.newcomer_id}/")
    assert client.cookies["look"].value == ""
    assert client.get("/my/")["Location"] == "/my/code/"
    lines = audit.history(duo.newcomer).filter(verb="look_as").order_by("pk")
    assert [(line.actor, line.facts) for line in lines] == [
        (f"user:{office.user().pk}", {"did": "begin"}),
        (f"user:{office.user().pk}", {"did": "stop"}),
    ]


def test_who_does_not_look_stops_nothing(office: Office, duo: Duo) -> None:
    client = phone(duo.newcomer)
    assert client.post("/my/look/stop/")["Location"] == "/my/"
    assert client.get("/my/").status_code == 200
    client.cookies["look"] = sealed(office, duo.coach, office.user())
    client.post("/my/look/stop/")
    assert not AuditLine.objects.filter(verb="look_as").exists()


def test_a_participant_known_on_this_browser_is_known_again_afterwards(office: Office, duo: Duo) -> None:
    client = looking(office, duo.newcomer)
    visit = phone(duo.coach).cookies["my"].value
    client.cookies["my"] = visit
    Visit.objects.update(seen_at=clock.now() - timedelta(days=2))
    before = kept(Visit)
    assert "Dag Amal" in client.get("/my/").content.decode()
    assert kept(Visit) == before
    client.post("/my/look/stop/")
    assert client.cookies["my"].value == visit
    assert "Dag Bart" in client.get("/my/").content.decode()


def test_whoever_opens_a_page_of_their_own_looks_no_more(office: Office, duo: Duo) -> None:
    client = looking(office, duo.newcomer)
    open_on(client, duo.coach)
    assert "Dag Bart" in client.get("/my/").content.decode()


def test_having_looked_does_not_hold_a_list_that_is_undone(office: Office) -> None:
    part = office.newcomer("Amal")
    looking(office, part)
    since = clock.now() - timedelta(hours=1)
    AuditLine.objects.exclude(verb=look.VERB).delete()
    assert audit.touched_since(Participation, [part.pk], since) == {part.pk}
    assert audit.touched_since(Participation, [part.pk], since, besides=[look.VERB]) == set()


def test_it_asks_few_more_queries_than_their_own_visit(office: Office, duo: Duo) -> None:
    theirs, ours = phone(duo.newcomer), looking(office, duo.newcomer)
    theirs.get("/my/")
    ours.get("/my/")
    counts = []
    for client in (theirs, ours):
        with CaptureQueriesContext(connection) as ran:
            client.get("/my/")
        counts.append(len([q for q in ran if q["sql"].split()[0] == "SELECT"]))
    assert counts[1] - counts[0] <= 3
