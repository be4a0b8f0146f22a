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
    """Kills whoever sends, just after it kept so many messages and before it tells so."""

    worker: subprocess.Popen[bytes] | None = None
    kills_after: int | None = None

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


def kill_amid(mailbox: DeadlyMailbox, worker: subprocess.Popen[bytes], *, after: int, at_once: bool) -> None:
    """Let the worker die once so many messages came: while the last one is answered, or a moment later."""
    mailbox.kills_after = after if at_once else None
    mailbox.worker = worker
    while worker.poll() is None:
        if not at_once and len(mailbox.messages) >= after:
            worker.send_signal(signal.SIGKILL)
        time.sleep(0.001)
    assert worker.returncode == -signal.SIGKILL


def test_whenever_a_worker_dies_nothing_is_lost_nor_sent_anew(office: Office) -> None:
    entries = [
        Entry(f"k{n}", MAILING, Recipient("A", f"p{n}@example.org"), {"given_name": "A"})
        for n in range(MESSAGES)
    ]
    queued = {message.message_id for message in actions.enqueue_all(entries, now=NOON)}
    chance, now = Random(1), NOON
    with DeadlyMailbox() as mailbox:
        mailbox.slow = 0.002
        for kill in range(KILLS):
            worker = start_worker(mailbox, office, now)
            after = len(mailbox.messages) + chance.randint(1, MESSAGES // KILLS)
            kill_amid(mailbox, worker, after=after, at_once=kill % 2 == 0)
            # Whoever comes next takes over what the dead one held: its lease is over the next day.
            now += timedelta(days=1)
        mailbox.worker = None
        assert start_worker(mailbox, office, now).wait(60) == 0
    came = Counter(str(message["Message-ID"]) for message in mailbox.messages)
    assert set(came) == queued
    twice = [message_id for message_id, times in came.items() if times > 1]
    # Each kill repeats one message at most, and those amid an answer do.
    assert KILLS // 2 <= sum(came.values()) - MESSAGES <= KILLS
    assert len(twice) <= KILLS
    assert set(OutboxMessage.objects.values_list("status", flat=True)) == {Status.SENT}
