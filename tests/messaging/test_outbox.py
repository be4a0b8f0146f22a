"""Queueing: once per key whatever the race, in the reader's language, by the right road."""

import re
import threading
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.conf import settings as site
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from samen.base import clock, forgetting
from samen.base.clock import BRUSSELS
from samen.base.errors import Conflict, RuleBroken
from samen.base.languages import every
from samen.base.scoping import scope
from samen.messaging import actions, queries
from samen.messaging.actions import Entry, Recipient
from samen.messaging.choices import Channel, Status
from samen.messaging.kinds import Kind, Words, _kinds, find, kind, register
from samen.messaging.messages import MAILING
from samen.messaging.models import Mailing, OutboxMessage, ShortLink
from samen.messaging.queries import letter_of
from samen.messaging.sentences import to_press
from samen.messaging.stops import StopLink
from tests.support.initiative import ACTOR, Office, make_office

pytestmark = pytest.mark.postgres

NOON = datetime(2026, 11, 25, 12, tzinfo=BRUSSELS)
AMAL = Recipient("Amal Saleh", "amal@example.org", "+32470123456")


def queue(key: str = "one", to: Recipient = AMAL, **more: Any) -> OutboxMessage:
    values = more.pop("values", {"given_name": "Amal"})
    return actions.enqueue(key=key, kind=MAILING, to=to, values=values, now=more.pop("now", NOON), **more)


@pytest.fixture
def weighty(monkeypatch: pytest.MonkeyPatch) -> Kind:
    """A kind that may not be lost."""
    found = Kind("weighty", "Ernstig", "Ernstig", "Dag {given_name}", ("given_name",), sensitive=True)
    monkeypatch.setitem(_kinds, "weighty", found)
    return found


# ---------- Once ----------


def test_the_same_key_is_queued_once(office: Office) -> None:
    first, second = queue(), queue(to=Recipient("Bart", "bart@example.org"))
    assert (first.pk, second.to_name) == (second.pk, "Amal Saleh")
    assert OutboxMessage.objects.count() == 1
    assert DBTaskResult.objects.count() == 1


def test_the_same_key_in_another_initiative_is_another_message(office: Office) -> None:
    queue()
    other = make_office("gent", "Samen in Gent")
    with scope(other.initiative.pk):
        queue()
        assert OutboxMessage.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_eight_at_once_queue_one(office: Office) -> None:
    found: list[int] = []
    start = threading.Barrier(8)

    def run() -> None:
        try:
            start.wait()
            with scope(office.initiative.pk):
                found.append(queue().pk)
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert set(found) == {OutboxMessage.objects.get().pk}
    assert DBTaskResult.objects.count() == 1


def test_what_is_rolled_back_is_not_queued_nor_is_its_task(office: Office) -> None:
    with transaction.atomic():
        queue()
        transaction.set_rollback(True)
    assert (OutboxMessage.objects.count(), DBTaskResult.objects.count()) == (0, 0)


def test_many_are_queued_with_as_many_questions_as_one(office: Office) -> None:
    counts = []
    for number in (1, 30):
        entries = [
            Entry(f"{number}-{n}", MAILING, Recipient("A", f"a{n}@example.org"), {"given_name": "A"})
            for n in range(number)
        ]
        with CaptureQueriesContext(connection) as seen:
            actions.enqueue_all(entries, now=NOON)
        counts.append(len(seen))
    assert counts[0] == counts[1]


# ---------- What it says ----------


def test_a_message_that_lacks_a_value_is_a_mistake_of_ours(office: Office) -> None:
    with pytest.raises(ValueError, match="given_name"):
        queue(values={})


def test_a_name_begins_no_header_and_no_line(office: Office) -> None:
    evil = "Amal\r\nBcc: x@evil.example\u2028\u2029\x00"
    message = queue(to=Recipient(evil, "amal@example.org"), values={"given_name": evil})
    assert message.to_name == "Amal Bcc: x@evil.example"
    assert "Dag Amal Bcc: x@evil.example\n" in message.body


def test_ten_thousand_signs_pass(office: Office) -> None:
    long = queue(words=Words("Lang " * 100, "é" * 10_000))
    assert len(long.body) == 10_000
    assert len(long.subject) <= 400
    assert "é" * 10_000 in letter_of(long, "X").html


@pytest.mark.parametrize("language", [one.code for one in every()])
def test_every_language_reads_in_its_own_direction(office: Office, language: str) -> None:
    actions.write_text(
        kind=kind(MAILING), words=Words("Nieuws", "Dag {given_name}", "nl"), now=NOON, actor=ACTOR
    )
    actions.write_text(
        kind=kind(MAILING), words=Words("S", "Eigen {given_name}", language), now=NOON, actor=ACTOR
    )
    message = queue(to=Recipient("Amal", "amal@example.org", language=language))
    letter = letter_of(message, "Samen in Deinze")
    direction = "rtl" if language in {"ar", "fa"} else "ltr"
    assert f'<html lang="{language}" dir="{direction}">' in letter.html
    filled = "Eigen \u2068Amal\u2069" if direction == "rtl" else "Eigen Amal"
    assert filled in letter.html
    assert filled in letter.text
    is_dutch = language == "nl"
    assert re.search(r'<td [^>]*lang="nl"', letter.html)
    assert (message.dutch == "Dag Amal") is not is_dutch
    assert ("— Nederlands —\n\nDag Amal" in letter.text) is not is_dutch


