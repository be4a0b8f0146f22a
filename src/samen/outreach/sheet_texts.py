"""Information sheets: what it is and what it is not, for newcomers, coaches and intermediaries.

The neutral sheet that the programme asks for (FAQ questions 4, 8, 12, 13 and 15; R83, R85): plain words (A2),
each no longer than one page of A4. Whom to call stands below it on paper and on the page.
"""

from django.utils.translation import gettext_lazy as _

from samen.messaging.blocks import items, title, whole
from samen.messaging.choices import Surface
from samen.messaging.kinds import CONTACT, Kind
from samen.outreach.choices import Sheet

NEWCOMER = Kind(
    code="sheet_newcomer",
    title=_("Infoblad voor nieuwkomers"),
    subject=_("Meedoen als je nieuw bent"),
    body=whole(
        title(_("Wat is het?")),
        _(
            "Je krijgt een coach. Dat is iemand die hier al lang woont. Jullie leren elkaar kennen. "
            "Zo leer je ook de mensen en de plaatsen hier kennen."
        ),
        title(_("Wat doen jullie samen?")),
        items(
            _("Nederlands praten, rustig en zonder les."),
            _("Samen naar de markt, de bib of het park."),
            _("Vragen stellen over het leven hier."),
        ),
        _("Jij zegt wat je wil leren. Jullie kiezen samen wat jullie doen."),
        title(_("Wat is het niet?")),
        items(
            _("Geen les en geen examen."),
            _("Geen hulp met geld, werk of een woning zoeken."),
            _("Geen plaats om een lief te zoeken."),
        ),
        title(_("Hoe vaak en hoe lang?")),
        _(
            "Jullie zien elkaar om de twee weken, of vaker. Dat duurt zes tot twaalf maanden. "
            "Jullie weten vooraf tot wanneer."
        ),
        title(_("Wat kost het? Moet ik dit doen?")),
        _("Het is gratis. Je kiest dit zelf. Je mag altijd stoppen. Laat het ons dan weten."),
        title(_("Is het voor iedereen?")),
        _("Ja. Het gaat niet over politiek of geloof. Niemand verdient er geld aan."),
        title(_("Wat gebeurt er als je meedoet?")),
        _(
            "Wij bellen jou binnen zeven dagen. Dan praten wij een half uur met jou. "
            "Je mag iemand meebrengen. Wij zoeken iemand die bij jou past. Dat duurt soms een paar weken. "
            "Jullie zeggen allebei ja. Dan begint het."
        ),
        title(_("Wat doen wij met wat je ons zegt?")),
        _(
            "Alleen de mensen die hier werken, lezen het. Jouw coach ziet jouw voornaam en jouw nummer. "
            "Maar pas als jullie allebei ja zeggen. Je mag alles zien, verbeteren en laten wissen."
        ),
        title(_("En als er iets gebeurt?")),
        _("Jouw coach is verzekerd als jullie elkaar zien. Vraag ons wat dat is voor jou."),
    ),
    placeholders=CONTACT,
    surface=Surface.SHEET,
)

