"""Groups for an exchange session (R66): what is asked, what a split costs, and the best split found.

    from duomatch import Asked, Member, how_many_groups, make_groups, swap, swap_effect

    asked = Asked(
        members=(Member(id="N1", role="newcomer", level="1.2", gender="f", languages=frozenset({"ar"})), ...),
        groups=how_many_groups(30, wanted_size=6),
        apart=frozenset({("N1", "C1")}),             # duo partners, and who asked not to sit together
        together=frozenset({("N1", "N2")}),          # wished pairs
        met_before={("N1", "N3"): 2},                # how often two sat in one group before
    )
    split = make_groups(asked, seed=0)               # Split: groups, cost, remarks; another seed, another one
    before, after = swap_effect(split.groups, asked, "N1", "C4")
    split = swap(split.groups, asked, "N1", "C4")    # the same Split after a swap by hand

What is not known of somebody counts nowhere. `cost` is the truth: it is short, and the search is held to it.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property
from itertools import chain, combinations
from math import comb

from duomatch.errors import Impossible
from duomatch.profiles import COACH
from duomatch.results import Json, Value
from duomatch.weights import HEAVIEST

Key = tuple[str, str]
Groups = tuple[tuple[str, ...], ...]

DUTCH = "nl"
MOST_MEMBERS = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody who comes; None, "" or an empty set is not known. Everything is compared as written."""

    id: str
    role: str | None = None
    level: str | None = None
    gender: str | None = None
    is_experienced: bool | None = None
    languages: frozenset[str] = frozenset()

    @property
    def help_languages(self) -> frozenset[str]:
        """In what somebody can be helped or can help, when Dutch does not do."""
        return self.languages - {DUTCH}

    @property
    def traits(self) -> dict[str, str | bool]:
        """What is spread over the groups, as far as it is known."""
        known = {
            "role": self.role or None,
            "level": self.level or None,
            "gender": self.gender or None,
            "experience": self.is_experienced,
        }
        return {trait: value for trait, value in known.items() if value is not None}


TRAITS = ("role", "level", "gender", "experience")


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupWeights:
    """Whole points that each fault of a split costs; a clash is never traded for any of these."""

    wish: int = 50
    met_before: int = 6
    role: int = 4
    level: int = 2
    gender: int = 2
    experience: int = 2
    language: int = 3

    def __post_init__(self) -> None:
        for one in fields(self):
            value = getattr(self, one.name)
            if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= HEAVIEST:
                raise Impossible(
                    "bad_weight", f"{one.name}: whole points from 0 to {HEAVIEST:g}, not {value!r}"
                )


