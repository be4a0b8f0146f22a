"""Everything that becomes due by itself. Safe to run at any moment and as often as one likes."""

from datetime import date

from django.core.management import call_command

from samen.base import clock, heartbeat
from samen.base.scoping import scope
from samen.compliance.actions import refresh
from samen.events import actions as events
from samen.initiatives.queries import all_initiatives
from samen.lists.actions import forget_old
from samen.messaging import actions as messaging
from samen.outreach.registration import forget_drafts
from samen.papers import actions as papers


def tick(day: date) -> dict[str, int]:
    """Run every owner's due work for `day`; returns how many alerts opened and closed."""
    opened = closed = 0
    for initiative in all_initiatives():
        with scope(initiative.pk):
            more, fewer = refresh(today=day)
            papers.settle(today=day)
            papers.forget_old(today=day)
            forget_old(today=day)
            messaging.forget_old(today=day)
            forget_drafts(now=clock.now())
            events.remind(now=clock.now())
            messaging.deliver(now=clock.now())
        opened, closed = opened + more, closed + fewer
    # One row for each message that left: kept for two weeks, in case somebody asks what a worker did.
    call_command("prune_db_task_results", verbosity=0)
    heartbeat.beat(day)
    return {"opened": opened, "closed": closed}
