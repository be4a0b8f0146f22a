"""Clear Dutch: what a coach does so that the other understands and speaks (R21, FAQ question 3)."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Tip:
    """One thing to do."""

    code: str
    title: Promise
    text: Promise


TIPS = (
    Tip(
        "slow", _("Praat gewoon, maar traag"), _("Zeg elk woord helemaal. Laat na elke zin een korte stilte.")
    ),
    Tip("short", _("Maak korte zinnen"), _("Zeg één ding in één zin. Daarna komt het volgende.")),
    Tip(
        "plain-words",
        _("Kies gewone woorden"),
        _("Zeg ‘helpen’ en niet ‘ondersteunen’. Zeg ‘beginnen’ en niet ‘van start gaan’."),
    ),
    Tip(
        "whole-sentences",
        _("Praat niet als met een kind"),
        _("Zeg ‘Wil jij koffie?’ en niet ‘Jij koffie?’. De ander leert van wat jij zegt."),
    ),
    Tip(
        "no-dialect",
        _("Laat je dialect thuis"),
        _("Praat zoals op het nieuws. Leg af en toe één woord van hier uit."),
    ),
    Tip(
        "other-words",
        _("Zeg het met andere woorden"),
        _("Begrijpt de ander je niet? Luider helpt niet, andere woorden wel."),
    ),
    Tip("show-it", _("Toon het"), _("Wijs, teken of zoek een foto. Je handen praten mee.")),
    Tip(
        "write-it",
        _("Schrijf het op"),
        _("Schrijf een nieuw woord op met ‘de’ of ‘het’ ervoor. Schrijf ook een dag en een uur op."),
    ),
    Tip(
        "check-otherwise",
        _("Vraag niet ‘Begrijp je het?’"),
        _("Bijna iedereen zegt dan ja. Vraag: ‘Wat ga je nu doen?’"),
    ),
    Tip(
        "wait",
        _("Wacht op het antwoord"),
        _("Tel stil tot zeven voor je helpt. Denken in een nieuwe taal vraagt tijd."),
    ),
    Tip(
        "few-mistakes",
        _("Verbeter niet elke fout"),
        _("Kies één fout per keer. Zeg de zin zelf goed en praat verder."),
    ),
    Tip(
        "open-questions",
        _("Vraag hoe en waarom"),
        _("Na een vraag met ja of nee stopt het gesprek. Na ‘hoe’ gaat het verder."),
    ),
    Tip(
        "half-half", _("Praat elk de helft"), _("Praat jij meer dan de ander? Stel dan een vraag en luister.")
    ),
    Tip(
        "again",
        _("Gebruik een nieuw woord drie keer"),
        _("Zeg het vandaag nog eens, en volgende week weer. Dan blijft het."),
    ),
    Tip(
        "not-knowing",
        _("Je hoeft niet alles te weten"),
        _("‘Dat weet ik niet, wij zoeken het op’ is een goed antwoord."),
    ),
    Tip(
        "hours",
        _("Let op met uren"),
        _("‘Half vier’ is moeilijk: veel mensen horen vier uur en een half. Schrijf 15.30 uur erbij."),
    ),
    Tip(
        "jokes",
        _("Leg een grap uit"),
        _("Een grap of een spreuk is moeilijk in een nieuwe taal. Leg hem uit, dan lachen jullie samen."),
    ),
)
