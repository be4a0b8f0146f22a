"""The newcomers of the demo. Nobody here exists."""

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

# On the waiting list, longest waiting first.
WAITING = (
    Someone(
        given="Rahel", family="Tesfamariam", gender=WOMAN, age=31, lives="9800", days=182,
        speaks="tigrinya, engels", level="2.1", work="verpleegkundige", lively=3, home=ALONE,
        likes="koken, wandelen, zingen", free="ma vm, do nm, za",
        wishes=(a_woman(MUST), within(12, PREFER)), mail="rahel.t",
        remark="Werkt in ploegen. Haar rooster kent ze telkens twee weken vooraf.",
    ),
    Someone(
        given="محمد", family="الأحمد", gender=MAN, age=42, lives="9800", days=163,
        speaks="arabisch", level="1.2", work="schrijnwerker", lively=2, home=FAMILY, children="6-11, 12-17",
        likes="houtbewerking, tuinieren, voetbal", free="ma-vr avond, za", wishes=(shared_time(MUST),),
        remark="Schrijft zijn naam graag in het Arabisch. Bellen gaat goed, lezen nog traag.",
    ),
    Someone(
        given="Олена", family="Коваль", gender=WOMAN, age=38, lives="9800", days=149,
        speaks="oekraïens, engels", level="2.2", work="boekhouder", lively=2, home=FAMILY, children="12-17",
        likes="fietsen, lezen, naaien", free="di vm, do vm, vr",
        wishes=(aged(35, 65, PREFER),), mail="olena.koval",
        remark="Wil oefenen om te telefoneren op het werk.",
    ),
    Someone(
        given="Shirin", family="Karimi", gender=WOMAN, age=27, lives="9850", days=135,
        speaks="perzisch, engels", level="2.3", work="architect", lively=4, home=COUPLE,
        likes="fotografie, tekenen, wandelen", free="wo avond, za, zo",
        wishes=(within(15, PREFER),), mail="shirin.karimi",
    ),
    Someone(
        given="Yemane", gender=MAN, age=24, lives="9800", days=127,
        speaks="tigrinya", level="1.2", work="student", lively=3, home=ALONE,
        likes="fietsen, muziek, voetbal", free="ma avond, wo nm, za vm",
        remark="Heeft één naam. Volgt een opleiding tot fietsenmaker.",
    ),
    Someone(
        given="Maria da Graça", family="dos Santos Ferreira", gender=WOMAN, age=52, lives="9870", days=119,
        speaks="portugees, spaans", level="1.1", work="poetshulp", lively=5, home=COUPLE,
        likes="dansen, koken, tuinieren", free="ma-vr avond; zo nm",
        wishes=(a_woman(PREFER), aged(40, 70, PREFER)),
    ),
    Someone(
        given="Emre", family="Karataş", gender=MAN, age=35, lives="9800", days=113,
        speaks="turks, duits", level="2.1", work="vrachtwagenchauffeur", lively=3, home=FAMILY,
        children="3-5", likes="koken, schaken, vissen", free="za, zo", wishes=(shared_time(MUST),),
        mail="emre.karatas", remark="Door de week onderweg, alleen in het weekend thuis.",
    ),
    Someone(
        given="Farzana", family="Hosseini", gender=WOMAN, age=45, lives="9810", days=106,
        speaks="dari", level="1.1", work="naaister", lively=1, home=FAMILY, children="12-17",
        likes="koken, naaien, tuinieren", free="ma vm, di vm, do vm",
        wishes=(a_woman(MUST), within(3, MUST)),
        remark="Heeft geen fiets en geen auto. Een coach uit Nazareth of De Pinte zou ideaal zijn.",
    ),
    Someone(
        given="Abdirahman", family="Warsame", gender=MAN, age=22, lives="9800", days=98,
        speaks="somali, engels", level="2.4", work="informaticus", lively=4, home=ALONE,
        likes="computer, film, voetbal", free="ma-vr avond", mail="abdi.warsame",
        remark="Zoekt iemand die zijn cv wil nalezen.",
    ),
    Someone(
        given="Iryna", family="Melnychuk", gender=WOMAN, age=29, lives="9800", days=92,
        speaks="oekraïens, engels", level="2.2", work="kleuterleraar", lively=4, home=FAMILY, children="0-2",
        likes="kinderen, knutselen, muziek", free="ma vm, di vm, do vm",
        wishes=(shared_time(MUST),), mail="iryna.melnychuk",
        remark="Kan als de kleine in de crèche is.",
    ),
    Someone(
        given="Tarek", family="Zeidan", gender=MAN, age=58, lives="9880", days=85,
        speaks="arabisch, frans", level="2.1", work="leraar wiskunde", lively=2, home=COUPLE,
        likes="geschiedenis, lezen, schaken", free="ma-vr overdag",
        wishes=(within(15, PREFER), aged(45, 80, PREFER)), mail="t.zeidan",
    ),
    Someone(
        given="Selam", family="Hailemariam", gender=WOMAN, age=26, lives="9800", days=78,
        speaks="amhaars, engels", level="1.2", work="kapper", lively=4, home=ALONE,
        likes="dansen, koken, muziek", free="za avond, zo vm",
        wishes=(a_woman(MUST), shared_time(MUST)),
        remark="Werkt zes dagen in het salon. Zaterdagavond of zondagvoormiddag lukt wel.",
    ),
    Someone(
        given="Lan", family="Nguyen", gender=WOMAN, age=33, lives="9870", days=75,
        speaks="vietnamees, engels", level="1.2", work="kok", lively=2, home=FAMILY, children="6-11",
        likes="koken, tuinieren, zwemmen", free="di; do vm",
    ),
    Someone(
        given="Gheorghe", family="Munteanu", gender=MAN, age=47, lives="9800", days=70,
        speaks="roemeens, spaans", level="1.2", work="metselaar", lively=3, home=COUPLE,
        likes="klussen, tuinieren, vissen", free="ma-vr avond, za",
    ),
    Someone(
        given="Zeynep", family="Aydın", gender=WOMAN, age=19, lives="9800", days=66,
        speaks="turks, engels", level="2.3", work="student", lively=3, home=ALONE,
        likes="bakken, film, lezen, zwemmen", free="wo nm, za, zo nm",
        wishes=(aged(18, 30, PREFER),), mail="zeynep.aydin",
    ),
    Someone(
        given="Hassan", family="Amedi", gender=MAN, age=40, lives="9810", days=63,
        speaks="koerdisch, arabisch", level="1.2", work="bakker", lively=3, home=FAMILY, children="3-5, 6-11",
        likes="bakken, voetbal", free="ma-do nm", wishes=(shared_time(PREFER),),
        remark="Werkt ’s nachts en slaapt in de voormiddag. Niet bellen voor 14 uur.",
    ),
    Someone(
        given="Adaeze", family="Okafor", gender=WOMAN, age=36, lives="9800", days=57,
        speaks="engels, igbo", level="1.2", work="verkoper", lively=5, home=FAMILY, children="3-5, 6-11",
        likes="dansen, kinderen, koken, zingen", free="ma vm, di vm, do vm, vr vm",
        remark="Vrij tijdens de schooluren.",
    ),
    Someone(
        given="Luis Alberto", family="Quispe Mamani", gender=MAN, age=30, lives="9800", days=52,
        speaks="spaans", level="2.1", work="elektricien", lively=4, home=COUPLE,
        likes="fietsen, muziek, wandelen", free="di avond, do avond, zo", mail="luis.quispe",
        remark="Speelt gitaar en zoekt mensen om samen te spelen.",
    ),
    Someone(
        given="Mursal", family="Ahmadzai", gender=WOMAN, age=23, lives="9850", days=45,
        speaks="dari, engels", level="2.2", work="student", lively=1, home=ALONE,
        likes="fietsen, lezen, tekenen", free="wo nm, za vm", wishes=(a_woman(MUST), within(10, PREFER)),
    ),
    Someone(
        given="Dmytro", family="Ponomarenko", gender=MAN, age=33, lives="9800", days=41,
        speaks="oekraïens", level="1.2", work="magazijnier", lively=2, home=ALONE,
        likes="computer, film, schaken", free="zo",
    ),
    Someone(
        given="Fatoumata", family="Sow", gender=WOMAN, age=28, lives="9800", days=34,
        speaks="frans, fula", level="1.1", lively=3, home=FAMILY, children="0-2",
        likes="koken, naaien, wandelen", free="ma-vr vm", wishes=(a_woman(PREFER),),
        remark="De baby komt mee. Een plek met een lift is handig voor de buggy.",
    ),
    Someone(
        given="Sunita", family="Gurung", gender=WOMAN, age=34, lives="9700", days=29,
        speaks="nepalees, engels", level="1.2", work="keukenhulp", lively=2, home=COUPLE,
        likes="koken, wandelen", free="ma nm, wo nm, zo", wishes=(within(8, MUST),),
        remark="Woont in Oudenaarde en werkt tot 13 uur. Navragen of daar ook een werking is.",
    ),
    Someone(
        given="Blerim", family="Krasniqi", gender=MAN, age=26, lives="9870", days=23,
        speaks="albanees, duits", level="1.2", work="automecanicien", lively=4, home=ALONE,
        likes="klussen, voetbal", free="ma-vr avond",
    ),
    Someone(
        given="Joyce", family="Mbuyi", gender=WOMAN, age=41, lives="9800", days=16,
        speaks="frans, lingala", level="2.1", work="kantoorbediende", lively=3, home=FAMILY, children="12-17",
        likes="lezen, tuinieren, zingen", free="wo vm, vr nm", mail="joyce.mbuyi",
    ),
    Someone(
        given="Anahit", family="Grigoryan", gender=WOMAN, age=62, lives="9800", days=8,
        speaks="armeens, frans", level="1.1", work="muziekleraar", lively=2, home=ALONE,
        likes="bakken, breien, muziek", free="ma-vr overdag", wishes=(aged(50, 80, PREFER),),
    ),
)  # fmt: skip

