"""Verbs that change lists: keep, put right, store, take back, forget."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samen.base import audit, clock
from samen.base.errors import Conflict, RuleBroken
from samen.base.scoping import current_initiative_id
from samen.intake import actions as intake
from samen.intake.actions import Facts, Noted, WishedFor
from samen.intake.choices import Outcome, Strength, Wanted
from samen.lists.choices import ListStatus
from samen.lists.corrections import Corrections
from samen.lists.models import ImportedPart, PeopleList
from samen.lists.outcome import PersonRow, Reading
from samen.lists.queries import built_upon, parts_of, reading_of, sheets_of
from samen.people import actions as people
from samen.people.actions import Details, Entry
from samen.people.choices import Role

LONGEST_FILENAME = 200
# How long the cells of a list are kept: while nothing was stored, and after it was.
DRAFT_DAYS, STORED_DAYS = 7, 30
NAMES_TOLD = 3


@transaction.atomic
def keep(
    *, content: bytes, filename: str, today: date, actor: audit.Actor, is_pasted: bool = False
) -> PeopleList:
    """Keep a list to look at. Raises Refused when it cannot be read as a list of people."""
    people_list = PeopleList(
        initiative_id=current_initiative_id(),
        filename=filename[:LONGEST_FILENAME],
        content=content,
        is_pasted=is_pasted,
        added_by=actor.label,
    )
    reading_of(people_list, sheets_of(people_list), today)
    people_list.save()
    audit.write(actor, "keep_list", people_list)
    return people_list


@transaction.atomic
def put_right(*, people_list: PeopleList, corrections: Corrections, today: date, actor: audit.Actor) -> None:
    """Keep what a person put right. Raises Refused when the list can no longer be read that way."""
    draft = _draft(people_list)
    draft.corrections = corrections.to_json()
    reading_of(draft, sheets_of(draft), today)
    draft.save(update_fields=["corrections"])
    audit.write(actor, "put_right_list", draft)


@transaction.atomic
def import_list(*, people_list: PeopleList, today: date, actor: audit.Actor) -> Reading:
    """Store everybody who is new and can be reached, on the waiting list: all of them or nobody."""
    draft = _draft(people_list)
    reading = reading_of(draft, sheets_of(draft), today)
    if not reading.people:
        raise RuleBroken("nobody_new", _("In deze lijst staat niemand die nieuw is. Er is niets bewaard."))
    entries = [_entry(row, today) for row in reading.people]
    parts = people.register_all(entries=entries, actor=actor)
    noted = [Noted(part, _facts(row), _wishes(row)) for part, row in zip(parts, reading.people, strict=True)]
    intake.note_all(noted=noted, actor=actor)
    intake.decide_all(parts=parts, outcome=Outcome.ACCEPTED, today=today, actor=actor)
    ImportedPart.objects.bulk_create(
        ImportedPart(initiative_id=current_initiative_id(), people_list=draft, participation=part)
        for part in parts
    )
    audit.write(actor, "import_list", draft, people=len(parts))
    draft.status, draft.imported_at = ListStatus.IMPORTED, clock.now()
    draft.save(update_fields=["status", "imported_at"])
    return reading


def bring_in(*, content: bytes, filename: str, is_trial: bool, today: date, actor: audit.Actor) -> Reading:
    """Keep and store a list at once; a trial, or a list without anybody new, leaves nothing."""
    with transaction.atomic():
        people_list = keep(content=content, filename=filename, today=today, actor=actor)
        reading = reading_of(people_list, sheets_of(people_list), today)
        if reading.people and not is_trial:
            return import_list(people_list=people_list, today=today, actor=actor)
        transaction.set_rollback(True)
    return reading


@transaction.atomic
def undo(*, people_list: PeopleList, actor: audit.Actor) -> int:
    """Take an import back, as long as nothing was built on it; returns how many people went."""
    held = _locked(people_list)
    if held.status != ListStatus.IMPORTED:
        raise Conflict("not_imported", _("Deze lijst is niet bewaard, of al ongedaan gemaakt."))
    if busy := built_upon(held):
        names = ", ".join(str(part.person) for part in busy[:NAMES_TOLD])
        sentence = ngettext(
            "Je werkte al verder met %(names)s. Daarom blijft deze lijst staan.",
            "Je werkte al verder met %(n)s mensen, zoals %(names)s. Daarom blijft deze lijst staan.",
            len(busy),
        )
        raise Conflict("built_upon", sentence % {"n": len(busy), "names": names})
    gone = people.forget_imported(parts=parts_of(held), actor=actor)
    held.status, held.content = ListStatus.UNDONE, None
    held.save(update_fields=["status", "content"])
    audit.write(actor, "undo_list", held, people=gone)
    return gone


@transaction.atomic
def discard(*, people_list: PeopleList, actor: audit.Actor) -> None:
    """Throw away a list of which nothing was stored."""
    draft = _draft(people_list)
    audit.write(actor, "discard_list", draft)
    draft.delete()


@transaction.atomic
def forget_old(*, today: date) -> int:
    """The tick's verb: drafts go after a week, the cells of stored lists after a month."""
    old = PeopleList.objects.filter(
        status=ListStatus.DRAFT, added_at__date__lt=today - timedelta(days=DRAFT_DAYS)
    )
    stored = PeopleList.objects.filter(
        content__isnull=False, imported_at__date__lt=today - timedelta(days=STORED_DAYS)
    )
    forgotten = [*old, *stored]
    audit.write_all(audit.TICK, "forget_list", forgotten)
    stored.update(content=None, corrections={})
    old.delete()
    return len(forgotten)


