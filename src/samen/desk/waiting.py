"""Who waits for somebody and has heard nothing for long, and the word they get."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db.models import CharField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Coalesce, Concat, Greatest, TruncDate

from samen.base import audit
from samen.desk.choices import Stage
from samen.desk.queries import with_stage
from samen.intake.messages import STILL_LOOKING
from samen.intake.models import Decision
from samen.messaging.actions.outbox import Entry, enqueue_all
from samen.messaging.choices import Status
from samen.messaging.models import OutboxMessage
from samen.people.models import Participation
from samen.people.queries import parts
from samen.people.recipients import recipient

# Nobody waits a month without a word. The programme names no number: this one is ours.
WORD_EVERY_DAYS = 28


def waiting_long(now: datetime) -> QuerySet[Participation]:
    """Those who wait and heard nothing for four weeks, longest first; each with `heard_on`."""
    decided = Decision.objects.filter(participation=OuterRef("pk")).order_by("-id").values("decided_on")
    told = (
        OutboxMessage.objects.filter(about=OuterRef("reference"))
        .exclude(status__in=(Status.FAILED, Status.STOPPED))
        .order_by("-created_at")
        .annotate(day=TruncDate("created_at"))
        .values("day")
    )
    waiting = with_stage(parts()).filter(stage=Stage.WAITING)  # type: ignore[misc]
    found = (
        waiting.annotate(reference=Concat(Value("part:"), Cast("pk", CharField())))
        .annotate(decided_on=Subquery(decided[:1]), told_on=Subquery(told[:1]))
        .annotate(heard_on=Greatest("waits_from", "decided_on", Coalesce("told_on", "decided_on")))
    )
    long_ago = (now - timedelta(days=WORD_EVERY_DAYS)).date()
    # Whoever is asked about a proposal hears from us already.
    asked = Q(proposals_as_newcomer__status="open") | Q(proposals_as_coach__status="open")
    return found.filter(heard_on__lte=long_ago).exclude(asked).order_by("heard_on", "pk")


def send_word(*, people: Sequence[Participation], now: datetime, actor: audit.Actor) -> int:
    """Tell these that they are not forgotten; twice on a day is once. Returns how many."""
    entries = [
        Entry(
            key=f"{STILL_LOOKING}:{part.pk}:{now.date()}",
            kind=STILL_LOOKING,
            to=recipient(part.person),
            values={"given_name": part.person.given_name},
            about=f"part:{part.pk}",
        )
        for part in people
    ]
    enqueue_all(entries, now=now)
    audit.write_all(actor, "send_word", list(people))
    return len(entries)
