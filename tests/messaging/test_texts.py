"""Own texts: which words count, and when a translation grew old."""

from datetime import datetime

import pytest
from django.utils.translation import gettext_lazy

from samen.base.clock import BRUSSELS
from samen.base.models import AuditLine
from samen.messaging import actions, queries
from samen.messaging.forms import WordsForm
from samen.messaging.kinds import Kind, Words, _kinds, kind
from samen.messaging.messages import MAILING
from samen.messaging.models import Text
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
