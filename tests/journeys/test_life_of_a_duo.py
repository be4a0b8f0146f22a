"""The months of a duo on a coordinator's telephone: paused, resumed, extended, ended, taken back, over.

After each step: what stands on its page, and on its timeline.
"""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.utils.formats import date_format
from playwright.sync_api import Page, expect
from pytest_django import Settings

from samen.base import clock
from samen.duos.models import Duo
from samen.duos.rules import add_months
from tests.support.initiative import Office, make_office
from tests.support.looks import PHONE, Look

pytestmark = pytest.mark.django_db(transaction=True)

A_DAY = timedelta(days=1)


@pytest.fixture
def site(settings: Settings) -> Office:
    settings.SECOND_FACTOR_REQUIRED = False
    return make_office()


@pytest.fixture
def duo(site: Office) -> Duo:
    """Two months old, agreed for nine, who met last week."""
    two = site.newcomer("Amal Saleh"), site.coach("Bart Goossens")
    return site.duo(*two, months=9, met_days_ago=[6])


@pytest.fixture
def phone(open_page: Callable[[Look], Page]) -> Page:
    return open_page(Look(width=PHONE))


def whole(day: date) -> str:
    return date_format(day, "j F Y")


def save(page: Page) -> None:
    page.locator("main form button.main").last.click()


def stands(page: Page, url: str, *words: str) -> None:
    """On the page of the duo: how it stands, and these words."""
    expect(page).to_have_url(url)
    main = page.locator("main")
    for one in words:
        expect(main).to_contain_text(one)


def told(page: Page, url: str, *entries: str) -> None:
    """The timeline ends with these."""
    page.goto(f"{url}timeline/")
    there = [" ".join(line.split()) for line in page.locator(".happened li > span").all_inner_texts()]
    assert there[-len(entries) :] == list(entries)


def test_life_of_a_duo(phone: Page, site: Office, duo: Duo, sign_in: Callable[..., None]) -> None:
    today, last_end = clock.today(), add_months(duo.starts_on, 12)
    sign_in(phone, site)
    phone.goto(site.url(f"duos/{duo.pk}/"))
    url = phone.url
    met = "Ontmoeting van 2 uur"

    # A pause with dates; it stops today, and the days that are over stay one.
    phone.get_by_text("Meer", exact=True).click()
    phone.get_by_role("link", name="Zet op pauze").click()
    phone.get_by_label("Van").fill(str(today - 2 * A_DAY))
    phone.get_by_label("Tot en met").fill(str(today - 3 * A_DAY))
    phone.get_by_label("examens of les").check()
    save(phone)
    expect(phone.get_by_label("Tot en met")).to_have_value(str(today - 3 * A_DAY))
    phone.get_by_label("Tot en met").fill(str(today + 12 * A_DAY))
    save(phone)
    stands(phone, url, "De pauze is bewaard.", f"Het duo rust tot en met {whole(today + 12 * A_DAY)}.")
    told(phone, url, met, f"Pauze: examens of les Tot en met {date_format(today + 12 * A_DAY, 'j F')}")
    phone.goto(url)
    phone.get_by_role("button", name="Stop de pauze").click()
    stands(phone, url, "De pauze is voorbij.", "Loopt goed")
    told(phone, url, met, f"Pauze: examens of les Tot en met {date_format(today - A_DAY, 'j F')}")

    # Twelve months and a day is too long, and nothing is lost; twelve months are not.
    phone.goto(f"{url}end/")
    phone.get_by_label("Nieuw einde").fill(str(last_end + A_DAY))
    phone.get_by_label("Waarom een ander einde?").fill("het examen komt later")
    save(phone)
    too_late = f"{whole(last_end + A_DAY)} is later dan twaalf maanden na de start."
    expect(phone.locator(".field .error")).to_contain_text(too_late)
    expect(phone.get_by_label("Waarom een ander einde?")).to_have_value("het examen komt later")
    phone.get_by_label("Nieuw einde").fill(str(last_end))
    save(phone)
    stands(phone, url, f"Het duo loopt nu tot {whole(last_end)}.", "het examen komt later")
    longer = f"Verlengd tot {whole(last_end)} eerst tot {whole(duo.ends_on)} · het examen komt later"
    told(phone, url, longer)

    # It ends early, with what each does next; taken back the same day, Bart takes part again.
    phone.goto(f"{url}close/")
    phone.get_by_role("group", name="Wat doet Bart nu?").get_by_label("stopt, en hoort").check()
    save(phone)
    expect(phone.locator(".field .error")).to_have_text("Kies waarom het duo stopt.")
    phone.get_by_label("Waarom stopt het duo?").select_option(label="geen tijd meer")
    save(phone)
    stands(phone, url, "Vroeger gestopt", "Afgerond vandaag: geen tijd meer.", "Bart: stopt, en hoort graag")
    told(phone, url, longer, "Duo afgerond geen tijd meer")
    phone.goto(url)
    phone.get_by_role("button", name="Maak het afronden ongedaan").click()
    stands(phone, url, "Het duo loopt weer.", "Loopt goed", "Afronden ongedaan gemaakt")
    taken_back = (longer, "Duo afgerond", "Afronden ongedaan gemaakt")
    told(phone, url, *taken_back)

    # It ends again; days later it begins again, with a reason.
    phone.goto(f"{url}close/")
    phone.get_by_label("Waarom stopt het duo?").select_option(label="verhuisd")
    save(phone)
    stands(phone, url, "Afgerond vandaag: verhuisd.")
    with clock.shifted(5 * A_DAY):
        sign_in(phone, site)
        phone.goto(url)
        phone.get_by_role("link", name="Begin dit duo weer").click()
        save(phone)
        expect(phone.locator(".field .error")).to_have_text("Schrijf waarom dit duo weer begint.")
        phone.get_by_label("Waarom begint dit duo weer?").fill("zij wonen weer dichtbij")
        save(phone)
        stands(phone, url, "Het duo loopt weer.", "Weer begonnen", "zij wonen weer dichtbij")
        again = (*taken_back, "Duo afgerond", "Het duo begint weer zij wonen weer dichtbij")
        told(phone, url, *again)

    # In time it is over.
    with clock.shifted(last_end - today):
        sign_in(phone, site)
        phone.goto(url)
        stands(phone, url, "De afgesproken periode loopt tot vandaag.")
        phone.get_by_role("link", name="Rond het duo af").last.click()
        expect(phone.get_by_label("Waarom stopt het duo?")).to_have_value("period_over")
        save(phone)
        stands(phone, url, "Het duo is afgerond.", "Afgerond vandaag: de periode is voorbij.")
        told(phone, url, *again, "Duo afgerond de periode is voorbij")
