"""Reads about the record check: whether a coach may be in a duo with minors, and who still has none."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.utils.translation import gettext as _

from samen.papers import record_rules
from samen.papers.choices import Waits
from samen.papers.models import RecordCheck
from samen.papers.queries import Verdict, Waiting
from samen.people.models import Participation
from samen.rulebook import queries as rulebook
from samen.rulebook.choices import Key


def checks_of(part: Participation) -> list[RecordCheck]:
    """What was noted of this person as a coach here, newest first; also in a part that ended."""
    return list(RecordCheck.objects.filter(participation__person=part.person_id))


def last_seen(part: Participation) -> RecordCheck | None:
    """The last time that an extract of this person was read."""
    seen = (one for one in checks_of(part) if one.required and not one.fallback_reason)
    return next(seen, None)


def counts_now(part: Participation, today: date) -> RecordCheck | None:
    """What still counts today of what was noted, if anything."""
    said = rulebook.said(Key.RECORD_AGAIN, today)
    months = said[0].number if said else 0
    found = (one for one in checks_of(part) if record_rules.is_covered([one.plain], day=today, months=months))
    return next(found, None)


def may_be_with_children(part: Participation, day: date) -> Verdict:
    """Whether this coach may start a duo with minors on a day; without a rule it is refused, not guessed."""
    if not _is_asked(part, day):
        return Verdict(ok=True)
    try:
        months = rulebook.on(Key.RECORD_AGAIN, day).number
    except rulebook.NoRule as unknown:
        return Verdict(False, unknown.sentence)
    if record_rules.is_covered(_plain(checks_of(part)), day=day, months=months):
        return Verdict(ok=True)
    return Verdict(
        False,
        _(
            "%(name)s ziet kinderen: bekijk eerst het uittreksel uit het strafregister "
            "en noteer dat bij de papieren."
        )
        % {"name": part.person.given_name},
    )


def waiting_for_checks(since: Mapping[int, date], today: date) -> list[Waiting]:
    """Coaches in a running duo with minors without a check; `since` holds its first day, by id of their part.

    While the rulebook says nothing, nobody is taken to be in order.
    """
    said = rulebook.said(Key.RECORD_AGAIN, today)
    coaches = list(Participation.objects.filter(pk__in=since).select_related("person"))
    of_person: dict[int, list[RecordCheck]] = {}
    people = [part.person_id for part in coaches]
    for check in RecordCheck.objects.filter(participation__person__in=people).select_related("participation"):
        of_person.setdefault(check.participation.person_id, []).append(check)
    found = []
    for part in coaches:
        day, checks = since[part.pk], _plain(of_person.get(part.person_id, ()))
        covered = bool(said) and record_rules.is_covered(checks, day=day, months=said[0].number)
        if _is_asked(part, day) and not covered:
            found.append(Waiting(part, Waits.RECORD, day))
    return found


def _is_asked(part: Participation, day: date) -> bool:
    return record_rules.is_asked_of(
        registered_on=part.registered_on, birth_year=part.person.birth_year, day=day
    )


def _plain(checks: Iterable[RecordCheck]) -> list[record_rules.Check]:
    return [check.plain for check in checks]
