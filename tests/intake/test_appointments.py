"""A moment to talk: offered, chosen by one, given up, called off, reminded, missed."""

from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as some
from icalendar import Calendar

from samen.base import clock
from samen.base.clock import BRUSSELS
from samen.base.errors import Conflict, RuleBroken
from samen.desk.worklist import worklist
from samen.intake import appointment_actions as actions
from samen.intake import rules
from samen.intake.appointment_queries import appointment_of, free_slots
from samen.intake.choices import AppointmentStatus
from samen.intake.links import link_to
from samen.intake.messages import ASKED, CALLED_OFF, MISSED, PLANNED, SOON
from samen.intake.models import Appointment, Profile, Slot, Talk, Wish
from samen.messaging.choices import Status
from samen.messaging.models import OutboxMessage
from samen.people.models import Participation
from tests.support.initiative import ACTOR, Office

pytestmark = pytest.mark.postgres

NOON = datetime(2026, 11, 20, 12, tzinfo=BRUSSELS)
NINE = datetime(2026, 11, 27, 9, tzinfo=BRUSSELS)


def offer(
    starts_at: datetime = NINE, *, hours: float = 2, seats: int = 1, now: datetime = NOON
) -> list[Slot]:
    actions.offer(
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=hours),
        minutes=45,
        place="Dorpshuis",
        seats=seats,
        now=now,
        actor=ACTOR,
    )
    return list(Slot.objects.filter(starts_at__gte=starts_at))


def choose(part: Participation, slot: Slot, now: datetime = NOON) -> Appointment:
    return actions.choose(part=part, slot=slot, now=now, actor=ACTOR)


def told(kind: str) -> list[OutboxMessage]:
    return list(OutboxMessage.objects.filter(kind=kind))


@pytest.fixture
def amal(office: Office) -> Participation:
    return office.newcomer("Amal Saleh", email="amal@example.org", written_language="tr", accepted=False)


@given(
    minutes=some.integers(10, 120),
    length=some.integers(0, 600),
)
def test_moments_fit_one_after_the_other(minutes: int, length: int) -> None:
    found = list(rules.moments(NINE, NINE + timedelta(minutes=length), minutes))
    assert len(found) == length // minutes
    assert all(last - first == timedelta(minutes=minutes) for first, last in found)
    assert all(one[1] == other[0] for one, other in pairwise(found))


def test_offered_twice_they_stand_once(office: Office) -> None:
    assert (len(offer()), len(offer())) == (2, 2)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"starts_at": NOON - timedelta(hours=1)}, "in_the_past"),
        ({"hours": 0.5}, "too_short"),
        ({"hours": 100}, "too_many"),
    ],
)
def test_what_cannot_be_offered(office: Office, changes: dict[str, Any], code: str) -> None:
    with pytest.raises(RuleBroken) as refusal:
        offer(**changes)
    assert refusal.value.code == code


def test_choosing_tells_when_and_where_with_a_file(office: Office, amal: Participation) -> None:
    slot = offer()[0]
    made = choose(amal, slot)
    assert choose(amal, slot) == made
    (message,) = told(PLANNED)
    assert "27 Kasım Cuma" in message.subject + message.body or message.words_language == "nl"
    (held,) = Calendar.from_ical(message.calendar).walk("VEVENT")
    assert (held["DTSTART"].dt, str(held["LOCATION"])) == (NINE, "Dorpshuis")


def test_a_chair_is_for_one(office: Office, amal: Participation) -> None:
    slot = offer()[0]
    choose(amal, slot)
    with pytest.raises(Conflict, match="net voor"):
        choose(office.newcomer("Sara"), slot)
    assert slot not in free_slots(NOON)


def test_a_group_sits_together_until_it_is_full(office: Office) -> None:
    slot = offer(seats=2)[0]
    seats = [choose(office.newcomer(f"Sara {n}"), slot).seat for n in range(2)]
    assert seats == [1, 2]
    with pytest.raises(Conflict):
        choose(office.newcomer("Te laat"), slot)


def test_another_moment_gives_up_the_first(office: Office, amal: Participation) -> None:
    first, second = offer()
    choose(amal, first)
    choose(amal, second)
    standing = appointment_of(amal)
    assert standing
    assert standing.slot == second
    assert list(free_slots(NOON)) == [first]
    first_message = OutboxMessage.objects.order_by("id").first()
    assert first_message
    assert first_message.status == Status.STOPPED


