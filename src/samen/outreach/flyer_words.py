"""What stands on a flyer without own words: short, plain (A2), in every language of the site."""

from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext as _

from samen.base import languages
from samen.people.choices import Role


@dataclass(frozen=True)
class Words:
    """The words of one flyer in one language."""

    title: str
    lines: tuple[str, ...]
    call: str
    free: str
    no_obligation: str
    ask: str


def _of_newcomer() -> Words:
    return Words(
        title=_("Nieuw hier? Leer iemand kennen."),
        lines=(
            _("Je krijgt een coach. Die woont hier al lang."),
            _("Jullie zien elkaar om de twee weken."),
            _("Jullie praten, wandelen of koken. Jullie kiezen."),
        ),
        call=_("Scan en doe mee"),
        free=_("Gratis"),
        no_obligation=_("Zonder verplichting"),
        ask=_("Een vraag? Bel ons."),
    )


def _of_coach() -> Words:
    return Words(
        title=_("Heb je wat tijd? Word coach."),
        lines=(
            _("Jij kent de weg hier. Iemand anders nog niet."),
            _("Jullie zien elkaar om de twee weken."),
            _("Jullie praten, wandelen of koken. Jullie kiezen."),
        ),
        call=_("Scan en word coach"),
        free=_("Gratis"),
        no_obligation=_("Zonder verplichting"),
        ask=_("Een vraag? Bel ons."),
    )


def words(role: str, language: str) -> Words:
    """The words for this role, all in one language; a language the site does not speak gives Dutch."""
    with translation.override(language if language in languages.codes() else languages.DUTCH):
        return _of_coach() if role == Role.COACH else _of_newcomer()
