"""What the rulebook knows: subjects, keys, units, how sure a row is."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Subject(models.TextChoices):
    """What a rule is about, in the order of the page."""

    BENEFITS = "benefits", _("vrijwilliger zijn met een uitkering")
    VOLUNTEERS = "volunteers", _("wie vrijwilliger mag zijn")
    MINORS = "minors", _("omgaan met minderjarigen")


class Key(models.TextChoices):
    """One question to the law; the answer differs by day."""

    UNEMPLOYMENT_ANSWER = "unemployment-answer", _("werkdagen waarin de RVA antwoordt")
    BENEFIT_ASK_AGAIN = "benefit-ask-again", _("na hoeveel maanden wij opnieuw naar de uitkering vragen")
    TIME_CREDIT = "time-credit", _("tijdskrediet: moet je iets melden?")
    SICKNESS_RENEWAL = "sickness-renewal", _("ziekte: hoe lang geldt de toelating?")
    LIVING_WAGE = "living-wage", _("leefloon: melden of vragen?")
    VOLUNTEER_AGE = "volunteer-age", _("hoe oud een vrijwilliger minstens is")
    VOLUNTEER_AGE_SCHOOL = "volunteer-age-school", _("hoe oud na twee jaar middelbare school")
    RECORD_EXTRACT = "record-extract", _("hoeveel maanden oud een uittreksel uit het strafregister mag zijn")
    RECORD_AGAIN = "record-again", _("na hoeveel maanden je een uittreksel opnieuw mag vragen")


class Unit(models.TextChoices):
    """What a value counts; a row of words counts nothing."""

    WORKING_DAYS = "working_days", _("werkdagen")
    MONTHS = "months", _("maanden")
    YEARS = "years", _("jaar")
    WORDS = "words", _("tekst")


class Confidence(models.TextChoices):
    """How sure a row is."""

    GOOD = "good", _("nagelezen")
    CHECK = "check", _("nog na te kijken")
