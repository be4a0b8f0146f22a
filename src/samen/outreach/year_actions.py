"""Verbs about what is to do for recruiting through the year."""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from samen.base import audit
from samen.base.errors import Conflict, RuleBroken
from samen.base.scoping import current_initiative_id
from samen.outreach.models import YearTask, YearTaskDone
from samen.outreach.year_suggestions import SUGGESTIONS


def add_task(*, month: int, what: str, actor: audit.Actor) -> YearTask:
    """One more thing to do in a month of every year."""
    try:
        with transaction.atomic():
            task = YearTask.objects.create(initiative_id=current_initiative_id(), month=month, what=what)
            audit.write(actor, "add_year_task", task)
    except IntegrityError as error:
        raise RuleBroken("same_task", _("Dit staat al in die maand.")) from error
    return task


@transaction.atomic
def begin_with_suggestions(*, actor: audit.Actor) -> None:
    """Our list to begin with; only while there is none."""
    if YearTask.objects.exists():
        raise Conflict("not_empty", _("Er staat al iets in het jaarplan. Laad de pagina opnieuw."))
    for month, what in SUGGESTIONS:
        add_task(month=month, what=what, actor=actor)


@transaction.atomic
def mark_done(*, task: YearTask, today: date, actor: audit.Actor) -> None:
    """Done this year; pressed twice it is done once."""
    _done, is_new = YearTaskDone.objects.get_or_create(
        initiative_id=current_initiative_id(), task=task, year=today.year, defaults={"done_on": today}
    )
    if is_new:
        audit.write(actor, "year_task_done", task, year=today.year)


@transaction.atomic
def take_back_done(*, task: YearTask, today: date, actor: audit.Actor) -> None:
    """Not done after all."""
    YearTaskDone.objects.filter(task=task, year=today.year).delete()
    audit.write(actor, "year_task_not_done", task, year=today.year)


@transaction.atomic
def remove_task(*, task: YearTask, actor: audit.Actor) -> None:
    """No longer a task of any year."""
    audit.write(actor, "remove_year_task", task)
    task.delete()
