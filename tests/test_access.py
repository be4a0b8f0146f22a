"""Who reaches which address: every pattern of the site, asked by everybody who might ask.

The addresses come from the site itself, so a new page is tested from its first day. It may ask for one of two
tables: SAMPLES in tests/support/world.py when its address holds something new, AREAS below when it opens a
new part of the desk.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern

from samen.accounts.actions import make_administrator
from samen.accounts.models import User
from samen.base.scoping import scope
from samen.initiatives.choices import Permission
from samen.initiatives.choices import Role as StaffRole
from samen.initiatives.rules import may
from tests.support.initiative import BACKEND, make_office
from tests.support.world import DESK, World, address, addresses, parts

# What anybody may open, signed in or not.
PUBLIC = {
    *("home", "healthz", "choose_language", "choose_text_size"),
    *("account_login", "account_logout", "account_inactive", "account_signup"),
    *("account_request_login_code", "account_confirm_login_code"),
    *("account_reset_password", "account_reset_password_done"),
    *("account_reset_password_from_key", "account_reset_password_from_key_done"),
    *("account_confirm_email", "account_email_verification_sent"),
    *("mfa_authenticate", "mfa_login_webauthn"),
    "staff_feed",
    *("my_worker", "my_app"),
}
# What anybody may open of one initiative: it is named there, its people are not.
OF_AN_INITIATIVE = {
    *("public_initiative", "public_colours", "public_picture", "public_privacy", "public_benefits"),
    "public_sheet",
    *("public_via", "public_together", "public_join", "public_start", "public_question", "public_check"),
    *("public_done", "public_later", "public_resume", "public_forget", "public_partner"),
    *("stop", "stop_language", "stop_road", "stop_short"),
    *("facilitate", "public_calendar"),
    *("come", "come_calendar", "my_after", "talk_link", "talk_calendar", "talk_tell"),
}
# What a participant opens with their link or code; the rest asks for it first.
WAY_IN = {"my_link", "my_code", "my_door"}
OF_A_PARTICIPANT = {
    "my_home",
    "my_call",
    "my_leave",
    "my_met",
    "my_saved",
    "my_undo_met",
    "my_same",
    "my_plan",
    "my_plan_calendar",
    "my_ideas",
    "my_cards",
    "my_check_in",
    *("my_goals", "my_goal", "my_goal_areas", "my_goal_examples", "my_duo_goals"),
    *("my_occasions", "my_tips", "my_places"),
    "my_agreement",
    "my_not_met",
    "my_pause",
    "my_go_on",
    "my_offline",
    *("my_sure", "my_data", "my_contact", "my_free", "my_likes", "my_download", "my_stop"),
    "my_session",
    "my_session_calendar",
    *("my_tell", "my_tell_more", "my_told"),
}
# By which staff that looks along goes back; who does not look is led to the page of a participant.
LOOKING = {"my_look_stop"}
# What everybody who is signed in may open, about their own account alone.
OWN_ACCOUNT = {
    "desk_choose",
    *("account_reauthenticate", "account_email", "account_change_password", "account_set_password"),
    *("mfa_index", "mfa_reauthenticate", "mfa_activate_totp", "mfa_deactivate_totp"),
    *("mfa_view_recovery_codes", "mfa_generate_recovery_codes", "mfa_download_recovery_codes"),
    *("mfa_list_webauthn", "mfa_add_webauthn", "mfa_reauthenticate_webauthn"),
    *("mfa_remove_webauthn", "mfa_edit_webauthn"),
}
# What only who keeps the whole installation may open.
OF_THE_SITE = {
    *("language_list", "language_add", "language", "language_change", "language_offer", "language_remove"),
    *("rule_list", "rule", "rule_add", "rule_correct"),
}

# What each part of the desk asks for, and the pages that ask for less: they only show.
AREAS = {
    "": Permission.SEE_PEOPLE,
    "today": Permission.FOLLOW_DUOS,
    "people": Permission.EDIT_PEOPLE,
    "papers": Permission.EDIT_PEOPLE,
    "duos": Permission.FOLLOW_DUOS,
    "library": Permission.FOLLOW_DUOS,
    # Whoever hears something may report it; few may read it.
    "report": Permission.FOLLOW_DUOS,
    "signals": Permission.READ_SIGNALS,
    "handovers": Permission.READ_SIGNALS,
    "services": Permission.FOLLOW_DUOS,
    "matching": Permission.MATCH,
    "lists": Permission.IMPORT_LISTS,
    "intermediaries": Permission.RECRUIT,
    "sources": Permission.RECRUIT,
    "materials": Permission.RECRUIT,
    "recruiting": Permission.RECRUIT,
    "settings": Permission.SETTINGS,
    "events": Permission.PLAN_EVENTS,
    "sessions": Permission.PLAN_EVENTS,
    "agenda": Permission.PLAN_EVENTS,
    "messages": Permission.SEND_MESSAGES,
    "calendar": Permission.SEE_PEOPLE,
    "waiting": Permission.SEND_MESSAGES,
}
ONLY_SHOW = {"people_list", "person", "duo_list", "duo"}
# Pages that ask for something else than the rest of their part.
ASKS_OTHER = {
    "person_erase": Permission.ERASE_PEOPLE,
    **dict.fromkeys(("method_list", "method"), Permission.PLAN_EVENTS),
}

# They name what every initiative has, each its own: a kind of message, a language.
SAME_EVERYWHERE = {
    *("text", "text_standard", "desk_put_picture", "desk_remove_picture"),
    "empty_paper",
    "method",
    *("sheet_picture", "sheet_file"),
    *("papers_sheet", "organisation_note_pdf"),
}

METHODS = ("get", "post")
REFUSED, NOT_SO = {403, 404}, 405


@contextmanager
def rolled_back() -> Iterator[None]:
    """Whatever the block changes is gone afterwards."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def ask(client: Client, method: str, url: str) -> HttpResponse:
    """The answer; what it changed is taken back, and what it tells on the next page is forgotten."""
    client.raise_request_exception = False
    with rolled_back():
        answer: HttpResponse = getattr(client, method)(url)
    client.cookies.pop("messages", None)
    return answer


