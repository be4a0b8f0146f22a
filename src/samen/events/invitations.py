"""What the invited get: a message in their own language with the gathering as a file for their calendar."""

from collections.abc import Iterable
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from samen.base.languages import DUTCH
from samen.base.moments import full_day_lazy, hour_lazy
from samen.documents import calendar
from samen.documents.calendar import Appointment, Attendee, Method
from samen.events.choices import EventKind
from samen.events.links import link_to
from samen.events.messages import CANCELLED, INVITED, MOVED, SOON, told_as
from samen.events.models import Event, Invitation
from samen.initiatives.models import Initiative
from samen.messaging.actions.outbox import Entry
from samen.messaging.transport import sender_address
from samen.people.recipients import recipient


def entries(
    event: Event, invitations: Iterable[Invitation], kind: str, here: Initiative, now: datetime
) -> list[Entry]:
    """One message for each; asked again for the same state of the gathering, it is the same message."""
    return [_entry(event, invitation, kind, here, now) for invitation in invitations]


def _entry(event: Event, invitation: Invitation, kind: str, here: Initiative, now: datetime) -> Entry:
    person, link = invitation.participation.person, link_to(invitation)
    to = recipient(person)
    with override(to.language or DUTCH):
        held = appointment(event, here, link=link, attendee=Attendee(str(person), person.email))
    return Entry(
        key=_key(told_as(event.kind, kind), invitation, event.sequence),
        kind=told_as(event.kind, kind),
        to=to,
        values={
            "given_name": person.given_name,
            "day": full_day_lazy(event.starts_at),
            "time": hour_lazy(event.starts_at),
            "place": event.place,
            "link": link,
        },
        about=f"part:{invitation.participation_id}",
        calendar=_file(held, kind, event.sequence, now) if person.email else "",
    )


def _key(kind: str, invitation: Invitation, sequence: int) -> str:
    return f"{kind}:{invitation.pk}:{sequence}"


def older_keys(event: Event, invitation: Invitation) -> list[str]:
    """The keys of every message to this one about the gathering as it was before."""
    return [
        _key(told_as(event.kind, kind), invitation, sequence)
        for kind in (INVITED, MOVED, SOON, CANCELLED)
        for sequence in range(event.sequence)
    ]


def _file(held: Appointment, kind: str, sequence: int, now: datetime) -> str:
    if kind == CANCELLED:
        return calendar.cancel(held, sequence, stamp=now).decode()
    return calendar.invitation(held, Method.REQUEST, sequence, stamp=now).decode()


def _title(event: Event) -> str:
    if event.kind == EventKind.CLOSING:
        return _("Feest voor de duo’s van %(initiative)s")
    return _("Infomoment van %(initiative)s")


def file_name(event: Event) -> str:
    """How the file for a calendar is called."""
    return "feest.ics" if event.kind == EventKind.CLOSING else "infomoment.ics"


def appointment(
    event: Event, here: Initiative, *, link: str = "", attendee: Attendee | None = None
) -> Appointment:
    """A gathering as calendars know it, in the language of the moment; one gathering has one UID."""
    return Appointment(
        uid=f"event-{event.pk}@{here.slug}.{urlsplit(settings.BASE_URL).hostname or 'samen'}",
        title=_title(event) % {"initiative": here.name},
        starts=event.starts_at,
        ends=event.ends_at,
        place=event.place,
        description=event.note,
        url=link,
        organiser=Attendee(here.name, here.contact_email or sender_address()),
        attendees=(attendee,) if attendee and attendee.email else (),
    )