DEFAULT_GROUP_WEIGHTS = GroupWeights()


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Who is to be split into how many groups, and what to mind; raises Impossible on a contradiction.

    Pairs are two ids in either order. Sizes differ by at most one. Earlier meetings of people who are not
    here are ignored; a pair to keep apart or together must be here.
    """

    members: tuple[Member, ...]
    groups: int
    apart: frozenset[Key] = frozenset()
    together: frozenset[Key] = frozenset()
    met_before: Mapping[Key, int] = field(default_factory=dict)
    weights: GroupWeights = DEFAULT_GROUP_WEIGHTS

    def __post_init__(self) -> None:
        for code, text in chain(_faults_of_members(self), _faults_of_pairs(self)):
            raise Impossible(code, text)

    @cached_property
    def by_id(self) -> dict[str, Member]:
        """Everybody by id, in order of id."""
        return {one.id: one for one in sorted(self.members, key=lambda one: one.id)}

    @cached_property
    def apart_pairs(self) -> list[Key]:
        """Those to keep apart, each once."""
        return sorted(_ordered(self.apart))

    @cached_property
    def wished_pairs(self) -> list[Key]:
        """Those to keep together, each once."""
        return sorted(_ordered(self.together))

    @cached_property
    def meetings(self) -> dict[Key, int]:
        """How often two who are here met before; (a, b) and (b, a) add up."""
        times: Counter[Key] = Counter()
        for (one, other), count in self.met_before.items():
            if one in self.by_id and other in self.by_id:
                times[min(one, other), max(one, other)] += count
        return {key: count for key, count in sorted(times.items()) if count}

    @cached_property
    def speakers(self) -> Counter[str]:
        """How many here know each help language."""
        return Counter(language for one in self.members for language in one.help_languages)

    @cached_property
    def seekers(self) -> list[Member]:
        """Those whom somebody here can help in another language than Dutch; coaches need no such help."""
        return [one for one in self.by_id.values() if _seeks(one) and self._has_somebody(one)]

    @cached_property
    def alone_here(self) -> list[Member]:
        """Those who share no language with anybody here, in whatever group they sit."""
        return [one for one in self.by_id.values() if _seeks(one) and not self._has_somebody(one)]

    def _has_somebody(self, one: Member) -> bool:
        return any(self.speakers[language] > 1 for language in one.help_languages)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What is wrong with a split, by part; `points` is the weighted sum of all parts but the first.

    `clashes` are pairs that must sit apart and do not, `split_wishes` wished pairs that are split;
    `met_before` is how often those who now sit together sat together before. `role`, `level`, `gender` and
    `experience` are pairs in one group who are alike, above the fewest possible: 0 when no group has two more
    of a kind than another. `alone` are people with nobody in their group who shares a language with them,
    while somebody elsewhere does; coaches are not counted.
    """

    clashes: int
    split_wishes: int
    met_before: int
    role: int
    level: int
    gender: int
    experience: int
    alone: int
    points: int

    @property
    def rank(self) -> tuple[int, int]:
        """By what splits are compared: first the clashes, and only then the points."""
        return self.clashes, self.points

    def as_dict(self) -> Json:
        """The parts and the points as plain JSON values."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to know of a split: a code, whom it is about, and the values that a sentence needs.

    `clash`, `wish_split` and `met_before` (how many `times`) are about two people, `alone` (no language
    shared in the group) and `alone_here` (nor in any other) about one, `uneven` about a `trait` and one
    `value` of it: a group has as few as `fewest` and another as many as `most`.
    """

    code: str
    ids: tuple[str, ...] = ()
    values: Mapping[str, Value] = field(default_factory=dict)

    def as_dict(self) -> Json:
        """Code, ids and values as plain JSON values."""
        return {"code": self.code, "ids": list(self.ids), **self.values}


@dataclass(frozen=True, slots=True)
class Split:
    """Everybody in a group, what that costs, and what there is to know of it."""

    groups: Groups
    cost: Cost
    remarks: tuple[Remark, ...]

    def as_dict(self) -> Json:
        """The split as plain JSON values."""
        return {
            "groups": [list(group) for group in self.groups],
            "cost": self.cost.as_dict(),
            "remarks": [remark.as_dict() for remark in self.remarks],
        }


