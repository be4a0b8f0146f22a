"""The kinds of intermediaries with which an initiative begins.

The list of the programme's own organisers, word for word: FAQ, "Hoe blijf je nieuwe deelnemers vinden?",
"Enkele mogelijke organisaties of tussenpersonen die je kan contacteren": ten kinds, of which one has four
parts, so thirteen to choose from.
Each initiative changes its copy as it likes, so these are names and no sentences to translate.
"""

# A kind, and the kinds that belong under it.
KINDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("gemeentelijke loketmedewerkers die nieuwe inwoners onthalen", ()),
    ("OCMW-medewerkers", ()),
    ("integratie- en diversiteitsmedewerkers", ()),
    ("voorzitters en medewerkers van verenigingen en organisaties (sociaal, cultureel, sport, jeugd, …)", ()),
    (
        "docenten en onthaalmedewerkers",
        (
            "Nederlands voor anderstaligen",
            "volwassenonderwijs",
            "hoger onderwijs",
            "academie (kunst, muziek, woord)",
        ),
    ),
    ("medewerkers van VDAB kantoren en werkwinkels", ()),
    ("medewerkers van buurthuizen, opbouwwerkers", ()),
    (
        (
            "sleutelfiguren (actieve bewoners, lokale politici en beleidsverantwoordelijken, "
            "de uitbater van de krantenwinkel, bakker, …)"
        ),
        (),
    ),
    ("onthaalbureaus", ()),
    ("steunpunt voor vrijwilligerswerk", ()),
)
