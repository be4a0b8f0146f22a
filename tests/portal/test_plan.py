"""The next time on a participant's own page, and the address in a message that leads to it."""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.core import signing
from django.test import Client

from samen.base import clock
from samen.duos.choices import PlanStatus
from samen.duos.models import Duo, Plan
from samen.intake.actions import Facts
from samen.messaging.models import OutboxMessage
from samen.people.door import SALT, door_to, read_door
from samen.people.link_actions import disown, make_link, revoke_link
from samen.people.link_queries import living_link
from samen.people.models import Participation, PersonalLink
from tests.support.initiative import ACTOR, Office

pytestmark = pytest.mark.postgres


@pytest.fixture
def duo(office: Office) -> Duo:
    free = Facts(availability=(1 << 21) - 1)
    return office.duo(office.newcomer("Amal Saleh", facts=free), office.coach("Bart Goossens", facts=free))


def door(part: Participation, path: str = "/my/") -> str:
    return urlsplit(door_to(part, path, clock.now())).path


def phone(part: Participation) -> Client:
    client = Client()
    client.post(door(part), {"do": "open"})
    return client


def propose(client: Client, duo: Duo, **more: object) -> None:
    days = [(clock.now() + timedelta(days=n)).replace(microsecond=0) for n in (2, 3)]
    form = {
        "do": "propose",
        "day": f"{days[0]:%Y-%m-%d}",
        "time": "14:00",
        "place": "Aan het station",
        **more,
    }
    assert client.post(f"/my/duos/{duo.pk}/plan/", form).status_code == 302


# ---------- The address in a message ----------


def test_looking_at_it_opens_nothing_and_one_press_leads_on(duo: Duo) -> None:
    client, path = Client(), f"/my/duos/{duo.pk}/plan/"
    url = door(duo.newcomer, path)
    assert "Ben jij Amal?" in client.get(url).content.decode()
    assert client.get(path)["Location"] == "/my/code/"
    assert client.post(url, {"do": "open"})["Location"] == path
    assert client.get(url)["Location"] == path
    assert client.get(path).status_code == 200


def test_it_leans_on_the_personal_link(duo: Duo) -> None:
    url = door(duo.newcomer)
    assert PersonalLink.objects.count() == 1
    revoke_link(part=duo.newcomer, now=clock.now(), actor=ACTOR)
    assert Client().get(url).status_code == 404
    assert door(duo.newcomer) == "/my/code/"


def test_who_said_not_me_is_given_no_new_way_in(duo: Duo) -> None:
    client, url = Client(), door(duo.newcomer)
    client.post(url, {"do": "not-me"})
    assert living_link(duo.newcomer) is None
    assert door(duo.newcomer) == "/my/code/"
    make_link(part=duo.newcomer, now=clock.now(), actor=ACTOR)
    assert door(duo.newcomer) != "/my/code/"
    disown(link=living_link(duo.newcomer), now=clock.now())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "token",
    ["x", "", "a:b:c", signing.dumps([1, 2, "/my/"], salt="another")],
    ids=["x", "none", "odd", "other"],
)
def test_every_wrong_address_is_the_same(duo: Duo, token: str) -> None:
    assert read_door(token) is None
    assert Client().get(f"/my/go/{token or '-'}/").status_code == 404


def test_it_lasts_thirty_days(duo: Duo) -> None:
    held = [duo.initiative_id, 1, "/my/"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("time.time", lambda: clock.now().timestamp() - 31 * 86400)
        old = signing.dumps(held, salt=SALT)
    assert read_door(old) is None
    assert read_door(signing.dumps(held, salt=SALT)) is not None


# ---------- Propose and pick ----------


def test_one_asks_and_the_other_picks(duo: Duo) -> None:
    amal, bart = phone(duo.newcomer), phone(duo.coach)
    url = f"/my/duos/{duo.pk}/plan/"
    page = amal.get(url).content.decode()
    assert "Wanneer zie je Bart?" in page
    assert page.count('name="moments"') == 6
    first = page.split('name="moments" value="')[1].split('"')[0].replace("&#x2B;", "+")
    propose(amal, duo, moments=[first])
    assert "Wij wachten op Bart" in amal.get(url).content.decode()
    assert "Amal wil jou zien" in bart.get("/my/").content.decode()
    plan = Plan.objects.get()
    assert plan.moments.count() == 2
    chosen = plan.moments.last()
    assert chosen is not None
    assert bart.post(url, {"do": "pick", "moment": chosen.starts_at.isoformat()}).status_code == 302
    for client in (amal, bart):
        agreed = client.get(url).content.decode()
        assert "Aan het station" in agreed
        assert "calendar.google.com" in agreed
        assert "Aan het station" in client.get("/my/").content.decode()
    file = bart.get(f"/my/duos/{duo.pk}/plan.ics")
    assert b"SUMMARY:Afspraak met Amal" in file.content


def test_it_is_called_off_in_one_press_and_the_other_is_told(duo: Duo) -> None:
    amal, bart = phone(duo.newcomer), phone(duo.coach)
    url = f"/my/duos/{duo.pk}/plan/"
    propose(amal, duo)
    moment = Plan.objects.get().moments.get().starts_at.isoformat()
    bart.post(url, {"do": "pick", "moment": moment})
    assert amal.post(url, {"do": "off"})["Location"] == "/my/"
    assert Plan.objects.get().status == PlanStatus.OFF
    assert bart.post(url, {"do": "off"}).status_code == 200
    assert OutboxMessage.objects.filter(kind="plan_off").count() == 2
    assert bart.get(f"/my/duos/{duo.pk}/plan.ics").status_code == 404


@pytest.mark.parametrize("moment", ["", "nonsense", "2026-01-01", "\x00", "9999-99-99T00:00:00"])
def test_nonsense_picks_nothing(duo: Duo, moment: str) -> None:
    amal, bart = phone(duo.newcomer), phone(duo.coach)
    propose(amal, duo)
    answer = bart.post(f"/my/duos/{duo.pk}/plan/", {"do": "pick", "moment": moment})
    assert answer.status_code == 409
    assert "Kies een ander." in answer.content.decode()
    assert Plan.objects.get().status == PlanStatus.ASKED


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({}, "Kies een dag en een uur."),
        ({"day": "2030-01-01"}, "Kies ook een uur."),
        ({"time": "10:00"}, "Kies ook een dag."),
        ({"day": "2020-01-01", "time": "10:00"}, "al voorbij"),
        ({"day": "2099-01-01", "time": "10:00"}, "jullie duo al voorbij"),
        ({"day": "0001-01-01", "time": "00:00"}, "al voorbij"),
        ({"moments": ["nonsense"]}, "nonsense"),
    ],
)
def test_what_cannot_be_is_told_at_the_field(duo: Duo, form: dict[str, object], sentence: str) -> None:
    client = phone(duo.newcomer)
    answer = client.post(f"/my/duos/{duo.pk}/plan/", {"do": "propose", "place": "De bib", **form})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert 'value="De bib"' in answer.content.decode()
    assert not Plan.objects.exists()


def test_the_plan_of_others_is_not_there(office: Office, duo: Duo) -> None:
    other = office.duo(office.newcomer("Sara"), office.coach("Karel"))
    client = phone(duo.newcomer)
    assert client.get(f"/my/duos/{other.pk}/plan/").status_code == 404
    assert client.post(f"/my/duos/{other.pk}/plan/", {"do": "off"}).status_code == 404
