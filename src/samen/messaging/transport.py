"""The line to the mail server: one connection for a whole batch, and what its answers mean.

Where the server allows it (RFC 2920), the next envelope travels with the end of the message before it, so
that a message costs one turn and not four.
"""

import smtplib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email.utils import parseaddr
from functools import lru_cache
from typing import Any, Protocol

from django.conf import settings
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.backends.smtp import EmailBackend
from django.core.mail.message import sanitize_address

from samen.messaging.placeholders import one_line
from samen.messaging.prepared import Prepared
from samen.messaging.rules import Verdict, verdict

LONGEST_DETAIL = 300
GO_ON = 354
Reply = tuple[int, bytes]


@dataclass(frozen=True)
class Parcel:
    """A message as bytes, to one address."""

    pk: int
    to_address: str
    content: bytes


@dataclass(frozen=True)
class Answer:
    """What became of one message; `code` and `detail` only when it was not delivered."""

    pk: int
    verdict: Verdict
    code: str = ""
    detail: str = ""


class LineDown(Exception):
    """The server speaks to nobody now: what was not answered yet stays as it was.

    `during` is the message that was under way, if there was one: it may be the reason.
    """

    def __init__(self, code: str, detail: str, during: int | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.detail = one_line(detail)[:LONGEST_DETAIL]
        self.during = during


class Line(Protocol):
    """An open line."""

    def send(self, parcels: Iterable[Parcel]) -> Iterator[Answer]:
        """Hand over each message and tell what became of it. Raises LineDown."""

    def close(self) -> None:
        """Hang up."""


def sender_address() -> str:
    """The address from which every message comes."""
    return _address_in(settings.DEFAULT_FROM_EMAIL)


@lru_cache(maxsize=8)
def _address_in(mailbox: str) -> str:
    return parseaddr(mailbox)[1]


def on_the_line(address: str) -> str:
    """An address as a mail server wants it: the domain in ASCII. Raises ValueError."""
    return str(sanitize_address(address, "utf-8")) if not address.isascii() else address


def open_line() -> Line:
    """A line to the mail server, or to the folder that stands for one. Raises LineDown."""
    backend = mail.get_connection()
    if not isinstance(backend, EmailBackend):
        return _OtherLine(backend)
    try:
        backend.open()
    except smtplib.SMTPAuthenticationError as error:
        raise LineDown("sign_in", _told(error.smtp_error)) from error
    except (OSError, smtplib.SMTPException) as error:
        raise LineDown("no_connection", str(error)) from error
    return _SmtpLine(backend)


class _SmtpLine:
    """SMTP, a few commands at a time, on the connection that Django opened and signed in."""

    def __init__(self, backend: EmailBackend) -> None:
        self._backend = backend
        self._smtp: Any = backend.connection
        self._from = sender_address()
        self._under_way: int | None = None

    def send(self, parcels: Iterable[Parcel]) -> Iterator[Answer]:
        """One after the other; the words of one go out together with the envelope of the next."""
        try:
            self._smtp.ehlo_or_helo_if_needed()
            self._pipelines = bool(self._smtp.has_extn("pipelining"))
            yield from self._each(iter(parcels))
        except LineDown:
            self._drop()
            raise
        except (OSError, smtplib.SMTPException) as error:
            self._drop()
            raise LineDown("dropped", str(error), self._under_way) from error

    def _each(self, waiting: Iterator[Parcel]) -> Iterator[Answer]:
        parcel, is_opened = next(waiting, None), False
        while parcel is not None:
            self._under_way = parcel.pk
            envelope = self._envelope(parcel)
            replies = self._read(len(envelope)) if is_opened else self._ask(envelope)
            answer, is_opened = self._refusal(parcel, replies), False
            following = next(waiting, None)
            if answer:
                self._start_over(replies)
            else:
                ahead = self._envelope(following) if following and self._pipelines else []
                is_opened = bool(ahead)
                self._smtp.send(_stuffed(parcel.content) + b"".join(ahead))
                answer = self._answer(parcel, self._smtp.getreply())
            yield answer
            parcel = following

    def _envelope(self, parcel: Parcel) -> list[bytes]:
        sender = f"MAIL FROM:<{self._from}>"
        if not parcel.to_address.isascii():
            sender += " SMTPUTF8 BODY=8BITMIME"
        commands = (sender, f"RCPT TO:<{parcel.to_address}>", "DATA")
        return [f"{one_line(command)}\r\n".encode() for command in commands]

    def _ask(self, commands: list[bytes]) -> list[Reply]:
        """The answers to some commands; without pipelining one by one, until one is refused."""
        if self._pipelines:
            self._smtp.send(b"".join(commands))
            return self._read(len(commands))
        replies: list[Reply] = []
        for command in commands:
            self._smtp.send(command)
            replies += self._read(1)
            if replies[-1][0] >= 400:
                break
        return replies

    def _read(self, count: int) -> list[Reply]:
        return [self._smtp.getreply() for _ in range(count)]

    def _refusal(self, parcel: Parcel, replies: list[Reply]) -> Answer | None:
        """What was refused first: the sender, the recipient or the words; None when the words may follow."""
        for number, reply in enumerate(replies):
            if reply[0] >= 400:
                return self._answer(parcel, reply, about_recipient=number > 0)
        return None

    def _answer(self, parcel: Parcel, reply: Reply, *, about_recipient: bool = True) -> Answer:
        found, detail = verdict(reply[0], about_recipient=about_recipient), _told(reply)
        if found is Verdict.NOBODY:
            raise LineDown("closing" if about_recipient else "sender_refused", detail)
        code = {Verdict.LATER: "later", Verdict.NEVER: "refused"}.get(found, "")
        return Answer(parcel.pk, found, code, detail if code else "")

    def _start_over(self, replies: list[Reply]) -> None:
        """After a refusal: an empty message where the server waits for words, then a clean table."""
        if replies[-1][0] == GO_ON:
            self._smtp.send(b".\r\n")
            self._read(1)
        self._smtp.send(b"RSET\r\n")
        self._read(1)

    def _drop(self) -> None:
        """Hang up without a goodbye: nobody listens."""
        self._smtp.close()
        self._backend.connection = None

    def close(self) -> None:
        """Say goodbye."""
        try:
            self._backend.close()
        except (OSError, smtplib.SMTPException):
            # Every message was answered for already.
            self._backend.connection = None


class _OtherLine:
    """Any other of Django's backends, such as the folder in which the demo keeps its mail."""

    def __init__(self, backend: BaseEmailBackend) -> None:
        self._backend = backend

    def send(self, parcels: Iterable[Parcel]) -> Iterator[Answer]:
        """One by one."""
        for parcel in parcels:
            try:
                self._backend.send_messages([Prepared(parcel.content, sender_address(), parcel.to_address)])
            except OSError as error:
                raise LineDown("no_connection", str(error), parcel.pk) from error
            yield Answer(parcel.pk, Verdict.DELIVERED)

    def close(self) -> None:
        """Close."""
        self._backend.close()


def _stuffed(content: bytes) -> bytes:
    """The message with its end; a line that begins with a point gets one more (RFC 5321, section 4.5.2)."""
    doubled = content.replace(b"\r\n.", b"\r\n..")
    return doubled + (b".\r\n" if doubled.endswith(b"\r\n") else b"\r\n.\r\n")


def _told(reply: Reply | bytes | str) -> str:
    """What a server said, on one line."""
    if isinstance(reply, tuple):
        return one_line(f"{reply[0]} {reply[1].decode('utf-8', 'replace')}")[:LONGEST_DETAIL]
    return reply.decode("utf-8", "replace") if isinstance(reply, bytes) else reply
