"""How somebody is written to: addresses, the language they read, the roads they prefer."""

from dataclasses import replace

from samen.base.languages import DUTCH
from samen.messaging.choices import Channel
from samen.messaging.rules import Recipient
from samen.people.models import Person


def recipient(person: Person) -> Recipient:
    """This person as somebody to whom a message goes."""
    return Recipient(
        name=str(person),
        email=person.email,
        phone=person.phone,
        language=person.written_language or DUTCH,
        channels=tuple(person.channels),
    )


def recipient_by(person: Person, road: str) -> Recipient:
    """This person by one road alone."""
    to = recipient(person)
    keeps_email = road == Channel.EMAIL
    return replace(
        to, email=to.email if keeps_email else "", phone="" if keeps_email else to.phone, channels=(road,)
    )
