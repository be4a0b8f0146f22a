"""What a candidate gets about an appointment: a message in their language, with a file for the calendar."""

from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from samen.base.moments import full_day_lazy, hour_lazy
from samen.documents import calendar
from samen.documents.calendar import Appointment as Entered
from samen.documents.calendar import Attendee, Method
from samen.initiatives.models import Initiative
from samen.intake.links import link_to
from samen.intake.messages import ASKED, CALLED_OFF
from samen.intake.models import Appointment
from samen.messaging.actions.outbox import Entry
from samen.messaging.transport import sender_address
from samen.people.models import Participation
from samen.people.recipients import recipient

# How a calendar knows that it is over: an appointment is made once and called off at most once.
MADE, OFF = 0, 1


def asked(part: Participation, now: datetime) -> Entry:
    """Choose a moment; asked twice on a day is once."""
    return Entry(
        key=f"{ASKED}:{part.pk}:{now.date()}",
        kind=ASKED,
        to=recipient(part.person),
        values={"given_name": part.person.given_name, "link": link_to(part)},
        about=f"part:{part.pk}",
    )


def entry(appointment: Appointment, kind: str, here: Initiative, now: datetime) -> Entry:
    """A message about this appointment, once of each kind."""
    part, slot = appointment.participation, appointment.slot
    to = recipient(part.person)
    with override(to.language):
        held = entered(appointment, here)
    is_off = kind == CALLED_OFF
    file = (
        calendar.cancel(held, OFF, stamp=now)
        if is_off
        else calendar.invitation(held, Method.REQUEST, MADE, stamp=now)
    )
    return Entry(
        key=key(kind, appointment),
        kind=kind,
        to=to,
        values={
            "given_name": part.person.given_name,
            "day": full_day_lazy(slot.starts_at),
            "time": hour_lazy(slot.starts_at),
            "place": slot.place,
            "link": link_to(part),
        },
        about=f"part:{part.pk}",
        calendar=file.decode() if part.person.email else "",
    )


def key(kind: str, appointment: Appointment) -> str:
    """By which a message about an appointment is known."""
    return f"{kind}:{appointment.pk}"


def entered(appointment: Appointment, here: Initiative) -> Entered:
    """The appointment as calendars know it, in the language of the moment."""
    person, slot = appointment.participation.person, appointment.slot
    return Entered(
        uid=f"talk-{appointment.pk}@{here.slug}.{urlsplit(settings.BASE_URL).hostname or 'samen'}",
        title=_("Gesprek met %(initiative)s") % {"initiative": here.name},
        starts=slot.starts_at,
        ends=slot.ends_at,
        place=slot.place,
        url=link_to(appointment.participation),
        organiser=Attendee(here.name, here.contact_email or sender_address()),
        attendees=(Attendee(str(person), person.email),) if person.email else (),
    )
