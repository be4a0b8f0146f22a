"""How fast personal mail leaves: ours beside a connection for each. `python benchmarks/mail.py --n 1000`

All send the same words to the same people, text and HTML with headers to unsubscribe, to one sink: an SMTP
server on loopback in a process of its own, which counts and hashes what it gets. In turns, so that a busy
moment hits all alike:

- each: what a site does by default: Django's EmailMultiAlternatives, `send()` for each message;
- one line: the same messages, `send_messages()` once: one connection;
- ours: `messaging.transport`, `letters` and `mime`: one connection, envelopes ahead, a frame rendered once;
- bytes: ours with the bytes made beforehand: what the line itself costs.

At the end the whole of `deliver` with its database (SQLite that syncs each write): leases, notes, everything.
"""

import argparse
import hashlib
import multiprocessing
import os
import socketserver
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median
from typing import Any

ROUNDS = 5
PROMISE = 5.0


class Talk(socketserver.StreamRequestHandler):
    """One SMTP connection; answers are sent when nothing is left to read, as RFC 2920 asks."""

    disable_nagle_algorithm = True

    def handle(self) -> None:
        """Until QUIT or the end."""
        self._say("220 sink")
        reading_words, words = False, hashlib.sha256()
        for line in self.rfile:
            if reading_words:
                if line == b".\r\n":
                    self.server.taken.append(words.hexdigest())  # type: ignore[attr-defined]
                    reading_words, words = False, hashlib.sha256()
                    self._say("250 kept")
                else:
                    words.update(line)
                continue
            verb = line[:4].upper()
            if verb == b"EHLO":
                self._say("250-sink\r\n250-PIPELINING\r\n250 8BITMIME")
            elif verb == b"DATA":
                reading_words = True
                self._say("354 go on")
            elif verb == b"QUIT":
                self._say("221 bye")
                return
            else:
                self._say("250 ok")

    def _say(self, answer: str) -> None:
        self.wfile.write(answer.encode() + b"\r\n")


class Sink(socketserver.ThreadingTCPServer):
    """Counts what it takes."""

    allow_reuse_address = daemon_threads = True
    taken: list[str] = []


def serve(pipe: Connection) -> None:
    """The process of the sink: tells its port, then how many it took whenever it is asked."""
    with Sink(("127.0.0.1", 0), Talk) as sink:
        import threading  # noqa: PLC0415 - only in this process

        threading.Thread(target=sink.serve_forever, daemon=True).start()
        pipe.send(sink.server_address[1])
        while pipe.recv():
            pipe.send((len(sink.taken), len(set(sink.taken))))
            sink.taken.clear()


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--n", type=int, default=1000)
    n = arguments.parse_args().n
    ours, theirs = multiprocessing.Pipe()
    # Started before Django is, so that nothing of it is shared.
    sink = multiprocessing.get_context("fork").Process(target=serve, args=(theirs,), daemon=True)
    sink.start()
    port = ours.recv()
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {
            "SAMEN_DATA": folder,
            "SAMEN_SMTP_HOST": "127.0.0.1",
            "SAMEN_SMTP_PORT": str(port),
            "DJANGO_SETTINGS_MODULE": "samen.site.settings",
        }
        os.environ.pop("DATABASE_URL", None)
        measure(n, ours)
    ours.send(False)
    sink.terminate()


