"""My questions and goals on a participant's own page, what helps the coach, and places nearby."""

import json

import pytest
from django.http import HttpResponse
from django.test import Client

from samen.base import clock
from samen.base.audit import Actor
from samen.base.scoping import scope
from samen.duos.goal_actions import MOST_GOALS, add_goal
from samen.duos.models import Duo, Goal, GoalStep
from samen.initiatives.choices import Role as StaffRole
from samen.library.actions import PlaceWords, add_place
from samen.library.choices import GoalArea, PlaceKind
from samen.library.goals import GOAL_EXAMPLES
from samen.library.occasions import OCCASIONS
from samen.library.tip_actions import add_tip, end_tip
from samen.library.tips import TIPS
from samen.people.link_actions import make_link
from samen.people.models import Participation
from samen.portal.my_data import everything
from tests.support.initiative import ACTOR, Office, make_office

pytestmark = pytest.mark.postgres


@pytest.fixture
def duo(office: Office) -> Duo:
    return office.duo(office.newcomer("Amal Saleh"), office.coach("Bart Goossens"))


def phone(part: Participation) -> Client:
    _link, token, _code = make_link(part=part, now=clock.now(), actor=ACTOR)
    client = Client()
    client.post(f"/my/link/{token}/", {"do": "open"})
    return client


@pytest.fixture
def amal(duo: Duo) -> Client:
    return phone(duo.newcomer)


@pytest.fixture
def bart(duo: Duo) -> Client:
    return phone(duo.coach)


def add(part: Participation, words: str) -> Goal:
    return add_goal(newcomer=part, words=words, now=clock.now(), actor=Actor(f"part:{part.pk}"))


def text(answer: HttpResponse) -> str:
    return answer.content.decode()


# ---------- The list ----------


def test_an_empty_list_may_be(amal: Client) -> None:
    assert "Jouw lijst is nog leeg. Dat mag." in text(amal.get("/my/goals/"))


def test_own_words_in_any_script_keep_their_direction(amal: Client, bart: Client, duo: Duo) -> None:
    words = "أريد أن أتحدث مع جيراني"
    assert amal.post("/my/goals/", {"words": words})["Location"] == "/my/goals/"
    mine = text(amal.get("/my/goals/"))
    assert f"<bdi>{words}</bdi>" in mine
    assert "Het staat op jouw lijst." in mine
    assert f"<bdi>{words}</bdi>" in text(bart.get(f"/my/duos/{duo.pk}/goals/"))


def test_what_is_typed_shows_as_it_is(amal: Client) -> None:
    amal.post("/my/goals/", {"words": "<b>5 > 3</b>"})
    assert "&lt;b&gt;5 &gt; 3&lt;/b&gt;" in text(amal.get("/my/goals/"))


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("", "Schrijf eerst wat jij wil leren of weten."),
        ("   ", "Schrijf eerst wat jij wil leren of weten."),
        ("x" * 201, "200"),
        ("zwemmen\x00", ""),
    ],
)
def test_what_cannot_be_is_told_at_the_field(amal: Client, words: str, sentence: str) -> None:
    answer = amal.post("/my/goals/", {"words": words})
    assert answer.status_code == 422
    assert sentence in text(answer)
    assert answer.context["form"]["words"].errors
    assert not Goal.objects.exists()


def test_the_thirty_first_is_refused_and_nothing_typed_is_lost(amal: Client, duo: Duo) -> None:
    for number in range(MOST_GOALS):
        add(duo.newcomer, f"vraag {number}")
    answer = amal.post("/my/goals/", {"words": "Ik wil zwemmen"})
    assert answer.status_code == 422
    assert "Jouw lijst is vol" in text(answer)
    assert 'value="Ik wil zwemmen"' in text(answer)
    answer = amal.post("/my/goals/examples/work/", {"code": "find-work"})
    assert answer.status_code == 422
    assert "Jouw lijst is vol" in text(answer)
    assert Goal.objects.count() == MOST_GOALS


# ---------- Examples ----------


def test_examples_stand_by_part_of_life(amal: Client) -> None:
    assert text(amal.get("/my/goals/examples/")).count('href="/my/goals/examples/') == len(GoalArea)
    for area in GoalArea:
        page = amal.get(f"/my/goals/examples/{area}/")
        assert [one.area for one in page.context["examples"]] == [area] * len(page.context["examples"])


def test_an_example_picked_twice_stands_there_once(amal: Client) -> None:
    for _time in range(2):
        assert amal.post("/my/goals/examples/work/", {"code": "find-work"}).status_code == 302
    assert Goal.objects.get().code == "find-work"
    page = text(amal.get("/my/goals/examples/work/"))
    assert "Staat op jouw lijst" in page
    assert 'value="find-work"' not in page


