"""What everybody may come to, as a calendar that another one rereads."""

from dataclasses import replace

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from samen.base import clock, downloads
from samen.documents.calendar import feed
from samen.events.invitations import appointment
from samen.events.queries import public
from samen.initiatives.access import PublicRequest, public_page

# More than anybody plans; a calendar that asks gets no longer file than this.
MOST = 200


@require_safe
@public_page
def public_calendar(request: PublicRequest) -> HttpResponse:
    """The gatherings to come; without who organises, which a reader of a feed does not ask."""
    here, now = request.initiative, clock.now()
    held = [replace(appointment(event, here), organiser=None) for event in public(now)[:MOST]]
    return downloads.calendar("samen.ics", feed(held, str(here), stamp=now))
