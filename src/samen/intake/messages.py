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

KINDS = (
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
