"""Ideas about learning and about the school of the children."""

from django.utils.translation import gettext_lazy as _

from samen.library.choices import Domain, Season, Where
from samen.library.rules import Idea

DOMAIN = Domain.SCHOOL

IDEAS = (
    Idea(
        "school-notes",
        _("Briefjes uit de boekentas"),
        _("Lees samen de briefjes van school. Schrijf de dagen in de agenda."),
        _("Wat vond jij leuk op school?"),
        *(DOMAIN, 30, "1.2", Where.INSIDE),
    ),
    Idea(
        "school-gate",
        _("Praten aan de schoolpoort"),
        _("Oefen drie zinnen voor een andere ouder. Zeg er morgen één van."),
        _("Hoe begin jij een gesprek?"),
        *(DOMAIN, 20, "1.1", Where.EITHER),
    ),
    Idea(
        "find-course",
        _("Zoek een cursus die bij je past"),
        _("Kijk welke lessen er zijn: Nederlands, koken of computer. Bel of mail met één vraag."),
        _("Wat wil jij over een jaar kunnen?"),
        *(DOMAIN, 45, "1.2", Where.INSIDE),
    ),
    Idea(
        "children-news",
        _("Nieuws voor kinderen"),
        _("Kijk samen naar het nieuws voor kinderen op televisie. Vertel elk in twee zinnen wat je zag."),
        _("Wat leg jij graag uit aan een kind?"),
        *(DOMAIN, 30, "1.2", Where.INSIDE),
    ),
    Idea(
        "homework-turned",
        _("Een kind legt het uit"),
        _("Vraag aan een kind wat het leerde op school. Het kind is nu de leraar."),
        _("Wie hielp jou met je huiswerk?"),
        *(DOMAIN, 30, "1.2", Where.INSIDE),
    ),
    Idea(
        "school-ladder",
        _("Van klein naar groot"),
        _("Teken een trap met alle scholen in Vlaanderen. Schrijf bij elke stap hoe oud een kind is."),
        _("Hoe oud was jij op je eerste dag op school?"),
        *(DOMAIN, 45, "1.2", Where.INSIDE),
    ),
    Idea(
        "school-open-day",
        _("Een school van binnen zien"),
        _("Ga naar een open dag. Vraag hoe een gewone dag eruitziet."),
        _("Wat is voor jou een goede school?"),
        *(DOMAIN, 90, "1.2", Where.INSIDE),
        seasons=(Season.WINTER, Season.SPRING),
    ),
    Idea(
        "your-lesson",
        _("Geef een les van tien minuten"),
        _("Leer de ander vijf woorden in je eigen taal. Dan volgt een kleine test."),
        _("Hoe voelt het om zelf les te krijgen?"),
        *(DOMAIN, 30, "1.1", Where.INSIDE),
    ),
    Idea(
        "numbers-aloud",
        _("Tel in het Nederlands"),
        _("Zeg om de beurt een groot getal. De ander schrijft het op."),
        _("In welke taal tel jij in je hoofd?"),
        *(DOMAIN, 20, "1.1", Where.INSIDE),
    ),
    Idea(
        "hard-sounds",
        _("Oefen ui, eu en ij"),
        _("Zoek tien woorden met ui, eu of ij. Lees ze luid: het huis, de deur, de tijd."),
        _("Welk geluid in jouw taal is moeilijk voor de ander?"),
        *(DOMAIN, 20, "1.1", Where.INSIDE),
    ),
    Idea(
        "art-school",
        _("Muziek of tekenen na school"),
        _("Zoek de academie in de buurt. Kijk wat de lessen kosten en of er een lage prijs is."),
        _("Speel jij muziek, of teken jij graag?"),
        *(DOMAIN, 45, "1.2", Where.INSIDE),
    ),
    Idea(
        "talk-table",
        _("Naar een tafel om te praten"),
        _("Veel steden hebben een tafel waar je Nederlands oefent. Ga de eerste keer samen."),
        _("Met wie praat jij Nederlands deze week?"),
        *(DOMAIN, 90, "1.2", Where.INSIDE),
    ),
    Idea(
        "short-mail",
        _("Schrijf een korte mail"),
        _("Schrijf samen een mail aan een school of een dienst. Begin met ‘dag’ en eindig met je naam."),
        _("Wanneer bel jij, en wanneer schrijf jij?"),
        *(DOMAIN, 30, "1.2", Where.INSIDE),
    ),
    Idea(
        "tell-again",
        _("Vertel het verhaal opnieuw"),
        _("Lees samen een kort verhaal. Vertel het daarna zonder te kijken."),
        _("Wie kan in jouw familie goed vertellen?"),
        *(DOMAIN, 30, "2.1", Where.INSIDE),
    ),
    Idea(
        "picture-story",
        _("Eén tekening, tien zinnen"),
        _("Zoek een tekening met veel mensen. Zeg om de beurt één zin over wat je ziet."),
        _("Wie op de tekening wil jij zijn?"),
        *(DOMAIN, 30, "1.1", Where.INSIDE),
    ),
)
