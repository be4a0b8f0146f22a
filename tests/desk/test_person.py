"""One person: the page, adding, correcting, accepting and leaving."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samen.base import clock
from samen.base.models import AuditLine
from samen.duos.choices import ClosingReason
from samen.initiatives.choices import Role as StaffRole
from samen.intake.actions import Facts, WishedFor
from samen.intake.choices import Outcome, Strength, Wanted
from samen.intake.models import Decision, Profile, Wish
from samen.matching import actions as matching
from samen.matching.choices import ProposalStatus
from samen.matching.models import Proposal
from samen.people.actions import Details, register
from samen.people.choices import Role
from samen.people.models import Participation, Person
from tests.support.initiative import ACTOR, Office, close_duo

pytestmark = pytest.mark.postgres

AMAL = {
    "role": "newcomer",
    "given_name": "Amal",
    "family_name": "Saleh",
    "phone": "0470 12 34 56",
    "email": "",
    "gender": "f",
    "birth_year": "1984",
    "postal_code": "9800",
    "interests": "Koken, fietsen;  koken",
    "availability": ["0", "20"],
    "wish_gender": "f",
    "wish_gender_strength": "must",
    "wish_max_km": "10",
    "wish_km_strength": "prefer",
    "remark": "Belt liever na 17 uur.",
}


def new(**changes: object) -> dict[str, object]:
    return {**AMAL, "registered_on": clock.today() - timedelta(days=3), **changes}


@pytest.fixture
def client(office: Office) -> Client:
    return office.client()


def text(answer: HttpResponse) -> str:
    return answer.content.decode()


def page_of(office: Office, part: Participation, role: StaffRole = StaffRole.COORDINATOR) -> str:
    return text(office.client(role).get(office.url(f"people/{part.pk}/")))


# ---------- The page ----------


def test_page_tells_what_is_known(office: Office) -> None:
    facts = Facts(interests=["koken"], profession="kok", language_level="1.2", availability=1)
    wishes = [WishedFor(Wanted.GENDER, Strength.MUST, gender="f")]
    part = office.newcomer("Amal Saleh", phone="+32470123456", gender="f", facts=facts, wishes=wishes)
    page = page_of(office, part)
    for known in (
        "Amal Saleh",
        "0470 12 34 56",
        "9800 Deinze",
        "1980",
        "vrouw",
        "koken",
        "kok",
        "1.2",
        "moet",
    ):
        assert known in page
    assert "Wie past bij Amal?" in page


def test_page_tells_the_next_step_of_each_stage(office: Office, client: Client) -> None:
    fresh = office.newcomer("Nieuw", accepted=False)
    assert "Zet Nieuw op de wachtlijst" in page_of(office, fresh)
    client.post(office.url(f"people/{fresh.pk}/accept/"))
    assert "Wie past bij Nieuw?" in page_of(office, fresh)
    coach = office.coach("Bart Goossens")
    client.post(office.url(f"matching/pairs/{fresh.pk}/{coach.pk}/propose/"))
    assert "Er loopt een voorstel met Bart Goossens." in page_of(office, fresh)
    assert "Er loopt een voorstel met Nieuw." in page_of(office, coach)
    matching.withdraw(proposal=Proposal.objects.get(), actor=ACTOR)
    duo = office.duo(fresh, coach)
    assert "In duo met Bart Goossens." in page_of(office, fresh)
    close_duo(duo, ClosingReason.MOVED, clock.today())
    client.post(office.url(f"people/{fresh.pk}/leave/"))
    assert "Nieuw stopte vandaag." in page_of(office, fresh)


def test_page_tells_the_story_newest_first(office: Office) -> None:
    coach = office.coach("Bart", waits_days=200)
    duo = office.duo(office.newcomer("Amal"), coach, started_days=100, met_days_ago=[50, 10])
    close_duo(duo, ClosingReason.GOAL_REACHED, clock.today())
    titles = re.findall(r"<h3>(.*?)</h3>", page_of(office, coach).split('class="timeline"')[1], re.S)
    plain = [re.sub(r"<[^>]+>", "", title).strip() for title in titles]
    assert [title for title in plain if "Beslist" not in title] == [
        "Duo met Amal afgerond",
        "Ontmoeting",
        "Ontmoeting",
        "Start van het duo met Amal",
        "Aangemeld",
    ]


def test_names_are_text_and_nothing_else(office: Office) -> None:
    part = office.newcomer("<script>x</script>", email='"><img@example.org')
    page = page_of(office, part)
    assert "&lt;script&gt;x&lt;/script&gt;" in page
    assert "<script>x" not in page
    assert "<img@" not in page


def test_page_reads_as_often_for_a_long_story_as_for_a_short_one(office: Office, client: Client) -> None:
    coach, counts = office.coach(facts=Facts(capacity=4)), []
    url = office.url(f"people/{coach.pk}/")
    for _round in range(3):
        office.duo(coach=coach, met_days_ago=[3, 9])
        client.get(url)
        with CaptureQueriesContext(connection) as seen:
            client.get(url)
        counts.append(len(seen))
    assert counts == [counts[0]] * 3


# ---------- Adding ----------


def test_add_somebody(office: Office, client: Client) -> None:
    answer = client.post(office.url("people/add/"), new(), follow=True)
    assert "Amal Saleh staat nu op de wachtlijst." in text(answer)
    person = Person.objects.get()
    assert (person.phone, person.birth_year, person.place) == ("+32470123456", 1984, "Deinze")
    part = Participation.objects.get()
    assert (part.role, part.remark) == (Role.NEWCOMER, AMAL["remark"])
    assert part.registered_on == clock.today() - timedelta(days=3)
    profile = Profile.objects.get()
    assert (profile.interests, profile.availability) == (["fietsen", "koken"], 1 + 2**20)
    wishes = {wish.about: (wish.strength, wish.gender, wish.max_km) for wish in Wish.objects.all()}
    assert wishes == {"gender": ("must", "f", None), "distance": ("prefer", "", 10)}
    assert Decision.objects.get().outcome == Outcome.ACCEPTED


def test_somebody_who_seems_to_be_there_is_added_only_when_the_coordinator_says_so(
    office: Office, client: Client
) -> None:
    client.post(office.url("people/add/"), new())
    answer = client.post(office.url("people/add/"), new(given_name="Amaal"))
    assert answer.status_code == 422
    assert "Deze mens staat misschien al in Samen:" in text(answer)
    assert "Amaal" in text(answer)
    assert Person.objects.count() == 1
    client.post(office.url("people/add/"), new(given_name="Amaal", anyway="1"))
    assert Person.objects.count() == 2


def test_same_name_and_year_is_told_too(office: Office, client: Client) -> None:
    client.post(office.url("people/add/"), new())
    answer = client.post(office.url("people/add/"), new(phone="0470 99 88 77"))
    assert answer.status_code == 422
    assert (
        client.post(office.url("people/add/"), new(phone="0470 99 88 77", birth_year="1985")).status_code
        == 302
    )


def test_accepting_twice_decides_once(office: Office, client: Client) -> None:
    part = office.newcomer(accepted=False)
    for _press in range(2):
        client.post(office.url(f"people/{part.pk}/accept/"))
    assert Decision.objects.count() == 1


@pytest.mark.parametrize(("role", "field"), [("coach", "capacity"), ("newcomer", "language_level")])
def test_the_form_asks_what_belongs_to_the_role(
    office: Office, client: Client, role: str, field: str
) -> None:
    page = text(client.get(office.url(f"people/add/?role={role}")))
    shown = [name for name in ("capacity", "language_level") if f'name="{name}"' in page]
    assert shown == [field]


def test_add_a_coach_with_room_for_two(office: Office, client: Client) -> None:
    client.post(office.url("people/add/"), new(role="coach", capacity="2"))
    assert Profile.objects.get().capacity == 2


def test_a_name_and_an_address_suffice(office: Office, client: Client) -> None:
    least = {
        "role": "newcomer",
        "given_name": "Amal",
        "email": "amal@example.org",
        "registered_on": clock.today(),
    }
    assert client.post(office.url("people/add/"), least).status_code == 302
    assert Profile.objects.get().availability is None


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"given_name": " "}, "Dit veld is verplicht."),
        ({"given_name": "x" * 81}, "80 tekens"),
        ({"given_name": "a\x00b"}, "Null"),
        ({"phone": ""}, "Anders kan je niemand bereiken."),
        ({"phone": "12"}, "‘12’ is geen telefoonnummer."),
        ({"phone": "", "email": "amal@"}, "e-mailadres"),
        ({"email": f"a@{'x' * 60}.{'y' * 60}.{'z' * 60}.{'w' * 60}.{'v' * 30}.be"}, "254 tekens"),
        ({"birth_year": "1700"}, "‘1700’ is geen geboortejaar."),
        ({"birth_year": "onbekend"}, "‘onbekend’ is geen geboortejaar."),
        ({"postal_code": "0001"}, "Postcode ‘0001’ bestaat niet."),
        ({"gender": "q"}, "Selecteer een geldige keuze."),
        ({"role": "boss"}, "Selecteer een geldige keuze."),
        ({"registered_on": "2999-01-01"}, "Die dag moet nog komen."),
        ({"registered_on": ""}, "Dit veld is verplicht."),
        ({"interests": "x" * 61}, "Eén van de woorden is te lang."),
        ({"personality": "9"}, "Selecteer een geldige keuze."),
        ({"wish_gender": ""}, "Kies man of vrouw"),
        ({"wish_age_strength": "must"}, "Vul een leeftijd in"),
        ({"wish_age_min": "40", "wish_age_max": "30"}, "Draai ze om."),
        ({"wish_age_min": "3"}, "minstens 12 is"),
        ({"wish_max_km": ""}, "Vul een afstand in"),
        ({"remark": "x" * 2001}, "2000 tekens"),
    ],
)
def test_a_refused_form_keeps_what_was_typed_and_stores_nothing(
    office: Office, client: Client, changes: dict[str, object], sentence: str
) -> None:
    answer = client.post(office.url("people/add/"), new(**changes))
    page = text(answer)
    assert answer.status_code == 422
    assert sentence in page
    kept = {
        name: value for name, value in new(**changes).items() if name in ("family_name", "phone", "remark")
    }
    assert [str(value) in page for value in kept.values()] == [True] * len(kept)
    assert re.findall(r'name="availability" value="(\d+)" checked|value="(\d+)"[^>]*checked', page)
    assert not Person.objects.exists()
    assert not AuditLine.objects.filter(verb="register").exists()


# ---------- Correcting ----------


def test_correct_what_is_known(office: Office, client: Client) -> None:
    client.post(office.url("people/add/"), new())
    part = Participation.objects.get()
    url = office.url(f"people/{part.pk}/edit/")
    form = text(client.get(url))
    for known in ("Saleh", "+32470123456", "1984", "fietsen, koken", AMAL["remark"]):
        assert str(known) in form
    changes = new(phone="0470 99 99 99", wish_gender="", wish_gender_strength="no-matter", remark="")
    answer = client.post(url, changes, follow=True)
    assert "De gegevens van Amal Saleh zijn bewaard." in text(answer)
    part = Participation.objects.select_related("person").get()
    assert (part.person.phone, part.remark) == ("+32470999999", "")
    assert [wish.about for wish in Wish.objects.all()] == ["distance"]
    line = AuditLine.objects.get(verb="correct")
    assert line.facts == {"fields": ["phone", "remark"]}
    assert "0470" not in str(list(AuditLine.objects.values()))


def test_correcting_does_not_change_what_the_form_does_not_ask(office: Office, client: Client) -> None:
    details = Details(given_name="Amal", phone="+32470123456", place="Nevele", languages=["ar"])
    part = register(details=details, role=Role.NEWCOMER, registered_on=clock.today(), actor=ACTOR)
    client.post(office.url(f"people/{part.pk}/edit/"), {"given_name": "Amal", "phone": "+32470123457"})
    person = Person.objects.get()
    assert (person.phone, person.place, person.languages) == ("+32470123457", "Nevele", ["ar"])


def test_a_refused_correction_changes_nothing(office: Office, client: Client) -> None:
    part = office.newcomer("Amal Saleh", phone="+32470123456")
    answer = client.post(office.url(f"people/{part.pk}/edit/"), {"given_name": "Anders", "phone": ""})
    assert answer.status_code == 422
    assert 'value="Anders"' in text(answer)
    assert "Anders kan je niemand bereiken." in text(answer)
    assert Person.objects.get().given_name == "Amal"


# ---------- Accepting and leaving ----------


def test_accept(office: Office, client: Client) -> None:
    part = office.newcomer("Amal", accepted=False)
    answer = client.post(office.url(f"people/{part.pk}/accept/"), follow=True)
    assert "Amal staat nu op de wachtlijst." in text(answer)
    decision = Decision.objects.get()
    assert (decision.outcome, decision.decided_on) == (Outcome.ACCEPTED, clock.today())
    assert decision.decided_by == f"user:{office.user().pk}"


def test_who_left_is_not_accepted(office: Office, client: Client) -> None:
    part = office.newcomer("Amal", accepted=False)
    client.post(office.url(f"people/{part.pk}/leave/"))
    answer = client.post(office.url(f"people/{part.pk}/accept/"))
    assert answer.status_code == 409
    assert "Amal doet niet meer mee." in text(answer)
    assert not Decision.objects.exists()


def test_leave(office: Office, client: Client) -> None:
    part, coach = office.newcomer("Amal"), office.coach("Bart")
    client.post(office.url(f"matching/pairs/{part.pk}/{coach.pk}/propose/"))
    answer = client.post(office.url(f"people/{part.pk}/leave/"), follow=True)
    assert "Amal doet niet meer mee." in text(answer)
    assert Participation.objects.get(pk=part.pk).ended_on == clock.today()
    assert Proposal.objects.get().status == ProposalStatus.WITHDRAWN


@pytest.mark.parametrize("side", ["newcomer", "coach"])
def test_who_has_a_duo_does_not_leave_yet(office: Office, client: Client, side: str) -> None:
    duo = office.duo(office.newcomer("Amal"), office.coach("Bart"))
    part: Participation = getattr(duo, side)
    answer = client.post(office.url(f"people/{part.pk}/leave/"))
    assert answer.status_code == 409
    assert f"{part.person.given_name} heeft nog een duo." in text(answer)
    assert Participation.objects.get(pk=part.pk).ended_on is None


def test_nobody_leaves_twice(office: Office, client: Client) -> None:
    part = office.newcomer("Amal")
    client.post(office.url(f"people/{part.pk}/leave/"))
    answer = client.post(office.url(f"people/{part.pk}/leave/"))
    assert answer.status_code == 409
    assert "Deze deelname was al gestopt." in text(answer)
    assert AuditLine.objects.filter(verb="end_part").count() == 1


# ---------- Roles and strangers ----------


def test_a_reader_sees_and_changes_nothing(office: Office) -> None:
    part = office.newcomer("Amal", accepted=False)
    page = page_of(office, part, StaffRole.READER)
    assert "Amal" in page
    offered = ["Verbeter gegevens", "Amal stopt", "Zet Amal op de wachtlijst"]
    assert [word in page for word in offered] == [False] * 3


@pytest.mark.parametrize("path", ["", "edit/"])
def test_somebody_who_is_not_there(office: Office, client: Client, path: str) -> None:
    for number in ("999999", "9" * 30):
        assert client.get(office.url(f"people/{number}/{path}")).status_code == 404
