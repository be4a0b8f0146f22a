"""Everyday occasions for a coach: what one sees, what to ask about it, what one may tell.

FAQ question 10: a coach takes small everyday things as an occasion to ask, such as sick notes on a board.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Occasion:
    """Something small that leads to a question."""

    code: str
    see: Promise
    ask: Promise
    tell: Promise


OCCASIONS = (
    Occasion(
        "letters",
        _("Er ligt een stapel brieven op tafel."),
        _("Welke brief is nieuw? Weet je wat je moet doen?"),
        _("Zoek samen van wie de brief komt, wat erin staat en voor wanneer het is."),
    ),
    Occasion(
        "doctor-notes",
        _("Er hangen briefjes van de dokter aan de muur."),
        _("Weet je waar die naartoe moeten? Lukt dat met de uren?"),
        _("Het ziekenfonds heeft een brievenbus en een app. Vraag niet waarom iemand naar de dokter ging."),
    ),
    Occasion(
        "waste-bags",
        _("De zakken voor het afval staan klaar."),
        _("Op welke dag haalt men ze? Wat mag in de blauwe zak?"),
        _("Kijk samen op de kalender van het afval. Die is er ook als app."),
    ),
    Occasion(
        "no-bus",
        _("De bus komt niet."),
        _("Wat doe je als de bus niet komt? Waar kan je kijken?"),
        _("Open samen de app van De Lijn. Zoek een andere weg."),
    ),
    Occasion(
        "school-note",
        _("Er zit een briefje in de boekentas."),
        _("Wat vraagt de school? Voor wanneer?"),
        _("Schrijf de dag in de agenda. Oefen één zin voor de leraar."),
    ),
    Occasion(
        "shop-receipt",
        _("Er ligt een ticket van de winkel."),
        _("Wat was duur? Waar kost het minder?"),
        _("Lees samen de woorden op het ticket. Praat over waar het minder kost."),
    ),
    Occasion(
        "cold-house",
        _("Het is koud in huis."),
        _("Weet je hoe je de warmte hoger zet? Weet je wat dat kost?"),
        _("De gemeente en het OCMW weten wie helpt als de kosten hoog zijn."),
    ),
    Occasion(
        "dialect",
        _("Een buur zegt iets in dialect."),
        _("Wat zei hij, denk je? Wat kan je zeggen?"),
        _("Oefen een zin: ‘Kunt u dat nog eens traag zeggen?’"),
    ),
    Occasion(
        "phone-rings",
        _("De telefoon gaat en niemand neemt op."),
        _("Bel jij graag in het Nederlands? Wat is moeilijk?"),
        _("Schrijf samen de eerste zin op. Oefen en bel dan terug."),
    ),
    Occasion(
        "parcel-card",
        _("De post bracht een kaartje voor een pakje."),
        _("Wat staat erop? Waar ligt het pakje nu?"),
        _("Lees samen tot welke dag je het kan halen en wat je moet tonen."),
    ),
    Occasion(
        "broken-bike",
        _("Er staat een fiets die stuk is."),
        _("Wat is er stuk? Wie kan het maken?"),
        _("Zoek samen een plek waar men gratis helpt."),
    ),
    Occasion(
        "a-bill",
        _("Er ligt een factuur."),
        _("Wat moet je betalen? Voor welke dag?"),
        _("Lukt betalen niet? Bel voor die dag voorbij is. Vaak mag je in stukken betalen."),
    ),
    Occasion(
        "poster",
        _("Er hangt een affiche in het raam van een winkel."),
        _("Wat is er te doen? Wil je erheen?"),
        _("Lees de dag, het uur, de plek en de prijs. Schrijf het in de agenda."),
    ),
    Occasion(
        "children-free",
        _("De kinderen hebben vakantie."),
        _("Wat doen ze deze week? Wat zouden ze graag doen?"),
        _("Vertel wat de gemeente doet voor kinderen. Kijk samen wat weinig kost."),
    ),
    Occasion(
        "birthday",
        _("Iemand is jarig."),
        _("Hoe vieren jullie dat? Wat geef je?"),
        _("Vertel hoe het hier gaat in de klas en op het werk."),
    ),
    Occasion(
        "rain",
        _("Het regent hard."),
        _("Ga je dan naar buiten? Heb je goede kleren?"),
        _("Warme kleren kosten minder in een kringwinkel. Ga eens samen kijken."),
    ),
    Occasion(
        "sms-code",
        _("Er komt een code op de gsm."),
        _("Van wie is die code? Aan wie mag je hem geven?"),
        _("Geef een code nooit aan iemand die belt. Een bank vraagt dat niet."),
    ),
    Occasion(
        "noise",
        _("De buren maken lawaai."),
        _("Wat kan je zeggen? Wanneer moet het stil zijn?"),
        _("Oefen een vriendelijke zin. Vraag eerst, klaag later."),
    ),
    Occasion(
        "long-queue",
        _("Er staat een lange rij aan het loket."),
        _("Moet je een nummer nemen? Had je een afspraak nodig?"),
        _("Toon hoe je thuis een afspraak maakt met de telefoon of het internet."),
    ),
    Occasion(
        "strange-word",
        _("Er staat een vreemd woord in de winkel."),
        _("Wat denk je dat het is?"),
        _("Raad eerst en vraag het dan. Schrijf het woord op met ‘de’ of ‘het’."),
    ),
    Occasion(
        "leak",
        _("Er lekt water in de keuken."),
        _("Wie moet dat maken? Wie bel je?"),
        _("Maak een foto. Schrijf samen een korte mail aan wie het huis verhuurt."),
    ),
    Occasion(
        "silent-bus",
        _("Niemand zegt dag op de bus."),
        _("Hoe voelt dat voor jou? Hoe gaat het elders?"),
        _("Vertel dat veel mensen hier eerst stil zijn. Zij zijn niet boos."),
    ),
)
