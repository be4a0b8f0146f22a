"""Adding, translating, offering and removing a language: what is kept and what is refused."""

from collections.abc import Callable
from datetime import UTC, timedelta

import pytest
from django.db import IntegrityError, transaction

from samen.base import clock
from samen.base.errors import RuleBroken
from samen.base.models import AuditLine
from samen.languages import actions, queries
from samen.languages.at_start import OwnLanguage
from samen.languages.catalogue import Source, sentences
from samen.languages.choices import Show, Standing
from samen.languages.models import Language, Sentence
from tests.support.initiative import ACTOR

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


def source(msgid: str) -> Source:
    return next(one for one in sentences().values() if one.msgid == msgid)


TODAY, DAYS = "vandaag", "%(n)s dag"


@pytest.fixture
def somali() -> Language:
    return actions.add_language(code="so", name="Soomaali", is_rtl=False, now=clock.now(), actor=ACTOR)


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(RuleBroken) as refusal, transaction.atomic():
        act()
    return refusal.value.code


def write(language: Language, **written: tuple[str, ...]) -> None:
    by_key = {source({"today": TODAY, "days": DAYS}[name]).key: forms for name, forms in written.items()}
    actions.translate(language=language, written=by_key, now=clock.now(), actor=ACTOR)


def test_a_new_language_is_hidden_and_empty(somali: Language) -> None:
    ((one, share),) = queries.own_languages()
    assert (one.code, one.name, one.direction, one.is_offered) == ("so", "Soomaali", "ltr", False)
    assert (share.filled, share.total, share.missing) == (0, len(sentences()), len(sentences()))
    assert queries.standing(somali) == Standing.HIDDEN
    line = AuditLine.objects.get()
    assert (line.initiative_id, line.verb, line.facts) == (None, "add_language", {"code": "so"})


@pytest.mark.parametrize(
    ("code", "name", "refusal"),
    [
        ("so", "Af Soomaali", "code_taken"),
        ("ar", "Masri", "code_taken"),
        ("soomaali", "Af Soomaali", "bad_code"),
        ("../x", "Af Soomaali", "bad_code"),
        ("ti", "SOOMAALI", "name_taken"),
        ("ti", "Français", "name_taken"),
        ("ti", " ", "bad_name"),
        ("ti", "x" * 41, "bad_name"),
    ],
)
def test_what_cannot_be_added(somali: Language, code: str, name: str, refusal: str) -> None:
    assert (
        refused(
            lambda: actions.add_language(code=code, name=name, is_rtl=False, now=clock.now(), actor=ACTOR)
        )
        == refusal
    )
    assert Language.objects.count() == 1


