"""Ideas about work: words, papers, talks."""

from django.utils.translation import gettext_lazy as _

from samen.library.choices import Domain, Season, Where
from samen.library.rules import Idea

DOMAIN = Domain.WORK

IDEAS = (
    Idea(
        "act-a-day",
        _("Speel jouw dag op het werk"),
        _("Toon zonder woorden wat je doet of deed op je werk. De ander raadt en zegt de woorden."),
        _("Wat doe jij graag als je werkt?"),
        *(DOMAIN, 30, "1.1", Where.INSIDE),
    ),
    Idea(
        "one-page-life",
        _("Jouw werk op één blad"),
        _("Schrijf op wat je kan, waar je werkte en wat je leerde. Maak er een mooi cv van."),
        _("Waarin ben jij beter dan je zelf zegt?"),
        *(DOMAIN, 90, "2.1", Where.INSIDE),
        with_children=False,
    ),
    Idea(
        "job-search",
        _("Kijk samen naar vacatures"),
        _("Zoek op de site van de VDAB drie jobs in de buurt. Schrijf op welke woorden altijd terugkomen."),
        _("Welk werk wil jij nooit doen?"),
        *(DOMAIN, 45, "2.1", Where.INSIDE),
        with_children=False,
    ),
    Idea(
        "play-interview",
        _("Speel een gesprek over werk"),
        _("De één is de baas en de ander zoekt werk. Na vijf vragen wissel je."),
        _("Wat vraag jij aan een baas?"),
        *(DOMAIN, 45, "2.1", Where.INSIDE),
        with_children=False,
    ),
    Idea(
        "help-afternoon",
        _("Help één middag mee"),
        _(
            "Zoek een plek die handen nodig heeft, zoals een feest of een tuin. Krijg je een uitkering? "
            "Vraag dan eerst of het mag."
        ),
        _("Wie hielp jij deze maand?"),
        *(DOMAIN, 180, "1.2", Where.EITHER),
    ),
    Idea(
        "break-talk",
        _("Praten in de pauze"),
        _("Oefen een praatje over het weer, het weekend en het eten. Wissel na drie minuten."),
        _("Waarover praat je op het werk beter niet?"),
        *(DOMAIN, 30, "1.2", Where.INSIDE),
        with_children=False,
    ),
    Idea(
        "my-workplace",
        _("Toon waar jij werkt of werkte"),
        _("Wandel langs een plek waar één van jullie werkt of werkte. Vertel wie daar wat doet."),
        _("Hoe zie je dat iemand zijn werk graag doet?"),
        *(DOMAIN, 60, "1.2", Where.OUTSIDE),
    ),
    Idea(
        "street-jobs",
        _("Wie werkt er in deze straat?"),
        _("Loop door een straat met winkels. Zeg bij elke deur welk werk men er doet."),
        _("Welk werk doet jouw familie?"),
        *(DOMAIN, 45, "1.1", Where.OUTSIDE),
    ),
    Idea(
        "payslip-words",
        _("Woorden van het loon"),
        _(
            "Zoek op het internet een loonbrief als voorbeeld. "
            "Zeg van vijf woorden in gewone taal wat ze zijn."
        ),
        _("Wat kies jij: veel geld of veel tijd?"),
        *(DOMAIN, 45, "2.2", Where.INSIDE),
        with_children=False,
    ),
    Idea(
        "week-in-hours",
        _("Jouw week in uren"),
        _("Teken je week: werk, les, kinderen en slaap. Zoek waar er nog tijd is."),
        _("Waarvoor wil jij meer tijd?"),
        *(DOMAIN, 45, "1.1", Where.INSIDE),
    ),
    Idea(
        "job-fair",
        _("Naar een jobbeurs"),
        _("Op een jobbeurs staan veel bazen in één zaal. Vraag aan drie mensen wie zij zoeken."),
        _("Wat vertel jij in één minuut over jezelf?"),
        *(DOMAIN, 120, "2.1", Where.INSIDE),
        with_children=False,
    ),
    Idea(
        "open-factory",
        _("Binnen in een fabriek"),
        _("In oktober zetten veel bedrijven één dag hun deur open. Kies er een en stel twee vragen."),
        _("Wat maakt men in jouw streek?"),
        *(DOMAIN, 120, "1.2", Where.INSIDE),
        seasons=(Season.AUTUMN,),
    ),
    Idea(
        "late-call",
        _("Bellen: ik ben te laat"),
        _("Speel een gesprek aan de telefoon: je bent te laat op je werk of in de les."),
        _("Wat is voor jou te laat: vijf minuten of een half uur?"),
        *(DOMAIN, 20, "1.1", Where.INSIDE),
    ),
    Idea(
        "foreign-diploma",
        _("Een diploma van een ander land"),
        _(
            "Zoek samen waar men kijkt wat een diploma hier waard is. "
            "Schrijf op welke papieren je nodig hebt."
        ),
        _("Wat leerde jij buiten de school?"),
        *(DOMAIN, 45, "2.2", Where.INSIDE),
        with_children=False,
    ),
    Idea(
        "ten-tools",
        _("Tien dingen voor het werk"),
        _("Leg tien dingen uit de keuken of de garage op tafel. Zeg de naam en wat je ermee doet."),
        _("Welk ding kan jij niet missen?"),
        *(DOMAIN, 30, "1.1", Where.INSIDE),
    ),
)
