"""Sending over a real SMTP server, and every way in which it fails."""

import os
import subprocess
import sys
import threading
from datetime import datetime, time, timedelta
from email.message import EmailMessage
from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import connection
from pytest_django import Settings

from samen.base import clock
from samen.base.clock import BRUSSELS
from samen.base.scoping import scope
from samen.documents.calendar import Appointment, invitation
from samen.initiatives.actions import keep_quiet
from samen.messaging import actions, queries, transport
from samen.messaging.actions import Recipient
from samen.messaging.actions import delivery as sending
from samen.messaging.choices import Status
from samen.messaging.kinds import Words
from samen.messaging.messages import MAILING, TRIAL
from samen.messaging.models import OutboxMessage, ShortLink
from samen.messaging.queries import quiet_hours
from samen.messaging.rules import allowed_from
from samen.messaging.tasks import deliver_soon
from tests.support.gateway import Gateway
from tests.support.initiative import ACTOR, Office
from tests.support.mailbox import Mailbox

pytestmark = pytest.mark.postgres

NOON = datetime(2026, 11, 25, 12, tzinfo=BRUSSELS)
MINUTE = timedelta(minutes=1)


def queue(name: str = "amal", *, kind: str = MAILING, now: datetime = NOON, **more: Any) -> OutboxMessage:
    to = Recipient(name.capitalize(), f"{name}@example.org", "+32470123456")
    return actions.enqueue(key=name, kind=kind, to=to, values={"given_name": name}, now=now, **more)


def state(message: OutboxMessage) -> tuple[str, int, str]:
    message.refresh_from_db()
    return message.status, message.attempts, message.error_code


def body_of(got: EmailMessage, kind: str = "plain") -> str:
    """The words of a mail, with plain ends of lines."""
    part = got.get_body((kind,))
    assert part is not None
    content: str = part.get_content()
    return content.replace("\r\n", "\n")


# ---------- It arrives ----------


def test_a_message_arrives_as_text_and_html_with_a_way_to_stop(office: Office, mailbox: Mailbox) -> None:
    office.initiative.contact_email = "griet@deinze.example"
    office.initiative.save()
    message = queue("amal")
    done = actions.deliver(now=NOON)
    assert (done.sent, done.failed, state(message)) == (1, 0, (Status.SENT, 1, ""))
    (got,) = mailbox.messages
    assert (got["From"], got["To"], got["Reply-To"]) == (
        "Samen in Deinze <noreply@localhost>",
        "Amal <amal@example.org>",
        "griet@deinze.example",
    )
    assert got["Message-ID"] == message.message_id
    assert got["Subject"] == "Nieuws van Samen in Deinze"
    assert got["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert got["List-Unsubscribe"].startswith("<http://127.0.0.1:8000/stop/")
    plain, content = body_of(got), body_of(got, "html")
    assert plain.startswith("Dag amal\n\nWij hebben nieuws voor jou.")
    assert got["List-Unsubscribe"].strip("<>") in plain
    assert "Wij hebben nieuws voor jou." in content
    assert "<style" not in content
    assert "http://" not in content.replace("http://127.0.0.1:8000/stop/", "")
    assert 'src="' not in content
    message.refresh_from_db()
    assert message.sent_at is not None
    assert actions.deliver(now=NOON + MINUTE).tried == 0


def test_what_staff_gets_has_no_link_to_stop(office: Office, mailbox: Mailbox) -> None:
    actions.enqueue(
        key="t",
        kind=TRIAL,
        to=Recipient("Griet", "griet@example.org"),
        values={},
        now=NOON,
        words=Words("Proef", "Dag"),
    )
    actions.deliver(now=NOON)
    assert mailbox.messages[0]["List-Unsubscribe"] is None


def test_many_go_over_one_connection(office: Office, mailbox: Mailbox) -> None:
    for number in range(120):
        queue(f"p{number}")
    assert actions.deliver(now=NOON).sent == 120
    assert mailbox.connections == 1
    assert sorted(mailbox.addresses()) == sorted(f"p{n}@example.org" for n in range(120))


def test_scripts_and_points_and_long_lines_arrive_whole(office: Office, mailbox: Mailbox) -> None:
    bodies = {
        "dots": ".\n..\n.leading\n\nend.",
        "arabic": "مرحبا أمل، نراك قريبا " * 80,
        "long": "é" * 5000 + " =3D = " + "x" * 3000,
        "ends": "tab\t \nspace ",
    }
    for name, body in bodies.items():
        queue(name, words=Words(f"Onderwerp {name} – مرحبا {'lang ' * 30}", body))
    actions.deliver(now=NOON)
    got = {m["To"].addresses[0].username: m for m in mailbox.messages}
    for name, body in bodies.items():
        assert body_of(got[name]).startswith(body.strip())
        assert str(got[name]["Subject"]) == f"Onderwerp {name} – مرحبا {'lang ' * 30}".strip()
        assert got[name].defects == []


EVIL = 'Amal "Saleh" <evil@evil.example>, \r\nBcc: x@evil.example\u2028\u2029\x00'


def test_no_name_or_subject_adds_a_header_or_a_recipient(office: Office, mailbox: Mailbox) -> None:
    office.initiative.name = EVIL.replace("\x00", "")[:100]
    office.initiative.save()
    to = Recipient(EVIL, "amal@example.org")
    actions.enqueue(
        key="e", kind=MAILING, to=to, values={"given_name": EVIL}, now=NOON, words=Words(EVIL, "{given_name}")
    )
    actions.deliver(now=NOON)
    (got,) = mailbox.messages
    assert got["Bcc"] is None
    assert len(got["To"].addresses) == len(got["From"].addresses) == 1
    assert got["To"].addresses[0].addr_spec == "amal@example.org"
    assert got["To"].addresses[0].display_name.startswith('Amal "Saleh" <evil@evil.example>, Bcc:')


def test_an_invitation_travels_as_one(office: Office, mailbox: Mailbox) -> None:
    talk = Appointment("a@b", "Gesprek", NOON)
    queue(calendar=invitation(talk, "REQUEST", 0, stamp=NOON).decode())
    actions.deliver(now=NOON)
    (got,) = mailbox.messages
    kinds = [part.get_content_type() for part in got.walk()]
    assert kinds == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "text/calendar",
        "text/calendar",
    ]
    shown = next(part for part in got.walk() if part.get_content_type() == "text/calendar")
    assert shown.get_param("method") == "REQUEST"
    assert shown.get_content().replace("\r\n", "\n").startswith("BEGIN:VCALENDAR\nVERSION:2.0\n")
    (attached,) = got.iter_attachments()
    assert attached.get_filename() == "afspraak.ics"


