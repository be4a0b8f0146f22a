"""The kinds of messages of this app: come, it changed, it does not go on, it is tomorrow, thank you."""

from django.utils.translation import gettext_lazy as _

from samen.events.choices import EventKind
from samen.messaging.kinds import Kind, register

INVITED, EXCHANGE_INVITED = "event_invited", "exchange_invited"
CLOSING_INVITED, GATHERING_INVITED = "closing_invited", "gathering_invited"
MOVED, CANCELLED, SOON = "event_moved", "event_cancelled", "event_soon"
CHAIR, THANKS = "event_chair", "event_thanks"
WHEN_AND_WHERE = ("given_name", "what", "day", "time", "place")

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
    # Why somebody would come: FAQ question 7, the six advantages (R71).
    Kind(
        code=EXCHANGE_INVITED,
        title=_("Uitnodiging om samen te praten"),
        subject=_("Samen praten op {day}"),
        body=_(
            "Dag {given_name}\n\n"
            "Jij bent welkom om samen te praten. Iedereen daar doet hetzelfde als jij.\n\n"
            "Je hoort dat je niet alleen bent.\n"
            "Je krijgt weer zin en nieuwe ideeën.\n"
            "Je krijgt tips van mensen zoals jij.\n"
            "Je denkt na over wat jij doet en hoe het ook kan.\n\n"
            "Wat je daar zegt, blijft daar.\n\n"
            "Wanneer? {day}, {time}\n"
            "Waar? {place}\n\n"
            "Kom je? Zeg het hier:\n\n"
            "{link}\n\n"
            "Het is gratis.\n\n"
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
        code=GATHERING_INVITED,
        title=_("Uitnodiging voor een moment samen"),
        subject=_("Kom je op {day}?"),
        body=_(
            "Dag {given_name}\n\n"
            "Wij doen iets samen en jij bent welkom.\n\n"
            "Wat? {what}\n"
            "Wanneer? {day}, {time}\n"
            "Waar? {place}\n\n"
            "Kom je? Zeg het hier:\n\n"
            "{link}\n\n"
            "Het is gratis.\n\n"
            "Tot dan\n{initiative}"
        ),
        placeholders=(*WHEN_AND_WHERE, "link"),
    ),
    Kind(
        code=MOVED,
        title=_("Een moment samen verandert"),
        subject=_("Nieuw: wij zien elkaar op {day}"),
        body=_(
            "Dag {given_name}\n\n"
            "Er is iets veranderd. Dit is nu juist:\n\n"
            "Wat? {what}\n"
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
        title=_("Een moment samen gaat niet door"),
        subject=_("{day}: wij zien elkaar niet"),
        body=_(
            "Dag {given_name}\n\n"
            "Dit gaat niet door:\n\n"
            "{what}, {day}\n\n"
            "Dat vinden wij jammer. Komt er een nieuwe dag? Dan vragen wij jou opnieuw.\n\n"
            "Tot snel\n{initiative}"
        ),
        placeholders=WHEN_AND_WHERE,
        urgent=True,
    ),
    Kind(
        code=SOON,
        title=_("Een moment samen is morgen"),
        subject=_("Tot op {day}"),
        body=_(
            "Dag {given_name}\n\n"
            "Wij zien elkaar op {day}, {time}.\n\n"
            "Wat? {what}\n"
            "Waar? {place}\n\n"
            "Kan je toch niet komen? Zeg het hier:\n\n"
            "{link}\n\n"
            "Tot dan\n{initiative}"
        ),
        placeholders=(*WHEN_AND_WHERE, "link"),
    ),
    Kind(
        code=CHAIR,
        title=_("Er is toch plaats"),
        subject=_("Er is plaats voor jou op {day}"),
        body=_(
            "Dag {given_name}\n\n"
            "Goed nieuws: er is nu plaats voor jou.\n\n"
            "Wat? {what}\n"
            "Wanneer? {day}, {time}\n"
            "Waar? {place}\n\n"
            "Kan je niet meer komen? Zeg het hier:\n\n"
            "{link}\n\n"
            "Tot dan\n{initiative}"
        ),
        placeholders=(*WHEN_AND_WHERE, "link"),
    ),
    Kind(
        code=THANKS,
        title=_("Dank je wel na een moment samen"),
        subject=_("Dank je wel"),
        body=_(
            "Dag {given_name}\n\n"
            "Jij was er op {day}. Dank je wel!\n\n"
            "{words}\n\n"
            "Hoe vond jij het? Zeg het hier in drie korte vragen. Wij zien niet wie wat zegt.\n\n"
            "{link}\n\n"
            "Tot de volgende keer\n{initiative}"
        ),
        placeholders=(*WHEN_AND_WHERE, "words", "link"),
        whole=("words",),
    ),
)


def invitation_of(kind: str) -> str:
    """Which message asks people to a gathering of this kind."""
    own = {
        EventKind.INFORMATION: INVITED,
        EventKind.EXCHANGE: EXCHANGE_INVITED,
        EventKind.CLOSING: CLOSING_INVITED,
    }
    return own.get(EventKind(kind), GATHERING_INVITED)


def load() -> None:
    """Make them known."""
    register(*KINDS)
