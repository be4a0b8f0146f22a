"""Verbs that change the site's own languages."""

from collections.abc import Mapping
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from samen.base import audit
from samen.base.errors import RuleBroken
from samen.languages import queries, rules
from samen.languages.catalogue import sentences
from samen.languages.models import Language, Sentence


@transaction.atomic
def add_language(*, code: str, name: str, is_rtl: bool, now: datetime, actor: audit.Actor) -> Language:
    """A language that visitors do not see yet, without a single sentence."""
    if not rules.is_code(code):
        raise RuleBroken(
            "bad_code",
            _("‘%(code)s’ is geen code van een taal. Schrijf ze zoals ti of sr-latn.") % {"code": code},
        )
    if queries.is_code_taken(code):
        raise _code_taken(code)
    _refuse_name(name)
    try:
        with transaction.atomic():
            language = Language.objects.create(
                code=code, name=name, is_rtl=is_rtl, made_at=now, made_by=actor.label, changed_at=now
            )
    except IntegrityError as error:
        # Somebody added it between looking and writing.
        raise _code_taken(code) from error
    audit.write_of_site(actor, "add_language", language, code=code)
    return language


@transaction.atomic
def change_language(
    *, language: Language, name: str, is_rtl: bool, now: datetime, actor: audit.Actor
) -> None:
    """Another name or direction; the code stays, for people may have chosen it."""
    _refuse_name(name, language.code)
    language.name, language.is_rtl, language.changed_at = name, is_rtl, now
    language.save(update_fields=["name", "is_rtl", "changed_at"])
    audit.write_of_site(actor, "change_language", language, code=language.code)


@transaction.atomic
def offer(*, language: Language, is_offered: bool, now: datetime, actor: audit.Actor) -> None:
    """Let visitors choose it from the next start on, or no longer."""
    language.is_offered, language.changed_at = is_offered, now
    language.save(update_fields=["is_offered", "changed_at"])
    audit.write_of_site(
        actor, "offer_language" if is_offered else "withdraw_language", language, code=language.code
    )


@transaction.atomic
def translate(
    *, language: Language, written: Mapping[str, tuple[str, ...]], now: datetime, actor: audit.Actor
) -> None:
    """Keep translations by the key of their sentence; an empty one is taken away."""
    for key, forms in written.items():
        source = sentences().get(key)
        if source is None:
            raise RuleBroken("no_sentence", _("Deze zin staat niet meer op de site. Open de pagina opnieuw."))
        if len(forms) != queries.forms_asked(language.code, source) or any(rules.flaws(source.dutch, forms)):
            raise RuleBroken("flawed", _("Deze vertaling vult iets anders in dan het Nederlands."))
        if not any(forms):
            language.sentences.filter(key=key).delete()
            continue
        Sentence.objects.update_or_create(
            language=language,
            key=key,
            defaults={
                "context": source.context,
                "msgid": source.msgid,
                "msgid_plural": source.plural,
                "forms": list(forms),
                "changed_at": now,
                "changed_by": actor.label,
            },
        )
    if written:
        language.changed_at = now
        language.save(update_fields=["changed_at"])
        audit.write_of_site(actor, "translate", language, code=language.code, sentences=len(written))


@transaction.atomic
def remove_language(*, language: Language, actor: audit.Actor) -> None:
    """Take a language away for good, with all its sentences."""
    if language.is_offered:
        raise RuleBroken(
            "is_offered", _("Bezoekers mogen deze taal nog kiezen. Toon ze eerst niet meer aan bezoekers.")
        )
    audit.write_of_site(actor, "remove_language", language, code=language.code)
    language.delete()


def _refuse_name(name: str, code: str = "") -> None:
    if not name.strip() or len(name) > rules.LONGEST_NAME:
        raise RuleBroken(
            "bad_name",
            _("Geef de taal een naam van hoogstens %(n)s tekens.") % {"n": rules.LONGEST_NAME},
        )
    if queries.is_name_taken(name, code):
        raise RuleBroken(
            "name_taken", _("Er is al een taal met de naam ‘%(name)s’. Kies een andere.") % {"name": name}
        )


def _code_taken(code: str) -> RuleBroken:
    return RuleBroken("code_taken", _("Er is al een taal met de code ‘%(code)s’.") % {"code": code})