# In a proposal that is not settled yet.
ASKED = (
    Someone(
        given="Hana", family="Berhane", gender=WOMAN, age=30, lives="9800", days=88,
        speaks="tigrinya, engels", level="2.1", work="kinderverzorger", lively=3, home=FAMILY, children="3-5",
        likes="bakken, kinderen, zwemmen", free="wo nm, za vm", wishes=(a_woman(PREFER),),
    ),
    Someone(
        given="Alireza", family="Moradi", gender=MAN, age=37, lives="9880", days=71,
        speaks="perzisch, engels", level="2.2", work="landmeter", lively=2, home=COUPLE,
        likes="fotografie, geschiedenis, wandelen", free="za, zo vm", mail="alireza.moradi",
    ),
    Someone(
        given="Kateryna", family="Lysenko", gender=WOMAN, age=44, lives="9850", days=49,
        speaks="oekraïens, duits", level="1.2", work="bloemist", lively=4, home=FAMILY, children="12-17",
        likes="koken, tuinieren", free="di nm, do nm", wishes=(within(10, PREFER),),
    ),
)  # fmt: skip

# In a running duo.
IN_A_DUO = (
    Someone(
        given="Blessing", family="Osagie", gender=WOMAN, age=29, lives="9800", days=412,
        speaks="engels", level="2.4", work="zorgkundige", lively=4, home=ALONE,
        likes="film, koken, zingen", free="wo nm, za",
    ),
    Someone(
        given="Jorge", family="Almeida", gender=MAN, age=38, lives="9870", days=351,
        speaks="portugees, frans", level="2.2", work="lasser", lively=3, home=FAMILY, children="6-11",
        likes="fietsen, vissen, voetbal", free="vr avond, za",
    ),
    Someone(
        given="Sorin", family="Vlădescu", gender=MAN, age=44, lives="9800", days=290,
        speaks="roemeens, engels", level="2.1", work="tuinman", lively=1, home=COUPLE,
        likes="geschiedenis, tuinieren, wandelen", free="wo nm, za vm",
    ),
    Someone(
        given="Sami", family="Darwish", gender=MAN, age=33, lives="9800", days=257,
        speaks="arabisch, engels", level="2.3", work="apotheker", lively=3, home=COUPLE,
        likes="lezen, schaken, zwemmen", free="di avond, zo", mail="sami.darwish",
        remark="Wil de taal van de apotheek leren. Johan kent iemand bij wie hij kan meekijken.",
    ),
    Someone(
        given="Nasrin", family="Faqiri", gender=WOMAN, age=32, lives="9830", days=231,
        speaks="dari, engels", level="1.2", work="kleermaker", lively=2, home=FAMILY, children="6-11",
        likes="breien, koken, naaien", free="ma nm, do vm", wishes=(a_woman(MUST),),
    ),
    Someone(
        given="Nataliia", family="Hrytsenko", gender=WOMAN, age=41, lives="9800", days=214,
        speaks="oekraïens", level="2.1", work="laborant", lively=2, home=FAMILY, children="12-17",
        likes="lezen, wandelen, zwemmen", free="do avond, za nm",
    ),
    Someone(
        given="Parisa", family="Sadeghi", gender=WOMAN, age=39, lives="9800", days=176,
        speaks="perzisch", level="1.2", work="verkoper", lively=4, home=COUPLE,
        likes="dansen, koken, zingen", free="wo, vr vm",
    ),
    Someone(
        given="Tesfaye", family="Bekele", gender=MAN, age=27, lives="9800", days=151,
        speaks="amhaars, engels", level="1.2", work="bandwerker", lively=2, home=ALONE,
        likes="fietsen, lopen, voetbal", free="za, zo nm",
        remark="Wisselt elke week van ploeg. Een bericht sturen werkt beter dan bellen.",
    ),
    Someone(
        given="Layla", family="Mansour", gender=WOMAN, age=25, lives="9000", days=140,
        speaks="arabisch, engels", level="2.4", work="student", lively=4, home=ALONE,
        likes="film, lezen, muziek", free="vr nm, zo", mail="layla.mansour",
    ),
    Someone(
        given="Ousmane", family="Kourouma", gender=MAN, age=31, lives="9800", days=119,
        speaks="frans", level="1.2", work="magazijnier", lively=3, home=ALONE,
        likes="koken, muziek, voetbal", free="di avond, za nm",
    ),
    Someone(
        given="Oksana", family="Tkach", gender=WOMAN, age=36, lives="9810", days=102,
        speaks="oekraïens, engels", level="2.1", work="grafisch vormgever", lively=3, home=FAMILY,
        children="3-5, 6-11", likes="kinderen, tekenen, wandelen", free="wo nm, zo vm", mail="oksana.tkach",
    ),
    Someone(
        given="Mehmet Ali", family="Doğan", gender=MAN, age=50, lives="9800", days=93,
        speaks="turks", level="1.1", work="lasser", lively=3, home=COUPLE,
        likes="tuinieren, vissen", free="za, zo",
    ),
    Someone(
        given="Aïssatou", family="Barry", gender=WOMAN, age=46, lives="9880", days=80,
        speaks="frans, fula", level="1.1", work="poetshulp", lively=4, home=FAMILY, children="12-17",
        likes="bakken, koken, wandelen", free="ma nm, wo nm",
    ),
    Someone(
        given="Vahid", family="Rostami", gender=MAN, age=29, lives="9800", days=60,
        speaks="perzisch, engels", level="2.2", work="elektricien", lively=3, home=ALONE,
        likes="computer, fietsen, klussen", free="ma avond, za",
    ),
)  # fmt: skip

