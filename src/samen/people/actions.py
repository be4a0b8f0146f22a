"""Verbs that change people."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from samen.base import audit
from samen.base.errors import Conflict, RuleBroken
from samen.base.scoping import current_initiative_id
from samen.people.choices import Role
from samen.people.models import Participation, Person
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


@transaction.atomic
def register(
    *, details: Details, role: Role, registered_on: date, remark: str = "", actor: audit.Actor
) -> Participation:
    """A new person with a first part in the programme."""
    if not details.phone and not details.email:
        raise RuleBroken("unreachable", _("Vul een telefoonnummer of een e-mailadres in. Anders kan je niemand bereiken."))
    person = Person(initiative_id=current_initiative_id(), **vars(details))
    person.search = search_text(person)
    person.save()
    part = Participation.objects.create(
        initiative_id=current_initiative_id(),
        person=person,
        role=role,
        registered_on=registered_on,
        remark=remark,
    )
    audit.write(actor, "register", part, role=str(role))
    return part


@transaction.atomic
def correct(*, person: Person, changes: Mapping[str, Any], remark: str, part: Participation, actor: audit.Actor) -> None:
    """Correct what is known of a person; the audit line names the fields, not their content."""
    changed = [name for name, value in changes.items() if getattr(person, name) != value]
    for name in changed:
        setattr(person, name, changes[name])
    if not person.phone and not person.email:
        raise RuleBroken("unreachable", _("Vul een telefoonnummer of een e-mailadres in. Anders kan je niemand bereiken."))
    person.search = search_text(person)
    person.save()
    if part.remark != remark:
        part.remark = remark
        part.save(update_fields=["remark"])
        changed.append("remark")
    audit.write(actor, "correct", person, fields=changed)


@transaction.atomic
def end_part(*, part: Participation, today: date, actor: audit.Actor) -> None:
    """Somebody leaves: their part ends today."""
    ended = Participation.objects.filter(pk=part.pk, ended_on=None).update(ended_on=today)
    if not ended:
        raise Conflict("already_ended", _("Deze deelname was al gestopt. Laad de pagina opnieuw."))
    audit.write(actor, "end_part", part)


@transaction.atomic
def forget_imported(*, parts: list[Participation], actor: audit.Actor) -> int:
    """Undo of an import: remove people on whom nothing was built; returns how many."""
    people = {part.person_id for part in parts}
    for part in parts:
        audit.write(actor, "forget_imported", part)
    Person.objects.filter(pk__in=people).delete()
    return len(people)


def search_text(person: Person) -> str:
    """What the search box looks in: name, phone, e-mail and place, folded across accents and scripts."""
    local_phone = "0" + person.phone[3:] if person.phone.startswith("+32") else ""
    words = (person.given_name, person.family_name, person.phone, local_phone, person.email, person.postal_code, person.place)
    return fold(" ".join(word for word in words if word))
