"""Verbs about what the two of a duo want to do."""

from datetime import datetime

from samen.base import audit
from samen.base.scoping import current_initiative_id
from samen.duos.models import Duo, IdeaMark
from samen.library.queries import one_idea


def mark_idea(*, duo: Duo, code: str, by_role: str, now: datetime, actor: audit.Actor) -> None:
    """One of the two would like to do this; pressed twice it is said once. LookupError for no such idea."""
    if one_idea(code) is None:
        raise LookupError(code)
    mark, is_new = IdeaMark.objects.get_or_create(
        initiative_id=current_initiative_id(),
        duo=duo,
        code=code,
        by_role=by_role,
        defaults={"marked_at": now},
    )
    if is_new:
        audit.write(actor, "mark_idea", mark)


def unmark_idea(*, duo: Duo, code: str, by_role: str, actor: audit.Actor) -> None:
    """Not after all."""
    for mark in IdeaMark.objects.filter(duo=duo, code=code, by_role=by_role):
        audit.write(actor, "unmark_idea", mark)
        mark.delete()
