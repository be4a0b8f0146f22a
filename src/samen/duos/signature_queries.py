"""Reads about the agreement: what it says to somebody, who signed, who still has to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count

from samen.base import languages
from samen.duos.check_in_queries import ROLES, side
from samen.duos.choices import DuoStatus
from samen.duos.models import Duo, Signature
from samen.duos.paper_words import AgreementWords, agreement_words
from samen.people.models import Participation

# A paper that is not signed after two weeks is forgotten.
SIGNED_WITHIN = timedelta(days=14)


@dataclass(frozen=True)
class Line:
    """One of the two and their signature, if it is there."""

    part: Participation
    signature: Signature | None


def signatures(duo: Duo) -> list[Line]:
    """Newcomer and coach, each with their signature; whoever was erased has none."""
    there = {one.by_role: one for one in Signature.objects.filter(duo=duo)}
    two = [(role, side(duo, role)) for role in ROLES]
    return [Line(part, there.get(role)) for role, part in two if part.person.erased_on is None]


def has_signed(duo: Duo, role: str) -> bool:
    """Whether this one of the two signed."""
    return Signature.objects.filter(duo=duo, by_role=role).exists()


def signed_by(duos: Iterable[Duo], role: str) -> set[int]:
    """Which of these duos this side signed; of those from before nobody knows, and nobody asks."""
    found = list(duos)
    from_before = {duo.pk for duo in found if duo.rules_told_on is None}
    there = Signature.objects.filter(duo__in=[duo.pk for duo in found], by_role=role)
    return from_before | set(there.values_list("duo_id", flat=True))


def unsigned(today: date) -> list[Duo]:
    """Duos that began two weeks ago without both names under their agreement, the oldest first.

    Only of duos that began here, and where somebody signs here: who keeps the papers elsewhere is not asked.
    """
    if not Signature.objects.exists():
        return []
    late = Duo.objects.filter(
        status=DuoStatus.ACTIVE, rules_told_on__isnull=False, starts_on__lt=today - SIGNED_WITHIN
    )
    counted = late.annotate(signed=Count("signatures")).filter(signed__lt=len(ROLES))
    return list(counted.select_related("newcomer__person", "coach__person").order_by("starts_on", "id"))


def agreement_in(duo: Duo, language: str) -> list[tuple[str, AgreementWords]]:
    """(language, words) of the agreement for who reads this language: that one first, then the Dutch."""
    own = language if language in languages.codes() else languages.DUTCH
    return [(code, _words(duo, code)) for code in _once((own, languages.DUTCH))]


def _words(duo: Duo, code: str) -> AgreementWords:
    return agreement_words(
        code,
        newcomer=str(duo.newcomer),
        coach=str(duo.coach),
        given=(duo.newcomer.person.given_name, duo.coach.person.given_name),
        first=duo.starts_on,
        last=duo.ends_on,
        rhythm_days=duo.rhythm_days,
    )


def _once(codes: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(codes))
