"""The link by which whoever stopped early says how it was; it opens that one page and tells no name."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core import signing
from django.urls import reverse

from samen.duos.models import Duo

SALT = "samen.duos.after"


@dataclass(frozen=True)
class Named:
    """What a link names."""

    initiative_id: int
    duo_id: int
    role: str


def token_of(duo: Duo, role: str) -> str:
    """What the link of one of the two names, signed."""
    return signing.dumps([duo.initiative_id, duo.pk, str(role)], salt=SALT)


def link_to(duo: Duo, role: str) -> str:
    """The whole address of the page of one of the two."""
    return settings.BASE_URL + reverse("my_after", args=[token_of(duo, role)])


def read_link(token: str) -> Named | None:
    """What a token names; None when we did not sign it."""
    try:
        held: Any = signing.loads(token, salt=SALT)
        initiative_id, duo_id, role = held
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return Named(initiative_id, duo_id, role)
