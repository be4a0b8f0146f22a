"""Titles of columns, as coordinators write them, and what they announce."""

import re

from samen.intake.dayparts import parse_availability
from samen.lists import fields
from samen.people.words import fold

LONGEST = 100
# Tabs that tell about a list and are none.
NO_LIST = frozenset(
    [
        "uitleg",
        "toelichting",
        "legende",
        "instructies",
        "explanation",
        "legend",
        "explication",
        "explications",
    ]
)

# Without spaces and accents, in small letters. Dutch first, then English and French.
_TITLES = {
    fields.NAME: (
        "naam volledigenaam naamenvoornaam voornaamennaam voornaamenfamilienaam deelnemer wie name "
        "fullname nometprenom nomcomplet contactpersoon persoon kandidaat"
    ),
    fields.GIVEN_NAME: "voornaam roepnaam vn voornamen firstname givenname given prenom",
    fields.FAMILY_NAME: "familienaam achternaam fn fam famnaam surname lastname familyname nom nomdefamille",
    fields.ROLE: "rol role type soort statuut hoedanigheid categorie nieuwkomerofcoach doelgroep profiel",
    fields.PHONE: (
        "telefoon telefoonnummer telefoonnr tel telnr gsm gsmnummer gsmnr mobiel mobielnummer phone "
        "phonenumber mobile mobilephone telephone portable contactnummer nummergsm whatsapp gsmtelefoon "
        "telefoongsm telgsm numerodetelephone"
    ),
    fields.EMAIL: (
        "email mail emailadres mailadres eemail emailadress emailaddress adressemail courriel mailtje"
    ),
    fields.GENDER: "geslacht mv mvx gender sex sexe genre manvrouw manofvrouw genderidentiteit hf",
    fields.BIRTH: (
        "geboortejaarofgeboortedatum yearordateofbirth anneeoudatedenaissance geboortejaar "
        "geboortedatum gebdatum gebjaar geboren geborenin geborenop gebdat birthyear "
        "yearofbirth birthdate dateofbirth dob datedenaissance anneedenaissance birthday verjaardag jaar"
    ),
    fields.AGE: "leeftijd age lft jaaroud",
    fields.POSTAL_CODE: (
        "postcode postnummer pc postnr postalcode zip zipcode zippostcode codepostal cp "
        "postcodeengemeente postcodegemeente postcodewoonplaats"
    ),
    fields.PLACE: (
        "municipality gemeente woonplaats plaats stad dorp woonachtig woontin waarwoonje adres place "
        "city town ville "
        "commune localite adresse address gemeentestad stadgemeente regio deelgemeente"
    ),
    fields.AVAILABILITY: (
        "vrijop vrij vrijemomenten beschikbaar beschikbaarheid beschikbaarheden wanneer wanneervrij "
        "momenten moment tijdstip dagen availability available disponibilite disponibilites "
        "wanneerbenjevrij"
    ),
    fields.INTERESTS: (
        "interesses interesse hobby hobbies hobbys vrijetijd interests interest topics interets loisirs "
        "interessegebieden onderwerpen thema themas centresdinteret watdoejegraag"
    ),
    fields.PROFESSION: (
        "workorstudy travailouetudes werk beroep job studie werkofstudie beroepofstudie profession "
        "occupation work professie "
        "achtergrond werkervaring opleiding metier professioneleachtergrond beroepsactiviteit"
    ),
    fields.LANGUAGE_LEVEL: (
        "taalniveau niveaunl niveau niveaunederlands nederlands kennisnederlands nt2 niveaunt2 "
        "languagelevel level dutchlevel niveaudeneerlandais richtgraad erk"
    ),
    fields.LANGUAGES: (
        "talen taal moedertaal thuistaal gesprokentalen contacttaal languages language langues langue "
        "andertalen welketalenspreekje"
    ),
    fields.REGISTERED_ON: (
        "datedinscription datumaanmelding aangemeldop aangemeld aanmelding aanmelddatum "
        "aanmeldingsdatum inschrijfdatum "
        "ingeschrevenop inschrijving datuminschrijving datum registeredon registeredat registrationdate "
        "date dateinscription tijdstempel timestamp datumintake startdatum"
    ),
    fields.CAPACITY: (
        "hoeveelduostegelijk howmanyduosatonce combiendeduosalafois capaciteit aantalduos hoeveelduos "
        "maxduos capacity aantal"
    ),
    fields.WISH_GENDER: (
        "williefsteenmanofvrouw prefersamanorawoman prefereunhommeouunefemme liefsteen wensgeslacht "
        "voorkeurgeslacht voorkeurmv wilmv voorkeurmanvrouw liefstmofv "
        "geslachtcoach wishgender voorkeur"
    ),
    fields.WISH_AGE_MIN: (
        "wiliemandvanafdezeleeftijd wantssomebodyfromthisage souhaiteunepersonneapartirdecetage "
        "wensleeftijdmin minleeftijd minimumleeftijd leeftijdvan wishagemin vanafleeftijd"
    ),
    fields.WISH_AGE_MAX: (
        "wiliemandtotdezeleeftijd wantssomebodyuptothisage souhaiteunepersonnejusquacetage "
        "wensleeftijdmax maxleeftijd maximumleeftijd leeftijdtot wishagemax"
    ),
    fields.WISH_MAX_KM: (
        "nietverderdankm nofurtherthankm pasplusloinquekm wensmaxkm maxkm maximumafstand maxafstand "
        "afstand wishmaxkm hoever km"
    ),
    fields.NOTE: (
        "opmerking opmerkingen nota notas notitie notities commentaar info extra extrainfo bemerking "
        "bemerkingen varia note notes remark remarks comment comments remarque remarques toelichting "
        "motivatie"
    ),
    fields.IGNORE: (
        "nr nummer id volgnummer code status land nationaliteit dossiernummer rijksregisternummer "
        "handtekening"
    ),
}
EXACT = {title: field for field, titles in _TITLES.items() for title in titles.split()}

