"""Tell us: a private signal from one side, which the other never sees."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from samen.base import clock
from samen.duos.models import Duo
from samen.people.link_actions import make_link
from samen.people.models import CallRequest, Participation
from samen.portal.tell import ANSWERS
from samen.signals.choices import CallWhen, CameFrom, Category, Seriousness
from samen.signals.models import Signal
from tests.support.initiative import ACTOR, Office

pytestmark = pytest.mark.postgres

SECRET = "Bart wil altijd bij mij thuis."


@pytest.fixture
def duo(office: Office) -> Duo:
    return office.duo(office.newcomer("Amal Saleh"), office.coach("Bart Goossens"), met_days_ago=[3])


def phone(part: Participation) -> Client:
    """A telephone on which the link was opened."""
    client = Client()
    _link, token, _code = make_link(part=part, now=clock.now(), actor=ACTOR)
    client.post(f"/my/link/{token}/", {"do": "open"})
    return client


def page(client: Client, path: str) -> str:
    return client.get(f"/my/{path}").content.decode()


def test_from_home_to_told_in_two_steps(duo: Duo) -> None:
    client = phone(duo.newcomer)
    assert 'href="/my/tell/"' in page(client, "")
    first = page(client, "tell/")
    assert first.index('href="tel:112"') < first.index("Waarover gaat het?")
    assert [f'href="tel:{number}"' in first for number in (112, 106, 1712)] == [True] * 3
    found = re.findall(r'href="/my/tell/(\w+)/"', first)
    assert found == [answer.category for answer in ANSWERS]
    answer = client.post("/my/tell/unsafe/", {"text": SECRET, "call_when": "evening"})
    assert answer["Location"] == "/my/tell/sent/"
    then = page(client, "tell/sent/")
    assert "Alleen onze coördinator leest het." in then
    assert "Jouw duo hoort niets van ons." in then
    signal = Signal.objects.get()
    assert (signal.participation, signal.duo, signal.text) == (duo.newcomer, duo, SECRET)
    assert (signal.category, signal.seriousness) == (Category.UNSAFE, Seriousness.SERIOUS)
    assert (signal.came_from, signal.call_when) == (CameFrom.OWN_PAGE, CallWhen.EVENING)
    assert not CallRequest.objects.exists()


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: answer.category)
def test_every_answer_may_be_sent_without_a_word(duo: Duo, answer: object) -> None:
    category = answer.category  # type: ignore[attr-defined]
    assert phone(duo.coach).post(f"/my/tell/{category}/", {}).status_code == 302
    signal = Signal.objects.get()
    assert (signal.category, signal.text, signal.call_when) == (category, "", "")


def test_a_double_press_is_one_signal(duo: Duo) -> None:
    client = phone(duo.newcomer)
    for _twice in range(2):
        client.post("/my/tell/money/", {"text": "Hij vraagt geld."})
    assert Signal.objects.count() == 1
    with clock.shifted(timedelta(minutes=11)):
        client.post("/my/tell/money/", {"text": "Hij vraagt geld."})
    assert Signal.objects.count() == 2


def test_a_telephone_cannot_file_hundreds(duo: Duo) -> None:
    client = phone(duo.newcomer)
    answers = [client.post("/my/tell/other/", {"text": f"{n}"}) for n in range(12)]
    assert [answer.status_code for answer in answers] == [302] * 10 + [422] * 2
    assert "Je zei ons vandaag al veel. Bel ons" in answers[-1].content.decode()
    assert "11" in answers[-1].content.decode()
    assert phone(duo.coach).post("/my/tell/other/", {}).status_code == 302
    with clock.shifted(timedelta(days=1, minutes=1)):
        assert client.post("/my/tell/other/", {"text": "morgen"}).status_code == 302


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": "x" * 1001},
        {"text": "nul\x00"},
        {"text": "Help", "call_when": "night"},
        {"text": "Help", "call_when": "\x00"},
    ],
)
def test_nonsense_is_told_and_what_was_typed_stays(duo: Duo, wrong: dict[str, str]) -> None:
    answer = phone(duo.newcomer).post("/my/tell/other/", wrong)
    assert answer.status_code == 422
    assert wrong["text"][:3] in answer.content.decode()
    assert not Signal.objects.exists()


@pytest.mark.parametrize("category", ["romance", "UNSAFE", "unsafe-", "x" * 300])
def test_what_is_not_on_the_list_is_not_there(duo: Duo, category: str) -> None:
    client = phone(duo.newcomer)
    assert client.get(f"/my/tell/{category}/").status_code == 404
    assert client.post(f"/my/tell/{category}/").status_code == 404


@pytest.mark.parametrize(
    "words", ["سيارة", "<script>alert(1)</script>", "‮omgekeerd", "🙂" * 500, "' OR 1=1 --"]
)
def test_any_writing_is_kept_as_it_is(duo: Duo, words: str) -> None:
    assert phone(duo.newcomer).post("/my/tell/other/", {"text": words}).status_code == 302
    assert Signal.objects.get().text == words


def test_who_has_no_duo_is_not_asked_about_the_other(office: Office) -> None:
    client = phone(office.newcomer("Omar"))
    first = page(client, "tell/")
    assert re.findall(r'href="/my/tell/(\w+)/"', first) == ["unfair", "unsafe", "other_help", "other"]
    assert client.get("/my/tell/no_contact/").status_code == 404
    assert client.post("/my/tell/other_help/", {}).status_code == 302
    assert Signal.objects.get().duo is None


def test_a_coach_of_two_says_whom_it_is_about(office: Office, duo: Duo) -> None:
    other = office.duo(office.newcomer("Omar"), duo.coach)
    elsewhere = office.duo(office.newcomer("Lina"), office.coach("Els"))
    client = phone(duo.coach)
    assert "Over wie gaat het?" in page(client, "tell/no_contact/")
    for wrong in ({}, {"about": elsewhere.pk}, {"about": "x"}, {"about": "9" * 40}):
        assert client.post("/my/tell/no_contact/", wrong).status_code == 422
    assert client.post("/my/tell/no_contact/", {"about": other.pk}).status_code == 302
    assert Signal.objects.get().duo == other
    assert "Over wie gaat het?" not in page(client, "tell/other_help/")


def test_the_other_of_the_duo_sees_nothing_of_it(office: Office, duo: Duo) -> None:
    mine, other = phone(duo.newcomer), phone(duo.coach)
    before = {path: page(other, path) for path in ("", f"duos/{duo.pk}/met/", f"duos/{duo.pk}/ideas/")}
    mine.post("/my/tell/unsafe/", {"text": SECRET, "call_when": "morning"})
    for path, was in before.items():
        assert SECRET not in page(other, path)
        assert _words(page(other, path)) == _words(was), path
    assert SECRET not in page(other, "tell/")


def test_ones_own_telephone_does_not_show_it_either(duo: Duo) -> None:
    """Telephones are shared at home."""
    client = phone(duo.newcomer)
    client.post("/my/tell/unsafe/", {"text": SECRET})
    for path in ("", "tell/", "tell/unsafe/", "tell/sent/"):
        assert SECRET not in page(client, path)


def test_nobody_tells_without_a_link(duo: Duo) -> None:
    for path in ("tell/", "tell/unsafe/", "tell/sent/"):
        assert Client().get(f"/my/{path}")["Location"] == "/my/code/"
    Client().post("/my/tell/unsafe/", {"text": SECRET})
    assert not Signal.objects.exists()


def _words(html: str) -> str:
    """A page without what differs each time."""
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", html)
