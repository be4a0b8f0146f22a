"""Reads about insurance policies: what holds on a day, until when, and what asks for attention."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from samen.papers import policy_rules
from samen.papers.models import Policy


def policies() -> list[Policy]:
    """Every policy, newest first."""
    return list(Policy.objects.all())


def policy_on(day: date) -> Policy | None:
    """A policy for liability that is valid on a day."""
    valid = Policy.objects.filter(Q(ends_on=None) | Q(ends_on__gte=day), starts_on__lte=day)
    return valid.filter(covers_liability=True).first()


@dataclass(frozen=True)
class Cover:
    """How the liability of volunteers is insured on a day: until when (nothing when it is not)."""

    last: date | None
    is_urgent: bool

    @property
    def goes_on(self) -> bool:
        """Whether no end is known."""
        return self.last == date.max


def cover(today: date) -> Cover:
    """How it stands today."""
    terms = Policy.objects.filter(covers_liability=True).values_list("starts_on", "ends_on")
    last = policy_rules.covered_until(terms, today)
    return Cover(last, policy_rules.is_urgent(last, today))


def cover_that_waits(today: date) -> Cover | None:
    """The cover when it asks for attention: it ends within sixty days, or is over.

    Where no policy was ever noted, the start of each duo asks why; Today does not repeat it.
    """
    if not Policy.objects.exists():
        return None
    now = cover(today)
    waits = now.last is None or policy_rules.ends_soon(now.last, today)
    return now if waits else None
