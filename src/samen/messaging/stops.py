"""The link that stops messages, signed and without an address in it; the digest that remembers a stop."""

from base64 import urlsafe_b64encode
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.core import signing
from django.urls import reverse

SALT = "samen.messaging.stop"
# 128 bits: nobody meets another address by chance.
DIGEST_BYTES = 16


@dataclass(frozen=True)
class StopLink:
    """What a stop link names: the initiative, the road, the digest of the address, the reader's language."""

    initiative_id: int
    channel: str
    digest: str
    language: str


def digest_of(initiative_id: int, channel: str, address: str) -> str:
    """How a stopped address is remembered. Without a key: a new key of the site may not wake it up again."""
    named = f"{initiative_id}:{channel}:{address.strip().lower()}"
    return urlsafe_b64encode(sha256(named.encode()).digest()[:DIGEST_BYTES]).decode().rstrip("=")


def stop_url(link: StopLink) -> str:
    """The whole address of the stop page."""
    token = signing.dumps([link.initiative_id, link.channel, link.digest, link.language], salt=SALT)
    return settings.BASE_URL + _page().format(token)


@lru_cache(maxsize=1)
def _page() -> str:
    """The path of the page, with a place for the token; the same for every message."""
    return reverse("stop", args=["X"]).replace("/X/", "/{}/")


def read_token(token: str) -> StopLink | None:
    """What a token names; None when we did not sign it."""
    try:
        held: Any = signing.loads(token, salt=SALT)
        initiative_id, channel, digest, language = held
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return StopLink(initiative_id, channel, digest, language)
