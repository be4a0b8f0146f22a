"""The administrator's pages: who comes in, what is kept, what is refused, what is shown again."""

import re
from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client

from samen.accounts.actions import make_administrator
from samen.accounts.models import User
from samen.base import clock
from samen.languages import actions, queries
from samen.languages.catalogue import Source, existing, sentences
from samen.languages.models import Language, Sentence
from tests.support.initiative import ACTOR, BACKEND, Office

pytestmark = pytest.mark.django_db

LIST, NEW = "/admin/languages/", "/admin/new-language/"


def source(msgid: str) -> Source:
    return next(one for one in sentences().values() if one.msgid == msgid)


TODAY, YESTERDAY, DAYS = source("vandaag"), source("gisteren"), source("%(n)s dag")
NAMED = next(one for one in sentences().values() if "%(name)s" in one.msgid)


@pytest.fixture
def keeper(office: Office) -> Client:
    """Who keeps the whole site."""
    make_administrator(user=office.user())
    return office.client()


@pytest.fixture
def pashto(db: None) -> Language:
    return actions.add_language(code="ps", name="پښتو", is_rtl=True, now=clock.now(), actor=ACTOR)


def post(client: Client, written: dict[Source, tuple[str, ...]], query: str = "", **was: str) -> HttpResponse:
    """What the page would send for these sentences, opened when nothing was filled in."""
    data: dict[str, object] = {"key": [one.key for one in written]}
    for one, forms in written.items():
        data[f"was-{one.key}"] = was.get("was", "")
        data |= {f"{one.key}-{number}": text for number, text in enumerate(forms)}
    return client.post(f"{LIST}ps/{query}", data)


def text(answer: HttpResponse) -> str:
    """What a page says, without tags."""
    return " ".join(re.sub(r"<[^>]*>", " ", answer.content.decode()).split())


# ---------- Who comes in ----------


def test_the_menu_leads_only_who_keeps_the_site(office: Office) -> None:
    assert LIST not in office.client().get(office.url()).content.decode()
    make_administrator(user=office.user())
    assert LIST in office.client().get(office.url()).content.decode()


def test_who_keeps_the_site_needs_no_initiative(db: None, settings: pytest.FixtureRequest) -> None:
    settings.SECOND_FACTOR_REQUIRED = False
    user = User.objects.create_user("beheer@example.org", name="Beheer")
    make_administrator(user=user)
    client = Client()
    client.force_login(user, backend=BACKEND)
    assert LIST in client.get("/desk/").content.decode()
    assert client.get(LIST).status_code == 200


def test_a_coordinator_is_told_it_is_not_theirs(office: Office) -> None:
    answer = office.client().get(LIST)
    assert (answer.status_code, "Dit hoort niet bij jouw taak" in answer.content.decode()) == (403, True)


def test_pages_speak_a_language_of_the_desk(keeper: Client) -> None:
    keeper.cookies["django_language"] = "ar"
    assert '<html lang="nl"' in keeper.get(LIST).content.decode()


# ---------- The list ----------


def test_an_empty_list_tells_what_there_is(keeper: Client) -> None:
    page = text(keeper.get(LIST))
    assert "Er is nog geen taal toegevoegd" in page
    assert "فارسی" in page


def test_the_list_tells_how_far_each_is(keeper: Client, pashto: Language) -> None:
    actions.translate(language=pashto, written={TODAY.key: ("نن",)}, now=clock.now(), actor=ACTOR)
    page = text(keeper.get(LIST))
    assert f"1 van {len(sentences())} zinnen" in page
    assert "Pasjtoe" in page
    assert "Nog niet voor bezoekers" in page


# ---------- Adding and changing ----------

GOOD = {"code": "so", "name": "Soomaali", "direction": "ltr"}


def test_a_language_is_added(keeper: Client) -> None:
    answer = keeper.post(NEW, {**GOOD, "code": " SO ", "name": " Soomaali  "}, follow=True)
    made = Language.objects.get()
    assert (made.code, made.name, made.is_rtl, made.is_offered) == ("so", "Soomaali", False, False)
    assert made.made_by.startswith("user:")
    assert "Soomaali is toegevoegd." in text(answer)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"code": ""}, "Dit veld is verplicht."),
        ({"code": "somalisch"}, "‘somalisch’ is geen code van een taal."),
        ({"code": "<b>"}, "‘&lt;b&gt;’ is geen code van een taal."),
        ({"code": "AR"}, "Er is al een taal met de code ‘ar’."),
        ({"code": "ps"}, "Er is al een taal met de code ‘ps’."),
        ({"name": "پښتو"}, "Er is al een taal met de naam ‘پښتو’."),
        ({"name": "english"}, "Er is al een taal met de naam ‘english’."),
        ({"name": "x" * 41}, "Zorg dat deze waarde niet meer dan"),
        ({"name": "\x00"}, "Null-tekens zijn niet toegestaan."),
        ({"direction": "up"}, "Selecteer een geldige keuze."),
        ({"direction": ""}, "Dit veld is verplicht."),
    ],
)
def test_what_cannot_be_added_is_told_and_kept_on_the_page(
    keeper: Client, pashto: Language, wrong: dict[str, str], sentence: str
) -> None:
    answer = keeper.post(NEW, {**GOOD, **wrong})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert "Fout:" in answer.content.decode()
    if "name" not in wrong:
        assert 'value="Soomaali"' in answer.content.decode()
    assert Language.objects.count() == 1


