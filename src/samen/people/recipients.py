"""How somebody is written to: addresses, the language they read, the roads they prefer."""

from samen.base.languages import DUTCH
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
