"""What the levels of Dutch mean in a conversation, and how long the way to the next one is.

Names of levels and the European ones beside them: Taalunie; the relation is approximate, it says itself.
The sentences are examples of our own. Hours of a course for one level: Agentschap Integratie en Inburgering.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samen.intake.choices import Level


@dataclass(frozen=True)
class Meaning:
    """A level: its name, what somebody can do, what they may say, and what it asks of a coach."""

    level: Level
    name: str
    can: str | Promise
    says: tuple[str, ...]
    coach: str | Promise


@dataclass(frozen=True)
class Course:
    """How many hours of lessons one level takes."""

    who: str | Promise
    hours: int
    weeks: int
    """At three lessons of three hours a week: nine hours, as most courses by day have."""


LEVELS = (
    Meaning(
        Level.L11, "Breakthrough",
        _("Zegt wie hij of zij is, telt, koopt iets, vraagt de weg. Losse woorden en vaste zinnetjes."),
        ("Ik heet Amal. Ik kom uit Deinze.", "Waar is de bus?", "Ik begrijp niet. Nog een keer?"),
        _("De coach praat traag, wijst aan, tekent. Vraag of de kandidaat liever nog even wacht."),
    ),
    Meaning(
        Level.L12, "Waystage",
        _("Praat in korte zinnen over gezin, werk, eten en wonen. Begrijpt rustige vragen."),
        ("Ik woon hier twee jaar. Mijn zoon gaat naar school.", "Morgen ik kan niet, ik moet werken."),
        _("Dit is de richtlijn om te beginnen. Korte zinnen, één vraag tegelijk."),
    ),
    Meaning(
        Level.L21, "Threshold 1 en 2",
        _("Vertelt wat er gebeurde en wat zal gebeuren. Zoekt nog naar woorden."),
        ("Vorige week ben ik naar de dokter geweest omdat ik pijn had.",),
        _("Gewoon praten gaat. Leg moeilijke woorden uit."),
    ),
    Meaning(
        Level.L23, "Threshold 3 en 4",
        _("Legt uit wat hij of zij vindt en waarom. Volgt een gesprek van twee mensen."),
        ("Volgens mij is dat beter, want dan leren de kinderen het vlugger.",),
        _("Praten over de krant, het werk, de school."),
    ),
    Meaning(
        Level.L3, "Vantage",
        _("Praat vlot over bijna alles, ook over wat nieuw is."),
        ("Ik zou het anders aangepakt hebben als ik het op tijd geweten had.",),
        _("De coach hoeft niet meer te vereenvoudigen. Denk samen aan een doel buiten de taal."),
    ),
    Meaning(
        Level.L4, "Effective",
        _("Praat en schrijft bijna zoals wie hier opgroeide."),
        ("Laten we de koe bij de horens vatten.",),
        _("Misschien zoekt deze mens vooral een netwerk. Of wil hij of zij zelf coach worden."),
    ),
)  # fmt: skip

LESSON_HOURS_A_WEEK = 9
HOURS = tuple(
    Course(who, hours, round(hours / LESSON_HOURS_A_WEEK))
    for who, hours in (
        (_("wie weinig of niet naar school ging en leert lezen en schrijven"), 600),
        (_("basiseducatie"), 240),
        (_("avondschool of dagschool (CVO)"), 120),
        (_("snelle groep"), 90),
    )
)
