"""The duos of the demo and their diaries.

Each line of a diary: days ago, minutes, who proposed it (n newcomer, c coach, s together, - unknown; with @
it was online, with t by telephone), what they did together.
"""

from samen.demo.notation import Rest, Story
from samen.duos.choices import ClosingReason, PauseReason

RUNNING = (
    # Nearly done: the closing talk is due.
    Story(
        newcomer="Blessing Osagie",
        coach="Veerle Cottenier",
        days=353,
        months=12,
        diary="""
            345  90 c kennismaken in het park, een rondje om de vijver
            331  75 c koffie in de bib
            318 120 c samen naar de markt
            306  60 c brief van de school lezen
            292 150 s koken bij het buurthuis
            279  90 n film kijken in de bib
            263 120 c wandelen langs de Leie
            252  60 n woorden oefenen voor het werk
            240  90 s koffie en de krant
            228 120 n samen zingen in het koor, eerste keer
            211  75 c formulier van de gemeente invullen
            199 120 s koor en daarna iets drinken
            186  90 n kringwinkel
            170 120 c museum in Deinze
            158  60 n sollicitatiebrief nalezen
            147 120 s koken: jollof en stoverij
            131  90 c
            118  75 n oefenen voor een gesprek
            104 120 s wandelen in Astene
             91  60 n vertellen over de nieuwe job
             77  90 s koffie in de bib
             62 120 n markt en samen koken
             48  90 c fietsroute verkennen
             33 120 s koor
             19  60 n boeken ruilen in de bib
              5 120 s wandelen en terugkijken op het jaar
        """,
    ),
    Story(
        newcomer="Jorge Almeida",
        coach="Wim Strobbe",
        days=300,
        months=12,
        rest=Rest(first=151, last=130, why=PauseReason.HOLIDAY),
        diary="""
            297  60 c kennismaken aan het station van Zulte
            284 120 c voetbalmatch van de jeugd
            270  90 s fietsen langs de Leie
            255 120 n vissen in Machelen
            243  75 c containerpark en sorteren uitgelegd
            229 120 n match kijken
            214  90 c rijbewijs: vragen oefenen
            200  90 c rijbewijs: vragen oefenen
            186 120 s fietsen met de kinderen
            173  60 n brief van de notaris lezen
            160 120 s vissen
            124 120 n terug na de vakantie, samen eten
            110  90 c oudercontact voorbereiden
             95 120 s voetbal met de kinderen
             82 180 n barbecue op het plein
             66  90 c bandenwissel en de woorden daarvan
             51 120 n fietsen naar Waregem
             38  75 s
             24 120 n vissen
             10  90 s zelf een fiets herstellen
        """,
    ),
    Story(
        newcomer="Sorin Vlădescu",
        coach="Etienne Roelens",
        days=245,
        months=12,
        diary="""
            241  60 c kennismaken in de volkstuin
            229 120 c spitten en zaaien
            215 120 c tuin
            203  90 s tuin, daarna koffie
            189  90 n vragen over het huurcontract
            176 120 s wandelen in Ooidonk
            161 120 s eerste oogst
            149  60 n
            134  90 s heemkundig museum
            121 120 n tuin
            107  60 c de bus naar Gent leren nemen
             92 180 s dag in Gent, met de bus
             78  90 s tuin
             63  75 n brief van de verhuurder lezen
             49 120 s tuin
             35  90 n wandelen en praten over vroeger
             20 120 s tuin opruimen
              6  90 n confituur ruilen en koffie
        """,
    ),
    Story(
        newcomer="Sami Darwish",
        coach="Johan Cnudde",
        days=201,
        months=9,
        diary="""
            198  90 c kennismaken met een partij schaak
            185  90 c schaken in het dienstencentrum
            173  60 c woorden van de apotheek
            158 120 s schaken
            146  75 n klanten uitleg geven, in gewone taal
            132 120 s zwemmen en napraten
            117  90 n gesprek met een collega van Johan
            104  60 n brief over het diploma lezen
             90 120 s schaakclub, eerste keer
             75  90 n schaakclub
             61  60 c telefoneren oefenen
             46 120 n schaakclub
             31  75 s
             17 120 n dag meekijken voorbereid
              3  90 n vertellen over de dag in de apotheek
        """,
    ),
    Story(
        newcomer="Nasrin Faqiri",
        coach="Godelieve Sap",
        days=180,
        months=12,
        diary="""
            176  60 c kennismaken in de bib van Latem
            164  90 c breien
            151  90 c breien en praten over school
            139 120 n samen naaien
            126  60 c brief van school lezen
            112  90 s markt
             97 120 n naaien: een tas
             85  60 c naar de bank, kaart aanvragen
             71  90 s koffie in de bib
             55 120 n koken
             40  90 s breien voor de verkoop van de school
             26  75 n
             11  90 s breicafé
        """,
    ),
    # Silent for more than four weeks: red.
    Story(
        newcomer="Nataliia Hrytsenko",
        coach="Sabine Ghekiere",
        days=160,
        months=12,
        diary="""
            155  75 c kennismaken, wandelen langs de Leie
            143  60 c zwemmen
            129  90 c zwemmen
            116  60 c koffie
            102  60 s@ praten met beeld, Nataliia moest vroeg werken
             88  60 c zwemmen
             71  75 c brief van het werk lezen
             52  60 ct bellen, Nataliia had weinig tijd
             33  60 c wandelen
        """,
    ),
    Story(
        newcomer="Parisa Sadeghi",
        coach="Nadine Vercruysse",
        days=130,
        months=12,
        diary="""
            127  75 c kennismaken in het buurthuis
            115 120 c samen naar de markt
            103  90 s koken
             88 120 n dansles, eerste keer
             75  60 c winkelen en prijzen vergelijken
             61 120 n dansles
             50  90 s koken
             36  60 n formulier voor de sportbon
             23 120 s dansles
             12  90 n markt
              4 120 s koken voor de buren
        """,
    ),
    # Silent for more than two weeks: orange.
    Story(
        newcomer="Tesfaye Bekele",
        coach="Dries Callens",
        days=118,
        months=6,
        diary="""
            114  60 c kennismaken, een rondje lopen
            101  90 c lopen in de Brielmeersen
             87  75 s fietsen naar Gent
             74  90 n lopen
             60 120 s loopwedstrijd kijken
             47  60 c brief van het interimkantoor lezen
             32  90 n lopen
             19  75 s fietsen langs de Leie
        """,
    ),
    # Resting because of exams.
    Story(
        newcomer="Layla Mansour",
        coach="Julie Temmerman",
        days=90,
        months=12,
        rest=Rest(first=6, last=-9, why=PauseReason.EXAMS),
        diary="""
             86  90 c kennismaken in een café in Gent
             73 120 s boekhandel en koffie
             60 120 n film
             46  60 n samenvatting nalezen
             34 120 s concert in het park
             21  90 n wandelen in De Pinte
              9  60 n@ samenvatting nalezen met beeld
        """,
    ),
    Story(
        newcomer="Ousmane Kourouma",
        coach="Steven Bostyn",
        days=75,
        months=6,
        diary="""
             71 120 c kennismaken en samen koken
             58  90 c markt
             43 120 s koken: mafé
             29  60 n brief van de energiemaatschappij lezen
             15 120 s muziek maken
              2  90 n koken
        """,
    ),
    Story(
        newcomer="Oksana Tkach",
        coach="Hanne Debruyne",
        days=55,
        months=12,
        with_children=True,
        diary="""
             52  60 c kennismaken in de speeltuin
             39  90 c speeltuin en ijsje
             23 120 s wandelen met de kinderen
              8  75 n boekjes kiezen in de bib
        """,
    ),
    Story(
        newcomer="Mehmet Ali Doğan",
        coach="Etienne Roelens",
        days=40,
        months=12,
        diary="""
             36  60 c kennismaken in de volkstuin
             21 120 s vissen
              7 120 n tuin
        """,
    ),
    Story(
        newcomer="Aïssatou Barry",
        coach="Christine Lefever",
        days=27,
        months=9,
        diary="""
             24  60 c kennismaken in het buurthuis van Aalter
             13 120 c taart bakken
              1  75 n de bus leren nemen
        """,
    ),
    # Just begun: the agreement still lies there.
    Story(
        newcomer="Vahid Rostami",
        coach="Mathias Loncke",
        days=5,
        months=6,
        is_signed=False,
        diary="""
              2  90 c kennismaken en een fietstocht plannen
        """,
    ),
)

