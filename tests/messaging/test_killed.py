"""No message is lost and none comes twice under another Message-ID, whenever a worker dies.

Real workers, a real mail server on loopback, SIGKILL. Half of the kills fall where it hurts most: after the
server kept a message, before it told so.
"""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from datetime import datetime, timedelta
from random import Random

import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.db import connection

from samen.base.clock import BRUSSELS
from samen.messaging import actions
from samen.messaging.actions import Entry, Recipient
from samen.messaging.choices import Status
from samen.messaging.messages import MAILING
from samen.messaging.models import OutboxMessage
from tests.support.initiative import Office
from tests.support.looks import FULL_GRID
from tests.support.mailbox import Mailbox

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

NOON = datetime(2026, 11, 25, 12, tzinfo=BRUSSELS)
MESSAGES, KILLS = (600, 60) if FULL_GRID else (60, 6)


class DeadlyMailbox(Mailbox):
    """Kills whoever sends to it, just after it kept so many messages and before it tells so."""

    worker: subprocess.Popen[bytes] | None = None
    kills_after = 0

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Keep it; then perhaps kill."""
        answer = await super().handle_DATA(server, session, envelope)
        if self.worker is not None and self.kills_after == len(self.messages):
            self.worker.send_signal(signal.SIGKILL)
            self.worker.wait()
        return answer


def start_worker(mailbox: Mailbox, office: Office, now: datetime) -> subprocess.Popen[bytes]:
    name = str(connection.settings_dict["NAME"])
    arguments = (name, str(mailbox.port), str(office.initiative.pk), now.isoformat())
    return subprocess.Popen(
        [sys.executable, "-m", "tests.support.worker", *arguments],
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "tests.support.settings"},
    )


def killed_amid(office: Office, now: datetime, *, after: int, in_an_answer: bool) -> list[str]:
    """What came from a worker that dies once so many came: in the answer to the last, or a moment later."""
    with DeadlyMailbox() as mailbox:
        mailbox.slow = 0.002
        mailbox.kills_after = after if in_an_answer else 0
        mailbox.worker = worker = start_worker(mailbox, office, now)
        while worker.poll() is None:
            if not in_an_answer and len(mailbox.messages) >= after:
                worker.send_signal(signal.SIGKILL)
            time.sleep(0.001)
        assert worker.returncode == -signal.SIGKILL
    return ids_in(mailbox)


def sent_to_the_end(office: Office, now: datetime) -> list[str]:
    """What came from a worker that is left in peace."""
    with Mailbox() as mailbox:
        assert start_worker(mailbox, office, now).wait(120) == 0
    return ids_in(mailbox)


def ids_in(mailbox: Mailbox) -> list[str]:
    return [str(message["Message-ID"]) for message in mailbox.messages]


def test_whenever_a_worker_dies_nothing_is_lost_nor_sent_anew(office: Office) -> None:
    entries = [
        Entry(f"k{n}", MAILING, Recipient("A", f"p{n}@example.org"), {"given_name": "A"})
        for n in range(MESSAGES)
    ]
    queued = {message.message_id for message in actions.enqueue_all(entries, now=NOON)}
    chance, now, came = Random(1), NOON, Counter[str]()
    for kill in range(KILLS):
        after = chance.randint(1, MESSAGES // KILLS - 2)
        came.update(killed_amid(office, now, after=after, in_an_answer=kill % 2 == 0))
        # Whoever comes next takes over what the dead one held: its lease is over the next day.
        now += timedelta(days=1)
    came.update(sent_to_the_end(office, now))
    assert set(came) == queued
    # Each kill repeats one message at most, and each in an answer does.
    assert KILLS // 2 <= sum(came.values()) - MESSAGES <= KILLS
    assert set(OutboxMessage.objects.values_list("status", flat=True)) == {Status.SENT}