COACH = Kind(
    code="sheet_coach",
    title=_("Infoblad voor coaches"),
    subject=_("Meedoen als coach"),
    body=whole(
        title(_("Wat doe je als coach?")),
        _(
            "Je leert iemand kennen die hier nieuw is. Jullie doen gewone dingen en praten Nederlands. "
            "Je luistert, je hebt geduld en je wijst de weg. Weet je iets niet? Zoek het samen op."
        ),
        items(
            _("Samen naar de markt, de bib of het park."),
            _("Nederlands praten, rustig en zonder les."),
            _("Vragen stellen over het leven hier."),
        ),
        title(_("Wat doe je niet?")),
        items(
            _("Je geeft geen les."),
            _("Je lost geen problemen op met geld, werk of een woning. Je zegt wel wie kan helpen."),
            _("Je praat niet over jouw geloof of jouw politiek om iemand te winnen."),
            _("Je zoekt hier geen lief."),
        ),
        title(_("Hoe vaak en hoe lang?")),
        _(
            "Jullie zien elkaar om de twee weken, of vaker. Dat duurt zes tot twaalf maanden. "
            "Jullie weten vooraf tot wanneer."
        ),
        title(_("Krijg of betaal je iets?")),
        _(
            "Nee. Je bent vrijwilliger en je kiest dit zelf. Veel leuke dingen zijn gratis. "
            "Vraag ons vooraf of wij jouw kosten betalen. Je mag altijd stoppen. Laat het ons dan weten."
        ),
        title(_("Ben je verzekerd?")),
        _("Ja. Wij hebben een verzekering voor coaches. Die telt elke keer dat jullie elkaar zien."),
        title(_("Leef je van een uitkering?")),
        _(
            "Meestal mag je coach zijn. Maar zeg het eerst aan de dienst die jou betaalt: "
            "de RVA, het ziekenfonds of het OCMW. Woon je in de opvang? Zeg het dan daar. "
            "Soms wacht je op een ja. Wij helpen jou met het papier."
        ),
        title(_("Wat gebeurt er als je meedoet?")),
        _(
            "Wij bellen jou binnen zeven dagen. Dan praten wij een half uur met jou. "
            "Wij zoeken iemand die bij jou past. Dat duurt soms een paar weken. "
            "Jullie zeggen allebei ja. Dan begint het. Wij blijven jou helpen."
        ),
        title(_("Wat doen wij met wat je ons zegt?")),
        _(
            "Alleen de mensen die hier werken, lezen het. Jouw duo ziet jouw voornaam en jouw nummer. "
            "Maar pas als jullie allebei ja zeggen. Je mag alles zien, verbeteren en laten wissen."
        ),
    ),
    placeholders=CONTACT,
    surface=Surface.SHEET,
)

INTERMEDIARY = Kind(
    code="sheet_intermediary",
    title=_("Infoblad voor tussenpersonen"),
    subject=_("Ken je iemand voor wie dit goed is?"),
    body=whole(
        title(_("Wat doen wij?")),
        _(
            "Wij brengen twee mensen samen: iemand die nieuw is en iemand die hier al lang woont. "
            "Zij zien elkaar om de twee weken, zes tot twaalf maanden lang. Zij praten Nederlands, "
            "leren elkaar kennen en ontdekken de buurt. Het is gratis en vrij. Wij zijn er voor iedereen: "
            "geen politiek, geen geloof, geen winst."
        ),
        title(_("Wat spreken wij met jou af?")),
        items(
            _(
                "Wie wij zoeken: nieuwe mensen die al een beetje Nederlands spreken, "
                "en mensen die hier al lang wonen en tijd hebben."
            ),
            _("Waarvoor: om elkaar te leren kennen. Niet voor les, en niet voor hulp met geld of werk."),
            _("Hoe: jullie vullen samen de vragen in op onze pagina. Dat duurt vijf minuten."),
            _("Bij wie: een vraag komt naar ons. Ons nummer staat op dit blad."),
        ),
        title(_("Hoe stuur je iemand naar ons?")),
        items(
            _("Vertel wat het is en wat het niet is. Geef een flyer of een blad mee."),
            _("Vraag of die persoon het zelf wil. Zonder ja stuur je ons niets."),
            _("Vul de vragen samen in. Dat kan in tien talen. Bellen mag ook, als die persoon erbij is."),
        ),
        title(_("Voor wie is het nog te vroeg?")),
        _(
            "Voor wie nog bijna geen Nederlands spreekt. Een gesprek over eenvoudige dingen moet al lukken: "
            "waar woon je, wat doe je graag? Weet je het niet zeker? Bel ons dan samen."
        ),
        title(_("Wil iemand met een uitkering coach zijn?")),
        _("Dan moet die persoon het eerst zeggen aan de dienst die betaalt. Wij leggen uit hoe dat gaat."),
        title(_("Wat hoor je van ons?")),
        _(
            "Vindt die persoon het goed? Dan hoor je of het begonnen is. Waarom iets niet doorgaat, "
            "zeggen wij niet. Vindt die persoon het niet goed? Dan hoor je niets."
        ),
        _("Om de drie maanden bellen wij jou. Hoe gaat het? Heb je nog flyers en bladen?"),
    ),
    placeholders=CONTACT,
    surface=Surface.SHEET,
)

KINDS = (NEWCOMER, COACH, INTERMEDIARY)
KIND_OF = {Sheet.NEWCOMER: NEWCOMER, Sheet.COACH: COACH, Sheet.INTERMEDIARY: INTERMEDIARY}