# Registered a few days ago: the first conversation is still to come, so little is known.
NEW = (
    Someone(
        given="Yohannes", family="Kidane", gender=MAN, age=34, lives="9800", days=6,
        speaks="tigrinya, engels", likes="voetbal",
        remark="Aangemeld aan de balie, samen met een collega van het onthaal.",
    ),
    Someone(
        given="سارا", family="نوری", gender=WOMAN, age=30, lives="9850", days=2, speaks="perzisch",
        mail="sara.noori", phone=False,
    ),
)  # fmt: skip

# No longer in the programme.
GONE = (
    Someone(
        given="Andriy", family="Savchuk", gender=MAN, age=49, lives="9800", days=561, left=128,
        speaks="oekraïens, engels", level="2.4", work="ingenieur", lively=2, home=COUPLE,
        likes="fietsen, geschiedenis", free="za",
    ),
    Someone(
        given="Grace", family="Nambi", gender=WOMAN, age=33, lives="9800", days=175, left=62,
        speaks="engels", level="2.1", work="receptionist", lively=4, home=ALONE,
        likes="muziek, wandelen", free="zo",
        remark="Kreeg werk in Kortrijk en verhuisde. Stuurde nog een kaartje.",
    ),
)  # fmt: skip

EVERYBODY = (*WAITING, *ASKED, *IN_A_DUO, *NEW, *GONE)
