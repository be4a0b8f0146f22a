"""The kinds of messages of this app: the first time that two people see each other."""

from django.utils.translation import gettext_lazy as _

from samen.messaging.kinds import Kind, register

FIRST_MEETING, FIRST_MEETING_OFF = "first_meeting", "first_meeting_off"

KINDS = (
    Kind(
        code=FIRST_MEETING,
        title=_("De eerste ontmoeting van de twee"),
        subject=_("Je ontmoet {partner_name} op {day}"),
        body=_(
            "Dag {given_name}\n\n"
            "Je ontmoet {partner_name} voor de eerste keer op {day}, {time}.\n"
            "Waar? {place}\n\n"
            "Wij zijn er ook bij. Wij brengen de papieren mee.\n"
            "Breng jij mee: jouw agenda, en iets om over te vertellen. Een foto bijvoorbeeld.\n\n"
            "Je moet nog niets beslissen. Daarna zeg je of je samen wil beginnen.\n\n"
            "Kan je niet? Bel ons.\n\n"
            "Tot dan\n{initiative}"
        ),
        placeholders=("given_name", "partner_name", "day", "time", "place"),
        urgent=True,
    ),
    Kind(
        code=FIRST_MEETING_OFF,
        title=_("De eerste ontmoeting gaat niet door"),
        subject=_("{day} gaat niet door"),
        body=_(
            "Dag {given_name}\n\n"
            "Je ziet {partner_name} niet op {day}, {time}.\n"
            "Wij bellen je om een andere dag te kiezen.\n\n"
            "Groetjes\n{initiative}"
        ),
        placeholders=("given_name", "partner_name", "day", "time"),
        urgent=True,
    ),
)


def load() -> None:
    """Make them known."""
    register(*KINDS)
