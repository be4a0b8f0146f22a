"""A visitor's own steps that touch several apps, each in one transaction."""

from datetime import date, datetime

from django.db import transaction

from samen.intake import actions as intake
from samen.intake.actions import Facts
from samen.outreach.heard import HeardFrom
from samen.outreach.models import Draft, Registration
from samen.outreach.registration import WEB, Received, receive
from samen.people.actions import Details
from samen.people.choices import Role
from samen.places.postal import find
from samen.public.questions import answers


@transaction.atomic
def send(*, draft: Draft, now: datetime, today: date) -> Registration:
    """The registration is sent: somebody comes in, the draft goes."""
    said = answers(draft)
    place = find(said.get("postal_code", ""))
    details = Details(
        given_name=said["given_name"],
        family_name=said.get("family_name", ""),
        phone=said.get("phone", ""),
        email=said.get("email", ""),
        postal_code=place.code if place else "",
        place=place.name if place else "",
        phone_language=said["phone_language"],
        written_language=said["written_language"],
    )
    registration = receive(
        received=Received(
            role=Role(draft.role),
            details=details,
            language=draft.language,
            heard_from=said.get("heard_from", "") or _heard(draft),
            source=draft.source,
            is_together=draft.is_together,
            intermediary_may_know=said.get("may_know") == "yes",
        ),
        now=now,
        today=today,
    )
    facts = Facts(availability=said.get("availability"))
    intake.note_facts(part=registration.participation, facts=facts, wishes=(), actor=WEB)
    draft.delete()
    return registration


def _heard(draft: Draft) -> str:
    return HeardFrom.FLYER if draft.source and draft.source.material_id else ""
