"""The language and the size of letters that a reader chooses."""

import pytest
from django.test import Client

from samen.accounts.models import User
from tests.support.initiative import Office

pytestmark = pytest.mark.django_db


def choose(client: Client, language: str, **known: str) -> str:
    answer = client.post("/language/", {"language": language, **known})
    assert answer.status_code == 302
    return answer["Location"]


def shown(client: Client) -> str:
    page = client.get("/", follow=True).content.decode()
    return page.split('<html lang="')[1].split('"')[0]


@pytest.mark.parametrize("language", ["nl", "en", "fr", "ar", "uk"])
def test_a_visitor_reads_in_the_language_of_choice(client: Client, language: str) -> None:
    choose(client, language)
    assert shown(client) == language


@pytest.mark.parametrize("language", ["", "xx", "de", "../nl", "nl\r\nSet-Cookie: a=b"])
def test_a_language_that_is_not_there_changes_nothing(client: Client, language: str) -> None:
    answer = client.post("/language/", {"language": language})
    assert (answer.status_code, dict(answer.cookies)) == (302, {})
    assert shown(client) == "nl"


def test_the_language_is_kept_with_the_account(office: Office) -> None:
    client = office.client()
    choose(client, "fr")
    assert User.objects.get().language == "fr"


def test_the_size_of_letters_is_kept_with_the_account(office: Office) -> None:
    client = office.client()
    for larger in (True, False):
        client.post("/text-size/", {"larger": str(int(larger))})
        assert User.objects.get().larger_text is larger
        page = client.get(office.url("duos/")).content.decode()
        assert ('class="larger"' in page) is larger


def test_a_visitor_has_no_account_to_keep_it_with(client: Client) -> None:
    assert (
        client.post("/text-size/", {"larger": "1", "next": "/accounts/login/"})["Location"]
        == "/accounts/login/"
    )


def test_on_another_device_the_account_reads_in_its_own_language(office: Office) -> None:
    choose(office.client(), "fr")
    assert shown(office.client()) == "fr"


def test_the_choice_of_this_browser_comes_before_that_of_the_account(office: Office) -> None:
    choose(office.client(), "fr")
    here = office.client()
    choose(Client(), "en")
    here.cookies["django_language"] = "en"
    assert shown(here) == "en"


@pytest.mark.parametrize("path", ["/language/", "/text-size/"])
def test_nothing_changes_by_following_a_link(office: Office, path: str) -> None:
    assert office.client().get(path, {"language": "fr", "larger": "1"}).status_code == 405


@pytest.mark.parametrize("path", ["/language/", "/text-size/"])
@pytest.mark.parametrize(
    ("address", "location"),
    [
        ("/desk/deinze/people/?q=a&page=2", "/desk/deinze/people/?q=a&page=2"),
        ("", "/"),
        ("//evil.example", "/"),
        ("///evil.example", "/"),
        ("/\\evil.example", "/"),
        ("https://evil.example", "/"),
        ("https:evil.example", "/"),
        ("javascript:alert(1)", "/"),
        ("/\n/evil.example", "/"),
    ],
)
def test_one_comes_back_to_this_site_alone(office: Office, path: str, address: str, location: str) -> None:
    answer = office.client().post(path, {"language": "fr", "larger": "1", "next": address})
    assert answer["Location"] == location
