"""An exchange session in a real browser: twins, replies, groups, the evening, the summary, thank you."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from icalendar import Calendar
from playwright.sync_api import Page
from pytest_django import Settings

from samen.base import clock
from samen.base.scoping import scope
from samen.events.links import link_to
from samen.events.models import Event, Invitation, Opinion
from samen.exchanges.models import Seat, Session
from samen.intake.actions import Facts
from samen.messaging.models import OutboxMessage
from tests.support.initiative import Office, make_office
from tests.support.looks import PHONE, Look

pytestmark = pytest.mark.django_db(transaction=True)

MORNING, EVENING = 1 << 9, 1 << 11


@pytest.fixture
def office(settings: Settings) -> Office:
    settings.SECOND_FACTOR_REQUIRED = False
    return make_office()


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=False).first.click()


def path_of(office: Office, name: str) -> str:
    """The link that somebody got."""
    with scope(office.initiative.pk):
        one = Invitation.objects.select_related("event").get(participation__person__given_name=name)
        return "/" + link_to(one).split("/", 3)[3]


def test_from_twins_to_thank_you(
    office: Office,
    open_page: Callable[[Look], Page],
    sign_in: Callable[..., None],
    axe: Callable[[Page], list[str]],
) -> None:
    for n, (mine, theirs) in enumerate(((MORNING, MORNING), (MORNING, EVENING), (MORNING, MORNING))):
        office.duo(
            office.newcomer(f"Nieuw{n}", email=f"n{n}@example.org", facts=Facts(availability=mine)),
            office.coach(f"Coach{n}", email=f"c{n}@example.org", facts=Facts(availability=theirs)),
        )
    desk = open_page(Look(width=PHONE))
    sign_in(desk, office)

    # Twins, from what people told about when they can.
    desk.goto(office.url("sessions/plan/?who=together"))
    desk.get_by_role("link", name="donderdagvoormiddag en donderdagavond").click()
    desk.get_by_label("Waar?").fill("De bib, Markt 1")
    desk.get_by_label("Rol en verhouding").check()
    desk.get_by_label("Methode").select_option("incident")
    press(desk, "Plan het")
    assert desk.get_by_text("2 momenten zijn gepland.").is_visible()
    with scope(office.initiative.pk):
        first, second = Event.objects.order_by("starts_at")
    assert first.starts_at.date() == second.starts_at.date()

    # Each is asked to the moment that suits them.
    desk.goto(office.url(f"events/{first.pk}/invite/"))
    press(desk, "Stuur de uitnodigingen")
    with scope(office.initiative.pk):
        assert Invitation.objects.filter(event=second).count() == 1
        assert Invitation.objects.filter(event=first).count() == 5
        words = OutboxMessage.objects.filter(kind="exchange_invited").first()
        assert words
        assert str(next(iter(Calendar.from_ical(words.calendar).walk("VEVENT")))["UID"]).startswith("event-")

    # They answer by the link; one takes the other moment.
    phone = open_page(Look(width=PHONE))
    for name in ("Nieuw0", "Coach0", "Nieuw1", "Coach2"):
        phone.goto(path_of(office, name))
        press(phone, "Ja, ik kom")
        assert phone.get_by_text("Fijn. Jij komt.").first.is_visible()
    phone.goto(path_of(office, "Nieuw2"))
    press(phone, "19:00")
    assert phone.get_by_text("Fijn. Jij komt.").first.is_visible()

    # Groups, with the duo apart.
    desk.goto(office.url(f"sessions/{first.pk}/groups/"))
    desk.get_by_label("Hoeveel groepen?").fill("2")
    press(desk, "Maak groepen")
    assert desk.get_by_text("Alles wat gevraagd was, lukte.").is_visible()
    with scope(office.initiative.pk):
        group = dict(Seat.objects.values_list("invitation__participation__person__given_name", "group"))
    assert group["Nieuw0"] != group["Coach0"]

    # The facilitator has a link and no account.
    desk.goto(office.url(f"sessions/{first.pk}/"))
    press(desk, "Maak de link")
    link = desk.get_by_label("De link").input_value()
    with scope(office.initiative.pk):
        now = clock.now()
        Event.objects.filter(pk=first.pk).update(
            starts_at=now - timedelta(hours=2), ends_at=now - timedelta(minutes=1)
        )
    phone.goto("/" + link.split("/", 3)[3])
    assert phone.get_by_role("heading", name="Incidentmethode").is_visible()
    assert axe(phone) == []
    phone.get_by_label("Nieuw0").check()
    phone.get_by_label("Coach2").check()
    phone.get_by_role("button", name="Bewaar").first.click()
    phone.get_by_label("Wat is er gezegd en geleerd?").fill("Nieuw0 kookt graag.")
    phone.get_by_role("button", name="Bewaar").last.click()
    assert phone.get_by_text("Hier staat een naam").is_visible()
    phone.get_by_label("Wat is er gezegd en geleerd?").fill("Samen koken helpt.")
    phone.get_by_role("button", name="Bewaar").last.click()
    with scope(office.initiative.pk):
        assert Session.objects.get(event=first).summary == "Samen koken helpt."

    # Thank you, with the summary; and what they thought of it.
    desk.goto(office.url(f"sessions/{first.pk}/summary/"))
    press(desk, "Stuur")
    with scope(office.initiative.pk):
        thanked = OutboxMessage.objects.filter(kind="event_thanks")
        assert sorted(one.to_name for one in thanked) == ["Coach2", "Nieuw0"]
        assert all("Samen koken helpt." in one.body + one.dutch for one in thanked)
    phone.goto(path_of(office, "Coach2"))
    phone.get_by_label("Goed", exact=True).check()
    phone.get_by_label("Een beetje").check()
    press(phone, "Stuur mijn antwoord")
    assert phone.get_by_text("Dank je wel voor jouw antwoord.").first.is_visible()
    with scope(office.initiative.pk):
        assert Opinion.objects.get().useful == "a_bit"
