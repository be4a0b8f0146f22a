"""The rig itself: what the other tests lean on is real."""

import os
import socket

import pytest
from django.core.mail import send_mail
from django.db import connection
from playwright.sync_api import Browser

from tests.support.accessibility import violations
from tests.support.loopback import OutsideReachedError
from tests.support.mailbox import Mailbox
from tests.support.screens import sideways


def test_mail_travels_over_smtp(mailbox: Mailbox) -> None:
    send_mail("Eén vraag", "Zie je Yusuf morgen?", "desk@example.org", ["marleen@example.org"])

    (message,) = mailbox.messages
    assert message["Subject"] == "Eén vraag"
    assert message["To"] == "marleen@example.org"
    assert message.get_content().strip() == "Zie je Yusuf morgen?"


@pytest.mark.parametrize("address", [("192.0.2.1", 80), ("2001:db8::1", 80)])
def test_no_test_reaches_another_machine(address: tuple[str, int]) -> None:
    family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
    with socket.socket(family) as outside, pytest.raises(OutsideReachedError):
        outside.connect(address)


def test_no_test_looks_up_another_machine() -> None:
    with pytest.raises(OutsideReachedError):
        socket.create_connection(("example.org", 80))


def test_the_browser_renders_and_axe_sees_it(browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 900})
    page.set_content(
        '<html lang="nl"><title>Vandaag</title><main><h1>Vandaag</h1><button></button></main></html>'
    )

    assert page.get_by_role("heading").inner_text() == "Vandaag"
    assert [line.split(":")[0] for line in violations(page)] == ["button-name"]
    assert sideways(page) == 0
    page.close()


@pytest.mark.postgres
@pytest.mark.django_db
def test_the_database_is_the_one_asked_for() -> None:
    assert connection.vendor == ("postgresql" if os.environ.get("DATABASE_URL") else "sqlite")
