"""The kinds of messages of this app: a duo begins, a duo is over."""

from django.utils.translation import gettext_lazy as _

from samen.messaging.kinds import Kind, register

STARTED, OVER = "duo_started", "duo_over"

KINDS = (
    Kind(
        code=STARTED,
        title=_("Het duo begint"),
        subject=_("Jij en {partner_name} beginnen"),
        body=_(
            "Dag {given_name}\n\n"
            "Jij en {partner_name} zijn nu een duo. Dat vinden wij heel fijn.\n\n"
            "Jullie beginnen op {first_day}. Het duurt tot {last_day}.\n"
            "Jullie zien elkaar om de twee weken. Jullie kiezen waar en wanneer.\n\n"
            "Gaat iets niet goed? Of heb je een vraag? Bel ons.\n\n"
            "Veel plezier samen\n{initiative}"
        ),
        placeholders=("given_name", "partner_name", "first_day", "last_day"),
    ),
    Kind(
        code=OVER,
        title=_("Het duo is voorbij"),
        subject=_("Dank je wel"),
        body=_(
            "Dag {given_name}\n\n"
            "Het duo van jou en {partner_name} is voorbij.\n"
            "Dank je wel voor jouw tijd en jouw moed.\n\n"
            "Jullie mogen elkaar altijd blijven zien, als jullie dat willen.\n"
            "Wil je nog iets kwijt? Bel of schrijf ons.\n\n"
            "Tot ziens\n{initiative}"
        ),
        placeholders=("given_name", "partner_name"),
    ),
)


def load() -> None:
    """Make them known."""
    register(*KINDS)