def how_many_groups(people: int, wanted_size: int) -> int:
    """How many groups come nearest to the wanted size; of two numbers equally near, the higher."""
    if people < 1:
        raise Impossible("no_members", "nobody to split")
    if wanted_size < 1:
        raise Impossible("bad_size", f"a group has at least one person, not {wanted_size}")
    return max(1, (2 * people + wanted_size) // (2 * wanted_size))


def cost(groups: Groups, asked: Asked) -> Cost:
    """What these groups cost; raises Impossible unless everybody asked is in them once."""
    place = _places(groups, asked)
    spread = {
        trait: sum(_alike(counts) for counts in _counts(groups, asked, trait).values()) for trait in TRAITS
    }
    parts = {
        "split_wishes": sum(place[one] != place[other] for one, other in asked.wished_pairs),
        "met_before": sum(
            times for (one, other), times in asked.meetings.items() if place[one] == place[other]
        ),
        **spread,
        "alone": len(_alone(groups, asked)),
    }
    weight = {part: getattr(asked.weights, _WEIGHT_OF.get(part, part)) for part in parts}
    return Cost(
        clashes=sum(place[one] == place[other] for one, other in asked.apart_pairs),
        points=sum(weight[part] * amount for part, amount in parts.items()),
        **parts,
    )


_WEIGHT_OF = {"split_wishes": "wish", "alone": "language"}


def split_of(groups: Groups, asked: Asked) -> Split:
    """These groups with their cost and remarks."""
    return Split(groups, cost(groups, asked), tuple(_remarks(groups, asked)))


def swap(groups: Groups, asked: Asked, one: str, other: str) -> Split:
    """The split after these two changed places; nothing else moves."""
    for person_id in (one, other):
        if person_id not in asked.by_id:
            raise Impossible("unknown_id", f"{person_id!r} is not here")
    moved = {one: other, other: one}
    return split_of(tuple(tuple(moved.get(each, each) for each in group) for group in groups), asked)


def swap_effect(groups: Groups, asked: Asked, one: str, other: str) -> tuple[Cost, Cost]:
    """What the split costs before and after these two change places."""
    return cost(groups, asked), swap(groups, asked, one, other).cost


def least_alike(people: int, groups: int) -> int:
    """The fewest pairs in one group when so many who are alike are spread over the groups."""
    each, over = divmod(people, groups)
    return over * comb(each + 1, 2) + (groups - over) * comb(each, 2)


def _alike(counts: Collection[int]) -> int:
    """How many pairs of a kind share a group, above the fewest possible; from how many sit in each group."""
    return sum(comb(count, 2) for count in counts) - least_alike(sum(counts), len(counts))


def _counts(groups: Groups, asked: Asked, trait: str) -> dict[str | bool, list[int]]:
    """How many of each value of a trait sit in each group."""
    tally = [
        Counter(traits[trait] for one in group if trait in (traits := asked.by_id[one].traits))
        for group in groups
    ]
    return {value: [group[value] for group in tally] for value in sorted(set(chain(*tally)))}


def _alone(groups: Groups, asked: Asked) -> list[str]:
    """Those who can be helped in a language, and sit with nobody who knows it."""
    seeking = {one.id for one in asked.seekers}
    found = {
        each.id
        for group in groups
        for one, other in combinations([asked.by_id[person_id] for person_id in group], 2)
        if one.help_languages & other.help_languages
        for each in (one, other)
    }
    return sorted(seeking - found)


def _remarks(groups: Groups, asked: Asked) -> Iterator[Remark]:
    place = _places(groups, asked)
    for one, other in asked.apart_pairs:
        if place[one] == place[other]:
            yield Remark("clash", (one, other))
    for one, other in asked.wished_pairs:
        if place[one] != place[other]:
            yield Remark("wish_split", (one, other))
    for (one, other), times in asked.meetings.items():
        if place[one] == place[other]:
            yield Remark("met_before", (one, other), {"times": times})
    yield from (Remark("alone", (person_id,)) for person_id in _alone(groups, asked))
    yield from (Remark("alone_here", (one.id,)) for one in asked.alone_here)
    for trait in TRAITS:
        for value, counts in _counts(groups, asked, trait).items():
            if max(counts) - min(counts) > 1:
                bounds: dict[str, Value] = {"fewest": min(counts), "most": max(counts)}
                yield Remark("uneven", (), {"trait": trait, "value": value, **bounds})


def _seeks(one: Member) -> bool:
    return one.role != COACH and bool(one.help_languages)


def _ordered(pairs: Iterable[Key]) -> set[Key]:
    return {(min(pair), max(pair)) for pair in pairs}


def _places(groups: Groups, asked: Asked) -> dict[str, int]:
    """The number of the group that each sits in."""
    place = {person_id: number for number, group in enumerate(groups) for person_id in group}
    if place.keys() != asked.by_id.keys() or sum(map(len, groups)) != len(place):
        raise Impossible("not_a_split", "these groups do not hold everybody once")
    return place


def _faults_of_members(asked: Asked) -> Iterator[tuple[str, str]]:
    people = len(asked.members)
    if not people:
        yield "no_members", "nobody to split"
    if people > MOST_MEMBERS:
        yield "too_large", f"{people} people; at most {MOST_MEMBERS} are split at once"
    for person_id, times in Counter(one.id for one in asked.members).items():
        if times > 1:
            yield "duplicate_id", f"{person_id!r} is the id of {times} people"
        if person_id == "":
            yield "bad_member", "an id cannot be empty"
    if asked.groups < 1:
        yield "no_groups", f"{asked.groups} groups"
    if asked.groups > people:
        yield "too_many_groups", f"{asked.groups} groups for {people} people"


def _faults_of_pairs(asked: Asked) -> Iterator[tuple[str, str]]:
    for one, other in sorted(asked.apart | asked.together):
        for person_id in (one, other):
            if person_id not in asked.by_id:
                yield "unknown_id", f"{person_id!r} is in a pair but not here"
    for one, other in sorted({*asked.apart, *asked.together, *asked.met_before}):
        if one == other:
            yield "pair_of_one", f"{one!r} is paired with nobody else"
    for pair in sorted(_ordered(asked.apart) & _ordered(asked.together)):
        yield "wished_and_apart", f"{pair} are to sit both together and apart"
    for pair, times in asked.met_before.items():
        if times < 0:
            yield "bad_times", f"{pair} met {times} times"
