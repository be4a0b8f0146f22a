"""The starter content: enough of it, every fact valid, nothing twice, plain and neutral."""

import re
from difflib import SequenceMatcher
from itertools import combinations

import pytest

from samen.library.cards import CARDS
from samen.library.choices import Cost, Domain, FromLevel, GoalArea, Season, Where
from samen.library.goals import AREA_ICONS, GOAL_EXAMPLES
from samen.library.ideas import IDEAS
from samen.library.models import LONGEST_ASK, LONGEST_MINUTES, LONGEST_TITLE, LONGEST_WHAT
from samen.library.occasions import OCCASIONS
from samen.library.rules import Idea
from samen.library.tips import TIPS

EVERYTHING = (*IDEAS, *CARDS, *OCCASIONS, *TIPS, *GOAL_EXAMPLES)
# Two sentences that share more than this say the same; a question may begin like another one.
SAME_TITLE, SAME_WHAT, SAME_ASK = 0.8, 0.7, 0.85
# The programme is neutral and asks nothing about health (FAQ question 1; domain 6).
NOT_HERE = re.compile(
    r"\b(?:kerk|moskee|tempel|god|gebed|bidden|bijbel|koran|kerst\w*|pasen|ramadan|geloof|priester|imam"
    r"|politie[kc]\w*|partij|stemmen|verkiezing\w*|minister|bier\w*|wijn|alcohol|jenever|pint\w*"
    r"|ziek\b|ziekte|medicijn\w*|pil|vluchteling\w*|oorlog|papieren regelen)\b",
    re.I,
)


def sentences(thing: object) -> list[str]:
    """Every sentence of an idea, a card, an occasion or a tip."""
    names = ("title", "what", "ask", "more", "see", "tell", "text", "words")
    return [str(getattr(thing, name)) for name in names if hasattr(thing, name)]


def test_there_is_enough() -> None:
    assert len(IDEAS) >= 120
    assert len(CARDS) >= 60
    assert len(OCCASIONS) >= 20
    assert len(TIPS) >= 15


@pytest.mark.parametrize("things", [IDEAS, CARDS, OCCASIONS, TIPS, GOAL_EXAMPLES])
def test_each_has_a_code_of_its_own(things: tuple[Idea, ...]) -> None:
    codes = [thing.code for thing in things]
    assert len(set(codes)) == len(codes)
    assert [code for code in codes if not re.fullmatch(r"[a-z]+(-[a-z]+)*", code)] == []
    assert [code for code in codes if code.startswith("own-")] == []


@pytest.mark.parametrize("idea", IDEAS, ids=lambda idea: idea.code)
def test_every_fact_of_an_idea_is_valid(idea: Idea) -> None:
    assert idea.domain in Domain.values
    assert idea.cost in Cost.values
    assert idea.where in Where.values
    assert idea.level in FromLevel.values
    assert set(idea.seasons) <= set(Season.values)
    assert len(idea.seasons) == len(set(idea.seasons)) > 0
    assert idea.minutes % 5 == 0
    assert 0 < idea.minutes <= LONGEST_MINUTES
    assert idea.own is None


@pytest.mark.parametrize("idea", IDEAS, ids=lambda idea: idea.code)
def test_an_idea_is_a_title_one_or_two_sentences_and_one_question(idea: Idea) -> None:
    title, what, ask = str(idea.title), str(idea.what), str(idea.ask)
    assert len(title) <= LONGEST_TITLE
    assert len(what) <= LONGEST_WHAT
    assert len(ask) <= LONGEST_ASK
    ends = re.findall(r"[.?!](?= |$)", what)
    assert 1 <= len(ends) <= 3
    assert what[-1] in ".?"
    assert ask.endswith("?")
    assert title[-1] != "."


def test_every_card_is_a_question_and_one_to_go_on_with() -> None:
    assert [card.code for card in CARDS if not str(card.ask).endswith("?")] == []
    assert [card.code for card in CARDS if not str(card.more).endswith("?")] == []
    assert {card.level for card in CARDS} <= set(FromLevel.values)


def test_every_part_of_life_has_ideas_and_cards() -> None:
    assert {idea.domain for idea in IDEAS} == set(Domain)
    assert {card.domain for card in CARDS} == set(Domain)
    assert min(sum(card.domain == domain for card in CARDS) for domain in Domain) >= 5


def test_every_part_of_life_has_examples_of_goals_and_a_picture() -> None:
    """In the newcomer's own voice (R48, R50; FAQ question 10)."""
    assert set(AREA_ICONS) == set(GoalArea)
    assert {sum(example.area == area for example in GOAL_EXAMPLES) for area in GoalArea} <= {5, 6}
    assert [one.code for one in GOAL_EXAMPLES if not re.fullmatch(r"Ik wil .+\.", str(one.words))] == []
    assert [one.code for one in GOAL_EXAMPLES if len(one.code) > 40] == []


def test_most_is_free_and_there_is_enough_for_each() -> None:
    """Tips for activities that are free (FAQ question 9); each season, and who begins, finds plenty."""
    free = [idea for idea in IDEAS if idea.cost == Cost.FREE]
    assert len(free) / len(IDEAS) > 0.85
    for season in Season:
        assert sum(season in idea.seasons and idea.where != Where.INSIDE for idea in free) >= 24
    assert sum(idea.level == "1.1" for idea in free) >= 60
    assert sum(not idea.with_children for idea in IDEAS) < len(IDEAS) / 5


def alike(one: object, other: object) -> float:
    return SequenceMatcher(None, str(one).lower(), str(other).lower()).ratio()


def test_nothing_is_there_twice() -> None:
    assert [
        (one.code, other.code)
        for one, other in combinations(IDEAS, 2)
        if alike(one.title, other.title) > SAME_TITLE
        or alike(one.what, other.what) > SAME_WHAT
        or alike(one.ask, other.ask) > SAME_ASK
    ] == []
    assert [
        (one.code, other.code)
        for one, other in combinations(CARDS, 2)
        if alike(one.ask, other.ask) > SAME_ASK
    ] == []


def test_two_that_say_the_same_would_be_found() -> None:
    assert alike("Een trage wandeling in het park", "Een trage wandeling in een park") > SAME_TITLE


@pytest.mark.parametrize("thing", EVERYTHING, ids=lambda thing: f"{type(thing).__name__}-{thing.code}")
def test_it_is_neutral_and_written_well(thing: object) -> None:
    for sentence in sentences(thing):
        assert not NOT_HERE.search(sentence)
        assert not re.search(r"[\"'<>]|  |\.\.|\bu\b(?! dat)", sentence), "Straight quotes, or a slip."
        assert sentence[0].isupper() or sentence[0] == "‘"
        longest = max(len(part.split()) for part in re.split(r"[.?!:]", sentence))
        assert longest <= 16
