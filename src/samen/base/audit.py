"""The audit line: every action writes exactly one about each record that it changes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models

from samen.base import clock
from samen.base.models import AuditLine
from samen.base.scoping import current_initiative_id


@dataclass(frozen=True)
class Actor:
    """Who acts: a kind and an id, never a name ("user:12", "tick", "command")."""

    label: str

    @classmethod
    def user(cls, user_id: int | None) -> "Actor":
        """A member of staff."""
        return cls(f"user:{user_id}")


TICK = Actor("tick")
COMMAND = Actor("command")


def write(actor: Actor, verb: str, subject: models.Model, **facts: Any) -> None:
    """Write one line about `subject`; `facts` are ids, codes and dates, never content."""
    write_all(actor, verb, [subject], **facts)


def write_of_site(actor: Actor, verb: str, subject: models.Model, **facts: Any) -> None:
    """Write one line about what belongs to the whole installation, and to no initiative."""
    AuditLine.objects.create(
        initiative_id=None,
        at=clock.now(),
        actor=actor.label,
        verb=verb,
        subject_kind=subject._meta.label_lower,
        subject_id=subject.pk,
        facts=facts,
    )


def write_all(actor: Actor, verb: str, subjects: Iterable[models.Model], **facts: Any) -> None:
    """Write the same line about each of many subjects."""
    now = clock.now()
    AuditLine.objects.bulk_create(
        AuditLine(
            initiative_id=current_initiative_id(),
            at=now,
            actor=actor.label,
            verb=verb,
            subject_kind=subject._meta.label_lower,
            subject_id=subject.pk,
            facts=facts,
        )
        for subject in subjects
    )


def history(subject: models.Model) -> models.QuerySet[AuditLine]:
    """Lines about one record, newest first."""
    return AuditLine.objects.filter(
        initiative_id=current_initiative_id(),
        subject_kind=subject._meta.label_lower,
        subject_id=subject.pk,
    ).order_by("-id")


def noted_after(
    model: type[models.Model], verbs: Iterable[str], moment: datetime
) -> models.QuerySet[AuditLine]:
    """Lines of these verbs about any record of a kind, written from a moment on, oldest first."""
    return AuditLine.objects.filter(
        initiative_id=current_initiative_id(),
        subject_kind=model._meta.label_lower,
        verb__in=list(verbs),
        at__gte=moment,
    ).order_by("id")


def touched_since(
    model: type[models.Model], ids: Iterable[int], since: datetime, *, besides: Iterable[str] = ()
) -> set[int]:
    """Which of these records somebody acted upon after a moment; verbs `besides` do not count."""
    lines = AuditLine.objects.exclude(verb__in=list(besides)).filter(
        initiative_id=current_initiative_id(),
        subject_kind=model._meta.label_lower,
        subject_id__in=list(ids),
        at__gt=since,
    )
    return {subject_id for subject_id in lines.values_list("subject_id", flat=True) if subject_id is not None}
