"""The link under a message, signed and without an address in it; the digest that an address is known by."""

import re
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.core import signing
from django.urls import reverse

from samen.messaging.choices import Channel

SALT = "samen.messaging.stop"
# 128 bits: nobody meets another address by chance.
DIGEST_BYTES = 16
# Without signs that look alike; 40 bits, and whoever tries is soon refused.
SHORT_SIGNS, SHORT_LENGTH = "23456789abcdefghjkmnpqrstuvwxyz", 8
# As long as any other: stands in a message that was not sent yet.
SAMPLE_CODE = SHORT_SIGNS[0] * SHORT_LENGTH
_SHORT = re.compile(rf"(\d{{1,9}})-([{SHORT_SIGNS}]{{{SHORT_LENGTH}}})", re.ASCII)


@dataclass(frozen=True)
class StopLink:
    """What a link names: the initiative, the road, the digest of the address, the reader's language.

    `knows_both`: whether we held an e-mail address and a phone number when the message was made.
    """

    initiative_id: int
    channel: str
    digest: str
    language: str
    knows_both: bool = False


def digest_of(initiative_id: int, channel: str, address: str) -> str:
    """How an address is remembered. Without a key: a new key of the site may not wake a stopped one up again.

    Every road to a phone has the same digest: a choice counts for the number, however it is reached.
    """
    kind = "email" if channel == Channel.EMAIL else "phone"
    named = f"{initiative_id}:{kind}:{address.strip().lower()}"
    return urlsafe_b64encode(sha256(named.encode()).digest()[:DIGEST_BYTES]).decode().rstrip("=")


def stop_url(link: StopLink) -> str:
    """The whole address of the stop page."""
    return settings.BASE_URL + _page("stop").format(token_of(link))


def short_url(initiative_id: int, code: str) -> str:
    """The whole address that leads there from an SMS."""
    return settings.BASE_URL + _page("stop_short").format(f"{initiative_id}-{code}")


@lru_cache(maxsize=2)
def _page(name: str) -> str:
    """The path of the page, with a place for the token; the same for every message."""
    return reverse(name, args=["X"]).replace("/X", "/{}")


def token_of(link: StopLink) -> str:
    """What a link names, signed."""
    named = [link.initiative_id, link.channel, link.digest, link.language, int(link.knows_both)]
    return signing.dumps(named, salt=SALT)


def read_token(token: str) -> StopLink | None:
    """What a token names; None when we did not sign it. Older ones do not tell whether we know both."""
    try:
        held: Any = signing.loads(token, salt=SALT)
        initiative_id, channel, digest, language, *more = held
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return StopLink(initiative_id, channel, digest, language, more == [1])


def read_short(written: str) -> tuple[int, str] | None:
    """The initiative and the code in a short address, as somebody may type it; None when it cannot be one."""
    found = _SHORT.fullmatch(written.strip().lower())
    return (int(found[1]), found[2]) if found else None
