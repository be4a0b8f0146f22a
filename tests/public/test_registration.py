"""Registration: one question a page, kept, found again, sent; and what a visitor must not learn."""

import csv
import json
import re
from datetime import timedelta
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from samen.base import clock
from samen.base.scoping import scope
from samen.intake.models import Profile
from samen.outreach import registration
from samen.outreach.choices import SourceKind
from samen.outreach.heard import HeardFrom
from samen.outreach.models import Draft, Intermediary, Registration, Source
from samen.people.choices import ConsentKind
from samen.people.models import Consent, Participation, Person
from tests.support.initiative import Office, make_office

pytestmark = pytest.mark.postgres

EXPECTED = {"ISEMAIL_ERR": 422, "ISEMAIL_VALID_CATEGORY": 302, "ISEMAIL_DNSWARN": 302}
ANSWERS: dict[str, dict[str, Any]] = {
    "name": {"given_name": "Amal", "family_name": "Saleh"},
    "reach": {"phone": "0470 12 34 56", "email": ""},
    "phone-language": {"phone_language": "ar"},
    "written-language": {"written_language": "ar"},
    "place": {"postal_code": "9800"},
    "free": {"availability": ["2", "15"]},
    "heard": {"heard_from": "school"},
}


@pytest.fixture(autouse=True)
def nothing_counted(db: None) -> None:
    cache.clear()


@pytest.fixture
def site(office: Office) -> Office:
    """An initiative whose page is open."""
    office.initiative.is_public = True
    office.initiative.contact_phone = "+3292110034"
    office.initiative.save()
    return office


@pytest.fixture
def client() -> Client:
    """A telephone of somebody whom nobody knows."""
    return Client()


def url(site: Office, path: str = "") -> str:
    return f"/{site.slug}/{path}"


def start(client: Client, site: Office, role: str = "newcomer", **data: str) -> Any:
    return client.post(url(site, f"join/start/{role}/"), data)


def fill_in(client: Client, site: Office, **changes: dict[str, Any]) -> Any:
    """Answer every question, with some answers changed; returns the last page."""
    answer = None
    for name, data in {**ANSWERS, **changes}.items():
        answer = client.post(url(site, f"join/question/{name}/"), data)
        assert answer.status_code == 302, name
    return answer


def text(answer: Any) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def test_from_the_first_question_to_thank_you(site: Office, client: Client) -> None:
    assert start(client, site)["Location"] == url(site, "join/question/name/")
    assert fill_in(client, site)["Location"] == url(site, "join/check/")
    page = text(client.get(url(site, "join/check/")))
    for words in ("Amal Saleh", "+32470123456", "العربيّة", "9800 Deinze", "maandagavond, zaterdagvoormiddag"):
        assert words in page
    answer = client.post(url(site, "join/check/"), follow=True)
    assert "Dank je wel. Wij hebben alles." in text(answer)
    person, part = Person.objects.get(), Participation.objects.get()
    assert (person.phone, person.postal_code, person.place) == ("+32470123456", "9800", "Deinze")
    assert (person.phone_language, person.written_language) == ("ar", "ar")
    assert (part.role, part.registered_on) == ("newcomer", clock.today())
    assert Profile.objects.get().availability == 1 << 2 | 1 << 15
    came = Registration.objects.get()
    assert (came.language, came.heard_from, came.source, came.same_as) == ("nl", HeardFrom.SCHOOL, None, None)
    assert [(one.kind, one.language) for one in Consent.objects.all()] == [(ConsentKind.PRIVACY, "nl")]
    assert not Draft.objects.exists()


def test_one_name_and_an_email_are_enough(site: Office, client: Client) -> None:
    start(client, site, "coach")
    fill_in(
        client,
        site,
        name={"given_name": "Tesfay", "family_name": ""},
        reach={"phone": "", "email": "tesfay@example.org"},
        place={"postal_code": ""},
        free={},
        heard={},
    )
    assert "Krijg je een uitkering?" in text(client.get(url(site, "join/check/")))
    client.post(url(site, "join/check/"))
    assert (str(Person.objects.get()), Person.objects.get().email) == ("Tesfay", "tesfay@example.org")
    assert Profile.objects.get().availability is None


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("name", {"given_name": " "}, "Schrijf hier jouw naam."),
        ("name", {"given_name": "12 34"}, "Schrijf jouw naam met letters."),
        ("name", {"given_name": "x" * 10_000}, "tekens"),
        ("reach", {}, "Schrijf een nummer of een e-mail."),
        ("reach", {"phone": "047 12"}, "Dit nummer klopt niet."),
        ("reach", {"email": "amal@"}, "Dit e-mailadres klopt niet."),
        ("phone-language", {}, "Kies een taal."),
        ("phone-language", {"phone_language": "xx"}, "xx"),
        ("place", {"postal_code": "0001"}, "Deze postcode kennen wij niet."),
    ],
)
def test_a_wrong_answer_is_told_and_nothing_is_lost(
    site: Office, client: Client, name: str, data: dict[str, Any], sentence: str
) -> None:
    start(client, site)
    answer = client.post(url(site, f"join/question/{name}/"), data)
    assert answer.status_code == 422
    assert sentence in text(answer)
    assert name not in Draft.objects.get().answers


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("0470/12.34.56", "+32470123456"),
        ("+31 6 12345678", "+31612345678"),
        ("0033 6 12 34 56 78", "+33612345678"),
        ("+380 50 123 4567", "+380501234567"),
        ("+90 532 123 45 67", "+905321234567"),
        ("+40 721 234 567", "+40721234567"),
    ],
)
def test_phones_of_six_countries(site: Office, client: Client, typed: str, kept: str) -> None:
    start(client, site)
    fill_in(client, site, reach={"phone": typed, "email": ""})
    client.post(url(site, "join/check/"))
    assert Person.objects.get().phone == kept


