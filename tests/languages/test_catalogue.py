"""The sentences that a language can have."""

from django.conf import settings

from samen.languages.catalogue import existing, key_of, sentences
from samen.languages.choices import Subject
from tools import translations


def test_they_are_what_participants_read_and_nothing_else() -> None:
    source = translations.for_language("ar", translations.extracted())
    assert {(one.context, one.dutch) for one in sentences().values()} == {
        (message.context or "", message.id if isinstance(message.id, tuple) else (message.id,))
        for message in source
        if message.id
    }


def test_every_subject_that_is_on_the_site_has_sentences() -> None:
    not_yet = {Subject.PORTAL}
    assert {one.subject for one in sentences().values()} | not_yet == set(Subject.values)


def test_they_are_grouped_by_subject() -> None:
    subjects = [one.subject for one in sentences().values()]
    assert sorted(subjects, key=list(Subject.values).index) == subjects


def test_most_help_exists_in_every_language() -> None:
    for code, _name in settings.SHIPPED_LANGUAGES[1:]:
        found = [key for key in sentences() if key in existing(code)]
        assert len(found) > 200, code


def test_another_word_or_plural_is_another_sentence() -> None:
    keys = {
        key_of(*one)
        for one in (("", "Dag", ""), ("", "Dag", "Dagen"), ("maand", "Dag", ""), ("", "Dag!", ""))
    }
    assert len(keys) == 4
