"""The coaches of the demo. Nobody here exists."""

from samen.demo.notation import (
    ALONE,
    COUPLE,
    FAMILY,
    MAN,
    MUST,
    PREFER,
    WOMAN,
    Someone,
    a_woman,
    aged,
    shared_time,
    within,
)

# With room for a duo, longest waiting first.
WAITING = (
    Someone(
        given="Nadine", family="Vercruysse", gender=WOMAN, age=55, lives="9800", days=180,
        speaks="frans, engels", work="kassier", lively=5, home=COUPLE, room=2,
        likes="dansen, koken, zingen", free="ma vm, wo nm, vr vm", mail="nadine.vercruysse",
        remark="Het gaat goed met Parisa. Wil er graag nog iemand bij.",
    ),
    Someone(
        given="Joost", family="D’hoker", gender=MAN, age=36, lives="9800", days=166,
        speaks="engels, spaans", work="geluidstechnicus", lively=4, home=COUPLE,
        likes="fietsen, muziek", free="di avond, zo", mail="joost.dhoker",
        remark="Zijn vorige duo stopte door een verhuizing. Begint graag opnieuw.",
    ),
    Someone(
        given="Marleen", family="Vandekerckhove", gender=WOMAN, age=67, lives="9800", days=121,
        speaks="frans", work="muziekleraar", lively=2, home=ALONE, room=2,
        likes="bakken, breien, lezen, muziek, naaien", free="ma-vr overdag", mail="marleen.vdk",
        remark="Met pensioen. Heeft een piano in huis staan.",
    ),
    Someone(
        given="Gilbert", family="Lampaert", gender=MAN, age=71, lives="9880", days=97,
        speaks="frans", work="leraar wiskunde", lively=2, home=COUPLE,
        likes="geschiedenis, lezen, schaken", free="ma-vr overdag", wishes=(within(10, PREFER),),
        remark="Leest geen mail. Best bellen, na de middag.",
    ),
    Someone(
        given="Anne-Marie", family="Van de Velde-De Schepper", gender=WOMAN, age=58, lives="9830", days=86,
        speaks="engels", work="verpleegkundige", lively=3, home=COUPLE,
        likes="koken, wandelen, zingen", free="ma vm, do nm, za vm",
        wishes=(a_woman(PREFER), within(15, PREFER)), mail="annemarie.vandevelde",
    ),
    Someone(
        given="Geert", family="Vanhauwaert", gender=MAN, age=51, lives="9800", days=77,
        speaks="duits", work="postbode", lively=3, home=FAMILY, children="12-17",
        likes="koken, schaken, vissen", free="za, zo vm", wishes=(shared_time(MUST),),
    ),
    Someone(
        given="Greet", family="Declercq", gender=WOMAN, age=49, lives="9800", days=69,
        speaks="engels", work="boekhouder", lively=2, home=FAMILY, children="12-17",
        likes="fietsen, lezen, naaien", free="di vm, vr", mail="greet.declercq",
    ),
    Someone(
        given="Pieter", family="Hoste", gender=MAN, age=45, lives="9800", days=62,
        work="schrijnwerker", lively=3, home=FAMILY, children="6-11",
        likes="houtbewerking, klussen, voetbal", free="ma avond, do avond, za", mail="pieter.hoste",
    ),
    Someone(
        given="Rita", family="Moerman", gender=WOMAN, age=63, lives="9870", days=55,
        speaks="spaans", work="onthaalouder", lively=4, home=COUPLE,
        likes="dansen, koken, tuinieren", free="wo avond, vr avond, zo nm",
        wishes=(within(10, MUST),), remark="Rijdt ’s avonds liever niet ver met de auto.",
    ),
    Someone(
        given="Jasper", family="Lambrecht", gender=MAN, age=29, lives="9850", days=48,
        speaks="engels", work="grafisch vormgever", lively=4, home=COUPLE,
        likes="fotografie, tekenen, wandelen", free="wo avond, zo", mail="jasper.lambrecht", phone=False,
    ),
    Someone(
        given="Lotte", family="Dewaele", gender=WOMAN, age=34, lives="9800", days=43,
        speaks="engels", work="onderzoeker", lively=3, home=ALONE,
        likes="computer, film, lopen", free="ma avond, di avond, do avond", mail="lotte.dewaele",
    ),
    Someone(
        given="Eline", family="Stevens", gender=WOMAN, age=31, lives="9800", days=37,
        speaks="engels", work="kleuterleraar", lively=4, home=FAMILY, children="0-2",
        likes="kinderen, knutselen, muziek", free="ma vm, di vm, vr vm", wishes=(shared_time(MUST),),
        remark="In ouderschapsverlof. De kinderwagen mag mee.",
    ),
    Someone(
        given="Ilse", family="Wittouck", gender=WOMAN, age=43, lives="9850", days=33,
        speaks="engels, frans", work="bibliothecaris", lively=2, home=COUPLE,
        likes="lezen, tekenen, wandelen", free="wo nm, za vm", mail="ilse.wittouck",
    ),
    Someone(
        given="Kristof", family="Verhelst", gender=MAN, age=39, lives="9800", days=26,
        work="tuinman", lively=3, home=FAMILY, children="3-5, 6-11",
        likes="klussen, tuinieren, vissen", free="ma avond, za", wishes=(within(12, PREFER),),
    ),
    Someone(
        given="Charlotte", family="Maertens", gender=WOMAN, age=22, lives="9800", days=20,
        speaks="engels", work="student", lively=3, home=ALONE,
        likes="bakken, film, zwemmen", free="wo nm, zo nm", wishes=(aged(18, 30, PREFER),),
        mail="charlotte.maertens",
    ),
    Someone(
        given="Wout", family="Bekaert", gender=MAN, age=26, lives="9800", days=13,
        speaks="engels", work="fietskoerier", lively=4, home=ALONE,
        likes="fietsen, muziek, voetbal", free="ma avond, za vm", mail="wout.bekaert",
    ),
    Someone(
        given="Filip", family="Naessens", gender=MAN, age=33, lives="9890", days=9,
        work="imker", lively=1, home=COUPLE,
        likes="bijen, paarden", free="vr nm", mail="filip.naessens",
        remark="Rijdt zelf, maar kan alleen op vrijdagnamiddag.",
    ),
)  # fmt: skip

