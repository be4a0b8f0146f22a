"""Methods to talk in a group: eight whole cards, which suits whom, and the pages of the desk (R69)."""

import re
from difflib import SequenceMatcher
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.initiatives.choices import Role
from samen.intake.choices import Level
from samen.library import queries, rules
from samen.library.choices import FromLevel, Method, Theme
from samen.library.methods import CARDS, MethodCard
from samen.library.queries import MethodFilter, suggested_methods
from samen.library.rules import MethodFacts, Why, suggest
from tests.support.initiative import Office

each_card = pytest.mark.parametrize("card", CARDS.values(), ids=lambda card: str(card.method))


def sentences(card: MethodCard) -> list[str]:
    """Every text of a card."""
    texts = [card.purpose, card.material, *card.pitfalls, *([card.remark] if card.remark else [])]
    for step in card.steps:
        texts += [step.title, step.text]
    return [str(text) for text in texts]


# ---------- The cards ----------


def test_each_method_of_the_programme_has_a_card() -> None:
    """The eight of FAQ question 7, in its order."""
    assert list(CARDS) == list(Method)
    assert [card.method for card in CARDS.values()] == list(Method)


@each_card
def test_a_card_is_whole(card: MethodCard) -> None:
    assert 1 <= len(re.findall(r"[.?!](?= |$)", str(card.purpose))) <= 3
    assert 3 <= card.fewest < card.most <= 12
    assert card.level in FromLevel.values
    assert 4 <= len(card.steps) <= 7
    assert 2 <= len(card.pitfalls) <= 3
    assert 2 <= len(card.themes) == len(set(card.themes))
    assert str(card.material)
    assert str(card.source.name)
    assert not card.source.url or card.source.url.startswith("https://")


@each_card
def test_the_minutes_add_up(card: MethodCard) -> None:
    assert sum(step.minutes for step in card.steps) == card.minutes
    assert {step.minutes % 5 for step in card.steps} == {0}
    clock = list(card.clock())
    assert (clock[0][0], clock[-1][1]) == (0, card.minutes)
    assert all(before[1] == after[0] for before, after in pairwise(clock))


@each_card
def test_it_is_written_well(card: MethodCard) -> None:
    for sentence in sentences(card):
        assert not re.search(r"[\"'<>]|  |\.\.|\bu\b", sentence), "Straight quotes, or a slip."
        assert sentence[0].isupper() or sentence[0] == "‘"
        longest = max(len(part.split()) for part in re.split(r"[.?!:]", sentence))
        assert longest <= 24, sentence


def test_no_two_sentences_are_the_same() -> None:
    said = [
        part.strip()
        for card in CARDS.values()
        for sentence in sentences(card)
        for part in re.split(r"(?<=[.?!])\s", sentence)
    ]
    twice = [
        (one, other)
        for one, other in combinations(said, 2)
        if SequenceMatcher(None, one.lower(), other.lower()).ratio() > 0.9
    ]
    assert twice == []


def test_each_theme_has_methods_and_newcomers_of_each_level_find_one() -> None:
    assert min(sum(theme in card.themes for card in CARDS.values()) for theme in Theme) >= 2
    assert {card.level for card in CARDS.values()} == set(FromLevel)


def test_the_name_in_the_text_of_the_programme_is_explained() -> None:
    assert "Balantmethode" in str(CARDS[Method.BALINT].remark)


# ---------- Which suits a group (pure) ----------

FACTS = [
    MethodFacts(Method.INCIDENT, 5, 10, "2.1", {"role", "effect"}),
    MethodFacts(Method.PROFILE, 3, 6, "1.1", {"activities"}),
    MethodFacts(Method.BALINT, 6, 10, "2.2", {"role"}),
]


def order(themes: list[str], people: int | None, level: str | None) -> list[Method]:
    return [method for method, _whys in suggest(FACTS, themes, people, level)]


def test_without_a_question_they_keep_their_order_and_there_is_nothing_to_say() -> None:
    assert suggest(FACTS, [], None, None) == [(facts.method, []) for facts in FACTS]


def test_the_theme_decides() -> None:
    assert order(["activities"], None, None)[0] == Method.PROFILE
    assert order(["effect", "role"], None, None) == [Method.INCIDENT, Method.BALINT, Method.PROFILE]


def test_what_does_not_fit_the_number_comes_later() -> None:
    assert suggest(FACTS, ["role"], 4, None) == [
        (Method.PROFILE, [Why.OTHER_THEME, Why.ONE_GROUP]),
        (Method.INCIDENT, [Why.THEME, Why.WRONG_SIZE]),
        (Method.BALINT, [Why.THEME, Why.WRONG_SIZE]),
    ]


def test_what_newcomers_cannot_follow_comes_last() -> None:
    found = dict(suggest(FACTS, ["role"], 8, "1.2"))
    assert order(["role"], 8, "1.2")[0] == Method.PROFILE
    assert found[Method.BALINT] == [Why.THEME, Why.ONE_GROUP, Why.TOO_HARD]
    assert found[Method.PROFILE] == [Why.OTHER_THEME, Why.SEVERAL_GROUPS, Why.EASY_ENOUGH]


