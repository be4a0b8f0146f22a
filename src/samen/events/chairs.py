"""Who waited for a chair and now has one hears it."""

from collections.abc import Sequence
from datetime import datetime

from samen.events.invitations import entries
from samen.events.messages import CHAIR
from samen.events.models import Event
from samen.events.queries import may_be_told, waiting_for_a_chair
from samen.messaging.actions.outbox import enqueue_all
from samen.messaging.queries import initiative


def tell_who_moves_up(event: Event, waited: Sequence[int], now: datetime) -> int:
    """Tell those of `waited` (numbers of invitations) who have a chair by now; returns how many."""
    if not waited:
        return 0
    still = set(waiting_for_a_chair(event))
    moved_up = [number for number in waited if number not in still]
    told = may_be_told(event).filter(pk__in=moved_up, reply="yes")
    return len(enqueue_all(entries(event, told, CHAIR, initiative(), now), now=now))
