"""Verbs that change people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from samen.base import audit
from samen.base.errors import Conflict, RuleBroken
from samen.base.scoping import current_initiative_id
from samen.people.choices import ConsentKind, ConsentWay, Role
from samen.people.models import Consent, Participation, Person
from samen.people.words import fold


@dataclass(frozen=True)
class Details:
    """What is known of a person, as a form or a list gives it. Empty means unknown."""

    given_name: str
    family_name: str = ""
    gender: str = ""
    birth_year: int | None = None
    phone: str = ""
    email: str = ""
    postal_code: str = ""
    place: str = ""
    languages: list[str] = field(default_factory=list)
    phone_language: str = ""
    written_language: str = ""
    channels: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Entry:
    """Somebody who is to take part, and as what."""

    details: Details
    role: Role
    registered_on: date
    remark: str = ""


def register(
    *, details: Details, role: Role, registered_on: date, remark: str = "", actor: audit.Actor
) -> Participation:
    """A new person with a first part in the programme."""
    return register_all(entries=[Entry(details, role, registered_on, remark)], actor=actor)[0]


@transaction.atomic
def register_all(*, entries: Sequence[Entry], actor: audit.Actor) -> list[Participation]:
    """New people, each with a first part in the programme, in the order given: all of them or nobody."""
    here = current_initiative_id()
    people = [Person(initiative_id=here, **vars(entry.details)) for entry in entries]
    for person in people:
        _refuse_unreachable(person)
        person.search = search_text(person)
    parts = [
        Participation(
            initiative_id=here,
            person=person,
            role=entry.role,
            registered_on=entry.registered_on,
            remark=entry.remark,
        )
        for person, entry in zip(Person.objects.bulk_create(people), entries, strict=True)
    ]
    parts = Participation.objects.bulk_create(parts)
    for role in Role:
        audit.write_all(actor, "register", [part for part in parts if part.role == role], role=str(role))
    return parts


def _refuse_unreachable(person: Person) -> None:
    if not person.phone and not person.email:
        raise RuleBroken(
            "unreachable",
            _("Vul een telefoonnummer of een e-mailadres in. Anders kan je niemand bereiken."),
        )


@transaction.atomic
def correct(
    *, person: Person, changes: Mapping[str, Any], remark: str, part: Participation, actor: audit.Actor
) -> None:
    """Correct what is known of a person; the audit line names the fields, not their content."""
    hold(person=person)
    changed = [name for name, value in changes.items() if getattr(person, name) != value]
    for name in changed:
        setattr(person, name, changes[name])
    _refuse_unreachable(person)
    person.search = search_text(person)
    person.save()
    if part.remark != remark:
        part.remark = remark
        part.save(update_fields=["remark"])
        changed.append("remark")
    audit.write(actor, "correct", person, fields=changed)


def hold(*, person: Person) -> Person:
    """This person as they are now, held until this transaction is over; refused when they were erased."""
    found = Person.objects.select_for_update().filter(pk=person.pk).first()
    if found is None or found.erased_on:
        raise Conflict("erased", _("Deze mens is intussen gewist. Ga terug naar de lijst."))
    return found


def hold_all(*, parts: Sequence[Participation]) -> None:
    """These people as they are now, held until this transaction is over; refused when one was erased."""
    for person in sorted((part.person for part in parts), key=lambda one: one.pk):
        hold(person=person)


@transaction.atomic
def give_consent(
    *,
    part: Participation,
    kind: ConsentKind,
    text_version: str,
    language: str,
    way: ConsentWay,
    today: date,
    actor: audit.Actor,
) -> Consent:
    """Note what somebody was told or agreed to; the one before, of the same kind, ends."""
    withdraw_consent(part=part, kind=kind, today=today, actor=actor)
    consent = Consent.objects.create(
        initiative_id=current_initiative_id(),
        participation=part,
        kind=kind,
        text_version=text_version,
        language=language,
        way=way,
        given_on=today,
    )
    audit.write(actor, "give_consent", part, kind=str(kind), version=text_version)
    return consent


@transaction.atomic
def withdraw_consent(*, part: Participation, kind: ConsentKind, today: date, actor: audit.Actor) -> None:
    """Somebody takes back what they agreed to."""
    if Consent.objects.filter(participation=part, kind=kind, withdrawn_on=None).update(withdrawn_on=today):
        audit.write(actor, "withdraw_consent", part, kind=str(kind))


@transaction.atomic
def end_part(*, part: Participation, today: date, actor: audit.Actor) -> None:
    """Somebody leaves: their part ends today."""
    ended = Participation.objects.filter(pk=part.pk, ended_on=None).update(ended_on=today)
    if not ended:
        raise Conflict("already_ended", _("Deze deelname was al gestopt. Laad de pagina opnieuw."))
    audit.write(actor, "end_part", part)


def begin_part(*, person: Person, role: Role, today: date, actor: audit.Actor) -> Participation:
    """Somebody who is known takes part once more, in the same role or in the other (R102)."""
    try:
        with transaction.atomic():
            hold(person=person)
            part = Participation.objects.create(
                initiative_id=current_initiative_id(), person=person, role=role, registered_on=today
            )
            audit.write(actor, "begin_part", part, role=str(role))
    except IntegrityError as error:
        raise Conflict(
            "takes_part_already",
            _("%(name)s doet in deze rol al mee. Laad de pagina opnieuw.") % {"name": person.given_name},
        ) from error
    return part


@transaction.atomic
def resume_part(*, part: Participation, actor: audit.Actor) -> None:
    """Take back that somebody left."""
    hold(person=part.person)
    try:
        with transaction.atomic():
            Participation.objects.filter(pk=part.pk).update(ended_on=None)
    except IntegrityError as error:
        raise Conflict("takes_part_again", _("Deze persoon doet intussen opnieuw mee.")) from error
    audit.write(actor, "resume_part", part)


@transaction.atomic
def forget_imported(*, parts: list[Participation], actor: audit.Actor) -> int:
    """Undo of an import: remove people on whom nothing was built; returns how many."""
    people = {part.person_id for part in parts}
    audit.write_all(actor, "forget_imported", parts)
    Person.objects.filter(pk__in=people).delete()
    return len(people)


def search_text(person: Person) -> str:
    """What the search box looks in: name, phone, e-mail and place, folded across accents and scripts."""
    local_phone = "0" + person.phone[3:] if person.phone.startswith("+32") else ""
    words = (
        person.given_name,
        person.family_name,
        person.phone,
        local_phone,
        person.email,
        person.postal_code,
        person.place,
    )
    return fold(" ".join(word for word in words if word))
