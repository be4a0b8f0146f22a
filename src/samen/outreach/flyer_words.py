"""What stands on a flyer unless an initiative has its own words: short, plain (A2), in every language of the site."""

from dataclasses import dataclass

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext_lazy as _

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


_FREE = _("Gratis")
_NO_OBLIGATION = _("Zonder verplichting")
_ASK = _("Een vraag? Bel ons.")

_WORDS = {
    Role.NEWCOMER: Words(
        title=_("Nieuw hier? Leer iemand kennen."),
        lines=(
            _("Je krijgt een coach. Die woont hier al lang."),
            _("Jullie zien elkaar om de twee weken."),
            _("Jullie praten, wandelen of koken. Jullie kiezen."),
        ),
        call=_("Scan en doe mee"),
        free=_FREE,
        no_obligation=_NO_OBLIGATION,
        ask=_ASK,
    ),
    Role.COACH: Words(
        title=_("Word coach van iemand die nieuw is."),
        lines=(
            _("Jij kent de weg hier. Iemand anders nog niet."),
            _("Jullie zien elkaar om de twee weken."),
            _("Jullie praten, wandelen of koken. Jullie kiezen."),
        ),
        call=_("Scan en word coach"),
        free=_FREE,
        no_obligation=_NO_OBLIGATION,
        ask=_ASK,
    ),
}


def words(role: str, language: str) -> Words:
    """The words for this role, all in one language; a language the site does not speak gives Dutch."""
    lazy = _WORDS[Role(role)]
    known = language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
    with translation.override(known):
        return Words(
            title=str(lazy.title),
            lines=tuple(str(line) for line in lazy.lines),
            call=str(lazy.call),
            free=str(lazy.free),
            no_obligation=str(lazy.no_obligation),
            ask=str(lazy.ask),
        )
