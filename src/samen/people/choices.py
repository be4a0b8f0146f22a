"""Vocabularies about people."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """The two sides of a duo (FAQ question 4)."""

    NEWCOMER = "newcomer", _("nieuwkomer")
    COACH = "coach", _("coach")


class Gender(models.TextChoices):
    """Asked only because a participant may wish for it (R30); may stay empty."""

    WOMAN = "f", _("vrouw")
    MAN = "m", _("man")
    OTHER = "x", _("anders")


class ConsentKind(models.TextChoices):
    """What somebody was told or agreed to, each asked apart (R115)."""

    PRIVACY = "privacy", _("weet wat er met de gegevens gebeurt")
    AIM = "aim", _("begrijpt wat het is en wat het niet is")
    VOLUNTARY = "voluntary", _("doet het vrijwillig")
    NEUTRAL = "neutral", _("kiest geen kant in politiek of geloof")
    INTERMEDIARY = "intermediary", _("wie doorverwees, mag horen hoe het gaat")


class ConsentWay(models.TextChoices):
    """How it was given."""

    WEB = "web", _("op de website")
    TOGETHER = "together", _("samen met een tussenpersoon")
    SPOKEN = "spoken", _("in een gesprek")
    SCREEN = "screen", _("op het scherm")
    PAPER = "paper", _("op papier")


class AskedFor(models.TextChoices):
    """What somebody asks the coordinator for from their own page."""

    CALL = "call", _("een telefoon")
    STOP = "stop", _("stoppen")
    ERASE = "erase", _("stoppen en alles wissen")