def test_name_and_direction_can_be_changed(keeper: Client, pashto: Language) -> None:
    url = f"{LIST}ps/change/"
    assert keeper.post(url, {"name": "Nederlands", "direction": "rtl"}).status_code == 422
    assert keeper.post(url, {"name": "پښتو", "direction": "ltr"}).status_code == 302
    pashto.refresh_from_db()
    assert (pashto.name, pashto.is_rtl) == ("پښتو", False)


@pytest.mark.parametrize("code", ["ar", "zz", "PS"])
def test_only_own_languages_have_a_page(keeper: Client, pashto: Language, code: str) -> None:
    assert [keeper.get(f"{LIST}{code}/{part}").status_code for part in ("", "change/", "remove/")] == [
        404
    ] * 3
    assert keeper.post(f"{LIST}{code}/offer/", {"offered": "1"}).status_code == 404


# ---------- Sentences ----------


def test_twenty_sentences_each_with_its_dutch_and_help(keeper: Client, pashto: Language) -> None:
    page = keeper.get(f"{LIST}ps/?show=all&subject=words&help=fr").content.decode()
    first = next(one for one in sentences().values() if one.subject == "words")
    assert page.count('<li class="sentence">') == 20
    assert first.msgid in page
    assert existing("fr")[first.key][0].replace("'", "&#x27;") in page
    assert re.search(r'<textarea[^>]*lang="ps"[^>]*dir="rtl"', page)


@pytest.mark.parametrize(
    "query",
    [
        "?show=x",
        "?subject=x",
        "?help=xx",
        "?help=nl",
        "?page=x",
        "?page=999",
        "?q=%00",
        "?show=outdated&page=9",
    ],
)
def test_a_strange_address_shows_a_page(keeper: Client, pashto: Language, query: str) -> None:
    assert keeper.get(f"{LIST}ps/{query}").status_code == 200


def test_searching(keeper: Client, pashto: Language) -> None:
    page = text(keeper.get(f"{LIST}ps/?q=gisteren&show=all"))
    assert "gisteren" in page
    assert "Geen zin gevonden." in text(keeper.get(f"{LIST}ps/?q=xyzzy"))


def test_a_whole_page_is_kept_with_one_button(keeper: Client, pashto: Language) -> None:
    written = {TODAY: ("نن",), YESTERDAY: ("",), DAYS: ("%(n)s ورځ", "%(n)s ورځې")}
    answer = post(keeper, written, "?show=missing&subject=words&page=2")
    assert (answer.status_code, answer["Location"]) == (302, f"{LIST}ps/?show=missing&subject=words")
    assert queries.translations(pashto) == {TODAY.key: ("نن",), DAYS.key: ("%(n)s ورځ", "%(n)s ورځې")}
    assert Sentence.objects.get(key=TODAY.key).changed_by.startswith("user:")
    assert "2 zinnen zijn bewaard." in text(keeper.get(answer["Location"]))
    assert post(keeper, written, "?show=all&page=2")["Location"] == f"{LIST}ps/?show=all&page=2"


def test_one_mistake_keeps_the_rest_and_loses_nothing(keeper: Client, pashto: Language) -> None:
    answer = post(keeper, {TODAY: ("نن",), NAMED: ("بې نومه",), YESTERDAY: ("<b>پرون</b>",)})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert queries.translations(pashto) == {TODAY.key: ("نن",)}
    assert "Hier ontbreekt %(name)s." in page
    assert "‘&lt;’ kan hier niet." in page
    assert "بې نومه" in page
    assert "&lt;b&gt;پرون&lt;/b&gt;" in page
    assert "1 zin is bewaard." in page
    assert TODAY.key not in page