def test_a_language_without_a_text_gets_the_own_dutch(office: Office) -> None:
    actions.write_text(kind=kind(MAILING), words=Words("Eigen", "Eigen Dag"), now=NOON, actor=ACTOR)
    message = queue(to=Recipient("Amal", "amal@example.org", language="ar"))
    assert (message.subject, message.words_language, message.language, message.dutch) == (
        "Eigen",
        "nl",
        "ar",
        "",
    )
    html = letter_of(message, "X").html
    assert '<html lang="ar" dir="rtl">' in html
    assert 'lang="nl"' in html


def test_a_language_that_we_do_not_have_is_dutch(office: Office) -> None:
    assert queue(to=Recipient("A", "a@example.org", language="xx")).language == "nl"


EVIL = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&"


def test_html_in_every_field_is_text(office: Office) -> None:
    initiative = office.initiative
    initiative.name = EVIL[:100]
    initiative.save()
    message = queue(
        to=Recipient(EVIL, "amal@example.org", language="ar"),
        values={"given_name": EVIL},
        words=Words(
            f"{EVIL} {{given_name}}", f'{EVIL}\n\n{{given_name}}\nhttps://x.example/?a=1&b="><b>', "fr"
        ),
    )
    html = letter_of(message, initiative.name).html
    assert "<script" not in html
    assert "<img" not in html
    assert "<b>" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert '<a class="link" href="https://x.example/?a=1&amp;b=" style="' in html


def test_marks_of_the_frame_in_a_text_are_taken_out(office: Office) -> None:
    html = letter_of(queue(values={"given_name": "A\ue001\ue004\ue000B"}), "X").html
    assert "Dag AB" in html
    assert not any(chr(0xE000 + n) in html for n in range(16))


def test_an_address_that_stands_alone_is_a_button_and_others_are_links(office: Office) -> None:
    words = Words("X", "Kijk op https://a.example/b.\n\nhttps://a.example/c?d=1&e=2")
    html = letter_of(queue(words=words), "X").html
    assert 'href="https://a.example/b"' in html
    assert ">https://a.example/b</a>." in html
    assert 'href="https://a.example/c?d=1&amp;e=2"' in html
    assert ">Open de pagina</a>" in html


# ---------- By which road ----------


def test_without_email_somebody_presses(office: Office) -> None:
    message = queue(to=Recipient("Amal", phone="+32470123456"))
    assert (message.status, message.channel) == (Status.BY_HAND, Channel.WHATSAPP)
    press = to_press(message)
    assert press is not None
    assert press.url.startswith("https://wa.me/32470123456?text=Dag%20Amal%0A%0A")
    assert list(queries.to_do_by_hand()) == [message]


def test_whoever_stopped_gets_nothing_and_what_must_arrive_goes_by_hand(
    office: Office, weighty: Kind
) -> None:
    to = Recipient("Amal", "amal@example.org", "+32470123456", channels=("email",))
    before, weighed = (
        queue("before", to),
        actions.enqueue(key="w1", kind="weighty", to=to, values={"given_name": "Amal"}, now=NOON),
    )
    actions.stop(link=queries.stop_link(before), now=NOON)
    before.refresh_from_db()
    weighed.refresh_from_db()
    assert before.status == Status.STOPPED
    assert (weighed.status, weighed.channel) == (Status.BY_HAND, Channel.PHONE)
    assert queue("after", to).status == Status.STOPPED
    after = actions.enqueue(key="w2", kind="weighty", to=to, values={"given_name": "Amal"}, now=NOON)
    assert (after.status, after.channel) == (Status.BY_HAND, Channel.PHONE)
    actions.begin_again(link=queries.stop_link(before))
    assert queue("again", to).status == Status.WAITING


def test_a_stop_is_for_one_address_whatever_its_case_and_for_one_initiative(office: Office) -> None:
    actions.stop(link=queries.stop_link(queue()), now=NOON)
    email_alone = {"channels": ("email",)}
    assert queue("case", Recipient("A", "AMAL@Example.org", **email_alone)).status == Status.STOPPED  # type: ignore[arg-type]
    assert queue("other", Recipient("B", "bart@example.org")).status == Status.WAITING
    with scope(make_office("gent", "Gent").initiative.pk):
        assert queue("here", AMAL).status == Status.WAITING


def test_a_message_for_later_and_one_in_the_evening_wait(office: Office) -> None:
    later = NOON + timedelta(days=2)
    assert queue("later", not_before=later).next_attempt_at == later
    evening = NOON.replace(hour=22)
    message, night = queue("evening", now=evening), queries.quiet_hours(office.initiative)
    for hours, expected in ((0, []), (9, []), (10, [message])):
        assert list(queries.due(evening + timedelta(hours=hours), night)) == expected


