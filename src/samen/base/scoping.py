"""Tenancy: whose data may be read and written now.

A scope names one initiative. Tables of a tenant refuse every query outside a scope, so a forgotten
filter is an error and never a leak. The scope is set in one place for pages (`initiatives.access`), and by
hand for commands, the tick and tests.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

from django.db import models

_current: ContextVar[int | None] = ContextVar("samen_initiative", default=None)

M = TypeVar("M", bound=models.Model)


class ScopeMissingError(RuntimeError):
    """A tenant's table was asked for without saying whose data."""


class ForeignScopeError(RuntimeError):
    """A row of one initiative would be written while another is in scope."""


def current_initiative_id() -> int:
    """Id of the initiative in scope; raises ScopeMissingError when there is none."""
    initiative_id = _current.get()
    if initiative_id is None:
        raise ScopeMissingError("No initiative in scope: wrap this in `with scope(initiative_id):`.")
    return initiative_id


@contextmanager
def scope(initiative_id: int) -> Iterator[None]:
    """Run the block for this initiative only."""
    token = _current.set(initiative_id)
    try:
        yield
    finally:
        _current.reset(token)


@contextmanager
def no_scope() -> Iterator[None]:
    """Run the block without any initiative, as at the start of every request."""
    token = _current.set(None)
    try:
        yield
    finally:
        _current.reset(token)


class ScopedQuerySet(models.QuerySet[M]):
    """A query set that writes only into the initiative in scope."""

    def bulk_create(self, objs: Any, *args: Any, **kwargs: Any) -> list[M]:
        """As Django's, after checking each row's initiative."""
        rows = list(objs)
        refuse_foreign(rows)
        return super().bulk_create(rows, *args, **kwargs)


class ScopedManager(models.Manager[M]):
    """Filters on the initiative in scope and raises when there is none."""

    def get_queryset(self) -> ScopedQuerySet[M]:
        """Rows of the initiative in scope."""
        queryset: ScopedQuerySet[M] = ScopedQuerySet(self.model, using=self._db)
        return queryset.filter(initiative_id=current_initiative_id())


def refuse_foreign(rows: Sequence[models.Model]) -> None:
    """Raise ForeignScopeError when a row belongs to another initiative than the one in scope."""
    here = current_initiative_id()
    for row in rows:
        if getattr(row, "initiative_id", None) != here:
            raise ForeignScopeError(
                f"{type(row).__name__} belongs to another initiative than the one in scope."
            )
