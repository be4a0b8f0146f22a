"""How a group may talk: a card for each of the eight methods that the programme names (FAQ question 7, R69).

Each was written for a group of coaches, of newcomers or of both. Whoever leads the group reads it before and
keeps it at hand: the minutes of the steps add up to the whole.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samen.library.choices import FromLevel, Method, Theme


@dataclass(frozen=True)
class Step:
    """What the group does for so many minutes."""

    title: Promise
    text: Promise
    minutes: int


@dataclass(frozen=True)
class Source:
    """Who described the method; a web address only where one is sure."""

    name: Promise
    url: str = ""


@dataclass(frozen=True)
class MethodCard:
    """How to lead a group by one method."""

    method: Method
    purpose: Promise
    fewest: int
    most: int
    minutes: int
    # The lowest level of Dutch from which newcomers can take part.
    level: FromLevel
    steps: tuple[Step, ...]
    material: Promise
    pitfalls: tuple[Promise, ...]
    source: Source
    themes: tuple[Theme, ...]
    remark: Promise | None = None

    def clock(self) -> Iterator[tuple[int, int, Step]]:
        """Each step with the minutes between which it lies."""
        begins = 0
        for step in self.steps:
            yield begins, begins + step.minutes, step
            begins += step.minutes


INCIDENT = MethodCard(
    method=Method.INCIDENT,
    purpose=_(
        "Eén deelnemer vertelt kort wat er met zijn of haar duo gebeurde. "
        "De groep vraagt eerst naar de feiten en geeft pas daarna raad."
    ),
    fewest=5,
    most=10,
    minutes=75,
    level=FromLevel.L21,
    steps=(
        Step(
            _("Kies een voorval"),
            _(
                "Iedereen noemt in één zin iets dat onlangs gebeurde. Kies samen waar de meesten iets aan "
                "hebben. Wie het meemaakte, is de verteller."
            ),
            10,
        ),
        Step(
            _("Vertel wat er gebeurde"),
            _(
                "De verteller zegt wie, wat, waar en wanneer, zonder te zeggen waarom. Hij of zij eindigt "
                "met "
                "één vraag aan de groep."
            ),
            5,
        ),
        Step(
            _("Vraag naar de feiten"),
            _(
                "Iedereen schrijft twee vragen op die beginnen met wie, wat, waar, wanneer of hoe. Stel "
                "ze om "
                "de beurt. ‘Heb je al geprobeerd om …’ is geen vraag maar raad, en mag nog niet."
            ),
            20,
        ),
        Step(
            _("Zeg wat volgens jou de kern is"),
            _(
                "Elk schrijft één of twee zinnen en leest ze voor. De verteller luistert en antwoordt nog "
                "niet."
            ),
            10,
        ),
        Step(
            _("Geef raad"),
            _("Begin met ‘Ik zou …’. Schrijf alles op het bord. Spreek de raad van een ander niet tegen."),
            15,
        ),
        Step(
            _("De verteller kiest"),
            _("Welke raad helpt? Wat is de eerste stap, en wanneer?"),
            10,
        ),
        Step(
            _("Wat neem je mee?"),
            _("Iedereen noemt één ding dat ook in het eigen duo van pas komt."),
            5,
        ),
    ),
    material=_("Blaadjes en balpennen, een bord met stiften, een klok die iedereen ziet."),
    pitfalls=(
        _("De groep geeft te vroeg raad. Vraag dan: wat wil je eerst nog weten?"),
        _("De verteller moet zich verdedigen. Vraag naar wat iemand deed, niet naar hoe iemand is."),
        _("Twee voorvallen lopen door elkaar. Kies er één en bewaar het andere voor een volgende keer."),
    ),
    source=Source(_("Paul en Faith Pigors, Case Method in Human Relations: The Incident Process, 1961")),
    themes=(Theme.APPOINTMENTS, Theme.INITIATIVE, Theme.REFERRING),
)

FORCE_FIELD = MethodCard(
    method=Method.FORCE_FIELD,
    purpose=_(
        "De groep tekent wat een plan vooruithelpt en wat het tegenhoudt. "
        "Daarna kiest ze één rem die kleiner kan worden."
    ),
    fewest=3,
    most=8,
    minutes=60,
    level=FromLevel.L12,
    steps=(
        Step(
            _("Schrijf het doel op"),
            _(
                "Neem iets dat een deelnemer wil bereiken, zoals: ‘Wij kiezen om de beurt wat we doen.’ "
                "Schrijf "
                "het rechts op een groot blad. Trek in het midden een lijn: daar staan we nu."
            ),
            10,
        ),
        Step(
            _("Wat helpt?"),
            _(
                "Elk schrijft alleen op groene kaartjes wat al in de goede richting duwt: mensen, tijd, een "
                "gewoonte, zin. Eén ding per kaartje. Tekenen mag ook."
            ),
            10,
        ),
        Step(
            _("Wat houdt tegen?"),
            _("Doe hetzelfde op rode kaartjes voor wat remt. Denk ook aan wat jezelf tegenhoudt."),
            10,
        ),
        Step(
            _("Maak pijlen"),
            _(
                "Hang groen links van de lijn en rood rechts. Lees elk kaartje voor. Wat sterk is, krijgt "
                "een "
                "dikke pijl; wat zwak is, een dunne."
            ),
            10,
        ),
        Step(
            _("Kies één rem"),
            _(
                "Duid aan waar jullie zelf iets aan kunnen doen. Kies daarvan één rem. Minder remmen werkt "
                "meestal beter dan harder duwen."
            ),
            10,
        ),
        Step(
            _("Zet een kleine stap"),
            _("Bedenk drie dingen die deze week kunnen. De deelnemer kiest er één en zegt op welke dag."),
            10,
        ),
    ),
    material=_("Een groot blad aan de muur, kaartjes in groen en rood, dikke stiften, plakband."),
    pitfalls=(
        _("Het doel is te groot. Maak het zo klein dat het binnen een maand kan lukken."),
        _("Alle remmen gaan over de andere van het duo. Vraag dan wat jij er zelf aan doet."),
        _("Wie weinig schrijft, doet niet mee. Laat in tweetallen kaartjes maken."),
    ),
    source=Source(_("Kurt Lewin, Field Theory in Social Science, 1951")),
    themes=(Theme.APPOINTMENTS, Theme.INITIATIVE, Theme.ACTIVITIES),
)

PROFILE = MethodCard(
    method=Method.PROFILE,
    purpose=_(
        "Elk maakt een eenvoudig portret van het eigen duo. "
        "Wie de portretten naast elkaar legt, ziet wat andere duo’s anders doen."
    ),
    fewest=3,
    most=6,
    minutes=60,
    level=FromLevel.L11,
    steps=(
        Step(
            _("Toon een voorbeeld"),
            _(
                "Teken op een groot blad twee figuren en vier vakken. In de vakken komt: dit doen wij, "
                "dit gaat "
                "goed, dit is moeilijk, dit willen wij nog."
            ),
            5,
        ),
        Step(
            _("Maak je portret"),
            _(
                "Elk vult een eigen blad in met woorden, tekeningen of geknipte foto’s. Schrijf geen "
                "namen. Laat "
                "weg wat je niet wil vertellen."
            ),
            15,
        ),
        Step(
            _("Toon en vertel"),
            _(
                "Elk krijgt drie minuten. De anderen kijken en luisteren. Daarna stelt wie rechts zit één "
                "vraag."
            ),
            20,
        ),
        Step(
            _("Zoek wat je herkent"),
            _("Hang alles op. Plak een groene stip bij wat je kent en een gele bij wat je wil proberen."),
            10,
        ),
        Step(
            _("Kies één ding"),
            _("Praat kort over de gele stippen. Elk eindigt met één zin: ‘Ik ga …’."),
            10,
        ),
    ),
    material=_(
        "Voor elk een groot blad, kleurstiften, oude tijdschriften, scharen, lijm, stippen in twee kleuren."
    ),
    pitfalls=(
        _("Het wordt een verslag over de ander. Vraag: en wat doe jij dan?"),
        _("Iemand vindt geen woorden. Leg zinnen klaar om af te maken, met een prent erbij."),
        _("Mooi tekenen telt plots mee. Maak je eigen voorbeeld daarom niet te mooi."),
    ),
    source=Source(_("De veelgestelde vragen van Samen Inburgeren noemen deze methode zonder een auteur.")),
    themes=(Theme.LANGUAGE_USE, Theme.ACTIVITIES, Theme.EFFECT),
    remark=_("Wij vonden geen beschrijving van deze methode. De stappen op deze kaart zijn van ons."),
)

THEME_CENTRED = MethodCard(
    method=Method.THEME_CENTRED,
    purpose=_(
        "De groep praat over één thema en houdt drie dingen in evenwicht: ik, wij en het thema. "
        "Zo komt iedereen aan het woord zonder dat het gesprek afdwaalt."
    ),
    fewest=5,
    most=12,
    minutes=90,
    level=FromLevel.L12,
    steps=(
        Step(
            _("Nodig uit"),
            _(
                "Hang het thema op als een open zin, zoals: ‘Samen iets kiezen: hoe gaat dat bij ons?’ "
                "Geef twee "
                "regels: spreek voor jezelf met ‘ik’, en zeg het wanneer iets je stoort."
            ),
            10,
        ),
        Step(
            _("Eerst elk alleen"),
            _(
                "Denk drie minuten in stilte. Maak dan om de beurt dezelfde zin af: ‘Bij dit thema denk "
                "ik aan …’. "
                "Niemand reageert al."
            ),
            15,
        ),
        Step(
            _("Dan met twee"),
            _(
                "Maak tweetallen van mensen uit verschillende duo’s. De ene vertelt een ervaring, de "
                "andere vraagt "
                "verder. Wissel na zeven minuten."
            ),
            15,
        ),
        Step(
            _("Dan met allen"),
            _(
                "Praat in de kring over wat opviel. Kijk elke tien minuten: hoorden we iedereen, en gaat "
                "het nog "
                "over ons thema? Geef ruimte aan wat te weinig kreeg."
            ),
            30,
        ),
        Step(
            _("Wat weten we nu?"),
            _("Maak samen drie korte zinnen: dit helpt, dit is moeilijk, dit proberen we."),
            10,
        ),
        Step(
            _("Sluit de kring"),
            _("Elk zegt met één woord hoe hij of zij naar huis gaat, en wat hij of zij gaat doen."),
            10,
        ),
    ),
    material=_("Een kring van stoelen zonder tafels, het thema op een groot blad, stiften."),
    pitfalls=(
        _("Het gaat over ‘de mensen’ en ‘men’. Vraag: hoe is dat bij jou?"),
        _("Eén iemand neemt alle tijd. Ga dan terug naar tweetallen."),
        _("Lawaai of een ruzie hindert. Praat daar eerst over; zonder rust lukt het thema niet."),
    ),
    source=Source(
        _("Ruth Cohn, Van psychoanalyse naar themagecentreerde interactie"),
        "https://www.ruth-cohn-institute.org/",
    ),
    themes=(Theme.INITIATIVE, Theme.LANGUAGE_USE, Theme.ACTIVITIES, Theme.EFFECT),
)

BALINT = MethodCard(
    method=Method.BALINT,
    purpose=_(
        "De groep denkt na over wat er tussen twee mensen gebeurt: wat voel je bij de ander, en wat doet "
        "dat met "
        "jullie contact? Je zoekt geen oplossing maar een nieuwe kijk."
    ),
    fewest=6,
    most=10,
    minutes=90,
    level=FromLevel.L22,
    steps=(
        Step(
            _("Wie bleef ermee zitten?"),
            _(
                "Vraag wie na een ontmoeting met een gevoel naar huis ging: boos, bezorgd, te dichtbij, "
                "te ver weg. "
                "Kies één verhaal."
            ),
            10,
        ),
        Step(
            _("Luister"),
            _("De verteller praat vrij en zonder blad, over de ander en over zichzelf. Niemand onderbreekt."),
            10,
        ),
        Step(
            _("Vraag wat onduidelijk is"),
            _("Alleen korte vragen naar wat er gebeurde. Nog niets over hoe het beter kan."),
            10,
        ),
        Step(
            _("De groep praat, de verteller luistert"),
            _(
                "De verteller schuift de stoel achteruit en zwijgt. De anderen stellen zich voor hoe het "
                "voor de "
                "coach is, en hoe voor de inburgeraar. Zeg ‘ik stel me voor’ en niet ‘het is zo’. Houd "
                "beide kanten "
                "in het gesprek."
            ),
            35,
        ),
        Step(
            _("De verteller komt terug"),
            _("Wat raakte? Wat was nieuw? Wat klopt niet? De verteller hoeft niets te beloven."),
            15,
        ),
        Step(
            _("Rond het verhaal af"),
            _("Elk zegt wat dit verhaal over het eigen duo vertelt. Herhaal dat het in deze kamer blijft."),
            10,
        ),
    ),
    material=_(
        "Een kring van stoelen in een stille kamer waar niemand binnenloopt. Geen bord, geen notities."
    ),
    pitfalls=(
        _("De groep wil het oplossen. Vraag: hoe zou dat voor de ander zijn?"),
        _("Het wordt roddelen. Praat alsof de ander mee aan tafel zit."),
        _("Iemand wordt diep geraakt. Stop, neem een pauze, en bel hem of haar de dag nadien."),
    ),
    source=Source(
        _("Michael Balint, The Doctor, His Patient and the Illness, 1957"), "https://balint.co.uk/"
    ),
    themes=(Theme.ROLE, Theme.REFERRING),
    remark=_(
        "In de veelgestelde vragen van Samen Inburgeren staat ‘Balantmethode’. Het gaat om deze methode."
    ),
)

RAGUSE = MethodCard(
    method=Method.RAGUSE,
    purpose=_(
        "Deelnemers kruipen om de beurt in de huid van de mensen uit één verhaal en spreken als ‘ik’. "
        "Zo hoort de verteller hoe het van de andere kant klinkt."
    ),
    fewest=5,
    most=8,
    minutes=90,
    level=FromLevel.L22,
    steps=(
        Step(
            _("Kies een verhaal"),
            _("Elk noemt iets dat niet loslaat. Kies een verhaal waarin minstens twee mensen voorkomen."),
            10,
        ),
        Step(
            _("Vertel"),
            _(
                "De verteller zegt wat er gebeurde en wie erbij was. Maak voor elke persoon een kaart "
                "zonder naam: "
                "‘de coach’, ‘de inburgeraar’, ‘de zus’."
            ),
            10,
        ),
        Step(
            _("Wat komt in je op?"),
            _("Elk noemt een beeld, een gevoel of een herinnering bij het verhaal. De verteller luistert."),
            15,
        ),
        Step(
            _("Spreek als die ander"),
            _(
                "Neem een kaart en praat een minuut of twee als die persoon: ‘Ik ben de inburgeraar, en "
                "ik …’. "
                "Doe een tweede ronde waarin elk een andere kaart neemt."
            ),
            25,
        ),
        Step(
            _("De verteller antwoordt"),
            _("Bij welke zin zag je iets nieuws? Welke zin past niet?"),
            10,
        ),
        Step(
            _("Word weer jezelf"),
            _("Leg de kaarten weg, sta even recht en zeg je eigen naam."),
            5,
        ),
        Step(
            _("Wat nu?"),
            _(
                "Praat als jezelf over wat dit leert. De verteller kiest wat hij of zij de volgende keer "
                "anders doet."
            ),
            15,
        ),
    ),
    material=_("Stevige kaarten en een dikke stift, een kring van stoelen met plaats om recht te staan."),
    pitfalls=(
        _("Iemand doet een ander na om te lachen. Leg stil en vraag wat die persoon nodig heeft."),
        _("Iemand blijft in de rol. Sla de stap ‘Word weer jezelf’ nooit over."),
        _("Niemand durft te beginnen. Neem dan zelf de eerste kaart."),
    ),
    source=Source(
        _("Jeroen Hendriksen en Arjan de Wit, over het werk van Ruth Cohn en Hartmut Raguse"),
        "https://jeroenhendriksen.nl/het-gesprek-leiden-tijdens-een-intervisie-bijeenkomst/",
    ),
    themes=(Theme.APPOINTMENTS, Theme.ROLE),
)

SOCRATIC = MethodCard(
    method=Method.SOCRATIC,
    purpose=_(
        "De groep onderzoekt één vraag waarop geen boek het antwoord geeft, zoals: ‘Wanneer help ik te "
        "veel?’ "
        "Iedereen denkt na vanuit iets dat echt gebeurd is."
    ),
    fewest=5,
    most=10,
    minutes=90,
    level=FromLevel.L22,
    steps=(
        Step(
            _("Kies de vraag"),
            _(
                "Elk stelt een vraag voor die je kan beantwoorden door na te denken, zonder iets op te "
                "zoeken. "
                "Kies er één en schrijf ze groot."
            ),
            10,
        ),
        Step(
            _("Zoek een voorbeeld"),
            _(
                "Enkelen vertellen kort wat ze zelf meemaakten. Kies iets dat voorbij is en waarbij "
                "iemand moest kiezen."
            ),
            15,
        ),
        Step(
            _("Vind het ogenblik"),
            _(
                "Wanneer kwam het erop aan? Wat deed de verteller toen, en wat dacht hij of zij? Schrijf "
                "dat in één zin."
            ),
            15,
        ),
        Step(
            _("Zet je op die plaats"),
            _("Elk schrijft op wat hij of zij op dat ogenblik had gedaan, en waarom. Lees voor."),
            15,
        ),
        Step(
            _("Onderzoek de redenen"),
            _(
                "Vraag door: wat bedoel je, is dat altijd zo, wat zegt iemand die het anders ziet? Zoek "
                "wat jullie "
                "allemaal belangrijk vinden. Jullie hoeven het niet eens te worden."
            ),
            25,
        ),
        Step(
            _("Schrijf je antwoord"),
            _("Elk antwoordt in één zin op de vraag van het begin en leest die voor."),
            10,
        ),
    ),
    material=_("Een bord met de vraag, stiften, voor elk een blad en een balpen."),
    pitfalls=(
        _("Het wordt een debat. Laat eerst herhalen wat de ander zei."),
        _("Het gesprek zweeft weg. Ga terug naar de zin op het bord."),
        _("Jij weet het antwoord al. Stel alleen vragen en geef geen mening."),
    ),
    source=Source(
        _("Jos Kessels, Erik Boers en Pieter Mostert, Vrije ruimte: filosoferen in organisaties, 2002")
    ),
    themes=(Theme.ROLE, Theme.REFERRING, Theme.EFFECT),
)

CRITICAL_INCIDENTS = MethodCard(
    method=Method.CRITICAL_INCIDENTS,
    purpose=_(
        "De groep verzamelt korte ogenblikken waarop het tussen twee mensen net goed liep of net fout. "
        "Ze zoekt waarom elk deed wat hij of zij deed, en wat het verschil maakte."
    ),
    fewest=4,
    most=9,
    minutes=75,
    level=FromLevel.L21,
    steps=(
        Step(
            _("Schrijf twee ogenblikken op"),
            _(
                "Eén dat goed liep en één dat moeilijk was. Schrijf alleen wat je zag en hoorde: waar was "
                "het, wie "
                "deed wat, wat kwam ervan?"
            ),
            15,
        ),
        Step(
            _("Lees voor en kies"),
            _("Elk leest voor. Kies twee ogenblikken die op elkaar lijken: een goed en een moeilijk."),
            15,
        ),
        Step(
            _("Kijk van twee kanten"),
            _(
                "Maak twee kolommen, een voor elk van de twee. Schrijf wat elk deed, dacht en belangrijk "
                "vond. Zoek "
                "voor wat vreemd lijkt minstens drie mogelijke redenen."
            ),
            20,
        ),
        Step(
            _("Wat maakte het verschil?"),
            _("Leg beide naast elkaar: de woorden, de plaats, het uur, wat vooraf gezegd was."),
            10,
        ),
        Step(
            _("Maak een tip"),
            _("Schrijf samen een zin die elk duo kan gebruiken: ‘Als …, dan …’."),
            10,
        ),
        Step(
            _("Kijk terug"),
            _("Over welk ogenblik denk jij nu anders?"),
            5,
        ),
    ),
    material=_("Voor elk twee blaadjes, een bord met twee kolommen, stiften."),
    pitfalls=(
        _(
            "‘Zo doen ze dat daar.’ Een gewoonte hoort bij een mens, niet bij een land. Vraag naar deze "
            "persoon."
        ),
        _("Alleen wat moeilijk was, telt. Begin daarom met wat goed liep."),
        _("Een ogenblik is nog te vers. Wie het meemaakte, beslist of het op tafel komt."),
    ),
    source=Source(
        _("John C. Flanagan, The Critical Incident Technique, 1954"), "https://doi.org/10.1037/h0061470"
    ),
    themes=(Theme.APPOINTMENTS, Theme.LANGUAGE_USE, Theme.ROLE),
)

CARDS: Mapping[Method, MethodCard] = {
    card.method: card
    for card in (
        INCIDENT,
        FORCE_FIELD,
        PROFILE,
        THEME_CENTRED,
        BALINT,
        RAGUSE,
        SOCRATIC,
        CRITICAL_INCIDENTS,
    )
}
