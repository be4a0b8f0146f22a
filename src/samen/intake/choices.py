"""Vocabularies of the conversation."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Strength(models.TextChoices):
    """How strong a wish is (R31). The order on screen is fixed: must, rather, no matter."""

    MUST = "must", _("moet")
    PREFER = "prefer", _("liever")
    NO_MATTER = "no-matter", _("maakt niet uit")


class Wanted(models.TextChoices):
    """What a wish is about: age, gender, place, time (FAQ question 4)."""

    GENDER = "gender", _("man of vrouw")
    AGE = "age", _("leeftijd")
    DISTANCE = "distance", _("afstand")
    TIME = "time", _("een gemeenschappelijk moment")


class Outcome(models.TextChoices):
    """What is decided after the conversation (R26)."""

    ACCEPTED = "accepted", _("aanvaard")
    WAITING_LANGUAGE = "waiting_language", _("wacht tot het Nederlands beter gaat")
    WAITING_PERMISSION = "waiting_permission", _("wacht op toelating")
    REFERRED = "referred", _("doorverwezen")
    DECLINED = "declined", _("niet aanvaard")
    WITHDRAWN = "withdrawn", _("zelf gestopt")
    REOPENED = "reopened", _("opnieuw bekijken")


class Household(models.TextChoices):
    """Who somebody lives with; optional."""

    ALONE = "alone", _("alleen")
    COUPLE = "couple", _("met partner")
    FAMILY = "family", _("met kinderen")


class AppointmentStatus(models.TextChoices):
    """Where an appointment to talk stands."""

    PLANNED = "planned", _("afgesproken")
    CAME = "came", _("kwam")
    NO_SHOW = "no_show", _("kwam niet")
    CANCELLED = "cancelled", _("afgezegd")


class Check(models.TextChoices):
    """How an admission check stands (FAQ question 2, R9)."""

    YES = "yes", _("ja")
    UNCLEAR = "unclear", _("niet duidelijk")
    NO = "no", _("nee")


class Admission(models.TextChoices):
    """What is asked of a newcomer (FAQ question 2)."""

    SPEAKS = "speaks", _("maakt zich verstaanbaar in het Nederlands en begrijpt Nederlands")
    BACKS_AIM = "backs_aim", _("begrijpt wat de bedoeling is, wat kan en wat niet kan, en staat erachter")
    REACHABLE = "reachable", _("is bereikbaar met de telefoon of met e-mail")


class Indicator(models.TextChoices):
    """How the coordinator estimates somebody's Dutch (FAQ question 11, R12)."""

    WILLING = "willing", _("wil een gesprekje voeren in het Nederlands")
    UNDERSTANDS = "understands", _("begrijpt ‘waar woon je?’ en ‘hoe oud ben je?’ en antwoordt redelijk vlot")
    DARES = "dares", _("durft zich uit te drukken in het Nederlands")
    KNOWS_WHAT = "knows_what", _("toont dat het duidelijk is wat meedoen betekent")


class Seen(models.TextChoices):
    """What the coordinator saw of an indicator."""

    YES = "yes", _("ja")
    PARTLY = "partly", _("een beetje")
    NO = "no", _("nee")


class Quality(models.TextChoices):
    """What is hoped of a coach: eight qualities (FAQ question 3, R17)."""

    KNOWS_SOCIETY = "knows_society", _("kent het leven hier en de voorzieningen in de buurt")
    LOOKS_UP = "looks_up", _("moet niet alles weten, maar zoekt het op")
    CLEAR_DUTCH = "clear_dutch", _("praat duidelijk Nederlands, zonder sterk dialect")
    OPEN = "open", _("staat open voor verschil, met respect, tolerant en ruimdenkend")
    LISTENS = "listens", _("luistert en heeft geduld")
    CREATIVE = "creative", _("zoekt creatief naar antwoorden en zegt het anders als het moet")
    INITIATIVE = "initiative", _("wil initiatief nemen")
    LIMITS = "limits", _("bewaakt de eigen grenzen")


class Observed(models.TextChoices):
    """How much of a quality was seen; never shown to the coach or the newcomer."""

    STRONG = "strong", _("sterk")
    ENOUGH = "enough", _("goed genoeg")
    ATTENTION = "attention", _("vraagt aandacht")


class Told(models.TextChoices):
    """Whether what was told is understood."""

    YES = "yes", _("ja, in eigen woorden verteld")
    PARTLY = "partly", _("voor een deel")
    NO = "no", _("nog niet")


class Level(models.TextChoices):
    """The levels of the Huizen van het Nederlands, with the European level that lies nearest.

    The relation is approximate, says the Taalunie: no level is another one (domain 5.6).
    """

    UNKNOWN = "unknown", _("weet niet")
    L11 = "1.1", _("1.1 (ongeveer A1)")
    L12 = "1.2", _("1.2 (ongeveer A2)")
    L21 = "2.1", _("2.1 (naar B1)")
    L22 = "2.2", _("2.2 (naar B1)")
    L23 = "2.3", _("2.3 (ongeveer B1)")
    L24 = "2.4", _("2.4 (ongeveer B1)")
    L3 = "3", _("3 (ongeveer B2)")
    L4 = "4", _("4 (ongeveer C1)")


CHILDREN_BANDS = (("0-2", "0–2"), ("3-5", "3–5"), ("6-11", "6–11"), ("12-17", "12–17"))
# The coordinator's impression, from quiet to outgoing (FAQ question 4: introvert or extravert).
PERSONALITIES = (
    (1, _("heel stil")),
    (2, _("eerder stil")),
    (3, _("ertussen")),
    (4, _("eerder vlot")),
    (5, _("heel vlot")),
)