def _locked(people_list: PeopleList) -> PeopleList:
    """The list as it stands now, held until this action is done: two may press at once."""
    held = PeopleList.objects.select_for_update().filter(pk=people_list.pk).first()
    if held is None:
        raise Conflict("list_gone", _("Deze lijst is er niet meer. Ga terug naar de lijsten."))
    return held


def _draft(people_list: PeopleList) -> PeopleList:
    held = _locked(people_list)
    if held.status != ListStatus.DRAFT:
        raise Conflict("already_imported", _("Deze lijst is al bewaard. Laad de pagina opnieuw."))
    return held


def _entry(row: PersonRow, today: date) -> Entry:
    details = Details(
        given_name=row.given_name,
        family_name=row.family_name,
        gender=row.gender,
        birth_year=row.birth_year,
        phone=row.phone,
        email=row.email,
        postal_code=row.postal_code,
        place=row.place,
        languages=list(row.languages),
    )
    # A day that is still to come is a slip of the pen: waiting counts from today at the latest.
    registered_on = min(row.registered_on or today, today)
    return Entry(details, Role(row.role), registered_on, row.note)


def _facts(row: PersonRow) -> Facts:
    return Facts(
        availability=_bits(row),
        interests=list(row.interests),
        profession=row.profession,
        language_level=row.language_level,
        capacity=row.capacity or 1,
    )


def _bits(row: PersonRow) -> int | None:
    if row.availability is None:
        return None
    return sum(1 << (weekday * 3 + daypart) for weekday, daypart in row.availability) or None


def _wishes(row: PersonRow) -> Sequence[WishedFor]:
    wishes = []
    if row.wish_gender:
        wishes.append(WishedFor(Wanted.GENDER, Strength.PREFER, gender=row.wish_gender))
    if row.wish_age_min is not None or row.wish_age_max is not None:
        ages = sorted(age for age in (row.wish_age_min, row.wish_age_max) if age is not None)
        low, high = ages if len(ages) == 2 else (row.wish_age_min, row.wish_age_max)
        wishes.append(WishedFor(Wanted.AGE, Strength.PREFER, age_min=low, age_max=high))
    if row.wish_max_km is not None:
        wishes.append(WishedFor(Wanted.DISTANCE, Strength.PREFER, max_km=row.wish_max_km))
    return wishes
