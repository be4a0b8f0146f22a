"""What went wrong, as a sentence with what to do; and what a person presses to send a message by hand."""

from dataclasses import dataclass
from urllib.parse import quote

from django.utils.translation import gettext as _

from samen.messaging.choices import Channel, Status
from samen.messaging.models import OutboxMessage


def why(message: OutboxMessage) -> str:
    """Why a message did not arrive, or waits longer than it should; nothing once it is settled."""
    if message.status not in {Status.FAILED, Status.WAITING}:
        return ""
    sentences = {
        "refused": _("De mailserver kent dit adres niet. Kijk het adres na, of neem een andere weg."),
        "bad_address": _("Dit adres kan niet bestaan. Kijk het na, of neem een andere weg."),
        "later": _("De mailserver nam het bericht nu niet aan."),
        "gateway": _("De dienst voor chat nam het bericht niet aan.")
        if message.channel == Channel.CHAT
        else _("De dienst voor sms nam het bericht niet aan."),
        "no_connection": _("De mailserver antwoordt niet. Samen probeert het vanzelf opnieuw."),
        "dropped": _("De verbinding met de mailserver viel weg. Samen probeert het vanzelf opnieuw."),
        "closing": _("De mailserver sluit even. Samen probeert het vanzelf opnieuw."),
        "sign_in": _("De mailserver weigert het wachtwoord van Samen. Verwittig de beheerder."),
        "sender_refused": _("De mailserver weigert de afzender. Verwittig de beheerder."),
    }
    if message.status == Status.FAILED and message.error_code in {"later", "gateway", "dropped"}:
        return _("Samen probeerde het zes keer en geeft het op. Neem een andere weg.")
    return sentences.get(message.error_code, "")


@dataclass(frozen=True)
class Press:
    """A link that opens the right program with the words already in it."""

    url: str
    label: str
    icon: str


def to_press(message: OutboxMessage) -> Press | None:
    """What to press for a message by hand; None for a letter, which is a page of its own."""
    both = f"{message.body}\n\n—\n\n{message.dutch}" if message.dutch else message.body
    words, number = quote(both), message.phone
    if message.channel == Channel.WHATSAPP:
        return Press(f"https://wa.me/{number.lstrip('+')}?text={words}", _("Open WhatsApp"), "message-circle")
    if message.channel in {Channel.SMS, Channel.CHAT}:
        return Press(f"sms:{number}?body={words}", _("Open een sms"), "message-circle")
    if message.channel == Channel.PHONE:
        return Press(f"tel:{number}", _("Bel nu"), "phone")
    if message.channel == Channel.EMAIL:
        subject = quote(message.subject)
        return Press(
            f"mailto:{quote(message.email)}?subject={subject}&body={words}", _("Open een mail"), "mail"
        )
    return None


def other_roads(message: OutboxMessage) -> list[Channel]:
    """By which roads a person can still try."""
    roads = [Channel.LETTER]
    if message.phone:
        roads = [Channel.WHATSAPP, Channel.SMS, Channel.PHONE, *roads]
    if message.email:
        roads = [Channel.EMAIL, *roads]
    is_by_hand = message.status == Status.BY_HAND
    return [road for road in roads if not (is_by_hand and road == message.channel)]
