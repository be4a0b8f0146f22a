"""The kinds of messages of this app: the personal link."""

from django.utils.translation import gettext_lazy as _

from samen.messaging.kinds import Kind, register

PERSONAL_LINK = "personal_link"

KINDS = (
    Kind(
        code=PERSONAL_LINK,
        title=_("Jouw eigen pagina"),
        subject=_("Jouw eigen pagina"),
        body=_(
            "Dag {given_name}\n\n"
            "Dit is jouw eigen pagina.\n"
            "Daar zeg je wanneer jullie elkaar zagen. Of je vraagt dat wij bellen.\n\n"
            "{link}\n\n"
            "De link is van jou. Geef hem aan niemand.\n\n"
            "Tot snel\n{initiative}"
        ),
        placeholders=("given_name", "link"),
    ),
)


def load() -> None:
    """Make them known."""
    register(*KINDS)
