"""At a start: the own languages go from the database into files, and become languages of the site.

The database is the truth. Each machine writes files of its own, for gettext reads files.
"""

import logging
import shutil
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from django.conf import settings
from django.core.signals import setting_changed
from django.db import DatabaseError
from django.utils.translation import to_locale

from samen.base.private_file import write_private
from samen.languages import at_start
from samen.languages.at_start import OwnLanguage
from samen.languages.catalogue import sentences
from samen.languages.date_words import date_words
from samen.languages.models import Language
from samen.languages.plurals import plurals_of
from samen.languages.queries import as_at_start, translations
from samen.languages.rules import flaws

log = logging.getLogger("samen.languages")


class OwnCatalog(Catalog):
    """A catalogue that may be in a language of which Babel knows nothing."""

    def __init__(self, code: str) -> None:
        super().__init__(project="Samen", charset="utf-8", fuzzy=False)
        self.plurals = plurals_of(code)
        # The same words give the same file.
        self.creation_date = self.revision_date = datetime(2000, 1, 1, tzinfo=UTC)

    def _get_mime_headers(self) -> list[tuple[str, str]]:
        """With the rule for plurals, which Babel leaves out of a catalogue without a locale."""
        return [*super()._get_mime_headers(), ("Plural-Forms", self.plural_forms)]

    mime_headers = property(_get_mime_headers)

    @property
    def num_plurals(self) -> int:
        """How many forms gettext looks for."""
        return self.plurals.count

    @property
    def plural_expr(self) -> str:
        """Which form belongs to a number."""
        return self.plurals.expression


def take_up_if_there(folder: Path) -> None:
    """As `take_up`; without tables or without a database the site starts with what it wrote before."""
    try:
        take_up(folder)
    except DatabaseError as error:
        log.warning("The site's own languages are those of the last start: %s", error)


def take_up(folder: Path) -> None:
    """Write what changed since the last start and let this process know it. Quick when nothing did."""
    wanted = as_at_start()
    if wanted != at_start.read(folder) or not all(_file(folder, one.code).exists() for one in wanted):
        _write(folder, wanted)
    if wanted != settings.OWN_LANGUAGES:
        settings.OWN_LANGUAGES = wanted
        settings.LANGUAGES = at_start.together(settings.SHIPPED_LANGUAGES, wanted)
        at_start.make_known(wanted)
        # Django remembers which languages there are.
        setting_changed.send(sender=take_up, setting="LANGUAGES", value=settings.LANGUAGES, enter=True)


def compiled(language: Language) -> bytes:
    """What gettext reads: whole translations that hold, and names of days and months."""
    catalog = OwnCatalog(language.code)
    for key, forms in translations(language).items():
        source = sentences()[key]
        if any(flaws(source.dutch, forms)):
            continue
        context = source.context or None
        if source.plural:
            catalog.add(source.dutch, tuple(catalog.plurals.in_place(forms)), context=context)
        else:
            catalog.add(source.msgid, forms[0], context=context)
    for context, english, own in date_words(language.code):
        catalog.add(english, own, context=context)
    content = BytesIO()
    write_mo(content, catalog)
    return content.getvalue()


def _write(folder: Path, wanted: Sequence[OwnLanguage]) -> None:
    """The words first, then the list that names them; folders of languages that are gone go."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for one in wanted:
        file = _file(folder, one.code)
        file.parent.mkdir(parents=True, exist_ok=True)
        if language := Language.objects.filter(code=one.code).first():
            write_private(file, compiled(language))
    write_private(folder / at_start.FILE, at_start.as_text(wanted))
    kept = {to_locale(one.code) for one in wanted}
    for left in folder.iterdir():
        if left.is_dir() and left.name not in kept:
            shutil.rmtree(left, ignore_errors=True)


def _file(folder: Path, code: str) -> Path:
    return folder / to_locale(code) / "LC_MESSAGES" / "django.mo"