def words(answer: HttpResponse) -> str:
    """What a page says, without what differs each time: its own address and the tokens of its forms."""
    return re.sub(r"<[^>]*>", " ", answer.content.decode())


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user, backend=BACKEND)
    return client


def walk(world: World) -> Iterator[tuple[str, str, URLPattern]]:
    """Every way to ask the desk for something: (method, address, pattern)."""
    for route, pattern in addresses(desk=True):
        for method in METHODS:
            yield method, address(world, route, pattern), pattern


# ---------- The tables are complete ----------


def test_every_address_is_public_or_of_ones_own_account_or_of_the_desk() -> None:
    elsewhere = {pattern.name for _route, pattern in addresses(desk=False)}
    theirs = WAY_IN | OF_A_PARTICIPANT | LOOKING
    assert elsewhere == PUBLIC | OF_AN_INITIATIVE | OWN_ACCOUNT | OF_THE_SITE | theirs


def test_every_desk_page_asks_for_the_permission_of_its_part() -> None:
    asked, expected = {}, {}
    for route, pattern in addresses(desk=True):
        area = route.removeprefix(DESK).split("/")[0]
        assert area in AREAS, f"Add “{area}” to AREAS in tests/test_access.py: what does {route} ask for?"
        asked[route] = pattern.callback.desk_permission
        usual = Permission.SEE_PEOPLE if pattern.name in ONLY_SHOW else AREAS[area]
        expected[route] = ASKS_OTHER.get(pattern.name or "", usual)
    assert asked == expected


# ---------- Its own staff is let in, so that a refusal below is no accident ----------


@pytest.mark.postgres
def test_the_own_coordinator_reaches_every_page(world: World) -> None:
    client = world.office.client()
    wrong = {}
    for route, pattern in addresses(desk=True):
        url = address(world, route, pattern)
        answers = {method: ask(client, method, url).status_code for method in METHODS}
        reached = set(answers.values()) - {NOT_SO}
        if not reached or reached & REFUSED or max(reached) >= 500:
            wrong[url] = answers
    assert wrong == {}


# ---------- Strangers ----------


def test_whoever_is_not_signed_in_is_sent_to_the_door(world: World) -> None:
    wrong = {}
    for method, url, _pattern in walk(world):
        answer = ask(Client(), method, url)
        to_the_door = answer.status_code == 302 and answer["Location"].startswith(
            "/accounts/login/?next=/desk/"
        )
        if not to_the_door and answer.status_code != NOT_SO:
            wrong[method, url] = answer.status_code
    assert wrong == {}


