"""A sign-in lasts thirty minutes of rest and twelve hours at most."""

from datetime import timedelta

import pytest
from django.test import Client

from samen.base import clock
from tests.support.initiative import Office

pytestmark = pytest.mark.postgres


def is_in(client: Client, office: Office) -> bool:
    return client.get(office.url("people/")).status_code == 200


@pytest.mark.parametrize(("minutes", "lasts"), [(29, True), (30, True), (31, False), (600, False)])
def test_thirty_minutes_of_rest(office: Office, minutes: int, lasts: bool) -> None:
    client = office.client()
    assert is_in(client, office)
    # A minute is the precision with which a session remembers when it was used.
    with clock.shifted(timedelta(minutes=minutes) - timedelta(seconds=5)):
        assert is_in(client, office) is lasts


def test_whoever_works_on_stays(office: Office) -> None:
    client = office.client()
    steps = range(0, 12 * 60, 25)
    stayed = []
    for minutes in steps:
        with clock.shifted(timedelta(minutes=minutes)):
            stayed.append(is_in(client, office))
    assert stayed == [True] * len(steps)
    with clock.shifted(timedelta(hours=12, minutes=1)):
        assert not is_in(client, office)


def test_an_old_session_stays_ended(office: Office) -> None:
    client = office.client()
    is_in(client, office)
    with clock.shifted(timedelta(minutes=31)):
        assert not is_in(client, office)
    assert not is_in(client, office)
    assert "_auth_user_id" not in client.session


def test_a_form_that_came_too_late_stores_nothing(office: Office) -> None:
    client = office.client()
    part = office.newcomer("Amal", accepted=False)
    is_in(client, office)
    with clock.shifted(timedelta(minutes=31)):
        answer = client.post(office.url(f"people/{part.pk}/accept/"))
    assert answer["Location"].startswith("/accounts/login/")
    assert not part.decisions.exists()


def test_what_was_seen_is_not_kept_by_the_browser(office: Office) -> None:
    assert office.client().get(office.url("people/"))["Cache-Control"] == "no-store, private"
    assert office.client().get("/desk/nergens/")["Cache-Control"] == "no-store, private"
