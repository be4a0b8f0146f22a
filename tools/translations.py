"""Translations without gettext's programs: update, missing, compile.

  update            read every sentence of src, bring the catalogues up to date
  missing           list what has no translation yet, or one with other placeholders; exit 1 if there is any
  compile [FILE…]   write the .mo beside each .po

Sentences are Dutch in the source; a catalogue holds one other language. A sentence keeps its
translation as long as the Dutch stays the same, and nothing is guessed.
"""

import argparse
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path, PurePosixPath

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

SOURCE = Path(__file__).resolve().parent.parent / "src"
LOCALE = SOURCE / "samen" / "locale"
# The desk speaks these besides Dutch; what participants read is in the others too.
DESK_LANGUAGES = ("en", "fr")
LANGUAGES = (*DESK_LANGUAGES, "ar", "fa", "tr", "uk", "ru", "es", "ro")
# Where the words of participants stand: files of src/samen.
FOR_PARTICIPANTS = (
    *("public/**", "portal/**", "*/templates/*/public/**", "*/templates/*/portal/**"),
    *("*/messages.py", "*/views_public.py", "*/forms_public.py", "*/flyer_words.py", "messaging/footers.py"),
    *("*/page_texts.py", "*/sheet_texts.py"),
    *("papers/sheets.py", "desk/link_words.py", "duos/paper_words.py"),
    *("messaging/templates/messaging/mail*", "messaging/templates/messaging/stop*"),
    *(
        "messaging/templates/messaging/letter*",
        "base/templatetags/parts.py",
        "base/templates/base/public.html",
    ),
    *("base/templates/base/page.html", "base/templates/base/field.html", "base/templates/base/errors.html"),
    *("intake/spoken.py", "intake/week.py", "intake/templates/intake/availability.html", "outreach/heard.py"),
    # What a participant is told when something cannot be.
    *("duos/actions.py", "duos/plan_actions.py", "duos/plans.py", "duos/sign_form.py"),
    *("duos/same_actions.py", "people/nameless.py"),
    *("events/plain_names.py", "events/opinions.py"),
    *("duos/goal_actions.py", "duos/goal_choices.py"),
    *("library/ideas/**", "library/cards.py", "library/occasions.py", "library/tips.py"),
    *("library/goals.py", "library/choices.py"),
)

_KEYWORDS = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
KEYWORDS = {
    f"{name}{variant}": places for name, places in _KEYWORDS.items() for variant in ("", "_lazy", "_noop")
}
# Dates and addresses in a header only make two branches conflict.
HEADER_NOISE = re.compile(
    rb'^"(?:Project-Id|Report-|POT-|PO-|Last-|Language-Team|Generated-)[^\n]*\n|^#.*(?:Copyright|AUTHOR).*\n',
    re.M,
)
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


def is_for(language: str, message: Message) -> bool:
    """Whether a sentence must exist in a language."""
    if language in DESK_LANGUAGES:
        return True
    return any(is_participants(file) for file, _line in message.locations)


def is_participants(file: str) -> bool:
    """Whether participants read the words in this file of src."""
    inside = PurePosixPath(file).relative_to("samen")
    return any(_matches(inside, pattern) for pattern in FOR_PARTICIPANTS)


def _matches(file: PurePosixPath, pattern: str) -> bool:
    if pattern.endswith("/**"):
        return any(parent.match(pattern.removesuffix("/**")) for parent in file.parents if parent.parts)
    return file.match(pattern)


def for_language(language: str, source: Catalog) -> Catalog:
    """The sentences of the source that must exist in a language."""
    wanted = Catalog(project="Samen", charset="utf-8", fuzzy=False)
    for message in source:
        if message.id and is_for(language, message):
            wanted.add(
                message.id,
                None,
                message.locations,
                auto_comments=message.auto_comments,
                context=message.context,
            )
    return wanted


def extracted() -> Catalog:
    """Every translatable sentence of the source, with the files it stands in."""
    catalog = Catalog(project="Samen", charset="utf-8", fuzzy=False)
    for file in sorted(SOURCE.rglob("*")):
        if file.suffix in {".py", ".html", ".txt"} and "static" not in file.parts:
            place = file.relative_to(SOURCE).as_posix()
            for line, sentence, comments, context in extract(
                "python", BytesIO(_as_python(file)), KEYWORDS, comment_tags=("Translators:",)
            ):
                catalog.add(sentence, None, [(place, line)], auto_comments=comments, context=context)
    return catalog


