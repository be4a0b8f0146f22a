"""The criminal-record extract of a coach who sees minors, on plain values (model 596.2, domain 5.7).

Since 1 February 2023 an organisation asks it of new, adult volunteers with structural, direct contact with
minors (O-23, O-24, O-71). Duos of adults are not meant; a duo with a family or with a minor is treated as if
it were, until the organisation decides otherwise.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from samen.base.dates import add_months
from samen.papers.choices import RecordWhy

# Who was a volunteer before this day is not new.
LAW_FROM = date(2023, 2, 1)
OF_AGE = 18
# Domain section 6: "extract-check date 12 months after end".
KEPT_MONTHS = 12

WHY_ASKED = frozenset({RecordWhy.FAMILY, RecordWhy.MINOR})
WHY_NOT = frozenset(RecordWhy) - WHY_ASKED


def may_be_minor(birth_year: int | None, day: date) -> bool:
    """Whether somebody of whom only the year of birth is known can still be under eighteen."""
    return birth_year is not None and day.year - birth_year <= OF_AGE


def is_asked_of(*, registered_on: date, birth_year: int | None, day: date) -> bool:
    """Whether a coach is new and can be of age; of whom the year of birth is not known it is asked."""
    is_adult = birth_year is None or day.year - birth_year >= OF_AGE
    return registered_on >= LAW_FROM and is_adult


def is_fresh(*, issued_on: date, checked_on: date, months: int) -> bool:
    """Whether an extract was not too old on the day on which it was read (O-24)."""
    return issued_on <= checked_on <= add_months(issued_on, months)


@dataclass(frozen=True)
class Check:
    """What was noted about one coach: whether it is required, and on which day somebody read or decided."""

    required: bool
    checked_on: date


def counts_until(check: Check, months: int) -> date | None:
    """The last day on which a check still counts at this organisation (O-24); none when it has no end."""
    return add_months(check.checked_on, months) if check.required else None


def is_covered(checks: Iterable[Check], *, day: date, months: int) -> bool:
    """Whether one of these still counts on a day; that none is required was decided once and for all."""
    untils = [counts_until(check, months) for check in checks]
    return any(until is None or day <= until for until in untils)
