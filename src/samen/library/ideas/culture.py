"""Ideas about books, music, pictures and stories."""

from django.utils.translation import gettext_lazy as _

from samen.library.choices import Cost, Domain, Season, Where
from samen.library.rules import Idea

DOMAIN = Domain.CULTURE

IDEAS = (
    Idea(
        "library-card",
        _("Een kaart van de bib"),
        _("Vraag aan de balie hoe je lid wordt. Zoek elk een boek met mooie foto’s."),
        _("Wie las jou vroeger iets voor?"),
        *(DOMAIN, 60, "1.1", Where.INSIDE),
    ),
    Idea(
        "thin-book",
        _("Lees samen een dun boek"),
        _("Vraag in de bib naar boeken in makkelijk Nederlands. Lees om de beurt een bladzijde."),
        _("Welk verhaal vergeet jij nooit?"),
        *(DOMAIN, 45, "1.2", Where.INSIDE),
    ),
    Idea(
        "free-sunday",
        _("Gratis naar het museum"),
        _(
            "Sommige musea zijn gratis op de eerste zondag van de maand. "
            "Zoek er één en kijk lang naar drie dingen."
        ),
        _("Wat zou jij in een museum over jouw leven zetten?"),
        *(DOMAIN, 120, "1.2", Where.INSIDE),
    ),
    Idea(
        "stone-person",
        _("Wie is die mens van steen?"),
        _("Zoek een beeld op een plein. Lees het bord en zoek op wie het was."),
        _("Voor wie moet er een beeld komen, vind jij?"),
        *(DOMAIN, 45, "2.1", Where.OUTSIDE),
    ),
    Idea(
        "old-street-photos",
        _("Zo was de straat vroeger"),
        _("Zoek op het internet een oude foto van een straat in de buurt. Ga kijken hoe het nu is."),
        _("Wat is er nu beter dan vroeger?"),
        *(DOMAIN, 60, "1.2", Where.EITHER),
    ),
    Idea(
        "swap-songs",
        _("Luister naar mijn liedje"),
        _("Laat elk drie liedjes horen. Vertel waarover ze gaan."),
        _("Bij welk liedje word jij blij?"),
        *(DOMAIN, 45, "1.1", Where.INSIDE),
    ),
    Idea(
        "sing-along",
        _("Zing een liedje uit Vlaanderen"),
        _("Zoek een bekend liedje met de tekst erbij. Lees eerst de woorden en zing dan mee."),
        _("Waar zing jij: onder de douche of met vrienden?"),
        *(DOMAIN, 45, "1.2", Where.INSIDE),
    ),
    Idea(
        "wall-paintings",
        _("Grote tekeningen op de muur"),
        _("Zoek drie tekeningen op muren in de stad. Kies samen de mooiste."),
        _("Wat zou jij op een grote muur maken?"),
        *(DOMAIN, 60, "1.1", Where.OUTSIDE),
    ),
    Idea(
        "square-music",
        _("Muziek op het plein"),
        _("Zoek in de zomer een gratis concert. Luister en kijk wie er allemaal komt."),
        _("Met wie ga jij graag naar muziek?"),
        *(DOMAIN, 120, "1.1", Where.OUTSIDE),
        seasons=(Season.SUMMER,),
    ),
    Idea(
        "village-play",
        _("Toneel in het dorp"),
        _("Kijk naar een stuk van een groep uit de buurt. Lees vooraf waarover het gaat."),
        _("Wie kan jou goed doen lachen?"),
        *(DOMAIN, 150, "2.1", Where.INSIDE),
        cost=Cost.TICKET,
        seasons=(Season.AUTUMN, Season.WINTER, Season.SPRING),
    ),
    Idea(
        "film-with-text",
        _("Een film met tekst erbij"),
        _("Leen een film in de bib. Zet de tekst in het Nederlands aan en stop af en toe om te praten."),
        _("Wie in de film lijkt op jou?"),
        *(DOMAIN, 120, "1.2", Where.INSIDE),
    ),
    Idea(
        "read-comic",
        _("Lees samen een strip"),
        _("Neem een strip uit de bib, zoals Suske en Wiske. Kies elk een figuur en lees wat die zegt."),
        _("Welke held had jij als kind?"),
        *(DOMAIN, 45, "1.2", Where.INSIDE),
    ),
    Idea(
        "strange-sayings",
        _("Vijf vreemde zinnen"),
        _(
            "Zoek vijf spreuken, zoals ‘met de deur in huis vallen’. "
            "Teken wat je hoort en zoek wat het wil zeggen."
        ),
        _("Welke wijze zin hoor je vaak in jouw familie?"),
        *(DOMAIN, 45, "2.1", Where.INSIDE),
    ),
    Idea(
        "old-house-day",
        _("Binnen in een heel oud huis"),
        _(
            "In september gaan veel oude huizen één dag gratis open. "
            "Kies er een en stel één vraag aan de gids."
        ),
        _("Wil jij in een heel oud huis wonen?"),
        *(DOMAIN, 90, "2.1", Where.INSIDE),
        seasons=(Season.AUTUMN,),
    ),
    Idea(
        "photo-in-paper",
        _("Eén foto uit de krant"),
        _("Kies in de krant een foto en lees nog niets. Raad wat er gebeurt en lees dan de tekst."),
        _("Welk goed nieuws hoorde jij deze week?"),
        *(DOMAIN, 30, "2.1", Where.INSIDE),
    ),
    Idea(
        "town-giant",
        _("De reus van de stad"),
        _("Veel steden hebben een reus van hout en stof. Zoek op waar hij staat en ga kijken."),
        _("Welk verhaal kent elk kind in jouw familie?"),
        *(DOMAIN, 60, "1.2", Where.EITHER),
    ),
)
