"""How a message travels, where it stands, and for whom it is."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Audience(models.TextChoices):
    """For whom a kind of message is written."""

    PARTICIPANT = "participant", _("deelnemers")
    INTERMEDIARY = "intermediary", _("tussenpersonen")
    STAFF = "staff", _("medewerkers")


class Channel(models.TextChoices):
    """By which road a message reaches somebody."""

    EMAIL = "email", _("e-mail")
    SMS = "sms", _("sms")
    CHAT = "chat", _("chat")
    WHATSAPP = "whatsapp", _("WhatsApp")
    PHONE = "phone", _("telefoon")
    LETTER = "letter", _("brief")


class Status(models.TextChoices):
    """Where a message stands."""

    WAITING = "waiting", _("wacht")
    SENDING = "sending", _("vertrekt nu")
    SENT = "sent", _("verstuurd")
    FAILED = "failed", _("kwam niet aan")
    STOPPED = "stopped", _("tegengehouden")
    BY_HAND = "by_hand", _("met de hand")
    DONE = "done", _("met de hand gedaan")


class MailingStatus(models.TextChoices):
    """Where a message to many stands."""

    QUEUEING = "queueing", _("wordt klaargezet")
    SENDING = "sending", _("vertrekt")
    PAUSED = "paused", _("gepauzeerd")
    STOPPED = "stopped", _("gestopt")


class Surface(models.TextChoices):
    """Where a text is read."""

    MESSAGE = "message", _("berichten")
    PAGE = "page", _("publieke pagina")
    FLYER = "flyer", _("flyers en affiches")
    SHEET = "sheet", _("infobladen")