def test_emails_as_the_reference_judges_them(site: Office, client: Client, reference_data: Path) -> None:
    """What ISEMAIL refuses is refused at the field; valid ones, and those that only DNS doubts, are taken."""
    start(client, site)
    file = reference_data / "validation" / "isemail_addresses.csv"
    wrong = []
    for row in csv.DictReader(file.read_text(encoding="utf-8").splitlines()):
        address = json.loads(row["address_json"])
        if row["category"] not in EXPECTED or "\n" in address or "\r" in address:
            continue
        data = {"email": address, "phone": "" if address.strip() else "x"}
        status = client.post(url(site, "join/question/reach/"), data).status_code
        if status != EXPECTED[row["category"]]:
            wrong.append((row["id"], address, status))
    assert wrong == []


def test_back_and_change_without_loss(site: Office, client: Client) -> None:
    start(client, site)
    fill_in(client, site)
    page = client.get(url(site, "join/question/name/")).content.decode()
    assert 'value="Amal"' in page
    answer = client.post(url(site, "join/question/name/?check=1"), {"given_name": "Amaal"})
    assert answer["Location"] == url(site, "join/check/")
    assert "Amaal" in text(client.get(url(site, "join/check/")))
    free = client.get(url(site, "join/question/free/")).content.decode()
    assert free.count(" checked") == 2


def test_the_check_page_asks_what_is_missing_first(site: Office, client: Client) -> None:
    start(client, site)
    client.post(url(site, "join/question/name/"), ANSWERS["name"])
    assert client.get(url(site, "join/check/"))["Location"] == url(site, "join/question/reach/")
    assert client.post(url(site, "join/check/"))["Location"] == url(site, "join/question/reach/")
    assert not Person.objects.exists()


def test_going_on_with_a_code_from_another_telephone(site: Office, client: Client) -> None:
    start(client, site)
    client.post(url(site, "join/question/name/"), {**ANSWERS["name"], "do": "later"})
    page = text(client.post(url(site, "join/later/")))
    found = re.search(r"\b([2-9A-Z]{4}) ([2-9A-Z]{4})\b", page)
    assert found
    other = Client()
    answer = other.post(url(site, "join/resume/"), {"code": f" {found[1].lower()}-{found[2]} "})
    assert answer["Location"] == url(site, "join/question/reach/")
    assert 'value="Amal"' in other.get(url(site, "join/question/name/")).content.decode()
    # Used once; and the first telephone no longer holds it.
    assert Client().post(url(site, "join/resume/"), {"code": f"{found[1]}{found[2]}"}).status_code == 422
    assert client.get(url(site, "join/question/name/")).status_code == 404


def test_codes_cannot_be_guessed_for_long(site: Office, client: Client) -> None:
    tries = [client.post(url(site, "join/resume/"), {"code": f"AAAA{n:04}"}).status_code for n in range(25)]
    assert tries.count(422) == 20
    assert tries[-1] == 429


def test_a_form_of_last_month_is_gone_and_says_so(site: Office, client: Client) -> None:
    start(client, site)
    fill_in(client, site)
    with clock.shifted(timedelta(days=31)):
        answer = client.get(url(site, "join/check/"))
        assert answer.status_code == 404
        assert "zij zijn ouder dan een maand" in text(answer)
        assert registration.forget_drafts(now=clock.now()) == 1
    assert not Draft.objects.exists()


def test_a_replayed_form_registers_once(site: Office, client: Client) -> None:
    start(client, site)
    fill_in(client, site)
    cookie = client.cookies["joining"].value
    client.post(url(site, "join/check/"))
    client.cookies["joining"] = cookie
    assert client.post(url(site, "join/check/")).status_code == 404
    assert Person.objects.count() == 1