def test_what_is_gone_or_past_cannot_be_chosen(office: Office, amal: Participation) -> None:
    slot = offer()[0]
    with pytest.raises(Conflict, match="kan niet meer"):
        choose(amal, slot, now=NINE + timedelta(minutes=1))
    actions.remove(slot=slot, now=NOON, actor=ACTOR)
    slot.refresh_from_db()
    with pytest.raises(Conflict, match="kan niet meer"):
        choose(amal, slot)
    with pytest.raises(Conflict, match="al weg"):
        actions.remove(slot=slot, now=NOON, actor=ACTOR)


def test_called_off_who_would_come_is_told_and_may_choose_anew(office: Office, amal: Participation) -> None:
    slot = offer()[0]
    choose(amal, slot)
    assert actions.remove(slot=slot, now=NOON, actor=ACTOR) == 1
    (message,) = told(CALLED_OFF)
    assert "METHOD:CANCEL" in message.calendar
    assert link_to(amal) in message.body
    assert appointment_of(amal) is None


def test_the_day_before_once(office: Office, amal: Participation) -> None:
    choose(amal, offer()[0])
    early, due = NINE - timedelta(hours=31), NINE - timedelta(hours=29)
    assert actions.remind(now=early) == 0
    actions.remind(now=due)
    actions.remind(now=due + timedelta(hours=1))
    assert len(told(SOON)) == 1


def test_who_did_not_come_is_asked_kindly_to_choose_anew(office: Office, amal: Participation) -> None:
    made = choose(amal, offer()[0])
    with pytest.raises(RuleBroken, match="nog komen"):
        actions.note_no_show(appointment=made, tell=True, now=NOON, actor=ACTOR)
    actions.note_no_show(appointment=made, tell=True, now=NINE + timedelta(hours=1), actor=ACTOR)
    made.refresh_from_db()
    assert (made.status, len(told(MISSED))) == (AppointmentStatus.NO_SHOW, 1)
    with pytest.raises(Conflict, match="staat niet meer"):
        actions.note_no_show(appointment=made, tell=True, now=NINE, actor=ACTOR)
    with pytest.raises(Conflict, match="staat niet meer"):
        actions.give_up(appointment=made, actor=ACTOR)


def test_came_means_held(office: Office, amal: Participation) -> None:
    made = choose(amal, offer()[0])
    actions.note_came(appointment=made, today=NINE.date(), actor=ACTOR)
    assert Talk.objects.get().held_on == NINE.date()


def test_today_shows_who_comes_until_something_is_noted(office: Office, amal: Participation) -> None:
    made = choose(amal, offer()[0])
    assert worklist(NOON).appointments == []
    assert worklist(NINE).appointments == [made]
    assert worklist(NINE + timedelta(days=2)).appointments == [made]
    actions.note_came(appointment=made, today=NINE.date(), actor=ACTOR)
    assert worklist(NINE).appointments == []


# ---------- The link ----------


@pytest.fixture
def soon(office: Office) -> list[Slot]:
    now = clock.now()
    begins = (now + timedelta(days=5)).replace(hour=9, minute=0, second=0, microsecond=0)
    return offer(begins, now=now)


@pytest.fixture
def page(amal: Participation) -> str:
    return link_to(amal).removeprefix("http://127.0.0.1:8000")


def test_choose_look_and_give_up_by_link(soon: list[Slot], amal: Participation, page: str) -> None:
    visitor = Client()
    first = visitor.get(page).content.decode()
    assert "Wanneer praten wij?" in first
    assert "Amal" not in first
    chosen = visitor.post(page, {"slot": soon[0].pk}, follow=True).content.decode()
    assert "Wij praten samen." in chosen
    assert visitor.get(f"{page}calendar/")["Content-Type"].startswith("text/calendar")
    visitor.post(page, {"do": "off"})
    assert appointment_of(amal) is None
    assert visitor.get(f"{page}calendar/").status_code == 404


def test_somebody_else_was_first(office: Office, soon: list[Slot], page: str) -> None:
    actions.choose(part=office.newcomer("Sara"), slot=soon[0], now=clock.now(), actor=ACTOR)
    answer = Client().post(page, {"slot": soon[0].pk})
    assert answer.status_code == 409
    assert "Iemand was je net voor. Kies een ander moment." in answer.content.decode()


