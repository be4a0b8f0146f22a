"""Ideas on the way: bus, train, bicycle, on foot."""

from django.utils.translation import gettext_lazy as _

from samen.library.choices import Cost, Domain, Season, Where
from samen.library.rules import Idea

DOMAIN = Domain.TRAVEL

IDEAS = (
    Idea(
        "unknown-stop",
        _("Met de bus naar een nieuwe plek"),
        _("Zoek in de app van De Lijn een plek waar je nog niet was. Rij samen heen en terug."),
        _("Waar wil jij hier nog naartoe?"),
        *(DOMAIN, 120, "1.1", Where.EITHER),
        cost=Cost.SMALL,
    ),
    Idea(
        "read-station",
        _("Lees het bord in het station"),
        _("Zoek op het bord een trein. Lees hardop het uur, de stad en het spoor."),
        _("Neem jij liever de trein of de bus?"),
        *(DOMAIN, 30, "1.1", Where.INSIDE),
    ),
    Idea(
        "day-at-sea",
        _("Met de trein naar zee"),
        _("Zoek samen een trein die niet te duur is. Wandel op het strand en zoek schelpen."),
        _("De zee, een berg of de stad: wat kies jij?"),
        *(DOMAIN, 300, "1.1", Where.OUTSIDE),
        cost=Cost.TICKET,
        seasons=(Season.SPRING, Season.SUMMER),
    ),
    Idea(
        "draw-the-way",
        _("Teken de weg naar jouw huis"),
        _("Teken een kaart van het station naar jouw straat. De ander zegt de weg in woorden."),
        _("Wat is voor jou het midden van de stad?"),
        *(DOMAIN, 30, "1.1", Where.INSIDE),
    ),
    Idea(
        "ask-the-way",
        _("Vraag de weg aan drie mensen"),
        _("Kies een plek en vraag hoe je er komt. Zeg na wat je hoort."),
        _("Aan wie durf jij op straat iets te vragen?"),
        *(DOMAIN, 30, "1.2", Where.OUTSIDE),
    ),
    Idea(
        "check-bike",
        _("Kijk je fiets na"),
        _("Kijk naar de banden, de rem, het licht en de bel. Herstel samen wat stuk is."),
        _("Wat is hier anders in het verkeer?"),
        *(DOMAIN, 45, "1.1", Where.OUTSIDE),
    ),
    Idea(
        "find-signs",
        _("Twintig borden op straat"),
        _("Wandel en zoek borden voor wie fietst of stapt. Zoek op wat je niet kent."),
        _("Welk bord vind jij moeilijk?"),
        *(DOMAIN, 45, "1.1", Where.OUTSIDE),
    ),
    Idea(
        "learn-cycling",
        _("Leren fietsen op een stil plein"),
        _("Oefen waar geen auto’s zijn. Rij, rem, kijk om en steek je arm uit."),
        _("Wie leerde jou fietsen?"),
        *(DOMAIN, 60, "1.1", Where.OUTSIDE),
        seasons=(Season.SPRING, Season.SUMMER, Season.AUTUMN),
    ),
    Idea(
        "next-village",
        _("Het dorp hiernaast"),
        _("Ga naar een dorp of wijk die je niet kent. Zoek drie dingen die er bij jullie niet zijn."),
        _("Wat heeft een goede plek om te wonen nodig?"),
        *(DOMAIN, 120, "1.1", Where.OUTSIDE),
    ),
    Idea(
        "cheap-ticket",
        _("Zoek de beste prijs"),
        _("Zoek wat de bus en de trein kosten. Kijk of er een lage prijs is voor jou."),
        _("Hoe ga jij naar een plek die ver is?"),
        *(DOMAIN, 30, "1.2", Where.INSIDE),
    ),
)
