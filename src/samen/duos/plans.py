"""What the two hear about their next time: each in their own language, with a file for the calendar."""

from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from samen.base.moments import full_day_lazy, hour_lazy
from samen.documents import calendar
from samen.documents.calendar import Appointment, Attendee, Method
from samen.duos.messages import PLAN_ASKED, PLAN_OFF
from samen.duos.models import Duo, Plan
from samen.initiatives.models import Initiative
from samen.messaging.actions.outbox import Entry
from samen.messaging.transport import sender_address
from samen.people.choices import Role
from samen.people.door import door_to
from samen.people.models import Participation
from samen.people.recipients import recipient

# How a calendar knows that it is over: a plan is agreed once and called off at most once.
MADE, OFF = 0, 1
USUAL_LENGTH = timedelta(hours=2)
NO_PLACE_YET = gettext_lazy("Dat kiezen jullie nog.")


def sides(duo: Duo) -> tuple[tuple[Participation, Participation], tuple[Participation, Participation]]:
    """Each of the two, with the other."""
    return (duo.newcomer, duo.coach), (duo.coach, duo.newcomer)


def asked(plan: Plan, now: datetime) -> Entry:
    """To the other: choose a day."""
    mine, other = sides(plan.duo)
    part, partner = other if plan.by_role == Role.NEWCOMER else mine
    return Entry(
        key=key(PLAN_ASKED, plan, part),
        kind=PLAN_ASKED,
        to=recipient(part.person),
        values=_values(plan, part, partner, now),
        about=f"part:{part.pk}",
    )


def agreed(plan: Plan, kind: str, here: Initiative, now: datetime) -> list[Entry]:
    """To both: it is agreed, it comes near, or it does not go on."""
    return [_entry(plan, kind, part, partner, here, now) for part, partner in sides(plan.duo)]


def _entry(
    plan: Plan, kind: str, part: Participation, partner: Participation, here: Initiative, now: datetime
) -> Entry:
    assert plan.starts_at is not None, "only an agreed plan has a moment to tell"
    to = recipient(part.person)
    with override(to.language):
        held = entered(plan, part, partner, here)
    file = (
        calendar.cancel(held, OFF, stamp=now)
        if kind == PLAN_OFF
        else calendar.invitation(held, Method.REQUEST, MADE, stamp=now)
    )
    when = {"day": full_day_lazy(plan.starts_at), "time": hour_lazy(plan.starts_at)}
    return Entry(
        key=key(kind, plan, part),
        kind=kind,
        to=to,
        values={**_values(plan, part, partner, now), **when, "place": plan.place or NO_PLACE_YET},
        about=f"part:{part.pk}",
        calendar=file.decode() if part.person.email else "",
    )


def key(kind: str, plan: Plan, part: Participation) -> str:
    """By which a message about a plan to one of the two is known."""
    return f"{kind}:{plan.pk}:{part.role}"


def _values(plan: Plan, part: Participation, partner: Participation, now: datetime) -> dict[str, str]:
    return {
        "given_name": part.person.given_name,
        "partner_name": partner.person.given_name,
        "link": door_to(part, reverse("my_plan", args=[plan.duo_id]), now),
    }


def entered(plan: Plan, part: Participation, partner: Participation, here: Initiative) -> Appointment:
    """The plan as the calendar of one of the two knows it, in the language of the moment."""
    assert plan.starts_at is not None, "only an agreed plan has a moment for a calendar"
    person = part.person
    return Appointment(
        uid=f"plan-{plan.pk}@{here.slug}.{urlsplit(settings.BASE_URL).hostname or 'samen'}",
        title=_("Afspraak met %(name)s") % {"name": partner.person.given_name},
        starts=plan.starts_at,
        ends=plan.starts_at + USUAL_LENGTH,
        place=plan.place,
        organiser=Attendee(here.name, here.contact_email or sender_address()),
        attendees=(Attendee(str(person), person.email),) if person.email else (),
    )
