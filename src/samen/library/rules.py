"""Which ideas, cards and methods to show, and in which order. Pure: values in, values out."""

import zlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby
from typing import Any, TypeVar

from samen.intake.choices import Level
from samen.library.choices import Cost, Method, Season, Where

Found = TypeVar("Found")

EVERY_SEASON: tuple[Season, ...] = tuple(Season)
# How many each Monday brings to the front.
EACH_WEEK = 12
# What is nearer than this is near: a quarter of an hour by bicycle, and a little more by bus.
NEAR_KM = 5.0

_LEVELS = [level for level in Level.values if level != Level.UNKNOWN]
_COSTS = tuple(Cost.values)
_SEASON_OF = (Season.WINTER, Season.SPRING, Season.SUMMER, Season.AUTUMN)


@dataclass(frozen=True)
class Idea:
    """Something to do together: what, one question to talk about, and plain facts.

    Words are sentences to translate, or those of an initiative as it wrote them.
    """

    code: str
    title: Any
    what: Any
    ask: Any
    domain: str
    minutes: int
    level: str
    where: str
    cost: str = Cost.FREE
    seasons: Sequence[str] = EVERY_SEASON
    with_children: bool = True
    # Only of an idea that an initiative added itself.
    own: int | None = None
    place: str = ""
    postal_code: str = ""
    web: str = ""
    valid_until: date | None = None


@dataclass(frozen=True)
class Wanted:
    """What somebody asks for; what is empty is not asked."""

    domain: str = ""
    level: str = ""
    free_only: bool = False
    inside: bool | None = None
    with_children: bool = False
    season: str = ""


def season_of(day: date) -> Season:
    """The season of a day, by whole months: winter is December to February."""
    return _SEASON_OF[day.month % 12 // 3]


def is_wanted(idea: Idea, wanted: Wanted) -> bool:
    """Whether an idea is among what was asked for (R52: cost, season, indoors, children, level)."""
    elsewhere = {True: Where.OUTSIDE, False: Where.INSIDE}
    return (
        wanted.domain in {"", idea.domain}
        and works_at(idea.level, wanted.level)
        and (idea.cost == Cost.FREE or not wanted.free_only)
        and (wanted.inside is None or idea.where != elsewhere[wanted.inside])
        and (idea.with_children or not wanted.with_children)
        and (not wanted.season or wanted.season in idea.seasons)
    )


def works_at(needed: str, level: str) -> bool:
    """Whether somebody at this level can do it; nobody is refused whose level is not known."""
    return level not in _LEVELS or _LEVELS.index(needed) <= _LEVELS.index(level)


def in_order(
    ideas: Iterable[Idea], *, on: date, km: dict[str, float] | None = None, done: Collection[str] = ()
) -> list[Idea]:
    """What was not done before first; of those what fits the season; then free, then near.

    The programme asks for tips that cost nothing (FAQ question 9). Ideas that are equal in all this take
    turns by week. `km` tells for a postal code how far it is.
    """
    distances = km or {}
    season = season_of(on)

    def rank(idea: Idea) -> tuple[bool, bool, int, bool]:
        return (
            idea.code in done,
            season not in idea.seasons,
            _COSTS.index(idea.cost),
            not is_near(idea, distances.get(idea.postal_code)),
        )

    ranked = sorted(ideas, key=rank)
    return [idea for _rank, equal in groupby(ranked, rank) for idea in by_turn(list(equal), on)]


def is_near(idea: Idea, km: float | None) -> bool:
    """Whether it is close by: an initiative's own idea, unless it is known to lie further away."""
    return idea.own is not None and (km is None or km <= NEAR_KM)


def by_turn(things: Sequence[Found], on: date) -> list[Found]:
    """The same order for everybody all week; each Monday other ones come first, until all had their turn.

    A checksum of the code mixes the subjects; the number of the week turns the row. No chance is involved.
    """
    mixed = sorted(things, key=_mixing)
    step = EACH_WEEK if len(mixed) > EACH_WEEK else 1
    first = week_number(on) * step % max(len(mixed), 1)
    return mixed[first:] + mixed[:first]


def week_number(day: date) -> int:
    """Counts weeks from Monday to Sunday, on across years, as the weeks of ISO 8601 lie."""
    return (day.toordinal() - 1) // 7


def _mixing(thing: Any) -> tuple[int, str]:
    return zlib.crc32(thing.code.encode()), thing.code


# ---------- Which method suits a group ----------


class Why(StrEnum):
    """Why a method suits a group, or does not."""

    THEME = "theme"
    OTHER_THEME = "other_theme"
    ONE_GROUP = "one_group"
    SEVERAL_GROUPS = "several_groups"
    WRONG_SIZE = "wrong_size"
    EASY_ENOUGH = "easy_enough"
    TOO_HARD = "too_hard"


@dataclass(frozen=True)
class MethodFacts:
    """What is to be known of a method: for how many, from which level of Dutch, for which themes."""

    method: Method
    fewest: int
    most: int
    level: str
    themes: Collection[str]


def suggest(
    methods: Iterable[MethodFacts], themes: Collection[str], people: int | None, level: str | None
) -> list[tuple[Method, list[Why]]]:
    """Methods with why, the best first: what all can follow, then the size, then the themes, then one group.

    The level is the lowest of the newcomers who come; None when only coaches do. Equal ones keep their order.
    """

    def rank(found: tuple[MethodFacts, list[Why]]) -> tuple[bool, bool, int, bool]:
        facts, whys = found
        shared = len(set(facts.themes) & set(themes))
        return Why.TOO_HARD in whys, Why.WRONG_SIZE in whys, -shared, Why.SEVERAL_GROUPS in whys

    found = [(facts, _whys(facts, themes, people, level)) for facts in methods]
    return [(facts.method, whys) for facts, whys in sorted(found, key=rank)]


def _whys(facts: MethodFacts, themes: Collection[str], people: int | None, level: str | None) -> list[Why]:
    whys = []
    if themes:
        whys.append(Why.THEME if set(facts.themes) & set(themes) else Why.OTHER_THEME)
    if people is not None:
        groups = groups_for(people, facts.fewest, facts.most)
        whys.append({0: Why.WRONG_SIZE, 1: Why.ONE_GROUP}.get(groups, Why.SEVERAL_GROUPS))
    if level in _LEVELS:
        whys.append(Why.EASY_ENOUGH if works_at(facts.level, level) else Why.TOO_HARD)
    return whys


def groups_for(people: int, fewest: int, most: int) -> int:
    """In how few groups so many people fit, all of about the same size; 0 if they do not."""
    groups = -(-people // most)
    return groups if groups and people // groups >= fewest else 0
