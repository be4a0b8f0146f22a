"""Ideas about habits of here and there, and about what was before."""

from django.utils.translation import gettext_lazy as _

from samen.library.choices import Cost, Domain, Season, Where
from samen.library.rules import Idea

DOMAIN = Domain.CUSTOMS

IDEAS = (
    Idea(
        "how-birthday",
        _("Hoe vier jij een verjaardag?"),
        _("Vertel elkaar hoe zo’n dag gaat. Maak samen een kaart voor iemand die bijna jarig is."),
        _("Wat is voor jou een goed cadeau?"),
        *(DOMAIN, 45, "1.1", Where.INSIDE),
    ),
    Idea(
        "house-rules",
        _("Wat mag en wat moet in een huis?"),
        _("Praat over bezoek, schoenen, lawaai en eten. Schrijf op wat bij jullie anders is."),
        _("Trek jij je schoenen uit als je binnenkomt?"),
        *(DOMAIN, 30, "1.2", Where.INSIDE),
    ),
    Idea(
        "street-name",
        _("Waarom heet mijn straat zo?"),
        _("Zoek op waarom jullie straten zo heten. Bedenk elk een nieuwe naam."),
        _("Welke naam past bij jouw straat?"),
        *(DOMAIN, 45, "2.1", Where.EITHER),
    ),
    Idea(
        "three-local-words",
        _("Drie woorden van hier"),
        _("Vraag aan een oude buur drie woorden in dialect. Schrijf het gewone woord ernaast."),
        _("Welke talen spreekt jouw familie?"),
        *(DOMAIN, 30, "1.2", Where.EITHER),
    ),
    Idea(
        "time-line",
        _("Jouw leven naast dat van België"),
        _(
            "Teken een lijn met jaren. "
            "Schrijf erop wat er in België gebeurde en wat er in jouw leven gebeurde."
        ),
        _("Welk jaar was voor jou een mooi jaar?"),
        *(DOMAIN, 60, "2.1", Where.INSIDE),
        with_children=False,
    ),
    Idea(
        "new-year-letter",
        _("Een brief voor het nieuwe jaar"),
        _(
            "Kinderen lezen hier een brief voor aan hun familie op de eerste dag van het jaar. "
            "Schrijf samen zo’n brief."
        ),
        _("Wat wens jij de ander voor het nieuwe jaar?"),
        *(DOMAIN, 30, "1.2", Where.INSIDE),
        seasons=(Season.WINTER,),
    ),
    Idea(
        "fries-story",
        _("Frietjes en hun verhaal"),
        _("Zoek in de buurt een plek met frietjes. Lees het bord en raad wat elke saus is."),
        _("Welk eten hoort bij jouw streek?"),
        *(DOMAIN, 30, "1.1", Where.OUTSIDE),
        cost=Cost.SMALL,
    ),
    Idea(
        "greet-and-part",
        _("Dag zeggen op tien manieren"),
        _("Speel hoe je dag zegt tegen een buur, een baas, een kind en een vriend."),
        _("Geef jij een hand, een kus of niets?"),
        *(DOMAIN, 20, "1.1", Where.INSIDE),
    ),
)
