"""What an initiative may say in its own words on its public page."""

from django.utils.translation import gettext_lazy as _

from samen.messaging.blocks import items
from samen.messaging.choices import Surface
from samen.messaging.kinds import CONTACT, Kind

WELCOME, ACTIVITIES, IS_NOT = "page_welcome", "page_activities", "page_not"
# The sign before each line of a list.
TICKS = {ACTIVITIES: "check", IS_NOT: "x"}

KINDS = (
    Kind(
        code=WELCOME,
        title=_("Welkom"),
        subject=_("Leer jouw gemeente kennen. Samen."),
        body=_(
            "Ben je nieuw hier? Of woon je hier al lang? Twee mensen zien elkaar om de twee weken. "
            "Zij praten, lachen en leren van elkaar."
        ),
        placeholders=CONTACT,
        surface=Surface.PAGE,
    ),
    Kind(
        code=ACTIVITIES,
        title=_("Wat doen wij samen?"),
        subject=_("Wat doen wij samen?"),
        body=items(
            _("Samen naar de markt, de bib of het park."),
            _("Nederlands praten, rustig en zonder les."),
            _("Vragen stellen over het leven hier."),
        ),
        placeholders=CONTACT,
        surface=Surface.PAGE,
    ),
    Kind(
        code=IS_NOT,
        title=_("Wat is het niet?"),
        subject=_("Wat is het niet?"),
        body=items(
            _("Geen les en geen examen."),
            _("Geen hulp met geld, werk of een woning zoeken."),
            _("Geen plaats om een lief te zoeken."),
        ),
        placeholders=CONTACT,
        surface=Surface.PAGE,
    ),
)