def _as_python(file: Path) -> bytes:
    """The file as Python; a template becomes gettext calls on the lines where its sentences stand."""
    text = file.read_text(encoding="utf-8")
    if file.suffix != ".py":
        text = "\n".join(line.strip() for line in templatize(text, origin=str(file)).split("\n"))
    return text.encode()


def catalogue_file(language: str) -> Path:
    """Where the catalogue of a language is kept."""
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def read(language: str) -> Catalog:
    """The catalogue of a language; a new one when there is none yet."""
    file = catalogue_file(language)
    if not file.exists():
        return Catalog(locale=language, project="Samen", fuzzy=False)
    with file.open("rb") as stream:
        return read_po(stream, locale=language)


def update(language: str, source: Catalog) -> None:
    """Bring one catalogue up to date with the source and write it when that changed anything."""
    catalog = read(language)
    catalog.update(for_language(language, source), no_fuzzy_matching=True, update_creation_date=False)
    content = BytesIO()
    write_po(content, catalog, width=100, include_lineno=False, ignore_obsolete=True, sort_by_file=True)
    fresh = HEADER_NOISE.sub(b"", content.getvalue())
    file = catalogue_file(language)
    file.parent.mkdir(parents=True, exist_ok=True)
    if not file.exists() or file.read_bytes() != fresh:
        file.write_bytes(fresh)


def flaws(language: str, source: Catalog) -> Iterator[str]:
    """What is wrong with a catalogue: no translation, or one that fills in something else than the Dutch."""
    catalog = read(language)
    for message in for_language(language, source):
        if not message.id:
            continue
        known = catalog.get(message.id, context=message.context)
        if known is None or known.fuzzy or not all(_forms(known.string)):
            yield f"{language}: not translated: {_shown(message)}"
        elif not _same_placeholders(known):
            yield f"{language}: other placeholders: {_shown(message)} → {' | '.join(_forms(known.string))}"


def _forms(sentence: str | Sequence[str] | None) -> Sequence[str]:
    """Singular and plural, or the one sentence there is."""
    return [sentence or ""] if isinstance(sentence, str | None) else sentence


def _same_placeholders(message: Message) -> bool:
    """Whether a translation fills in what the Dutch does; a singular may write its number as a word."""
    wanted = _placeholders(_forms(message.id))
    *singular, last = (_placeholders([form]) for form in _forms(message.string))
    return last == wanted and all(found <= wanted for found in singular)


def _placeholders(sentences: Iterable[str]) -> set[str]:
    return {found for sentence in sentences for found in PLACEHOLDER.findall(sentence)}


def _shown(message: Message) -> str:
    places = ", ".join(sorted({file for file, _line in message.locations}))
    return f"“{_forms(message.id)[0]}” ({places})"


def compiled(file: Path) -> bytes:
    """What the .mo beside a .po holds: the same whenever it is asked."""
    with file.open("rb") as stream:
        catalog = read_po(stream)
    catalog.creation_date = catalog.revision_date = datetime(2000, 1, 1, tzinfo=UTC)
    content = BytesIO()
    write_mo(content, catalog)
    return content.getvalue()


def compile_catalogue(file: Path) -> None:
    """Write the .mo beside a .po, whole or not at all: a site may be reading it."""
    fresh = file.with_suffix(".mo.fresh")
    fresh.write_bytes(compiled(file))
    fresh.replace(file.with_suffix(".mo"))


def main(arguments: list[str]) -> int:
    """Run one subcommand."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("verb", choices=("update", "missing", "compile"))
    parser.add_argument("files", nargs="*", type=Path, help="compile: only these .po files")
    chosen = parser.parse_args(arguments)
    if chosen.verb == "compile":
        for file in chosen.files or sorted(LOCALE.rglob("*.po")):
            compile_catalogue(file)
        return 0
    source = extracted()
    if chosen.verb == "update":
        for language in LANGUAGES:
            update(language, source)
        return 0
    found = [flaw for language in LANGUAGES for flaw in flaws(language, source)]
    print("\n".join(found) or f"All {len(source)} sentences are translated into: {', '.join(LANGUAGES)}.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
