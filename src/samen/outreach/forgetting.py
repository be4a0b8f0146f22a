"""What the tick lets go: drafts, and intermediaries with whom nobody was in touch for two years.

What came of their work stays counted: their links stay, under the name of the organisation. And what goes of
a person who is erased.
"""

import json
from collections.abc import Callable, Sequence
from datetime import date, datetime, time

from django.db import transaction
from django.db.models import Max, Q
from django.utils.translation import gettext as _

from samen.base import audit
from samen.base.clock import BRUSSELS
from samen.base.dates import add_months
from samen.outreach.models import Draft, Intermediary, Registration, Source
from samen.outreach.registration import forget_drafts
from samen.outreach.rules import MONTHS_KEPT, last_sign
from samen.people.models import Participation


def forget_old(*, today: date) -> int:
    """The tick's verb: drafts after a month, intermediaries two years after the last contact."""
    drafts = forget_drafts(now=datetime.combine(today, time.min, BRUSSELS))
    old = [one for one in _quiet(today) if _is_over(one, today)]
    for intermediary in old:
        _forget(intermediary)
    return drafts + len(old)


def _quiet(today: date) -> list[Intermediary]:
    """Those whom nobody plans to call, with each day on which we heard of them."""
    return list(
        Intermediary.objects.filter(Q(call_again_on=None) | Q(call_again_on__lt=today)).annotate(
            spoken_on=Max("contacts__on"),
            given_on=Max("handouts__on"),
            linked_on=Max("sources__made_on"),
            referred_at=Max("sources__registrations__received_at"),
        )
    )


def _is_over(one: Intermediary, today: date) -> bool:
    referred_at: datetime | None = one.referred_at  # type: ignore[attr-defined]
    last = last_sign(
        one.spoken_on,  # type: ignore[attr-defined]
        one.given_on,  # type: ignore[attr-defined]
        one.linked_on,  # type: ignore[attr-defined]
        referred_at.astimezone(BRUSSELS).date() if referred_at else None,
        one.agreed_on,
        one.ended_on,
    )
    # With whom nobody ever spoke: since they came into the register, to be called.
    last = last or one.call_again_on or _last_touched_on(one)
    return last is not None and last < add_months(today, -MONTHS_KEPT)


def _last_touched_on(one: Intermediary) -> date | None:
    line = audit.history(one).first()
    return line.at.astimezone(BRUSSELS).date() if line else None


@transaction.atomic
def _forget(intermediary: Intermediary) -> None:
    audit.write(audit.TICK, "forget_intermediary", intermediary)
    label = intermediary.organisation or _("een tussenpersoon van vroeger")
    Source.objects.filter(intermediary=intermediary).update(intermediary=None, label=label)
    intermediary.delete()


@transaction.atomic
def forget_person(*, parts: Sequence[Participation]) -> None:
    """How a person who is erased came in; `privacy.actions.erase` composes it with the other apps."""
    Registration.objects.filter(participation__in=parts).delete()
    Registration.objects.filter(same_as__in=parts).update(same_as=None)


@transaction.atomic
def forget_drafts_of(*, names_them: Callable[[str], bool]) -> None:
    """Registrations that somebody began and never sent, as far as they name who is erased."""
    drafts = Draft.objects.all()
    begun = [one.pk for one in drafts if names_them(json.dumps(one.answers, ensure_ascii=False))]
    Draft.objects.filter(pk__in=begun).delete()
