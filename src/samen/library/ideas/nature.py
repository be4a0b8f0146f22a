"""Ideas in the green: a walk, a garden, the weather."""

from django.utils.translation import gettext_lazy as _

from samen.library.choices import Cost, Domain, Season, Where
from samen.library.rules import Idea

DOMAIN = Domain.NATURE

IDEAS = (
    Idea(
        "slow-walk",
        _("Een trage wandeling in het park"),
        _("Wandel een half uur door het park. Zeg om de beurt wat je ziet: een boom, een hond, een bank."),
        _("Waar was jij als kind graag buiten?"),
        *(DOMAIN, 45, "1.1", Where.OUTSIDE),
    ),
    Idea(
        "five-trees",
        _("Vijf bomen met een naam"),
        _("Zoek vijf bomen in de straat. Maak een foto van een blad en zoek de naam op."),
        _("Welke boom groeit er bij jouw familie?"),
        *(DOMAIN, 60, "1.2", Where.OUTSIDE),
        seasons=(Season.SPRING, Season.SUMMER, Season.AUTUMN),
    ),
    Idea(
        "count-birds",
        _("Vogels tellen aan het raam"),
        _("Kijk een half uur naar buiten. Tel de vogels en zoek hoe ze heten."),
        _("Welk dier zie jij graag?"),
        *(DOMAIN, 30, "1.1", Where.INSIDE),
        seasons=(Season.WINTER, Season.SPRING),
    ),
    Idea(
        "autumn-leaves",
        _("Bladeren in vijf kleuren"),
        _("Zoek in het bos bladeren in vijf kleuren. Leg ze op een rij en zeg de kleuren."),
        _("Welke tijd van het jaar heb jij het liefst?"),
        *(DOMAIN, 60, "1.1", Where.OUTSIDE),
        seasons=(Season.AUTUMN,),
    ),
    Idea(
        "numbered-walk",
        _("Wandel van nummer naar nummer"),
        _("In veel streken staan paaltjes met nummers. Kies een korte weg op de kaart en volg de nummers."),
        _("Ben jij snel de weg kwijt? Wat doe je dan?"),
        *(DOMAIN, 120, "1.2", Where.OUTSIDE),
        seasons=(Season.SPRING, Season.SUMMER, Season.AUTUMN),
    ),
    Idea(
        "see-sunrise",
        _("De zon zien opkomen"),
        _("Spreek vroeg af op een plek waar je ver kan kijken. Kijk en luister tien minuten."),
        _("Ben jij een mens van de ochtend of van de avond?"),
        *(DOMAIN, 45, "1.1", Where.OUTSIDE),
        seasons=(Season.AUTUMN, Season.WINTER),
        with_children=False,
    ),
    Idea(
        "garden-plots",
        _("Een kijkje bij de moestuinen"),
        _("Wandel langs de kleine tuinen in de buurt. Vraag aan iemand wat er nu groeit."),
        _("Wat eet jij graag uit de tuin?"),
        *(DOMAIN, 60, "1.2", Where.OUTSIDE),
        seasons=(Season.SPRING, Season.SUMMER, Season.AUTUMN),
    ),
    Idea(
        "sow-in-pot",
        _("Zaai iets in een oude pot"),
        _("Doe aarde en zaadjes in een pot. Schrijf op wanneer je water geeft."),
        _("Voor wat of voor wie zorg jij graag?"),
        *(DOMAIN, 45, "1.1", Where.EITHER),
        cost=Cost.SMALL,
        seasons=(Season.SPRING,),
    ),
    Idea(
        "pond-animals",
        _("Dieren aan het water"),
        _("Ga naar een vijver. Zoek eenden, vissen en kikkers, en geef ze geen brood."),
        _("Waarom mag je hier geen brood geven, denk je?"),
        *(DOMAIN, 45, "1.1", Where.OUTSIDE),
        seasons=(Season.SPRING, Season.SUMMER),
    ),
    Idea(
        "two-kitchens",
        _("Een picknick uit twee keukens"),
        _("Breng elk iets kleins mee om te eten. Leg een deken in het gras en proef van elkaar."),
        _("Wat neem jij mee als je buiten eet?"),
        *(DOMAIN, 90, "1.1", Where.OUTSIDE),
        cost=Cost.SMALL,
        seasons=(Season.SPRING, Season.SUMMER),
    ),
    Idea(
        "week-weather",
        _("Het weer van deze week"),
        _("Zoek het weer voor zeven dagen. Kijk een week later of het klopte."),
        _("Bij welk weer voel jij je goed?"),
        *(DOMAIN, 30, "1.1", Where.INSIDE),
    ),
    Idea(
        "evening-stars",
        _("Kijk samen naar de sterren"),
        _("Ga naar een plek met weinig licht. Zoek de maan en drie heldere sterren."),
        _("Wat vertelde men jou over de maan?"),
        *(DOMAIN, 30, "1.1", Where.OUTSIDE),
        seasons=(Season.AUTUMN, Season.WINTER),
    ),
    Idea(
        "pick-berries",
        _("Bramen plukken"),
        _("Zoek bramen langs een weg tussen de velden. Pluk een klein bakje en was ze thuis."),
        _("Welk fruit plukte jij al zelf?"),
        *(DOMAIN, 60, "1.1", Where.OUTSIDE),
        seasons=(Season.SUMMER, Season.AUTUMN),
    ),
    Idea(
        "clean-street",
        _("Maak de straat schoon"),
        _("Vraag zakken en handschoenen aan de gemeente. Raap een uur lang op wat op straat ligt."),
        _("Wanneer is een straat mooi, vind jij?"),
        *(DOMAIN, 60, "1.1", Where.OUTSIDE),
    ),
    Idea(
        "visit-farm",
        _("Op bezoek bij een boer"),
        _("Zoek een boer die melk of eieren verkoopt. Vraag wat er op het veld staat."),
        _("Woon jij liever in de stad of in een dorp?"),
        *(DOMAIN, 90, "1.2", Where.OUTSIDE),
    ),
    Idea(
        "city-farm",
        _("Naar de kinderboerderij"),
        _("Kijk naar de dieren en zeg hoe ze heten. Doe ook na wat ze zeggen: een koe zegt hier ‘boe’."),
        _("Wat zegt een haan in jouw taal?"),
        *(DOMAIN, 60, "1.1", Where.OUTSIDE),
        seasons=(Season.SPRING, Season.SUMMER, Season.AUTUMN),
    ),
)
