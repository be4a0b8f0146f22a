"""Which sentences to show, what they are about, and what a running site shows of a language."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Show(models.TextChoices):
    """Which sentences of a language to show."""

    MISSING = "missing", _("nog te vertalen")
    ALL = "all", _("alle zinnen")
    OUTDATED = "outdated", _("vervallen")


class Subject(models.TextChoices):
    """What a sentence is about, in the order in which it is best translated."""

    INITIATIVE = "initiative", _("de pagina van een initiatief")
    REGISTER = "register", _("aanmelden")
    PORTAL = "portal", _("voor wie meedoet")
    MESSAGES = "messages", _("berichten")
    DOCUMENTS = "documents", _("op papier")
    PARTNER = "partner", _("tussenpersonen")
    WORDS = "words", _("dagen, uren en losse woorden")


class Standing(models.TextChoices):
    """What a running site shows of a language."""

    LATEST = "latest", _("bezoekers zien de laatste woorden")
    AFTER_START = "after_start", _("klaar voor de volgende start")
    UNTIL_START = "until_start", _("gaat weg bij de volgende start")
    HIDDEN = "hidden", _("nog niet voor bezoekers")
    SHIPPED = "shipped", _("zit nu in Samen zelf")