def test_a_task_sends_what_is_due_in_its_initiative(office: Office, mailbox: Mailbox) -> None:
    queue(kind=TRIAL, words=Words("Proef", "Dag"), now=clock.now())
    assert deliver_soon.call(office.initiative.pk) == 1
    assert len(mailbox.messages) == 1


@pytest.mark.django_db(transaction=True)
def test_the_worker_of_the_site_sends_it(office: Office, mailbox: Mailbox) -> None:
    queue(kind=TRIAL, words=Words("Proef", "Dag"), now=clock.now())
    call_command("db_worker", "--queue-name", "*", "--batch", "--interval", "0", verbosity=0)
    assert len(mailbox.messages) == 1


def test_other_backends_of_django_work_too(office: Office) -> None:
    queue()
    assert actions.deliver(now=NOON).sent == 1
    (sent,) = mail.outbox
    assert (sent.subject, sent.to) == ("Nieuws van Samen in Deinze", ["amal@example.org"])


# ---------- It does not ----------


def test_an_address_that_is_refused_fails_at_once_and_the_others_go(office: Office, mailbox: Mailbox) -> None:
    mailbox.refused = {"weg@example.org"}
    first, wrong, last = queue("een"), queue("weg"), queue("drie")
    done = actions.deliver(now=NOON)
    assert (done.sent, done.failed) == (2, 1)
    assert state(wrong) == (Status.FAILED, 1, "refused")
    assert wrong.error_detail == "550 5.1.1 No such mailbox"
    assert [state(m)[0] for m in (first, last)] == [Status.SENT, Status.SENT]
    assert list(queries.failed_messages()) == [wrong]
    mailbox.refused = set()
    actions.try_again(message=wrong, now=NOON, actor=actions.stopping.READER)
    actions.deliver(now=NOON)
    assert state(wrong) == (Status.SENT, 1, "")


