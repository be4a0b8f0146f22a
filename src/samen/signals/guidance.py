"""What a coordinator does with each kind of signal: first, not, and whom to refer to.

From FAQ question 8 (clear aims, ask on, be reachable, be present at gatherings, refer on) and from what other
programmes do. Sentences for the desk.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from samen.signals.choices import Category, HelpKind


@dataclass(frozen=True)
class Guidance:
    """What helps: steps in order, what to leave, and which services may help."""

    steps: tuple[Any, ...]
    leave: Any
    refer_to: tuple[HelpKind, ...] = ()


GUIDANCE: Mapping[str, Guidance] = {
    Category.NO_CONTACT: Guidance(
        steps=(
            _("Bel wie je dit vertelde en vraag wat er al geprobeerd werd."),
            _("Bel daarna de ander. Soms is er een nieuw nummer, ziekte of een andere uurregeling."),
            _("Stel samen één dag en uur voor, en noteer die."),
            _("Nodig allebei uit op de volgende samenkomst. Daar hoor je vlot hoe het gaat."),
        ),
        leave=_("Zeg niet wie er klaagde. Vraag gewoon hoe het gaat."),
    ),
    Category.NO_CLICK: Guidance(
        steps=(
            _("Praat met elk apart, en begin met wat wel goed gaat."),
            _("Vraag wat elk van dit duo verwachtte."),
            _("Stel iets concreets voor: een activiteit, of een keer samen met een ander duo."),
            _("Helpt het na drie keer niet? Dan mag het duo stoppen."),
            _("Zoek voor allebei iemand die beter past."),
        ),
        leave=_("Geef niemand de schuld. Niet elke mens past bij elke mens."),
    ),
    Category.LANGUAGE: Guidance(
        steps=(
            _("Vraag wat er misloopt: aan de telefoon, in berichten of als zij elkaar zien."),
            _("Geef de coach de tips voor duidelijk Nederlands."),
            _("Raad een activiteit aan waarbij zij iets doen of tonen. Dan is er minder taal nodig."),
            _("Leg moeilijke afspraken zelf uit, als het moet in een andere taal."),
        ),
        leave=_("Laat de coach geen lesgeven. Samen iets doen is genoeg."),
        refer_to=(HelpKind.DUTCH,),
    ),
    Category.TOO_MUCH: Guidance(
        steps=(
            _("Luister, en zeg dat het goed is om dit te vertellen."),
            _("Bekijk samen wat een coach doet en wat niet. Elk mag nee zeggen."),
            _("Oefen samen één zin om nee te zeggen."),
            _("Vertel daarna ook de ander, apart en vriendelijk, wat een duo is."),
            _("Is er echt hulp nodig? Zoek dan de dienst die dat doet."),
        ),
        leave=_("Los het niet op door de coach meer te laten doen."),
        refer_to=(HelpKind.HOUSING, HelpKind.MONEY, HelpKind.RIGHTS, HelpKind.CARE, HelpKind.WORK),
    ),
    Category.MONEY: Guidance(
        steps=(
            _("Vraag aan elk apart wat er gevraagd of gegeven werd."),
            _("Zeg duidelijk: in een duo vraagt of leent niemand geld."),
            _("Spreek af dat het stopt, en bel na een week om te horen of dat zo is."),
            _("Is er te weinig geld om te leven? Verwijs door naar het OCMW."),
        ),
        leave=_("Regel geen terugbetaling tussen de twee. Werd er gedreigd? Dan is het ernstig."),
        refer_to=(HelpKind.MONEY, HelpKind.HOUSING),
    ),
    Category.MOTIVES: Guidance(
        steps=(
            _("Praat met elk apart, en vraag door: wat zoek je, en wat verwachtte je?"),
            _("Zeg opnieuw waarvoor een duo dient: elkaar leren kennen en samen dingen doen."),
            _("Wees er op de volgende samenkomst. In een groep zie je snel hoe mensen met elkaar omgaan."),
            _("Past het niet? Stop het duo, en verwijs door naar een ander initiatief dat wel past."),
            _("Kijk bij een volgende matching goed naar wat deze mens zoekt."),
        ),
        leave=_("Wacht niet tot het erger wordt. Hier iets over zeggen is jouw taak, niet die van het duo."),
    ),
    Category.UNFAIR: Guidance(
        steps=(
            _("Bel vandaag of morgen, en luister. Geloof wat je hoort."),
            _("Vraag wat er gebeurde, waar, en wat deze mens nu wil."),
            _("Gebeurde het in het duo? Praat apart met de ander, en leg het duo stil tot het duidelijk is."),
            _("Gebeurde het ergens anders? Vertel dat men dit bij Unia kan melden."),
        ),
        leave=_("Zet de twee niet samen aan tafel om het uit te praten, tenzij allebei dat vragen."),
        refer_to=(HelpKind.RIGHTS, HelpKind.SAFETY),
    ),
    Category.UNSAFE: Guidance(
        steps=(
            _("Zoek vandaag contact, en vraag eerst of deze mens nu veilig is. Bij gevaar: bel 112."),
            _("Leg het duo stil. Zij zien elkaar niet tot jij weet wat er is."),
            _("Geef de nummers 1712 (geweld) en 106 (Tele-Onthaal), en bied aan om samen te bellen."),
            _("Bespreek het vandaag met je leidinggevende. Beslis dit niet alleen."),
            _("Noteer kort wat je deed en wanneer. Schrijf geen verhaal over de ander."),
        ),
        leave=_("Bel de ander niet voor je met deze mens sprak. Beloof niet dat je zal zwijgen."),
        refer_to=(HelpKind.SAFETY, HelpKind.CARE),
    ),
    Category.OTHER_HELP: Guidance(
        steps=(
            _("Vraag met één open vraag wat er nodig is. Meer hoef je niet te weten."),
            _("Zoek samen de dienst die dit doet."),
            _("Vraag of deze mens het goed vindt dat je doorverwijst, en geef het blad mee."),
            _("Bel na drie weken: is het gelukt?"),
        ),
        leave=_("Maak er geen taak van de coach van. Samen eens meegaan mag, oplossen moet niet."),
        refer_to=(
            HelpKind.HOUSING,
            HelpKind.MONEY,
            HelpKind.RIGHTS,
            HelpKind.CARE,
            HelpKind.WORK,
            HelpKind.FAMILY,
        ),
    ),
    Category.OTHER: Guidance(
        steps=(
            _("Bel wie dit vertelde, en vraag wat er aan de hand is."),
            _("Vraag wat deze mens zelf wil dat er gebeurt."),
            _("Noteer één volgende stap, met een dag."),
        ),
        leave=_("Vertel het niet voort aan de ander, tenzij dat afgesproken is."),
    ),
}