# In a proposal that is not settled yet.
ASKED = (
    Someone(
        given="Monique", family="Allegaert", gender=WOMAN, age=62, lives="9850", days=94,
        speaks="duits", work="bloemist", lively=4, home=COUPLE,
        likes="koken, tuinieren, wandelen", free="ma-do nm",
    ),
    Someone(
        given="Koenraad", family="Blondeel", gender=MAN, age=47, lives="9880", days=58,
        speaks="engels", work="gids", lively=3, home=FAMILY, children="12-17",
        likes="fotografie, geschiedenis, wandelen", free="za, zo", mail="koenraad.blondeel",
    ),
    Someone(
        given="Evelien", family="Carlier", gender=WOMAN, age=33, lives="9800", days=31,
        speaks="engels", work="leerkracht", lively=3, home=FAMILY, children="3-5, 6-11",
        likes="bakken, kinderen, zwemmen", free="wo nm, za vm", mail="evelien.carlier",
    ),
)  # fmt: skip

# In as many running duos as they have room for.
IN_A_DUO = (
    Someone(
        given="Veerle", family="Cottenier", gender=WOMAN, age=52, lives="9800", days=398,
        speaks="engels", work="zorgkundige", lively=3, home=COUPLE,
        likes="film, koken, wandelen", free="wo nm, za", mail="veerle.cottenier",
    ),
    Someone(
        given="Wim", family="Strobbe", gender=MAN, age=44, lives="9870", days=340,
        speaks="frans", work="technicus", lively=4, home=FAMILY, children="6-11",
        likes="fietsen, voetbal", free="vr avond, za",
    ),
    Someone(
        given="Etienne", family="Roelens", gender=MAN, age=66, lives="9800", days=281,
        work="tuinman", lively=2, home=COUPLE, room=2,
        likes="geschiedenis, tuinieren, vissen", free="wo, za, zo",
        remark="Met pensioen. Heeft een volkstuin aan de Brielmeersen.",
    ),
    Someone(
        given="Johan", family="Cnudde", gender=MAN, age=57, lives="9800", days=246,
        speaks="engels", work="apotheker", lively=3, home=COUPLE,
        likes="lezen, schaken", free="di avond, zo", mail="johan.cnudde",
    ),
    Someone(
        given="Godelieve", family="Sap", gender=WOMAN, age=70, lives="9830", days=222,
        speaks="frans", lively=3, home=ALONE, likes="breien, koken, lezen", free="ma-vr overdag",
    ),
    Someone(
        given="Sabine", family="Ghekiere", gender=WOMAN, age=48, lives="9800", days=205,
        speaks="engels", work="laborant", lively=3, home=FAMILY, children="12-17",
        likes="wandelen, zwemmen", free="do avond, za nm", mail="sabine.ghekiere",
    ),
    Someone(
        given="Dries", family="Callens", gender=MAN, age=30, lives="9800", days=144,
        speaks="engels", work="leerkracht", lively=3, home=ALONE,
        likes="fietsen, lopen", free="za, zo nm", mail="dries.callens",
    ),
    Someone(
        given="Julie", family="Temmerman", gender=WOMAN, age=28, lives="9840", days=126,
        speaks="engels, frans", work="journalist", lively=4, home=COUPLE,
        likes="film, lezen, muziek", free="vr nm, zo", mail="julie.temmerman",
    ),
    Someone(
        given="Steven", family="Bostyn", gender=MAN, age=41, lives="9800", days=110,
        speaks="frans", work="kok", lively=4, home=FAMILY, children="3-5",
        likes="koken, muziek", free="di avond, za nm",
    ),
    Someone(
        given="Hanne", family="Debruyne", gender=WOMAN, age=37, lives="9810", days=91,
        speaks="engels", work="kinesist", lively=3, home=FAMILY, children="3-5, 6-11",
        likes="kinderen, wandelen", free="wo nm, zo vm", mail="hanne.debruyne",
    ),
    Someone(
        given="Christine", family="Lefever", gender=WOMAN, age=61, lives="9880", days=73,
        speaks="frans", lively=3, home=COUPLE, likes="bakken, koken, wandelen", free="ma-do nm",
    ),
    Someone(
        given="Mathias", family="Loncke", gender=MAN, age=33, lives="9800", days=38,
        speaks="engels", work="elektricien", lively=3, home=COUPLE,
        likes="fietsen, klussen", free="ma avond, za", mail="mathias.loncke",
    ),
)  # fmt: skip

# Registered a few days ago: the first conversation is still to come.
NEW = (
    Someone(
        given="Lies", family="Vanneste", gender=WOMAN, age=46, lives="9870", days=4,
        likes="lezen, wandelen", mail="lies.vanneste",
        remark="Hoorde van ons via Godelieve.",
    ),
    Someone(given="Karel", family="Ostyn", gender=MAN, age=65, lives="9800", days=1, speaks="frans"),
)  # fmt: skip

# No longer in the programme.
GONE = (
    Someone(
        given="Hugo", family="Demeulemeester", gender=MAN, age=59, lives="9800", days=548, left=128,
        work="ingenieur", lively=2, home=COUPLE, likes="fietsen, geschiedenis", free="za",
    ),
)  # fmt: skip

EVERYBODY = (*WAITING, *ASKED, *IN_A_DUO, *NEW, *GONE)
