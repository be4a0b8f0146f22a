"""A participant's own pages: the link, two taps for a meeting, a call, leaving a telephone of others."""

import re
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils.translation import override

from samen.base import clock
from samen.desk.worklist import worklist
from samen.duos.models import Duo, Meeting
from samen.messaging.models import OutboxMessage
from samen.people import link_actions
from samen.people.link_queries import find_by_code, find_link, find_visit
from samen.people.models import CallRequest, Participation, PersonalLink, Visit
from samen.portal.queries import days_to_choose
from tests.support.initiative import ACTOR, Office, make_office

pytestmark = pytest.mark.postgres


@pytest.fixture
def duo(office: Office) -> Duo:
    office.initiative.is_public = True
    office.initiative.save()
    return office.duo(office.newcomer("Amal Saleh"), office.coach("Bart Goossens"), met_days_ago=[20])


def give(part: Participation) -> tuple[str, str]:
    """A link and a code, as the desk hands them out."""
    _link, token, code = link_actions.make_link(part=part, now=clock.now(), actor=ACTOR)
    return f"/my/link/{token}/", code


def phone(part: Participation) -> Client:
    """A telephone on which the link was opened."""
    client, (url, _code) = Client(), give(part)
    client.post(url, {"do": "open"})
    return client


# ---------- The link ----------


def test_looking_opens_nothing_and_pressing_does(duo: Duo) -> None:
    client, (url, _code) = Client(), give(duo.newcomer)
    page = client.get(url)
    assert "Ben jij Amal?" in page.content.decode()
    assert page["Referrer-Policy"] == "same-origin"
    assert not Visit.objects.exists()
    assert client.post(url, {"do": "open"})["Location"] == "/my/"
    home = client.get("/my/").content.decode()
    assert "Dag Amal" in home
    assert "Bart" in home
    assert PersonalLink.objects.get().last_used_at is not None


def test_the_secrets_are_nowhere_in_the_database(duo: Duo) -> None:
    client, (url, code) = Client(), give(duo.newcomer)
    client.post(url, {"do": "open"})
    secrets = {url.split("-", 1)[1].rstrip("/"), code, client.cookies["my"].value.split("-", 1)[1]}
    kept = {
        str(value)
        for row in (PersonalLink.objects.get(), Visit.objects.get())
        for value in vars(row).values()
    }
    assert not any(secret in text for secret in secrets for text in kept)
    assert client.cookies["my"]["httponly"]
    assert client.cookies["my"]["path"] == "/my/"


def test_a_new_link_ends_the_old_one_and_every_telephone(duo: Duo) -> None:
    old, client = give(duo.newcomer)[0], phone(duo.newcomer)
    assert Client().get(old).status_code == 404
    give(duo.newcomer)
    assert client.get("/my/")["Location"] == "/my/code/"


@pytest.mark.parametrize("token", ["x", "1-nonsense", "99999999999999999999-a", "\x00", "-", "1-"])
def test_every_wrong_link_gets_the_same_answer(duo: Duo, token: str) -> None:
    answer = Client().get(f"/my/link/{token}/")
    assert answer.status_code == 404
    assert "Deze link werkt niet." in answer.content.decode()


def test_trying_is_soon_refused(duo: Duo) -> None:
    client, (url, _code) = Client(), give(duo.newcomer)
    for n in range(30):
        assert client.get(f"/my/link/1-{n}/").status_code == 404
    assert client.get("/my/link/1-x/").status_code == 429
    assert client.get(url).status_code == 429
    cache.clear()
    assert client.get(url).status_code == 200


def test_who_left_the_programme_has_no_page_any_more(duo: Duo) -> None:
    client = phone(duo.newcomer)
    Participation.objects.filter(pk=duo.newcomer_id).update(ended_on=clock.today())
    assert client.get("/my/")["Location"] == "/my/code/"
    duo.newcomer.refresh_from_db()
    with pytest.raises(link_actions.RuleBroken):
        give(duo.newcomer)


def test_a_telephone_that_nobody_used_for_long_is_left(duo: Duo) -> None:
    client, now = phone(duo.newcomer), clock.now()
    cookie = client.cookies["my"].value
    assert find_visit(cookie, now + timedelta(days=179)) is not None
    assert find_visit(cookie, now + timedelta(days=181)) is None


# ---------- The code ----------


def test_a_code_opens_it_on_another_telephone_for_fourteen_days(duo: Duo) -> None:
    _url, code = give(duo.newcomer)
    assert re.fullmatch(r"[23456789A-HJKMNP-Z]{8}", code)
    client = Client()
    answer = client.post("/my/code/", {"code": f" {code[:4].lower()} {code[4:]} "})
    assert answer["Location"] == "/my/"
    now = clock.now()
    assert find_by_code(code, now + timedelta(days=13, hours=23)) is not None
    assert find_by_code(code, now + timedelta(days=14)) is None


@pytest.mark.parametrize("typed", ["", "x", "AAAAAAAA", "0" * 20, "\x00", "’½<b>"])
def test_a_wrong_code_is_told(duo: Duo, typed: str) -> None:
    give(duo.newcomer)
    assert Client().post("/my/code/", {"code": typed}).status_code == 422


