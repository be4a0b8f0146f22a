"""The desk speaks Dutch, English and French: every sentence, with everything that is filled in."""

from pathlib import Path

import pytest
from django.conf import settings
from django.utils.translation import gettext, override

from tools import translations

LANGUAGES = [code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]


@pytest.fixture(scope="module")
def source() -> translations.Catalog:
    return translations.extracted()


def test_the_catalogues_are_those_of_the_site() -> None:
    assert list(translations.LANGUAGES) == LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_translated_with_what_is_filled_in(
    language: str, source: translations.Catalog
) -> None:
    assert list(translations.flaws(language, source)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_catalogue_keeps_what_the_source_no_longer_says(
    language: str, source: translations.Catalog
) -> None:
    wanted = translations.for_language(language, source)
    said = {(message.context, message.id) for message in wanted}
    assert [
        message.id for message in translations.read(language) if (message.context, message.id) not in said
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_compiled_is_what_is_written(language: str) -> None:
    written = translations.catalogue_file(language)
    assert written.with_suffix(".mo").read_bytes() == translations.compiled(written)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_site_finds_the_compiled_catalogue(language: str) -> None:
    plain = (m for m in translations.read(language) if isinstance(m.id, str) and not m.context)
    message = next(m for m in plain if m.id and m.string)
    with override(language):
        assert gettext(message.id) == message.string


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")


@pytest.fixture
def small_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(translations, "SOURCE", tmp_path)
    monkeypatch.setattr(translations, "LOCALE", tmp_path / "locale")
    write(tmp_path, "page.html", PAGE)
    write(tmp_path, "actions.py", ACTIONS)
    return tmp_path


PAGE = """{# who: a person #}
  {% load i18n %}
    <p title="it's">{% translate "Vandaag" %} {{ _("Ja") }} {% include "x.html" with label=_("Bewaar") %}
    {% translate "mei" context "maand" %}
  {% blocktranslate trimmed with name=who.name count days=n %}
      {{ name }} wacht
      één dag (50%).
  {% plural %}
      {{ name }} wacht {{ days }} dagen (50%).
  {% endblocktranslate %}</p>
"""
ACTIONS = """
done = _("Bewaard: {what}")
days = ngettext("één dag", "%(n)d dagen", 3)
later = pgettext_lazy("knop", "Later")
"""


def test_sentences_are_found_in_templates_and_code(small_source: Path) -> None:
    found = {(message.context, message.id) for message in translations.extracted() if message.id}
    assert found == {
        (None, "Vandaag"),
        (None, "Ja"),
        (None, "Bewaar"),
        ("maand", "mei"),
        (None, ("%(name)s wacht één dag (50%%).", "%(name)s wacht %(days)s dagen (50%%).")),
        (None, "Bewaard: {what}"),
        (None, ("één dag", "%(n)d dagen")),
        ("knop", "Later"),
    }


def test_a_translation_stays_until_its_dutch_changes(small_source: Path) -> None:
    translations.update("fr", translations.extracted())
    file = translations.catalogue_file("fr")
    text = file.read_text().replace('msgid "Vandaag"\nmsgstr ""', 'msgid "Vandaag"\nmsgstr "Aujourd’hui"')
    file.write_text(text)

    translations.update("fr", translations.extracted())
    assert file.read_text() == text

    write(small_source, "page.html", PAGE.replace("Vandaag", "Vandaag?"))
    translations.update("fr", translations.extracted())
    assert "Aujourd’hui" not in file.read_text()


def test_a_translation_that_fills_in_something_else_is_told(small_source: Path) -> None:
    write(small_source, "page.html", "")
    write(
        small_source,
        "actions.py",
        'done = _("Bewaard: {what}")\ndays = ngettext("één dag", "%(n)d dagen", 3)',
    )
    source = translations.extracted()
    translations.update("en", source)
    file = translations.catalogue_file("en")
    file.write_text(
        file.read_text()
        .replace('msgstr ""\n\n', 'msgstr "Saved: {it}"\n\n')
        .replace('msgstr[0] ""\nmsgstr[1] ""', 'msgstr[0] "one day"\nmsgstr[1] "%(n)d days"')
    )
    assert list(translations.flaws("en", source)) == [
        "en: other placeholders: “Bewaard: {what}” (actions.py) → Saved: {it}"
    ]
