"""What people of a simulated year say and do, in the words in which they would note it themselves."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from samen.duos.choices import MeetingWay
from samen.signals.choices import Category, Outcome

FIRST_TIME = (
    "kennismaken met een koffie",
    "kennismaken in de bib",
    "kennismaken, een toertje in het park",
    "eerste keer: thee bij ons thuis",
    "kennisgemaakt in het buurthuis",
    "elkaar leren kennen op de markt",
)
LAST_TIME = (
    "afsluiten met taart",
    "afscheid, en een foto samen",
    "terugkijken op onze tijd samen",
    "laatste keer, met koffie en pannenkoeken",
    "samen gegeten als afsluiter",
)
FROM_AFAR = {
    MeetingWay.ONLINE: ("met beeld gepraat", "met beeld: huiswerk nagekeken"),
    MeetingWay.PHONE: ("gebeld, geen tijd om af te spreken", "een halfuur gebeld"),
}
# What a duo does now and then, and what it does again and again.
ONCE = (
    "brief van de school gelezen",
    "naar de markt",
    "koffie",
    "toertje met de fiets",
    "formulier van de gemeente ingevuld",
    "bij de bakker bestellen, zelf gevraagd",
    "lidkaart van de bib gehaald",
    "de bus naar Gent genomen",
    "kringwinkel",
    "oudercontact voorbereid",
    "naar het containerpark",
    "telefoneren geoefend",
    "sollicitatiebrief nagelezen",
    "over het nieuws gepraat",
    "wandelen",
    "naar het museum",
    "cv gemaakt",
    "bij de buren op bezoek",
    "verjaardag gevierd",
    "over feesten verteld, hier en daar",
    "woordjes voor het werk",
)
# By month, from January on.
IN_SEASON = (
    *("nieuwjaarsbrief voorgelezen", "pannenkoeken gebakken", "eerste zon: wandelen"),
    *("paaseitjes", "rommelmarkt", "aardbeien geplukt"),
    *("ijsje gegeten", "openluchtfilm", "schoolboeken kaften"),
    *("appels geplukt", "herfstwandeling", "kerstmarkt"),
)
HABITS = (
    ("wandelen langs de Leie", "wandelen", "wandelen in de Brielmeersen"),
    ("koken", "soep gemaakt", "samen gekookt, elk een gerecht"),
    ("zwemmen", "zwembad en daarna koffie"),
    ("praatcafé", "spelletjes in het buurthuis"),
    ("fietsen", "fietsen naar Machelen", "band leren plakken"),
    ("naaien", "breien", "stof gekozen op de markt"),
    ("voetbal gekeken", "voetballen op het plein"),
    ("in de tuin gewerkt", "volkstuin", "plantjes gewisseld"),
    ("krant gelezen", "boek gekozen in de bib", "voorgelezen"),
    ("koffie en praten", "koffie", "koffie in de stad"),
)

GOES_WELL = (
    "Wij lachen veel.",
    "Ik durf meer te praten.",
    "Fijn mens!",
    "Wij vinden altijd iets om over te praten.",
    "Het wordt een vriendschap.",
    "Ik leer zelf ook veel bij.",
    "Elke week een moment om naar uit te kijken.",
)
GOES_LESS_WELL = (
    "Het is moeilijk om een dag te vinden.",
    "Ik versta nog niet alles.",
    "Veel werk deze maand.",
    "Wij weten soms niet wat te doen.",
    "Afspraken gaan vaak niet door.",
)

FOLLOWED_UP = (
    "",
    "Gebeld: het gaat al beter.",
    "Gesproken met allebei. Zij kozen een vast moment.",
    "Gebeld. Zij gaan verder, maar wat minder vaak.",
    "Even geluisterd, meer was niet nodig.",
)
# What was told, which step was taken, and what came of it.
WORRIES: tuple[tuple[Category, str, str, Outcome], ...] = (
    (
        Category.TOO_MUCH,
        "Ik krijg elke avond berichten. Dat is mij wat veel.",
        "Met allebei gebeld en een vast moment afgesproken",
        Outcome.GOES_ON,
    ),
    (
        Category.LANGUAGE,
        "Wij verstaan elkaar moeilijk aan de telefoon.",
        "Berichten met foto’s voorgesteld",
        Outcome.GOES_ON,
    ),
    (
        Category.NO_CONTACT,
        "Ik krijg al twee weken geen antwoord.",
        "Gebeld: de telefoon was stuk",
        Outcome.SOLVED,
    ),
    (
        Category.OTHER_HELP,
        "Er is een vraag over de kinderbijslag. Ik weet dat niet.",
        "Het nummer van het Huis van het Kind gegeven",
        Outcome.REFERRED,
    ),
    (
        Category.NO_CLICK,
        "Wij hebben weinig om over te praten.",
        "Samen een uitstap gekozen uit de ideeën",
        Outcome.GOES_ON,
    ),
    (
        Category.MONEY,
        "Ik heb de bus al drie keer betaald.",
        "Besproken: ieder betaalt het eigen kaartje",
        Outcome.SOLVED,
    ),
    (
        Category.OTHER,
        "Mijn werkuren veranderen. Kan het ook ’s avonds?",
        "Avond afgesproken",
        Outcome.NOTHING,
    ),
)


@dataclass(frozen=True)
class Did:
    """What they did together, and how they saw or heard each other."""

    activity: str
    way: MeetingWay = MeetingWay.TOGETHER


def what_they_did(rng: Random, habit: Sequence[str], met: Sequence[date], told: set[str]) -> Did:
    """What is noted of the last of these days, now and then nothing; beside their habit nothing twice."""
    if len(met) == 1:
        return Did(rng.choice(FIRST_TIME))
    luck = rng.random()
    if luck < 0.06:
        way = rng.choice(tuple(FROM_AFAR))
        return Did(rng.choice(FROM_AFAR[way]), way)
    if luck < 0.25:
        return Did("")
    activity = IN_SEASON[met[-1].month - 1] if luck > 0.9 else rng.choice(ONCE)
    if luck < 0.5 or activity in told:
        return Did(rng.choice(habit))
    told.add(activity)
    return Did(activity)


def the_last_time(rng: Random) -> Did:
    """How they say goodbye."""
    return Did(rng.choice(LAST_TIME))
