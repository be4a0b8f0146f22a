"""What stands on a flyer without own words: short, plain (A2), in every language of the site."""

from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samen.base import languages
from samen.messaging.blocks import lines
from samen.messaging.choices import Surface
from samen.messaging.kinds import CONTACT, Kind
from samen.people.choices import Role

NEWCOMER = Kind(
    code="flyer_newcomer",
    title=gettext_lazy("Flyer voor nieuwkomers"),
    subject=gettext_lazy("Nieuw hier? Leer iemand kennen."),
    body=lines(
        gettext_lazy("Je krijgt een coach. Die woont hier al lang."),
        gettext_lazy("Jullie zien elkaar om de twee weken."),
        gettext_lazy("Jullie praten, wandelen of koken. Jullie kiezen."),
    ),
    placeholders=CONTACT,
    surface=Surface.FLYER,
)
COACH = Kind(
    code="flyer_coach",
    title=gettext_lazy("Flyer voor coaches"),
    subject=gettext_lazy("Heb je wat tijd? Word coach."),
    body=lines(
        gettext_lazy("Jij kent de weg hier. Iemand anders nog niet."),
        gettext_lazy("Jullie zien elkaar om de twee weken."),
        gettext_lazy("Jullie praten, wandelen of koken. Jullie kiezen."),
    ),
    placeholders=CONTACT,
    surface=Surface.FLYER,
)
KINDS = (NEWCOMER, COACH)
ROLE_OF = {NEWCOMER.code: Role.NEWCOMER, COACH.code: Role.COACH}


@dataclass(frozen=True)
class Words:
    """The words of one flyer in one language."""

    title: str
    lines: tuple[str, ...]
    call: str
    free: str
    no_obligation: str
    ask: str


def kind_of(role: str) -> Kind:
    """The text of a flyer for this role, which an initiative may change."""
    return COACH if role == Role.COACH else NEWCOMER


def words(role: str, language: str) -> Words:
    """Our words for this role, all in one language; a language the site does not speak gives Dutch."""
    spoken = language if language in languages.codes() else languages.DUTCH
    text = kind_of(role).standard(spoken)
    with translation.override(spoken):
        return Words(
            title=text.subject,
            lines=tuple(text.body.splitlines()),
            call=_("Scan en word coach") if role == Role.COACH else _("Scan en doe mee"),
            free=_("Gratis"),
            no_obligation=_("Zonder verplichting"),
            ask=_("Een vraag? Bel ons."),
        )
