"""A real SMTP server on loopback that keeps what it receives, and that can fail as servers do."""

import asyncio
import socket
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default as modern
from typing import Self

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


class Mailbox:
    """Every message delivered so far is in `messages`, oldest first.

    `refused` and `later` hold addresses that are refused for ever or for now; `drops` hangs up in the middle
    of so many messages; `slow` waits so many seconds before it takes one; `close` and `open` are down and up.
    """

    host = "127.0.0.1"

    def __init__(self) -> None:
        self.messages: list[EmailMessage] = []
        self.refused: set[str] = set()
        self.later: set[str] = set()
        self.drops = 0
        self.slow = 0.0
        self.connections = 0
        self.port = _free_port(self.host)
        self._server = Controller(self, hostname=self.host, port=self.port)

    def __enter__(self) -> Self:
        """Open for delivery."""
        self._server.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Close."""
        self._server.stop(no_assert=True)

    def close(self) -> None:
        """Down: every connection is refused from now on."""
        self._server.stop()

    def open(self) -> None:
        """Up again, at the same address."""
        self._server = Controller(self, hostname=self.host, port=self.port)
        self._server.start()

    def addresses(self) -> list[str]:
        """To whom the messages went, in order."""
        return [str(message["To"].addresses[0].addr_spec) for message in self.messages]

    async def handle_EHLO(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        """Count who comes in."""
        self.connections += 1
        session.host_name = hostname
        return responses

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Take, refuse, or put off a recipient."""
        if address in self.refused:
            return "550 5.1.1 No such mailbox"
        if address in self.later:
            return "450 4.2.1 Greylisted, come back later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Keep one message; the server calls this before it tells the sender that all is well."""
        if self.drops:
            self.drops -= 1
            if server.transport:
                server.transport.abort()
            return "421 Gone"
        if self.slow:
            await asyncio.sleep(self.slow)
        self.messages.append(message_from_bytes(envelope.original_content or b"", policy=modern))
        return "250 Kept"


def _free_port(host: str) -> int:
    with socket.socket() as probe:
        probe.bind((host, 0))
        port: int = probe.getsockname()[1]
        return port
