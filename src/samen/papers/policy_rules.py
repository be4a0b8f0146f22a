"""When the insurance holds and when it asks for attention, on plain values (FAQ question 5, R53)."""

from collections.abc import Iterable
from datetime import date, timedelta

# Domain table 4.1: warn 60 and 14 days before the end.
WARN_DAYS, URGENT_DAYS = 60, 14

Term = tuple[date, date | None]


def holds(term: Term, day: date) -> bool:
    """Whether a policy is valid on a day; both its days count, and without an end it goes on."""
    starts_on, ends_on = term
    return starts_on <= day and (ends_on is None or day <= ends_on)


def covered_until(terms: Iterable[Term], day: date) -> date | None:
    """The last day in a row on which some policy is valid, from `day` on; `date.max` when it goes on.

    None when there is no cover on the day itself.
    """
    last = day - timedelta(days=1)
    for starts_on, ends_on in sorted((first, end or date.max) for first, end in terms):
        if starts_on > last + timedelta(days=1):
            break
        last = max(last, ends_on)
        if last == date.max:
            break
    return last if last >= day else None


def ends_soon(last: date, day: date) -> bool:
    """Whether the desk hears that the cover stops: from sixty days before."""
    return last - timedelta(days=WARN_DAYS) <= day


def is_urgent(last: date | None, day: date) -> bool:
    """Whether it cannot wait: fourteen days before, or no cover at all."""
    return last is None or last - timedelta(days=URGENT_DAYS) <= day
