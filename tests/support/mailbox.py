"""A real SMTP server on loopback that keeps what it receives."""

import socket
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default as modern
from typing import Self

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


class Mailbox:
    """Every message delivered so far is in `messages`, oldest first."""

    host = "127.0.0.1"

    def __init__(self) -> None:
        self.messages: list[EmailMessage] = []
        self.port = _free_port(self.host)
        self._server = Controller(self, hostname=self.host, port=self.port)

    def __enter__(self) -> Self:
        """Open for delivery."""
        self._server.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Close."""
        self._server.stop()

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Keep one message; the server calls this before it tells the sender that all is well."""
        self.messages.append(message_from_bytes(envelope.original_content or b"", policy=modern))
        return "250 Kept"


def _free_port(host: str) -> int:
    with socket.socket() as probe:
        probe.bind((host, 0))
        port: int = probe.getsockname()[1]
        return port