# ---------- What staff does ----------


def test_a_message_moves_only_as_the_table_says(office: Office) -> None:
    message = queue()
    with pytest.raises(Conflict):
        actions.try_again(message=message, now=NOON, actor=ACTOR)
    actions.by_hand(message=message, channel=Channel.PHONE, actor=ACTOR)
    actions.mark_done(message=message, now=NOON, actor=ACTOR)
    message.refresh_from_db()
    assert (message.status, message.sent_at) == (Status.DONE, NOON)
    with pytest.raises(Conflict):
        actions.mark_done(message=message, now=NOON, actor=ACTOR)


def test_no_road_without_an_address(office: Office) -> None:
    message = queue(to=Recipient("A", "a@example.org"))
    with pytest.raises(RuleBroken, match="geen adres of nummer"):
        actions.by_hand(message=message, channel=Channel.WHATSAPP, actor=ACTOR)


def test_the_machine_does_not_take_what_it_cannot_send(office: Office) -> None:
    message = queue(to=Recipient("A", phone="+32470123456"))
    with pytest.raises(RuleBroken, match="niet zelf sturen"):
        actions.try_again(message=message, now=NOON, actor=ACTOR)


def test_words_go_after_thirty_days_and_the_fact_stays(office: Office) -> None:
    message = queue(to=Recipient("A", phone="+32470123456"))
    actions.mark_done(message=message, now=NOON, actor=ACTOR)
    day = NOON.date()
    assert actions.forget_old(today=day + timedelta(days=30)) == 0
    assert actions.forget_old(today=day + timedelta(days=31)) == 1
    assert actions.forget_old(today=day + timedelta(days=32)) == 0
    message.refresh_from_db()
    assert (message.body, message.phone, message.to_name, message.status) == ("", "", "", Status.DONE)
    waiting = queue("waiting")
    actions.forget_old(today=day + timedelta(days=400))
    waiting.refresh_from_db()
    assert waiting.body != ""


def test_after_two_years_nothing_of_a_message_is_left(office: Office) -> None:
    day, last = NOON.date(), NOON.date().replace(year=2028)
    mailing = actions.make_mailing(words=Words("Nieuws", "Dag"), audience={}, total=1, now=NOON, actor=ACTOR)
    entries = [Entry(f"m{n}", MAILING, AMAL, {"given_name": "Amal"}) for n in range(3)]
    actions.enqueue_all(entries, now=NOON, in_bulk=mailing)
    link = StopLink(office.initiative.pk, "sms", "0" * 22, "ar")
    actions.short_link(link=link, now=NOON)
    # Late in the evening of the same day, and on the next.
    actions.enqueue_all([Entry("late", MAILING, AMAL, {"given_name": "A"})], now=NOON.replace(hour=23))
    next_day = NOON + timedelta(days=1)
    later = queue("later", now=next_day)
    assert actions.forget_old(today=day) == actions.forget_old(today=last) == 0
    assert actions.forget_old(today=last + timedelta(days=1)) == 6
    assert [message.key for message in OutboxMessage.objects.all()] == [later.key]
    assert (Mailing.objects.count(), ShortLink.objects.count()) == (0, 0)
    assert actions.forget_old(today=last + timedelta(days=2)) == 1


def test_a_short_address_that_is_used_stays(office: Office) -> None:
    link = StopLink(office.initiative.pk, "sms", "0" * 22, "ar")
    code = actions.short_link(link=link, now=NOON).code
    actions.short_link(link=link, now=NOON + timedelta(days=500))
    assert actions.forget_old(today=NOON.date() + timedelta(days=900)) == 0
    assert ShortLink.objects.get().code == code


def test_what_is_old_goes_in_pieces_and_only_here(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forgetting, "PIECE", 2)
    other = make_office("gent", "Samen in Gent")
    for here in (office, other):
        with scope(here.initiative.pk):
            for number in range(5):
                queue(f"k{number}")
    assert actions.forget_old(today=NOON.date() + timedelta(days=800)) == 5
    with scope(other.initiative.pk):
        assert OutboxMessage.objects.count() == 5


def test_the_database_refuses_a_message_that_waits_for_nothing(office: Office) -> None:
    message = queue()
    with pytest.raises(IntegrityError), transaction.atomic():
        OutboxMessage.objects.filter(pk=message.pk).update(next_attempt_at=None)


def test_two_kinds_cannot_have_one_name() -> None:
    register(kind(MAILING))
    with pytest.raises(ValueError, match="mailing"):
        register(Kind(MAILING, "Iets anders", "x", "y"))
    assert find("no-such-kind") is None


def test_the_message_id_is_that_of_our_site(office: Office, settings: Settings) -> None:
    settings.BASE_URL = "https://samen.example.be"
    assert queue().message_id.endswith("@samen.example.be>")
    assert site.BASE_URL == "https://samen.example.be"
    assert clock.now().tzinfo is not None
