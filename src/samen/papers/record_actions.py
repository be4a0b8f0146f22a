"""Verbs about the record check of a coach: note it, take it back, forget it (domain 5.7)."""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from samen.base import audit
from samen.base.dates import add_months
from samen.base.errors import Conflict, RuleBroken
from samen.base.scoping import current_initiative_id
from samen.papers import record_queries, record_rules
from samen.papers.choices import RecordFallback, RecordWhy
from samen.papers.models import RecordCheck
from samen.people.choices import Role
from samen.people.models import Participation
from samen.rulebook import queries as rulebook
from samen.rulebook.choices import Key


def note_seen(
    *,
    part: Participation,
    why: RecordWhy,
    issued_on: date,
    checked_on: date,
    today: date,
    actor: audit.Actor,
) -> RecordCheck:
    """Note that the extract was read on a day. The day on the extract is judged, and not kept."""
    _refuse_day(part, checked_on, today)
    if issued_on > checked_on:
        raise RuleBroken("issued_later", _("Het uittreksel is van na die dag. Kijk de twee dagen na."))
    months = rulebook.on(Key.RECORD_EXTRACT, checked_on).number
    if not record_rules.is_fresh(issued_on=issued_on, checked_on=checked_on, months=months):
        raise RuleBroken(
            "too_old",
            _("Dit uittreksel is te oud: het mag %(n)s maand oud zijn. Vraag een nieuw.") % {"n": months},
        )
    _refuse_again(part, checked_on)
    return _keep(part, why, checked_on, actor)


def note_impossible(
    *,
    part: Participation,
    why: RecordWhy,
    reason: RecordFallback,
    checked_on: date,
    today: date,
    actor: audit.Actor,
) -> RecordCheck:
    """Note that after an honest effort there is no extract, and the organisation goes on without (O-25)."""
    _refuse_day(part, checked_on, today)
    rulebook.on(Key.RECORD_AGAIN, checked_on)
    return _keep(part, why, checked_on, actor, reason)


def note_not_required(
    *, part: Participation, why: RecordWhy, checked_on: date, today: date, actor: audit.Actor
) -> RecordCheck:
    """Note that no extract is required of this coach, and why."""
    _refuse_day(part, checked_on, today)
    return _keep(part, why, checked_on, actor)


def _keep(
    part: Participation,
    why: RecordWhy,
    checked_on: date,
    actor: audit.Actor,
    reason: RecordFallback | None = None,
) -> RecordCheck:
    try:
        with transaction.atomic():
            check = RecordCheck.objects.create(
                initiative_id=current_initiative_id(),
                participation=part,
                required=why in record_rules.WHY_ASKED,
                why=why,
                checked_on=checked_on,
                checked_by=actor.label,
                fallback_reason=reason or "",
            )
            # The log outlives the check: it tells that something was noted, and not what.
            audit.write(actor, "note_record_check", part)
    except IntegrityError as error:
        raise Conflict(
            "already_noted", _("Voor die dag is dit al genoteerd. Neem dat eerst terug.")
        ) from error
    return check


def _refuse_day(part: Participation, checked_on: date, today: date) -> None:
    if part.role != Role.COACH:
        raise RuleBroken("no_coach", _("Een uittreksel vraag je alleen aan een coach."))
    if part.ended_on:
        raise RuleBroken("left", _("%(name)s doet niet meer mee.") % {"name": part.person.given_name})
    if checked_on > today:
        raise RuleBroken("in_the_future", _("Die dag moet nog komen. Kies vandaag of een vroegere dag."))


def _refuse_again(part: Participation, checked_on: date) -> None:
    """Within the term the same organisation does not ask it again (O-24)."""
    before = record_queries.last_seen(part)
    if before is None:
        return
    until = add_months(before.checked_on, rulebook.on(Key.RECORD_AGAIN, checked_on).number)
    if before.checked_on < checked_on <= until:
        raise RuleBroken(
            "not_again",
            _("Het uittreksel is al bekeken op %(day)s. Vraag het niet opnieuw voor %(until)s.")
            % {"day": date_format(before.checked_on, "j F Y"), "until": date_format(until, "j F Y")},
        )


@transaction.atomic
def take_back(*, part: Participation, actor: audit.Actor) -> None:
    """Take back the last thing that was noted about this coach by mistake."""
    last = RecordCheck.objects.filter(participation=part).first()
    if last is None:
        raise Conflict("nothing_to_take_back", _("Er is niets om terug te nemen. Laad de pagina opnieuw."))
    last.delete()
    audit.write(actor, "take_back_record_check", part)


@transaction.atomic
def forget_old(*, today: date) -> int:
    """For the tick: what was noted goes a year after the part of the coach ended."""
    until = add_months(today, -record_rules.KEPT_MONTHS)
    gone = list(RecordCheck.objects.filter(participation__ended_on__lte=until))
    audit.write_all(audit.TICK, "forget", gone)
    RecordCheck.objects.filter(pk__in=[one.pk for one in gone]).delete()
    return len(gone)