def test_the_database_holds_one_of_each(somali: Language) -> None:
    write(somali, today=("maanta",))
    key = source(TODAY).key
    for make in (
        lambda: Language.objects.create(code="so", name="Andere", made_by="test"),
        lambda: Language.objects.create(code="ti", name="Soomaali", made_by="test"),
        lambda: Sentence.objects.create(language=somali, key=key, msgid=TODAY, changed_by="test"),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            make()


def test_a_translation_is_kept_changed_and_taken_away(somali: Language) -> None:
    write(somali, today=("maanta",), days=("hal maalin", "%(n)s maalmood"))
    assert queries.translations(somali) == {
        source(TODAY).key: ("maanta",),
        source(DAYS).key: ("hal maalin", "%(n)s maalmood"),
    }
    assert queries.share(somali).filled == 2
    with clock.shifted(timedelta(hours=1)):
        write(somali, days=("", ""))
        write(somali, today=("Maanta",))
    kept = Sentence.objects.get()
    assert (kept.forms, kept.msgid, kept.changed_by) == (["Maanta"], TODAY, "test")
    assert kept.changed_at == somali.changed_at


@pytest.mark.parametrize(
    ("msgid", "forms"),
    [
        (DAYS, ("hal maalin", "maalmo")),
        (DAYS, ("hal maalin",)),
        (TODAY, ("maanta", "maanta")),
        (TODAY, ("<script>",)),
        (TODAY, ("{x.__class__}",)),
    ],
)
def test_what_cannot_be_kept(somali: Language, msgid: str, forms: tuple[str, ...]) -> None:
    written = {source(msgid).key: forms}
    assert (
        refused(lambda: actions.translate(language=somali, written=written, now=clock.now(), actor=ACTOR))
        == "flawed"
    )
    assert not Sentence.objects.exists()


def test_a_sentence_that_the_site_does_not_say(somali: Language) -> None:
    assert (
        refused(
            lambda: actions.translate(language=somali, written={"x": ("y",)}, now=clock.now(), actor=ACTOR)
        )
        == "no_sentence"
    )


def test_when_the_dutch_changed_the_old_words_are_outdated_and_the_new_ones_missing(somali: Language) -> None:
    write(somali, today=("maanta",))
    Sentence.objects.update(key="0" * 64, msgid="heden")
    assert queries.share(somali).filled == 0
    assert source(TODAY) in [row.source for row in queries.rows(somali, Show.MISSING)]
    assert [one.msgid for one in queries.outdated(somali)] == ["heden"]
    assert queries.outdated(somali, "gisteren") == []


def test_a_language_with_other_plurals_than_before_asks_them_anew(somali: Language) -> None:
    write(somali, days=("hal maalin", "%(n)s maalmood"))
    Sentence.objects.update(forms=["%(n)s maalmood"])
    assert queries.share(somali).filled == 0


def test_rows_by_what_is_asked(somali: Language) -> None:
    write(somali, today=("maanta",))
    every = queries.rows(somali, Show.ALL)
    assert len(every) == len(sentences())
    assert len(queries.rows(somali, Show.MISSING)) == len(every) - 1
    assert [row.source.msgid for row in queries.rows(somali, Show.ALL, words="MAANTA")] == [TODAY]
    assert queries.rows(somali, Show.MISSING, words="maanta") == []
    words = queries.rows(somali, Show.ALL, subject="words")
    assert {row.source.subject for row in words} == {"words"}


def test_offering_waits_for_a_start(somali: Language, settings: pytest.FixtureRequest) -> None:
    actions.offer(language=somali, is_offered=True, now=clock.now(), actor=ACTOR)
    assert queries.standing(somali) == Standing.AFTER_START
    settings.OWN_LANGUAGES = queries.as_at_start()
    assert queries.standing(somali) == Standing.LATEST
    write(somali, today=("maanta",))
    assert queries.standing(somali) == Standing.AFTER_START
    settings.OWN_LANGUAGES = queries.as_at_start()
    actions.offer(language=somali, is_offered=False, now=clock.now(), actor=ACTOR)
    assert queries.standing(somali) == Standing.UNTIL_START
    settings.OWN_LANGUAGES = queries.as_at_start()
    assert queries.standing(somali) == Standing.HIDDEN


def test_a_language_that_ships_by_now_comes_from_samen(
    somali: Language, settings: pytest.FixtureRequest
) -> None:
    settings.SHIPPED_LANGUAGES = [*settings.SHIPPED_LANGUAGES, ("so", "Soomaali")]
    assert queries.as_at_start() == ()
    assert queries.standing(somali) == Standing.SHIPPED


def test_as_at_start(somali: Language) -> None:
    moment = somali.changed_at.astimezone(UTC).isoformat()
    assert queries.as_at_start() == (OwnLanguage("so", "Soomaali", False, False, moment),)


def test_only_what_is_not_offered_can_be_removed(somali: Language) -> None:
    write(somali, today=("maanta",))
    actions.offer(language=somali, is_offered=True, now=clock.now(), actor=ACTOR)
    assert refused(lambda: actions.remove_language(language=somali, actor=ACTOR)) == "is_offered"
    actions.offer(language=somali, is_offered=False, now=clock.now(), actor=ACTOR)
    assert Sentence.objects.count() == 1
    actions.remove_language(language=somali, actor=ACTOR)
    assert (Language.objects.count(), Sentence.objects.count()) == (0, 0)
    assert [line.verb for line in AuditLine.objects.all()][-2:] == ["withdraw_language", "remove_language"]


def test_another_name_or_direction(somali: Language) -> None:
    actions.change_language(language=somali, name="Af Soomaali", is_rtl=True, now=clock.now(), actor=ACTOR)
    somali.refresh_from_db()
    assert (somali.name, somali.direction) == ("Af Soomaali", "rtl")
    with pytest.raises(RuleBroken, match="Nederlands"):
        actions.change_language(language=somali, name="Nederlands", is_rtl=True, now=clock.now(), actor=ACTOR)
    actions.change_language(language=somali, name="af soomaali", is_rtl=True, now=clock.now(), actor=ACTOR)


def test_the_list_asks_the_same_number_of_questions(
    somali: Language, django_assert_num_queries: Callable[..., object]
) -> None:
    write(somali, today=("maanta",))
    with django_assert_num_queries(2):
        queries.own_languages()
    for code, name in (("ti", "ትግርኛ"), ("ps", "پښتو")):
        write(
            actions.add_language(code=code, name=name, is_rtl=False, now=clock.now(), actor=ACTOR),
            today=("x",),
        )
    with django_assert_num_queries(2):
        assert [(one.code, share.filled) for one, share in queries.own_languages()] == [
            ("ps", 1),
            ("so", 1),
            ("ti", 1),
        ]
