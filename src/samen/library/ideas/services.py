"""Ideas about counters, letters and numbers to call."""

from django.utils.translation import gettext_lazy as _

from samen.library.choices import Domain, Season, Where
from samen.library.rules import Idea

DOMAIN = Domain.SERVICES

IDEAS = (
    Idea(
        "town-hall",
        _("Een rondje in het gemeentehuis"),
        _("Kijk welke loketten er zijn en wat je daar vraagt. Neem een folder mee."),
        _("Waarvoor was jij al in het gemeentehuis?"),
        *(DOMAIN, 45, "1.2", Where.INSIDE),
    ),
    Idea(
        "recycling-park",
        _("Naar het recyclagepark"),
        _("Breng iets weg dat niet in de zak mag. Lees de borden en vraag wat gratis is."),
        _("Wat doe jij met dingen die stuk zijn?"),
        *(DOMAIN, 60, "1.1", Where.OUTSIDE),
    ),
    Idea(
        "one-letter",
        _("Eén brief, drie vragen"),
        _(
            "Breng een brief mee die je niet begrijpt. Zoek: "
            "van wie is hij, wat moet ik doen en voor wanneer?"
        ),
        _("Welke woorden zie je vaak in brieven?"),
        *(DOMAIN, 30, "1.2", Where.INSIDE),
    ),
    Idea(
        "send-parcel",
        _("Een pakje sturen"),
        _("Ga naar een punt van de post. Vraag wat een pakje kost en wanneer het aankomt."),
        _("Van wie krijg jij graag post?"),
        *(DOMAIN, 30, "1.2", Where.INSIDE),
    ),
    Idea(
        "call-first",
        _("Bellen voor een afspraak"),
        _("Schrijf op wat je wil zeggen en oefen het één keer. Bel daarna echt."),
        _("Waarom is bellen moeilijker dan praten?"),
        *(DOMAIN, 30, "1.2", Where.INSIDE),
    ),
    Idea(
        "opening-hours",
        _("Wanneer is het open?"),
        _("Zoek de uren van de bib, de bank en het gemeentehuis. Schrijf ze op één blad."),
        _("Op welke dag heb jij tijd?"),
        *(DOMAIN, 30, "1.1", Where.INSIDE),
    ),
    Idea(
        "town-site",
        _("Wat kan je thuis vragen?"),
        _("Open samen de site van de gemeente. Zoek welke papieren je via het internet kan vragen."),
        _("Wat doe jij liever aan een loket?"),
        *(DOMAIN, 45, "2.1", Where.INSIDE),
    ),
    Idea(
        "emergency-number",
        _("Welk nummer bel je bij nood?"),
        _("Leer 112 uit het hoofd. Oefen wat je zegt: wat gebeurt er en waar ben ik?"),
        _("Hoe leg jij uit waar je woont?"),
        *(DOMAIN, 20, "1.1", Where.INSIDE),
    ),
    Idea(
        "read-invoice",
        _("Wat staat er op een factuur?"),
        _("Zoek op een factuur het bedrag, de datum en de naam. Zeg hardop wat je moet doen."),
        _("Hoe onthoud jij wat je nog moet betalen?"),
        *(DOMAIN, 30, "1.2", Where.INSIDE),
    ),
    Idea(
        "who-helps",
        _("Vijf namen op één blad"),
        _("Wie bel je voor water, stroom, school, werk en het huis? Zoek de namen en de nummers."),
        _("Wie hielp jou hier al goed?"),
        *(DOMAIN, 45, "1.2", Where.INSIDE),
    ),
    Idea(
        "house-of-child",
        _("Binnen in het Huis van het Kind"),
        _("Ga langs en kijk wat er is voor ouders en kinderen. Vraag wat gratis is."),
        _("Wat leren kinderen van jou?"),
        *(DOMAIN, 60, "1.2", Where.INSIDE),
    ),
    Idea(
        "fire-station",
        _("Op bezoek bij de brandweer"),
        _("Zoek een dag waarop de brandweer de deuren opent. Kijk naar de wagens en vraag wat zij doen."),
        _("Wat wilde jij als kind worden?"),
        *(DOMAIN, 90, "1.1", Where.EITHER),
        seasons=(Season.SPRING, Season.SUMMER),
    ),
    Idea(
        "phone-help",
        _("Hulp met je gsm"),
        _("In de bib helpt vaak iemand met gsm en computer. Vraag het uur en ga samen met één vraag."),
        _("Wat op je gsm begrijp jij niet?"),
        *(DOMAIN, 60, "1.1", Where.INSIDE),
    ),
    Idea(
        "lost-and-found",
        _("Iets kwijt?"),
        _(
            "Zoek op wie je belt als je iets vergeet in de bus of de trein. "
            "Vertel daarna hoe het ding eruitziet."
        ),
        _("Wat was jij al eens kwijt?"),
        *(DOMAIN, 30, "1.2", Where.INSIDE),
    ),
    Idea(
        "blank-form",
        _("Vul samen een formulier in"),
        _("Neem een leeg formulier mee. Oefen met naam, adres en datum."),
        _("Welke vraag op papier vind jij vreemd?"),
        *(DOMAIN, 30, "1.1", Where.INSIDE),
    ),
)
