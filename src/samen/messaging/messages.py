"""The kinds of messages of this app: what a coordinator writes to many people at once."""

from django.utils.translation import gettext_lazy as _

from samen.messaging.choices import Audience
from samen.messaging.kinds import Kind, register

MAILING, TRIAL = "mailing", "trial"

KINDS = (
    # Where the coordinator begins to write to many; what they then write counts.
    Kind(
        code=MAILING,
        title=_("Bericht aan veel mensen"),
        subject=_("Nieuws van {initiative}"),
        body=_("Dag {given_name}\n\nWij hebben nieuws voor jou.\n\nTot snel\n{initiative}"),
        placeholders=("given_name",),
    ),
)
# Goes to whoever wrote, with their own words, and is no text to change.
OWN_TRIAL = Kind(
    code=TRIAL, title=_("Proef aan jezelf"), subject="", body="", placeholders=(), audience=Audience.STAFF
)


def load() -> None:
    """Make them known."""
    register(*KINDS, OWN_TRIAL)
