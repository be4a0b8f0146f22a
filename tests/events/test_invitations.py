"""Who is asked to come: messages with a file for the calendar, replies, changes, and nothing twice."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from icalendar import Calendar

from samen.base import clock
from samen.base.clock import BRUSSELS
from samen.base.errors import Conflict
from samen.base.scoping import scope
from samen.events import actions, rules
from samen.events import invitation_actions as asking
from samen.events.choices import Reply
from samen.events.links import link_to
from samen.events.messages import CANCELLED, INVITED, MOVED, SOON
from samen.events.models import Event, Invitation
from samen.messaging.choices import Status
from samen.messaging.models import OutboxMessage
from samen.people.models import Participation
from tests.support.initiative import ACTOR, Office, make_office
from tests.support.mailbox import Mailbox

pytestmark = pytest.mark.postgres

NOON = datetime(2026, 11, 20, 12, tzinfo=BRUSSELS)
STARTS = datetime(2026, 11, 27, 19, tzinfo=BRUSSELS)


def make_event(**changes: Any) -> Event:
    known = {
        "starts_at": STARTS,
        "ends_at": STARTS + timedelta(hours=2),
        "place": "De bib, Markt 21",
        "note": "",
        "now": NOON,
        "actor": ACTOR,
    }
    return actions.plan(**{**known, **changes})


@pytest.fixture
def amal(office: Office) -> Participation:
    return office.newcomer("Amal Saleh", email="amal@example.org", written_language="ar", accepted=False)


@pytest.fixture
def event(office: Office) -> Event:
    return make_event()


def ask(event: Event, *parts: Participation, now: datetime = NOON) -> int:
    return asking.invite(event=event, parts=parts, now=now, actor=ACTOR)


def messages(kind: str) -> list[OutboxMessage]:
    return list(OutboxMessage.objects.filter(kind=kind).order_by("id"))


def calendar_of(message: OutboxMessage) -> tuple[str, Any]:
    """The method and the event of the file in a message."""
    found = Calendar.from_ical(message.calendar)
    return str(found["METHOD"]), next(iter(found.walk("VEVENT")))


# ---------- Asked once, in the own language ----------


def test_an_invitation_tells_when_and_where_in_both_languages(event: Event, amal: Participation) -> None:
    assert ask(event, amal) == 1
    (message,) = messages(INVITED)
    assert "الجمعة، 27 نوفمبر" in message.subject + message.body or message.words_language == "nl"
    assert "vrijdag 27 november, 19:00" in (message.dutch or message.body)
    assert link_to(Invitation.objects.get()) in message.body
    method, held = calendar_of(message)
    assert (method, int(held["SEQUENCE"])) == ("REQUEST", 0)
    assert str(held["UID"]).startswith(f"event-{event.pk}@deinze.")
    assert str(held["ATTENDEE"]) == "mailto:amal@example.org"
    assert held["DTSTART"].dt == STARTS


def test_nobody_is_asked_twice(event: Event, amal: Participation) -> None:
    assert [ask(event, amal), ask(event, amal)] == [1, 0]
    assert (Invitation.objects.count(), len(messages(INVITED))) == (1, 1)


def test_who_left_is_not_asked(office: Office, event: Event, amal: Participation) -> None:
    Participation.objects.filter(pk=amal.pk).update(ended_on=NOON.date())
    amal.refresh_from_db()
    assert ask(event, amal) == 0


def test_without_an_address_there_is_no_file_and_a_person_presses(office: Office, event: Event) -> None:
    ask(event, office.newcomer("Zonder Mail"))
    (message,) = messages(INVITED)
    assert (message.calendar, message.status) == ("", Status.BY_HAND)


def test_the_mail_carries_the_file_as_an_invitation(
    mailbox: Mailbox, event: Event, amal: Participation
) -> None:
    from samen.messaging import actions as messaging

    ask(event, amal)
    messaging.deliver(now=NOON)
    (mail,) = mailbox.messages
    kinds = {part.get_content_type(): part for part in mail.walk()}
    assert kinds["text/calendar"].get_param("method") in {"REQUEST", None}
    assert any(part.get_param("method") == "REQUEST" for part in mail.walk())


# ---------- It changes ----------


def move(event: Event, **changes: Any) -> int:
    known = {
        "starts_at": event.starts_at,
        "ends_at": event.ends_at,
        "place": event.place,
        "note": event.note,
        "now": NOON,
        "actor": ACTOR,
    }
    return actions.change(event=event, **{**known, **changes})


def test_another_moment_is_told_and_asked_anew(event: Event, amal: Participation) -> None:
    ask(event, amal)
    asking.answer(invitation=Invitation.objects.get(), reply=Reply.YES, now=NOON, actor=ACTOR)
    assert move(event, starts_at=STARTS - timedelta(hours=1)) == 1
    (message,) = messages(MOVED)
    method, held = calendar_of(message)
    assert (method, int(held["SEQUENCE"]), held["DTSTART"].dt) == ("REQUEST", 1, STARTS - timedelta(hours=1))
    assert Invitation.objects.get().reply == Reply.NONE


def test_another_note_is_no_news(event: Event, amal: Participation) -> None:
    ask(event, amal)
    assert move(event, note="Er is koffie.") == 0
    event.refresh_from_db()
    assert (event.note, event.sequence, messages(MOVED)) == ("Er is koffie.", 0, [])


def test_called_off_the_calendar_forgets_it_and_what_waited_is_held_back(
    event: Event, amal: Participation
) -> None:
    ask(event, amal)
    assert actions.cancel(event=event, now=NOON, actor=ACTOR) == 1
    (message,) = messages(CANCELLED)
    method, held = calendar_of(message)
    assert (method, str(held["STATUS"]), int(held["SEQUENCE"])) == ("CANCEL", "CANCELLED", 1)
    assert messages(INVITED)[0].status == Status.STOPPED


def test_it_goes_on_after_all(event: Event, amal: Participation) -> None:
    ask(event, amal)
    actions.cancel(event=event, now=NOON, actor=ACTOR)
    assert actions.take_back_cancelling(event=event, now=NOON, actor=ACTOR) == 1
    method, held = calendar_of(messages(MOVED)[0])
    assert (method, int(held["SEQUENCE"])) == ("REQUEST", 2)


def test_what_is_over_or_called_off_asks_nobody_and_hears_no_answer(
    event: Event, amal: Participation
) -> None:
    ask(event, amal)
    invitation = Invitation.objects.select_related("event").get()
    late = event.ends_at + timedelta(minutes=1)
    with pytest.raises(Conflict, match="voorbij"):
        ask(event, amal, now=late)
    with pytest.raises(Conflict, match="voorbij"):
        asking.answer(invitation=invitation, reply=Reply.YES, now=late, actor=ACTOR)
    with pytest.raises(Conflict, match="voorbij"):
        move(event, now=late)
    actions.cancel(event=event, now=NOON, actor=ACTOR)
    with pytest.raises(Conflict, match="afgelast"):
        ask(event, amal)
    with pytest.raises(Conflict, match="afgelast"):
        move(event)
    with pytest.raises(Conflict, match="al afgelast"):
        actions.cancel(event=event, now=NOON, actor=ACTOR)


def test_what_goes_on_cannot_be_taken_back(event: Event) -> None:
    with pytest.raises(Conflict, match="gaat gewoon door"):
        actions.take_back_cancelling(event=event, now=NOON, actor=ACTOR)


# ---------- The day before ----------


@pytest.mark.parametrize(
    ("before", "asked_before", "due"),
    [
        (timedelta(hours=30), timedelta(days=3), True),
        (timedelta(hours=30, minutes=1), timedelta(days=3), False),
        (timedelta(minutes=1), timedelta(days=3), True),
        (timedelta(0), timedelta(days=3), False),
        (timedelta(hours=5), timedelta(hours=24), True),
        (timedelta(hours=5), timedelta(hours=23, minutes=59), False),
    ],
)
def test_when_somebody_is_reminded(before: timedelta, asked_before: timedelta, due: bool) -> None:
    now = STARTS - before
    assert rules.reminder_is_due(starts_at=STARTS, invited_at=now - asked_before, now=now) is due


def test_the_day_before_everybody_is_reminded_once_but_who_said_no(
    office: Office, event: Event, amal: Participation
) -> None:
    bart = office.coach("Bart", email="bart@example.org")
    ask(event, amal, bart)
    asking.answer(
        invitation=Invitation.objects.get(participation=bart), reply=Reply.NO, now=NOON, actor=ACTOR
    )
    assert asking.remind(now=NOON) == 0
    morning = STARTS - timedelta(hours=10)
    asking.remind(now=morning)
    asking.remind(now=morning + timedelta(hours=1))
    assert [message.to_name for message in messages(SOON)] == ["Amal Saleh"]


def test_a_reminder_that_waits_is_held_back_when_it_is_called_off(event: Event, amal: Participation) -> None:
    ask(event, amal)
    asking.remind(now=STARTS - timedelta(hours=20))
    actions.cancel(event=event, now=STARTS - timedelta(hours=19), actor=ACTOR)
    assert messages(SOON)[0].status == Status.STOPPED


# ---------- The link ----------


@pytest.fixture
def soon(office: Office) -> Event:
    """A gathering that is to come by the real clock: pages ask the day themselves."""
    now = clock.now()
    return make_event(
        starts_at=now + timedelta(days=3), ends_at=now + timedelta(days=3, hours=2), now=now, note="Koffie"
    )


@pytest.fixture
def page(soon: Event, amal: Participation) -> str:
    ask(soon, amal, now=clock.now())
    return link_to(Invitation.objects.get()).removeprefix("http://127.0.0.1:8000")


def test_looking_answers_nothing_and_pressing_does(page: str) -> None:
    visitor = Client()
    first = visitor.get(page)
    assert first.status_code == 200
    assert "Amal" not in first.content.decode()
    assert Invitation.objects.get().reply == Reply.NONE
    for said, sentence in (
        ("yes", "Fijn. Jij komt."),
        ("perhaps", "Jij komt misschien."),
        ("no", "Jammer. Jij komt niet."),
    ):
        after = visitor.post(page, {"reply": said}, follow=True)
        assert sentence in after.content.decode()
        assert Invitation.objects.get().reply == said


@pytest.mark.parametrize("said", ["", "maybe", "x" * 10_000, "\x00"])
def test_nonsense_answers_nothing(page: str, said: str) -> None:
    assert Client().post(page, {"reply": said}, follow=True).status_code == 200
    assert Invitation.objects.get().reply == Reply.NONE


@pytest.mark.parametrize("token", ["nonsense", "a:b:c", "\x00", "WzEsIDFd:1x:2y"])
def test_a_link_that_we_did_not_sign_is_not_there(office: Office, token: str) -> None:
    assert Client().get(f"/come/{token}/").status_code == 404


def test_after_it_was_called_off_the_page_says_so_and_takes_no_answer(page: str, soon: Event) -> None:
    actions.cancel(event=soon, now=clock.now(), actor=ACTOR)
    answer = Client().post(page, {"reply": "yes"}, follow=True)
    assert "Dit gaat niet door." in answer.content.decode()
    assert Invitation.objects.get().reply == Reply.NONE


def test_the_page_gives_a_file_for_the_calendar(page: str) -> None:
    answer = Client().get(f"{page}calendar/")
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    (held,) = Calendar.from_ical(answer.content).walk("VEVENT")
    assert str(held["LOCATION"]) == "De bib, Markt 21"


# ---------- The desk ----------


def test_invite_change_and_note_a_reply_at_the_desk(office: Office, soon: Event, amal: Participation) -> None:
    desk, url = office.client(), office.url(f"events/{soon.pk}/")
    listed = desk.get(f"{url}invite/").content.decode()
    assert "Amal Saleh" in listed
    told = desk.post(f"{url}invite/", {"part": [amal.pk]}, follow=True).content.decode()
    assert "Eén mens krijgt een uitnodiging." in told
    assert "Amal Saleh" not in desk.get(f"{url}invite/").content.decode()
    invitation = Invitation.objects.get()
    desk.post(f"{url}replies/{invitation.pk}/", {"reply": "yes"})
    assert Invitation.objects.get().reply == Reply.YES
    desk.post(f"{url}replies/{invitation.pk}/", {"reply": "yes"})
    assert Invitation.objects.get().reply == Reply.YES
    desk.post(f"{url}replies/{invitation.pk}/", {"reply": ""})
    assert Invitation.objects.get().reply == Reply.NONE
    assert desk.post(f"{url}replies/{invitation.pk}/", {"reply": "maybe"}).status_code == 404
    day = soon.starts_at.astimezone(BRUSSELS)
    form = {"day": day.date(), "starts": "09:00", "ends": "08:00", "place": "Elders", "note": ""}
    refused = desk.post(f"{url}change/", form)
    assert refused.status_code == 422
    assert "Elders" in refused.content.decode()
    moved = desk.post(f"{url}change/", {**form, "ends": "11:00"}, follow=True).content.decode()
    assert "Eén mens krijgt een bericht." in moved
    assert Calendar.from_ical(desk.get(f"{url}calendar/").content).walk("VEVENT")


def test_nobody_ticked_sends_nothing_and_says_so(office: Office, soon: Event, amal: Participation) -> None:
    answer = office.client().post(office.url(f"events/{soon.pk}/invite/"), {"part": ["999999", "x"]})
    assert answer.status_code == 422
    assert "Er is niemand aangevinkt." in answer.content.decode()
    assert not Invitation.objects.exists()


def test_somebody_of_another_initiative_is_not_asked(office: Office, soon: Event) -> None:
    other = make_office("gent", "Samen in Gent")
    stranger = other.newcomer("Vreemd", accepted=False)
    with scope(office.initiative.pk):
        answer = office.client().post(office.url(f"events/{soon.pk}/invite/?stage="), {"part": [stranger.pk]})
    assert answer.status_code in {200, 422}
    assert not Invitation.objects.exists()


@pytest.mark.parametrize("people", [1, 3])
def test_the_page_reads_as_often_for_three_as_for_one(
    office: Office, soon: Event, people: int, django_assert_num_queries: Any
) -> None:
    ask(soon, *(office.newcomer(f"Amal {n}", accepted=False) for n in range(people)), now=clock.now())
    desk = office.client()
    desk.get(office.url(f"events/{soon.pk}/"))
    with django_assert_num_queries(7):
        desk.get(office.url(f"events/{soon.pk}/"))