@pytest.mark.parametrize("slot", ["", "nonsense", "9" * 40, "\x00", "-1"])
def test_nonsense_chooses_nothing(soon: list[Slot], page: str, slot: str) -> None:
    assert Client().post(page, {"slot": slot}, follow=True).status_code == 200
    assert not Appointment.objects.exists()


def test_who_left_has_no_link_any_more(soon: list[Slot], amal: Participation, page: str) -> None:
    Participation.objects.filter(pk=amal.pk).update(ended_on=clock.today())
    assert Client().get(page).status_code == 404
    assert Client().get("/talk/nonsense/").status_code == 404


def test_already_telling_something_is_seen_at_the_desk(
    office: Office, amal: Participation, page: str
) -> None:
    visitor = Client()
    assert visitor.post(f"{page}tell/free/", {"availability": ["0", "1"]})["Location"].endswith(
        "/tell/likes/"
    )
    visitor.post(f"{page}tell/likes/", {"interests": "Koken, fietsen"})
    done = visitor.post(f"{page}tell/wishes/", {"gender": "f", "near": "yes"})
    assert done["Location"] == page
    profile = Profile.objects.get()
    assert (profile.availability, profile.interests) == (0b11, ["fietsen", "koken"])
    assert {(wish.about, wish.strength) for wish in Wish.objects.all()} == {
        ("gender", "prefer"), ("distance", "prefer")
    }  # fmt: skip
    talk = office.client().get(office.url(f"people/{amal.pk}/talk/wishes/")).content.decode()
    assert "Dit vulde de kandidaat zelf in." in talk
    assert visitor.get(f"{page}tell/motive/").status_code == 404


def test_telling_a_plain_wish_keeps_what_was_agreed_in_the_talk(
    office: Office, amal: Participation, page: str
) -> None:
    desk = office.client()
    desk.post(
        office.url(f"people/{amal.pk}/talk/wishes/"),
        {"do": "on", "wishes-wish_age_min": "30", "wishes-wish_age_strength": "must"},
    )
    Client().post(f"{page}tell/wishes/", {"gender": "m"})
    assert {(wish.about, wish.strength) for wish in Wish.objects.all()} == {
        ("age", "must"),
        ("gender", "prefer"),
    }


# ---------- The desk ----------


def test_from_offer_to_the_talk_at_the_desk(office: Office, amal: Participation) -> None:
    desk, day = office.client(), clock.today() + timedelta(days=5)
    form = {
        "day": day,
        "starts": "09:00",
        "ends": "10:30",
        "minutes": "45",
        "seats": "1",
        "place": "Dorpshuis",
    }
    assert (
        "Er zijn 2 momenten bij."
        in desk.post(office.url("people/moments/"), form, follow=True).content.decode()
    )
    desk.post(office.url(f"people/{amal.pk}/plan/ask/"))
    assert link_to(amal) in told(ASKED)[0].body
    slot = Slot.objects.first()
    assert slot
    desk.post(office.url(f"people/{amal.pk}/plan/{slot.pk}/"))
    assert "Jullie praten op" in desk.get(office.url(f"people/{amal.pk}/")).content.decode()
    made = Appointment.objects.get()
    desk.post(office.url(f"people/appointments/{made.pk}/"), {"do": "off"})
    assert appointment_of(amal) is None
    desk.post(office.url(f"people/moments/{slot.pk}/remove/"))
    assert Slot.objects.filter(removed_on=None).count() == 1


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"ends": "08:00"}, "Het einde ligt voor het begin."),
        ({"day": "2020-01-01"}, "Dat moment is al voorbij."),
        ({"seats": "0"}, "1"),
        ({"place": ""}, "verplicht"),
        ({"minutes": "7"}, "7"),
    ],
)
def test_refusals_keep_what_was_typed(office: Office, changes: dict[str, Any], sentence: str) -> None:
    day = clock.today() + timedelta(days=5)
    form = {"day": day, "starts": "09:00", "ends": "10:30", "minutes": "45", "seats": "1", "place": "Bij ons"}
    answer = office.client().post(office.url("people/moments/"), {**form, **changes})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not Slot.objects.exists()
