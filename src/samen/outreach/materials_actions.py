"""Verbs about materials: make, change, count, put away."""

from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from samen.base import audit
from samen.base.errors import Conflict
from samen.base.scoping import current_initiative_id
from samen.outreach.actions import unused_code
from samen.outreach.choices import Design, MaterialKind, SourceKind
from samen.outreach.materials_queries import language_names_of
from samen.outreach.models import Material, Source
from samen.people.choices import Role


@dataclass(frozen=True)
class Made:
    """What somebody chose for a material."""

    kind: str
    design: str
    for_role: str = Role.NEWCOMER
    language: str = "nl"
    second_language: str = ""
    title: str = ""
    body: str = ""
    name: str = ""
    with_photo: bool = False


@transaction.atomic
def make(*, made: Made, today: date, actor: audit.Actor) -> Material:
    """A new material with a link of its own, which never changes: it stands on paper."""
    material = Material(initiative_id=current_initiative_id(), **asdict(made))
    material.name = made.name or default_name(material)
    material.save()
    audit.write(actor, "make_material", material, kind=material.kind, design=material.design)
    source = Source.objects.create(
        initiative_id=current_initiative_id(),
        code=unused_code(),
        kind=SourceKind.MATERIAL,
        label=material.name,
        material=material,
        made_on=today,
    )
    audit.write(actor, "make_source", source, kind=str(SourceKind.MATERIAL))
    return material


@transaction.atomic
def change(*, material: Material, made: Made, actor: audit.Actor) -> None:
    """Other words, languages or design; the link stays, so old paper keeps working."""
    for name, value in asdict(made).items():
        setattr(material, name, value)
    material.name = made.name or default_name(material)
    material.save(update_fields=list(asdict(made)))
    material.sources.update(label=material.name)
    audit.write(actor, "change_material", material)


@transaction.atomic
def count_stock(*, material: Material, stock: int, actor: audit.Actor) -> None:
    """So many lie in the cupboard now."""
    Material.objects.filter(pk=material.pk).update(stock=stock)
    audit.write(actor, "count_stock", material, stock=stock)


@transaction.atomic
def end(*, material: Material, today: date, actor: audit.Actor) -> None:
    """No longer handed out. Its link keeps working: paper lives longer than we think."""
    if not Material.objects.filter(pk=material.pk, ended_on=None).update(ended_on=today):
        raise Conflict("already_ended", _("Dit materiaal was al weggelegd. Laad de pagina opnieuw."))
    audit.write(actor, "end_material", material)


@transaction.atomic
def reopen(*, material: Material, actor: audit.Actor) -> None:
    """Handed out again."""
    if not Material.objects.filter(pk=material.pk, ended_on__isnull=False).update(ended_on=None):
        raise Conflict("not_ended", _("Dit materiaal is al in gebruik. Laad de pagina opnieuw."))
    audit.write(actor, "reopen_material", material)


def default_name(material: Material) -> str:
    """A name that tells it apart: what it is, how it looks, in which languages."""
    words = (MaterialKind(material.kind).label, Design(material.design).label, language_names_of(material))
    name = ", ".join(str(word) for word in words)
    return name[:1].upper() + name[1 : Material._meta.get_field("name").max_length]
