"""The desk's pages of a session and the facilitator's, with what is refused and what must not be seen."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from samen.base import clock
from samen.events import attendance_actions
from samen.events.models import Event, Invitation
from samen.exchanges import actions, group_actions, queries
from samen.exchanges.models import PairWish, Session
from samen.initiatives.choices import Role as StaffRole
from samen.intake.actions import Facts
from samen.library.models import OwnTip
from samen.messaging.models import OutboxMessage
from tests.exchanges.gathering import make_session, say_yes, some_duos
from tests.support.initiative import ACTOR, Office

pytestmark = pytest.mark.django_db


def form(**changes: object) -> dict[str, object]:
    day = clock.today() + timedelta(days=30)
    known = {"day": day, "starts": "10:00", "ends": "12:00", "place": "De bib", "themes": ["role", "effect"]}
    return {**known, "keeps_duos_apart": "on", **changes}


@pytest.fixture
def desk(office: Office) -> Client:
    return office.client()


# ---------- Planned ----------


def test_what_speaks_for_each_stands_where_one_chooses(office: Office, desk: Client) -> None:
    page = desk.get(office.url("sessions/plan/")).content.decode()
    assert "Men praat vrijer" in page
    assert "Je hebt minder te regelen." in page


def test_moments_are_proposed_with_how_many_can_come(office: Office, desk: Client) -> None:
    thursday_morning, thursday_evening = 1 << 9, 1 << 11
    for n, bits in enumerate((thursday_morning, thursday_evening, thursday_evening)):
        office.duo(office.newcomer(f"Nieuw{n}", facts=Facts(availability=bits)), office.coach(f"Coach{n}"))
    page = desk.get(office.url("sessions/plan/?who=together")).content.decode()
    assert "donderdagvoormiddag en donderdagavond" in page
    assert "3 van 3 kunnen naar een van de twee" in page
    filled = desk.get(office.url("sessions/plan/?who=together&moment=30-32")).content.decode()
    assert 'value="10:00"' in filled
    assert 'value="19:00"' in filled


@pytest.mark.parametrize("moment", ["9", "77-88", "abc", "30-32-33-34", "\x00"])
def test_a_moment_of_nonsense_fills_nothing_in(office: Office, desk: Client, moment: str) -> None:
    assert desk.get(office.url("sessions/plan/"), {"who": "coach", "moment": moment}).status_code == 200


def test_twins_are_planned(office: Office, desk: Client) -> None:
    day = clock.today() + timedelta(days=30)
    twins = form(second_day=day, second_starts="19:00", second_ends="21:00", method="incident")
    page = desk.post(office.url("sessions/plan/?who=together"), twins, follow=True).content.decode()
    assert "2 momenten zijn gepland." in page
    assert "Rol en verhouding" in page
    assert Event.objects.count() == 2


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"ends": "09:00"}, "Het einde ligt voor het begin."),
        ({"day": "2020-01-01"}, "Dat moment is al voorbij."),
        ({"second_day": "2099-01-01"}, "Vul dit ook in, of laat het tweede moment helemaal leeg."),
        ({"second_starts": "11:00", "second_ends": "13:00"}, "Vul dit ook in"),
        ({"chairs": "0"}, "Hoeveel plaatsen?"),
        ({"themes": ["weather"]}, "weather"),
        ({"facilitator_email": "nobody"}, "e-mail"),
        ({"place": ""}, "Waar?"),
    ],
)
def test_what_is_refused_keeps_what_was_typed(
    office: Office, desk: Client, changes: dict[str, object], sentence: str
) -> None:
    answer = desk.post(office.url("sessions/plan/?who=coach"), form(note="Kom maar", **changes))
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert "Kom maar" in answer.content.decode()
    assert not Event.objects.exists()


def test_theme_method_and_facilitator_change(office: Office, desk: Client) -> None:
    session = make_session()
    url = office.url(f"sessions/{session.event_id}/change/")
    assert "Welke methode past?" in desk.get(url).content.decode()
    said = {"themes": ["effect"], "own_theme": "Feesten", "method": "socratic", "facilitator_name": "Hilde"}
    page = desk.post(url, said, follow=True).content.decode()
    assert "Effect" in page
    assert "Feesten" in page
    assert "Hilde" in page
    session.refresh_from_db()
    assert not session.keeps_duos_apart


# ---------- Groups ----------


def test_groups_swap_and_paper(office: Office, desk: Client) -> None:
    session = make_session()
    url = office.url(f"sessions/{session.event_id}/groups/")
    assert "Nog niemand zei dat hij of zij komt." in desk.get(url).content.decode()
    people = some_duos(office, 3)
    say_yes(session, people)
    assert desk.post(url, {"groups": "0"}).status_code == 422
    assert desk.post(url, {"groups": "7"}).status_code == 422
    page = desk.post(url, {"groups": "2"}, follow=True).content.decode()
    assert "Alles wat gevraagd was, lukte." in page
    one, other = (group.people[0].pk for group in queries.groups(session))
    looked = desk.post(f"{url}swap/", {"one": one, "other": other, "do": "look"}).content.decode()
    assert 'value="swap"' in looked
    before = queries.groups(session)
    desk.post(f"{url}swap/", {"one": one, "other": other, "do": "swap"})
    assert queries.groups(session) != before
    assert desk.post(f"{url}swap/", {"one": one, "other": "x"}).status_code == 422
    for what in ("lists", "cards", "signs"):
        assert "Nieuw0" in desk.get(f"{url}print/{what}/").content.decode()
    assert desk.get(f"{url}print/other/").status_code == 404


def test_wishes_about_two(office: Office, desk: Client) -> None:
    session = make_session()
    people = some_duos(office, 2)
    say_yes(session, people)
    url = office.url(f"sessions/{session.event_id}/groups/pairs/")
    assert (
        desk.post(url, {"one": people[0].pk, "other": people[0].pk, "together": "apart"}).status_code == 422
    )
    desk.post(url, {"one": people[0].pk, "other": people[2].pk, "together": "together"})
    wish = PairWish.objects.get()
    assert wish.together
    desk.post(f"{url}{wish.pk}/")
    assert not PairWish.objects.exists()


def test_a_stranger_of_another_initiative_sits_nowhere(office: Office, desk: Client) -> None:
    session = make_session()
    say_yes(session, some_duos(office, 1))
    url = office.url(f"sessions/{session.event_id}/groups/pairs/")
    assert desk.post(url, {"one": 999_999, "other": 999_998, "together": "apart"}).status_code == 422


# ---------- What was learnt ----------


@pytest.fixture
def over(office: Office) -> Session:
    session = make_session(days=-1)
    people = [office.newcomer("Amal", email="amal@example.org"), office.coach("Bart", email="b@example.org")]
    asked = say_yes(session, people)
    attendance_actions.note_attendance(
        event=session.event, came=[one.pk for one in asked], guests=0, now=clock.now(), actor=ACTOR
    )
    return session


def test_a_name_in_what_was_learnt_is_pointed_out_before_it_is_kept(
    office: Office, desk: Client, over: Session
) -> None:
    url = office.url(f"sessions/{over.event_id}/summary/")
    answer = desk.post(url, {"summary": "Amal belt liever."})
    assert answer.status_code == 422
    assert "Hier staat een naam van iemand die gevraagd was: Amal." in answer.content.decode()
    assert "Amal belt liever." in answer.content.decode()
    over.refresh_from_db()
    assert over.summary == ""
    desk.post(url, {"summary": "Amal belt liever.", "names": "kept"})
    over.refresh_from_db()
    assert over.summary == "Amal belt liever."


def test_thank_you_with_the_summary_and_a_tip_for_the_library(
    office: Office, desk: Client, over: Session
) -> None:
    url = office.url(f"sessions/{over.event_id}/summary/")
    desk.post(url, {"summary": "Bellen werkt beter dan schrijven."})
    assert desk.post(f"{url}tip/", {"tip": "Vraag het aan Bart."}).status_code == 422
    desk.post(f"{url}tip/", {"tip": "Bel liever dan dat je schrijft."})
    assert OwnTip.objects.get().text == "Bel liever dan dat je schrijft."
    assert desk.post(f"{url}tip/", {"tip": "Bel liever dan dat je schrijft."}).status_code == 422
    told = desk.post(f"{url}thanks/", follow=True).content.decode()
    assert "2 mensen krijgen een dank je wel." in told
    assert all(
        "Bellen werkt beter dan schrijven." in one.body + one.dutch
        for one in OutboxMessage.objects.filter(kind="event_thanks")
    )
    assert desk.post(f"{url}thanks/").status_code == 409


def test_of_what_is_still_to_come_nothing_was_learnt(office: Office, desk: Client) -> None:
    session = make_session()
    url = office.url(f"sessions/{session.event_id}/summary/")
    assert "Dit moment moet nog beginnen." in desk.get(url).content.decode()
    assert desk.post(url, {"summary": "Veel"}).status_code == 409


# ---------- The facilitator ----------


def page_of(office: Office, session: Session) -> str:
    secret = actions.open_page(session=session, now=clock.now(), actor=ACTOR)
    return f"/{office.slug}/facilitate/{secret}/"


def test_the_facilitator_leads_the_session_without_an_account(
    office: Office, client: Client, over: Session
) -> None:
    group_actions.make_groups(session=over, count=1, actor=ACTOR)
    url = page_of(office, over)
    page = client.get(url)
    text = page.content.decode()
    assert "Incidentmethode" in text
    assert "Groep 1" in text
    assert "Amal" in text
    assert page["Referrer-Policy"] == "same-origin"
    assert "no-store" in page["Cache-Control"]
    amal = Invitation.objects.get(participation__person__given_name="Amal")
    everybody = list(Invitation.objects.values_list("pk", flat=True))
    client.post(
        url,
        {"do": "attendance", "came": [amal.pk, "x", 999_999], "seen": everybody, "was": everybody},
    )
    assert [one.came for one in Invitation.objects.order_by("pk")] == [True, False]
    assert client.post(url, {"summary": "Amal vertelde."}).status_code == 422
    client.post(url, {"summary": "Samen koken helpt."})
    over.refresh_from_db()
    assert over.summary == "Samen koken helpt."


def test_the_facilitator_sees_no_family_name_and_no_address(
    office: Office, client: Client, over: Session
) -> None:
    say_yes(over, [office.newcomer("Zahra Canaryname", email="canary@example.org")])
    text = client.get(page_of(office, over)).content.decode()
    assert "Zahra" in text
    assert "Canaryname" not in text
    assert "canary@example.org" not in text


def test_before_it_begins_nothing_is_noted(office: Office, client: Client) -> None:
    session = make_session()
    asked = say_yes(session, [office.newcomer("Amal")])
    url = page_of(office, session)
    client.post(url, {"do": "attendance", "came": [asked[0].pk]})
    client.post(url, {"summary": "Veel"})
    session.refresh_from_db()
    assert (Invitation.objects.get().came, session.summary) == (None, "")


def test_a_link_of_long_ago_or_of_elsewhere_opens_nothing(
    office: Office, client: Client, over: Session
) -> None:
    url = page_of(office, over)
    Event.objects.filter(pk=over.event_id).update(
        starts_at=clock.now() - timedelta(days=10), ends_at=clock.now() - timedelta(days=9)
    )
    gone = client.get(url)
    assert gone.status_code == 410
    assert "Deze pagina is dicht" in gone.content.decode()
    assert client.get(f"/{office.slug}/facilitate/other/").status_code == 410
    assert client.get("/nowhere/facilitate/other/").status_code == 404


def test_the_link_is_shown_once(office: Office, desk: Client) -> None:
    session = make_session()
    url = office.url(f"sessions/{session.event_id}/page/")
    assert f"/{office.slug}/facilitate/" in desk.post(url).content.decode()
    assert "/facilitate/" not in desk.get(office.url(f"sessions/{session.event_id}/")).content.decode()
    assert "ingetrokken" in desk.post(f"{url}close/", follow=True).content.decode()


# ---------- Who may, and how often the database is asked ----------


def test_who_only_reads_leads_nothing(office: Office) -> None:
    session = make_session()
    reader, assistant = office.client(StaffRole.READER), office.client(StaffRole.ASSISTANT)
    for path in (f"sessions/{session.event_id}/", "sessions/plan/"):
        assert reader.get(office.url(path)).status_code == 403
        assert assistant.get(office.url(path)).status_code == 200


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_of_groups_asks_as_often_for_three_duos_as_for_one(
    office: Office, desk: Client, number: int, django_assert_num_queries: Callable[[int], Any]
) -> None:
    session = make_session()
    say_yes(session, some_duos(office, number))
    group_actions.make_groups(session=session, count=1, actor=ACTOR)
    url = office.url(f"sessions/{session.event_id}/groups/")
    desk.get(url)
    with django_assert_num_queries(14):
        desk.get(url)
