"""The kinds of messages of this app: what a coordinator writes to many people at once."""

from django.utils.translation import gettext_lazy as _

from samen.messaging.choices import Audience
from samen.messaging.kinds import Kind, register

MAILING = "mailing"

# Its words are written each time; these only serve where somebody would ask for the standard text.
KINDS = (
    Kind(
        code=MAILING,
        title=_("Bericht aan veel mensen"),
        subject=_("Nieuws van {initiative}"),
        body=_("Dag {given_name}\n\nHier is nieuws van {initiative}."),
        placeholders=("given_name",),
        audience=Audience.PARTICIPANT,
    ),
)


def load() -> None:
    """Make them known."""
    register(*KINDS)
