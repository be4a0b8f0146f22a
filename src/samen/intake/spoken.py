"""What is said and asked in the conversation: plain Dutch (A2), and the candidate's language beside it."""

from django.utils.functional import lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

# ---------- Both ----------

WELCOME = _(
    "Fijn dat je er bent. Wij praten ongeveer een half uur. Je mag altijd iets vragen. Je mag een "
    "vraag overslaan."
)
GOOD_TO_KNOW = _(
    "Jullie zien elkaar om de twee weken, zes tot twaalf maanden lang. Het is gratis. Jullie kiezen "
    "zelf wat jullie doen."
)


def _in_another_rhythm(days: int) -> str:
    return gettext(
        "Jullie zien elkaar om de %(n)s dagen, zes tot twaalf maanden lang. Het is gratis. Jullie kiezen "
        "zelf wat jullie doen."
    ) % {"n": days}


# GOOD_TO_KNOW where the rhythm is looser than the programme's (R3).
in_another_rhythm = lazy(_in_another_rhythm, str)

UNDERSTOOD = _("Kan jij in jouw woorden zeggen wat wij doen?")
VOLUNTARY = _("Doe je dit omdat je het zelf wil? Niemand moet meedoen. Je mag altijd stoppen.")
NOTES = _(
    "Wij schrijven op wat je zegt, om iemand te vinden die bij jou past. Jij mag alles lezen. Jij mag "
    "het laten wissen."
)
PRIVACY = _("Is het goed dat wij dit bewaren?")
NEUTRAL = _("Wij kiezen geen kant in politiek of geloof. Lukt dat ook voor jou?")
REACH = _("Hoe kunnen wij jou bereiken?")
LANGUAGES = _("In welke taal bellen wij jou? En in welke taal schrijven wij jou?")
ABOUT_YOU = _("Waar woon je? En in welk jaar ben je geboren?")
FREE = _("Wanneer heb je tijd?")
SAY_WISHES = _(
    "Wij zoeken iemand die bij jou past. Daarom vragen wij wat je belangrijk vindt. Is iets niet "
    "belangrijk? Dan vinden wij vlugger iemand."
)
NOT_WITH = _("Is er iemand met wie je liever geen duo bent?")
LIKES = _("Wat doe je graag?")
WORK = _("Wat is jouw werk of jouw studie? En vroeger?")
HOME = _("Met wie woon je? Je mag dit overslaan.")
LIVELY = _("Ben je eerder stil? Of praat je graag veel?")
REST = _("Is er nog iets dat wij moeten weten?")

# ---------- A newcomer ----------

WHAT_IT_IS = _(
    "Je krijgt een coach. Dat is iemand die hier al lang woont. Jullie praten Nederlands en doen iets samen."
)
WHAT_IT_IS_NOT = _(
    "Een coach geeft geen les. Een coach zoekt geen werk of huis voor jou en geeft geen geld. En het "
    "is geen plaats om een lief te zoeken."
)
WHY = _("Waarom wil je meedoen?")
HOPE = _("Wat hoop je te vinden?")
WHY_PROBES = (
    _("Je zit straks samen met jouw coach. Wat doen jullie?"),
    _("Wat moet de coach zeker doen? Wat zeker niet?"),
    _("Wie helpt jou nu met papieren, geld of een huis?"),
    _("Wat doe je als het niet klikt?"),
)
LEARN = _("Wat wil je graag weten of kunnen?")
SAY_DUTCH = _("Wij praten nu even gewoon. Het is geen examen.")
DUTCH = _("Waar woon je? Hoe oud ben je? Hoe kwam je naar hier vandaag?")
LEVEL = _("Ken jij jouw niveau Nederlands? Het is niet erg als je het niet weet.")
WISHES_NEWCOMER = _("Wat vind je belangrijk bij jouw coach?")
WISH_PROBES = (
    _("Je coach is een man. Of een vrouw. Hoe is dat voor jou?"),
    _("Hoe ver wil je gaan? Met de bus, met de fiets of te voet?"),
)

# ---------- A coach ----------

WHAT_A_COACH_DOES = _(
    "Je ziet iemand die hier nieuw is. Jullie praten Nederlands en doen iets samen. Jij kent de weg hier."
)
WHAT_A_COACH_IS_NOT = _(
    "Je bent geen leraar. Is er een probleem met geld, werk of een huis? Los het niet zelf op. "
    "Bel ons. Wij weten wie kan helpen."
)
WHY_COACH = _("Waarom wil je coach worden?")
HOPE_COACH = _("Wat hoop je dat het jou brengt?")
COACH_PROBES = (
    _("Je zit straks samen met iemand die nieuw is. Wat doen jullie?"),
    _("De ander komt twee keer niet. Wat doe je?"),
    _("Je hoort een mening die je raar vindt. Wat zeg je?"),
    _("Wat wil je zeker niet doen?"),
)
QUALITIES = _("Vertel eens over een keer dat je iemand hielp die jou niet goed begreep.")
DIALECT = _("Praat je thuis dialect? Lukt het om traag en duidelijk te praten?")
KNOWS_PLACE = _("Welke plaatsen ken je hier goed? De bib, een club, een dienst?")
LIMITS = _("Waar zeg je moeilijk nee op?")
LIMIT_PROBES = (
    _("Je geeft een feest. De ander wil ook komen. Wat doe je?"),
    _("De ander belt elke dag. Wat doe je?"),
)
WISHES_COACH = _("Wat vind je belangrijk bij wie je ziet?")
CAPACITY = _("Met hoeveel mensen wil je een duo zijn?")
SAY_NOTE = _("Dit blad is voor jou. Hier staat wie wij zijn, hoe je verzekerd bent en wie je belt.")
NOTE = _("Heb je het blad gekregen?")
SAY_BENEFIT = _(
    "Krijg je geld van de RVA, het ziekenfonds, het OCMW of Fedasil? Dan moet je dat eerst laten "
    "weten. Wij moeten jou dat zeggen."
)
BENEFIT = _("Krijg je nu geld van een van deze vier?")
