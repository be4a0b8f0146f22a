"""What the two of a duo hear: each in their own language, about the other."""

from datetime import datetime

from samen.base.moments import full_day_lazy
from samen.base.templatetags.parts import phone
from samen.duos.choices import Turn
from samen.duos.messages import KEEP_IN_TOUCH, OVER, STARTED, rhythm_lazy
from samen.duos.models import Duo, StatusChange
from samen.messaging.actions.outbox import Entry, enqueue_all, take_back
from samen.people.models import Person
from samen.people.recipients import recipient


def tell_started(*, duo: Duo, now: datetime) -> None:
    """Both hear that they are a duo, from when until when."""
    _tell(duo, STARTED, now)


def tell_over(*, duo: Duo, now: datetime) -> None:
    """Both are thanked; the reason is not told."""
    _tell(duo, OVER, now)


def tell_private_contact(*, duo: Duo, now: datetime) -> None:
    """Both agreed to stay in touch: each hears how to reach the other."""
    _tell(duo, KEEP_IN_TOUCH, now)


def untell_over(*, duo: Duo) -> None:
    """The closing was taken back: what did not leave yet never leaves, with the numbers of the two in it."""
    roles = (duo.newcomer.role, duo.coach.role)
    take_back(keys=[f"{_key(kind, duo)}:{role}" for kind in (OVER, KEEP_IN_TOUCH) for role in roles])


def _key(kind: str, duo: Duo) -> str:
    """A duo that was reopened may be told of a second end, also on the same day."""
    return f"{kind}:{duo.pk}:{StatusChange.objects.filter(duo=duo, turn=Turn.CLOSED).count()}"


def _tell(duo: Duo, kind: str, now: datetime) -> None:
    key = _key(kind, duo)
    known = {
        "first_day": full_day_lazy(duo.starts_on),
        "last_day": full_day_lazy(duo.ends_on),
        "rhythm": rhythm_lazy(duo.rhythm_days),
    }
    both = ((duo.newcomer, duo.coach), (duo.coach, duo.newcomer))
    entries = [
        Entry(
            key=f"{key}:{part.role}",
            kind=kind,
            to=recipient(part.person),
            values={
                **known,
                "given_name": part.person.given_name,
                "partner_name": other.person.given_name,
                # Only where both agreed to it.
                **({"contact": _reach(other.person)} if kind == KEEP_IN_TOUCH else {}),
            },
            about=f"part:{part.pk}",
        )
        for part, other in both
    ]
    enqueue_all(entries, now=now)


def _reach(person: Person) -> str:
    return ", ".join(way for way in (phone(person.phone), person.email) if way)