def test_the_same_code_in_another_initiative_opens_nothing(duo: Duo) -> None:
    other = make_office("gent", "Samen in Gent")
    other.initiative.is_public = True
    other.initiative.save()
    _url, code = give(duo.newcomer)
    client = Client()
    assert client.post("/my/code/", {"code": code, "initiative": "gent"}).status_code == 422
    assert client.post("/my/code/", {"code": code, "initiative": "deinze"}).status_code == 302


# ---------- We met ----------


def test_two_taps_are_enough_and_a_little_more_is_welcome(office: Office, duo: Duo) -> None:
    client = phone(duo.newcomer)
    page = client.get(f"/my/duos/{duo.pk}/met/").content.decode()
    assert "Wanneer zag je Bart?" in page
    saved = client.post(f"/my/duos/{duo.pk}/met/", {"day": clock.today()})
    meeting = Meeting.objects.get(met_on=clock.today())
    assert (saved["Location"], meeting.logged_by) == (
        f"/my/meetings/{meeting.pk}/",
        f"part:{duo.newcomer_id}",
    )
    client.post(saved["Location"], {"activity": "Naar de bib", "minutes": "90", "who": "newcomer"})
    meeting.refresh_from_db()
    assert (meeting.activity, meeting.minutes, meeting.proposed_by) == ("Naar de bib", 90, "newcomer")


def test_pictures_say_what_they_did_and_stay_pressed(duo: Duo) -> None:
    client = phone(duo.newcomer)
    saved = client.post(f"/my/duos/{duo.pk}/met/", {"day": str(clock.today())})["Location"]
    told = {"did": ["bike", "messages-square"], "activity": "zingen", "minutes": "60", "smile": "good"}
    with override("ar"):
        client.post(saved, told)
    meeting = Meeting.objects.latest("pk")
    assert (meeting.activity, meeting.smile) == ("fietsen, praten, zingen", "good")
    shown = client.get(saved).content.decode()
    assert re.search(r'value="bike"[^>]* checked', shown)
    assert 'value="zingen"' in shown


@pytest.mark.parametrize(
    "wrong", [{"did": ["zebra"]}, {"smile": "great"}, {"way": "letter"}, {"activity": "x" * 101}]
)
def test_what_they_cannot_have_done_is_refused(duo: Duo, wrong: dict[str, object]) -> None:
    client = phone(duo.newcomer)
    saved = client.post(f"/my/duos/{duo.pk}/met/", {"day": str(clock.today())})["Location"]
    assert client.post(saved, {"minutes": "60", **wrong}).status_code == 422
    assert Meeting.objects.latest("pk").activity == ""


@pytest.mark.parametrize(
    ("told", "way"), [({}, "together"), ({"way": "online"}, "online"), ({"way": "phone"}, "phone")]
)
def test_they_may_say_that_it_was_online_or_by_telephone(duo: Duo, told: dict[str, str], way: str) -> None:
    client = phone(duo.coach)
    saved = client.post(f"/my/duos/{duo.pk}/met/", {"day": str(clock.today())})["Location"]
    client.post(saved, {"minutes": "60", **told})
    meeting = Meeting.objects.get(met_on=clock.today())
    assert (meeting.way, meeting.minutes) == (way, 60)
    pressed = re.search(r'<input[^>]*name="way"[^>]*checked[^>]*>', client.get(saved).content.decode())
    assert pressed
    assert f'value="{way}"' in pressed[0]


def test_what_both_note_is_one_meeting(duo: Duo) -> None:
    for part in (duo.newcomer, duo.coach, duo.newcomer):
        answer = phone(part).post(f"/my/duos/{duo.pk}/met/", {"day": clock.today()})
        assert answer.status_code == 302
    assert Meeting.objects.filter(met_on=clock.today()).count() == 1


def test_only_who_noted_it_takes_it_back(duo: Duo) -> None:
    mine, theirs = phone(duo.newcomer), phone(duo.coach)
    mine.post(f"/my/duos/{duo.pk}/met/", {"day": clock.today()})
    meeting = Meeting.objects.get(met_on=clock.today())
    assert theirs.post(f"/my/meetings/{meeting.pk}/undo/").status_code == 404
    mine.post(f"/my/meetings/{meeting.pk}/undo/")
    assert not Meeting.objects.filter(pk=meeting.pk).exists()


@pytest.mark.parametrize(
    ("days", "sentence"),
    [(-1, "Die dag moet nog komen."), (100, "Dit duo begon op")],
)
def test_a_day_that_cannot_be_is_told(duo: Duo, days: int, sentence: str) -> None:
    day = clock.today() - timedelta(days=days)
    answer = phone(duo.newcomer).post(f"/my/duos/{duo.pk}/met/", {"day": day})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()


@pytest.mark.parametrize("day", ["", "nonsense", "\x00", "0000-00-00"])
def test_nonsense_notes_nothing(duo: Duo, day: str) -> None:
    before = Meeting.objects.count()
    assert phone(duo.newcomer).post(f"/my/duos/{duo.pk}/met/", {"day": day}).status_code == 422
    assert Meeting.objects.count() == before