@pytest.mark.parametrize("code", ["", "no-such-goal", "\x00", "x" * 500])
def test_an_example_that_is_not_there_is_told(amal: Client, code: str) -> None:
    answer = amal.post("/my/goals/examples/work/", {"code": code})
    assert answer.status_code == 422
    assert "Kies een van deze zinnen." in text(answer)
    assert not Goal.objects.exists()


def test_a_part_of_life_that_is_not_there(amal: Client) -> None:
    assert amal.get("/my/goals/examples/no-such-area/").status_code == 404


# ---------- How far ----------


def test_how_far_is_one_press_and_shows_the_days(amal: Client, bart: Client, duo: Duo) -> None:
    url = f"/my/goals/{add(duo.newcomer, 'zwemmen').pk}/"
    assert 'value="not_yet" aria-pressed="true"' in text(amal.get(url))
    assert amal.post(url, {"how_far": "works"})["Location"] == "/my/goals/"
    page = text(amal.get(url))
    assert 'value="works" aria-pressed="true"' in page
    assert "<strong>Het lukt</strong> · vandaag" in page
    assert "Het lukt · vandaag" in text(bart.get(f"/my/duos/{duo.pk}/goals/"))


@pytest.mark.parametrize("how_far", ["", "100%", "\x00", "DONE"])
def test_nonsense_says_nothing(amal: Client, duo: Duo, how_far: str) -> None:
    answer = amal.post(f"/my/goals/{add(duo.newcomer, 'zwemmen').pk}/", {"how_far": how_far})
    assert answer.status_code == 422
    assert "Kies een antwoord." in text(answer)
    assert not GoalStep.objects.exists()


def test_taken_off_it_is_gone(amal: Client, duo: Duo) -> None:
    url = f"/my/goals/{add(duo.newcomer, 'zwemmen').pk}/"
    assert amal.post(url, {"do": "remove"})["Location"] == "/my/goals/"
    assert not Goal.objects.exists()
    for answer in (amal.get(url), amal.post(url, {"do": "remove"}), amal.get(f"/my/goals/{10**30}/")):
        assert answer.status_code == 404


# ---------- Who sees what ----------


def test_the_home_page_has_one_answer_for_each(amal: Client, bart: Client, duo: Duo) -> None:
    add(duo.newcomer, "zwemmen")
    home = text(amal.get("/my/"))
    assert "Mijn vragen" in home
    assert "1 vraag op jouw lijst" in home
    assert "De vragen van Amal" in text(bart.get("/my/"))
    assert "Mijn vragen" not in text(bart.get("/my/"))


def test_a_newcomer_without_a_duo_has_a_list(office: Office) -> None:
    client = phone(office.newcomer("Sara"))
    assert client.post("/my/goals/", {"words": "zwemmen"}).status_code == 302
    home = text(client.get("/my/"))
    assert "1 vraag op jouw lijst" in home
    assert "Plekken in de buurt" in home


def test_the_pages_of_a_newcomer_are_not_there_for_a_coach(bart: Client, duo: Duo) -> None:
    goal = add(duo.newcomer, "zwemmen")
    urls = ("/my/goals/", "/my/goals/examples/", "/my/goals/examples/work/", f"/my/goals/{goal.pk}/")
    said = {"words": "van mij", "code": "find-work", "how_far": "done"}
    for url in urls:
        assert bart.get(url).status_code == 404
        assert bart.post(url, said).status_code in {404, 405}
    assert bart.post(urls[-1], {"do": "remove"}).status_code == 404
    assert bart.post(f"/my/duos/{duo.pk}/goals/", said).status_code == 405
    assert Goal.objects.get() == goal
    assert not GoalStep.objects.exists()


def test_the_pages_of_a_coach_are_not_there_for_a_newcomer(amal: Client, duo: Duo) -> None:
    for url in (f"/my/duos/{duo.pk}/goals/", "/my/occasions/", "/my/tips/"):
        assert amal.get(url).status_code == 404


def test_what_is_of_others_is_not_there(office: Office, amal: Client, bart: Client) -> None:
    other = office.duo(office.newcomer("Sara"), office.coach("Karel"))
    goal = add(other.newcomer, "geheim")
    assert bart.get(f"/my/duos/{other.pk}/goals/").status_code == 404
    for answer in (amal.get(f"/my/goals/{goal.pk}/"), amal.post(f"/my/goals/{goal.pk}/", {"do": "remove"})):
        assert answer.status_code == 404
    elsewhere = make_office("gent", "Samen in Gent")
    with scope(elsewhere.initiative.pk):
        stranger = phone(elsewhere.newcomer("Vreemd"))
    assert stranger.get(f"/my/goals/{goal.pk}/").status_code == 404
    assert Goal.objects.get() == goal


def test_a_coach_of_before_sees_it_no_more(bart: Client, duo: Duo) -> None:
    add(duo.newcomer, "geheim")
    Duo.objects.filter(pk=duo.pk).update(status="completed", closed_on=clock.today())
    assert bart.get(f"/my/duos/{duo.pk}/goals/").status_code == 404


