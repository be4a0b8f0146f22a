"""Ideas for in the kitchen and the house."""

from django.utils.translation import gettext_lazy as _

from samen.library.choices import Cost, Domain, Season, Where
from samen.library.rules import Idea

DOMAIN = Domain.HOME

IDEAS = (
    Idea(
        "make-soup",
        _("Maak samen soep"),
        _("Kies drie groenten die nu weinig kosten. Snij, kook en zeg bij elke stap wat je doet."),
        _("Welke soep maakt jouw familie?"),
        *(DOMAIN, 90, "1.1", Where.INSIDE),
        cost=Cost.SMALL,
        seasons=(Season.AUTUMN, Season.WINTER),
    ),
    Idea(
        "cook-for-other",
        _("Jouw gerecht en mijn gerecht"),
        _(
            "Kook vandaag iets van de één en een andere keer iets van de ander. "
            "Schrijf het recept in het Nederlands."
        ),
        _("Wie leerde jou koken?"),
        *(DOMAIN, 120, "1.2", Where.INSIDE),
        cost=Cost.SMALL,
    ),
    Idea(
        "pancakes",
        _("Pannenkoeken bakken"),
        _("Bak met bloem, melk en eieren. Doe elk iets anders op je pannenkoek."),
        _("Wat eten kinderen in jouw familie graag?"),
        *(DOMAIN, 60, "1.1", Where.INSIDE),
        cost=Cost.SMALL,
        seasons=(Season.WINTER, Season.SPRING),
    ),
    Idea(
        "bake-bread",
        _("Bak een brood"),
        _("Lees samen een recept en weeg wat je nodig hebt. Praat terwijl het deeg groeit."),
        _("Hoe ziet gewoon brood eruit voor jou?"),
        *(DOMAIN, 150, "1.2", Where.INSIDE),
        cost=Cost.SMALL,
    ),
    Idea(
        "washing-signs",
        _("Wat staat er in je trui?"),
        _("Zoek in je kleren het kaartje met de tekens. Zoek op hoe warm je mag wassen."),
        _("Welk werk in huis doe jij niet graag?"),
        *(DOMAIN, 20, "1.1", Where.INSIDE),
    ),
    Idea(
        "waste-bags",
        _("Welk afval in welke zak?"),
        _("Leg tien lege dozen en flessen op tafel. Kies voor elk ding de juiste zak."),
        _("Wat gooit jouw familie bijna nooit weg?"),
        *(DOMAIN, 30, "1.1", Where.INSIDE),
    ),
    Idea(
        "wall-calendar",
        _("Een kalender voor aan de muur"),
        _("Schrijf op één blad: vrije dagen, school en de dag van het afval."),
        _("Welke dag van het jaar is voor jou belangrijk?"),
        *(DOMAIN, 45, "1.1", Where.INSIDE),
    ),
    Idea(
        "find-draught",
        _("Waar komt de kou binnen?"),
        _("Loop door het huis en zoek waar het koud is. Bedenk drie dingen die helpen en niets kosten."),
        _("Wat doe jij om het thuis gezellig te maken?"),
        *(DOMAIN, 45, "2.1", Where.INSIDE),
        seasons=(Season.AUTUMN, Season.WINTER),
    ),
    Idea(
        "glass-bin",
        _("Flessen naar de glasbak"),
        _("Breng samen lege flessen weg. Let op de kleur van het glas."),
        _("Welke regel vond jij hier eerst vreemd?"),
        *(DOMAIN, 20, "1.1", Where.OUTSIDE),
    ),
    Idea(
        "labels-on-things",
        _("Plak een woord op alles"),
        _("Schrijf woorden op kleine stukken papier. Plak ze op de kast, de deur en het raam."),
        _("Welk woord vergeet jij altijd?"),
        *(DOMAIN, 45, "1.1", Where.INSIDE),
    ),
    Idea(
        "tea-your-way",
        _("Thee op jouw manier"),
        _("Maak elk iets warms om te drinken zoals je het thuis doet. Zeg wat je doet."),
        _("Bij wie ga jij graag op bezoek?"),
        *(DOMAIN, 30, "1.1", Where.INSIDE),
    ),
    Idea(
        "smell-and-guess",
        _("Ruik en raad"),
        _("Zet vijf kruiden in kopjes. Doe je ogen dicht en raad wat je ruikt."),
        _("Bij welke geur denk jij aan vroeger?"),
        *(DOMAIN, 30, "1.1", Where.INSIDE),
    ),
    Idea(
        "sew-button",
        _("Naai een knoop aan"),
        _("Toon elkaar hoe je een knoop aan een hemd naait. Zoek de woorden: draad, naald, schaar."),
        _("Hoe lang draag jij je kleren?"),
        *(DOMAIN, 30, "1.1", Where.INSIDE),
    ),
    Idea(
        "read-meters",
        _("Lees de meters"),
        _("Zoek de meter van het water en de stroom. Schrijf de cijfers op en kijk na een week opnieuw."),
        _("Waar gaat bij jou veel stroom naartoe?"),
        *(DOMAIN, 20, "1.1", Where.INSIDE),
    ),
    Idea(
        "summer-jam",
        _("Maak confituur"),
        _("Kook fruit met suiker en doe het in lege potten. Schrijf de dag op de pot."),
        _("Wat bewaar jij voor de winter?"),
        *(DOMAIN, 120, "1.2", Where.INSIDE),
        cost=Cost.SMALL,
        seasons=(Season.SUMMER, Season.AUTUMN),
    ),
    Idea(
        "lunch-box",
        _("Wat zit er in de brooddoos?"),
        _("Maak samen een doos met eten voor een dag op school of op het werk."),
        _("Wat at jij vroeger op school?"),
        *(DOMAIN, 30, "1.1", Where.INSIDE),
        cost=Cost.SMALL,
    ),
)
