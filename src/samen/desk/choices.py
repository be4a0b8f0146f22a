"""Where somebody stands: always asked of the facts, never stored."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    """The groups of the people list."""

    WAITING = "waiting", _("Wacht")
    IN_DUO = "in_duo", _("In een duo")
    NEW = "new", _("Nieuw")
    LATER = "later", _("Later")
    FORMER = "former", _("Vroeger")


class Sort(models.TextChoices):
    """How the people list may be ordered."""

    NAME = "name", _("Naam")
    SINCE = "since", _("Langst aangemeld eerst")


class LinkState(models.TextChoices):
    """How the personal link of somebody stands."""

    NONE = "none", _("Nog geen link")
    UNUSED = "unused", _("Nog niet gebruikt")
    USED = "used", _("Gebruikt")
    STOPPED = "stopped", _("Gestopt")


class Way(models.TextChoices):
    """How many people get their links at once."""

    MESSAGE = "message", _("Een bericht")
    LETTERS = "letters", _("Brieven")
    LABELS = "labels", _("Etiketten")


class Labels(models.TextChoices):
    """The sheets of labels that shops sell, by the size of one label."""

    SMALL = "70x37", _("24 op een blad, 70 × 37 mm")
    ROUNDED = "63x38", _("21 op een blad, 63,5 × 38,1 mm")


class Told(models.TextChoices):
    """What the timeline of a duo tells of, and by what it is filtered."""

    AGREED = "agreed", _("Afspraken en papieren")
    MEETINGS = "meetings", _("Ontmoetingen")
    FOLLOW_UP = "follow_up", _("Opvolging")
    GOALS = "goals", _("Vragen en doelen")
    GATHERINGS = "gatherings", _("Samenkomsten")
    MESSAGES = "messages", _("Berichten")
    SIGNALS = "signals", _("Signalen")


class AgendaView(models.TextChoices):
    """How much of the calendar is shown."""

    MONTH = "month", _("Maand")
    WEEK = "week", _("Week")
    LIST = "list", _("Lijst")


class AgendaKind(models.TextChoices):
    """What stands in the calendar."""

    GATHERING = "gathering", _("Momenten samen")
    TALK = "talk", _("Gesprekken")
    FIRST_MEETING = "first_meeting", _("Eerste ontmoetingen")
    DUO = "duo", _("Einde van duo’s")
