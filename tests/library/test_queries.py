"""Finding ideas, cards and places of one initiative, in a fixed number of queries."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.utils.translation import override

from samen.base import clock
from samen.base.scoping import scope
from samen.library import actions
from samen.library.actions import IdeaWords, PlaceWords
from samen.library.choices import Cost, Domain, PlaceKind, Season
from samen.library.ideas import IDEAS
from samen.library.models import OwnIdea
from samen.library.queries import cards, ideas, local_places, one_idea, past_ideas, past_places
from tests.support.initiative import ACTOR, Office, make_office

pytestmark = pytest.mark.postgres

ON = date(2026, 11, 23)


def own(title: str, **facts: object) -> OwnIdea:
    words = IdeaWords(title, "Ga samen kijken.", Domain.SHOPPING, **facts)  # type: ignore[arg-type]
    return actions.add_idea(words=words, now=clock.now(), actor=ACTOR)


def place(name: str, **facts: object) -> None:
    words = PlaceWords(name, **facts)  # type: ignore[arg-type]
    actions.add_place(words=words, now=clock.now(), actor=ACTOR)


def codes(**asked: object) -> list[str]:
    return [idea.code for idea in ideas(on=ON, **asked)]  # type: ignore[arg-type]


def test_everybody_has_the_same_ideas_to_begin_with(office: Office) -> None:
    assert sorted(codes()) == sorted(idea.code for idea in IDEAS)


def test_each_initiative_sees_its_own_ideas_only(office: Office) -> None:
    mine = own("De markt van Deinze")
    with scope(make_office("gent", "Samen in Gent").initiative.pk):
        theirs = own("De markt van Gent")
        assert [idea.own for idea in ideas(on=ON) if idea.own] == [theirs.pk]
    assert [idea.own for idea in ideas(on=ON) if idea.own] == [mine.pk]
    assert [idea.own for idea in ideas(on=ON, own=False) if idea.own] == []


def test_an_own_idea_keeps_what_was_written(office: Office) -> None:
    until = ON + timedelta(days=3)
    made = own(
        "Lichtjes kijken",
        ask="Mooi?",
        cost=Cost.SMALL,
        seasons=["winter"],
        level="2.1",
        valid_until=until,
        place="Markt",
        postal_code="9800",
        web="https://deinze.example/",
        minutes=30,
        with_children=False,
    )
    idea = one_idea(f"own-{made.pk}")
    assert idea
    assert (idea.title, idea.ask, idea.cost, idea.seasons) == (
        "Lichtjes kijken",
        "Mooi?",
        "small",
        ("winter",),
    )
    assert (idea.level, idea.minutes, idea.with_children, idea.where) == ("2.1", 30, False, "either")
    assert (idea.place, idea.postal_code, idea.web, idea.valid_until) == (
        "Markt",
        "9800",
        "https://deinze.example/",
        until,
    )


def test_an_idea_goes_after_its_last_day_and_when_it_is_put_away(office: Office) -> None:
    over = own("Kermis", valid_until=ON - timedelta(days=1))
    last_day = own("Markt", valid_until=ON)
    away = own("Zwembad")
    actions.end_idea(idea=away, today=ON, actor=ACTOR)
    assert [idea.own for idea in ideas(on=ON) if idea.own] == [last_day.pk]
    assert {one.pk for one in past_ideas(ON)} == {over.pk, away.pk}


def test_near_comes_first_among_what_is_free(office: Office) -> None:
    far, near = own("Haven van Antwerpen", postal_code="2000"), own("Leie", postal_code="9800")
    order = codes(near="9800")
    assert order[0] == f"own-{near.pk}"
    assert order.index(f"own-{far.pk}") > 0
    assert codes(near="no code at all")[:2] == codes(near="")[:2]


@pytest.mark.parametrize(
    ("asked", "holds"),
    [
        ({"free_only": True}, lambda idea: idea.cost == "free"),
        ({"inside": True}, lambda idea: idea.where != "outside"),
        ({"inside": False}, lambda idea: idea.where != "inside"),
        ({"with_children": True}, lambda idea: idea.with_children),
        ({"level": "1.1"}, lambda idea: idea.level == "1.1"),
        ({"season": "summer"}, lambda idea: "summer" in idea.seasons),
        ({"domain": "work"}, lambda idea: idea.domain == "work"),
    ],
)
def test_each_filter(office: Office, asked: dict[str, object], holds: Callable[..., bool]) -> None:
    found = ideas(on=ON, **asked)  # type: ignore[arg-type]
    assert {idea.code for idea in found} == {idea.code for idea in IDEAS if holds(idea)}
    assert 0 < len(found) < len(IDEAS)


def test_what_was_done_comes_last(office: Office) -> None:
    first = codes()[0]
    assert codes(done={first})[-1] == first


def test_out_of_season_comes_after_in_season(office: Office) -> None:
    seasons = [Season.AUTUMN in idea.seasons for idea in ideas(on=ON)]
    assert seasons == sorted(seasons, reverse=True)


def test_words_are_found_across_accents_in_dutch_whatever_the_page(office: Office) -> None:
    assert codes(words="BRAMEN") == ["pick-berries"]
    mine = own("Café van de buurt", place="Markt 1")
    assert codes(words="cafe markt") == [f"own-{mine.pk}"]
    assert codes(words="bramen xyz") == []
    with override("fr"):
        assert codes(words="bramen") == ["pick-berries"]


def test_one_idea_by_its_code(office: Office) -> None:
    mine = own("Leie")
    found = one_idea("slow-walk")
    assert found
    assert found.code == "slow-walk"
    assert one_idea(f"own-{mine.pk}") is not None
    for unknown in ("", "nothing", "own-", "own-0", f"own-{'9' * 30}", "own-²", f"x-own-{mine.pk}"):
        assert one_idea(unknown) is None
    with scope(make_office("gent", "Samen in Gent").initiative.pk):
        assert one_idea(f"own-{mine.pk}") is None


def test_one_query_however_many(office: Office, django_assert_num_queries: Callable[..., object]) -> None:
    for number in (1, 3):
        for extra in range(number):
            own(f"Idee {number} {extra}", postal_code="9800")
        with django_assert_num_queries(1):
            ideas(on=ON, near="9800", words="idee")
    with django_assert_num_queries(0):
        ideas(on=ON, own=False)
        cards(on=ON)


def test_cards_by_part_of_life_and_level(db: None) -> None:
    assert {card.domain for card in cards(on=ON, domain="work")} == {Domain.WORK}
    assert {card.level for card in cards(on=ON, level="1.1")} == {"1.1"}
    assert cards(on=ON)[:12] != cards(on=ON + timedelta(weeks=1))[:12]
    assert cards(on=ON) == cards(on=ON + timedelta(days=6))


def test_places_by_kind_and_words(office: Office) -> None:
    place("Bib van Deinze", kind=PlaceKind.CULTURE, address="Markt 21", languages="Frans, Arabisch")
    place("Zwembad", kind=PlaceKind.LEISURE)
    assert [one.name for one in local_places()] == ["Bib van Deinze", "Zwembad"]
    assert [one.name for one in local_places(kind="leisure")] == ["Zwembad"]
    assert [one.name for one in local_places(words="ARABISCH markt")] == ["Bib van Deinze"]
    assert list(past_places()) == []
