"""A passkey, from adding it to signing in with nothing else, in a browser with a virtual security key."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django import Settings

from tests.support.initiative import PASSWORD, make_office

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_passkey_is_added_and_signs_in_alone(page: Page, settings: Settings) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    office = make_office()
    email = office.user().email
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    key = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": key})

    page.goto("/accounts/login/")
    page.locator("#id_login").fill(email)
    page.locator("#id_password").fill(PASSWORD)
    page.get_by_role("button", name="Meld je aan").click()
    page.goto("/accounts/2fa/webauthn/add/")
    if page.locator("#id_password").count():
        page.locator("#id_password").fill(PASSWORD)
        page.locator("main button[type=submit]").first.click()
    page.locator("#id_passwordless").check()
    page.locator("#mfa_webauthn_add").click()
    page.wait_for_url(lambda url: not url.endswith("/webauthn/add/"))

    page.context.clear_cookies()
    page.goto("/accounts/login/")
    page.get_by_role("button", name="Gebruik een passkey").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Griet")
    assert page.url.endswith(office.url())
