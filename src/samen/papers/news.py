"""What a coach hears in writing about the benefit duty, in their own language."""

from datetime import datetime

from samen.messaging.actions import Entry
from samen.messaging.actions.outbox import enqueue_all
from samen.papers.choices import Duty
from samen.papers.messages import ASK, NOTIFY
from samen.papers.models import Clearance
from samen.people.recipients import recipient


def tell_in_writing(*, clearance: Clearance, now: datetime) -> None:
    """The coach reads what to do; once per declaration. Who has nothing to do hears nothing."""
    if clearance.duty == Duty.NONE:
        return
    person = clearance.participation.person
    entry = Entry(
        key=f"benefit:{clearance.pk}",
        kind=ASK if clearance.duty == Duty.ASK else NOTIFY,
        to=recipient(person),
        values={"given_name": person.given_name},
        about=f"part:{clearance.participation_id}",
    )
    enqueue_all([entry], now=now)