def test_not_now_is_tried_again_ever_later_and_then_given_up(office: Office, mailbox: Mailbox) -> None:
    mailbox.later = {"amal@example.org"}
    # For staff, whose mail does not wait for the morning: the waits are the bare ones.
    message, now, waits = queue(kind=TRIAL, words=Words("x", "y")), NOON, []
    for attempt in range(1, 6):
        assert actions.deliver(now=now).later == 1
        assert state(message) == (Status.WAITING, attempt, "later")
        assert message.next_attempt_at is not None
        waits.append((message.next_attempt_at - now).total_seconds() // 60)
        assert actions.deliver(now=message.next_attempt_at - MINUTE / 2).tried == 0
        now = message.next_attempt_at + timedelta(seconds=1)
    assert waits == [1, 5, 30, 120, 720]
    actions.deliver(now=now)
    assert state(message) == (Status.FAILED, 6, "later")


def test_an_address_that_cannot_exist_fails_alone(office: Office, mailbox: Mailbox) -> None:
    to = Recipient("A", f"a@{'é' * 70}.be")
    wrong = actions.enqueue(key="w", kind=MAILING, to=to, values={"given_name": "A"}, now=NOON)
    right = queue()
    assert (actions.deliver(now=NOON).sent, state(wrong)) == (1, (Status.FAILED, 1, "bad_address"))
    assert state(right)[0] == Status.SENT


def test_while_the_server_is_down_all_wait_and_no_attempt_counts(office: Office, mailbox: Mailbox) -> None:
    mailbox.close()
    found = [queue(name) for name in ("een", "twee")]
    for _round in range(10):
        assert actions.deliver(now=NOON).is_down
    assert [state(m) for m in found] == [(Status.WAITING, 0, "no_connection")] * 2
    mailbox.open()
    assert actions.deliver(now=NOON).sent == 2
    assert [state(m) for m in found] == [(Status.SENT, 1, "")] * 2


def test_a_line_that_drops_leaves_all_waiting_and_another_goes_first(
    office: Office, mailbox: Mailbox
) -> None:
    found = [queue(name) for name in ("een", "twee", "drie")]
    mailbox.drops = 1
    done = actions.deliver(now=NOON)
    assert (done.is_down, done.sent) == (True, 0)
    assert [state(m)[:2] for m in found] == [(Status.WAITING, 1), (Status.WAITING, 0), (Status.WAITING, 0)]
    assert actions.deliver(now=NOON).sent == 2
    assert actions.deliver(now=NOON + 2 * MINUTE).sent == 1
    assert mailbox.addresses() == ["twee@example.org", "drie@example.org", "een@example.org"]


def test_a_server_that_keeps_silent_is_down(office: Office, mailbox: Mailbox, settings: Settings) -> None:
    settings.EMAIL_TIMEOUT = 1
    mailbox.slow = 3
    message = queue()
    assert actions.deliver(now=NOON).is_down
    assert state(message)[:2] == (Status.WAITING, 1)


def test_a_refused_sender_is_nobodys_fault(
    office: Office, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuse(*_: object) -> str:
        return "550 You may not send"

    monkeypatch.setattr(mailbox, "handle_MAIL", refuse, raising=False)
    message = queue()
    mailbox.close()
    mailbox.open()
    assert actions.deliver(now=NOON).is_down
    assert state(message) == (Status.WAITING, 0, "sender_refused")


# ---------- Twice ----------


def test_after_a_crash_the_same_message_id_goes_again_and_only_after_the_lease(
    office: Office, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    message = queue()

    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(sending, "_note", crash)
        with pytest.raises(KeyboardInterrupt):
            actions.deliver(now=NOON)
    assert state(message)[0] == Status.SENDING
    assert actions.deliver(now=NOON + 5 * MINUTE).tried == 0
    assert actions.deliver(now=NOON + 11 * MINUTE).sent == 1
    assert [m["Message-ID"] for m in mailbox.messages] == [message.message_id] * 2


@pytest.mark.django_db(transaction=True)
def test_four_workers_send_each_message_once(office: Office, mailbox: Mailbox) -> None:
    for number in range(60):
        queue(f"p{number}")
    start = threading.Barrier(4)
    sent: list[int] = []

    def work() -> None:
        try:
            start.wait()
            with scope(office.initiative.pk):
                sent.append(actions.deliver(now=NOON).sent)
        finally:
            connection.close()

    workers = [threading.Thread(target=work) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sum(sent) == 60
    assert sorted(mailbox.addresses()) == sorted(f"p{n}@example.org" for n in range(60))


def test_a_round_leaves_others_their_turn(
    office: Office, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "BATCH", 2)
    monkeypatch.setattr(sending, "MOST", 4)
    for number in range(6):
        queue(f"p{number}")
    first = actions.deliver(now=NOON)
    assert (first.sent, first.has_more) == (4, True)
    second = actions.deliver(now=NOON)
    assert (second.sent, second.has_more) == (2, False)


# ---------- At night ----------


def test_at_night_participants_sleep_and_staff_reads(office: Office, mailbox: Mailbox) -> None:
    queue("amal")
    staff = queue("griet", kind=TRIAL, words=Words("x", "y"))
    night = NOON.replace(hour=22)
    assert actions.deliver(now=night).sent == 1
    assert state(staff)[0] == Status.SENT
    assert actions.deliver(now=NOON.replace(day=26, hour=7, minute=59)).sent == 0
    assert actions.deliver(now=NOON.replace(day=26, hour=8)).sent == 1


@pytest.mark.parametrize(
    "evening", [NOON.replace(month=3, day=28, hour=22), NOON.replace(month=10, day=24, hour=22)]
)
def test_on_the_nights_of_the_clock_the_morning_is_still_at_eight(
    office: Office, mailbox: Mailbox, evening: datetime
) -> None:
    queue(now=evening)
    morning = evening.replace(hour=8) + timedelta(days=1)
    assert actions.deliver(now=morning - MINUTE).sent == 0
    assert actions.deliver(now=morning).sent == 1


def test_a_message_that_waits_follows_the_hours_as_they_are_when_it_leaves(
    office: Office, mailbox: Mailbox
) -> None:
    late = NOON.replace(hour=20, minute=30)
    queue("before", now=late)
    keep_quiet(initiative=office.initiative, begin=time(20), end=time(7, 30), actor=ACTOR)
    queue("after", now=late)
    assert actions.deliver(now=late).sent == 0
    assert actions.deliver(now=NOON.replace(day=26, hour=7, minute=29)).sent == 0
    assert actions.deliver(now=NOON.replace(day=26, hour=7, minute=30)).sent == 2


# ---------- SMS and chat ----------


def text_to(road: str = "sms", key: str = "s") -> OutboxMessage:
    """A message by the road of a gateway."""
    to = Recipient("Amal", phone="+32470123456", channels=(road,))
    words = Words("x", "Dag {given_name}, ’t is morgen.")
    return actions.enqueue(key=key, kind=MAILING, to=to, values={"given_name": "A"}, now=NOON, words=words)


@pytest.mark.parametrize("road", ["sms", "chat"])
def test_a_text_leaves_through_its_gateway_and_ends_with_a_short_way_to_stop(
    office: Office, gateway: Gateway, settings: Settings, road: str
) -> None:
    setattr(settings, f"NOTIFY_URL_{road.upper()}", gateway.url)
    message = text_to(road)
    assert message.status == Status.WAITING
    assert actions.deliver(now=NOON).sent == 1
    assert state(message) == (Status.SENT, 1, "")
    (got,) = gateway.taken
    code = ShortLink.objects.get().code
    assert got.path == "/+32470123456"
    stop = f"Stoppen? http://127.0.0.1:8000/s/{office.initiative.pk}-{code}"
    assert got.message == f"Dag A, 't is morgen.\n\n{stop}"
    text_to(road, "again")
    actions.deliver(now=NOON + MINUTE)
    assert gateway.taken[1].message == got.message
    assert ShortLink.objects.get().used_at >= NOON + MINUTE


def test_each_road_has_a_gateway_of_its_own(office: Office, gateway: Gateway, settings: Settings) -> None:
    settings.NOTIFY_URL_SMS = gateway.url
    assert text_to("sms").status == Status.WAITING
    assert text_to("chat", "c").status == Status.BY_HAND
    settings.NOTIFY_URL_SMS, settings.NOTIFY_URL_CHAT = "", gateway.url
    assert text_to("chat", "d").status == Status.WAITING
    # What was queued for a gateway that is gone is tried again, and told.
    done = actions.deliver(now=NOON)
    assert (done.sent, done.later, len(gateway.taken)) == (1, 1, 1)


@pytest.mark.parametrize("road", ["sms", "chat"])
def test_a_gateway_that_refuses_is_tried_ever_later_and_then_given_up(
    office: Office, gateway: Gateway, settings: Settings, road: str
) -> None:
    setattr(settings, f"NOTIFY_URL_{road.upper()}", gateway.url)
    gateway.status = 503
    message, now = text_to(road), NOON
    for attempt in range(1, 6):
        assert actions.deliver(now=now).later == 1
        assert state(message) == (Status.WAITING, attempt, "gateway")
        assert message.next_attempt_at is not None
        now = allowed_from(message.next_attempt_at, quiet_hours(office.initiative), keeps_quiet=True) + MINUTE
    actions.deliver(now=now)
    assert state(message) == (Status.FAILED, 6, "gateway")
    assert len(gateway.taken) == 6
    gateway.status = 200
    actions.try_again(message=message, now=now, actor=ACTOR)
    actions.deliver(now=now)
    assert state(message) == (Status.SENT, 1, "")


def test_a_gateway_that_is_down_is_tried_again(office: Office, settings: Settings) -> None:
    settings.NOTIFY_URL_SMS = "json://127.0.0.1:9/{phone}"
    message = text_to()
    assert actions.deliver(now=NOON).later == 1
    assert state(message) == (Status.WAITING, 1, "gateway")
    assert message.error_detail == "the gateway refused"


def test_without_the_extra_package_it_is_told(
    office: Office, gateway: Gateway, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.NOTIFY_URL_CHAT = gateway.url
    # What Python does for a package that is not there.
    monkeypatch.setitem(sys.modules, "apprise", None)
    message = text_to("chat")
    assert actions.deliver(now=NOON).later == 1
    assert message.status == Status.WAITING
    assert state(message) == (Status.WAITING, 1, "gateway")
    assert message.error_detail == "apprise is not installed"
    assert gateway.taken == []


def test_the_extra_package_is_loaded_only_for_a_gateway() -> None:
    code = """
import sys, django
django.setup()
from samen.messaging import actions
print("apprise" in sys.modules)
"""
    found = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "tests.support.settings", "PYTHONPATH": "src:."},
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.strip() == "False"


def test_an_address_that_is_no_phone_does_not_change_the_gateway(
    office: Office, gateway: Gateway, settings: Settings
) -> None:
    settings.NOTIFY_URL_SMS = gateway.url
    message = text_to()
    OutboxMessage.objects.update(phone="+32/../x?@1")
    actions.deliver(now=NOON)
    assert [got.path for got in gateway.taken] == ["/+321"]
    assert state(message)[0] == Status.SENT


def test_whoever_stops_sms_gets_none_and_the_chat_goes_on(
    office: Office, gateway: Gateway, settings: Settings
) -> None:
    settings.NOTIFY_URL_SMS = settings.NOTIFY_URL_CHAT = gateway.url
    first = text_to()
    actions.stop(link=queries.stop_link(first), now=NOON)
    assert state(first)[0] == Status.STOPPED
    assert text_to("sms", "second").status == Status.STOPPED
    assert text_to("chat", "third").status == Status.WAITING
    actions.begin_again(link=queries.stop_link(first))
    assert text_to("sms", "fourth").status == Status.WAITING


def test_a_server_that_knows_pipelining_gets_the_same_messages(
    office: Office, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The test's server reads ahead of itself badly, so only the order of what we say is looked at."""
    said: list[bytes] = []

    class Server:
        replies = iter(
            [
                (250, b""),
                (550, b"no"),
                (354, b""),
                (250, b""),
                (250, b""),
                *[(250, b"")] * 2,
                (354, b""),
                (250, b"ok"),
                (250, b""),
                (250, b""),
                (354, b""),
                (250, b"ok"),
            ]
        )

        def send(self, data: bytes) -> None:
            said.append(data)

        def getreply(self) -> tuple[int, bytes]:
            return next(self.replies)

        def ehlo_or_helo_if_needed(self) -> None: ...

        def has_extn(self, name: str) -> bool:
            return name == "pipelining"

    class Backend:
        connection = Server()

    parcels = [transport.Parcel(n, f"{n}@example.org", b"Subject: x\r\n\r\n.body\r\n") for n in (1, 2, 3)]
    line = transport._SmtpLine(Backend())  # type: ignore[arg-type]
    answers = list(line.send(parcels))
    assert [(a.pk, a.verdict) for a in answers] == [(1, "never"), (2, "delivered"), (3, "delivered")]
    envelope = b"MAIL FROM:<noreply@localhost>\r\nRCPT TO:<%d@example.org>\r\nDATA\r\n"
    words = b"Subject: x\r\n\r\n..body\r\n.\r\n"
    assert said == [envelope % 1, b".\r\n", b"RSET\r\n", envelope % 2, words + envelope % 3, words]
