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
