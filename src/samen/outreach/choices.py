"""Vocabularies of finding people."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ContactKind(models.TextChoices):
    """How the coordinator was in touch with an intermediary."""

    PHONE = "phone", _("gebeld")
    VISIT = "visit", _("langsgegaan")
    MAIL = "mail", _("gemaild")
    MEETING = "meeting", _("elkaar gezien")


class AgreementPoint(models.TextChoices):
    """What is agreed with an intermediary (FAQ question 13)."""

    WHOM = "whom", _("wie wij zoeken")
    WHAT_FOR = "what_for", _("waarvoor")
    HOW = "how", _("hoe iemand doorverwezen wordt")
    CONTACT = "contact", _("bij wie iemand terechtkan")


class SourceKind(models.TextChoices):
    """What a link or QR code belongs to."""

    INTERMEDIARY = "intermediary", _("tussenpersoon")
    MATERIAL = "material", _("werfmateriaal")
    CHANNEL = "channel", _("kanaal")


class MaterialKind(models.TextChoices):
    """What is printed or shown."""

    FLYER_A5 = "flyer-a5", _("flyer A5")
    FLYER_A6 = "flyer-a6", _("flyer A6")
    POSTER_A3 = "poster-a3", _("affiche A3")
    POSTER_A4 = "poster-a4", _("affiche A4")
    CARD = "card", _("kaartje")
    SOCIAL = "social", _("beeld voor sociale media")


class Design(models.TextChoices):
    """How a material looks."""

    PATHS = "paths", _("twee paden")
    BEADS = "beads", _("kralen")
    TABLE = "table", _("aan tafel")


class Progress(models.TextChoices):
    """All that an intermediary sees of somebody whom they referred, with that person's consent."""

    RECEIVED = "received", _("ontvangen")
    CONTACTED = "contacted", _("gecontacteerd")
    STARTED = "started", _("gestart")
    NOT_STARTED = "not_started", _("niet gestart")


class Sheet(models.TextChoices):
    """For whom an information sheet is."""

    NEWCOMER = "newcomer", _("nieuwkomers")
    COACH = "coach", _("coaches")
    INTERMEDIARY = "intermediary", _("tussenpersonen")
