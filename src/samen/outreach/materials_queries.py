"""Reads about materials: what there is, how much was given, and what stands on one."""

from collections.abc import Iterable

from django.conf import settings
from django.db.models import F, Prefetch, QuerySet, Sum
from django.db.models.functions import Coalesce

from samen.base import languages
from samen.base.templatetags.parts import phone
from samen.files.choices import PictureKind
from samen.files.models import Picture
from samen.initiatives.models import Initiative
from samen.messaging.kinds import Words
from samen.messaging.pieces import filled, values_of
from samen.messaging.queries import own_texts
from samen.outreach.addresses import source_address
from samen.outreach.flyer_words import kind_of
from samen.outreach.materials import Flyer
from samen.outreach.models import Material, Source


def materials() -> QuerySet[Material]:
    """Every material with how many were handed out as `given`, and its link; those in use first."""
    return (
        Material.objects.annotate(given=Coalesce(Sum("handouts__number"), 0))
        .prefetch_related(Prefetch("sources", queryset=Source.objects.order_by("pk")))
        .order_by(F("ended_on").desc(nulls_first=True), "-pk")
    )


def source_of(material: Material) -> Source | None:
    """The link that stands on it: the first one, for ever."""
    return next(iter(material.sources.all()), None)


def language_names_of(material: Material) -> str:
    """Its languages by their own names."""
    codes = [material.language, material.second_language]
    return " + ".join(languages.language(code).name for code in codes if code in languages.codes())


def pictures() -> dict[str, bytes]:
    """The logo and the photo of the initiative, as far as there are any."""
    return {one.kind: bytes(one.content) for one in Picture.objects.all()}


def which_pictures() -> frozenset[str]:
    """Which kinds of picture there are."""
    return frozenset(Picture.objects.values_list("kind", flat=True))


def flyer_of(material: Material, initiative: Initiative, images: dict[str, bytes]) -> Flyer:
    """All that stands on it, with the address of its own link; of one that is not kept yet, of our page."""
    source = source_of(material) if material.pk else None
    address = source_address(initiative, source) if source else f"{settings.BASE_URL}/{initiative.slug}/"
    codes = tuple(code for code in (material.language, material.second_language) if code)
    return Flyer(
        kind=material.kind,
        design=material.design,
        role=material.for_role,
        languages=codes,
        title=material.title,
        body=material.body,
        initiative_name=initiative.name,
        phone=phone(initiative.contact_phone),
        email=initiative.contact_email,
        hours=initiative.contact_hours,
        address_text=initiative.contact_place,
        url=address,
        colour=initiative.colour,
        logo=images.get(PictureKind.LOGO),
        photo=images.get(PictureKind.PHOTO) if material.with_photo else None,
        own=own_words(material.for_role, codes, initiative),
    )


def own_words(role: str, codes: Iterable[str], initiative: Initiative) -> tuple[Words, ...]:
    """What the initiative says on its flyers for this role, in those of these languages that it wrote."""
    kind, values = kind_of(role), values_of(initiative)
    own = own_texts([kind.code])
    wanted = [own[kind.code, code] for code in codes if (kind.code, code) in own]
    return tuple(filled(Words(text.subject, text.body, text.language), values) for text in wanted)
