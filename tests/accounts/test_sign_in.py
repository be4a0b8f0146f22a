"""Signing in through the real pages: password, code by mail, second factor; and what nobody may do."""

import re
from urllib.parse import quote

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.conf import settings as site
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from samen.accounts.models import User
from tests.support.initiative import PASSWORD, Office
from tests.support.mailbox import Mailbox

pytestmark = pytest.mark.django_db

LOGIN, CODE, CONFIRM = "/accounts/login/", "/accounts/login/code/", "/accounts/login/code/confirm/"


@pytest.fixture(autouse=True)
def nothing_counted() -> None:
    """No failed attempts of an earlier test."""
    cache.clear()


@pytest.fixture
def griet(office: Office) -> User:
    """The coordinator."""
    return office.user()


def sign_in(client: Client, email: str, password: str = PASSWORD, **known: str) -> HttpResponse:
    return client.post(LOGIN, {"login": email, "password": password, **known})


def is_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def text(answer: HttpResponse) -> str:
    return answer.content.decode()


def totp(secret: str) -> str:
    """The code that an app on a telephone shows now."""
    counters = list(yield_hotp_counters_from_time())
    return format_hotp_value(hotp_value(secret, counters[len(counters) // 2]))


# ---------- With a password ----------


@pytest.mark.parametrize("spelling", ["{}", " {} ", "{upper}"])
def test_with_an_address_and_a_password(office: Office, client: Client, griet: User, spelling: str) -> None:
    answer = sign_in(client, spelling.format(griet.email, upper=griet.email.upper()))
    assert (answer.status_code, answer["Location"]) == (302, "/desk/")
    answer = client.get("/desk/", follow=True)
    assert answer.redirect_chain == [(office.url(), 302)]
    assert "Griet" in text(answer)


def test_the_session_is_a_new_one_after_signing_in(client: Client, griet: User) -> None:
    client.get(LOGIN)
    session = client.session
    session["before"] = 1
    session.save()
    client.cookies[site.SESSION_COOKIE_NAME] = before = session.session_key
    sign_in(client, griet.email)
    assert client.cookies[site.SESSION_COOKIE_NAME].value != before


def test_the_cookie_is_out_of_reach_of_scripts(client: Client, griet: User) -> None:
    cookie = sign_in(client, griet.email).cookies[site.SESSION_COOKIE_NAME]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")
    assert cookie["max-age"] == 12 * 60 * 60


def without_tokens(answer: HttpResponse) -> str:
    """A page without what differs each time."""
    return re.sub(r'value="\w{64}"', "", text(answer))


def test_a_wrong_password_and_an_unknown_address_look_the_same(client: Client, griet: User) -> None:
    answers = [sign_in(client, address, "iets anders") for address in (griet.email, "x" + griet.email)]
    pages = [without_tokens(answer).replace("x" + griet.email, griet.email) for answer in answers]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert pages[0] == pages[1]
    assert "Er klopt nog iets niet" in pages[0]
    assert not is_in(client)


def test_who_may_not_sign_in_any_more_stays_out(client: Client, griet: User) -> None:
    User.objects.update(is_active=False)
    sign_in(client, griet.email)
    assert not is_in(client)


def test_after_many_wrong_attempts_even_the_right_password_waits(client: Client, griet: User) -> None:
    for _attempt in range(5):
        sign_in(client, griet.email, "fout")
    answer = sign_in(client, griet.email)
    assert "Te veel inlogpogingen." in text(answer)
    assert not is_in(client)


def test_signing_out_ends_the_session(office: Office, client: Client, griet: User) -> None:
    sign_in(client, griet.email)
    old = client.cookies[site.SESSION_COOKIE_NAME].value
    assert client.post("/accounts/logout/").status_code == 302
    client.cookies[site.SESSION_COOKIE_NAME] = old
    assert client.get(office.url())["Location"] == f"{LOGIN}?next={office.url()}"


def test_another_password_ends_the_other_sessions(office: Office, client: Client, griet: User) -> None:
    elsewhere = office.client()
    assert elsewhere.get(office.url("people/")).status_code == 200
    griet.set_password("een andere lange zin")
    griet.save()
    assert elsewhere.get(office.url("people/")).status_code == 302


@pytest.mark.parametrize(
    ("password", "accepted"),
    [("veertien teken", False), ("vijftien tekens", True), ("passwordpassword", True)],
)
def test_a_password_is_long(client: Client, griet: User, password: str, accepted: bool) -> None:
    sign_in(client, griet.email)
    asked = {"oldpassword": PASSWORD, "password1": password, "password2": password}
    client.post("/accounts/password/change/", asked)
    griet.refresh_from_db()
    assert griet.check_password(password) is accepted


# ---------- Where one comes out ----------


@pytest.mark.parametrize(
    "address",
    [
        *("//evil.example", "https://evil.example", "http:evil.example", "https:evil.example"),
        *("/\\evil.example", "\\\\evil.example", "///evil.example", "javascript:alert(1)"),
        *("//evil.example\\@127.0.0.1", " //evil.example", "\t//evil.example"),
    ],
)
def test_no_sign_in_leads_to_another_site(client: Client, griet: User, address: str) -> None:
    answer = client.post(
        f"{LOGIN}?next={quote(address)}", {"login": griet.email, "password": PASSWORD, "next": address}
    )
    assert answer.status_code == 302
    assert answer["Location"] == "/desk/"


def test_one_comes_back_where_one_wanted_to_be(office: Office, client: Client, griet: User) -> None:
    wanted = office.url("people/?q=amal")
    door = client.get(wanted)["Location"]
    assert f'value="{wanted}"' in text(client.get(door))
    assert sign_in(client, griet.email, next=wanted)["Location"] == wanted


# ---------- With a code by mail ----------


def test_with_a_code_by_mail(office: Office, client: Client, griet: User, mailbox: Mailbox) -> None:
    answer = client.post(CODE, {"email": griet.email})
    assert (answer.status_code, answer["Location"]) == (302, CONFIRM)
    (message,) = mailbox.messages
    assert message["To"] == griet.email
    body = message.get_body(("plain",)).get_content()
    assert "Samen" in body
    assert "testserver" not in body
    (code,) = re.findall(r"^([A-Z0-9]{4}-?[A-Z0-9]{4})\s*$", body, re.M)
    client.post(CONFIRM, {"code": "AAAA-AAAA"})
    assert not is_in(client)
    client.post(CONFIRM, {"code": code})
    assert is_in(client)
    assert client.get(office.url()).status_code == 200
    # A code counts once.
    other = Client()
    other.post(CONFIRM, {"code": code})
    assert not is_in(other)


def test_no_code_for_an_unknown_address_and_no_word_about_it(
    client: Client, griet: User, mailbox: Mailbox
) -> None:
    answers = [Client().post(CODE, {"email": address}) for address in (griet.email, "x@example.org")]
    assert [(answer.status_code, answer["Location"]) for answer in answers] == [(302, CONFIRM)] * 2
    assert [message["To"] for message in mailbox.messages] == [griet.email, "x@example.org"]
    assert not re.search(
        r"\b[A-Z0-9]{4}-[A-Z0-9]{4}\b", mailbox.messages[1].get_body(("plain",)).get_content()
    )


def test_a_new_password_by_mail(client: Client, griet: User, mailbox: Mailbox) -> None:
    client.post("/accounts/password/reset/", {"email": griet.email})
    body = mailbox.messages[0].get_body(("plain",)).get_content()
    (address,) = re.findall(r"http://testserver(/accounts/password/reset/key/\S+)", body)
    form = client.get(address, follow=True)
    new = "een nieuwe lange zin"
    client.post(form.redirect_chain[-1][0], {"password1": new, "password2": new})
    griet.refresh_from_db()
    assert griet.check_password(new)
    assert not is_in(client)
    assert "password1" not in text(Client().get(address, follow=True))


# ---------- Nobody makes an account ----------


def test_nobody_signs_up(client: Client) -> None:
    asked = {"email": "x@example.org", "password1": PASSWORD, "password2": PASSWORD}
    for answer in (client.get("/accounts/signup/"), client.post("/accounts/signup/", asked)):
        assert "Registratie gesloten" in text(answer)
        assert 'name="password1"' not in text(answer)
    assert not User.objects.exists()
    assert "signup" not in text(client.get(LOGIN))


# ---------- The second factor ----------


@pytest.fixture
def guarded(settings: Settings, office: Office) -> Office:
    """As in production."""
    settings.SECOND_FACTOR_REQUIRED = True
    return office


def open_activation(client: Client) -> HttpResponse:
    """The page with the QR code, for which the password is asked once more."""
    door = client.get("/accounts/2fa/totp/activate/")
    return client.post(door["Location"], {"password": PASSWORD}, follow=True)


def test_the_first_sign_in_leads_to_a_second_factor_and_then_to_the_desk(
    guarded: Office, client: Client, griet: User
) -> None:
    sign_in(client, griet.email)
    answer = client.get("/desk/", follow=True)
    assert answer.redirect_chain == [(guarded.url(), 302), ("/accounts/2fa/", 302)]
    page = open_activation(client)
    (secret,) = re.findall(r"<code>([A-Z2-7]{32})</code>", text(page))
    refused = client.post("/accounts/2fa/totp/activate/", {"code": "000000"})
    assert "Er klopt nog iets niet" in text(refused)
    client.post("/accounts/2fa/totp/activate/", {"code": totp(secret)})
    assert Authenticator.objects.filter(user=griet, type="totp").exists()
    assert client.get(guarded.url()).status_code == 200


@pytest.fixture
def secret(guarded: Office, griet: User) -> str:
    """What the app on the coordinator's telephone holds."""
    drawn = generate_totp_secret()
    TOTP.activate(griet, drawn)
    return drawn


def test_the_password_alone_opens_nothing(guarded: Office, client: Client, griet: User, secret: str) -> None:
    answer = sign_in(client, griet.email)
    assert (answer.status_code, answer["Location"]) == (302, "/accounts/2fa/authenticate/")
    assert not is_in(client)
    assert client.get(guarded.url()).status_code == 302
    client.post("/accounts/2fa/authenticate/", {"code": "000000"})
    assert not is_in(client)
    client.post("/accounts/2fa/authenticate/", {"code": totp(secret)})
    assert client.get(guarded.url()).status_code == 200


def test_a_code_of_the_app_counts_once(client: Client, griet: User, secret: str) -> None:
    code = totp(secret)
    for expected in (True, False):
        fresh = Client()
        sign_in(fresh, griet.email)
        fresh.post("/accounts/2fa/authenticate/", {"code": code})
        assert is_in(fresh) is expected


def test_a_code_by_mail_does_not_go_around_the_second_factor(
    guarded: Office, client: Client, griet: User, secret: str, mailbox: Mailbox
) -> None:
    client.post(CODE, {"email": griet.email})
    body = mailbox.messages[0].get_body(("plain",)).get_content()
    (code,) = re.findall(r"^([A-Z0-9]{4}-?[A-Z0-9]{4})\s*$", body, re.M)
    answer = client.post(CONFIRM, {"code": code})
    assert answer["Location"].startswith("/accounts/2fa/authenticate/")
    assert not is_in(client)


def test_whoever_looked_at_the_address_page_can_still_add_a_second_factor(
    guarded: Office, client: Client, griet: User
) -> None:
    sign_in(client, griet.email)
    client.get("/accounts/email/")
    assert client.get("/accounts/email/")["Location"] == "/accounts/2fa/"
    assert client.post("/accounts/email/", {"action_add": "", "email": "x@example.org"}).status_code == 405
    assert "<code>" in text(open_activation(client))
