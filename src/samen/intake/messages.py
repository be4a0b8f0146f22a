"""The kinds of messages of this app: somebody who waits is not forgotten."""

from django.utils.translation import gettext_lazy as _

from samen.messaging.kinds import Kind, register

STILL_LOOKING = "still_looking"

KINDS = (
    Kind(
        code=STILL_LOOKING,
        title=_("Wij zoeken nog"),
        subject=_("Wij zoeken nog iemand voor jou"),
        body=_(
            "Dag {given_name}\n\n"
            "Wij zijn je niet vergeten. Wij zoeken nog iemand die bij jou past.\n"
            "Dat duurt soms lang. Wij bellen jou als wij iemand hebben.\n\n"
            "Is er iets veranderd? Of wil je niet meer wachten? Laat het ons weten.\n\n"
            "Tot snel\n{initiative}"
        ),
        placeholders=("given_name",),
    ),
)


def load() -> None:
    """Make them known."""
    register(*KINDS)
