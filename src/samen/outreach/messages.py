"""The kinds of messages of this app."""

from django.utils.translation import gettext_lazy as _

from samen.messaging.kinds import Kind, register

RECEIVED = "registration_received"

KINDS = (
    # An answer to what somebody did just now: it leaves at night too.
    Kind(
        code=RECEIVED,
        title=_("Aanmelding ontvangen"),
        subject=_("Wij hebben je aanmelding"),
        body=_(
            "Dag {given_name}\n\n"
            "Dank je wel. Wij hebben je aanmelding.\n\n"
            "Wij nemen contact op met jou. Dat doen wij binnen zeven dagen.\n"
            "Daarna praten wij samen. Dat duurt een half uur. Je mag iemand meebrengen.\n"
            "Dan zoeken wij iemand die bij jou past.\n\n"
            "Wil je iets veranderen? Of wil je toch niet meedoen? Laat het ons weten.\n\n"
            "Tot snel\n{initiative}"
        ),
        placeholders=("given_name",),
        urgent=True,
    ),
)


def load() -> None:
    """Make them known."""
    register(*KINDS)
