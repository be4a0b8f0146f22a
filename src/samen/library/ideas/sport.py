"""Ideas to move, with nothing to buy."""

from django.utils.translation import gettext_lazy as _

from samen.library.choices import Cost, Domain, Season, Where
from samen.library.rules import Idea

DOMAIN = Domain.SPORT

IDEAS = (
    Idea(
        "table-tennis",
        _("Pingpong in het park"),
        _("Veel parken hebben een tafel voor pingpong. Breng een balletje mee en tel de punten luid."),
        _("Win jij graag, of speel je gewoon graag?"),
        *(DOMAIN, 45, "1.1", Where.OUTSIDE),
        seasons=(Season.SPRING, Season.SUMMER, Season.AUTUMN),
    ),
    Idea(
        "metal-balls",
        _("Speel met ballen op het plein"),
        _("Leen ballen voor petanque. Vraag aan iemand op het plein hoe het spel gaat."),
        _("Welk spel spelen oude mensen in jouw familie?"),
        *(DOMAIN, 60, "1.1", Where.OUTSIDE),
        seasons=(Season.SPRING, Season.SUMMER, Season.AUTUMN),
    ),
    Idea(
        "run-and-walk",
        _("Eén minuut lopen, twee minuten stappen"),
        _("Loop een minuut en stap twee minuten. Doe dat acht keer en praat als je stapt."),
        _("Waar krijg jij energie van?"),
        *(DOMAIN, 30, "1.1", Where.OUTSIDE),
    ),
    Idea(
        "watch-training",
        _("Kijk naar een training"),
        _("Ga langs bij een club in de buurt. Vraag of je één keer mag meedoen."),
        _("Welke sport wil jij nog leren?"),
        *(DOMAIN, 60, "1.2", Where.EITHER),
    ),
    Idea(
        "youth-match",
        _("Een match van de jeugd"),
        _("Kijk naar een ploeg met kinderen uit de buurt. Vaak is dat gratis."),
        _("Voor welke ploeg ben jij?"),
        *(DOMAIN, 90, "1.1", Where.OUTSIDE),
        seasons=(Season.AUTUMN, Season.WINTER, Season.SPRING),
    ),
    Idea(
        "swim-together",
        _("Samen zwemmen"),
        _("Zoek de uren en de prijs van het zwembad. Lees aan de kassa samen de regels."),
        _("Zwom jij als kind? Waar was dat?"),
        *(DOMAIN, 90, "1.1", Where.INSIDE),
        cost=Cost.TICKET,
    ),
    Idea(
        "dance-three-steps",
        _("Dans op elkaars liedje"),
        _("Kies elk een liedje. Leer de ander drie stappen."),
        _("Wanneer danste jij voor het laatst?"),
        *(DOMAIN, 45, "1.1", Where.INSIDE),
    ),
    Idea(
        "park-machines",
        _("Sporten in het park"),
        _("In veel parken staan toestellen om te sporten. Lees de uitleg en doe wat er staat."),
        _("Wat kan jij lang doen zonder moe te zijn?"),
        *(DOMAIN, 45, "1.1", Where.OUTSIDE),
    ),
    Idea(
        "count-steps",
        _("Wie doet de meeste stappen?"),
        _("Tel een week je stappen met je gsm. Stuur elkaar elke avond het getal."),
        _("Waar ga jij te voet naartoe?"),
        *(DOMAIN, 20, "1.1", Where.EITHER),
    ),
    Idea(
        "summer-sport",
        _("Sport op een plein"),
        _("In de zomer is er vaak gratis sport op straat. Zoek op de site van de gemeente en doe mee."),
        _("Sport jij liever alleen of in groep?"),
        *(DOMAIN, 90, "1.2", Where.OUTSIDE),
        seasons=(Season.SUMMER,),
    ),
    Idea(
        "ball-and-word",
        _("Gooi een bal en zeg een woord"),
        _("Gooi een bal naar elkaar. Zeg elke keer een woord uit één groep: eten, dieren of kleren."),
        _("Welk woord in het Nederlands vind jij mooi?"),
        *(DOMAIN, 20, "1.1", Where.OUTSIDE),
    ),
    Idea(
        "highest-place",
        _("De hoogste plek in de buurt"),
        _("Zoek op de kaart een heuvel of een brug. Ga erheen en zeg wat je van daar ziet."),
        _("Welke plek wil jij eens van boven zien?"),
        *(DOMAIN, 90, "1.2", Where.OUTSIDE),
    ),
    Idea(
        "ride-by-water",
        _("Fiets langs het water"),
        _("Fiets langs een rivier of een kanaal, want daar is de weg plat. Stop bij elke brug."),
        _("Naar waar gaat dit water, denk je?"),
        *(DOMAIN, 90, "1.1", Where.OUTSIDE),
        seasons=(Season.SPRING, Season.SUMMER, Season.AUTUMN),
    ),
)
