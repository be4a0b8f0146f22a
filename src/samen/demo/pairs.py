"""Proposals that were put to people, and what the coordinator feels about some pairs."""

from samen.demo.notation import Asked, Hunch
from samen.matching.choices import Answer, Mark

PROPOSALS = (
    Asked(newcomer="Hassan Amedi", coach="Pieter Hoste", days=24, newcomer_says=Answer.NO),
    Asked(
        newcomer="Hana Berhane",
        coach="Evelien Carlier",
        days=8,
        newcomer_says=Answer.YES,
        coach_says=Answer.YES,
    ),
    Asked(newcomer="Alireza Moradi", coach="Koenraad Blondeel", days=5, newcomer_says=Answer.YES),
    Asked(newcomer="Kateryna Lysenko", coach="Monique Allegaert", days=2),
)

HUNCHES = (
    Hunch(
        newcomer="Yemane",
        coach="Wout Bekaert",
        mark=Mark.PIN,
        note="Ze raakten op de infoavond aan de praat over fietsen. Dat klikte meteen.",
    ),
    Hunch(
        newcomer="Blerim Krasniqi",
        coach="Kristof Verhelst",
        mark=Mark.BAN,
        note="Ze kennen elkaar van het werk. Kristof heeft liever iemand die hij nog niet kent.",
    ),
    Hunch(
        newcomer="Anahit Grigoryan",
        coach="Marleen Vandekerckhove",
        bonus=3,
        note="Twee muziekleraars van dezelfde leeftijd. Ik zie ze al samen aan de piano.",
    ),
)