@pytest.mark.parametrize("level", [None, "", Level.UNKNOWN])
def test_a_level_that_is_not_known_refuses_nothing(level: str | None) -> None:
    whys = [why for _method, found in suggest(FACTS, [], 8, level) for why in found]
    assert {Why.TOO_HARD, Why.EASY_ENOUGH} & set(whys) == set()


@pytest.mark.parametrize(
    ("people", "groups"), [(0, 0), (5, 0), (6, 1), (10, 1), (11, 0), (12, 2), (20, 2), (21, 3)]
)
def test_groups_of_six_to_ten(people: int, groups: int) -> None:
    assert rules.groups_for(people, 6, 10) == groups


@given(people=st.integers(0, 300), fewest=st.integers(1, 10), more=st.integers(0, 10))
def test_every_group_is_neither_too_small_nor_too_big(people: int, fewest: int, more: int) -> None:
    groups = rules.groups_for(people, fewest, fewest + more)
    if groups:
        assert fewest <= people // groups
        assert -(-people // groups) <= fewest + more
    elif people:
        # No other number of groups would do either.
        fits = [n for n in range(1, people + 1) if fewest <= people // n and -(-people // n) <= fewest + more]
        assert fits == []


# ---------- In words ----------


def test_suggestions_say_why() -> None:
    best = suggested_methods([Theme.ROLE], 11, "2.1")[0]
    assert best.card == CARDS[Method.CRITICAL_INCIDENTS]
    assert best.why == [
        "Dit past bij het thema ‘Rol en verhouding’.",
        "Verdeel 11 mensen over 2 groepen.",
        "Ook wie het minst Nederlands kent, kan mee.",
    ]
    last = suggested_methods([Theme.ROLE], 11, "2.1")[-1]
    assert last.card == CARDS[Method.BALINT]
    assert last.why[1:] == [
        "Dit werkt met groepen van 6 tot 10 mensen.",
        "Dit lukt pas vanaf niveau 2.2 Nederlands.",
    ]


def test_only_coaches_may_have_every_method() -> None:
    found = suggested_methods([Theme.REFERRING, Theme.ROLE], 8, None)
    assert found[0].card.method in {Method.BALINT, Method.SOCRATIC}
    assert found[0].why == [
        *(
            f"Dit past bij het thema ‘{theme.label}’."
            for theme in found[0].card.themes
            if theme != Theme.EFFECT
        ),
        "Jullie kunnen in één groep blijven.",
    ]
    assert "Dit is niet voor jullie thema gemaakt. Het kan wel." in found[-1].why


def test_all_eight_are_there_whatever_is_asked() -> None:
    for asked in ([], ["no-such-theme"], list(Theme)):
        assert {one.card.method for one in suggested_methods(asked, 1, "1.1")} == set(Method)
    assert {tuple(one.why) for one in suggested_methods([], None, None)} == {()}


def test_what_is_asked_in_an_address_is_read_with_care() -> None:
    assert MethodFilter.read({"theme": "role", "people": " 9 ", "level": "1.2"}) == MethodFilter(
        "role", 9, "1.2"
    )
    for wrong in ("-1", "1.5", "9999", "²", "\x00", "veel"):
        assert MethodFilter.read({"theme": "x", "people": wrong, "level": "9"}) == MethodFilter()
    assert queries.one_method("no_such") is None


# ---------- Pages ----------


@pytest.mark.django_db
def test_the_list_shows_the_best_first(office: Office) -> None:
    client = office.client()
    page = client.get(office.url("library/methods/?theme=role&people=11&level=2.1")).content.decode()
    assert page.index("Methode van de kritische incidenten") < page.index("Balintmethode")
    assert "Verdeel 11 mensen over 2 groepen." in page
    assert "Verdeel" not in client.get(office.url("library/methods/")).content.decode()
    assert client.get(office.url("library/methods/?people=veel")).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("method", Method)
def test_a_card_stands_whole_on_its_page(office: Office, method: Method) -> None:
    answer = office.client().get(office.url(f"library/methods/{method}/"))
    page = answer.content.decode()
    card = CARDS[method]
    for sentence in [*sentences(card), str(card.source.name), card.source.url]:
        assert sentence in page
    assert f"{card.minutes - card.steps[-1].minutes}–{card.minutes} min." in page
    assert "We noemen geen namen." in page


@pytest.mark.django_db
def test_there_is_no_other_method(office: Office) -> None:
    for code in ("no_such", "Incident", "incident-x"):
        assert office.client().get(office.url(f"library/methods/{code}/")).status_code == 404


@pytest.mark.django_db
def test_the_tab_is_for_who_plans_gatherings(office: Office) -> None:
    assert "library/methods/" in office.client(Role.ASSISTANT).get(office.url("library/")).content.decode()
    assert office.client(Role.READER).get(office.url("library/methods/")).status_code == 403
    assert office.client(Role.READER).get(office.url("library/methods/balint/")).status_code == 403
