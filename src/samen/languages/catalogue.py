"""The sentences that participants read, as they ship: Dutch, where each stands, and existing translations."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path, PurePosixPath

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from samen.languages.choices import Subject

LOCALE = Path(__file__).parent.parent / "locale"
# Holds what participants read and nothing else; the desk is in no language but Dutch, English and French.
COMPLETE = "ar"
# What a file is about; the first that fits a sentence counts, and whatever fits nothing is a loose word.
ABOUT: tuple[tuple[str, str], ...] = (
    ("public/templates/public/partner*", Subject.PARTNER),
    ("public/templates/public/initiative.html", Subject.INITIATIVE),
    ("public/templates/public/home.html", Subject.INITIATIVE),
    ("public/templates/public/privacy.html", Subject.INITIATIVE),
    ("public/templates/public/benefits.html", Subject.INITIATIVE),
    ("public/templates/public/languages.html", Subject.INITIATIVE),
    ("base/templates/base/public.html", Subject.INITIATIVE),
    ("public/**/*", Subject.REGISTER),
    ("public/*", Subject.REGISTER),
    ("portal/**/*", Subject.PORTAL),
    ("portal/*", Subject.PORTAL),
    ("*/messages.py", Subject.MESSAGES),
    ("messaging/*", Subject.MESSAGES),
    ("messaging/**/*", Subject.MESSAGES),
    ("outreach/flyer_words.py", Subject.DOCUMENTS),
    ("papers/sheets.py", Subject.DOCUMENTS),
    ("*/designs/*", Subject.DOCUMENTS),
)


@dataclass(frozen=True)
class Source:
    """One Dutch sentence, singular and plural, and where it stands."""

    key: str
    context: str
    msgid: str
    plural: str
    files: tuple[str, ...]
    subject: str

    @property
    def dutch(self) -> tuple[str, ...]:
        """The sentence, or its singular and its plural."""
        return (self.msgid, self.plural) if self.plural else (self.msgid,)


@cache
def sentences() -> dict[str, Source]:
    """Every sentence by its key: by subject, and then as the files have them."""
    found = [_source(message) for message in _read(COMPLETE) if message.id]
    order = list(Subject.values)
    return {source.key: source for source in sorted(found, key=lambda one: order.index(one.subject))}


@cache
def existing(language: str) -> dict[str, tuple[str, ...]]:
    """The translations that ship in a language, by key."""
    found = {}
    for message in _read(language):
        if message.id and not message.fuzzy and message.string:
            found[_key_of(message)] = _texts(message.string)
    return found


def key_of(context: str, msgid: str, plural: str) -> str:
    """By which a sentence is known: when a word of its Dutch changes, it is another one."""
    return sha256("\x04".join((context, msgid, plural)).encode()).hexdigest()


def _read(language: str) -> Catalog:
    with (LOCALE / language / "LC_MESSAGES" / "django.po").open("rb") as stream:
        return read_po(stream, locale=language)


def _source(message: Message) -> Source:
    msgid, *plural = _texts(message.id)
    files = tuple(dict.fromkeys(file for file, _line in message.locations))
    return Source(
        _key_of(message), message.context or "", msgid, plural[0] if plural else "", files, _subject(files)
    )


def _key_of(message: Message) -> str:
    msgid, *plural = _texts(message.id)
    return key_of(message.context or "", msgid, plural[0] if plural else "")


def _texts(sentence: str | Iterable[str]) -> tuple[str, ...]:
    return (sentence,) if isinstance(sentence, str) else tuple(sentence)


def _subject(files: Iterable[str]) -> str:
    inside = [PurePosixPath(file).relative_to("samen") for file in files]
    for pattern, subject in ABOUT:
        if any(file.match(pattern) for file in inside):
            return subject
    return Subject.WORDS
