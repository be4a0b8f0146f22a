"""Own texts: which words count, and when a translation grew old."""

from datetime import datetime

import pytest
from django.utils.translation import gettext_lazy

from samen.base.clock import BRUSSELS
from samen.base.languages import codes
from samen.base.models import AuditLine
from samen.messaging import actions, queries
from samen.messaging.actions import Recipient
from samen.messaging.choices import Surface
from samen.messaging.forms import WordsForm
from samen.messaging.kinds import Kind, Words, _kinds, kind, with_texts
from samen.messaging.messages import MAILING
from samen.messaging.models import OutboxMessage, Text
from samen.messaging.placeholders import unknown
from tests.support.initiative import ACTOR, Office

pytestmark = pytest.mark.postgres

NOON = datetime(2026, 11, 25, 12, tzinfo=BRUSSELS)


@pytest.fixture
def greeting(monkeypatch: pytest.MonkeyPatch) -> Kind:
    """A kind whose sentences every catalogue has."""
    made = Kind("greeting", "Groet", gettext_lazy("Vandaag"), gettext_lazy("Vandaag"))
    monkeypatch.setitem(_kinds, "greeting", made)
    return made


def write(one: Kind, language: str, body: str) -> Text:
    return actions.write_text(kind=one, words=Words("S", body, language), now=NOON, actor=ACTOR)


def test_the_own_text_then_the_own_dutch_then_ours(office: Office, greeting: Kind) -> None:
    assert queries.text("greeting", "fr") == Words("Aujourd’hui", "Aujourd’hui", "fr")
    assert queries.text("greeting", "nl") == Words("Vandaag", "Vandaag", "nl")
    write(greeting, "nl", "Eigen")
    assert queries.text("greeting", "fr") == Words("S", "Eigen", "nl")
    write(greeting, "fr", "Propre")
    assert queries.text("greeting", "fr") == Words("S", "Propre", "fr")
    actions.back_to_standard(kind=greeting, language="nl", actor=ACTOR)
    actions.back_to_standard(kind=greeting, language="fr", actor=ACTOR)
    assert queries.text("greeting", "fr").language == "fr"
    assert set(AuditLine.objects.values_list("verb", flat=True)) >= {"write_text", "back_to_standard"}


def test_a_text_that_no_catalogue_has_is_dutch(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(_kinds, "x", Kind("x", "X", "Nergens vertaald", "Nergens vertaald"))
    assert queries.text("x", "ar").language == "nl"


def test_a_translation_grows_old_when_the_dutch_changes(office: Office) -> None:
    one = kind(MAILING)

    def outdated() -> list[str]:
        return [v.language.code for v in queries.versions(one, queries.own_texts()) if v.is_outdated]

    write(one, "fr", "Bonjour")
    assert outdated() == []
    write(one, "nl", "Dag allemaal")
    assert outdated() == ["fr"]
    write(one, "fr", "Bonjour à tous")
    assert outdated() == []
    actions.back_to_standard(kind=one, language="nl", actor=ACTOR)
    assert outdated() == ["fr"]


def test_writing_twice_keeps_one_text(office: Office) -> None:
    write(kind(MAILING), "fr", "A")
    write(kind(MAILING), "fr", "B")
    assert Text.objects.get().body == "B"


@pytest.mark.parametrize("surface", [Surface.FLYER, Surface.SHEET])
def test_what_is_made_in_a_language_stays_in_it(
    office: Office, monkeypatch: pytest.MonkeyPatch, surface: str
) -> None:
    today = gettext_lazy("Vandaag")
    one = Kind("paper", "Blad", today, today, surface=surface)
    monkeypatch.setitem(_kinds, "paper", one)
    write(one, "nl", "Eigen")
    assert queries.text("paper", "nl").body == "Eigen"
    assert queries.text("paper", "fr") == Words("Aujourd’hui", "Aujourd’hui", "fr")
    versions = {v.language.code: v for v in queries.versions(one, queries.own_texts())}
    assert (versions["fr"].is_behind, versions["fr"].is_missing) == (True, False)
    assert versions["nl"].is_behind is False
    write(one, "fr", "Propre")
    assert queries.text("paper", "fr") == Words("S", "Propre", "fr")
    versions = {v.language.code: v for v in queries.versions(one, queries.own_texts())}
    assert versions["fr"].is_behind is False


def test_a_paper_without_our_words_in_a_language_takes_the_own_dutch(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = Kind("x", "X", "Nergens vertaald", "Nergens vertaald", surface=Surface.SHEET)
    monkeypatch.setitem(_kinds, "x", one)
    write(one, "nl", "Eigen")
    assert queries.text("x", "ar") == Words("S", "Eigen", "nl")


def test_on_the_public_page_the_own_dutch_goes_first(office: Office) -> None:
    one = kind("page_welcome")
    assert queries.text(one.code, "fr").language == "fr"
    write(one, "nl", "Eigen")
    assert queries.text(one.code, "fr") == Words("S", "Eigen", "nl")


@pytest.mark.parametrize("code", ["page_welcome", "flyer_coach", "sheet_newcomer"])
def test_what_is_no_message_is_never_queued(office: Office, code: str) -> None:
    to = Recipient("Amal", "amal@example.org")
    with pytest.raises(KeyError, match="is no message"):
        actions.enqueue(key="x", kind=code, to=to, values={}, now=NOON)
    assert not OutboxMessage.objects.exists()
    assert (kind(code).keeps_quiet, kind(code).may_be_stopped) == (False, False)


@pytest.mark.parametrize(
    ("code", "subject", "body"), [("flyer_coach", 80, 600), ("page_not", 80, 1500), ("sheet_coach", 80, 4000)]
)
def test_a_text_is_no_longer_than_there_is_room_for(code: str, subject: int, body: int) -> None:
    one = kind(code)
    for more, wrong in ((0, set()), (1, {"subject", "body"})):
        data = {"subject": "s" * (subject + more), "body": "b" * (body + more)}
        assert set(WordsForm(data, names=one.names, longest=one.longest).errors) == wrong


def test_every_text_of_ours_fits_its_own_limits_and_names(office: Office) -> None:
    for one in with_texts():
        for language in codes():
            words = one.standard(language)
            assert len(words.subject) <= one.longest[0]
            assert len(words.body) <= one.longest[1]
            assert unknown(words.subject + words.body, one.names) == []


@pytest.mark.parametrize("field", ["subject", "body"])
@pytest.mark.parametrize("strange", ["{naam}", "{x.__class__}", "{0}", "{given_name!r}"])
def test_a_name_that_we_do_not_know_is_told_with_those_we_do(field: str, strange: str) -> None:
    data = {"subject": "Dag", "body": "Dag", field: f"Dag {strange}"}
    form = WordsForm(data, names=("given_name", "initiative"))
    assert form.errors[field] == [f"‘{strange}’ kennen wij niet. Gebruik: {{given_name}}, {{initiative}}."]


def test_a_text_without_words_is_refused() -> None:
    form = WordsForm({"subject": " ", "body": "\u2028 \r\n"}, names=())
    assert set(form.errors) == {"subject", "body"}


def test_ten_thousand_signs_fit_and_one_more_does_not() -> None:
    fits = WordsForm({"subject": "s" * 200, "body": "b" * 10_000}, names=())
    assert fits.is_valid()
    assert set(WordsForm({"subject": "s" * 201, "body": "b" * 10_001}, names=()).errors) == {
        "subject",
        "body",
    }
