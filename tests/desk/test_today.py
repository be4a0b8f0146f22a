"""Today: who needs the coordinator, why, and the button that does it."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samen.base import clock
from samen.duos import actions as duos
from samen.duos.choices import ClosingReason
from samen.duos.models import Duo
from samen.initiatives.choices import Role as StaffRole
from samen.matching import actions as matching
from samen.matching.choices import Answer
from samen.matching.models import Proposal
from samen.people.choices import Role
from samen.people.models import Participation
from samen.site.tick import tick
from tests.support.initiative import ACTOR, Office, close_duo, make_office

pytestmark = pytest.mark.postgres


def duo_of(office: Office, *two: Participation, **more: object) -> Duo:
    """A duo between two check-ins."""
    return office.duo(*two, started_days=75, **more)  # type: ignore[arg-type]


def today_page(office: Office, role: StaffRole = StaffRole.COORDINATOR) -> str:
    return office.client(role).get(office.url()).content.decode()


def headings(page: str) -> list[str]:
    """What each thing on the list is called."""
    items = re.findall(r'<li class="todo".*?<h3>(.*?)</h3>', page, re.S)
    return [" ".join(re.sub(r"<[^>]+>", " ", item).split()) for item in items]


def propose(office: Office, *answers: Role) -> Proposal:
    proposal = matching.propose(
        newcomer=office.newcomer("Tesfay"),
        coach=office.coach("Nele"),
        score=1.0,
        reasons=[],
        engine_version="1",
        today=clock.today(),
        actor=ACTOR,
    )
    for side in answers:
        matching.record_answer(proposal=proposal, side=side, answer=Answer.YES, actor=ACTOR)
    return proposal


def test_first_day_says_how_to_begin(office: Office) -> None:
    page = today_page(office)
    assert "Niemand wacht op jou." in page
    assert "Begin met de mensen die je al kent." in page
    assert f'href="{office.url("people/add/")}"' in page
    assert f'href="{office.url("lists/")}"' in page


def test_all_is_well_when_the_duos_meet(office: Office) -> None:
    duo_of(office, met_days_ago=[3])
    tick(clock.today())
    page = today_page(office)
    assert headings(page) == []
    assert "De duo’s zagen elkaar op tijd. Geniet ervan." in page
    assert "1 duo loopt goed" in page


def test_a_silent_duo_is_there_with_the_numbers_to_call(office: Office) -> None:
    newcomer = office.newcomer("Amal Saleh", phone="+32470123456")
    coach = office.coach("Bart Goossens", phone="", email="bart@example.org")
    duo = duo_of(office, newcomer, coach, met_days_ago=[29])
    tick(clock.today())
    page = today_page(office)
    assert headings(page) == ["Bel Amal en Bart 29 dagen stil"]
    assert 'href="tel:+32470123456"' in page
    assert 'href="mailto:bart@example.org"' in page
    assert f'href="{office.url(f"duos/{duo.pk}/")}#log"' in page


def test_what_was_done_is_gone_before_the_next_tick(office: Office) -> None:
    duo = duo_of(office, met_days_ago=[29])
    tick(clock.today())
    assert len(headings(today_page(office))) == 1
    office.client().post(
        office.url(f"duos/{duo.pk}/log/"), {"day": clock.today().isoformat(), "minutes": "60"}
    )
    assert headings(today_page(office)) == []


def test_most_urgent_first_and_what_can_wait_last(office: Office) -> None:
    duo_of(office, office.newcomer("Oranje"), office.coach("Bart"), met_days_ago=[20])
    duo_of(office, office.newcomer("Rood"), office.coach("Bart"), met_days_ago=[35])
    propose(office)
    office.newcomer("Wacht")
    office.coach("Vrij")
    office.newcomer("Nieuw", accepted=False)
    tick(clock.today())
    page = today_page(office)
    found = headings(page)
    assert ["Rood" in found[0], "Oranje" in found[1], "Tesfay" in found[2]] == [True] * 3
    assert found[3:] == ["Kijk wie bij wie past", "Beslis wie mag starten"]
    assert "5 zaken vragen jouw aandacht." in page


@pytest.mark.parametrize(
    ("answers", "title"),
    [
        ([], "Vraag een antwoord aan Tesfay en Nele"),
        ([Role.COACH], "Vraag een antwoord aan Tesfay en Nele"),
        ([Role.NEWCOMER, Role.COACH], "Start Tesfay en Nele allebei ja"),
    ],
)
def test_a_proposal_asks_for_an_answer_and_then_for_a_start(
    office: Office, answers: list[Role], title: str
) -> None:
    propose(office, *answers)
    assert headings(today_page(office))[0] == title


def test_a_withdrawn_proposal_is_no_longer_asked(office: Office) -> None:
    matching.withdraw(proposal=propose(office), actor=ACTOR)
    assert headings(today_page(office)) == ["Kijk wie bij wie past"]


def test_nobody_looks_for_a_partner_when_one_side_is_empty(office: Office) -> None:
    office.newcomer()
    assert headings(today_page(office)) == []


def test_each_light_is_counted(office: Office) -> None:
    for days in (3, 15, 15, 29):
        duo_of(office, met_days_ago=[days])
    resting = duo_of(office, met_days_ago=[40])
    today = clock.today()
    duos.pause(duo=resting, from_on=today, until_on=today + timedelta(days=1), reason="holiday", actor=ACTOR)
    ended = duo_of(
        office,
    )
    close_duo(ended, ClosingReason.MOVED, today)
    page = today_page(office)
    lights = re.findall(r'<span class="light \w+">.*?<span>(.*?)</span>', page, re.S)
    assert lights == [
        "1 duo loopt goed",
        "2 duo’s zijn langer stil dan afgesproken",
        "1 duo is meer dan 28 dagen stil",
        "1 duo rust even",
    ]


@pytest.mark.parametrize(
    ("hours", "greeting"), [(6, "Goedemorgen"), (11, "Goedemorgen"), (12, "Goedemiddag"), (18, "Goedenavond")]
)
def test_the_greeting_follows_the_clock_of_brussels(office: Office, hours: int, greeting: str) -> None:
    client = office.client()
    now = clock.now()
    then = now.replace(hour=hours, minute=30)
    with clock.shifted(then - now + timedelta(days=0 if then > now else 1)):
        client = office.client()
        assert f"{greeting}, Griet" in client.get(office.url()).content.decode()


def test_nothing_of_another_initiative(office: Office) -> None:
    other = make_office("gent", "Samen in Gent")
    other.duo(met_days_ago=[40])
    other.newcomer("Nieuw", accepted=False)
    tick(clock.today())
    assert headings(today_page(office)) == []


def test_today_reads_as_often_for_three_of_everything_as_for_one(office: Office) -> None:
    client: Client = office.client()
    counts = []
    for _round in range(3):
        duo_of(office, met_days_ago=[35])
        propose(office)
        office.newcomer()
        office.coach()
        tick(clock.today())
        client.get(office.url())
        with CaptureQueriesContext(connection) as seen:
            client.get(office.url())
        counts.append(len(seen))
    assert counts == [counts[0]] * 3
