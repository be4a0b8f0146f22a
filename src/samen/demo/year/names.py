"""Who comes in during a simulated year. Nobody here exists: names that belong together, drawn anew."""

from dataclasses import dataclass
from random import Random

from samen.demo.notation import ALONE, COUPLE, FAMILY, MAN, WOMAN, Someone, phone_number
from samen.people.choices import Gender, Role
from samen.people.words import fold

# The people of the stories have the first numbers.
FIRST_NUMBER = 1000
PLACES = ("9800", "9800", "9800", "9850", "9870")


@dataclass(frozen=True)
class Origin:
    """Names that are heard together, and what is spoken beside Dutch."""

    speaks: tuple[str, ...]
    women: str
    men: str
    families: str

    def given(self, gender: Gender) -> list[str]:
        """The given names of women or of men."""
        return (self.women if gender == WOMAN else self.men).split(", ")


ORIGINS = (
    Origin(
        ("oekraïens", "oekraïens, engels"),
        "Halyna, Svitlana, Yuliia, Tetiana, Larysa, Khrystyna, Zoriana",
        "Serhii, Bohdan, Mykola, Vadym, Taras, Ostap, Yevhen",
        "Bondarenko, Shevchuk, Kravets, Rudenko, Polishchuk, Marchenko, Oliinyk",
    ),
    Origin(
        ("arabisch", "arabisch, engels", "arabisch, frans"),
        "Rania, Hiba, Samar, Nour, Dima, Lubna, Ghada",
        "Khaled, Anas, Bassel, Firas, Ziad, Wael, Maher",
        "Haddad, Al Khatib, Qasem, Nasser, Sabbagh, Hamdan, Kanaan",
    ),
    Origin(
        ("dari", "dari, engels", "pasjtoe, dari"),
        "Zahra, Freshta, Marwa, Shabnam, Wajiha, Lida",
        "Najib, Zabihullah, Mirwais, Idris, Farhad, Hamed",
        "Rahimi, Safi, Popal, Stanikzai, Amiri, Yusufi, Wardak",
    ),
    Origin(
        ("tigrinya", "tigrinya, engels"),
        "Senait, Feven, Luwam, Helen, Almaz, Miriam",
        "Filmon, Merhawi, Robel, Teklit, Natnael, Isaias",
        "Gebremichael, Habte, Woldu, Haile, Mehari, Tekle",
    ),
    Origin(
        ("somali", "somali, engels"),
        "Hodan, Ifrah, Sahra, Fadumo, Ayaan",
        "Mahad, Liban, Yusuf, Guled, Bashir",
        "Farah, Abdi Jama, Hersi, Elmi, Omar Nuur",
    ),
    Origin(
        ("turks", "turks, duits"),
        "Elif, Gülşen, Sevgi, Derya, Hülya, Nurcan",
        "Murat, Yasin, Hakan, Serkan, Bülent, Onur",
        "Yılmaz, Çelik, Arslan, Koç, Şahin, Öztürk, Kaplan",
    ),
    Origin(
        ("roemeens", "roemeens, engels", "roemeens, italiaans"),
        "Alina, Mihaela, Ioana, Cristina, Simona, Roxana",
        "Adrian, Florin, Marius, Cătălin, Ionuț, Dragoș",
        "Popa, Dumitrescu, Stan, Lungu, Ciobanu, Moldovan",
    ),
    Origin(
        ("pools", "pools, engels"),
        "Agnieszka, Beata, Monika, Ewa, Małgorzata, Jolanta",
        "Tomasz, Piotr, Marek, Krzysztof, Paweł, Grzegorz",
        "Nowak, Wójcik, Mazur, Dudek, Zając, Wrona",
    ),
    Origin(
        ("spaans", "spaans, engels"),
        "Ximena, Marisol, Paola, Yesenia, Lucía, Gladys",
        "Andrés, Diego, Javier, Wilmer, Rodrigo, Óscar",
        "Ramírez Soto, Castillo, Paredes, Rojas Vera, Medina, Cárdenas",
    ),
    Origin(
        ("frans, lingala", "frans", "frans, swahili"),
        "Mireille, Chantal, Bijou, Estelle, Clarisse, Nadège",
        "Dieudonné, Hervé, Patrick, Fiston, Serge, Trésor",
        "Ilunga, Kabongo, Mbala, Tshibanda, Lukusa, Nkulu",
    ),
    Origin(
        ("nepalees, engels", "nepalees"),
        "Sarita, Anita, Binita, Pabitra, Manju",
        "Dipak, Suman, Prakash, Bikash, Kiran",
        "Shrestha, Rai, Tamang, Adhikari, Bhandari",
    ),
)
_FAMILIES = (
    "Van Hecke, De Baets, Goethals, Lannoy, Cattoir, De Smet, Baert, Martens, Van Daele, Bauwens, "
    "Steyaert, Verschraegen, Coppens, De Muynck, Van Acker, Heyndrickx, Baeke, Matthys, De Wulf, De Pauw, "
    "Vermeire, Tanghe, Schelstraete, Dobbelaere, Van Renterghem, Van Nevel, De Jaegher, Rogiers, Lambert, "
    "Standaert, Vandaele, De Rycke, Haegeman, Pauwels, Snoeck, Van Parys"
)
# Most coaches have the time for it: they are about sixty-five.
OLDER = Origin(
    ("frans", "frans, engels", "engels", ""),
    "Hilde, Martine, Lutgart, Annemie, Christel, Linda, Ria, Carine, Mieke, Rosita, Lieve, Bernadette",
    "Luc, Marc, Dirk, Paul, Guido, Eddy, Freddy, Rik, Patrick, Willy, Lieven, Chris",
    _FAMILIES,
)
YOUNGER = Origin(
    ("engels", "engels, frans", "engels, spaans"),
    "Sofie, Lien, Jolien, Femke, Karen, Annelies, Ellen, Tine",
    "Stijn, Jens, Bram, Thomas, Maarten, Tom, Wouter, Ruben",
    _FAMILIES,
)

