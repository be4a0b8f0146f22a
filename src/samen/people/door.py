"""The address in a message that leads to one page of somebody's own: signed, for a while, for their link.

It opens nothing by being looked at, and nothing at all once the personal link behind it was revoked.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core import signing
from django.urls import reverse

from samen.people.link_actions import link_behind
from samen.people.models import Participation, PersonalLink

SALT = "samen.people.door"
LASTS = timedelta(days=30)


@dataclass(frozen=True)
class Door:
    """Where an address leads, and by whose link."""

    initiative_id: int
    link_id: int
    path: str


def door_to(part: Participation, path: str, now: datetime) -> str:
    """The whole address that leads to a page under /my/; the place for a code when their link was revoked."""
    link = link_behind(part=part, now=now)
    if link is None:
        return settings.BASE_URL + reverse("my_code")
    return door_of(link, path)


def door_of(link: PersonalLink, path: str) -> str:
    """The whole address that leads to a page under /my/ and leans on this link."""
    token = signing.dumps([link.initiative_id, link.pk, path], salt=SALT)
    return settings.BASE_URL + reverse("my_door", args=[token])


def read_door(token: str) -> Door | None:
    """What a token names; None when we did not sign it, or too long ago."""
    try:
        held: Any = signing.loads(token, salt=SALT, max_age=LASTS)
        initiative_id, link_id, path = held
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return Door(initiative_id, link_id, path)
