"""Reads about the site's own languages: what is filled in, what is missing, what a running site shows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC

from django.conf import settings

from samen.languages.at_start import OwnLanguage
from samen.languages.catalogue import Source, sentences
from samen.languages.choices import Show, Standing
from samen.languages.models import Language, Sentence
from samen.languages.plurals import locale_of, plurals_of


@dataclass(frozen=True)
class Row:
    """A sentence and its translation, as far as there is one."""

    source: Source
    forms: tuple[str, ...]


@dataclass(frozen=True)
class Share:
    """How many of all sentences are filled in."""

    filled: int
    total: int

    @property
    def missing(self) -> int:
        """How many are left."""
        return self.total - self.filled


def shipped_codes() -> list[str]:
    """The languages that Samen brings along."""
    return [code for code, _name in settings.SHIPPED_LANGUAGES]


def own_languages() -> list[tuple[Language, Share]]:
    """Every language of this site, with its share."""
    filled: dict[int, int] = {}
    languages = {one.pk: one for one in Language.objects.all()}
    for sentence in Sentence.objects.only("language_id", "key", "forms"):
        if _is_filled(languages[sentence.language_id].code, sentence):
            filled[sentence.language_id] = filled.get(sentence.language_id, 0) + 1
    total = len(sentences())
    return [(one, Share(filled.get(one.pk, 0), total)) for one in languages.values()]


def find(code: str) -> Language | None:
    """The own language with this code."""
    return Language.objects.filter(code=code).first()


def is_code_taken(code: str) -> bool:
    """Whether there is a language with this code, shipped or own."""
    return code in shipped_codes() or Language.objects.filter(code=code).exists()


def is_name_taken(name: str, other_than: str = "") -> bool:
    """Whether another language goes by this name."""
    own = Language.objects.exclude(code=other_than).values_list("name", flat=True)
    shipped = [shown for _code, shown in settings.SHIPPED_LANGUAGES]
    return name.casefold() in {other.casefold() for other in (*shipped, *own)}


def name_in_dutch(code: str) -> str:
    """How the language is called in Dutch, when Unicode's tables know it."""
    locale = locale_of(code)
    return (locale.get_display_name("nl") or "") if locale else ""


def translations(language: Language) -> dict[str, tuple[str, ...]]:
    """Its whole translations of sentences that the site still says, by key."""
    kept = language.sentences.filter(key__in=list(sentences()))
    return {one.key: tuple(one.forms) for one in kept if _is_filled(language.code, one)}


def forms_asked(code: str, source: Source) -> int:
    """How many forms a translation of this sentence has."""
    return len(plurals_of(code).examples) if source.plural else 1


def rows(language: Language, show: str, subject: str = "", words: str = "") -> list[Row]:
    """The sentences to show, in their order."""
    known = translations(language)
    wanted = words.casefold().split()
    return [
        Row(source, known.get(source.key, ()))
        for source in sentences().values()
        if (show != Show.MISSING or source.key not in known)
        and (not subject or source.subject == subject)
        and _speaks_of(wanted, (*source.dutch, *known.get(source.key, ())))
    ]


def share(language: Language) -> Share:
    """How much of this language is filled in."""
    return Share(len(translations(language)), len(sentences()))


def outdated(language: Language, words: str = "") -> list[Sentence]:
    """Translations of Dutch that the site no longer says, newest first."""
    gone = language.sentences.exclude(key__in=list(sentences())).order_by("-changed_at", "-id")
    wanted = words.casefold().split()
    return [one for one in gone if _speaks_of(wanted, (one.msgid, one.msgid_plural, *one.forms))]


def as_at_start() -> tuple[OwnLanguage, ...]:
    """The own languages as a start takes them up; one that ships by now comes from Samen itself."""
    return tuple(
        OwnLanguage(one.code, one.name, one.is_rtl, one.is_offered, _moment(one))
        for one in Language.objects.exclude(code__in=shipped_codes())
    )


def standing(language: Language) -> Standing:
    """What visitors of the running site see of a language."""
    if language.code in shipped_codes():
        return Standing.SHIPPED
    running = {one.code: one for one in settings.OWN_LANGUAGES}.get(language.code)
    is_shown = running is not None and running.is_offered
    if not language.is_offered:
        return Standing.UNTIL_START if is_shown else Standing.HIDDEN
    is_latest = is_shown and running is not None and running.changed_at == _moment(language)
    return Standing.LATEST if is_latest else Standing.AFTER_START


def _moment(language: Language) -> str:
    """When it last changed, written in one way."""
    return language.changed_at.astimezone(UTC).isoformat()


def _is_filled(code: str, sentence: Sentence) -> bool:
    """Whether a translation is whole, and of a sentence that the site still says."""
    source = sentences().get(sentence.key)
    return source is not None and len(sentence.forms) == forms_asked(code, source) and all(sentence.forms)


def _speaks_of(wanted: Iterable[str], texts: Iterable[str]) -> bool:
    """Whether all words stand somewhere in these texts."""
    all_of_it = " ".join(texts).casefold()
    return all(word in all_of_it for word in wanted)
