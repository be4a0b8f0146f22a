"""The link in an invitation: whoever holds it may answer for the one who was asked, and learns no name."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core import signing
from django.urls import reverse

from samen.events.models import Invitation

SALT = "samen.events.come"


@dataclass(frozen=True)
class Named:
    """What a link names."""

    initiative_id: int
    invitation_id: int


def link_to(invitation: Invitation) -> str:
    """The whole address of the page with the answers."""
    return settings.BASE_URL + reverse("come", args=[token_of(invitation)])


def token_of(invitation: Invitation) -> str:
    """What the address holds."""
    return signing.dumps([invitation.initiative_id, invitation.pk], salt=SALT)


def read_link(token: str) -> Named | None:
    """What a token names; None when we did not sign it."""
    try:
        held: Any = signing.loads(token, salt=SALT)
        initiative_id, invitation_id = held
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return Named(initiative_id, invitation_id)