def measure(n: int, sink: Connection) -> None:
    """Everything that needs Django."""
    import django  # noqa: PLC0415 - after the environment is set

    sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))
    django.setup()
    from samen.base import clock  # noqa: PLC0415
    from samen.base.scoping import scope  # noqa: PLC0415
    from samen.initiatives.actions import add_initiative  # noqa: PLC0415
    from samen.messaging import actions  # noqa: PLC0415
    from samen.messaging.actions import Entry, Recipient  # noqa: PLC0415
    from samen.messaging.kinds import Words  # noqa: PLC0415
    from samen.messaging.messages import MAILING  # noqa: PLC0415
    from samen.messaging.models import OutboxMessage  # noqa: PLC0415
    from samen.site.prepare import prepare  # noqa: PLC0415

    prepare()
    noon = clock.now().replace(hour=12, minute=0)
    body = "Dag {given_name}\n\n" + "Kom je ook naar ons feest op zaterdag? Iedereen is welkom.\n\n" * 6
    here = add_initiative(slug="bench", name="Samen in Deinze", actor=actions.stopping.READER)
    with scope(here.pk):
        entries = [
            Entry(
                f"bench:{number}",
                MAILING,
                Recipient(f"Émilie Peeters {number}", f"p{number}@example.org"),
                {"given_name": f"Émilie {number}"},
                words=Words("Feest in Deinze: tot zaterdag", body),
            )
            for number in range(n)
        ]
        began = time.perf_counter()
        for start in range(0, n, 200):
            actions.enqueue_all(entries[start : start + 200], now=noon)
        queueing = time.perf_counter() - began
        messages = list(OutboxMessage.objects.order_by("id"))
        compare(ways(messages, here, noon), n, sink)
        began = time.perf_counter()
        sent = 0
        while (done := actions.deliver(now=noon + timedelta(minutes=1))).sent:
            sent += done.sent
        whole = time.perf_counter() - began
        sink.send(True)
        print(f"deliver, with its database: {whole / n * 1000:6.2f} ms a message, {sent} sent: {sink.recv()}")
        print(f"queueing, 200 at a time:    {queueing / n * 1000:6.2f} ms a message")


def ways(messages: list[Any], here: Any, noon: Any) -> dict[str, Callable[[], object]]:
    """Four ways to send the same."""
    from django.core.mail import EmailMultiAlternatives, get_connection  # noqa: PLC0415

    from samen.messaging.actions.delivery import _parcels  # noqa: PLC0415
    from samen.messaging.queries import letter_of  # noqa: PLC0415
    from samen.messaging.transport import open_line  # noqa: PLC0415

    def usual(message: Any) -> EmailMultiAlternatives:
        letter = letter_of(message, here.name)
        headers = {
            "Message-ID": message.message_id,
            "List-Unsubscribe": f"<{letter.stop_url}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        }
        to = f'"{message.to_name}" <{message.email}>'
        mail = EmailMultiAlternatives(message.subject, letter.text, None, [to], headers=headers)
        mail.attach_alternative(letter.html, "text/html")
        return mail

    made = list(_parcels(messages, here, noon))

    def over_our_line(parcels: Any) -> None:
        line = open_line()
        assert sum(1 for _answer in line.send(parcels)) == len(messages)
        line.close()

    return {
        "each": lambda: [usual(message).send() for message in messages],
        "one line": lambda: get_connection().send_messages([usual(message) for message in messages]),
        "ours": lambda: over_our_line(_parcels(messages, here, noon)),
        "bytes": lambda: over_our_line(made),
    }


def compare(four: dict[str, Callable[[], object]], n: int, sink: Connection) -> None:
    """In turns; medians of the time on the wall, since a server that answers is half of it."""
    times: dict[str, list[float]] = {name: [] for name in four}
    for number in range(ROUNDS + 1):
        for name, way in four.items():
            began = time.perf_counter()
            way()
            taken = time.perf_counter() - began
            sink.send(True)
            counted, different = sink.recv()
            if (counted, different) != (n, n):
                raise SystemExit(f"{name}: the sink took {counted}, {different} different, in place of {n}.")
            if number:
                times[name].append(taken)
    middle = {name: median(found) for name, found in times.items()}
    for name, found in middle.items():
        ratio = middle["each"] / found
        print(f"{name:9} {found / n * 1000:6.2f} ms a message {n / found:8.0f}/s   {ratio:4.1f} x each")
    verdict = "kept" if middle["each"] / middle["ours"] >= PROMISE else "NOT kept"
    print(f"promise: ours at least {PROMISE:.0f} x each: {verdict}")


if __name__ == "__main__":
    main()
