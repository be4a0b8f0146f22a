"""Work in the background: mail leaves within seconds after it was queued."""

from django_tasks import task

from samen.base import clock
from samen.base.scoping import scope


@task()
def deliver_soon(initiative_id: int) -> int:
    """Send what is due for one initiative; the tick does the same for what waits longer."""
    from samen.messaging.actions.delivery import deliver  # noqa: PLC0415 - the actions queue this task

    with scope(initiative_id):
        done = deliver(now=clock.now())
    if done.has_more:
        # At the end of the row: other initiatives have their turn first.
        deliver_soon.enqueue(initiative_id)
    return done.sent
