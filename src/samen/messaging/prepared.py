"""A message that is bytes already, in the shape that Django's mail backends take."""

from email import message_from_bytes
from email.message import Message
from email.policy import SMTP
from typing import Any

from django.core.mail import EmailMessage


class Prepared(EmailMessage):
    """Bytes with an envelope."""

    def __init__(self, content: bytes, sender: str, recipient: str) -> None:
        self.content = content
        shown = message_from_bytes(content, policy=SMTP)
        super().__init__(subject=str(shown["Subject"]), from_email=sender, to=[recipient])
        plain = shown.get_body(("plain",))
        self.body = plain.get_content() if plain else ""

    def message(self, **_kwargs: Any) -> Message:
        """The message itself."""
        return message_from_bytes(self.content, policy=SMTP)
