"""The audit line: every action writes exactly one."""

from dataclasses import dataclass
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
    AuditLine.objects.create(
        initiative_id=current_initiative_id(),
        at=clock.now(),
        actor=actor.label,
        verb=verb,
        subject_kind=subject._meta.label_lower,
        subject_id=subject.pk,
        facts=facts,
    )


def history(subject: models.Model) -> models.QuerySet[AuditLine]:
    """Lines about one record, newest first."""
    return AuditLine.objects.filter(
        initiative_id=current_initiative_id(),
        subject_kind=subject._meta.label_lower,
        subject_id=subject.pk,
    ).order_by("-id")
