"""Reads about ideas, question cards, methods, tips and places."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import override

from duomatch.distance import distance_km
from samen.base.languages import DUTCH
from samen.library import rules
from samen.library.cards import CARDS, Card
from samen.library.choices import Domain, FromLevel, GoalArea, Method, PlaceKind, Season, Theme
from samen.library.goals import GOAL_EXAMPLES, GoalExample
from samen.library.ideas import IDEAS
from samen.library.methods import CARDS as METHOD_CARDS
from samen.library.methods import MethodCard
from samen.library.models import LocalPlace, OwnIdea, OwnTip
from samen.library.rules import Idea, MethodFacts, Wanted, Why
from samen.people.words import fold
from samen.places.postal import PostalCode, find

LONGEST_SEARCH = 100
# The code of an idea of one's own: this and its number.
OWN = "own-"
LONGEST_NUMBER = 18
# Three digits: more people than ever come.
LONGEST_PEOPLE = 3

_BY_CODE = {idea.code: idea for idea in IDEAS}
_GOALS = {example.code: example for example in GOAL_EXAMPLES}
_METHODS = [
    MethodFacts(card.method, card.fewest, card.most, card.level, card.themes)
    for card in METHOD_CARDS.values()
]


# ---------- Ideas ----------


def ideas(
    *,
    on: date,
    level: str = "",
    free_only: bool = False,
    inside: bool | None = None,
    with_children: bool = False,
    near: str = "",
    domain: str = "",
    season: str = "",
    words: str = "",
    own: bool = True,
    done: Collection[str] = (),
) -> list[Idea]:
    """Ideas that were asked for, in order: not done before, of this season, free, near; then by week.

    `near` is a postal code, `done` holds codes of ideas. With `own`, those of the initiative in scope are
    among them; without, no table is read.
    """
    wanted = Wanted(domain, level, free_only, inside, with_children, season)
    all_of_them = [*IDEAS, *(own_ideas(on) if own else ())]
    found = [idea for idea in all_of_them if rules.is_wanted(idea, wanted)]
    if searched := fold(words).split():
        found = [idea for idea in found if _says(idea, searched)]
    return rules.in_order(found, on=on, km=_distances(found, near), done=done)


def own_ideas(on: date) -> list[Idea]:
    """The running ideas of the initiative in scope."""
    running = OwnIdea.objects.filter(Q(valid_until=None) | Q(valid_until__gte=on), ended_on=None)
    return [as_idea(one) for one in running]


def as_idea(own: OwnIdea) -> Idea:
    """An idea of an initiative, like those that everybody has; its code tells its number."""
    return Idea(
        code=f"{OWN}{own.pk}",
        title=own.title,
        what=own.what,
        ask=own.ask,
        domain=own.domain,
        minutes=own.minutes,
        level=own.level,
        where=own.where,
        cost=own.cost,
        seasons=tuple(own.seasons),
        with_children=own.with_children,
        own=own.pk,
        place=own.place,
        postal_code=own.postal_code,
        web=own.web,
        valid_until=own.valid_until,
    )


def one_idea(code: str) -> Idea | None:
    """The idea with this code, also an own one that was put away; None if there is none."""
    return next(iter(some_ideas([code])), None)


def some_ideas(codes: Sequence[str]) -> list[Idea]:
    """The ideas with these codes that exist, in the same order; one query for all own ones."""
    numbers = {code: number for code in codes if (number := _own_number(code))}
    own = OwnIdea.objects.in_bulk([int(number) for number in numbers.values()]) if numbers else {}
    known = _BY_CODE | {code: as_idea(own[int(n)]) for code, n in numbers.items() if int(n) in own}
    return [known[code] for code in codes if code in known]


def _own_number(code: str) -> str:
    prefix, _dash, number = code.partition(OWN)
    is_number = number.isascii() and number.isdigit() and len(number) < LONGEST_NUMBER
    return number if not prefix and is_number else ""


def past_ideas(on: date) -> QuerySet[OwnIdea]:
    """Ideas of the initiative that were put away, or whose last day is over."""
    return OwnIdea.objects.filter(Q(ended_on__isnull=False) | Q(valid_until__lt=on))


def _says(idea: Idea, searched: Iterable[str]) -> bool:
    """Whether an idea holds every word, in the language of the page or in Dutch."""
    with override(DUTCH):
        dutch = f"{idea.title} {idea.what} {idea.ask}"
    text = fold(f"{idea.title} {idea.what} {idea.ask} {idea.place} {dutch}")
    return all(word in text for word in searched)


def _distances(found: Iterable[Idea], near: str) -> dict[str, float]:
    """How far each postal code of these ideas lies from `near`; empty when that is no postal code."""
    here = find(near)
    if here is None:
        return {}
    places = {code: find(code) for code in {idea.postal_code for idea in found if idea.postal_code}}
    return {code: _km(here, place) for code, place in places.items() if place}


def _km(here: PostalCode, there: PostalCode) -> float:
    return distance_km((here.latitude, here.longitude), (there.latitude, there.longitude)) or 0.0


@dataclass(frozen=True)
class IdeaFilter:
    """What the reader of the list asked to see; what is not in a list counts as not asked."""

    words: str = ""
    domain: str = ""
    level: str = ""
    season: str = ""
    where: str = ""
    free: bool = False
    children: bool = False

    @classmethod
    def read(cls, query: Mapping[str, str]) -> "IdeaFilter":
        """From the address."""
        return cls(
            words=_plain(query.get("q", "")),
            domain=_one_of(query.get("domain", ""), Domain.values),
            level=_one_of(query.get("level", ""), FromLevel.values),
            season=_one_of(query.get("season", ""), Season.values),
            where=_one_of(query.get("where", ""), ("inside", "outside")),
            free=query.get("free") == "1",
            children=query.get("children") == "1",
        )

    def find(self, on: date, near: str = "") -> list[Idea]:
        """The ideas."""
        return ideas(
            on=on,
            level=self.level,
            free_only=self.free,
            inside={"inside": True, "outside": False}.get(self.where),
            with_children=self.children,
            near=near,
            domain=self.domain,
            season=self.season,
            words=self.words,
        )


# ---------- Question cards ----------


def cards(*, on: date, domain: str = "", level: str = "") -> list[Card]:
    """Question cards about a part of life, from a level; other ones first each Monday."""
    found = [card for card in CARDS if domain in {"", card.domain} and rules.works_at(card.level, level)]
    return rules.by_turn(found, on)


@dataclass(frozen=True)
class CardFilter:
    """Which cards the reader asked to see."""

    domain: str = ""
    level: str = ""

    @classmethod
    def read(cls, query: Mapping[str, str]) -> "CardFilter":
        """From the address."""
        return cls(
            domain=_one_of(query.get("domain", ""), Domain.values),
            level=_one_of(query.get("level", ""), FromLevel.values),
        )

    def find(self, on: date) -> list[Card]:
        """The cards."""
        return cards(on=on, domain=self.domain, level=self.level)


# ---------- Examples of goals ----------


def goal_examples(area: GoalArea) -> list[GoalExample]:
    """Examples of what a newcomer may want, about a part of life (R50)."""
    return [example for example in GOAL_EXAMPLES if example.area == area]


def one_goal_example(code: str) -> GoalExample | None:
    """The example with this code; None if there is none."""
    return _GOALS.get(code)


# ---------- Methods to talk in a group ----------


@dataclass(frozen=True)
class SuggestedMethod:
    """A method, with why it suits a group or does not."""

    card: MethodCard
    why: list[str]


def suggested_methods(
    themes: Sequence[str], people: int | None, lowest_level: str | None
) -> list[SuggestedMethod]:
    """All methods, the best for this group first (R69).

    People is how many come, None when that is not known; the level is the lowest of the newcomers among them,
    None when only coaches come.
    """
    found = rules.suggest(_METHODS, themes, people, lowest_level)
    return [_suggested(METHOD_CARDS[method], whys, themes, people) for method, whys in found]


def _suggested(
    card: MethodCard, whys: Sequence[Why], themes: Sequence[str], people: int | None
) -> SuggestedMethod:
    groups = rules.groups_for(people or 0, card.fewest, card.most)
    numbers = {"people": people, "groups": groups, "fewest": card.fewest, "most": card.most}
    sentences = {
        Why.OTHER_THEME: _("Dit is niet voor jullie thema gemaakt. Het kan wel."),
        Why.ONE_GROUP: _("Jullie kunnen in één groep blijven."),
        Why.SEVERAL_GROUPS: _("Verdeel %(people)s mensen over %(groups)s groepen.") % numbers,
        Why.WRONG_SIZE: _("Dit werkt met groepen van %(fewest)s tot %(most)s mensen.") % numbers,
        Why.EASY_ENOUGH: _("Ook wie het minst Nederlands kent, kan mee."),
        Why.TOO_HARD: _("Dit lukt pas vanaf niveau %(level)s Nederlands.") % {"level": card.level},
    }
    fits = [theme for theme in card.themes if theme in themes]
    said = [_("Dit past bij het thema ‘%(theme)s’.") % {"theme": theme.label} for theme in fits]
    return SuggestedMethod(card, said + [sentences[why] for why in whys if why in sentences])


@dataclass(frozen=True)
class MethodFilter:
    """For which group the reader of the list looks."""

    theme: str = ""
    people: int | None = None
    level: str = ""

    @classmethod
    def read(cls, query: Mapping[str, str]) -> "MethodFilter":
        """From the address."""
        people = query.get("people", "").strip()
        is_number = people.isascii() and people.isdigit() and len(people) <= LONGEST_PEOPLE
        return cls(
            theme=_one_of(query.get("theme", ""), Theme.values),
            people=int(people) if is_number else None,
            level=_one_of(query.get("level", ""), FromLevel.values),
        )

    def find(self) -> list[SuggestedMethod]:
        """The methods."""
        return suggested_methods([self.theme] if self.theme else [], self.people, self.level or None)


def one_method(code: str) -> MethodCard | None:
    """The card of this method; None if there is none."""
    return METHOD_CARDS[Method(code)] if code in Method.values else None


# ---------- Tips ----------


def own_tips() -> QuerySet[OwnTip]:
    """The running tips of the initiative in scope, the oldest first."""
    return OwnTip.objects.filter(ended_on=None)


def past_tips() -> QuerySet[OwnTip]:
    """Tips of the initiative that were put away."""
    return OwnTip.objects.filter(ended_on__isnull=False)


# ---------- Places ----------


def local_places(*, kind: str = "", words: str = "") -> list[LocalPlace]:
    """Places that are in use, by name; words may stand in the name, the address or the languages."""
    found = LocalPlace.objects.filter(ended_on=None)
    if kind:
        found = found.filter(kind=kind)
    searched = fold(words).split()
    return [
        place
        for place in found
        if all(word in fold(f"{place.name} {place.address} {place.languages}") for word in searched)
    ]


def past_places() -> QuerySet[LocalPlace]:
    """Places that were put away."""
    return LocalPlace.objects.filter(ended_on__isnull=False)


@dataclass(frozen=True)
class PlaceFilter:
    """Which places the reader asked to see."""

    words: str = ""
    kind: str = ""

    @classmethod
    def read(cls, query: Mapping[str, str]) -> "PlaceFilter":
        """From the address."""
        return cls(words=_plain(query.get("q", "")), kind=_one_of(query.get("kind", ""), PlaceKind.values))


def _one_of(text: str, known: Iterable[str]) -> str:
    return text if text in known else ""


def _plain(text: str) -> str:
    return text.replace("\x00", "").strip()[:LONGEST_SEARCH]