def test_the_coach_finds_what_to_ask(bart: Client, duo: Duo) -> None:
    page = text(bart.get(f"/my/duos/{duo.pk}/goals/"))
    assert "Deze lijst is nog leeg." in page
    for url in (f"/my/duos/{duo.pk}/cards/", "/my/occasions/", "/my/tips/"):
        assert f'href="{url}"' in page
    assert str(OCCASIONS[0].see) in text(bart.get("/my/occasions/"))
    assert str(TIPS[0].title) in text(bart.get("/my/tips/"))


def test_the_coach_reads_the_tips_of_the_initiative_as_they_were_written(bart: Client, duo: Duo) -> None:
    assert "Tips van hier" not in text(bart.get("/my/tips/"))
    tip = add_tip(words="Zeg het <twee> keer.", now=clock.now(), actor=ACTOR)
    elsewhere = make_office("gent", "Samen in Gent")
    with scope(elsewhere.initiative.pk):
        add_tip(words="Canarytip", now=clock.now(), actor=ACTOR)
    page = text(bart.get("/my/tips/"))
    assert "Tips van hier" in page
    assert '<ul class="stack" lang="nl" dir="ltr"><li class="panel"><p>Zeg het &lt;twee&gt; keer.' in page
    assert "Canarytip" not in page
    end_tip(tip=tip, today=clock.today(), actor=ACTOR)
    assert "Tips van hier" not in text(bart.get("/my/tips/"))


def test_the_desk_reads_along_and_a_reader_does_not(office: Office, duo: Duo) -> None:
    add(duo.newcomer, "zwemmen")
    url = office.url(f"duos/{duo.pk}/")
    page = text(office.client().get(url))
    assert "Vragen van Amal" in page
    assert "<bdi>zwemmen</bdi>" in page
    assert "zwemmen" not in text(office.client(StaffRole.READER).get(url))
    Duo.objects.filter(pk=duo.pk).update(status="completed", closed_on=clock.today())
    assert "zwemmen" not in text(office.client().get(url))


def test_what_is_kept_about_me_holds_my_list(duo: Duo) -> None:
    add(duo.newcomer, "zwemmen")
    kept = everything(duo.newcomer)["questions_and_goals"]
    assert json.loads(json.dumps(kept))[0]["words"] == "zwemmen"
    assert everything(duo.coach)["questions_and_goals"] == []


def test_the_list_reads_as_often_for_three_as_for_one(
    amal: Client, bart: Client, duo: Duo, django_assert_num_queries: object
) -> None:
    pages = ((amal, "/my/goals/", 4), (bart, f"/my/duos/{duo.pk}/goals/", 10))
    for words in (["een"], ["twee", "drie"]):
        for one in words:
            add(duo.newcomer, one)
        for client, url, reads in pages:
            client.get(url)
            with django_assert_num_queries(reads):  # type: ignore[operator]
                client.get(url)


# ---------- Places ----------


def place(name: str, kind: PlaceKind = PlaceKind.CULTURE, **more: str) -> None:
    add_place(words=PlaceWords(name, kind, **more), now=clock.now(), actor=ACTOR)


def test_places_tell_hours_address_and_the_way(amal: Client, bart: Client) -> None:
    place("De bib", address="Markt 21 & 23", postal_code="9800", hours="Di tot za, 10 tot 18 uur")
    for client in (amal, bart):
        page = text(client.get("/my/places/"))
        assert "Di tot za, 10 tot 18 uur" in page
        way = 'href="https://www.openstreetmap.org/search?query=Markt%2021%20%26%2023%209800"'
        assert f'{way} rel="noreferrer noopener"' in page


def test_no_place_and_no_address(amal: Client) -> None:
    assert "Hier staat nog geen plek." in text(amal.get("/my/places/"))
    place("De bib")
    assert "openstreetmap" not in text(amal.get("/my/places/"))


@pytest.mark.parametrize(("asked", "shown"), [("work", 1), ("", 2), ("sport", 2), ("%00", 2)])
def test_one_press_shows_a_kind(amal: Client, asked: str, shown: int) -> None:
    place("De bib")
    place("VDAB", PlaceKind.WORK)
    page = amal.get(f"/my/places/?kind={asked}")
    assert len(page.context["places"]) == shown


def test_places_of_another_initiative_are_not_there(amal: Client) -> None:
    elsewhere = make_office("gent", "Samen in Gent")
    with scope(elsewhere.initiative.pk):
        place("Verweg")
    assert "Verweg" not in text(amal.get("/my/places/"))


def test_places_read_as_often_for_three_as_for_one(amal: Client, django_assert_num_queries: object) -> None:
    for names in (["een"], ["twee", "drie"]):
        for name in names:
            place(name)
        with django_assert_num_queries(3):  # type: ignore[operator]
            amal.get("/my/places/")


def test_every_example_is_on_a_page() -> None:
    assert {example.area for example in GOAL_EXAMPLES} == set(GoalArea)
