"""May this person, at this desk? The whole site is walked in tests/test_access.py."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.http import HttpResponse
from django.test import Client
from django.urls import path
from pytest_django import Settings

from samen.accounts.models import User
from samen.base import clock
from samen.base.scoping import ScopeMissingError, current_initiative_id
from samen.initiatives.actions import add_member
from samen.initiatives.choices import Permission
from samen.initiatives.choices import Role as StaffRole
from samen.initiatives.models import Membership
from samen.initiatives.rules import may
from samen.site import checks
from tests.support.initiative import ACTOR, BACKEND, Office, make_office

ROLES_THAT_MAY = {
    Permission.SEE_PEOPLE: {StaffRole.COORDINATOR, StaffRole.ASSISTANT, StaffRole.READER},
    Permission.SEE_REASONS: {StaffRole.COORDINATOR},
    Permission.EDIT_PEOPLE: {StaffRole.COORDINATOR, StaffRole.ASSISTANT},
    Permission.FOLLOW_DUOS: {StaffRole.COORDINATOR, StaffRole.ASSISTANT},
    Permission.READ_SIGNALS: {StaffRole.COORDINATOR},
    Permission.MATCH: {StaffRole.COORDINATOR},
    Permission.IMPORT_LISTS: {StaffRole.COORDINATOR},
    Permission.RECRUIT: {StaffRole.COORDINATOR, StaffRole.ASSISTANT},
    Permission.PLAN_EVENTS: {StaffRole.COORDINATOR, StaffRole.ASSISTANT},
    Permission.SEND_MESSAGES: {StaffRole.COORDINATOR, StaffRole.ASSISTANT},
    Permission.SETTINGS: {StaffRole.COORDINATOR},
    Permission.ERASE_PEOPLE: {StaffRole.COORDINATOR},
}


@pytest.mark.parametrize("permission", list(Permission))
def test_what_each_role_may(permission: Permission) -> None:
    assert {role for role in StaffRole if may(role, permission)} == ROLES_THAT_MAY[permission]


@pytest.mark.parametrize("role", ["", "owner", "COORDINATOR"])
def test_an_unknown_role_may_nothing(role: str) -> None:
    assert [may(role, permission) for permission in Permission] == [False] * len(Permission)


def status(client: Client, office: Office, path: str = "people/") -> tuple[int, str]:
    answer = client.get(office.url(path))
    return answer.status_code, answer.get("Location", "")


def test_a_stranger_is_asked_to_sign_in_and_brought_back(office: Office) -> None:
    url = office.url("people/?q=amal")
    answer = Client().get(url)
    assert (answer.status_code, answer["Location"]) == (
        302,
        "/accounts/login/?next=/desk/deinze/people/%3Fq%3Damal",
    )


@pytest.mark.parametrize("slug", ["gent", "nergens", "DEINZE"])
def test_staff_of_one_initiative_finds_no_other(office: Office, slug: str) -> None:
    make_office("gent", "Samen in Gent").user()
    assert office.client().get(f"/desk/{slug}/people/").status_code == 404


def test_a_role_counts_in_its_own_initiative_only(office: Office) -> None:
    other = make_office("gent", "Samen in Gent")
    add_member(initiative=other.initiative, user=office.user(), role=StaffRole.READER, actor=ACTOR)
    client = office.client()
    paths = [office.url("people/add/"), other.url("people/add/"), other.url("people/")]
    assert [client.get(path).status_code for path in paths] == [200, 403, 200]


def test_who_lost_the_membership_is_out_at_once(office: Office) -> None:
    client = office.client()
    assert status(client, office) == (200, "")
    Membership.objects.filter(user=office.user()).delete()
    assert status(client, office) == (404, "")


def test_who_may_no_longer_sign_in_is_out_at_once(office: Office) -> None:
    client = office.client()
    User.objects.update(is_active=False)
    assert status(client, office) == (302, "/accounts/login/?next=/desk/deinze/people/")


def test_a_page_leaves_no_scope_behind(db: None, settings: Settings) -> None:
    settings.SECOND_FACTOR_REQUIRED = False
    office = make_office()
    assert status(office.client(), office) == (200, "")
    with pytest.raises(ScopeMissingError):
        current_initiative_id()


# ---------- The second factor ----------


@pytest.fixture
def guarded(office: Office, settings: Settings) -> Office:
    """As in production: a second factor is asked of everybody."""
    settings.SECOND_FACTOR_REQUIRED = True
    return office


@pytest.mark.parametrize("role", list(StaffRole))
def test_every_role_needs_a_second_factor(guarded: Office, role: StaffRole) -> None:
    assert status(guarded.client(role), guarded) == (302, "/accounts/2fa/")


def test_a_stranger_learns_nothing_from_the_second_factor(guarded: Office) -> None:
    """Asked first, whatever the address: an initiative that exists looks like one that does not."""
    make_office("gent", "Samen in Gent")
    client = guarded.client()
    answers = [client.get(f"/desk/{slug}/people/") for slug in ("gent", "nergens")]
    assert [answer["Location"] for answer in answers] == ["/accounts/2fa/"] * 2


def test_with_a_second_factor_the_desk_opens(guarded: Office) -> None:
    TOTP.activate(guarded.user(), generate_totp_secret())
    assert status(guarded.client(), guarded) == (200, "")


def test_recovery_codes_alone_are_no_second_factor(guarded: Office) -> None:
    Authenticator.objects.create(
        user=guarded.user(), type=Authenticator.Type.RECOVERY_CODES, data={"seed": "x", "used_mask": 0}
    )
    assert status(guarded.client(), guarded) == (302, "/accounts/2fa/")


def test_the_second_factor_does_not_outlast_the_session(guarded: Office) -> None:
    TOTP.activate(guarded.user(), generate_totp_secret())
    client = Client()
    client.force_login(guarded.user(), backend=BACKEND)
    client.get(guarded.url("people/"))
    with clock.shifted(timedelta(minutes=31)):
        assert status(client, guarded)[0] == 302


# ---------- Start-up checks ----------


def test_a_page_of_the_site_without_a_declaration_stops_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    assert checks.site_pages_declare_administrator() == []
    open_page = path("admin/open/", lambda _request: HttpResponse())
    monkeypatch.setattr(checks, "patterns", lambda: [("admin/open/", open_page)])
    assert [error.id for error in checks.site_pages_declare_administrator()] == ["samen.E002"]