# A longer title that holds one of these words; the first that fits counts.
_HINTS = tuple(
    (field, re.compile(rf"(?:{pattern})"))
    for field, pattern in (
        (fields.IGNORE, r"nood|handtekening|rijksregister|coordinator|intaker|begeleid door"),
        (fields.WISH_GENDER, r"(?:voorkeur|liefst|wens|wil).*(?:geslacht|man|vrouw|gender)"),
        (fields.EMAIL, r"e ?mail|\bmail|courriel"),
        (fields.PHONE, r"\bgsm|telefoon|mobiel|\btel\b|phone|whatsapp|telephone"),
        (fields.GIVEN_NAME, r"voornaam|first name|prenom"),
        (fields.FAMILY_NAME, r"familienaam|achternaam|last name|surname"),
        (fields.REGISTERED_ON, r"aanmeld|inschrij|registr|datum intake"),
        (fields.BIRTH, r"geboorte|geboren|birth|naissance"),
        (fields.AGE, r"leeftijd|\bage\b"),
        (fields.POSTAL_CODE, r"postcode|postnummer|code postal|zip"),
        (fields.LANGUAGE_LEVEL, r"niveau|taalkennis|kennis .*nederlands"),
        (fields.AVAILABILITY, r"beschikba|\bvrij\b|wanneer|momenten|availab|disponib"),
        (fields.INTERESTS, r"interess|hobby|vrije ?tijd|interest|loisir|graag do"),
        (fields.PROFESSION, r"beroep|\bwerk|\bjob\b|studie|opleiding|profession"),
        (fields.LANGUAGES, r"\btalen\b|\btaal\b|moedertaal|langue|language"),
        (fields.PLACE, r"woonplaats|gemeente|woont|\badres\b|\bstad\b"),
        (fields.GENDER, r"geslacht|gender|^v m\b"),
        (fields.CAPACITY, r"hoeveel duo|aantal duo"),
        (fields.NOTE, r"opmerking|nota|bemerking|toelicht|extra|varia|comment|remark"),
        (fields.NAME, r"\bnaam\b|\bname\b"),
    )
)


def exact(title: str) -> str | None:
    """The field that this title names outright: a known word, or parts of the week."""
    if not title.strip() or len(title) > LONGEST:
        return None
    if field := EXACT.get(fold(title).replace(" ", "")):
        return field
    slots, unread = parse_availability(title)
    return None if unread else fields.FIELD_OF_SLOTS.get(slots)


def hinted(title: str) -> str | None:
    """The field that a longer title seems to name."""
    plain = fold(title[:LONGEST])
    return next((field for field, pattern in _HINTS if pattern.search(plain)), None)