_LIKES = (
    "bakken, dansen, fietsen, film, fotografie, geschiedenis, klussen, koken, lezen, muziek, naaien, "
    "schaken, tuinieren, voetbal, wandelen, zingen, zwemmen"
)
_WORK = {
    Role.NEWCOMER: "kapper, kok, verpleegkundige, lasser, poetshulp, boekhouder, magazijnier, leerkracht, "
    "bakker, elektricien, verkoper, student, naaister, chauffeur",
    Role.COACH: "leerkracht, verpleegkundige, bediende, ingenieur, postbode, opvoeder, bakker, "
    "maatschappelijk werker, boekhouder, landbouwer, kinesist, tekenaar",
}
_FREE = (
    "ma-vr overdag",
    "wo nm, za",
    "ma avond, za vm, zo",
    "di nm, do nm, za",
    "za, zo nm",
    "ma-do vm, wo nm",
)
_LEVELS = ("1.1", "1.2", "1.2", "2.1", "2.2", "2.3")


def somebody(rng: Random, role: Role, taken: set[str]) -> Someone:
    """Somebody whose name nobody has yet; of a year with very many people a name may come twice."""
    someone = _draw(rng, role)
    for _again in range(50):
        if someone.name not in taken:
            break
        someone = _draw(rng, role)
    taken.add(someone.name)
    return someone


def _draw(rng: Random, role: Role) -> Someone:
    origin, age = _origin(rng, role)
    gender = rng.choice((WOMAN, WOMAN, MAN) if role == Role.COACH else (WOMAN, MAN))
    given, family = rng.choice(origin.given(gender)), rng.choice(origin.families.split(", "))
    home = rng.choice((ALONE, COUPLE, FAMILY)) if age < 55 else rng.choice((ALONE, COUPLE, COUPLE))
    is_retired = age >= 65
    has_mail = rng.random() < 0.7
    return Someone(
        given=given,
        family=family,
        gender=gender,
        age=age,
        lives=rng.choice(PLACES),
        days=0,
        speaks=rng.choice(origin.speaks),
        likes=", ".join(rng.sample(_LIKES.split(", "), rng.randint(2, 4))),
        work="" if is_retired else rng.choice(_WORK[role].split(", ")),
        free="ma-vr overdag" if is_retired else rng.choice(_FREE),
        lively=rng.randint(1, 5),
        level=rng.choice(_LEVELS) if role == Role.NEWCOMER else "",
        home=home,
        children=rng.choice(("0-2", "3-5", "3-5, 6-11", "6-11", "12-17")) if home == FAMILY else "",
        mail=fold(f"{given} {family}").replace(" ", ".") if has_mail else "",
        phone=not has_mail or rng.random() < 0.8,
    )


def _origin(rng: Random, role: Role) -> tuple[Origin, int]:
    """Names of one origin, with an age: a coach is often past sixty, and sometimes came here long ago."""
    if role == Role.NEWCOMER:
        return rng.choice(ORIGINS), rng.choice(
            (rng.randint(20, 34), rng.randint(25, 45), rng.randint(38, 58))
        )
    luck = rng.random()
    if luck < 0.1:
        return rng.choice(ORIGINS), rng.randint(30, 50)
    return (YOUNGER, rng.randint(24, 44)) if luck < 0.4 else (OLDER, rng.randint(52, 73))


def phone_of(number: int) -> str:
    """The telephone of the number-th person who comes in."""
    return phone_number(FIRST_NUMBER + number)