FORMER = (
    Story(
        newcomer="Andriy Savchuk",
        coach="Hugo Demeulemeester",
        days=500,
        months=12,
        closed=132,
        why=ClosingReason.GOES_ON_PRIVATELY,
        diary="""
            494  90 c kennismaken met een fietstocht
            479 120 c fietsen
            461  90 s museum
            446 120 n fietsen naar Gavere
            428  90 s lezing over de streek
            409 120 n fietsen
            391  60 c vacatures bekijken
            374  90 n
            355 120 s fietsen
            337  90 n brief voor een sollicitatie
            318 120 s museum in Gent
            296  90 n fietsen
            277 120 s wandelen
            255  60 n nieuws van het werk
            236 120 s fietsen
            214  90 n koffie
            190 120 s fietsen
            168  90 n fietsen
            149 120 s afscheid dat geen afscheid is
        """,
    ),
    Story(
        newcomer="Grace Nambi",
        coach="Joost D’hoker",
        days=140,
        months=9,
        closed=63,
        why=ClosingReason.MOVED,
        diary="""
            136  90 c kennismaken met een wandeling
            123 120 s muziek in het park
            109  75 n sollicitatie oefenen
             94  90 n wandelen
             79 120 s afscheid met zelfgemaakte soep
        """,
    ),
)

# Newcomers of before who want to be a coach now, and so many days ago said it.
BACK_AS_COACH = {"Andriy Savchuk": 3}
