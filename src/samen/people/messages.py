"""The kinds of messages of this app: the personal link, and a code before what is sensitive."""

from django.utils.translation import gettext_lazy as _

from samen.messaging.kinds import Kind, register

PERSONAL_LINK, SURE_CODE = "personal_link", "sure_code"

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
    Kind(
        code=SURE_CODE,
        title=_("Een code om zeker te zijn wie het is"),
        subject=_("Jouw code is {code}"),
        body=_(
            "Dag {given_name}\n\n"
            "Jouw code is {code}\n\n"
            "Vul hem in op jouw pagina. Hij werkt tien minuten.\n"
            "Vroeg jij geen code? Doe dan niets.\n\n"
            "{initiative}"
        ),
        placeholders=("given_name", "code"),
        urgent=True,
    ),
)


def load() -> None:
    """Make them known."""
    register(*KINDS)
