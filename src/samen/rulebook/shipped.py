"""The rows that Samen brings along, as its makers read them in public sources.

Add a row when the law changes; never rewrite one that a release held: an installation has counted by it.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from samen.rulebook.choices import Confidence, Key

READ_ON = date(2026, 11, 23)


@dataclass(frozen=True)
class Shipped:
    """One row: a number or the words of a source, from a day on."""

    key: Key
    valid_from: date
    source: str
    address: str = ""
    value: Decimal | None = None
    words: str = ""
    confidence: Confidence = Confidence.GOOD
    verified_on: date = READ_ON


_RVA_SHEET = "https://www.rva.be/nl/documentatie/infoblad/e39"
_WHO_MAY = "https://www.vlaanderenvrijwilligt.be/wetgeving/wie-mag-vrijwilligen/"
_RECORD_SAYS = "Verenigingsinfo, uittreksel strafregister voor vrijwilligers"
_RECORD = (
    "https://www.vereniginginfo.be/blog/vzws/uittreksel-strafregister-ook-voor-te-leggen-door-vrijwilligers-"
    "die-structureel-in-aanraking-komen-met-minderjarigen/98/"
)
_GEEL = "https://www.geel.be/vrijwilligers"

ROWS = (
    Shipped(Key.UNEMPLOYMENT_ANSWER, date(2022, 1, 1), "RVA, infoblad E39", _RVA_SHEET, value=Decimal(12)),
    Shipped(
        Key.BENEFIT_ASK_AGAIN,
        date(2020, 1, 1),
        "Geen wet: een voorzichtige keuze, want een uitkering verandert",
        value=Decimal(6),
        confidence=Confidence.CHECK,
    ),
    Shipped(
        Key.TIME_CREDIT,
        date(2020, 1, 1),
        "Vlaams Steunpunt Vrijwilligerswerk",
        "https://vrijwilligerswerk.be/nieuws/vrijwilligerswerk-meldingsplicht-bij-de-rva",
        words="Met tijdskrediet moet je niets melden.",
        confidence=Confidence.CHECK,
    ),
    Shipped(
        Key.TIME_CREDIT,
        date(2020, 1, 1),
        "Gemeente Balen",
        "https://www.balen.be/product/732/vrijwilligers-gemeente-en-ocmw-wie",
        words="Wie geld krijgt van de RVA, meldt het vooraf.",
        confidence=Confidence.CHECK,
    ),
    Shipped(
        Key.SICKNESS_RENEWAL,
        date(2020, 1, 1),
        "De Voorzorg Antwerpen",
        "https://www.devoorzorg.be/antwerpen/voordelen-advies/Uitkeringen/Ziekte-en-ongeval/"
        "Tijdens-je-arbeidsongeschiktheid/Pages/Activiteiten-uitvoeren.aspx",
        words="De adviserend arts geeft vooraf een verklaring. Er staat niet bij hoe lang ze geldt.",
        confidence=Confidence.CHECK,
    ),
    Shipped(
        Key.SICKNESS_RENEWAL,
        date(2020, 1, 1),
        "Stad Geel",
        _GEEL,
        words="Vraag de toelating elk jaar opnieuw.",
        confidence=Confidence.CHECK,
    ),
    Shipped(
        Key.LIVING_WAGE,
        date(2020, 1, 1),
        "Stad Geel",
        _GEEL,
        words="Meld het aan de maatschappelijk werker van het OCMW.",
        confidence=Confidence.CHECK,
    ),
    Shipped(
        Key.LIVING_WAGE,
        date(2017, 3, 9),
        "Apache",
        "https://www.apache.be/2017/03/09/schaf-meldingsplicht-werkloze-vrijwilligers-af/",
        words="De maatschappelijk werker moet akkoord gaan.",
        confidence=Confidence.CHECK,
    ),
    Shipped(
        Key.VOLUNTEER_AGE,
        date(2006, 8, 1),
        "Vlaanderen Vrijwilligt, wie mag vrijwilligen",
        _WHO_MAY,
        value=Decimal(16),
    ),
    Shipped(
        Key.VOLUNTEER_AGE_SCHOOL,
        date(2006, 8, 1),
        "Vlaanderen Vrijwilligt, wie mag vrijwilligen",
        _WHO_MAY,
        value=Decimal(15),
    ),
    Shipped(Key.RECORD_EXTRACT, date(2023, 2, 1), _RECORD_SAYS, _RECORD, value=Decimal(1)),
    Shipped(Key.RECORD_AGAIN, date(2023, 2, 1), _RECORD_SAYS, _RECORD, value=Decimal(12)),
)
