"""SMS through a gateway, when an administrator named one; only then the extra package Apprise is loaded."""

import re
from importlib import import_module
from urllib.parse import quote

from django.conf import settings

from samen.messaging.choices import Channel


class NotDelivered(Exception):
    """The gateway did not take the message."""


def by_machine() -> frozenset[str]:
    """Which roads a machine takes here; the others are pressed by a person."""
    return frozenset({Channel.EMAIL, Channel.SMS} if settings.NOTIFY_URL_SMS else {Channel.EMAIL})


def send_sms(*, phone: str, text: str) -> None:
    """Hand one text over to the gateway. Raises NotDelivered."""
    number = re.sub(r"[^0-9+]", "", phone)
    try:
        apprise = import_module("apprise")
    except ImportError as error:
        raise NotDelivered("apprise is not installed") from error
    sender = apprise.Apprise()
    address = settings.NOTIFY_URL_SMS.replace("{phone}", quote(number, safe="+"))
    if not sender.add(address) or not sender.notify(body=text):
        raise NotDelivered("the gateway refused")
