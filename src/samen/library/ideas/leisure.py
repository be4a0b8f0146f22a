"""Ideas for a free hour: games, hobbies, feasts."""

from django.utils.translation import gettext_lazy as _

from samen.library.choices import Domain, Season, Where
from samen.library.rules import Idea

DOMAIN = Domain.LEISURE

IDEAS = (
    Idea(
        "board-game",
        _("Een spel met een bord"),
        _("Leen een spel in de bib. Leg elkaar de regels uit."),
        _("Wat doe jij als je verliest?"),
        *(DOMAIN, 60, "1.2", Where.INSIDE),
    ),
    Idea(
        "card-games",
        _("Leer elkaar een kaartspel"),
        _("Speel een spel met kaarten dat jij kent. Daarna kiest de ander een spel."),
        _("Met wie speel jij graag?"),
        *(DOMAIN, 60, "1.1", Where.INSIDE),
    ),
    Idea(
        "playground-bench",
        _("Op de bank in de speeltuin"),
        _("Ga met de kinderen naar een speeltuin. Zeg dag tegen een andere ouder."),
        _("Wat speelde jij vroeger buiten?"),
        *(DOMAIN, 60, "1.1", Where.OUTSIDE),
        seasons=(Season.SPRING, Season.SUMMER, Season.AUTUMN),
    ),
    Idea(
        "open-house",
        _("Koffie in het buurthuis"),
        _("Ga langs als de deur open is. Vraag wat er elke week te doen is."),
        _("Waar leer jij mensen kennen?"),
        *(DOMAIN, 60, "1.1", Where.INSIDE),
    ),
    Idea(
        "ten-photos",
        _("Zeven foto’s van jouw week"),
        _("Maak elke dag één foto. Kijk samen en zeg bij elke foto één zin."),
        _("Welke foto zou je aan de muur hangen?"),
        *(DOMAIN, 45, "1.1", Where.EITHER),
    ),
    Idea(
        "knit-group",
        _("Een trui begint met één steek"),
        _("Zoek een groep die samen truien en sjaals maakt. Ga kijken en leer één steek."),
        _("Wie leerde jou iets met je handen?"),
        *(DOMAIN, 90, "1.1", Where.INSIDE),
    ),
    Idea(
        "quiz-for-two",
        _("Een quiz voor twee"),
        _("Schrijf elk tien vragen over een plek die je goed kent. Stel ze aan elkaar en tel de punten."),
        _("Wat wist je nog niet over de ander?"),
        *(DOMAIN, 60, "2.1", Where.INSIDE),
    ),
    Idea(
        "paper-kite",
        _("Laat een vlieger op"),
        _("Maak een vlieger van papier en dunne stokken. Ga naar een veld met veel wind."),
        _("Wat maakte jij vroeger zelf?"),
        *(DOMAIN, 90, "1.1", Where.OUTSIDE),
        seasons=(Season.SPRING, Season.AUTUMN),
    ),
    Idea(
        "street-party",
        _("Naar een feest in de straat"),
        _("Zoek een feest in een straat of wijk. Vraag of jullie kunnen helpen met de tafels."),
        _("Wie van jouw buren ken je bij naam?"),
        *(DOMAIN, 120, "1.2", Where.OUTSIDE),
        seasons=(Season.SUMMER,),
    ),
    Idea(
        "fair-round",
        _("Een rondje op de kermis"),
        _("Kijk naar de lichten en de mensen. Je hoeft niets te kopen om plezier te hebben."),
        _("Wat durf jij, en wat durf jij niet?"),
        *(DOMAIN, 60, "1.1", Where.OUTSIDE),
        seasons=(Season.SPRING, Season.SUMMER, Season.AUTUMN),
    ),
    Idea(
        "swap-hobby",
        _("Leer mij jouw hobby"),
        _("Toon elkaar één ding dat je goed kan: tekenen, naaien, zingen of iets anders."),
        _("Hoe leerde jij dat?"),
        *(DOMAIN, 60, "1.1", Where.EITHER),
    ),
    Idea(
        "weekend-search",
        _("Wat is er te doen dit weekend?"),
        _("Kijk samen op uitinvlaanderen.be. Kies één ding dat gratis is en schrijf het in de agenda."),
        _("Wat is voor jou een goede zondag?"),
        *(DOMAIN, 30, "1.2", Where.INSIDE),
    ),
    Idea(
        "draw-place",
        _("Teken een plek die je mooi vindt"),
        _("Teken een plek waar je graag bent. Leg uit wat de ander ziet."),
        _("Wat ruik en hoor je op die plek?"),
        *(DOMAIN, 45, "1.1", Where.INSIDE),
    ),
    Idea(
        "first-snow",
        _("Als er sneeuw ligt"),
        _("Bel elkaar op de eerste dag met sneeuw. Maak iets van sneeuw en neem een foto."),
        _("Wanneer zag jij voor het eerst sneeuw?"),
        *(DOMAIN, 45, "1.1", Where.OUTSIDE),
        seasons=(Season.WINTER,),
    ),
    Idea(
        "big-puzzle",
        _("Een puzzel van duizend stukken"),
        _("Leen een puzzel of zoek er één in de kringwinkel. Praat terwijl je zoekt."),
        _("Waarvoor heb jij veel geduld?"),
        *(DOMAIN, 90, "1.1", Where.INSIDE),
    ),
    Idea(
        "guess-object",
        _("Wat zit er in de zak?"),
        _("Stop vijf dingen in een zak. De ander voelt, vraagt en raadt wat het is."),
        _("Wat zit er altijd in jouw tas?"),
        *(DOMAIN, 30, "1.1", Where.INSIDE),
    ),
)
