"""Lists that count keep their order on any database: a query that groups forgets the order of its model."""

from collections.abc import Callable

import pytest
from django.db.models import QuerySet

from samen.base import clock
from samen.duos.queries import live_duos
from samen.events import queries as events
from samen.intake import appointment_queries as appointments
from samen.lists.queries import lists
from samen.outreach import materials_queries
from samen.outreach import queries as outreach
from tests.support.initiative import Office

COUNTING: tuple[Callable[[], QuerySet], ...] = (
    live_duos,
    lists,
    outreach.main_kinds,
    outreach.intermediaries,
    outreach.sources,
    outreach.channels,
    materials_queries.materials,
    lambda: events.with_replies(events.coming(clock.now())),
    lambda: events.with_replies(events.past(clock.now())),
    lambda: appointments.slots(clock.now()),
    lambda: appointments.free_slots(clock.now()),
)


@pytest.mark.parametrize("read", COUNTING, ids=range(len(COUNTING)))
def test_a_list_that_counts_has_an_order(office: Office, read: Callable[[], QuerySet]) -> None:
    assert read().ordered
