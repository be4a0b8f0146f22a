"""The kinds of messages of this app: come, it changed, it does not go on, it is tomorrow."""

from django.utils.translation import gettext_lazy as _

from samen.events.choices import EventKind
from samen.messaging.kinds import Kind, register

INVITED, MOVED, CANCELLED, SOON = "event_invited", "event_moved", "event_cancelled", "event_soon"
CLOSING_INVITED, CLOSING_MOVED, CLOSING_CANCELLED = "closing_invited", "closing_moved", "closing_cancelled"
# What is said of an information session, said of a closing event; the reminder is the same.
OF_A_CLOSING = {INVITED: CLOSING_INVITED, MOVED: CLOSING_MOVED, CANCELLED: CLOSING_CANCELLED}
WHEN_AND_WHERE = ("given_name", "day", "time", "place")

KINDS = (
    Kind(
        code=INVITED,
        title=_("Uitnodiging voor een infomoment"),
        subject=_("Kom je op {day}?"),
        body=_(
            "Dag {given_name}\n\n"
            "Je bent welkom op ons infomoment.\n"
            "Daar vertellen wij wat wij samen doen. Jij mag alles vragen.\n\n"
            "Wanneer? {day}, {time}\n"
            "Waar? {place}\n\n"
            "Kom je? Zeg het hier:\n\n"
            "{link}\n\n"
            "Het is gratis. Je mag iemand meebrengen.\n\n"
            "Tot dan\n{initiative}"
        ),
        placeholders=(*WHEN_AND_WHERE, "link"),
    ),
    Kind(
        code=MOVED,
        title=_("Infomoment veranderd"),
        subject=_("Nieuw: wij zien elkaar op {day}"),
        body=_(
            "Dag {given_name}\n\n"
            "Ons infomoment is veranderd. Dit is nu juist:\n\n"
            "Wanneer? {day}, {time}\n"
            "Waar? {place}\n\n"
            "Kom je dan? Zeg het hier:\n\n"
            "{link}\n\n"
            "Tot dan\n{initiative}"
        ),
        placeholders=(*WHEN_AND_WHERE, "link"),
        # Somebody may be on their way.
        urgent=True,
    ),
    Kind(
        code=CANCELLED,
        title=_("Infomoment afgelast"),
        subject=_("{day}: wij zien elkaar niet"),
        body=_(
            "Dag {given_name}\n\n"
            "Ons infomoment op {day} gaat niet door. Dat vinden wij jammer.\n\n"
            "Komt er een nieuwe dag? Dan vragen wij jou opnieuw.\n\n"
            "Tot snel\n{initiative}"
        ),
        placeholders=WHEN_AND_WHERE,
        urgent=True,
    ),
    Kind(
        code=SOON,
        title=_("Infomoment is morgen"),
        subject=_("Tot op {day}"),
        body=_(
            "Dag {given_name}\n\n"
            "Wij zien elkaar op {day}, {time}.\n"
            "Waar? {place}\n\n"
            "Kan je toch niet komen? Zeg het hier:\n\n"
            "{link}\n\n"
            "Tot dan\n{initiative}"
        ),
        placeholders=(*WHEN_AND_WHERE, "link"),
    ),
    Kind(
        code=CLOSING_INVITED,
        title=_("Uitnodiging voor een slotmoment"),
        subject=_("Kom je op {day}?"),
        body=_(
            "Dag {given_name}\n\n"
            "Jij deed mee met een duo. Dat vieren wij samen.\n"
            "Is jouw duo klaar? Dan krijg je een bewijs.\n\n"
            "Wanneer? {day}, {time}\n"
            "Waar? {place}\n\n"
            "Kom je? Zeg het hier:\n\n"
            "{link}\n\n"
            "Het is gratis. Je mag iemand meebrengen.\n\n"
            "Tot dan\n{initiative}"
        ),
        placeholders=(*WHEN_AND_WHERE, "link"),
    ),
    Kind(
        code=CLOSING_MOVED,
        title=_("Slotmoment veranderd"),
        subject=_("Nieuw: wij zien elkaar op {day}"),
        body=_(
            "Dag {given_name}\n\n"
            "Ons feestje voor de duo’s is veranderd. Dit is nu juist:\n\n"
            "Wanneer? {day}, {time}\n"
            "Waar? {place}\n\n"
            "Kom je dan? Zeg het hier:\n\n"
            "{link}\n\n"
            "Tot dan\n{initiative}"
        ),
        placeholders=(*WHEN_AND_WHERE, "link"),
        # Somebody may be on their way.
        urgent=True,
    ),
    Kind(
        code=CLOSING_CANCELLED,
        title=_("Slotmoment afgelast"),
        subject=_("{day}: wij zien elkaar niet"),
        body=_(
            "Dag {given_name}\n\n"
            "Ons feestje voor de duo’s op {day} gaat niet door. Dat vinden wij jammer.\n\n"
            "Komt er een nieuwe dag? Dan vragen wij jou opnieuw.\n\n"
            "Tot snel\n{initiative}"
        ),
        placeholders=WHEN_AND_WHERE,
        urgent=True,
    ),
)


def told_as(event_kind: str, kind: str) -> str:
    """Which message tells this of a gathering of that kind."""
    return OF_A_CLOSING.get(kind, kind) if event_kind == EventKind.CLOSING else kind


def load() -> None:
    """Make them known."""
    register(*KINDS)
