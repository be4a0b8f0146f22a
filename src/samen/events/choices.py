"""Kinds of gatherings."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EventKind(models.TextChoices):
    """What a gathering is for."""

    INFORMATION = "information", _("infomoment")
    # For duos that ended or are about to (R101); no page for the public tells of it.
    CLOSING = "closing", _("slotmoment")


class Reply(models.TextChoices):
    """What somebody says to an invitation."""

    NONE = "", _("nog geen antwoord")
    YES = "yes", _("komt")
    NO = "no", _("komt niet")
    PERHAPS = "perhaps", _("komt misschien")
