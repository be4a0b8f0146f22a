"""Verbs before what is sensitive: send a code to somebody's own mail or telephone, and check it.

Whoever holds an unlocked telephone of another reads their page, not their mail: data ask for more.
"""

import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F

from samen.base import audit
from samen.base.scoping import current_initiative_id
from samen.messaging.actions.outbox import enqueue
from samen.messaging.choices import Channel, Status
from samen.messaging.notify import by_machine
from samen.people.link_actions import hashed
from samen.people.messages import SURE_CODE
from samen.people.models import Person, Visit
from samen.people.recipients import recipient_by

CODE_DIGITS = 6
CODE_LASTS = timedelta(minutes=10)
MOST_TRIES = 5
# Long enough to read and correct everything once.
SURE_LASTS = timedelta(minutes=30)


def road_for_code(person: Person) -> Channel | None:
    """The road by which a code reaches somebody within a minute; None when a person would have to send it."""
    if person.email:
        return Channel.EMAIL
    return Channel.SMS if person.phone and Channel.SMS in by_machine() else None


@transaction.atomic
def send_code(*, visit: Visit, now: datetime) -> bool:
    """Send a new code, in place of one before; whether it leaves."""
    person = visit.link.participation.person
    road = road_for_code(person)
    if road is None:
        return False
    code = f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}"
    message = enqueue(
        key=f"{SURE_CODE}:{visit.pk}:{now.timestamp()}",
        kind=SURE_CODE,
        to=recipient_by(person, road),
        values={"given_name": person.given_name, "code": code},
        about=f"part:{visit.link.participation_id}",
        now=now,
    )
    Visit.objects.filter(pk=visit.pk).update(
        sure_code_hash=_kept(visit, code), sure_code_until=now + CODE_LASTS, sure_tries=0
    )
    return message.status == Status.WAITING


@transaction.atomic
def check_code(*, visit: Visit, typed: str, now: datetime) -> bool:
    """Whether this is the code; five tries, and it works once."""
    counted = Visit.objects.filter(pk=visit.pk, sure_code_until__gt=now, sure_tries__lt=MOST_TRIES).exclude(
        sure_code_hash=""
    )
    if not counted.update(sure_tries=F("sure_tries") + 1):
        return False
    right = Visit.objects.filter(pk=visit.pk, sure_code_hash=_kept(visit, typed))
    if not right.update(sure_code_hash="", sure_until=now + SURE_LASTS):
        return False
    audit.write(audit.Actor(f"part:{visit.link.participation_id}"), "prove_it_is_me", visit)
    return True


def is_sure(visit: Visit, now: datetime) -> bool:
    """Whether whoever holds this telephone proved it a moment ago."""
    return visit.sure_until is not None and visit.sure_until > now


def _kept(visit: Visit, code: str) -> str:
    """How a code is kept: apart for each telephone and initiative."""
    return hashed(f"{current_initiative_id()}:{visit.pk}:{code}")
