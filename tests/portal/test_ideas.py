"""Ideas and question cards on a participant's own page."""

import pytest
from django.test import Client

from samen.base import clock
from samen.duos.actions import note_children
from samen.duos.models import Duo, IdeaMark
from samen.intake.actions import Facts
from samen.library.ideas import IDEAS
from samen.people.link_actions import make_link
from samen.people.models import Participation
from tests.support.initiative import ACTOR, Office

pytestmark = pytest.mark.postgres


@pytest.fixture
def duo(office: Office) -> Duo:
    newcomer = office.newcomer("Amal Saleh", facts=Facts(language_level="1.1"))
    return office.duo(newcomer, office.coach("Bart Goossens"))


def phone(part: Participation) -> Client:
    _link, token, _code = make_link(part=part, now=clock.now(), actor=ACTOR)
    client = Client()
    client.post(f"/my/link/{token}/", {"do": "open"})
    return client


def test_six_at_a_time_at_the_level_of_the_newcomer(duo: Duo) -> None:
    page = phone(duo.coach).get(f"/my/duos/{duo.pk}/ideas/")
    assert len(page.context["ideas"]) == 6
    assert page.context["page"].paginator.count == sum(idea.level == "1.1" for idea in IDEAS)


@pytest.mark.parametrize("asked", ["where=inside", "where=outside", "children=1", "free=1"])
def test_one_press_asks_for_a_kind_that_stays_on_the_next_page(duo: Duo, asked: str) -> None:
    client = phone(duo.newcomer)
    page = client.get(f"/my/duos/{duo.pk}/ideas/?{asked}&page=2")
    assert page.context["page"].number == 2
    assert f'href="?{asked}#all-title" aria-current="true"' in page.content.decode()
    assert f"{asked}&amp;page=3" in page.content.decode()


def test_what_one_wants_the_other_sees(duo: Duo) -> None:
    amal, bart = phone(duo.newcomer), phone(duo.coach)
    url = f"/my/duos/{duo.pk}/ideas/"
    for client in (amal, amal):
        assert client.post(url, {"do": "mark", "code": "make-soup"}).status_code == 302
    assert IdeaMark.objects.count() == 1
    page = bart.get(url).content.decode()
    assert "Dit willen jullie doen" in page
    assert "Amal wil dit doen." in page
    bart.post(url, {"do": "mark", "code": "make-soup"})
    bart.post(url, {"do": "unmark", "code": "make-soup"})
    amal.post(url, {"do": "unmark", "code": "make-soup"})
    assert not IdeaMark.objects.exists()


@pytest.mark.parametrize("code", ["", "no-such-idea", "own-1", "own-99999999999999999999", "\x00", "x" * 500])
def test_an_idea_that_is_not_there_is_not_marked(duo: Duo, code: str) -> None:
    answer = phone(duo.newcomer).post(f"/my/duos/{duo.pk}/ideas/", {"do": "mark", "code": code})
    assert answer.status_code == 302
    assert not IdeaMark.objects.exists()


@pytest.mark.parametrize(
    "query", ["page=x", "page=-1", "page=99999", "where=x&level=9", "q=%00", "domain=%27"]
)
def test_a_strange_address_shows_ideas(duo: Duo, query: str) -> None:
    assert phone(duo.newcomer).get(f"/my/duos/{duo.pk}/ideas/?{query}").status_code == 200


def test_cards_hold_a_question_and_one_to_go_on_with(duo: Duo) -> None:
    page = phone(duo.newcomer).get(f"/my/duos/{duo.pk}/cards/")
    assert len(page.context["cards"]) == 12


def test_ideas_read_as_often_for_three_marks_as_for_one(duo: Duo, django_assert_num_queries: object) -> None:
    client, url = phone(duo.newcomer), f"/my/duos/{duo.pk}/ideas/"
    client.post(url, {"do": "mark", "code": IDEAS[0].code})
    client.get(url)
    with django_assert_num_queries(11):  # type: ignore[operator]
        client.get(url)
    for idea in IDEAS[1:3]:
        client.post(url, {"do": "mark", "code": idea.code})
    with django_assert_num_queries(11):  # type: ignore[operator]
        client.get(url)


def test_the_ideas_of_others_are_not_there(office: Office, duo: Duo) -> None:
    other = office.duo(office.newcomer("Sara"), office.coach("Karel"))
    client = phone(duo.newcomer)
    for page in ("ideas", "cards"):
        assert client.get(f"/my/duos/{other.pk}/{page}/").status_code == 404


def test_a_family_first_sees_what_it_can_do_with_the_children(duo: Duo) -> None:
    note_children(duo=duo, with_children=True, actor=ACTOR)
    client, url = phone(duo.coach), f"/my/duos/{duo.pk}/ideas/"
    page = client.get(url)
    assert all(one.idea.with_children for one in page.context["ideas"])
    kinds = [address for address, _words in page.context["kinds"]]
    assert (kinds[:2], page.context["kind"]) == (["children=1", "all=1"], "children=1")
    everything = client.get(f"{url}?all=1&page=2")
    assert everything.context["page"].paginator.count == sum(idea.level == "1.1" for idea in IDEAS)
    assert 'href="?all=1#all-title" aria-current="true"' in everything.content.decode()
    assert all(one.idea.with_children for one in client.get(f"{url}?page=2").context["ideas"])
