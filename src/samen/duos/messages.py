"""The kinds of messages of this app: a duo begins and is over, and what the two agree between them."""

from django.utils.functional import lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samen.duos.rules import RHYTHM_DAYS
from samen.messaging.kinds import Kind, register

STARTED, OVER = "duo_started", "duo_over"
PLAN_ASKED, PLAN_AGREED = "plan_asked", "plan_agreed"
PLAN_OFF, PLAN_SOON = "plan_off", "plan_soon"
MET_ASKED, QUIET, RESTS, GOES_ON = "met_asked", "duo_quiet", "duo_rests", "duo_goes_on"
CHECK_IN, KEEP_IN_TOUCH = "check_in", "keep_in_touch"
CHECK_IN_AFTER = "check_in_after"
WHEN_AND_WHERE = ("given_name", "partner_name", "day", "time", "place", "link")

KINDS = (
    Kind(
        code=STARTED,
        title=_("Het duo begint"),
        subject=_("Jij en {partner_name} beginnen"),
        body=_(
            "Dag {given_name}\n\n"
            "Jij en {partner_name} zijn nu een duo. Dat vinden wij heel fijn.\n\n"
            "Jullie beginnen op {first_day}. Het duurt tot {last_day}.\n"
            "{rhythm} Jullie kiezen waar en wanneer.\n\n"
            "Gaat iets niet goed? Of heb je een vraag? Bel ons.\n\n"
            "Veel plezier samen\n{initiative}"
        ),
        placeholders=("given_name", "partner_name", "first_day", "last_day", "rhythm"),
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
    Kind(
        code=KEEP_IN_TOUCH,
        title=_("De twee zien elkaar privé verder"),
        subject=_("Zo bereik je {partner_name}"),
        body=_(
            "Dag {given_name}\n\n"
            "Jullie zeiden allebei: wij willen elkaar blijven zien. Dat is fijn.\n\n"
            "Zo bereik je {partner_name}: {contact}\n\n"
            "Jullie spreken nu zelf af. Wij kijken niet meer mee en de verzekering stopt.\n\n"
            "Veel plezier samen\n{initiative}"
        ),
        placeholders=("given_name", "partner_name", "contact"),
    ),
    Kind(
        code=PLAN_ASKED,
        title=_("De ander stelt voor elkaar te zien"),
        subject=_("{partner_name} wil jou zien"),
        body=_(
            "Dag {given_name}\n\n"
            "{partner_name} wil jou zien en vraagt wanneer je kan.\n\n"
            "Kies hier een dag:\n\n"
            "{link}\n\n"
            "Past er niets? Dan kan je zelf iets voorstellen.\n\n"
            "Groetjes\n{initiative}"
        ),
        placeholders=("given_name", "partner_name", "link"),
    ),
    Kind(
        code=PLAN_AGREED,
        title=_("De twee spreken af"),
        subject=_("Je ziet {partner_name} op {day}"),
        body=_(
            "Dag {given_name}\n\n"
            "Je ziet {partner_name} op {day}, {time}.\n"
            "Waar? {place}\n\n"
            "Kan je toch niet? Zeg het hier:\n\n"
            "{link}\n\n"
            "Veel plezier samen\n{initiative}"
        ),
        placeholders=WHEN_AND_WHERE,
        urgent=True,
    ),
    Kind(
        code=PLAN_OFF,
        title=_("De afspraak van de twee gaat niet door"),
        subject=_("{day} gaat niet door"),
        body=_(
            "Dag {given_name}\n\n"
            "Je ziet {partner_name} niet op {day}, {time}.\n\n"
            "Kies hier samen een andere dag:\n\n"
            "{link}\n\n"
            "Groetjes\n{initiative}"
        ),
        placeholders=("given_name", "partner_name", "day", "time", "link"),
        urgent=True,
    ),
    Kind(
        code=PLAN_SOON,
        title=_("Herinnering: de twee zien elkaar"),
        subject=_("Je ziet {partner_name} op {day}"),
        body=_(
            "Dag {given_name}\n\n"
            "Denk je eraan? Je ziet {partner_name} op {day}, {time}.\n"
            "Waar? {place}\n\n"
            "Kan je niet? Zeg het hier:\n\n"
            "{link}\n\n"
            "Veel plezier samen\n{initiative}"
        ),
        placeholders=WHEN_AND_WHERE,
    ),
    Kind(
        code=MET_ASKED,
        title=_("De dag na de afspraak: zagen jullie elkaar?"),
        subject=_("Zag je {partner_name}?"),
        body=_(
            "Dag {given_name}\n\n"
            "Zag je {partner_name} op {day}?\n"
            "Zeg het hier. Het kost één minuut.\n\n"
            "{link}\n\n"
            "Dank je wel\n{initiative}"
        ),
        placeholders=("given_name", "partner_name", "day", "link"),
    ),
    Kind(
        code=QUIET,
        title=_("De twee zagen elkaar een tijd niet"),
        subject=_("Wanneer zie je {partner_name} weer?"),
        body=_(
            "Dag {given_name}\n\n"
            "Zag je {partner_name} de laatste tijd niet? Spreek dan iets af:\n\n"
            "{link}\n\n"
            "Zag je {partner_name} wel? Zeg het dan op dezelfde pagina.\n"
            "Gaat het niet goed? Bel ons. Wij helpen graag.\n\n"
            "Groetjes\n{initiative}"
        ),
        placeholders=("given_name", "partner_name", "link"),
    ),
    Kind(
        code=RESTS,
        title=_("De ander vraagt een pauze"),
        subject=_("Jullie nemen pauze tot {day}"),
        body=_(
            "Dag {given_name}\n\n"
            "{partner_name} heeft even geen tijd. Jullie nemen pauze tot en met {day}.\n"
            "Daarna zien jullie elkaar weer.\n\n"
            "Op jouw pagina kan je iets afspreken voor later:\n\n"
            "{link}\n\n"
            "Heb je een vraag? Bel ons.\n\n"
            "Groetjes\n{initiative}"
        ),
        placeholders=("given_name", "partner_name", "day", "link"),
    ),
    Kind(
        code=GOES_ON,
        title=_("De pauze van het duo stopt vroeger"),
        subject=_("{partner_name} kan weer"),
        body=_(
            "Dag {given_name}\n\n"
            "{partner_name} heeft weer tijd. De pauze is voorbij.\n\n"
            "Spreek hier iets af:\n\n"
            "{link}\n\n"
            "Groetjes\n{initiative}"
        ),
        placeholders=("given_name", "partner_name", "link"),
    ),
    Kind(
        code=CHECK_IN,
        title=_("Hoe gaat het met jullie?"),
        subject=_("Hoe gaat het met jou en {partner_name}?"),
        body=_(
            "Dag {given_name}\n\n"
            "Hoe gaat het met jou en {partner_name}?\n"
            "Wij vragen drie dingen. Het kost één minuut.\n\n"
            "{link}\n\n"
            "{partner_name} ziet jouw antwoord niet. Praat je liever? Bel ons.\n\n"
            "Dank je wel\n{initiative}"
        ),
        placeholders=("given_name", "partner_name", "link"),
    ),
    Kind(
        code=CHECK_IN_AFTER,
        title=_("Na een duo dat vroeger stopte: hoe was het?"),
        subject=_("Hoe was het voor jou?"),
        body=_(
            "Dag {given_name}\n\n"
            "Jij en {partner_name} waren een duo. Dat is nu voorbij. Dat is goed zo.\n\n"
            "Hoe was het voor jou? Wij vragen drie dingen. Het kost één minuut.\n\n"
            "{link}\n\n"
            "{partner_name} ziet jouw antwoord niet. Je moet niet antwoorden.\n"
            "Wij vragen het maar één keer.\n\n"
            "Dank je wel voor jouw tijd\n{initiative}"
        ),
        placeholders=("given_name", "partner_name", "link"),
    ),
)


def _rhythm(days: int) -> str:
    """How often the two see each other, as they agreed; a whole sentence."""
    if days == RHYTHM_DAYS:
        return gettext("Jullie zien elkaar om de twee weken.")
    return gettext("Jullie zien elkaar minstens om de %(n)s dagen.") % {"n": days}


# Asked when it is shown: a message tells it in the language of its reader and in Dutch.
rhythm_lazy = lazy(_rhythm, str)


def load() -> None:
    """Make them known."""
    register(*KINDS)
