"""The kinds of messages of this app: what was decided after the conversation; who waits is not forgotten."""

from django.utils.translation import gettext_lazy as _

from samen.messaging.kinds import Kind, register

STILL_LOOKING = "still_looking"
ACCEPTED, WITHDRAWN, DECLINED, REFERRED = (
    "intake_accepted",
    "intake_withdrawn",
    "intake_declined",
    "intake_referred",
)
WAIT_LANGUAGE, WAIT_PERMISSION = "intake_wait_language", "intake_wait_permission"

ASKED, PLANNED, CALLED_OFF = "talk_asked", "talk_planned", "talk_called_off"
SOON, MISSED = "talk_soon", "talk_missed"
WHEN_AND_WHERE = ("given_name", "day", "time", "place", "link")

KINDS = (
    Kind(
        code=ASKED,
        title=_("Kies een moment om te praten"),
        subject=_("Wanneer praten wij?"),
        body=_(
            "Dag {given_name}\n\n"
            "Wij willen graag met jou praten. Dat duurt een half uur. Je mag iemand meebrengen.\n\n"
            "Kies hier een dag en een uur:\n\n"
            "{link}\n\n"
            "Past er niets? Bel ons. Dan zoeken wij samen.\n\n"
            "Tot snel\n{initiative}"
        ),
        placeholders=("given_name", "link"),
    ),
    Kind(
        code=PLANNED,
        title=_("Afspraak om te praten"),
        subject=_("Wij praten op {day}"),
        body=_(
            "Dag {given_name}\n\n"
            "Wij praten op {day}, {time}.\n"
            "Waar? {place}\n\n"
            "Het duurt een half uur. Je mag iemand meebrengen. Je moet niets voorbereiden.\n\n"
            "Kan je niet? Of wil je al iets vertellen? Dat kan hier:\n\n"
            "{link}\n\n"
            "Tot dan\n{initiative}"
        ),
        placeholders=WHEN_AND_WHERE,
        urgent=True,
    ),
    Kind(
        code=CALLED_OFF,
        title=_("Afspraak gaat niet door"),
        subject=_("{day}: wij praten niet"),
        body=_(
            "Dag {given_name}\n\n"
            "Wij kunnen niet praten op {day}, {time}. Dat vinden wij jammer.\n\n"
            "Kies hier een ander moment:\n\n"
            "{link}\n\n"
            "Tot snel\n{initiative}"
        ),
        placeholders=WHEN_AND_WHERE,
        urgent=True,
    ),
    Kind(
        code=SOON,
        title=_("Morgen praten wij"),
        subject=_("Tot op {day}"),
        body=_(
            "Dag {given_name}\n\n"
            "Wij praten op {day}, {time}.\n"
            "Waar? {place}\n\n"
            "Kan je toch niet? Zeg het hier:\n\n"
            "{link}\n\n"
            "Tot dan\n{initiative}"
        ),
        placeholders=WHEN_AND_WHERE,
    ),
    Kind(
        code=MISSED,
        title=_("Wij zagen jou niet"),
        subject=_("Wij zagen jou niet"),
        body=_(
            "Dag {given_name}\n\n"
            "Wij wachtten op jou op {day}. Jij was er niet. Dat is niet erg.\n\n"
            "Wil je nog praten? Kies hier een nieuw moment:\n\n"
            "{link}\n\n"
            "Wil je niet meer meedoen? Laat het ons weten.\n\n"
            "Tot snel\n{initiative}"
        ),
        placeholders=WHEN_AND_WHERE,
    ),
    Kind(
        code=ACCEPTED,
        title=_("Je doet mee"),
        subject=_("Je doet mee"),
        body=_(
            "Dag {given_name}\n\n"
            "Dank je wel voor het gesprek. Je doet mee!\n\n"
            "Wij zoeken nu iemand die bij jou past. Dat duurt soms een paar weken.\n"
            "Hebben wij iemand? Dan bellen wij jou. Jij kiest dan: ja of nee.\n\n"
            "Tot snel\n{initiative}"
        ),
        placeholders=("given_name",),
    ),
    Kind(
        code=WAIT_LANGUAGE,
        title=_("Nog even wachten: Nederlands"),
        subject=_("Nog even wachten"),
        body=_(
            "Dag {given_name}\n\n"
            "Dank je wel voor het gesprek. Het was fijn om met jou te praten.\n\n"
            "Een duo praat de hele tijd Nederlands. Dat is nu nog moeilijk voor jou.\n"
            "Leer eerst nog wat meer. Dan wordt het leuker, voor jou en voor jouw coach.\n\n"
            "Wij bellen jou opnieuw rond {day}. Je staat op onze lijst.\n"
            "Gaat het vlugger? Bel ons dan.\n\n"
            "Tot dan\n{initiative}"
        ),
        placeholders=("given_name", "day"),
    ),
    Kind(
        code=WAIT_PERMISSION,
        title=_("Nog even wachten: toelating"),
        subject=_("Vraag eerst of het mag"),
        body=_(
            "Dag {given_name}\n\n"
            "Dank je wel voor het gesprek. Wij willen graag met jou beginnen.\n\n"
            "Je krijgt geld van een dienst. Vraag daar eerst of je coach mag zijn.\n"
            "Heb je een antwoord? Laat het ons weten. Lukt het niet? Dan helpen wij.\n\n"
            "Wij bellen jou opnieuw rond {day}.\n\n"
            "Tot dan\n{initiative}"
        ),
        placeholders=("given_name", "day"),
    ),
    Kind(
        code=REFERRED,
        title=_("Iets anders past beter"),
        subject=_("Dit past beter bij jou"),
        body=_(
            "Dag {given_name}\n\n"
            "Dank je wel voor het gesprek. Wij luisterden goed naar wat je zoekt.\n\n"
            "{other} past beter bij jou. Je kan hen zelf bellen of schrijven: {other_contact}.\n\n"
            "Lukt het niet? Bel ons gerust.\n\n"
            "Veel geluk\n{initiative}"
        ),
        placeholders=("given_name", "other", "other_contact"),
    ),
    Kind(
        code=DECLINED,
        title=_("Niet bij ons"),
        subject=_("Na ons gesprek"),
        body=_(
            "Dag {given_name}\n\n"
            "Dank je wel voor het gesprek en voor jouw tijd.\n\n"
            "Wij denken dat een duo nu niet bij jou past. Daarom zoeken wij niemand voor jou.\n"
            "Wil je weten waarom? Bel ons. Wij leggen het graag uit.\n\n"
            "Veel geluk\n{initiative}"
        ),
        placeholders=("given_name",),
    ),
    Kind(
        code=WITHDRAWN,
        title=_("Je doet niet meer mee"),
        subject=_("Je stopt. Dat is goed."),
        body=_(
            "Dag {given_name}\n\n"
            "Jij wil niet meer meedoen. Dat is goed. Wij zoeken niemand meer voor jou.\n\n"
            "Wil je later toch? Bel of schrijf ons. Je bent altijd welkom.\n\n"
            "Veel geluk\n{initiative}"
        ),
        placeholders=("given_name",),
    ),
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
