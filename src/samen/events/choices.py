"""Kinds of gatherings, for whom they are, what people answer and say afterwards."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EventKind(models.TextChoices):
    """What a gathering is for (FAQ questions 3 and 7; R64, R72, R97, R98, R101)."""

    EXCHANGE = "exchange", _("Uitwisselingsmoment")
    SOCIAL = "social", _("Ontmoetingsmoment")
    INFORMATION = "information", _("Infomoment")
    TRAINING = "training", _("Vorming")
    START = "start", _("Startmoment")
    CLOSING = "closing", _("Slotmoment")
    SPEED_DATE = "speed_date", _("Speeddate")


ICONS = {
    EventKind.EXCHANGE: "messages-square",
    EventKind.SOCIAL: "party-popper",
    EventKind.INFORMATION: "megaphone",
    EventKind.TRAINING: "school",
    EventKind.START: "sprout",
    EventKind.CLOSING: "award",
    EventKind.SPEED_DATE: "timer",
}
# What each is for, where one chooses.
PURPOSES = {
    EventKind.EXCHANGE: _("In groep leren van elkaar, rond een thema en met een methode."),
    EventKind.SOCIAL: _("Gewoon samen zijn: eten, wandelen, feesten. En horen hoe het gaat."),
    EventKind.INFORMATION: _("Voor wie nog twijfelt: wat is Samen Inburgeren, en wat niet?"),
    EventKind.TRAINING: _("Coaches leren iets bij, voor zij beginnen of onderweg."),
    EventKind.START: _("Nieuwe duo’s beginnen samen en tekenen hun afspraak."),
    EventKind.CLOSING: _("Duo’s sluiten samen af en krijgen hun bewijs van deelname."),
    EventKind.SPEED_DATE: _("Nieuwkomers en coaches leren elkaar kort kennen en kiezen zelf."),
}


class ForWhom(models.TextChoices):
    """Who is welcome; the values are roles."""

    ALL = "", _("nieuwkomers en coaches")
    NEWCOMERS = "newcomer", _("alleen nieuwkomers")
    COACHES = "coach", _("alleen coaches")


class Reply(models.TextChoices):
    """What somebody says to an invitation."""

    NONE = "", _("nog geen antwoord")
    YES = "yes", _("komt")
    NO = "no", _("komt niet")
    PERHAPS = "perhaps", _("komt misschien")
