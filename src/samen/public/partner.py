"""What an intermediary sees of those who came through them: with consent a first name, a day and one word.

Never a reason and never more (R87). Where somebody stands is asked of the facts, at the moment of looking.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.utils.timezone import localtime

from samen.duos.models import Duo
from samen.intake.choices import Outcome
from samen.intake.models import Decision
from samen.outreach import rules
from samen.outreach.choices import Progress
from samen.outreach.models import Intermediary, Registration
from samen.people.choices import ConsentKind
from samen.people.models import Consent

# With these somebody does not start, at least not now; why is not told.
GOES_NO_FURTHER = {Outcome.REFERRED, Outcome.DECLINED, Outcome.WITHDRAWN}


@dataclass(frozen=True)
class Referred:
    """Somebody who agreed that the intermediary hears how it goes."""

    given_name: str
    on: date
    progress: Progress


@dataclass(frozen=True)
class Referrals:
    """Those who came through one intermediary: who agreed to be named, and how many did not."""

    named: list[Referred]
    unnamed: int

    @property
    def total(self) -> int:
        """How many came."""
        return len(self.named) + self.unnamed


def referrals_of(intermediary: Intermediary) -> Referrals:
    """Everybody who came with a link or code of this intermediary, newest first, in one query."""
    came = list(_with_facts(Registration.objects.filter(source__intermediary=intermediary)))
    named = [one for one in came if one.may_be_named]  # type: ignore[attr-defined]
    return Referrals([_referred(one) for one in named], len(came) - len(named))


def progress_of(registration: Registration) -> Progress:
    """One word for where somebody stands; the registration comes from `_with_facts`."""
    outcome: str | None = registration.outcome  # type: ignore[attr-defined]
    return rules.progress(
        ever_in_a_duo=registration.ever_in_a_duo,  # type: ignore[attr-defined]
        goes_no_further=registration.participation.ended_on is not None or outcome in GOES_NO_FURTHER,
        was_contacted=registration.contacted_on is not None or outcome is not None,
    )


def _referred(registration: Registration) -> Referred:
    return Referred(
        given_name=registration.participation.person.given_name,
        on=localtime(registration.received_at).date(),
        progress=progress_of(registration),
    )


def _with_facts(found: QuerySet[Registration]) -> QuerySet[Registration]:
    """Annotate what progress is told from, and whether the person may be named at all."""
    part = OuterRef("participation")
    decisions = Decision.objects.filter(participation=part).order_by("-id")
    consents = Consent.objects.filter(participation=part, kind=ConsentKind.INTERMEDIARY)
    # What is taken back counts, whatever was said at registration.
    stands = ~Exists(consents) | Exists(consents.filter(withdrawn_on=None))
    return found.select_related("participation__person").annotate(
        outcome=Subquery(decisions.values("outcome")[:1]),
        ever_in_a_duo=Exists(Duo.objects.filter(Q(newcomer=part) | Q(coach=part))),
        may_be_named=Q(intermediary_may_know=True) & stands,
    )
