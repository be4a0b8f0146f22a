"""What belongs to a key, and when a row may stand beside the others. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from samen.rulebook.choices import Key, Subject, Unit

LONGEST_WORDS, LONGEST_SOURCE, LONGEST_ADDRESS = 300, 200, 400


@dataclass(frozen=True)
class About:
    """What belongs to a key: its subject, what it counts, and between which values it can be."""

    subject: Subject
    unit: Unit
    least: Decimal = Decimal(0)
    most: Decimal = Decimal(0)

    @property
    def is_words(self) -> bool:
        """Whether sources are quoted, side by side, instead of one number that counts."""
        return self.unit == Unit.WORDS


ABOUT: Mapping[str, About] = {
    Key.UNEMPLOYMENT_ANSWER: About(Subject.BENEFITS, Unit.WORKING_DAYS, Decimal(1), Decimal(90)),
    Key.BENEFIT_ASK_AGAIN: About(Subject.BENEFITS, Unit.MONTHS, Decimal(1), Decimal(24)),
    Key.TIME_CREDIT: About(Subject.BENEFITS, Unit.WORDS),
    Key.SICKNESS_RENEWAL: About(Subject.BENEFITS, Unit.WORDS),
    Key.LIVING_WAGE: About(Subject.BENEFITS, Unit.WORDS),
    Key.VOLUNTEER_AGE: About(Subject.VOLUNTEERS, Unit.YEARS, Decimal(12), Decimal(21)),
    Key.VOLUNTEER_AGE_SCHOOL: About(Subject.VOLUNTEERS, Unit.YEARS, Decimal(12), Decimal(21)),
    Key.RECORD_EXTRACT: About(Subject.MINORS, Unit.MONTHS, Decimal(1), Decimal(12)),
    Key.RECORD_AGAIN: About(Subject.MINORS, Unit.MONTHS, Decimal(1), Decimal(60)),
}


@dataclass(frozen=True)
class Span:
    """From a day to a day; without an end until further notice."""

    first: date
    last: date | None = None

    def holds(self, day: date) -> bool:
        """Whether the day lies in it."""
        return self.first <= day and (self.last is None or day <= self.last)

    def meets(self, other: "Span") -> bool:
        """Whether the two share a day."""
        return (other.last is None or self.first <= other.last) and (
            self.last is None or other.first <= self.last
        )


def ends_before(there: Span, new: Span) -> date | None:
    """The last day of a row that a new one follows: only one until further notice makes way."""
    return new.first - timedelta(days=1) if there.last is None and there.first < new.first else None


def in_the_way(there: Iterable[Span], new: Span) -> Span | None:
    """The first row that counts on a day of the new one and does not make way for it."""
    return next((span for span in there if span.meets(new) and ends_before(span, new) is None), None)
