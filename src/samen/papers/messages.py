"""The kinds of messages of this app: what a coach must do about a benefit before starting."""

from django.utils.translation import gettext_lazy as _

from samen.messaging.kinds import Kind, register

NOTIFY, ASK = "benefit_notify", "benefit_ask"

KINDS = (
    Kind(
        code=NOTIFY,
        title=_("Uitkering: meld het eerst"),
        subject=_("Zeg het eerst, dan begin je"),
        body=_(
            "Dag {given_name}\n\n"
            "Fijn dat jij coach wil zijn. Je krijgt geld van een dienst.\n"
            "Zeg het eerst aan die dienst. Dan mag je beginnen.\n\n"
            "1. Vul jouw deel van het papier in. Wij vullen ons deel in.\n"
            "2. Geef het papier af. Vraag een bewijs dat je het gaf.\n"
            "3. Bel ons. Dan weten wij dat je mag beginnen.\n\n"
            "Heb je een vraag? Bel ons. Wij helpen jou.\n\n"
            "Tot snel\n{initiative}"
        ),
        placeholders=("given_name",),
        sensitive=True,
    ),
    Kind(
        code=ASK,
        title=_("Uitkering: vraag het eerst"),
        subject=_("Vraag het eerst, wacht op het antwoord"),
        body=_(
            "Dag {given_name}\n\n"
            "Fijn dat jij coach wil zijn. Je krijgt geld van een dienst.\n"
            "Vraag eerst aan die dienst of het mag. Wacht op het antwoord.\n\n"
            "1. Neem ons blad mee. Daar staat op wat een coach doet.\n"
            "2. Vraag het antwoord op papier.\n"
            "3. Bel ons als je het antwoord hebt. Dan pas begin je.\n\n"
            "Heb je een vraag? Bel ons. Wij helpen jou.\n\n"
            "Tot snel\n{initiative}"
        ),
        placeholders=("given_name",),
        sensitive=True,
    ),
)


def load() -> None:
    """Make them known."""
    register(*KINDS)