@pytest.mark.parametrize(
    ("forms", "sentence"),
    [
        (("یوه ورځ", ""), "Vul ook deze vorm in, of maak alle vormen leeg."),
        (("یوه ورځ", "ورځې"), "Hier ontbreekt %(n)s."),
        (("یوه ورځ", "%(n)s %(x)s"), "‘%(x)s’ staat niet in het Nederlands."),
        (("یوه ورځ", "%(n)s {n.__class__}"), "‘{n.__class__}’ staat niet in het Nederlands."),
        (("یوه ورځ", "%(n)s 5%"), "Schrijf een los procentteken hier als %%."),
        (("یوه ورځ", "%(n)s" + "x" * 5000), "Zorg dat deze waarde niet meer dan"),
        (("یوه ورځ", "%(n)s\x00"), "Null-tekens zijn niet toegestaan."),
    ],
)
def test_what_is_wrong_is_told_at_the_box(
    keeper: Client, pashto: Language, forms: tuple[str, ...], sentence: str
) -> None:
    answer = post(keeper, {DAYS: forms})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert f'id="id_{DAYS.key}-1_error"' in answer.content.decode()
    assert not Sentence.objects.exists()


def test_what_somebody_else_wrote_meanwhile_is_seen(keeper: Client, pashto: Language) -> None:
    actions.translate(language=pashto, written={TODAY.key: ("نن",)}, now=clock.now(), actor=ACTOR)
    # Opened before: not touched here, so it stays as the other wrote it.
    assert post(keeper, {TODAY: ("",)}).status_code == 302
    assert queries.translations(pashto) == {TODAY.key: ("نن",)}
    clash = post(keeper, {TODAY: ("نن ورځ",)})
    assert "Iemand anders schreef intussen: ‘نن’." in clash.content.decode()
    assert queries.translations(pashto) == {TODAY.key: ("نن",)}
    found = re.search(rf'name="was-{TODAY.key}" value="(\w+)"', clash.content.decode())
    assert found
    assert post(keeper, {TODAY: ("نن ورځ",)}, was=found[1]).status_code == 302
    assert queries.translations(pashto) == {TODAY.key: ("نن ورځ",)}


def test_strange_keys_are_passed_over(keeper: Client, pashto: Language) -> None:
    answer = keeper.post(f"{LIST}ps/", {"key": ["x", "0" * 64, TODAY.key, TODAY.key], f"{TODAY.key}-0": "نن"})
    assert answer.status_code == 302
    assert queries.translations(pashto) == {TODAY.key: ("نن",)}
    assert keeper.post(f"{LIST}ps/").status_code == 302


def test_outdated_sentences_are_shown_and_not_asked(keeper: Client, pashto: Language) -> None:
    actions.translate(language=pashto, written={TODAY.key: ("نن",)}, now=clock.now(), actor=ACTOR)
    Sentence.objects.update(key="0" * 64, msgid="heden")
    page = keeper.get(f"{LIST}ps/?show=outdated").content.decode()
    assert "heden" in page
    assert "نن" in page
    assert "<textarea" not in page


def test_a_page_asks_the_same_number_of_questions(
    keeper: Client, pashto: Language, django_assert_num_queries: Callable[..., object]
) -> None:
    keeper.get(f"{LIST}ps/?show=all")
    with django_assert_num_queries(6):
        keeper.get(f"{LIST}ps/?show=all")
    written = {
        one.key: ("x",)
        for one in list(sentences().values())
        if len(one.dutch) == 1 and "{" not in one.msgid and "%" not in one.msgid
    }
    actions.translate(language=pashto, written=written, now=clock.now(), actor=ACTOR)
    with django_assert_num_queries(6):
        keeper.get(f"{LIST}ps/?show=all")


# ---------- Visitors, and taking away ----------


def test_offering_says_that_it_works_at_the_next_start(keeper: Client, pashto: Language) -> None:
    page = text(keeper.post(f"{LIST}ps/offer/", {"offered": "1"}, follow=True))
    assert "Bezoekers kunnen پښتو kiezen vanaf de volgende start." in page
    assert "Klaar voor de volgende start" in page
    assert "Haal de taal weg" not in page
    page = text(keeper.post(f"{LIST}ps/offer/", {"offered": "0"}, follow=True))
    assert "Nog niet voor bezoekers" in page


def test_taking_away_asks_once_more(keeper: Client, pashto: Language) -> None:
    actions.translate(language=pashto, written={TODAY.key: ("نن",)}, now=clock.now(), actor=ACTOR)
    assert "Eén vertaalde zin gaat ook weg." in text(keeper.get(f"{LIST}ps/remove/"))
    assert Language.objects.count() == 1
    page = text(keeper.post(f"{LIST}ps/remove/", follow=True))
    assert "پښتو is weg, met alle zinnen." in page
    assert not Sentence.objects.exists()


def test_what_visitors_may_choose_is_not_taken_away(keeper: Client, pashto: Language) -> None:
    actions.offer(language=pashto, is_offered=True, now=clock.now(), actor=ACTOR)
    assert "Bezoekers mogen deze taal nog kiezen." in text(keeper.get(f"{LIST}ps/remove/"))
    answer = keeper.post(f"{LIST}ps/remove/")
    assert (answer.status_code, "Bezoekers mogen deze taal nog kiezen." in text(answer)) == (409, True)
    assert Language.objects.count() == 1
