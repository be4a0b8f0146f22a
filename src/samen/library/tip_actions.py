"""Verbs that change an initiative's own tips for coaches."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from samen.base import audit, clock
from samen.base.errors import Conflict, RuleBroken
from samen.base.languages import DUTCH
from samen.library.actions import this_initiative
from samen.library.models import OwnTip
from samen.library.tips import TIPS
from samen.people.words import fold


@transaction.atomic
def add_tip(*, words: str, now: datetime, actor: audit.Actor) -> OwnTip:
    """A tip of our own: some text, that is not there already."""
    here = this_initiative()
    text = " ".join(words.split())
    if not text:
        raise RuleBroken("tip_empty", _("Schrijf eerst een tip."))
    _refuse_same_tip(text)
    tip = OwnTip.objects.create(
        initiative=here,
        text=text,
        added_on=now.astimezone(clock.BRUSSELS).date(),
        changed_by=actor.label,
        changed_at=now,
    )
    audit.write(actor, "add_tip", tip)
    return tip


@transaction.atomic
def end_tip(*, tip: OwnTip, today: date, actor: audit.Actor) -> None:
    """Put a tip away: coaches see it no longer."""
    if not OwnTip.objects.filter(pk=tip.pk, ended_on=None).update(ended_on=today):
        raise Conflict("already_ended", _("Deze tip lag al weg. Laad de pagina opnieuw."))
    audit.write(actor, "end_tip", tip)


@transaction.atomic
def reopen_tip(*, tip: OwnTip, actor: audit.Actor) -> None:
    """Show a tip again."""
    this_initiative()
    _refuse_same_tip(tip.text, but=tip)
    if not OwnTip.objects.filter(pk=tip.pk, ended_on__isnull=False).update(ended_on=None):
        raise Conflict("not_ended", _("Deze tip wordt al getoond. Laad de pagina opnieuw."))
    audit.write(actor, "reopen_tip", tip)


def _refuse_same_tip(text: str, but: OwnTip | None = None) -> None:
    """Neither among our own nor among those that everybody has."""
    others = OwnTip.objects.filter(ended_on=None)
    if but is not None:
        others = others.exclude(pk=but.pk)
    with override(DUTCH):
        known = {fold(str(tip.text)) for tip in TIPS}
    if fold(text) in known | {fold(other) for other in others.values_list("text", flat=True)}:
        raise RuleBroken("tip_exists", _("Deze tip staat er al."))
