"""A check-in becomes a signal: once, in the words of who said it, and followed up by that."""

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from samen.base import clock
from samen.base.models import AuditLine
from samen.duos import check_in_actions
from samen.duos.check_in_actions import Said
from samen.duos.check_in_queries import worrying
from samen.duos.choices import CheckInMoment, CheckInWay
from samen.duos.models import CheckIn, Duo
from samen.initiatives.choices import Role as StaffRole
from samen.people.choices import Role
from samen.signals import actions
from samen.signals.choices import CameFrom, Category
from samen.signals.models import Signal
from samen.signals.rules import category_of
from tests.support.initiative import ACTOR, Office, make_office

WORDS = "Zij vraagt elke dag iets."


@pytest.fixture
def duo(office: Office) -> Duo:
    return office.duo(office.newcomer("Amal Saleh"), office.coach("Bart Goossens"), met_days_ago=[3])


@pytest.fixture
def said(duo: Duo) -> CheckIn:
    return says(duo, "good", "good", "bad")


def says(duo: Duo, *answers: str, way: CheckInWay = CheckInWay.OWN_PAGE) -> CheckIn:
    return check_in_actions.answer(
        duo=duo,
        moment=CheckInMoment.SIX_WEEKS,
        by_role=Role.COACH,
        said=Said(*answers, words=WORDS),
        way=way,
        now=clock.now(),
        actor=ACTOR,
    )


def url(office: Office, said: CheckIn) -> str:
    return office.url(f"signals/from-check-in/{said.pk}/")


def text(client: Client, address: str) -> str:
    return client.get(address).content.decode()


@pytest.mark.parametrize(
    ("answers", "category"),
    [
        (("good", "good", "good"), None),
        (("bad", "bad", "so_so"), Category.TOO_MUCH),
        (("bad", "bad", "good"), Category.NO_CONTACT),
        (("so_so", "good", "good"), Category.NO_CLICK),
    ],
)
def test_what_it_seems_to_be_about(answers: tuple[str, ...], category: Category | None) -> None:
    assert category_of(**dict(zip(("going", "enough", "limits"), answers, strict=True))) == category


def test_one_press_makes_the_signal_and_follows_up(office: Office, duo: Duo, said: CheckIn) -> None:
    client = office.client()
    assert url(office, said) in text(client, office.url(f"duos/{duo.pk}/check-in/{said.pk}/"))
    page = text(client, url(office, said))
    assert WORDS in page
    chosen = page[: page.index("checked")].rpartition("<input")[2]
    assert 'value="too_much"' in chosen
    answer = client.post(url(office, said), {"category": "too_much"}, follow=True)
    signal = Signal.objects.get()
    assert answer.redirect_chain == [(office.url(f"signals/{signal.pk}/"), 302)]
    assert (signal.text, signal.category, signal.came_from) == (WORDS, "too_much", CameFrom.CHECK_IN)
    assert (signal.participation, signal.duo, signal.check_in) == (duo.coach, duo, said)
    assert signal.owner == office.user().pk
    said.refresh_from_db()
    assert (said.handled_on, worrying()) == (clock.today(), [])
    assert WORDS not in str(list(AuditLine.objects.values("facts")))


@pytest.mark.postgres
def test_pressed_twice_it_is_one_signal_and_followed_up_once(office: Office, said: CheckIn) -> None:
    client = office.client()
    client.post(url(office, said), {"category": "too_much"})
    actions.report_check_in(said=said, category=Category.MONEY, now=clock.now(), actor=ACTOR)
    again = client.post(url(office, said), {"category": "money"})
    signal = Signal.objects.get()
    assert (again.status_code, again["Location"]) == (302, office.url(f"signals/{signal.pk}/"))
    assert client.get(url(office, said))["Location"] == office.url(f"signals/{signal.pk}/")
    assert AuditLine.objects.filter(verb__in=("report_signal", "follow_up_check_in")).count() == 2


@pytest.mark.postgres
def test_the_database_keeps_it_to_one(office: Office, duo: Duo, said: CheckIn) -> None:
    signal = actions.report_check_in(said=said, category=Category.MONEY, now=clock.now(), actor=ACTOR)
    signal.pk = None
    signal._state.adding = True
    with pytest.raises(IntegrityError), transaction.atomic():
        signal.save()


def test_what_was_said_in_a_talk_came_from_a_talk(duo: Duo) -> None:
    talk = says(duo, "bad", "good", "good", way=CheckInWay.TALK)
    signal = actions.report_check_in(said=talk, category=Category.OTHER, now=clock.now(), actor=ACTOR)
    assert signal.came_from == CameFrom.TALK


@pytest.mark.parametrize("category", ["", "nonsense", "\x00"])
def test_without_a_choice_nothing_is_made(office: Office, said: CheckIn, category: str) -> None:
    answer = office.client().post(url(office, said), {"category": category})
    assert (answer.status_code, WORDS in answer.content.decode()) == (422, True)
    said.refresh_from_db()
    assert (Signal.objects.count(), said.handled_on) == (0, None)


@pytest.mark.parametrize("role", [StaffRole.ASSISTANT, StaffRole.READER])
def test_only_who_reads_signals_makes_one_of_it(
    office: Office, duo: Duo, said: CheckIn, role: StaffRole
) -> None:
    client = office.client(role)
    assert client.post(url(office, said), {"category": "money"}).status_code == 403
    assert url(office, said) not in text(client, office.url(f"duos/{duo.pk}/check-in/{said.pk}/"))


def test_another_initiative_finds_nothing(office: Office, said: CheckIn) -> None:
    other = make_office("gent", "Samen in Gent")
    assert other.client().post(url(other, said), {"category": "money"}).status_code == 404
    assert not Signal.objects.exists()
