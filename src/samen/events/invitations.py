"""What the invited get: a message in their own language with the gathering as a file for their calendar."""

from collections.abc import Iterable
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import override

from samen.base.languages import DUTCH
from samen.base.moments import full_day_lazy, hour_lazy
from samen.documents import calendar
from samen.documents.calendar import Appointment, Attendee, Method
from samen.events.links import link_to
from samen.events.messages import CANCELLED, CHAIR, MOVED, SOON, THANKS, invitation_of
from samen.events.models import Event, Invitation
from samen.initiatives.models import Initiative
from samen.messaging.actions.outbox import Entry
from samen.messaging.models import OutboxMessage
from samen.messaging.transport import sender_address
from samen.people.recipients import recipient


def entries(
    event: Event,
    invitations: Iterable[Invitation],
    kind: str,
    here: Initiative,
    now: datetime,
    words: str = "",
) -> list[Entry]:
    """One message for each; asked again for the same state of the gathering, it is the same message."""
    return [_entry(event, invitation, kind, here, now, words) for invitation in invitations]


def _entry(
    event: Event, invitation: Invitation, kind: str, here: Initiative, now: datetime, words: str
) -> Entry:
    person, link = invitation.participation.person, link_to(invitation)
    to = recipient(person)
    with override(to.language or DUTCH):
        held = appointment(event, here, link=link, attendee=Attendee(str(person), person.email))
    return Entry(
        key=_key(kind, invitation, event.sequence) + (_turn(invitation) if kind == CHAIR else ""),
        kind=kind,
        to=to,
        values={
            "given_name": person.given_name,
            "what": event.plain_name,
            "day": full_day_lazy(event.starts_at),
            "time": hour_lazy(event.starts_at),
            "place": event.place,
            "link": link,
            **({"words": words} if kind == THANKS else {}),
        },
        about=f"part:{invitation.participation_id}",
        calendar=_file(held, kind, event.sequence, now) if person.email and kind != THANKS else "",
    )


def _turn(invitation: Invitation) -> str:
    """Whoever waits anew and moves up again hears it again."""
    return f":{invitation.replied_at:%Y%m%d%H%M%S}" if invitation.replied_at else ""


def _key(kind: str, invitation: Invitation, sequence: int) -> str:
    return f"{kind}:{invitation.pk}:{sequence}"


def older_keys(event: Event, invitations: Iterable[Invitation]) -> list[str]:
    """The keys of every message to these about the gathering as it was before."""
    told = list(invitations)
    about = [f"part:{one.participation_id}" for one in told]
    mine = tuple(_key(CHAIR, one, sequence) for one in told for sequence in range(event.sequence))
    chairs = OutboxMessage.objects.filter(kind=CHAIR, about__in=about).values_list("key", flat=True)
    return [
        *(
            _key(kind, one, sequence)
            for one in told
            for kind in (invitation_of(event.kind), MOVED, SOON, CANCELLED)
            for sequence in range(event.sequence)
        ),
        *(key for key in chairs if key.startswith(mine)),
    ]


def _file(held: Appointment, kind: str, sequence: int, now: datetime) -> str:
    if kind == CANCELLED:
        return calendar.cancel(held, sequence, stamp=now).decode()
    return calendar.invitation(held, Method.REQUEST, sequence, stamp=now).decode()


def appointment(
    event: Event, here: Initiative, *, link: str = "", attendee: Attendee | None = None
) -> Appointment:
    """A gathering as calendars know it, in the language of the moment; one gathering has one UID."""
    return Appointment(
        uid=f"event-{event.pk}@{here.slug}.{urlsplit(settings.BASE_URL).hostname or 'samen'}",
        title=f"{event.plain_name} – {here.name}",
        starts=event.starts_at,
        ends=event.ends_at,
        place=event.place,
        description=event.note,
        url=link,
        sequence=event.sequence,
        organiser=Attendee(here.name, here.contact_email or sender_address()),
        attendees=(attendee,) if attendee and attendee.email else (),
    )
