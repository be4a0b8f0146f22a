"""Verbs about the initiative's own texts."""

from datetime import datetime

from django.db import transaction

from samen.base import audit
from samen.base.languages import DUTCH
from samen.base.scoping import current_initiative_id
from samen.messaging.kinds import Kind, Words
from samen.messaging.models import Text
from samen.messaging.placeholders import clean_body, one_line
from samen.messaging.queries import hash_of, text


@transaction.atomic
def write_text(*, kind: Kind, words: Words, now: datetime, actor: audit.Actor) -> Text:
    """Keep the initiative's own words for a kind of text in one language."""
    kept, _created = Text.objects.update_or_create(
        initiative_id=current_initiative_id(),
        kind=kind.code,
        language=words.language,
        defaults={
            "subject": one_line(words.subject),
            "body": clean_body(words.body),
            "dutch_hash": "" if words.language == DUTCH else hash_of(text(kind.code, DUTCH)),
            "changed_at": now,
            "changed_by": actor.label,
        },
    )
    audit.write(actor, "write_text", kept, kind=kind.code, language=words.language)
    return kept


@transaction.atomic
def back_to_standard(*, kind: Kind, language: str, actor: audit.Actor) -> None:
    """Give up the own words: the standard text counts again."""
    for kept in Text.objects.filter(kind=kind.code, language=language):
        audit.write(actor, "back_to_standard", kept, kind=kind.code, language=language)
        kept.delete()
