"""Reads about what is to do for recruiting through the year."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.dates import MONTHS

from samen.outreach.models import YearTask, YearTaskDone


@dataclass(frozen=True)
class Month:
    """One month with what is to do in it."""

    number: int
    name: str
    tasks: list[YearTask]
    is_now: bool


def tasks_of(year: int) -> QuerySet[YearTask]:
    """Every task, each with whether it is done in this year as `is_done`."""
    done = YearTaskDone.objects.filter(task=OuterRef("pk"), year=year)
    return YearTask.objects.annotate(is_done=Exists(done))


def year_plan(today: date) -> list[Month]:
    """The twelve months of this year."""
    tasks = list(tasks_of(today.year))
    return [
        Month(number, str(name), [one for one in tasks if one.month == number], number == today.month)
        for number, name in MONTHS.items()
    ]


def due_tasks(today: date) -> list[YearTask]:
    """What is to do this month and not done yet."""
    return list(tasks_of(today.year).filter(month=today.month, is_done=False))  # type: ignore[misc]
