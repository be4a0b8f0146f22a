"""SMS and chat through gateways, when an administrator named them; only then the extra package is loaded."""

import re
from importlib import import_module
from urllib.parse import quote

from django.conf import settings

from samen.messaging.choices import Channel
from samen.messaging.rules import Recipient, first_road


class NotDelivered(Exception):
    """The gateway did not take the message."""


def gateways() -> dict[Channel, str]:
    """The roads that go through a gateway here, each with its address."""
    named = {Channel.SMS: settings.NOTIFY_URL_SMS, Channel.CHAT: settings.NOTIFY_URL_CHAT}
    return {channel: address for channel, address in named.items() if address}


def by_machine() -> frozenset[str]:
    """Which roads a machine takes here; the others are pressed by a person."""
    return frozenset({Channel.EMAIL, *gateways()})


def needs_no_hand(to: Recipient) -> bool:
    """Whether the first road to somebody is one that a machine takes.

    What is only a kind word is sent to no one else: it would be one more thing to do for the coordinator.
    """
    return first_road(to) in by_machine()


def send(*, channel: str, phone: str, text: str) -> None:
    """Hand one text over to the gateway of this road. Raises NotDelivered."""
    address = gateways().get(Channel(channel))
    if address is None:
        raise NotDelivered("no gateway is named")
    number = re.sub(r"[^0-9+]", "", phone)
    try:
        apprise = import_module("apprise")
    except ImportError as error:
        raise NotDelivered("apprise is not installed") from error
    sender = apprise.Apprise()
    if not sender.add(address.replace("{phone}", quote(number, safe="+"))) or not sender.notify(body=text):
        raise NotDelivered("the gateway refused")
