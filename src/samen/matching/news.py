"""What two people hear about their first meeting: in their own language, with a file for the calendar."""

from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import override

from samen.base.moments import full_day_lazy, hour_lazy
from samen.documents import calendar
from samen.documents.calendar import Appointment, Attendee, Method
from samen.initiatives.models import Initiative
from samen.matching.messages import FIRST_MEETING, FIRST_MEETING_OFF
from samen.matching.models import Proposal
from samen.messaging.actions.outbox import Entry, enqueue_all
from samen.messaging.models import OutboxMessage
from samen.messaging.transport import sender_address
from samen.people.models import Participation
from samen.people.recipients import recipient

USUAL_LENGTH = timedelta(hours=1)


def tell_first_meeting(*, proposal: Proposal, here: Initiative, now: datetime) -> None:
    """Both hear when and where; told again, the calendar moves it."""
    _tell(FIRST_MEETING, proposal, here, now)


def tell_first_meeting_off(*, proposal: Proposal, here: Initiative, now: datetime) -> bool:
    """Both hear that it does not go on, if they were told of it; `proposal` is as it stood before."""
    told = Q(kind=FIRST_MEETING, key__startswith=f"{FIRST_MEETING}:{proposal.pk}:")
    called_off = Q(kind=FIRST_MEETING_OFF, key__startswith=f"{FIRST_MEETING_OFF}:{proposal.pk}:")
    # The last word counts: one that was called off and planned again is told only when that was told too.
    last = OutboxMessage.objects.filter(told | called_off).order_by("id").last()
    was_told = last is not None and last.kind == FIRST_MEETING
    if was_told:
        _tell(FIRST_MEETING_OFF, proposal, here, now)
    return was_told


def _tell(kind: str, proposal: Proposal, here: Initiative, now: datetime) -> None:
    two = ((proposal.newcomer, proposal.coach), (proposal.coach, proposal.newcomer))
    enqueue_all([_entry(kind, proposal, part, other, here, now) for part, other in two], now=now)


def _entry(
    kind: str,
    proposal: Proposal,
    part: Participation,
    other: Participation,
    here: Initiative,
    now: datetime,
) -> Entry:
    assert proposal.meets_at is not None, "only a meeting with a moment is told"
    to = recipient(part.person)
    with override(to.language):
        held = _entered(proposal, part, other, here)
    file = (
        calendar.cancel(held, proposal.meets_sequence, stamp=now)
        if kind == FIRST_MEETING_OFF
        else calendar.invitation(held, Method.REQUEST, proposal.meets_sequence, stamp=now)
    )
    return Entry(
        key=f"{kind}:{proposal.pk}:{proposal.meets_sequence}:{part.role}",
        kind=kind,
        to=to,
        values={
            "given_name": part.person.given_name,
            "partner_name": other.person.given_name,
            "day": full_day_lazy(proposal.meets_at),
            "time": hour_lazy(proposal.meets_at),
            "place": proposal.meets_where or here.contact_place or here.name,
        },
        about=f"part:{part.pk}",
        calendar=file.decode() if part.person.email else "",
    )


def _entered(proposal: Proposal, part: Participation, other: Participation, here: Initiative) -> Appointment:
    assert proposal.meets_at is not None, "only a meeting with a moment stands in a calendar"
    person = part.person
    return Appointment(
        uid=f"first-meeting-{proposal.pk}@{here.slug}.{urlsplit(settings.BASE_URL).hostname or 'samen'}",
        title=_("Afspraak met %(name)s") % {"name": other.person.given_name},
        starts=proposal.meets_at,
        ends=proposal.meets_at + USUAL_LENGTH,
        place=proposal.meets_where or here.contact_place,
        organiser=Attendee(here.name, here.contact_email or sender_address()),
        attendees=(Attendee(str(person), person.email),) if person.email else (),
    )
