"""What a programme brings, as people say themselves (R99): averages of the same people, never of few.

What is asked after a duo that stopped early (R100) holds no scores: the end is the closing talk of a whole
course, so that an early stop neither counts as one nor moves the averages of those who went on.

Pure: plain values in, figures out. What could point at somebody is left out before anything is counted.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from samen.duos.choices import CheckInMoment, HowItGoes

T = TypeVar("T")

# Fewer people than this are never told of: somebody could be recognised.
FEWEST = 5
START, HALFWAY, END = CheckInMoment.FIRST_WEEKS, CheckInMoment.HALFWAY, CheckInMoment.BEFORE_END
# Compared are the same people at each moment: at all three if enough of them gave all three.
COMPARED = ((START, HALFWAY, END), (START, END), (START, HALFWAY))


@dataclass(frozen=True)
class Score:
    """What somebody gave themselves, 1 to 5, at a moment of a duo that began in a year."""

    who: int
    duo: int
    year: int
    moment: str
    score: int


@dataclass(frozen=True)
class Measured:
    """The averages of the same people, at each moment."""

    people: int
    averages: Mapping[str, float]


@dataclass(frozen=True)
class Answer:
    """What somebody said of how it goes; the later ones count."""

    who: int
    year: int
    answer: str


@dataclass(frozen=True)
class Share:
    """How many people were asked and how many of a hundred said that it is well."""

    people: int
    good: int


def tellable(by_year: Mapping[int, Sequence[T]], year: int | None) -> list[T]:
    """The people of a year, or of all; nobody when they are few.

    Small years are told together or not at all: otherwise whoever takes the other years off the whole would
    read them.
    """
    large = {key: ones for key, ones in by_year.items() if len(ones) >= FEWEST}
    if year is not None:
        return list(large.get(year, ()))
    small = [one for key, ones in sorted(by_year.items()) if key not in large for one in ones]
    found = [one for _key, ones in sorted(large.items()) for one in ones]
    return found + (small if len(small) >= FEWEST else [])


def measured(scores: Iterable[Score], year: int | None = None) -> Measured | None:
    """The averages of the people who gave a score at several moments; None when they are few."""
    known = list(scores)
    for moments in COMPARED:
        by_year = _series(known, moments)
        # For a year the same moments as for all: two ways to look at a group would tell too much.
        if tellable(by_year, None):
            people = tellable(by_year, year)
            averages = {
                str(moment): round(sum(ones[nth] for ones in people) / len(people), 1)
                for nth, moment in enumerate(moments)
                if people
            }
            return Measured(len(people), averages) if people else None
    return None


def _series(scores: Iterable[Score], moments: Sequence[str]) -> dict[int, list[tuple[int, ...]]]:
    """By year the scores of everybody who gave all of these; each person once, with their first such duo."""
    given: dict[tuple[int, int], dict[str, Score]] = {}
    for one in scores:
        given.setdefault((one.who, one.duo), {})[one.moment] = one
    found: dict[int, list[tuple[int, ...]]] = {}
    seen: set[int] = set()
    for (who, _duo), said in sorted(given.items()):
        if who not in seen and all(moment in said for moment in moments):
            seen.add(who)
            year = said[moments[0]].year
            found.setdefault(year, []).append(tuple(said[moment].score for moment in moments))
    return found


def share(answers: Iterable[Answer], year: int | None = None) -> Share | None:
    """How many said last that it is well, of a hundred; None when few. `answers` are in order of time."""
    last = {one.who: one for one in answers}
    by_year: dict[int, list[str]] = {}
    for one in last.values():
        by_year.setdefault(one.year, []).append(one.answer)
    people = tellable(by_year, year)
    if not people:
        return None
    return Share(len(people), round(100 * people.count(HowItGoes.GOOD) / len(people)))
