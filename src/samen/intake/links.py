"""The link by which a candidate chooses a moment and already tells something: signed, and it names nobody."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core import signing
from django.urls import reverse

from samen.people.models import Participation

SALT = "samen.intake.talk"


@dataclass(frozen=True)
class Named:
    """What a link names."""

    initiative_id: int
    participation_id: int


def token_of(part: Participation) -> str:
    """The token of somebody."""
    return signing.dumps([part.initiative_id, part.pk], salt=SALT)


def link_to(part: Participation) -> str:
    """The whole address of the page."""
    return settings.BASE_URL + reverse("talk_link", args=[token_of(part)])


def read_link(token: str) -> Named | None:
    """What a token names; None when we did not sign it."""
    try:
        held: Any = signing.loads(token, salt=SALT)
        initiative_id, participation_id = held
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return Named(initiative_id, participation_id)
