"""The private calendar of a member of staff: gatherings, when duos end, and when to talk about it."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from hashlib import sha256

from django.conf import settings
from django.core.cache import cache
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from samen.base.scoping import scope
from samen.documents.calendar import Appointment, feed
from samen.duos.models import Duo
from samen.duos.queries import live_duos
from samen.events.invitations import appointment
from samen.events.models import Event
from samen.events.queries import calendar_of
from samen.initiatives.models import Initiative, Membership
from samen.intake.appointment_queries import appointments as appointments_of_staff
from samen.intake.appointments import entered
from samen.intake.choices import AppointmentStatus
from samen.intake.models import Appointment as TalkAppointment
from samen.messaging import actions as messaging
from samen.messaging.actions.feeds import hash_of_secret
from samen.messaging.models import StaffFeed

# A calendar rereads a few times a day; one that asks every minute is broken.
READS_AN_HOUR, HOUR = 30, 60 * 60
# What is long past is not told again.
TOLD_AFTER_DAYS = 60


def feed_url(token: str) -> str:
    """The whole address of a calendar link."""
    return settings.BASE_URL + reverse("staff_feed", args=[token])


def find_feed(token: str) -> StaffFeed | None:
    """The living link with this token, of somebody who still works there."""
    number, _dash, secret = token.partition("-")
    if not (number.isascii() and number.isdigit() and len(number) < 19 and secret):
        return None
    with scope(int(number)):
        found = StaffFeed.objects.filter(token_hash=hash_of_secret(secret), revoked_at=None).first()
    if found is None:
        return None
    still_here = Membership.objects.filter(
        user_id=found.user_id, user__is_active=True, initiative_id=found.initiative_id
    )
    return found if still_here.exists() else None


def is_read_too_often(token: str) -> bool:
    """Whether this address was asked for more often than any calendar needs."""
    key = f"feed:{sha256(token.encode()).hexdigest()}"
    cache.add(key, 0, HOUR)
    try:
        return cache.incr(key) > READS_AN_HOUR
    except ValueError:
        # It lapsed between the two.
        return False


def read_feed(found: StaffFeed, *, now: datetime) -> bytes:
    """The calendar as a file."""
    with scope(found.initiative_id):
        initiative = Initiative.objects.get(pk=found.initiative_id)
        content = feed(appointments(initiative, now.date()), f"Samen – {initiative}", stamp=now)
        messaging.note_read(feed=found, now=now)
    return content


def appointments(initiative: Initiative, today: date) -> list[Appointment]:
    """Gatherings; the last day of each live duo, and some weeks before it the talk about how to go on."""
    since = today - timedelta(days=TOLD_AFTER_DAYS)
    recent: QuerySet[Duo] = live_duos().filter(ends_on__gte=since)
    gatherings = [_of_event(event, initiative) for event in calendar_of(since)]
    talks = [
        replace(entered(one, initiative), title=_talk_title(one), organiser=None, attendees=())
        for one in appointments_of_staff().filter(
            status=AppointmentStatus.PLANNED, slot__starts_at__date__gte=since
        )
    ]
    return gatherings + talks + [event for duo in recent for event in _of_duo(duo, initiative)]


def _talk_title(one: TalkAppointment) -> str:
    return _("Gesprek met %(name)s") % {"name": one.participation.person.given_name}


def _of_event(event: Event, initiative: Initiative) -> Appointment:
    page = settings.BASE_URL + reverse("event", args=[initiative.slug, event.pk])
    return replace(appointment(event, initiative, link=page), organiser=None)


def _of_duo(duo: Duo, initiative: Initiative) -> list[Appointment]:
    names = {"newcomer": duo.newcomer.person.given_name, "coach": duo.coach.person.given_name}
    page = settings.BASE_URL + reverse("duo", args=[initiative.slug, duo.pk])
    talk_on = max(duo.ends_on - timedelta(days=initiative.closing_talk_days), duo.starts_on)
    return [
        Appointment(
            uid=f"duo-{duo.pk}-talk@{initiative.slug}.samen",
            title=_("Praat met %(newcomer)s en %(coach)s: stoppen of verder?") % names,
            starts=talk_on,
            url=page,
        ),
        Appointment(
            uid=f"duo-{duo.pk}-end@{initiative.slug}.samen",
            title=_("Einde van het duo %(newcomer)s en %(coach)s") % names,
            starts=duo.ends_on,
            url=page,
        ),
    ]