def test_only_a_program_fills_in_what_nobody_sees(site: Office, client: Client) -> None:
    start(client, site)
    fill_in(client, site)
    answer = client.post(url(site, "join/check/"), {"website": "https://spam.example"}, follow=True)
    assert "Dank je wel. Wij hebben alles." in text(answer)
    assert not Person.objects.exists()


def test_a_double_is_told_to_the_coordinator_and_never_to_the_visitor(site: Office, client: Client) -> None:
    there = site.newcomer("Amal Saleh", phone="+32470123456")
    start(client, site)
    fill_in(client, site)
    answer = client.post(url(site, "join/check/"), follow=True)
    assert text(answer).count("Dank je wel. Wij hebben alles.") == 1
    came = Registration.objects.get()
    assert came.same_as == there
    page = site.client().get(site.url(f"people/{came.participation_id}/")).content.decode()
    assert "Deze mens staat misschien al in Samen:" in page


def test_a_source_is_remembered_and_its_question_left_out(site: Office, client: Client) -> None:
    hilde = Intermediary.objects.create(initiative=site.initiative, name="Hilde")
    source = Source.objects.create(
        initiative=site.initiative,
        code="K7M2QX",
        kind=SourceKind.INTERMEDIARY,
        label="Hilde",
        intermediary=hilde,
        made_on=clock.today(),
    )
    assert client.get(url(site, "via/k7m2qx/"))["Location"] == url(site, "together/")
    start(client, site, together="1")
    assert client.get(url(site, "join/question/heard/")).status_code == 404
    answers = {name: data for name, data in ANSWERS.items() if name != "heard"}
    for name, data in {**answers, "may-know": {"may_know": "yes"}}.items():
        client.post(url(site, f"join/question/{name}/"), data)
    client.post(url(site, "join/check/"))
    came = Registration.objects.get()
    assert (came.source, came.intermediary_may_know) == (source, True)
    kinds = {(one.kind, one.way) for one in Consent.objects.all()}
    assert kinds == {("privacy", "together"), ("intermediary", "together")}


def test_a_link_that_ended_says_so_and_lets_people_in(site: Office, client: Client) -> None:
    answer = client.get(url(site, "via/AAAAAA/"))
    assert answer.status_code == 410
    assert "Deze link werkt niet meer" in text(answer)
    assert url(site, "join/") in answer.content.decode()


def test_wiping_on_a_shared_telephone(site: Office, client: Client) -> None:
    start(client, site)
    client.post(url(site, "join/question/name/"), ANSWERS["name"])
    client.post(url(site, "join/forget/"))
    assert not Draft.objects.exists()
    assert client.get(url(site, "join/question/name/")).status_code == 404


def test_a_draft_of_one_initiative_opens_nothing_of_another(site: Office, client: Client) -> None:
    other = make_office("gent", "Samen in Gent")
    other.initiative.is_public = True
    with scope(other.initiative.pk):
        other.initiative.save()
    start(client, site)
    secret = client.cookies["joining"].value
    visitor = Client()
    visitor.cookies["joining"] = secret
    assert visitor.get("/gent/join/question/name/").status_code == 404


def test_starting_is_throttled(site: Office, client: Client) -> None:
    statuses = [start(client, site).status_code for _ in range(62)]
    assert statuses.count(302) == 60
    assert statuses[-1] == 429


def test_hostile_strings_come_in_and_out_as_text(site: Office, client: Client, reference_data: Path) -> None:
    naughty = json.loads((reference_data / "strings" / "naughty_even.json").read_text(encoding="utf-8"))
    strings = [text_ for text_ in naughty if isinstance(text_, str) and any(c.isalpha() for c in text_)][:120]
    for string in strings:
        cache.clear()
        visitor = Client()
        start(visitor, site)
        answer = visitor.post(
            url(site, "join/question/name/"), {"given_name": string[:80], "family_name": string[:80]}
        )
        assert answer.status_code in {302, 422}, string
        page = visitor.get(url(site, "join/question/name/"))
        assert page.status_code == 200
        assert "<script>alert" not in page.content.decode()


@pytest.mark.parametrize("name", ["Jan\r\nBcc: x@example.org", "Jan\u2028Peeters", "Jan\x00Peeters"])
def test_line_breaks_in_a_name_become_spaces_or_a_refusal(site: Office, client: Client, name: str) -> None:
    start(client, site)
    client.post(url(site, "join/question/name/"), {"given_name": name})
    kept = Draft.objects.get().answers.get("name", {}).get("given_name", "")
    assert not set(kept) & set("\r\n\u2028\x00")
