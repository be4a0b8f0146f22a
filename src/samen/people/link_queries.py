"""Reads about personal links: by a token, by a code, by the secret of a telephone; who asked to be called."""

from datetime import datetime

from django.db.models import QuerySet

from samen.base.scoping import scope
from samen.people.link_actions import VISIT_LASTS, code_hashed, hashed
from samen.people.models import CallRequest, Participation, PersonalLink, Visit


def split(token: str) -> tuple[int, str] | None:
    """The initiative and the secret in a token; None when it cannot be one."""
    number, _dash, secret = token.partition("-")
    if not (number.isascii() and number.isdigit() and len(number) < 19 and secret):
        return None
    return int(number), secret


def find_link(token: str) -> PersonalLink | None:
    """The living link with this token, of somebody who takes part."""
    parts = split(token)
    if parts is None:
        return None
    with scope(parts[0]):
        return _living().filter(token_hash=hashed(parts[1])).first()


def find_by_code(code: str, now: datetime) -> PersonalLink | None:
    """The living link with this code, in the initiative in scope."""
    return _living().filter(code_hash=code_hashed(code), code_until__gt=now).first()


def find_visit(cookie: str, now: datetime) -> Visit | None:
    """The telephone with this secret, unless it was left, its link revoked, or nobody came for long."""
    parts = split(cookie)
    if parts is None:
        return None
    with scope(parts[0]):
        visits = Visit.objects.select_related("link__participation__person").filter(
            secret_hash=hashed(parts[1]),
            left_at=None,
            seen_at__gt=now - VISIT_LASTS,
            link__revoked_at=None,
            link__participation__ended_on=None,
        )
        return visits.first()


def links_of(part: Participation) -> QuerySet[PersonalLink]:
    """Every link that somebody ever had, newest first."""
    return PersonalLink.objects.filter(participation=part)


def living_link(part: Participation) -> PersonalLink | None:
    """The link that works now."""
    return links_of(part).filter(revoked_at=None).first()


def disowned() -> QuerySet[PersonalLink]:
    """Links of which somebody said that they are not theirs, and that were not replaced since."""
    living = PersonalLink.objects.filter(revoked_at=None).values("participation")
    return (
        PersonalLink.objects.filter(disowned_at__isnull=False, participation__ended_on=None)
        .exclude(participation__in=living)
        .select_related("participation__person")
    )


def calls_asked() -> QuerySet[CallRequest]:
    """Who asked to be called and was not yet, longest waiting first."""
    return CallRequest.objects.filter(done_at=None).select_related("participation__person")


def _living() -> QuerySet[PersonalLink]:
    found = PersonalLink.objects.filter(revoked_at=None, participation__ended_on=None)
    return found.select_related("participation__person")
