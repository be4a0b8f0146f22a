"""The administrator's pages about the law: what is shown, kept and refused."""

import re
from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client

from samen.accounts.actions import make_administrator
from samen.rulebook.choices import Key
from samen.rulebook.models import Rule
from tests.support.initiative import Office

pytestmark = pytest.mark.django_db

LIST = "/admin/rules/"
ONE, ADD = f"{LIST}unemployment-answer/", f"{LIST}unemployment-answer/add/"
GOOD = {
    "value": "14",
    "valid_from": "2027-01-01",
    "source": "RVA, nieuw infoblad",
    "address": "https://www.rva.be/nieuw",
    "verified_on": "2026-11-01",
    "confidence": "good",
}


@pytest.fixture
def keeper(office: Office) -> Client:
    """Who keeps the whole site."""
    make_administrator(user=office.user())
    return office.client()


def text(answer: HttpResponse) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", answer.content.decode()).split())


def test_the_list_tells_what_counts_today(keeper: Client) -> None:
    page = text(keeper.get(LIST))
    assert "Werkdagen waarin de RVA antwoordt 12 werkdagen RVA, infoblad E39" in page
    Rule.objects.filter(key=Key.VOLUNTEER_AGE).delete()
    assert "geen regel" in text(keeper.get(LIST))
    assert "Vandaag geldt er geen rij." in text(keeper.get(f"{LIST}volunteer-age/"))


def test_the_list_takes_the_same_number_of_questions(
    keeper: Client, django_assert_num_queries: Callable[..., object]
) -> None:
    keeper.get(LIST)
    with django_assert_num_queries(3):
        keeper.get(LIST)
    keeper.post(ADD, GOOD)
    keeper.get(LIST)
    with django_assert_num_queries(3):
        keeper.get(LIST)


def test_sources_that_differ_are_shown_as_such(keeper: Client) -> None:
    page = text(keeper.get(f"{LIST}time-credit/"))
    assert "De bronnen zeggen niet hetzelfde." in page
    assert "‘Met tijdskrediet moet je niets melden.’" in page
    assert "‘Wie geld krijgt van de RVA, meldt het vooraf.’" in page


def test_a_row_is_added(keeper: Client) -> None:
    answer = keeper.post(ADD, {**GOOD, "value": "14,0"}, follow=True)
    assert "De nieuwe rij is bewaard." in text(answer)
    made = Rule.objects.get(key=Key.UNEMPLOYMENT_ANSWER, is_shipped=False)
    assert (made.number, made.unit, made.changed_by[:5]) == (14, "working_days", "user:")
    assert "1/1/2022 tot 31/12/2026" in text(answer)


@pytest.mark.parametrize(
    ("wrong", "box", "sentence"),
    [
        ({"value": "veel"}, "value", "Voer een getal in."),
        ({"value": ""}, "value", "Dit veld is verplicht."),
        ({"value": "0"}, "value", "Kies een getal van 1 tot 90."),
        ({"value": "1e400"}, "value", "Zorg"),
        ({"source": ""}, "source", "Dit veld is verplicht."),
        ({"source": "x" * 201}, "source", "Zorg dat deze waarde"),
        ({"address": "javascript:alert(1)"}, "address", "geldige URL"),
        ({"verified_on": "2999-01-01"}, "verified_on", "Die dag moet nog komen."),
        ({"valid_from": "gisteren"}, "valid_from", "geldige datum"),
        ({"valid_from": "2022-01-01"}, "valid_from", "Vanaf 1 januari 2022 geldt al een andere rij."),
        ({"valid_to": "2026-01-01"}, "valid_to", "De laatste dag valt voor de eerste."),
        ({"confidence": "x"}, "confidence", "Selecteer een geldige keuze."),
    ],
)
def test_what_cannot_be_kept_is_told_at_its_box(
    keeper: Client, wrong: dict[str, str], box: str, sentence: str
) -> None:
    answer = keeper.post(ADD, {**GOOD, **wrong})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in page
    assert f'id="id_{box}_error"' in page
    assert "source" in wrong or 'value="RVA, nieuw infoblad"' in page
    assert not Rule.objects.filter(is_shipped=False).exists()


def test_a_row_is_put_right(keeper: Client) -> None:
    wrong = Rule.objects.get(key=Key.UNEMPLOYMENT_ANSWER)
    url = f"/admin/rule-rows/{wrong.pk}/correct/"
    page = keeper.get(url).content.decode()
    assert 'value="12"' in page
    assert 'value="2022-01-01"' in page
    answer = keeper.post(url, {**GOOD, "valid_from": "2022-01-01"}, follow=True)
    assert "De oude blijft in de geschiedenis staan." in text(answer)
    assert "vervangen" in text(answer)
    assert "Deze rij is al vervangen." in text(keeper.post(url, {**GOOD, "valid_from": "2028-01-01"}))


def test_words_are_quoted_beside_the_others(keeper: Client) -> None:
    words = {**GOOD, "words": "Vraag het <b>na</b>.", "valid_from": "2026-01-01"}
    answer = keeper.post(f"{LIST}time-credit/add/", words, follow=True)
    assert "‘Vraag het &lt;b&gt;na&lt;/b&gt;.’" in answer.content.decode()


@pytest.mark.parametrize("path", ["no-such/", "no-such/add/"])
def test_only_what_the_law_is_asked_has_a_page(keeper: Client, path: str) -> None:
    assert keeper.get(LIST + path).status_code == 404
    assert keeper.get("/admin/rule-rows/999/correct/").status_code == 404


def test_a_coordinator_is_told_it_is_not_theirs(office: Office) -> None:
    assert [office.client().get(url).status_code for url in (LIST, ONE, ADD)] == [403] * 3
