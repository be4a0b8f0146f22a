"""Letting rows go: in pieces, so that nobody waits behind a long transaction; and for good."""

from typing import Any

from django.db import connection
from django.db.models import QuerySet

PIECE = 500


def delete_in_pieces(rows: QuerySet[Any]) -> int:
    """Delete every row, some at a time; returns how many. Each piece is a transaction of its own."""
    gone = 0
    while ids := list(rows.order_by().values_list("pk", flat=True)[:PIECE]):
        rows.model._default_manager.filter(pk__in=ids).delete()
        gone += len(ids)
    return gone


def leave_no_trace() -> bool:
    """Empty the log of writes of SQLite, which still holds what was deleted; whether that could be done.

    With `secure_delete` the file itself is overwritten at once. PostgreSQL cleans up by itself.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return connection.vendor != "sqlite"
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        is_busy: int = cursor.fetchone()[0]
    return not is_busy
