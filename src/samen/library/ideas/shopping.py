"""Ideas around the market, the shop and things with a second life."""

from django.utils.translation import gettext_lazy as _

from samen.library.choices import Cost, Domain, Season, Where
from samen.library.rules import Idea

DOMAIN = Domain.SHOPPING

IDEAS = (
    Idea(
        "to-market",
        _("Naar de markt"),
        _("Loop over de markt en vraag hoe vijf dingen heten. Vraag ook de prijs."),
        _("Ga jij liever naar een markt of naar een winkel?"),
        *(DOMAIN, 60, "1.1", Where.OUTSIDE),
    ),
    Idea(
        "treasure-hunt",
        _("Zoek een schat in de kringwinkel"),
        _("Zoek iets dat je mooi vindt en iets dat je niet kent. Raad waarvoor het dient."),
        _("Welk ding gooi jij nooit weg?"),
        *(DOMAIN, 60, "1.1", Where.INSIDE),
    ),
    Idea(
        "compare-prices",
        _("Waar kost het minder?"),
        _("Zoek de prijs van melk, rijst en brood in twee winkels. Kijk ook naar de prijs per kilo."),
        _("Wat kost hier meer dan je dacht?"),
        *(DOMAIN, 60, "1.2", Where.INSIDE),
    ),
    Idea(
        "read-label",
        _("Lees wat er op de doos staat"),
        _("Neem drie dozen uit de kast. Zoek tot wanneer het goed blijft en hoe je het klaarmaakt."),
        _("Wat kocht jij al eens zonder te weten wat het was?"),
        *(DOMAIN, 30, "1.2", Where.INSIDE),
    ),
    Idea(
        "cheap-menu",
        _("Eten voor vier met een folder"),
        _("Neem de folder van een winkel. Maak een plan voor een maaltijd die weinig kost."),
        _("Wat koop jij elke week?"),
        *(DOMAIN, 45, "1.2", Where.INSIDE),
    ),
    Idea(
        "bring-back",
        _("Iets terugbrengen naar de winkel"),
        _("Zoek het ticket en oefen wat je zegt. Ga dan samen naar de winkel."),
        _("Wanneer was jij niet blij met iets nieuws?"),
        *(DOMAIN, 45, "1.2", Where.INSIDE),
    ),
    Idea(
        "bakery-names",
        _("Wat ligt er bij de bakker?"),
        _("Lees de namen van het brood en de koeken. Bestel iets kleins en vraag of men het brood snijdt."),
        _("Wat eet jij in de ochtend?"),
        *(DOMAIN, 30, "1.1", Where.INSIDE),
        cost=Cost.SMALL,
    ),
    Idea(
        "buy-from-people",
        _("Kopen van iemand anders"),
        _("Zoek op een site een fiets of een kast van iemand in de buurt. Praat over wat veilig is."),
        _("Hoe weet jij of iemand eerlijk is?"),
        *(DOMAIN, 45, "2.1", Where.INSIDE),
    ),
    Idea(
        "book-box",
        _("Het kastje met boeken"),
        _("In veel straten staat een kastje met gratis boeken. Neem er één en zet er later één terug."),
        _("Welk boek geef jij graag aan een vriend?"),
        *(DOMAIN, 30, "1.1", Where.OUTSIDE),
    ),
    Idea(
        "repair-cafe",
        _("Maken, niet weggooien"),
        _("Breng iets dat stuk is naar een Repair Café. Kijk mee en vraag hoe de dingen heten."),
        _("Wat kan jij zelf maken?"),
        *(DOMAIN, 90, "1.2", Where.INSIDE),
    ),
    Idea(
        "flea-market",
        _("Snuffelen op de rommelmarkt"),
        _("Kijk wat mensen verkopen. Vraag bij één ding hoe oud het is."),
        _("Vraag jij soms om een lagere prijs?"),
        *(DOMAIN, 90, "1.1", Where.OUTSIDE),
        seasons=(Season.SPRING, Season.SUMMER, Season.AUTUMN),
    ),
    Idea(
        "shopping-list",
        _("Boodschappen met een lijst"),
        _("Schrijf samen een lijst in het Nederlands. Vraag in de winkel waar iets staat."),
        _("Wie doet bij jou de boodschappen?"),
        *(DOMAIN, 60, "1.1", Where.INSIDE),
    ),
    Idea(
        "screws-and-paint",
        _("Tussen verf en hamers"),
        _(
            "Ga naar een winkel voor wie zelf iets maakt. "
            "Zoek vijf dingen waarvan je de naam niet kent en lees het bord."
        ),
        _("Wat doe jij zelf in huis?"),
        *(DOMAIN, 45, "1.1", Where.INSIDE),
    ),
    Idea(
        "borrow-things",
        _("Lenen in plaats van kopen"),
        _("Zoek op waar je een boor, een tent of speelgoed kan lenen. Kijk wat je ervoor nodig hebt."),
        _("Wat leen jij nooit uit?"),
        *(DOMAIN, 45, "1.2", Where.INSIDE),
    ),
    Idea(
        "warm-clothes",
        _("Klaar voor de koude dagen"),
        _(
            "Maak een lijst van kleren voor koude en regen. "
            "Zoek ze eerst in een winkel met tweedehands kleren."
        ),
        _("Wat draag jij het liefst?"),
        *(DOMAIN, 60, "1.1", Where.INSIDE),
        seasons=(Season.AUTUMN, Season.WINTER),
    ),
)