def test_a_duo_of_others_is_not_there(office: Office, duo: Duo) -> None:
    other = office.duo(office.newcomer("Sara"), office.coach("Karel"), met_days_ago=[1])
    client = phone(duo.newcomer)
    meeting = Meeting.objects.get(duo=other)
    for url in (f"/my/duos/{other.pk}/met/", f"/my/meetings/{meeting.pk}/"):
        assert client.get(url).status_code == 404
    assert client.post(f"/my/meetings/{meeting.pk}/undo/").status_code == 404


def test_the_days_to_choose_are_days_of_the_duo(office: Office) -> None:
    young = office.duo(office.newcomer("Sara"), office.coach("Karel"), started_days=0)
    assert days_to_choose(young, clock.today()) == [clock.today()]


# ---------- Call me, leave, not me ----------


def test_asked_to_be_called_it_stands_at_today_until_done(office: Office, duo: Duo) -> None:
    client = phone(duo.newcomer)
    for _ in range(2):
        client.post("/my/call/")
    asked = CallRequest.objects.get()
    desk = office.client()
    assert "Amal vraagt: bel mij" in desk.get(office.url("")).content.decode()
    desk.post(office.url(f"people/calls/{asked.pk}/"))
    assert worklist(clock.now()).calls_asked == []


def test_leaving_leaves_this_telephone_alone(duo: Duo) -> None:
    first = phone(duo.newcomer)
    second = Client()
    token = give(duo.newcomer)[0]
    first.post(token, {"do": "open"})
    second.post(token, {"do": "open"})
    assert "Tot ziens." in first.post("/my/leave/").content.decode()
    assert first.get("/my/")["Location"] == "/my/code/"
    assert second.get("/my/").status_code == 200


@pytest.mark.parametrize("where", ["at the link", "later"])
def test_not_me_stops_the_link_everywhere_and_tells_the_coordinator(
    office: Office, duo: Duo, where: str
) -> None:
    url, _code = give(duo.newcomer)
    client = Client()
    if where == "later":
        client.post(url, {"do": "open"})
        client.post("/my/leave/", {"do": "not-me"})
    else:
        client.post(url, {"do": "not-me"})
    assert find_link(url.rstrip("/").rpartition("/")[2]) is None
    assert "kwam bij iemand anders" in office.client().get(office.url("")).content.decode()
    give(duo.newcomer)
    assert worklist(clock.now()).disowned == []


# ---------- The desk hands it out ----------


def test_the_desk_shows_a_link_once_or_sends_it(office: Office, duo: Duo) -> None:
    desk, url = office.client(), office.url(f"people/{duo.newcomer_id}/link/")
    shown = desk.post(url, {"do": "show"}).content.decode()
    found = re.search(r"http://127\.0\.0\.1:8000(/my/link/[^\"]+)\"", shown)
    assert found
    assert Client().get(found[1]).status_code == 200
    assert found[1] not in desk.get(url).content.decode()
    desk.post(url, {"do": "send"})
    assert "/my/link/" in OutboxMessage.objects.get().body
    assert Client().get(found[1]).status_code == 404
    desk.post(f"{url}revoke/")
    assert PersonalLink.objects.filter(revoked_at=None).count() == 0


def test_home_reads_as_often_for_three_meetings_as_for_one(
    office: Office, duo: Duo, django_assert_num_queries: object
) -> None:
    client = phone(duo.newcomer)
    client.get("/my/")
    with django_assert_num_queries(14):  # type: ignore[operator]
        client.get("/my/")
    for days in (1, 2):
        office.meeting(duo, clock.today() - timedelta(days=days))
    with django_assert_num_queries(14):  # type: ignore[operator]
        client.get("/my/")


# ---------- On the first screen of a telephone, and without a connection ----------


def test_what_makes_it_an_app_names_nobody(duo: Duo) -> None:
    told = Client().get("/my/app.webmanifest").json()
    assert (told["start_url"], told["scope"], told["display"]) == ("/my/", "/my/", "standalone")
    assert len(told["icons"]) == 3
    worker = Client().get("/my/worker.js")
    assert worker["Content-Type"].startswith("text/javascript")
    assert "samen.css" in worker.content.decode()


def test_the_page_for_without_a_connection_holds_the_numbers(duo: Duo) -> None:
    client = phone(duo.newcomer)
    shown = client.get("/my/offline/").content.decode()
    assert f"tel:{duo.coach.person.phone}" in shown
    assert "tel:112" in shown
    assert 'data-ago="1"' in shown


def test_larger_letters_stay_on_this_telephone(duo: Duo) -> None:
    client = phone(duo.newcomer)
    client.post("/text-size/", {"larger": "1", "next": "/my/"})
    assert 'class="larger"' in client.get("/my/").content.decode()
    client.post("/text-size/", {"larger": "0", "next": "/my/"})
    assert 'class="larger"' not in client.get("/my/").content.decode()
