"""Letting rows go whose term is over: in pieces, so that nobody waits behind a long transaction."""

from typing import Any

from django.db.models import QuerySet

PIECE = 500


def delete_in_pieces(rows: QuerySet[Any]) -> int:
    """Delete every row, some at a time; returns how many. Each piece is a transaction of its own."""
    gone = 0
    while ids := list(rows.order_by().values_list("pk", flat=True)[:PIECE]):
        rows.model._default_manager.filter(pk__in=ids).delete()
        gone += len(ids)
    return gone