@pytest.mark.parametrize("who", ["member of nothing", "coordinator of another initiative"])
def test_a_stranger_finds_nothing(world: World, who: str) -> None:
    if who == "member of nothing":
        client = signed_in(User.objects.create_user("nergens@example.org", name="Nergens"))
    else:
        client = make_office("gent", "Samen in Gent").client()
    world.office.user()  # it has staff of its own
    missing = words(ask(client, "get", "/desk/no-such-desk/"))
    wrong = {}
    for method, url, _pattern in walk(world):
        answer = ask(client, method, url)
        if answer.status_code != NOT_SO and (answer.status_code, words(answer)) != (404, missing):
            wrong[method, url] = answer.status_code
    assert wrong == {}


@pytest.mark.postgres
def test_staff_finds_nothing_of_another_initiative_under_its_own_address(world: World) -> None:
    """Ids of this initiative, asked for at the desk of another."""
    other = make_office("gent", "Samen in Gent")
    client = other.client()
    world.office.user()
    wrong = {}
    for route, pattern in addresses(desk=True):
        names_something = len(list(parts(route))) > 1 and pattern.name not in SAME_EVERYWHERE
        url = address(world, route, pattern).replace(f"/desk/{world.office.slug}/", other.url())
        for method in METHODS:
            answer = ask(client, method, url)
            leaks = b"anary" in answer.content
            found = names_something and answer.status_code not in {404, NOT_SO}
            if leaks or found or answer.status_code >= 500:
                wrong[method, url] = answer.status_code
    assert wrong == {}


def test_nothing_of_one_duo_answers_under_another(world: World) -> None:
    with scope(world.office.initiative.pk):
        other = world.office.duo(world.newcomer, world.coach)
    client = world.office.client()
    for path in (f"meetings/{world.meeting.pk}/undo/", f"pauses/{world.rest.pk}/lift/"):
        assert ask(client, "post", world.office.url(f"duos/{other.pk}/{path}")).status_code == 404


def test_public_pages_tell_nothing_of_an_initiative(world: World) -> None:
    wrong = {}
    for route, pattern in addresses(desk=False):
        if pattern.name in PUBLIC:
            answer = ask(Client(), "get", address(world, route, pattern))
            if answer.status_code >= 500 or b"anary" in answer.content or b"deinze" in answer.content:
                wrong[pattern.name] = answer.status_code
    assert wrong == {}


def test_pages_of_an_initiative_name_nobody(world: World) -> None:
    wrong = {}
    for route, pattern in addresses(desk=False):
        if pattern.name in OF_AN_INITIATIVE:
            answer = ask(Client(), "get", address(world, route, pattern))
            if answer.status_code >= 500 or b"anary" in answer.content:
                wrong[pattern.name] = answer.status_code
    assert wrong == {}


def test_a_participants_page_asks_for_their_link_or_code(world: World) -> None:
    wrong = {}
    for route, pattern in addresses(desk=False):
        if pattern.name in OF_A_PARTICIPANT:
            for client in (Client(), world.office.client()):
                for method in METHODS:
                    answer = ask(client, method, address(world, route, pattern))
                    if answer.status_code != NOT_SO and answer.get("Location") != "/my/code/":
                        wrong[method, pattern.name] = answer.status_code
    assert wrong == {}


def test_a_participant_reaches_no_page_of_the_desk(world: World) -> None:
    client = Client()
    client.post(f"/my/link/{world.link_token}/", {"do": "open"})
    assert client.get("/my/").status_code == 200
    wrong = {
        url: answer.status_code
        for method, url, _pattern in walk(world)
        if (answer := ask(client, method, url)).status_code != NOT_SO
        and not answer.get("Location", "").startswith("/accounts/login/")
    }
    assert wrong == {}


def test_ones_own_account_asks_to_sign_in(world: World) -> None:
    wrong = {}
    for route, pattern in addresses(desk=False):
        if pattern.name in OWN_ACCOUNT:
            for method in METHODS:
                answer = ask(Client(), method, address(world, route, pattern))
                if answer.status_code not in {302, 401, 403, NOT_SO}:
                    wrong[method, pattern.name] = answer.status_code
                elif answer.status_code == 302 and not answer["Location"].startswith("/accounts/login/"):
                    wrong[method, pattern.name] = answer["Location"]
    assert wrong == {}


def test_without_a_second_factor_no_desk_page_opens(world: World, settings: pytest.FixtureRequest) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    client = world.office.client()
    wrong = {}
    for method, url, _pattern in walk(world):
        answer = ask(client, method, url)
        if answer.status_code != NOT_SO and (answer.status_code, answer.get("Location")) != (
            302,
            "/accounts/2fa/",
        ):
            wrong[method, url] = answer.status_code
    assert wrong == {}


# ---------- The whole installation ----------


def of_the_site(world: World) -> Iterator[tuple[str, str]]:
    """Every way to ask for something of the whole installation: (method, address)."""
    for route, pattern in addresses(desk=False):
        if pattern.name in OF_THE_SITE:
            for method in METHODS:
                yield method, address(world, route, pattern)


def test_pages_of_the_site_ask_to_sign_in(world: World) -> None:
    for method, url in of_the_site(world):
        answer = ask(Client(), method, url)
        to_the_door = answer.get("Location", "").startswith("/accounts/login/?next=")
        assert to_the_door or answer.status_code == NOT_SO, (method, url)


@pytest.mark.parametrize("role", list(StaffRole))
def test_no_role_in_an_initiative_opens_a_page_of_the_site(world: World, role: StaffRole) -> None:
    client = world.office.client(role)
    answers = {ask(client, method, url).status_code for method, url in of_the_site(world)}
    assert answers == {403, NOT_SO}


def test_who_keeps_the_site_reaches_its_pages_and_sees_no_initiative(world: World) -> None:
    make_administrator(user=world.office.user())
    client = world.office.client()
    answers = [ask(client, method, url) for method, url in of_the_site(world)]
    assert {answer.status_code for answer in answers} == {200, 302, 422, NOT_SO}
    assert [answer for answer in answers if b"anary" in answer.content] == []


def test_who_keeps_the_site_has_no_other_initiatives_for_that(world: World) -> None:
    keeper = User.objects.create_user("beheer@example.org", name="Beheer")
    make_administrator(user=keeper)
    client = signed_in(keeper)
    assert {ask(client, "get", url).status_code for method, url, _p in walk(world) if method == "get"} <= {
        404,
        NOT_SO,
    }


def test_without_a_second_factor_no_page_of_the_site_opens(
    world: World, settings: pytest.FixtureRequest
) -> None:
    make_administrator(user=world.office.user())
    client = world.office.client()
    settings.SECOND_FACTOR_REQUIRED = True
    for method, url in of_the_site(world):
        answer = ask(client, method, url)
        assert answer.get("Location") == "/accounts/2fa/" or answer.status_code == NOT_SO, (method, url)


# ---------- Roles ----------


@pytest.mark.parametrize("role", list(StaffRole))
def test_each_role_reaches_what_its_permissions_say(world: World, role: StaffRole) -> None:
    client = world.office.client(role)
    wrong = {}
    for method, url, pattern in walk(world):
        status = ask(client, method, url).status_code
        if status != NOT_SO and (status == 403) is may(role, pattern.callback.desk_permission):
            wrong[method, url] = status
    assert wrong == {}


@pytest.mark.parametrize("role", list(StaffRole))
def test_no_page_offers_a_role_what_it_may_not_do(world: World, role: StaffRole) -> None:
    client = world.office.client(role)
    leads_from: dict[tuple[str, str], str | None] = {}
    for route, pattern in addresses(desk=True):
        page = ask(client, "get", address(world, route, pattern))
        if page.status_code == 200 and page["Content-Type"].startswith("text/html"):
            for step in offered(page.content.decode()):
                leads_from.setdefault(step, pattern.name)
    wrong = {
        f"{name} offers {method} {url}"
        for (method, url), name in sorted(leads_from.items())
        if ask(client, method, url).status_code in REFUSED
    }
    assert leads_from
    assert wrong == set()


def offered(html: str) -> set[tuple[str, str]]:
    """Where the links and forms of a page lead within the desk."""
    links = {("get", url) for url in re.findall(r'href="(/desk/[^"#?]*)', html)}
    forms = {("post", url) for url in re.findall(r'action="(/desk/[^"#?]*)', html)}
    return links | forms
